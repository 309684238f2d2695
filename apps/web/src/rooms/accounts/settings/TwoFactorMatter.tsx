import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getTwoFactor, renewRecoveryCodes, startTwoFactor, turnOffTwoFactor, turnOnTwoFactor, type TwoFactorStart } from '../../../api/accounts-settings.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { useConfirmed } from './ConfirmGate.tsx';
import { Matter } from './Part.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useDates } from './use-dates.ts';

const KEY = ['accounts', 'two-factor'] as const;

export function TwoFactorMatter({ email }: { email: string }) {
  const { say } = useWords('accounts-settings');
  const { day } = useDates();
  const { reload } = useSession();
  const client = useQueryClient();
  const { confirmed, ensure } = useConfirmed();
  const state = useCall(KEY, getTwoFactor);
  const act = useAct();
  const [start, setStart] = useState<TwoFactorStart>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [isAsking, setIsAsking] = useState(false);
  const readAgain = async () => { await client.invalidateQueries({ queryKey: KEY }); await reload(); };
  const { data } = state;

  return (
    <Matter title={say('twoFactor')} lead={say('twoFactorLead')} tag={data?.isOn && <Tag tone="good">{say('twoFactorOn')}</Tag>}>
      {state.error && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {!data && !state.error && <Skeleton><Tone shape="block" heightPx={44} /></Skeleton>}
      {codes && <RecoveryCodes codes={codes} email={email} onDone={() => setCodes(undefined)} />}
      {data && !data.isOn && !start && <Button isBusy={act.isBusy} onClick={() => void act.run(async () => setStart(await confirmed(startTwoFactor)))}>{say('twoFactorStart')}</Button>}
      {data && !data.isOn && start && <SetUp start={start} onCancel={() => setStart(undefined)} onDone={async (made) => { setCodes(made); setStart(undefined); await readAgain(); }} />}
      {data?.isOn && (
        <>
          <p>{say('twoFactorSince', { date: data.since === null ? '' : day(data.since) })} {say('codesLeft', { count: data.recoveryCodesLeft })}</p>
          <div className="settings-row">
            <Button onClick={() => void act.run(async () => { setCodes((await confirmed(renewRecoveryCodes)).recoveryCodes); await readAgain(); })}>{say('codesRenew')}</Button>
            <Button look="danger" onClick={() => void act.run(async () => { await ensure(); setIsAsking(true); })}>{say('twoFactorOff')}</Button>
          </div>
        </>
      )}
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
      <ConfirmDialog title={say('twoFactorOffTitle')} text={say('twoFactorOffText')} action={say('twoFactorOff')} isOpen={isAsking} onClose={() => setIsAsking(false)}
        onConfirm={async () => { await turnOffTwoFactor(); setCodes(undefined); await readAgain(); }} />
    </Matter>
  );
}

function SetUp({ start, onCancel, onDone }: { start: TwoFactorStart; onCancel: () => void; onDone: (codes: readonly string[]) => Promise<void> }) {
  const { say } = useWords('accounts-settings');
  const { confirmed } = useConfirmed();
  const act = useAct();
  const [code, setCode] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return act.setFault({ code: 'short', text: say('codeSix') });
    await act.run(async () => onDone((await confirmed(() => turnOnTwoFactor(digits))).recoveryCodes));
  };
  return (
    <div className="set-up">
      <div className="qr"><img src={`data:image/svg+xml,${encodeURIComponent(start.qrSvg)}`} alt={say('qrAlt')} width={184} height={184} /></div>
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <p>{say('qrLead')}</p>
        <p className="hint">{say('secretLead')}</p>
        <code className="secret" data-secret>{start.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <TextField name="totp" label={say('codeNow')} value={code} inputMode="numeric" autoComplete="one-time-code" fault={act.fault?.text} onChange={(value) => { act.setFault(undefined); setCode(value); }} />
        <div className="settings-row"><Button type="submit" look="primary" isBusy={act.isBusy}>{say('twoFactorTurnOn')}</Button><Button look="quiet" onClick={onCancel}>{say('cancel')}</Button></div>
      </form>
    </div>
  );
}
