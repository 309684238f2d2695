import { listPanels, type Panel } from '@komawari/comic';
import { panelFacts } from '@komawari/comic/edit';
import { useEffect, useMemo, useState } from 'react';
import { getComic } from '../../../api/comics.ts';
import { updateComic } from '../../../api/comics-drawing.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { engine } from '../../../engine/client.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ForwardIcon, LockIcon, RedrawIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { OpenBook } from '../book/use-book.ts';
import { Sketch } from '../cast/Sketch.tsx';
import type { StaleNow } from './use-stale.ts';

type Props = { comicId: string; open: OpenBook; stale: StaleNow; onDrawing: (isDrawing: boolean) => void; onRedraw: ((panelIds: readonly string[]) => void) | undefined; onClose: () => void };

/** Every such panel as it is and as it would be, with what it costs; what is ticked is drawn again, locked ones stay. */
export function StaleDialog({ comicId, open: { book, saving }, stale, onDrawing, onRedraw, onClose }: Props) {
  const { say, sayError } = useWords('comics-overview');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<readonly string[]>();
  useEffect(() => engine.openBook(comicId, book), [comicId, book]);
  const panels = useMemo(() => new Map(listPanels(book).map((panel, index) => [panel.id, { panel, n: index + 1 }])), [book]);
  const { data: comic } = useCall(['comics', comicId, 'stale-pictures'], (signal) => getComic(comicId, signal));
  const pictures = new Map(comic?.panelStates.map((state) => [state.id, state.picture]));
  const shown = stale.ids.flatMap((id) => panels.get(id) ?? []);
  const ticked = shown.filter(({ panel }) => !panel.isLocked && !left.has(panel.id)).map(({ panel }) => panel.id);
  const cost = ticked.reduce((sum, id) => sum + (stale.costs.get(id) ?? 0), 0);
  const send = useSend((ids: readonly string[]) => updateComic(comicId, ids), { touches: [['comics', comicId]], onDone: (_, ids) => { setWanted(ids); onDrawing(true); stale.reload(); } });
  const redraw = () => {
    if (!onRedraw) return send.mutate(ticked);
    onRedraw(ticked);
    onClose();
  };

  const waiting = wanted?.filter((id) => stale.ids.includes(id)).length ?? 0;
  const isDone = wanted !== undefined && waiting === 0;
  useEffect(() => { if (isDone) onDrawing(false); }, [isDone, onDrawing]);

  const tick = (id: string) => setLeft((now) => { const next = new Set(now); if (!next.delete(id)) next.add(id); return next; });
  const foot = (
    <>
      <p className="stale-cost">{saving !== 'saved' ? say('staleWaits') : cost === 0 ? say('staleFree') : say('staleCost', { count: cost })}</p>
      <Button look="quiet" onClick={() => setLeft(ticked.length > 0 ? new Set(shown.map(({ panel }) => panel.id)) : new Set())}>{say(ticked.length > 0 ? 'staleNone' : 'staleAll')}</Button>
      <Button look="primary" icon={<RedrawIcon />} isBusy={send.isPending || waiting > 0} disabled={ticked.length === 0 || saving !== 'saved'} onClick={redraw}>{say('staleRedraw', { count: ticked.length })}</Button>
    </>
  );
  return (
    <Dialog title={say('staleTitle')} isOpen onClose={onClose} widthPx={900} {...(shown.length > 0 ? { foot } : {})}>
      {wanted && waiting > 0 && <ProgressBar label={say('staleRedrawing')} done={wanted.length - waiting} total={wanted.length} secondsLeft={undefined} isLive />}
      {send.error !== null && <p className="fault" role="alert">{sayError(send.error)}</p>}
      {shown.length === 0 ? <p role="status">{say('staleRedrawn')}</p> : <p>{say('staleText')}</p>}
      <ul className="stale-panels">
        {shown.map(({ panel, n }) => <StalePanel key={panel.id} comicId={comicId} panel={panel} facts={panelFacts(book, panel.id)} n={n} picture={pictures.get(panel.id) ?? undefined} page={stale.pages.get(panel.id)} isTicked={!panel.isLocked && !left.has(panel.id)} onTick={() => tick(panel.id)} />)}
      </ul>
    </Dialog>
  );
}

type PanelProps = { comicId: string; panel: Panel; facts: string; n: number; picture: string | undefined; page: number | undefined; isTicked: boolean; onTick: () => void };

function StalePanel({ comicId, panel, facts, n, picture, page, isTicked, onTick }: PanelProps) {
  const { say } = useWords('comics-overview');
  return (
    <li>
      <label className="stale-panel" data-locked={panel.isLocked}>
        <span className="stale-head"><input type="checkbox" checked={isTicked} disabled={panel.isLocked} onChange={onTick} />{page ? say('panelOnPage', { n, page }) : say('panelN', { n })}{panel.isLocked && <span className="stale-lock"><LockIcon aria-hidden="true" />{say('staleLocked')}</span>}</span>
        <span className="stale-pair">
          <span className="cast-sketch cast-sketch-panel">{picture !== undefined && <img src={picture} alt={say('staleNow')} loading="lazy" />}</span>
          <ForwardIcon aria-hidden="true" />
          <Sketch shape="panel" sketch={{ what: 'panel', bookId: comicId, panelId: panel.id, facts }} alt={say('staleNext')} />
        </span>
      </label>
    </li>
  );
}
