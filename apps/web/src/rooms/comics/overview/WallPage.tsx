import { Link } from '@tanstack/react-router';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';
import { isFault } from './making.ts';
import { placeOf, type Slot } from './page-slots.ts';
import type { PageProps } from './PageWall.tsx';

/** One page: composed, or its frames filling one by one. The page opens in the reader, a panel among its takes. */
export function WallPage({ comicId, page, size, slots, isMaking }: PageProps) {
  const { say } = useWords('comics-overview');
  const isReady = page.picture !== null;
  return (
    <div className={isReady || slots.length > 0 ? 'wall-page' : 'wall-page wall-ahead'} data-page={page.number} data-ready={isReady} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      {isReady && <img className="wall-sheet" src={page.preview ?? page.picture ?? undefined} alt="" loading="lazy" />}
      {isReady
        ? <Link to="/comics/$comicId/read" params={{ comicId }} search={{ page: page.number }} resetScroll={false} className="wall-open" aria-label={say('openPage', { n: page.number })} />
        : <span className="unseen">{say(isMaking ? 'pageComing' : 'pageUnfinished', { n: page.number })}</span>}
      {!isReady && slots.map(({ panel, frame }) => (panel.picture !== null && frame ? <img key={panel.id} className="wall-panel" src={panel.picture} alt="" loading="lazy" style={placeOf(frame, size)} /> : null))}
      {slots.map((slot) => <SlotLink key={slot.panel.id} comicId={comicId} slot={slot} size={size} isReady={isReady} isMaking={isMaking} />)}
      <span className="wall-number number" aria-hidden="true">{page.number}</span>
    </div>
  );
}

/** The panel's place: empty, being drawn, drawn, or the reason why it is not. */
function SlotLink({ comicId, slot: { panel, n, frame }, size, isReady, isMaking }: { comicId: string; slot: Slot; size: PageProps['size']; isReady: boolean; isMaking: boolean }) {
  const { say } = useWords('comics-overview');
  if (!frame) return null;
  const { state } = panel;
  const isOpen = state === 'queued' || state === 'running';
  const fault = isFault(state) ? (panel.error?.message ?? say('panelFault')) : undefined;
  const label = fault !== undefined ? `${say('panelN', { n })}: ${fault}` : say(state === 'running' && isMaking ? 'panelRunning' : state === 'done' ? 'panelN' : 'panelWaiting', { n });
  return (
    <Link
      to="/comics/$comicId/panels/$panelId" params={{ comicId, panelId: panel.id }} resetScroll={false} className="wall-slot" aria-label={label} style={placeOf(frame, size)}
      data-state={state} data-filled={panel.picture !== null} data-shown={isReady} data-tip={fault}
    >
      {fault !== undefined && <span className="wall-reason"><AlertIcon aria-hidden="true" /><span>{fault}</span></span>}
      {isOpen && !isReady && panel.picture === null && <span className="wall-n number" aria-hidden="true">{n}</span>}
    </Link>
  );
}
