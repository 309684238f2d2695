import type { CSSProperties } from 'react';
import type { Box } from '@komawari/comic/by-hand';

/** A place on the page in parts of its size: it holds at every zoom. */
export function placeOn(page: { width: number; height: number }, { x, y, width, height }: Box): CSSProperties {
  return { left: `${(x / page.width) * 100}%`, top: `${(y / page.height) * 100}%`, ...(width > 0 || height > 0 ? { width: `${(width / page.width) * 100}%`, height: `${(height / page.height) * 100}%` } : {}) };
}
