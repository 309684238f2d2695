import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link, useSearch } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { placeName } from '../book/place-name.ts';
import { useCast } from './cast-context.ts';
import { SceneRow } from './SceneRow.tsx';
import './places.css';

const ROW_PX = 176;

/** The setting of every scene, in story order; a picture of each shows at once what a change does. */
export function SceneTable() {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  const { comicId, open, scenes } = useCast();
  const { place: placeId } = useSearch({ from: '/comics/$comicId/cast' });
  const shown = placeId === undefined ? scenes : scenes.filter(({ scene }) => scene.placeId === placeId);
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({ count: shown.length, estimateSize: () => ROW_PX, overscan: 4, scrollMargin: top, getItemKey: (index) => shown[index]?.scene.id ?? index });
  const place = open.book.bible.places.find((one) => one.id === placeId);
  return (
    <section>
      <p className="cast-scene-text">{say('sceneText')}</p>
      {placeId !== undefined && <p className="cast-scene-filter"><Tag>{say('onlyPlace', { name: place ? placeName(place, sayTerm) : say('unnamed') })}</Tag><Link to="/comics/$comicId/cast" params={{ comicId }} search={{ show: 'scenes' }} className="quiet">{say('allScenes')}</Link></p>}
      <ol ref={list} className="cast-scene-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const at = shown[item.index];
          return at && (
            <li key={item.key} ref={rows.measureElement} data-index={item.index} aria-setsize={shown.length} aria-posinset={item.index + 1} style={{ transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}>
              <SceneRow at={at} isFirstOfChapter={shown[item.index - 1]?.chapter !== at.chapter} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
