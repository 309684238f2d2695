import type { SignUpMode } from '@komawari/contract';
import { useState } from 'react';
import { changeAccountRules, getAccountRules } from '../../../api/accounts-people.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { StatePicture, type StateName } from '../../../ui/StatePicture.tsx';
import { Tag } from '../../../ui/Tag.tsx';

type Card = { mode: SignUpMode; picture: StateName; word: WordKey<'accounts-people'>; who: WordKey<'accounts-people'> };
const KEY = ['accounts', 'rules'] as const;

/** The four ways to keep a door, from wide to shut. */
const CARDS: readonly Card[] = [
  { mode: 'open', picture: 'first-visit', word: 'modeOpen', who: 'modeOpenWho' },
  { mode: 'approval', picture: 'waiting', word: 'modeApproval', who: 'modeApprovalWho' },
  { mode: 'invitation', picture: 'letter', word: 'modeInvitation', who: 'modeInvitationWho' },
  { mode: 'closed', picture: 'closed-door', word: 'modeClosed', who: 'modeClosedWho' },
];

export function SignUpRules() {
  const { say, sayError } = useWords('accounts-people');
  const { reload } = useSession();
  const rules = useCall(KEY, getAccountRules);
  const [wish, setWish] = useState<SignUpMode>();
  const change = useSend(changeAccountRules, { touches: [KEY], onDone: () => void reload() });
  if (rules.error) return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;
  if (!rules.data) return <Skeleton><div className="modes"><Tone shape="block" heightPx={260} /><Tone shape="block" heightPx={260} /><Tone shape="block" heightPx={260} /><Tone shape="block" heightPx={260} /></div></Skeleton>;
  const chosen = (change.isPending ? wish : undefined) ?? rules.data.signUpMode;
  return (
    <div className="people">
      <fieldset className="choice">
        <legend>{say('modes')}</legend>
        <div className="modes">
          {CARDS.map(({ mode, picture, word, who }) => (
            <label key={mode} className="mode">
              <input type="radio" className="unseen" name="sign-up-mode" checked={mode === chosen} onChange={() => { setWish(mode); change.mutate(mode); }} />
              <StatePicture name={picture} />
              <span className="mode-words"><strong>{say(word)}{mode === rules.data.signUpMode && <Tag tone="live">{say('modeNow')}</Tag>}</strong><span className="hint">{say(who)}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      {change.error && <p className="fault" role="alert">{sayError(change.error)}</p>}
      <p className="hint">{say('modeAtOnce')} {say(rules.data.hasMailer ? 'modeMail' : 'modeNoMail')}</p>
    </div>
  );
}
