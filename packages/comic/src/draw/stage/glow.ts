/** Tone scraped away behind heads, as with a knife on film: the eye finds the faces first. */
import type { Box } from '../../model/geometry.ts';
import { num } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';

/** One soft patch of paper round each head; lies between place and people. `strength` 0..1. */
export function headGlow(pen: Pen, heads: readonly Box[], strength: number): string {
  if (strength <= 0) return '';
  return heads.map((head) => {
    const [x, y] = [head.x + head.width / 2, head.y + head.height * 0.55];
    const r = Math.max(head.width, head.height) * 1.35;
    const id = `kw${Math.round(x)}-${Math.round(y)}-${Math.round(r)}`;
    const stop = (at: number, k: number): string => `<stop offset="${at}" stop-color="${pen.paints.paper}" stop-opacity="${(k * strength).toFixed(2)}"/>`;
    const gradient = `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${num(x)}" cy="${num(y)}" r="${num(r)}">${stop(0.35, 1)}${stop(0.7, 0.6)}${stop(1, 0)}</radialGradient>`;
    return `<defs>${gradient}</defs><circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="url(#${id})"/>`;
  }).join('');
}
