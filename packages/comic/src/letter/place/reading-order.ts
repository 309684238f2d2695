import type { Box } from '../../model/geometry.ts';
import type { Direction } from '../../model/kinds.ts';

/**
 * Whether a reader who has read `a` goes on to `b` and not the other way round: `b` lies clearly
 * below, or beside it in the direction of reading. Returns 0 when so, else how wrong it is (to 2).
 * `margin` asks for more than just enough, as a share of the boxes' size.
 */
export function orderFault(a: Box, b: Box, direction: Direction, margin = 0): number {
  const forward = (b.x + b.width / 2 - a.x - a.width / 2) * (direction === 'ltr' ? 1 : -1);
  const across = forward / Math.max(1, (a.width + b.width) / 2);
  const down = (b.y + b.height / 2 - a.y - a.height / 2) / Math.max(1, (a.height + b.height) / 2);
  // Further back in the row, it must lie the more clearly below to be read later.
  const below = 0.5 + margin + 0.4 * Math.max(0, Math.min(1, (-across - 0.2) / 0.6));
  if (down >= below || (down > margin - 0.5 && across >= 0.45 + margin) || (down > 0.2 + margin && across >= margin) || (down > margin - 0.75 && across >= 1 + margin)) return 0;
  return Math.min(2, 0.3 + Math.max(0, below - down) * 0.6 + Math.max(0, -across) * 0.2);
}
