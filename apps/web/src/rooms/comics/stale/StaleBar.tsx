import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { RedrawIcon } from '../../../ui/icons.ts';
import type { OpenBook } from '../book/use-book.ts';
import './stale.css';
import { useStale } from './use-stale.ts';

const StaleDialog = lazy(() => import('./StaleDialog.tsx').then(({ StaleDialog: component }) => ({ default: component })));
const POLL_MS = 1200;

type Props = {
  comicId: string; open: OpenBook; /** Stays at the lower edge of the window, as the one thing to do. */ isSticky?: boolean;
  /** Has them drawn; without it the dialog does, and says how far it is. */
  onRedraw?: (panelIds: readonly string[]) => void;
};

/** Pictures that show something else than the book tells now, and the way to redraw them. Nothing is drawn again unasked. */
export function StaleBar({ comicId, open, isSticky = false, onRedraw }: Props) {
  const { say } = useWords('comics-overview');
  const [isOpen, setIsOpen] = useState(false);
  const [isDrawing, setIsDrawing] = useState(false);
  const stale = useStale(comicId, open, isDrawing ? POLL_MS : undefined);
  const count = stale.ids.length;
  if (count === 0 && !isOpen) return null;
  return (
    <>
      {count > 0 && (
        <div className="stale-bar" data-sticky={isSticky} role="status">
          <strong className="number">{say('stale', { count })}</strong>
          <Button look={isSticky ? 'primary' : 'plain'} icon={<RedrawIcon />} onClick={() => setIsOpen(true)}>{say(stale.cost === 0 ? 'staleLookFree' : 'staleLook')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <StaleDialog comicId={comicId} open={open} stale={stale} onDrawing={setIsDrawing} onRedraw={onRedraw} onClose={() => { setIsOpen(false); setIsDrawing(false); }} />}</Suspense>
    </>
  );
}
