import type { Picture } from '@komawari/contract';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComing } from '../making/picture-states.ts';
import { useSpan } from './use-span.ts';
import { columnsFor, hang, nextPlace, seenBetween } from './waterfall.ts';

type Props = {
  pictures: readonly Picture[];
  label: string;
  isGrid: boolean;
  /** Width over height of what has no size of its own yet. */
  aspectOf: (picture: Picture) => number;
  render: (picture: Picture) => ReactNode;
  onEnd: () => void;
};

const GAP = 14;
const PHONE_GAP = 10;
const WISH = 200;
/** Words and buttons need so much. */
const TROUBLED_MIN = 212;
const UNKNOWN_MIN = 326;
const COMING_MIN = 96;
/** The next page is asked for when so much is left, px. */
const AHEAD = 1600;

/** Pictures in their true shapes, or in squares; only those near the window are there. Arrow keys go from one to the next. */
export function PictureWall({ pictures, label, isGrid, aspectOf, render, onEnd }: Props) {
  const ground = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  const { width, from, to } = useSpan(ground);
  const gapPx = width < 560 ? PHONE_GAP : GAP;
  const columns = columnsFor(width, { wishPx: WISH, gapPx, columnsMin: 2 });
  const wall = useMemo(() => hang(pictures.length, (index, columnWidth) => {
    const picture = pictures[index];
    if (!picture || isGrid) return columnWidth;
    const height = columnWidth / aspectOf(picture);
    return Math.max(height, leastHeightOf(picture));
  }, { width, columns, gapPx }), [pictures, isGrid, aspectOf, width, columns, gapPx]);
  const tallest = useMemo(() => wall.places.reduce((most, { height }) => Math.max(most, height), 0), [wall]);
  const { first, end } = seenBetween(wall.places, { from, to, tallest });
  const isNearEnd = width > 0 && to + AHEAD > wall.height;

  useEffect(() => { if (isNearEnd) onEnd(); }, [isNearEnd, onEnd]);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = linkOf(ground.current, wanted.current);
    if (link) wanted.current = undefined;
    link?.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('.wall-link') || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-picture]')?.dataset['picture'];
    const next = nextPlace(wall.places, pictures.findIndex((picture) => picture.id === id), event.key);
    const [place, picture] = next === undefined ? [] : [wall.places[next], pictures[next]];
    if (!place || !picture) return;
    event.preventDefault();
    wanted.current = picture.id;
    const top = (ground.current?.getBoundingClientRect().top ?? 0) + place.top;
    if (top < 80 || top + Math.min(place.height, innerHeight - 160) > innerHeight - 80) window.scrollBy({ top: top - innerHeight / 2 + Math.min(place.height, innerHeight) / 2, behavior: 'instant' });
    const link = linkOf(ground.current, picture.id);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  };

  return (
    <div ref={ground} role="list" aria-label={label} className="wall" data-grid={isGrid} style={{ height: `${wall.height}px` }} onKeyDown={move}>
      {wall.places.slice(first, end).map((place, offset) => {
        const picture = pictures[first + offset];
        if (!picture || place.top + place.height < from) return null;
        return <div key={picture.id} role="presentation" className="wall-place" style={{ width: `${place.width}px`, height: `${place.height}px`, transform: `translate(${place.left}px, ${place.top}px)` }}>{render(picture)}</div>;
      })}
    </div>
  );
}

function leastHeightOf(picture: Picture): number {
  if (isComing(picture)) return COMING_MIN;
  if (picture.state === 'unknown') return UNKNOWN_MIN;
  return picture.state === 'done' ? 0 : TROUBLED_MIN;
}

function linkOf(ground: HTMLElement | null, id: string): HTMLElement | null {
  return ground?.querySelector<HTMLElement>(`[data-picture="${id}"] .wall-link`) ?? null;
}
