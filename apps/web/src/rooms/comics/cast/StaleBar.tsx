import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { RedrawIcon } from '../../../ui/icons.ts';
import { useCast } from './cast-context.ts';
import { useStale } from './use-stale.ts';

const StaleDialog = lazy(() => import('./StaleDialog.tsx').then(({ StaleDialog: component }) => ({ default: component })));
const POLL_MS = 1200;

/** Says how many panels show what is no longer so, and leads to redrawing them. */
export function StaleBar() {
  const { say } = useWords('comics-cast');
  const { comicId, open } = useCast();
  const [isOpen, setIsOpen] = useState(false);
  const [isDrawing, setIsDrawing] = useState(false);
  const stale = useStale(comicId, open, isDrawing ? POLL_MS : undefined);
  const count = stale.ids.length;
  if (count === 0 && !isOpen) return null;
  return (
    <>
      {count > 0 && (
        <div className="cast-stale-bar" role="status">
          <strong className="number">{say('stale', { count })}</strong>
          <Button look="primary" icon={<RedrawIcon />} onClick={() => setIsOpen(true)}>{say('staleSee')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <StaleDialog stale={stale} onDrawing={setIsDrawing} onClose={() => { setIsOpen(false); setIsDrawing(false); }} />}</Suspense>
    </>
  );
}
