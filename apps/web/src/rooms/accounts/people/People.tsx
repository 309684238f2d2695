import { useNavigate, useSearch } from '@tanstack/react-router';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { BackIcon, CastIcon, LockIcon, MailIcon } from '../../../ui/icons.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Invitations } from './Invitations.tsx';
import { PeopleList } from './PeopleList.tsx';
import { SignUpRules } from './SignUpRules.tsx';
import '../settings/settings.css';
import './people.css';

/** Who has an account here, who may come in, and how. */
export function People() {
  return <RequireUser permission="users.read"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('accounts-people');
  const { can } = useSession();
  const { view } = useSearch({ from: '/admin/users' });
  const navigate = useNavigate({ from: '/admin/users' });
  usePageTitle(say('peopleTitle'));
  return (
    <div className="people">
      <header className="people-head"><div><ButtonLink to="/settings" look="quiet" icon={<BackIcon />}>{say('toSettings')}</ButtonLink><h1>{say('peopleTitle')}</h1><p className="lead">{say('peopleLead')}</p></div></header>
      {can('users.manage') ? (
        <Tabs label={say('peopleTitle')} value={view ?? 'list'} onChange={(next) => void navigate({ search: { view: next === 'list' ? undefined : next }, replace: true })} tabs={[
          { value: 'list', word: say('tabList'), icon: <CastIcon />, panel: <PeopleList /> },
          { value: 'invitations', word: say('tabInvitations'), icon: <MailIcon />, panel: <Invitations /> },
          { value: 'sign-up', word: say('tabSignUp'), icon: <LockIcon />, panel: <SignUpRules /> },
        ]} />
      ) : <PeopleList />}
    </div>
  );
}
