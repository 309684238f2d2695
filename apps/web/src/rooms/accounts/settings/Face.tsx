import type { CSSProperties } from 'react';
import './settings.css';

/** Somebody's picture, or the first letter of their name on screentone. */
export function Face({ name, avatar, sizePx = 40 }: { name: string; avatar: string | null; sizePx?: number }) {
  const [first = '?'] = [...name.trim()];
  return <span className="face" style={{ '--face': `${sizePx}px` } as CSSProperties} aria-hidden="true">{avatar === null ? first.toUpperCase() : <img src={avatar} alt="" width={sizePx} height={sizePx} />}</span>;
}
