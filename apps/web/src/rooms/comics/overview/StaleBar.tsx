import type { Comic } from '@komawari/contract';
import { lazy, Suspense, useState } from 'react';
import { getStale } from '../../../api/comics-drawing.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { isEnded } from './making.ts';
import type { Redraw } from './redraw-wish.ts';

const StaleSheet = lazy(() => import('./StaleSheet.tsx').then(({ StaleSheet: component }) => ({ default: component })));

/** Pictures that show something else than the book tells now. Nothing is drawn again unasked. */
export function StaleBar({ comic, onRedraw }: { comic: Comic; onRedraw: (redraw: Redraw) => void }) {
  const { say } = useWords('comics-overview');
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useCall(['comics', comic.id, 'stale', comic.revision, comic.pagesRevision], (signal) => getStale(comic.id, signal), { isOff: comic.revision === 0 || comic.isScriptOnly || !isEnded(comic.state) });
  const items = data?.items.filter((item) => item.reason === 'facts') ?? [];
  if (items.length === 0 || !isEnded(comic.state)) return null;
  return (
    <section className="stale-bar">
      <p>{say('stale', { count: items.length })}</p>
      <Button onClick={() => setIsOpen(true)}>{say('staleLook')}</Button>
      <Suspense>{isOpen && <StaleSheet comic={comic} items={items} onClose={() => setIsOpen(false)} onRedraw={onRedraw} />}</Suspense>
    </section>
  );
}
