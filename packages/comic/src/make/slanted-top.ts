/** Where a panel's frame cuts its picture from above. */
import type { LaidPanel } from '../layout/index.ts';
import type { Box } from '../model/geometry.ts';

/** Less is the width of the frame's own line, u. */
const LEVEL = 4;

/** Height of a slanted upper edge at an x, both in the picture `box` of the panel, u; undefined where the edge runs level. */
export function slantedTop({ polygon }: Pick<LaidPanel, 'polygon'>, box: Pick<Box, 'x' | 'y'>): ((x: number) => number) | undefined {
  const edges = polygon.map((a, i) => [a, polygon[(i + 1) % polygon.length]!] as const).filter(([a, b]) => Math.abs(a.x - b.x) > Math.abs(a.y - b.y));
  const top = edges.toSorted(([a, b], [c, d]) => a.y + b.y - c.y - d.y)[0];
  if (!top || Math.abs(top[0].y - top[1].y) < LEVEL) return undefined;
  const [from, to] = top[0].x < top[1].x ? top : [top[1], top[0]];
  return (x) => from.y - box.y + (to.y - from.y) * Math.max(0, Math.min(1, (x + box.x - from.x) / (to.x - from.x)));
}
