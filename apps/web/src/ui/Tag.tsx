import type { ReactNode } from 'react';

/** A short word about a thing. `live` is vermilion: for what is going on now. */
export function Tag({ children, tone = 'plain', title }: { children: ReactNode; tone?: 'plain' | 'live' | 'good' | 'warn' | 'bad'; title?: string }) {
  return <span className="tag" data-tone={tone} data-tip={title}>{children}</span>;
}
