import { useRef, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import type { StateName } from '../../../ui/StatePicture.tsx';
import { Door } from './Door.tsx';
import { useAct } from './use-act.ts';

type Props = { token: string | undefined; picture: StateName; title: string; lead: string; action: string; use: (token: string) => Promise<void>; again: ReactNode };

/** What the link of a letter opens. Opening uses nothing up, pressing does: a mail scanner that looks in has spent nothing. */
export function TokenPage({ token, picture, title, lead, action, use, again }: Props) {
  const act = useAct();
  const isSpent = useRef(false);
  if (token === undefined) return <LinkOver text={undefined} again={again} />;
  if (act.fault && /^accounts\.(link|email-taken|invitation|sign-up)/.test(act.fault.code)) return <LinkOver text={act.fault.text} again={again} />;
  const press = () => act.run(async () => {
    if (isSpent.current) return;
    await use(token);
    isSpent.current = true;
  });
  return (
    <Door picture={picture} title={title} lead={<p>{lead}</p>}>
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
      <Button look="primary" isBusy={act.isBusy} onClick={() => void press()}>{action}</Button>
    </Door>
  );
}

/** A link that was used, has expired, or was cut off on its way. */
export function LinkOver({ text, again }: { text: string | undefined; again: ReactNode }) {
  const { say } = useWords('accounts');
  return <Door picture="lost" title={say('linkOverTitle')} lead={<p role="alert">{text ?? say('linkBroken')}</p>}><p className="hint">{say('linkOverWhy')}</p><div className="door-acts">{again}</div></Door>;
}
