import type { Fonts } from '../fonts/load-fonts.ts';
import { estimateTextArea } from '../estimate-text-area.ts';
import { safeBox } from '../hand.ts';
import { MIN_SIZE } from '../kind-style.ts';
import { boxOf, type Box } from '../../model/geometry.ts';
import type { PageToLetter, PanelToLetter } from '../types.ts';
import type { PanelArea } from './panel-area.ts';
import { setByHand, sizeOf, spotByHand, type HandSet } from './hand-set.ts';
import { placedAt, placeUnits, weigh, type Placement } from './place-units.ts';
import { sceneOf, type Placed } from './score.ts';
import { tilePanel } from './tile-panel.ts';
import { unitsOf, type Unit } from './units.ts';

type Attempt = { scale: number; limit: number; /** Small type, only to spare a face. */ isSmall?: boolean; /** Every bubble keeps to its turn along the panel, wherever the speakers stand. */ isStrict?: boolean };

/** Type sizes to try, each with how far long lines are cut up. The allowed range is 0.75 to 1.25 of the full size. */
const ATTEMPTS: readonly Attempt[] = [
  { scale: 1, limit: 1 }, { scale: 0.93, limit: 1 }, { scale: 0.86, limit: 1.5 }, { scale: 0.86, limit: 0.6 }, { scale: 0.8, limit: 1.2 }, { scale: 0.75, limit: 2 }, { scale: 0.75, limit: 0.6 },
];
/** When all above cover a face: small type is read with less pain than a face without eyes. */
const SMALL: readonly Attempt[] = [0.68, 0.61, 0.55].flatMap((scale) => [{ scale, limit: 2, isSmall: true }, { scale, limit: 0.8, isSmall: true }]);
/** When nothing above is free of faults. */
const STRICT: readonly Attempt[] = [0.9, 0.78, 0.68, 0.6, 0.54].map((scale) => ({ scale, limit: 2, isStrict: true }));

/**
 * Places every bubble of a panel: at full size if that works, else smaller or cut differently,
 * then strictly in turn, and in the last resort as plain tiles that fill the panel. No line is ever left out.
 * What is put by hand stands where it is put; `blocked` are sounds put by hand.
 */
export function placePanel(panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts, blocked: readonly Box[] = []): Placed[] {
  const cut = new Map<number, Unit[]>();
  const unitsAt = (limit: number): Unit[] => {
    let units = cut.get(limit);
    if (!units) cut.set(limit, (units = unitsOf(panel, page, fonts, limit)));
    return units;
  };
  if (panel.lines.every((line) => line.kind === 'sfx')) return [];
  const isPut = blocked.length > 0 || panel.lines.some((line) => line.letter?.[page.language] !== undefined);
  if (!isPut && isHopeless(panel, page, area)) return tilePanel(panel, page, area, fonts);
  let best: Placement | undefined;
  let tries = 0;
  for (const attempt of [...ATTEMPTS, ...SMALL, ...STRICT]) {
    if (attempt.isSmall && (best === undefined || best.cost.face < 0.04 || best.cost.fault > 0)) continue;
    if (attempt.isStrict && best?.cost.fault === 0) break;
    const { scale, limit } = attempt;
    const units = unitsAt(limit);
    if (units.length > 24 || inkShare(units, scale, area) > 0.95 || units.some((unit) => unit.hand?.scale === undefined && unit.style.size * scale < MIN_SIZE)) continue;
    const scene = { ...sceneOf(panel, area, page.direction, units.length), ...(isPut ? { handSet: putByHand(units, scale, panel, page), blocked } : {}) };
    const placement = placeUnits(attempt.isStrict ? { ...scene, turns: turnsOf(units) } : scene, units, scale, best !== undefined);
    if (!placement) continue;
    placement.cost.soft += (1 - scale) * 40;
    if (!best || weigh(placement.cost) < weigh(best.cost)) best = placement;
    // A tail that passes a head is worth a few more tries, not smaller type for ever.
    tries++;
    if (isPut && units.every((unit) => spotByHand(unit) !== undefined)) break;
    if (best.cost.face === 0 && best.cost.fault === 0 && (best.cost.tail === 0 || tries >= 4)) break;
  }
  if (isPut) return best?.placed ?? tilesRound(panel, page, area, fonts);
  return best && best.cost.fault === 0 ? best.placed : tilePanel(panel, page, area, fonts);
}

function putByHand(units: readonly Unit[], scale: number, panel: PanelToLetter, page: PageToLetter): (HandSet | undefined)[] {
  const [frame, bounds] = [boxOf(panel.polygon), safeBox(page)];
  return units.map((unit) => setByHand(unit, scale, frame, bounds));
}

/** The last resort beside bubbles put by hand: tiles for the others. */
function tilesRound(panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts): Placed[] {
  const units = unitsOf(panel, page, fonts, Infinity);
  const put = putByHand(units, 1, panel, page);
  const free = units.filter((_, i) => !put[i]);
  const tiles = free.length > 0 ? tilePanel(panel, page, area, fonts, free) : [];
  const placed: Placed[] = [];
  units.forEach((unit, i) => placed.push(put[i] ? placedAt(unit, put[i], placed.at(-1)) : tiles[free.indexOf(unit)]!));
  return placed;
}

/** Where each bubble's middle would lie if all stood in one row in reading order, 0..1. */
function turnsOf(units: readonly Unit[]): number[] {
  const depths = units.map((unit) => {
    const { inner } = unit.choices()[0]!;
    return (unit.style.block.isVertical ? inner.a : inner.b) * unit.style.size + 4;
  });
  const total = depths.reduce((sum, depth) => sum + depth, 0);
  let pen = 0;
  return depths.map((depth) => {
    pen += depth;
    return (pen - depth / 2) / total;
  });
}

/** True when the text cannot fit as bubbles even in the smallest type: no need to try. */
function isHopeless(panel: PanelToLetter, page: PageToLetter, area: PanelArea): boolean {
  const smallest = ATTEMPTS.at(-1)!.scale;
  return estimateTextArea(panel.lines, page.language, page.isVertical) * smallest * smallest * 0.72 > area.box.width * area.box.height;
}

/** Share of the panel that the bubbles would cover. */
function inkShare(units: readonly Unit[], scale: number, area: PanelArea): number {
  let sum = 0;
  for (const unit of units) {
    if (spotByHand(unit)) continue;
    const size = sizeOf(unit, scale);
    sum += Math.min(...unit.choices().map(({ inner }) => (inner.a + unit.style.grow) * (inner.b + unit.style.grow) * 3.3)) * size * size;
  }
  return sum / (area.box.width * area.box.height);
}
