import { createContext, use, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@komawari/contract';
import { beginPasskeyConfirm, confirmByPasskey, confirmByPassword } from '../../../api/accounts-settings.ts';
import { ApiError } from '../../../api/call.ts';
import { noteMe, useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PasskeyIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { Dismissed, useAct } from '../door/use-act.ts';
import { askPasskey } from '../passkey/credentials.ts';
import { findPasskeyObstacle } from '../passkey/where-passkeys-work.ts';

type Gate = {
  /** Does it; when the server wants to know first who is there, asks and does it again. Throws Dismissed when nobody answers. */
  confirmed: <T>(act: () => Promise<T>) => Promise<T>;
  /** Asks now when the last answer is too old, so that a question that follows is not hidden by this one. */
  ensure: () => Promise<void>;
};

const GateContext = createContext<Gate>({ confirmed: (act) => act(), ensure: () => Promise.resolve() });

export function useConfirmed(): Gate {
  return use(GateContext);
}

type Asked = { resolve: () => void; reject: (error: Error) => void };

/** Stands around pages with dangerous changes, and shows one small question for all of them. */
export function ConfirmGate({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const until = me?.confirmedUntil ?? null;
  const gate = useMemo<Gate>(() => {
    const ask = () => new Promise<void>((resolve, reject) => setAsked({ resolve, reject }));
    return {
      async confirmed(act) {
        try {
          return await act();
        } catch (error) {
          if (!(error instanceof ApiError) || error.code !== 'accounts.confirm-needed') throw error;
        }
        await ask();
        return act();
      },
      ensure: async () => { if (until === null || Date.parse(until) < Date.now() + 60_000) await ask(); },
    };
  }, [until]);
  return (
    <GateContext value={gate}>
      {children}
      {asked && <ConfirmQuestion onClose={() => { asked.reject(new Dismissed()); setAsked(undefined); }} onDone={(known) => { noteMe(client, known); asked.resolve(); setAsked(undefined); }} />}
    </GateContext>
  );
}

function ConfirmQuestion({ onClose, onDone }: { onClose: () => void; onDone: (me: Me) => void }) {
  const { say } = useWords('accounts-settings');
  const { me, user } = useSession();
  const act = useAct();
  const [password, setPassword] = useState('');
  const hasPasskey = (user?.passkeys ?? 0) > 0 && findPasskeyObstacle(me) === undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return act.setFault({ code: 'empty', text: say('confirmEmpty') });
    await act.run(async () => onDone(await confirmByPassword(password)));
  };
  const byPasskey = () => act.run(async () => onDone(await confirmByPasskey(await askPasskey(await beginPasskeyConfirm()))));
  return (
    <Dialog title={say('confirmTitle')} isOpen onClose={onClose} widthPx={440}>
      <p className="lead">{say(user?.hasPassword || hasPasskey ? 'confirmLead' : 'confirmNoWay')}</p>
      {user?.hasPassword && (
        <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
          <TextField type="password" name="confirm" label={say('confirmPassword')} value={password} autoComplete="current-password" autoFocus fault={act.fault?.text} onChange={(value) => { act.setFault(undefined); setPassword(value); }} />
          <Button type="submit" look="primary" isBusy={act.isBusy}>{say('confirmGo')}</Button>
        </form>
      )}
      {hasPasskey && <Button icon={<PasskeyIcon />} look={user?.hasPassword ? 'plain' : 'primary'} onClick={() => void byPasskey()}>{say('confirmByPasskey')}</Button>}
      {act.fault && !user?.hasPassword && <p className="fault" role="alert">{act.fault.text}</p>}
    </Dialog>
  );
}
