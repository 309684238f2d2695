import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import type { Page } from './guided.ts';
import { PagePicture } from './PagePicture.tsx';
import { PageText } from './PageText.tsx';

type Props = { pages: readonly Page[]; page: number; jumps: number; label: string; onSeen: (page: number) => void; end: ReactNode; widthFactor: number; onTap: () => void };

/** One long way down. All pages have their room; only those near the window have their pictures. */
export function ScrollView({ pages, page, jumps, label, onSeen, end, widthFactor, onTap }: Props) {
  const strip = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([page]));
  const latest = useRef({ page, onSeen, isJumping: true });
  useEffect(() => { latest.current = { ...latest.current, page, onSeen }; });

  useEffect(() => {
    const node = strip.current;
    const target = node?.querySelector(`[data-page="${latest.current.page}"]`);
    if (!node || !target) return undefined;
    latest.current.isJumping = true;
    target.scrollIntoView({ block: 'start' });
    node.focus({ preventScroll: true });
    // What the jump itself passes is not read.
    const timer = setTimeout(() => { latest.current.isJumping = false; }, 150);
    return () => clearTimeout(timer);
  }, [jumps]);

  useEffect(() => {
    const node = strip.current;
    if (!node) return undefined;
    const numberOf = (entry: IntersectionObserverEntry) => Number((entry.target as HTMLElement).dataset['page']);
    const nearby = new IntersectionObserver((entries) => {
      setNear((before) => {
        const after = new Set(before);
        for (const entry of entries) if (entry.isIntersecting) after.add(numberOf(entry)); else after.delete(numberOf(entry));
        return after;
      });
    }, { root: node, rootMargin: '120% 0px 200%' });
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting && !latest.current.isJumping) latest.current.onSeen(numberOf(entry));
    }, { root: node, rootMargin: '-45% 0px' });
    for (const part of node.querySelectorAll('[data-page]')) {
      nearby.observe(part);
      seen.observe(part);
    }
    return () => { nearby.disconnect(); seen.disconnect(); };
  }, [pages]);

  return (
    // Focusable, so that the arrow keys scroll it.
    <div ref={strip} className="r-strip" data-focus tabIndex={0} role="region" aria-label={label} style={{ '--closer': widthFactor } as CSSProperties} onClick={(event) => { if (!(event.target instanceof Element && event.target.closest('button, a'))) onTap(); }}>
      {pages.map((part) => (
        <figure key={part.number} className="reader-page r-strip-part" data-page={part.number} style={{ aspectRatio: `${Math.max(1, part.width)} / ${Math.max(1, part.height)}` }}>
          {near.has(part.number) && <><PagePicture page={part} /><PageText page={part} /></>}
        </figure>
      ))}
      {end}
    </div>
  );
}
