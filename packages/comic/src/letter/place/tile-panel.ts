import type { Box } from '../../model/geometry.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { supports } from '../shape/superellipse.ts';
import { INK, type BubbleShape } from '../shape/bubble-shape.ts';
import { setGreedy } from '../text/set-greedy.ts';
import type { PageToLetter, PanelToLetter } from '../types.ts';
import { isInside, type PanelArea } from './panel-area.ts';
import { boxAround, type Placed } from './score.ts';
import { unitsOf, type Unit } from './units.ts';

const PAD = 5;
const GAP = 7;

/**
 * The last resort for too much text in too small a panel: square-ish bubbles one below the
 * other (or side by side for columns), in type as small as it takes. The meter reports it.
 */
export function tilePanel(panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts, units: readonly Unit[] = unitsOf(panel, page, fonts, Infinity)): Placed[] {
  const room = roomIn(area);
  const largest = Math.max(...units.map((unit) => unit.style.size));
  let size = largest;
  for (; size > 0.6; size *= 0.93) {
    const placed = tile(units, room, page, size / largest);
    if (placed) return placed;
  }
  return tile(units, room, page, size / largest, true)!;
}

function tile(units: readonly Unit[], room: Box, page: PageToLetter, scale: number, isForced = false): Placed[] | undefined {
  const gap = Math.min(GAP, (page.isVertical ? room.width : room.height) / (units.length * 4));
  const pad = Math.min(PAD, gap);
  const across = (page.isVertical ? room.height : room.width) - 2 * pad;
  const shapes = units.map((unit) => shapeFor(unit, unit.style.size * scale, across, pad));
  const depth = shapes.reduce((sum, s) => sum + 2 * (page.isVertical ? s.inner.a : s.inner.b), 0) + gap * (units.length - 1);
  const widest = Math.max(...shapes.map((s) => 2 * (page.isVertical ? s.inner.b : s.inner.a)));
  const space = page.isVertical ? room.width : room.height;
  if (!isForced && (depth > space || widest > across + 2 * pad + 0.01)) return undefined;
  const extra = Math.max(0, space - depth) / Math.max(1, units.length + 1);
  let pen = Math.min(extra, 12);
  return units.map((unit, i) => {
    const shape = shapes[i]!;
    const { a, b } = shape.inner;
    const along = 2 * (page.isVertical ? a : b);
    const at = pen + along / 2;
    pen += along + gap + Math.min(extra, 12);
    const x = page.isVertical ? (page.direction === 'rtl' ? room.x + room.width - at : room.x + at) : page.direction === 'ltr' ? room.x + a : room.x + room.width - a;
    const y = page.isVertical ? room.y + b : room.y + at;
    return { unit, shape, x, y, box: boxAround(shape, x, y), isLinked: false };
  });
}

function shapeFor(unit: Unit, size: number, across: number, pad: number): BubbleShape {
  const block = setGreedy(unit.atoms, across / size, { ...unit.style.block, isRound: false });
  const inner = { a: (block.width * size) / 2 + pad, b: (block.height * size) / 2 + pad, p: Infinity };
  return { block, form: 'box', size, inner, outer: inner, support: supports(inner), cost: 0 };
}

/** A large upright rectangle inside the panel: the best of a few heights. */
function roomIn(area: PanelArea): Box {
  const { box } = area;
  const inset = INK + 4;
  let best: Box = { x: area.centre.x - 4, y: area.centre.y - 4, width: 8, height: 8 };
  const steps = 10;
  for (let i = 0; i < steps; i++) {
    for (let j = i + 1; j <= steps; j++) {
      const [y0, y1] = [box.y + inset + ((box.height - 2 * inset) * i) / steps, box.y + inset + ((box.height - 2 * inset) * j) / steps];
      let [x0, x1] = [box.x + inset, box.x + box.width - inset];
      const slack = area.planes.map((p) => ({ ...p, d: p.d - inset }));
      for (let k = 0; k < 40 && x0 < x1 && !(isInside(slack, x0, y0) && isInside(slack, x0, y1)); k++) x0 += box.width / 40;
      for (let k = 0; k < 40 && x0 < x1 && !(isInside(slack, x1, y0) && isInside(slack, x1, y1)); k++) x1 -= box.width / 40;
      if (x1 > x0 && (x1 - x0) * (y1 - y0) > best.width * best.height) best = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
    }
  }
  return best;
}
