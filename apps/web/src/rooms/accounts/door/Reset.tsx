import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { enterByReset } from '../../../api/accounts.ts';
import { ApiError } from '../../../api/call.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';
import { Fields } from './Fields.tsx';
import { AskReset } from './MailPages.tsx';
import { LinkOver } from './TokenPage.tsx';
import { useEnter } from './use-enter.ts';

/** `/password/reset`: asks for a letter; with the token of one, for the new password. */
export function Reset() {
  const { say, sayError } = useWords('accounts');
  const { token } = useSearch({ from: '/password/reset' });
  const enter = useEnter();
  const [over, setOver] = useState<string>();
  if (token === undefined) return <AskReset />;
  if (over !== undefined) return <LinkOver text={over} again={<ButtonLink to="/password/reset" look="primary">{say('askResetAgain')}</ButtonLink>} />;
  const send = async (password: string) => {
    try {
      await enter(await enterByReset({ token, password }));
    } catch (error) {
      if (!(error instanceof ApiError) || !error.code.startsWith('accounts.link-')) throw error;
      setOver(sayError(error));
    }
  };
  return <Door picture="keys" title={say('resetTitle')} lead={<p>{say('resetLead')}</p>}><Fields asks={['password']} isNew action={say('resetGo')} onSend={({ password }) => send(password)} /></Door>;
}
