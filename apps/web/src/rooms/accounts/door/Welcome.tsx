import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptWelcome } from '../../../api/accounts.ts';
import { ApiError } from '../../../api/call.ts';
import { changeSession, useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';
import { Fields } from './Fields.tsx';

/** The first visitor becomes the owner. The link is used by a POST, so that a preview of it uses nothing up. */
export function Welcome() {
  const { say, sayError } = useWords('accounts');
  const { token } = useSearch({ from: '/welcome' });
  const { me } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [over, setOver] = useState<string>();
  // A site that has its owner needs no second one: whoever opens an old link again wants in.
  const isOver = over !== undefined || me?.features.needsOwner === false;
  if (token === undefined || isOver) {
    const hasOwner = me?.features.needsOwner === false;
    return (
      <Door picture="closed-door" title={say('welcomeOverTitle')} lead={<p role="alert">{hasOwner ? say('welcomeHasOwner') : (over ?? say('welcomeNoToken'))}</p>}>
        <div className="door-acts">{hasOwner && <ButtonLink to="/sign-in" look="primary">{say('signIn')}</ButtonLink>}<ButtonLink to="/">{say('toStart')}</ButtonLink></div>
      </Door>
    );
  }
  const send = async (fields: { name: string; email: string; password: string }) => {
    try {
      const owner = await acceptWelcome({ token, ...fields });
      await navigate({ to: '/', replace: true });
      await changeSession(client, owner);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'accounts.welcome-invalid') throw error;
      setOver(sayError(error));
    }
  };
  return (
    <Door isMoment picture="first-visit" caption={say('welcomeCaption')} title={say('welcomeTitle')} lead={<p>{say('welcomeLead')}</p>}>
      <ol className="door-ways"><li>{say('welcomeWrite')}</li><li>{say('welcomeWatch')}</li><li>{say('welcomeKeep')}</li></ol>
      <Fields asks={['name', 'email', 'password']} isNew action={say('welcomeGo')} onSend={send} />
      <p className="hint">{say('welcomeOwner')}</p>
    </Door>
  );
}
