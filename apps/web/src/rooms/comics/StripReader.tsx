import type { Comic } from '@komawari/contract';
import { useEffect, useRef } from 'react';
import { useWords } from '../../language/use-words.tsx';
import { ReaderText } from './ReaderText.tsx';
import { keepPlace } from './place.ts';

/** A webtoon: one long way down. */
export function StripReader({ comic, page }: { comic: Comic; page: number }) {
  const { say } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const first = useRef(page);

  useEffect(() => {
    const node = strip.current;
    if (!node) return undefined;
    if (first.current > 1) node.querySelector(`[data-page="${first.current}"]`)?.scrollIntoView();
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) keepPlace(comic.id, Number((entry.target as HTMLElement).dataset['page']));
    }, { root: node, rootMargin: '-45% 0px' });
    node.querySelectorAll('[data-page]').forEach((part) => watcher.observe(part));
    return () => watcher.disconnect();
  }, [comic.id]);

  return (
    // Focusable, so that the arrow keys scroll it.
    <div ref={strip} className="strip" data-focus tabIndex={0} role="region" aria-label={comic.title}>
      {comic.pages.map((part) => (
        <figure key={part.number} className="strip-part" data-page={part.number}>
          {part.picture ? <img src={part.picture} alt={say('page', { n: part.number })} /> : <div className="reader-wait">{say('pageNotReady')}</div>}
          <ReaderText page={part} />
        </figure>
      ))}
      <p className="strip-end">{say('readerEnd')}<span className="tag">{say('storyboard')}</span></p>
    </div>
  );
}
