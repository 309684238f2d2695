import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../api/accounts.ts';
import { useSend } from '../api/use-call.ts';
import { speak } from '../language/i18n.ts';
import { LANGUAGE_NAMES, UI_LANGUAGE_LIST } from '../language/languages.ts';
import { useWords } from '../language/use-words.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { KeyboardIcon } from '../ui/icons.ts';
import { Panel } from '../ui/Panel.tsx';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import { Tag } from '../ui/Tag.tsx';
import { openOverlay } from './commands/overlay.ts';
import { THEME_CHOICES } from './theme-choices.ts';
import { chooseTheme, useTheme } from './theme.ts';
import { usePageTitle } from './use-page-title.ts';
import { changeSession, useSession } from './use-session.ts';
import './you.css';

/** Who you are here, and how the house looks and speaks to you. */
export function You() {
  const { say, language } = useWords();
  const theme = useTheme();
  usePageTitle(say('youTitle'));
  return (
    <div className="you">
      <h1>{say('youTitle')}</h1>
      <Account />
      <Panel aria-labelledby="you-look">
        <h2 id="you-look">{say('youLook')}</h2>
        <SegmentedChoice label={say('language')} value={language} options={UI_LANGUAGE_LIST.map((id) => ({ value: id, word: LANGUAGE_NAMES[id], lang: id }))} onChange={(id) => void speak(id)} />
        <SegmentedChoice label={say('theme')} value={theme} options={THEME_CHOICES.map(({ wish, word, Icon }) => ({ value: wish, word: say(word), icon: <Icon /> }))} onChange={chooseTheme} />
        <p><Button icon={<KeyboardIcon />} onClick={() => openOverlay('shortcuts')}>{say('shortcuts')}</Button></p>
      </Panel>
    </div>
  );
}

function Account() {
  const { say, sayError } = useWords();
  const client = useQueryClient();
  const { me, user } = useSession();
  const leave = useSend(signOut, { onDone: () => void changeSession(client) });
  return (
    <Panel aria-labelledby="you-account">
      <h2 id="you-account">{say('youAccount')}</h2>
      {user ? (
        <>
          <p className="you-name"><strong>{user.name}</strong><Tag>{say('youRole', { role: user.role })}</Tag></p>
          <p className="hint">{user.email}</p>
          {leave.error && <p className="fault" role="alert">{sayError(leave.error)}</p>}
          <p><Button isBusy={leave.isPending} onClick={() => leave.mutate()}>{say('signOut')}</Button></p>
        </>
      ) : (
        <>
          <p>{say(me?.kind === 'guest' ? 'youGuest' : me?.kind === 'local' ? 'youLocal' : 'youAnonymous')}</p>
          <p><ButtonLink to="/sign-in" look="primary">{say('signIn')}</ButtonLink></p>
        </>
      )}
    </Panel>
  );
}
