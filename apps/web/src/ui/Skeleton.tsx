import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';

/** One grey part of a skeleton: a line of text, a block, or a page of a book. */
export function Tone({ shape = 'line', widthPercent = 100, heightPx }: { shape?: 'line' | 'block' | 'page'; widthPercent?: number; heightPx?: number }) {
  return <div className={`tone tone-${shape}`} style={{ width: `${widthPercent}%`, ...(heightPx === undefined ? {} : { height: `${heightPx}px` }) }} />;
}

/** The true shape of what is coming, in screentone, and "Loading" for ears. Build it from `Tone`s in the layout of the page. */
export function Skeleton({ children }: { children: ReactNode }) {
  const { say } = useWords();
  return (
    <div className="skeleton" aria-busy="true">
      <p className="unseen" role="status">{say('loading')}</p>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
