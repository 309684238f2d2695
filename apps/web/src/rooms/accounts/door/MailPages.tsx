import { useState } from 'react';
import { askLink, askReset } from '../../../api/accounts.ts';
import { useSession } from '../../../frame/use-session.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';
import { Fields } from './Fields.tsx';

type Words = { title: WordKey<'accounts'>; lead: WordKey<'accounts'>; action: WordKey<'accounts'> };

/** `/sign-in/mail` */
export function AskLink() {
  return <AskMail words={{ title: 'askLinkTitle', lead: 'askLinkLead', action: 'askLinkGo' }} ask={askLink} />;
}

/** `/password/reset`, as long as no letter brought a token. */
export function AskReset() {
  return <AskMail words={{ title: 'askResetTitle', lead: 'askResetLead', action: 'askResetGo' }} ask={askReset} />;
}

/** After signing up where addresses are proved first. */
export function CheckMail() {
  const { say } = useWords('accounts');
  return <Door picture="letter" title={say('mailSentTitle')} lead={<p>{say('mailSentSignUp')}</p>} foot={<ButtonLink to="/sign-in" look="quiet">{say('toSignIn')}</ButtonLink>}><p className="hint">{say('mailSentHint')}</p></Door>;
}

function AskMail({ words, ask }: { words: Words; ask: (email: string) => Promise<unknown> }) {
  const { say } = useWords('accounts');
  const { me } = useSession();
  const [sentTo, setSentTo] = useState<string>();
  const isPrinted = me?.features.hasMailer === false;
  if (sentTo !== undefined) {
    return (
      <Door picture="letter" title={say(isPrinted ? 'mailPrintedTitle' : 'mailSentTitle')} lead={<p role="status">{say(isPrinted ? 'mailPrinted' : 'mailSent', { email: sentTo })}</p>} foot={<ButtonLink to="/sign-in" look="quiet">{say('toSignIn')}</ButtonLink>}>
        <p className="hint">{say(isPrinted ? 'mailPrintedHint' : 'mailSentHint')}</p>
        <Button onClick={() => setSentTo(undefined)}>{say('otherAddress')}</Button>
      </Door>
    );
  }
  return (
    <Door picture="keys" title={say(words.title)} lead={<p>{say(words.lead)}</p>} foot={<ButtonLink to="/sign-in" look="quiet">{say('toSignIn')}</ButtonLink>}>
      <Fields asks={['email']} isNew={false} action={say(words.action)} onSend={async ({ email }) => { await ask(email); setSentTo(email); }} />
      {isPrinted && <p className="hint">{say('noMailer')}</p>}
    </Door>
  );
}
