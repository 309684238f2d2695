import type { Comic } from '@komawari/contract';
import { useEffect, useRef } from 'react';
import { useWords } from '../../language/use-words.ts';
import { ReaderText } from './ReaderText.tsx';
import { keepPlace } from './place.ts';

/** A webtoon: one long way down. */
export function StripReader({ comic, page }: { comic: Comic; page: number }) {
  const { say } = useWords('comics');
  const strip = useRef<HTMLDivElement>(null);
  // Pictures get their height as they come: the place is found again until the reader moves by hand.
  const place = useRef<number | undefined>(page > 1 ? page : undefined);
  const findPlace = () => {
    if (place.current !== undefined) strip.current?.querySelector(`[data-page="${place.current}"]`)?.scrollIntoView();
  };
  const letGo = () => { place.current = undefined; };

  useEffect(() => {
    const node = strip.current;
    if (!node) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting && place.current === undefined) keepPlace(comic.id, Number((entry.target as HTMLElement).dataset['page']));
    }, { root: node, rootMargin: '-45% 0px' });
    node.querySelectorAll('[data-page]').forEach((part) => watcher.observe(part));
    return () => watcher.disconnect();
  }, [comic.id]);

  return (
    // Focusable, so that the arrow keys scroll it.
    <div ref={strip} className="strip" data-focus tabIndex={0} role="region" aria-label={comic.title} onWheel={letGo} onPointerDown={letGo} onKeyDown={letGo}>
      {comic.pages.map((part) => (
        <figure key={part.number} className="strip-part" data-page={part.number}>
          {part.picture ? <img src={part.picture} alt={say('page', { n: part.number })} onLoad={findPlace} /> : <div className="reader-wait">{say('pageNotReady')}</div>}
          <ReaderText page={part} />
        </figure>
      ))}
      <p className="strip-end">{say('readerEnd')}<span className="tag">{say('storyboard')}</span></p>
    </div>
  );
}
