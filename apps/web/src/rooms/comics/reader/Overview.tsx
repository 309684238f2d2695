import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';
import type { Page } from './guided.ts';

type Props = { pages: readonly Page[]; open: readonly number[]; direction: 'ltr' | 'rtl'; onPage: (page: number) => void; onClose: () => void };

/** Every page, small, in reading direction; pictures only where one looks. */
export function Overview({ pages, open, direction, onPage, onClose }: Props) {
  const { say } = useWords('comics-reader');
  const wall = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    const node = wall.current;
    if (!node) return undefined;
    const current = node.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'center' });
    current?.focus({ preventScroll: true });
    const watcher = new IntersectionObserver((entries) => {
      setNear((before) => {
        const after = new Set(before);
        for (const entry of entries) {
          const number = Number((entry.target as HTMLElement).dataset['thumb']);
          if (entry.isIntersecting) after.add(number); else after.delete(number);
        }
        return after;
      });
    }, { root: node, rootMargin: '60% 0px' });
    for (const thumb of node.querySelectorAll('[data-thumb]')) watcher.observe(thumb);
    return () => watcher.disconnect();
  }, [pages]);

  return (
    <section className="r-cover r-overview" ref={wall} aria-label={say('allPages')} data-still>
      <div className="r-cover-head"><h2>{say('allPages')}</h2><IconButton label={say('close')} icon={<CloseIcon />} onClick={onClose} /></div>
      <div className="r-thumbs" dir={direction}>
        {pages.map((page) => (
          <button key={page.number} type="button" className="r-thumb" data-thumb={page.number} aria-label={say('goToPage', { n: page.number })} aria-current={open.includes(page.number) ? 'page' : undefined} onClick={() => onPage(page.number)}>
            <span className="r-thumb-paper" style={{ aspectRatio: `${Math.max(1, page.width)} / ${Math.min(Math.max(1, page.height), page.width * 2)}` }}>
              {near.has(page.number) && page.preview !== null && <img src={page.preview} alt="" draggable={false} decoding="async" />}
            </span>
            <span className="number">{page.number}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
