import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Book } from '@komawari/comic';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Notice } from '../book/book-session.ts';
import { ChapterRow } from './ChapterRow.tsx';
import { PanelRow } from './PanelRow.tsx';
import { SceneRow } from './SceneRow.tsx';
import { guessHeight, type Row } from './script-rows.ts';
import type { Selection } from './selection.ts';
import { wantedOf } from './warnings.ts';

type Props = { book: Book; rows: readonly Row[]; selection: Selection | undefined; activeId: string | undefined; keptId: string | undefined; notices: readonly Notice[]; scrollTo: RefObject<(id: string) => void> };
const NONE: readonly Notice[] = [];

/** Only the rows in view are on the page, and the one that is written or dragged. */
export function ScriptList({ book, rows, selection, activeId, keptId, notices, scrollTo }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measured = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (measured !== top) setTop(measured);
  });
  const kept = [activeId, keptId].map((id) => (id === undefined ? -1 : rows.findIndex((row) => row.id === id))).filter((index) => index >= 0);
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length, overscan: 3, scrollMargin: top, estimateSize: (index) => { const row = rows[index]; return row ? guessHeight(row) : 0; }, getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    scrollTo.current = (target) => {
      const id = target.replace(/^(script-(line|panel|action|scene|chapter)|handle)-/, '');
      const index = rows.findIndex((row) => row.id === id || (row.kind === 'panel' && row.panel.lines.some((line) => line.id === id)));
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' });
    };
  });
  const { editions, language } = useEditions(book);
  return (
    <div ref={list} className="script-list" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <div key={item.key} ref={virtualizer.measureElement} data-index={item.index} className="script-row" style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)` }}>
            {row.kind === 'chapter' && <ChapterRow chapter={row.chapter} number={row.number} />}
            {row.kind === 'scene' && <SceneRow scene={row.scene} number={row.number} place={book.bible.places.find((place) => place.id === row.scene.placeId)} />}
            {row.kind === 'panel' && (
              <PanelRow
                panel={row.panel} number={row.number} isChosen={selection?.ids.has(row.id) ?? false} isActive={activeId === row.id} language={language} editions={editions} cast={book.bible.cast} style={book.style}
                notices={notices.length === 0 ? NONE : noticesOf(row.panel, notices)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function noticesOf(panel: Extract<Row, { kind: 'panel' }>['panel'], notices: readonly Notice[]): readonly Notice[] {
  const found = notices.filter((notice) => notice.kind === 'line' && panel.lines.some((line) => line.id === notice.id));
  return found.length === 0 ? NONE : found;
}

/** The same list as long as the languages stay the same, so that rows see no change. */
function useEditions(book: Book) {
  const wanted = wantedOf(book);
  const [editions, setEditions] = useState(wanted.editions);
  if (wanted.editions.join(' ') !== editions.join(' ')) setEditions(wanted.editions);
  return { editions, language: wanted.language };
}
