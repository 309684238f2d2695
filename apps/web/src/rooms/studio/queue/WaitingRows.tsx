import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { QueueMove } from '../../../api/studio-queue.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon, DownIcon, DragIcon, FirstIcon, UpIcon } from '../../../ui/icons.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { OwnRow } from './queue-order.ts';
import { QueueRowView, useRowName } from './QueueRowView.tsx';
import type { QueueActs } from './use-queue.ts';

type Props = { rows: readonly OwnRow[]; picked: ReadonlySet<string>; acts: QueueActs; onPick: (id: string, isPicked: boolean) => void };
type Way = 'front' | 'up' | 'down' | 'end';

/** So long after a move its row keeps the focus, wherever the list puts it. */
const FOCUS_MS = 3000;
const KEYS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'front', End: 'end' };

/** One's own that wait: drawn by the handle to another place, or moved by keys and buttons. */
export function WaitingRows({ rows, picked, acts, onPick }: Props) {
  const { say } = useWords('studio');
  const nameOf = useRowName();
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<{ id: string; act: string; untilMs: number }>(undefined);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const [moved, setMoved] = useState<string>();

  const order = rows.map(({ own }) => own.pictureId).join(' ');

  // A row that is put elsewhere takes the focus with it, which the browser takes away from what moves in the document.
  useLayoutEffect(() => {
    const { id, act, untilMs } = focused.current ?? { untilMs: 0 };
    if (untilMs < performance.now() || document.activeElement !== document.body) return;
    const row = list.current?.querySelector(`[data-picture="${id}"]`);
    (row?.querySelector<HTMLElement>(`[data-act="${act}"]:not(:disabled)`) ?? row?.querySelector<HTMLElement>('[data-act="handle"]'))?.focus();
  }, [order]);

  const move = (row: OwnRow, way: QueueMove) => {
    const act = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['act'] : undefined;
    if (act !== undefined) focused.current = { id: row.own.pictureId, act, untilMs: performance.now() + FOCUS_MS };
    void acts.move(way);
    setMoved(row.own.pictureId);
  };
  const step = (row: OwnRow, to: Way) => move(row, { pictureId: row.own.pictureId, to });
  const press = (row: OwnRow) => (event: KeyboardEvent) => {
    const to = event.altKey ? KEYS[event.key] : undefined;
    if (!to) return;
    event.preventDefault();
    step(row, to);
  };
  const drop = (target: OwnRow) => {
    const from = rows.findIndex(({ own }) => own.pictureId === dragged);
    const at = rows.indexOf(target);
    const row = rows[from];
    setDragged(undefined);
    setOver(undefined);
    if (!row || from === at) return;
    const before = rows[from < at ? at + 1 : at];
    move(row, { pictureId: row.own.pictureId, ...(before ? { to: 'before', before: before.own.pictureId } : { to: 'end' }) });
  };
  const now = rows.find(({ own }) => own.pictureId === moved);

  return (
    <>
      <ol className="queue-list" ref={list}>
        {rows.map((row, index) => {
          const { pictureId: id } = row.own;
          const name = nameOf(row);
          return (
            <li
              key={id} className="queue-row" data-picture={id} data-state={row.state} data-lifted={dragged === id} data-over={over === id && dragged !== id} draggable
              onKeyDown={press(row)} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; setDragged(id); }} onDragEnd={() => { setDragged(undefined); setOver(undefined); }}
              onDragOver={(event) => { if (dragged === undefined) return; event.preventDefault(); setOver(id); }} onDrop={(event) => { event.preventDefault(); drop(row); }}
            >
              <QueueRowView
                row={row} start={<>
                  <label className="queue-pick"><input type="checkbox" checked={picked.has(id)} aria-label={say('selectOf', { name })} onChange={(event) => onPick(id, event.target.checked)} /></label>
                  <button type="button" className="queue-handle" data-act="handle" aria-label={say('queueMoveOf', { name })} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+Home Alt+End" data-tip={say('queueKeys')}><DragIcon aria-hidden="true" /></button>
                </>}
              >
                <IconButton data-act="front" label={say('queueFrontOf', { name })} icon={<FirstIcon />} disabled={index === 0} onClick={() => step(row, 'front')} />
                <IconButton data-act="up" label={say('queueUpOf', { name })} icon={<UpIcon />} disabled={index === 0} onClick={() => step(row, 'up')} />
                <IconButton data-act="down" label={say('queueDownOf', { name })} icon={<DownIcon />} disabled={index === rows.length - 1} onClick={() => step(row, 'down')} />
                <IconButton label={say('queueStopOf', { name })} icon={<CloseIcon />} onClick={() => void acts.stop([id])} />
              </QueueRowView>
            </li>
          );
        })}
      </ol>
      <VisuallyHidden isLive>{now ? say('queueMoved', { name: nameOf(now), n: now.position ?? 0, count: rows.length }) : ''}</VisuallyHidden>
    </>
  );
}
