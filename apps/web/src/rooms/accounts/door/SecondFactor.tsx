import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { showSecondFactor } from '../../../api/accounts.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Door } from './Door.tsx';
import { useAct } from './use-act.ts';
import { useEnter } from './use-enter.ts';

/** `/sign-in/code`: six digits of the authenticator, or a recovery code. A reload stays at this step. */
export function SecondFactor() {
  const { say } = useWords('accounts');
  const { next } = useSearch({ from: '/sign-in/code' });
  const enter = useEnter();
  const act = useAct();
  const [isRecovery, setIsRecovery] = useState(false);
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [isRecovery]);
  const isOver = act.fault?.code === 'accounts.second-factor-over';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    if (typed.length < 6) return act.setFault({ code: 'short', text: say(isRecovery ? 'codeRecoveryShort' : 'codeShort') });
    await act.run(async () => enter(await showSecondFactor(typed), next));
  };
  const turn = () => { setIsRecovery(!isRecovery); setCode(''); act.setFault(undefined); };

  return (
    <Door picture="keys" title={say('codeTitle')} lead={<p>{say(isRecovery ? 'codeRecoveryLead' : 'codeLead')}</p>} foot={<ButtonLink to="/sign-in" search={{ next }} look="quiet">{say('codeFromStart')}</ButtonLink>}>
      <form className="door-form" noValidate onSubmit={(event) => void send(event)}>
        <div className="code-field"><TextField ref={field} name="code" label={say(isRecovery ? 'codeRecovery' : 'code')} value={code} fault={act.fault?.text} spellCheck={false}
          inputMode={isRecovery ? 'text' : 'numeric'} autoComplete={isRecovery ? 'off' : 'one-time-code'} onChange={(value) => { act.setFault(undefined); setCode(value); }} /></div>
        {isOver ? <ButtonLink to="/sign-in" search={{ next }} look="primary">{say('codeFromStart')}</ButtonLink> : <Button type="submit" look="primary" isBusy={act.isBusy}>{say('codeGo')}</Button>}
      </form>
      <Button look="quiet" onClick={turn}>{say(isRecovery ? 'codeByApp' : 'codeByRecovery')}</Button>
    </Door>
  );
}
