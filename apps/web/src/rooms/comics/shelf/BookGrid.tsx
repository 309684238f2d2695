import type { ComicSummary } from '@komawari/contract';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { neighbour } from './selection.ts';
import { useColumns } from './use-columns.ts';

type Props = { books: readonly ComicSummary[]; label: string; render: (comic: ComicSummary) => ReactNode; onEnd?: (() => void) | undefined };

/** Covers in rows; only those near the window are there, so a thousand cost as little as thirty. Arrow keys go from cover to cover. */
export function BookGrid({ books, label, render, onEnd }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  const { columns, rowHeight, top } = useColumns(grid);
  const rows = useWindowVirtualizer({ count: Math.ceil(books.length / columns), estimateSize: () => rowHeight, overscan: 2, scrollMargin: top, gap: 20 });
  const shelves = useMemo(() => Array.from({ length: Math.ceil(books.length / columns) }, (_, row) => books.slice(row * columns, (row + 1) * columns)), [books, columns]);
  const shown = rows.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? 0) >= Math.ceil(books.length / columns) - 2;

  useEffect(() => { rows.measure(); }, [rows, rowHeight, columns]);
  useEffect(() => { if (isAtEnd) onEnd?.(); }, [isAtEnd, onEnd]);
  useEffect(() => {
    // A row that has just come into being takes the focus that was on its way to it.
    if (wanted.current === undefined) return;
    const link = linkOf(grid.current, wanted.current);
    if (link) wanted.current = undefined;
    link?.focus();
  });

  const move = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-comic]');
    if (!card || !(event.target as HTMLElement).matches('.shelf-link') || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = books.findIndex(({ id }) => id === card.dataset['comic']);
    const next = neighbour(index, event.key, columns, books.length);
    const comic = next === undefined ? undefined : books[next];
    if (next === undefined || !comic) return;
    event.preventDefault();
    wanted.current = comic.id;
    rows.scrollToIndex(Math.floor(next / columns));
    linkOf(grid.current, comic.id)?.focus({ preventScroll: true });
  };

  return (
    <div ref={grid} role="list" aria-label={label} className="shelf-grid" style={{ height: `${rows.getTotalSize()}px` }} onKeyDown={move}>
      {shown.map((row) => (
        <div key={row.key} role="presentation" data-index={row.index} ref={rows.measureElement} className="shelf-row" style={{ '--columns': columns, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, transform: `translateY(${row.start - top}px)` } as CSSProperties}>
          <Row books={shelves[row.index] ?? []} render={render} />
        </div>
      ))}
    </div>
  );
}

/** Scrolling draws new rows alone. */
const Row = memo(function Row({ books, render }: Pick<Props, 'books' | 'render'>) {
  return books.map(render);
});

function linkOf(grid: HTMLElement | null, comicId: string): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-comic="${comicId}"] .shelf-link`) ?? null;
}
