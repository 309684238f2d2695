import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../api/accounts.ts';
import { useSend } from '../api/use-call.ts';
import { speak } from '../language/i18n.ts';
import { LANGUAGE_NAMES, UI_LANGUAGE_LIST } from '../language/languages.ts';
import { useWords } from '../language/use-words.ts';
import { Face } from '../rooms/accounts/settings/Face.tsx';
import { ROLE_WORDS } from '../rooms/accounts/role-words.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { CastIcon, KeyboardIcon, HistoryIcon, RedrawIcon, SafeIcon } from '../ui/icons.ts';
import { Panel, PanelLink } from '../ui/Panel.tsx';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import { Skeleton, Tone } from '../ui/Skeleton.tsx';
import { StatePicture } from '../ui/StatePicture.tsx';
import { Tag } from '../ui/Tag.tsx';
import { openOverlay } from './commands/overlay.ts';
import { THEME_CHOICES } from './theme-choices.ts';
import { chooseTheme, useTheme } from './theme.ts';
import { usePageTitle } from './use-page-title.ts';
import { changeSession, isDoorOpen, useSession } from './use-session.ts';
import './you.css';

/** Who you are here, the way to the settings, and how the house looks and speaks to you. */
export function You() {
  const { say, language } = useWords();
  const theme = useTheme();
  const { me, user, error } = useSession();
  usePageTitle(say('youTitle'));
  return (
    <div className="you">
      <h1>{say('youTitle')}</h1>
      {user ? <Account user={user} /> : me || error ? <Door /> : <Skeleton><Tone shape="block" heightPx={186} /></Skeleton>}
      <div className="you-look"><Panel aria-labelledby="you-look">
        <h2 id="you-look">{say('youLook')}</h2>
        <SegmentedChoice label={say('language')} value={language} options={UI_LANGUAGE_LIST.map((id) => ({ value: id, word: LANGUAGE_NAMES[id], lang: id }))} onChange={(id) => void speak(id)} />
        <SegmentedChoice label={say('theme')} value={theme} options={THEME_CHOICES.map(({ wish, word, Icon }) => ({ value: wish, word: say(word), icon: <Icon /> }))} onChange={chooseTheme} />
        <p><Button icon={<KeyboardIcon />} onClick={() => openOverlay('shortcuts')}>{say('shortcuts')}</Button></p>
      </Panel></div>
    </div>
  );
}

function Account({ user }: { user: NonNullable<ReturnType<typeof useSession>['user']> }) {
  const { say, sayError } = useWords();
  const { say: sayAccount } = useWords('accounts');
  const { say: sayPart } = useWords('accounts-settings');
  const client = useQueryClient();
  const { me, can } = useSession();
  const leave = useSend(signOut, { onDone: () => void changeSession(client) });
  return (
    <div className="you-account">
      <Panel aria-labelledby="you-account">
        <h2 id="you-account" className="unseen">{say('youAccount')}</h2>
        <div className="you-who">
          <Face name={user.name} avatar={user.avatar} sizePx={104} />
          <div><p className="you-name"><strong><bdi>{user.name}</bdi></strong><Tag>{sayAccount(ROLE_WORDS[user.role].name)}</Tag></p><p className="hint">{user.email}</p></div>
        </div>
        {me?.kind === 'local' && <p className="hint">{say('youLocal')}</p>}
        {leave.error && <p className="fault" role="alert">{sayError(leave.error)}</p>}
        <p><Button isBusy={leave.isPending} onClick={() => leave.mutate(undefined)}>{say('signOut')}</Button></p>
      </Panel>
      <div className="you-ways">
        <PanelLink to="/settings"><span className="you-way"><SafeIcon /><span><strong>{sayPart('settings')}</strong><small>{sayPart('settingsNote')}</small></span></span></PanelLink>
        {can('users.read') && <PanelLink to="/admin/users"><span className="you-way"><CastIcon /><span><strong>{sayPart('people')}</strong><small>{sayPart('peopleNote')}</small></span></span></PanelLink>}
        {can('system.operate') && <PanelLink to="/admin/providers"><span className="you-way"><RedrawIcon /><span><strong>{sayPart('providers')}</strong><small>{sayPart('providersNote')}</small></span></span></PanelLink>}
        {can('system.operate') && <PanelLink to="/admin/keeping"><span className="you-way"><HistoryIcon /><span><strong>{sayPart('keepingPictures')}</strong><small>{sayPart('keepingPicturesNote')}</small></span></span></PanelLink>}
      </div>
    </div>
  );
}

function Door() {
  const { say } = useWords();
  const { say: sayAccount } = useWords('accounts');
  const { me } = useSession();
  return (
    <Panel aria-labelledby="you-account">
      <h2 id="you-account" className="unseen">{say('youAccount')}</h2>
      <div className="you-door">
        <StatePicture name="closed-door" />
        <div>
          <p>{say(me?.kind === 'guest' ? 'youGuest' : me?.kind === 'local' ? 'youLocal' : 'youAnonymous')}</p>
          {me?.kind === 'guest' && <p className="hint">{sayAccount('guestComes')}</p>}
          <p className="you-name"><ButtonLink to="/sign-in" look="primary">{say('signIn')}</ButtonLink>{me && isDoorOpen(me) && <ButtonLink to="/sign-up">{sayAccount('signUpTitle')}</ButtonLink>}</p>
        </div>
      </div>
    </Panel>
  );
}
