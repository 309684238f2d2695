import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';

/** What can be done with the comics that are picked; it stands at the foot of the window while there are some. */
export function PickBar({ count, children, onAll, onNone }: { count: number; children: ReactNode; onAll: () => void; onNone: () => void }) {
  const { say } = useWords('comics-shelf');
  return (
    <div className="pick-bar" role="region" aria-label={say('selected', { count })}>
      <strong className="number" role="status">{say('selected', { count })}</strong>
      <div className="pick-acts">{children}</div>
      <div className="pick-acts"><Button look="quiet" onClick={onAll}>{say('selectAll')}</Button><Button look="quiet" onClick={onNone}>{say('selectNone')}</Button></div>
    </div>
  );
}
