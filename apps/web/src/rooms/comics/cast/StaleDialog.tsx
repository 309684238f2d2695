import { listPanels, type Panel } from '@komawari/comic';
import { panelFacts } from '@komawari/comic/edit';
import { useEffect, useMemo, useState } from 'react';
import { getComic } from '../../../api/comics.ts';
import { updateComic } from '../../../api/comics-drawing.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ForwardIcon, LockIcon, RedrawIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useCast } from './cast-context.ts';
import { Sketch } from './Sketch.tsx';
import type { StaleNow } from './use-stale.ts';

type Props = { stale: StaleNow; onDrawing: (isDrawing: boolean) => void; onClose: () => void };

/** Every such panel as it is and as it would be; what is ticked is drawn again, locked ones stay. */
export function StaleDialog({ stale, onDrawing, onClose }: Props) {
  const { say, sayError } = useWords('comics-cast');
  const { comicId, open } = useCast();
  const { book, saving } = open;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<readonly string[]>();
  const panels = useMemo(() => new Map(listPanels(book).map((panel) => [panel.id, panel])), [book]);
  const { data: comic } = useCall(['comics', comicId, 'cast'], (signal) => getComic(comicId, signal));
  const pictures = new Map(comic?.panelStates.map((state) => [state.id, state.picture]));
  const shown = stale.ids.flatMap((id) => panels.get(id) ?? []);
  const ticked = shown.filter((panel) => !panel.isLocked && !left.has(panel.id)).map((panel) => panel.id);
  const redraw = useSend((ids: readonly string[]) => updateComic(comicId, ids), { touches: [['comics', comicId]], onDone: (_, ids) => { setWanted(ids); onDrawing(true); stale.reload(); } });

  const waiting = wanted?.filter((id) => stale.ids.includes(id)).length ?? 0;
  const isDone = wanted !== undefined && waiting === 0;
  useEffect(() => { if (isDone) onDrawing(false); }, [isDone, onDrawing]);

  const tick = (id: string) => setLeft((now) => { const next = new Set(now); if (!next.delete(id)) next.add(id); return next; });
  const foot = (
    <>
      {saving !== 'saved' && <p className="hint">{say('waitSave')}</p>}
      <Button look="quiet" onClick={() => setLeft(ticked.length > 0 ? new Set(shown.map((panel) => panel.id)) : new Set())}>{say(ticked.length > 0 ? 'tickNone' : 'tickAll')}</Button>
      <Button look="primary" icon={<RedrawIcon />} isBusy={redraw.isPending || waiting > 0} disabled={ticked.length === 0 || saving !== 'saved'} onClick={() => redraw.mutate(ticked)}>{say('redraw', { count: ticked.length })}</Button>
    </>
  );
  return (
    <Dialog title={say('staleTitle')} isOpen onClose={onClose} widthPx={900} {...(shown.length > 0 ? { foot } : {})}>
      {wanted && waiting > 0 && <ProgressBar label={say('redrawing')} done={wanted.length - waiting} total={wanted.length} secondsLeft={undefined} isLive />}
      {redraw.error !== null && <p className="fault" role="alert">{sayError(redraw.error)}</p>}
      {shown.length === 0 ? <p role="status">{say('redrawn')}</p> : <p>{say('staleText')}</p>}
      <ul className="cast-stale-panels">
        {shown.map((panel) => <StalePanel key={panel.id} panel={panel} picture={pictures.get(panel.id) ?? undefined} page={stale.pages.get(panel.id)} isTicked={!panel.isLocked && !left.has(panel.id)} onTick={() => tick(panel.id)} />)}
      </ul>
    </Dialog>
  );
}

function StalePanel({ panel, picture, page, isTicked, onTick }: { panel: Panel; picture: string | undefined; page: number | undefined; isTicked: boolean; onTick: () => void }) {
  const { say } = useWords('comics-cast');
  const { comicId, open } = useCast();
  const facts = useMemo(() => panelFacts(open.book, panel.id), [open.book, panel.id]);
  return (
    <li>
      <label className="cast-stale-panel" data-locked={panel.isLocked}>
        <span className="cast-stale-head"><input type="checkbox" checked={isTicked} disabled={panel.isLocked} onChange={onTick} />{page ? say('panelOn', { page }) : say('panelNew')}{panel.isLocked && <span className="cast-stale-lock"><LockIcon aria-hidden="true" />{say('locked')}</span>}</span>
        <span className="cast-stale-pair">
          <span className="cast-sketch cast-sketch-panel">{picture !== undefined && <img src={picture} alt={say('nowLook')} loading="lazy" />}</span>
          <ForwardIcon aria-hidden="true" />
          <Sketch shape="panel" sketch={{ what: 'panel', bookId: comicId, panelId: panel.id, facts }} alt={say('nextLook')} />
        </span>
      </label>
    </li>
  );
}
