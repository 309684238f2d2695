import { useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { signOut } from '../../../api/accounts.ts';
import { changeSession, useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';
import { useAct } from './use-act.ts';

const LOOK_AGAIN_MS = 15_000;

/** `/waiting`: signed in, and not let in yet. Looks by itself whether an administrator has come by. */
export function WaitingRoom() {
  const { say } = useWords('accounts');
  const { me, user, reload } = useSession();
  const client = useQueryClient();
  const act = useAct();
  const waits = me?.pendingApproval === true;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  });
  if (me && !waits) return <Navigate to={user ? '/comics' : '/sign-in'} replace />;
  return (
    <Door picture="waiting" title={say('waitingTitle')} lead={<p>{say('waitingLead')}</p>}>
      {user && <p className="hint">{say('waitingAs', { email: user.email })}</p>}
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
      <div className="door-acts">
        <Button onClick={() => void reload()}>{say('waitingLook')}</Button>
        <Button look="quiet" isBusy={act.isBusy} onClick={() => void act.run(async () => { await signOut(); await changeSession(client); })}>{say('signOut')}</Button>
      </div>
    </Door>
  );
}
