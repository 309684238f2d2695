import type { Line } from '../../model/book.ts';
import type { Box, Point } from '../../model/geometry.ts';
import { seededRandom, type Random } from '../../model/random.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { styleOf } from '../kind-style.ts';
import { boxOf } from '../../model/geometry.ts';
import { handOf, keptWithin, safeBox, spotOnPage } from '../hand.ts';
import { hasDots, stressOf } from '../text/stress.ts';
import { gapOf, supports } from '../shape/superellipse.ts';
import { cleanText, textOfLine } from '../text/clean-text.ts';
import type { Bubble, PageToLetter, PanelToLetter } from '../types.ts';
import { centrePlanes, centresIn, type PanelArea } from './panel-area.ts';
import { bendText, type BentText } from './bend-text.ts';
import { shareCovered } from './score.ts';
import { atomsOf, chainOf, stressAtoms } from './units.ts';

const SIZES = [1.25, 1, 0.8, 0.64, 0.5, 0.4, 0.3] as const;

/** Sounds are drawn letters near the action, in the room that the bubbles leave. */
export function placeSounds(panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts, bubbles: readonly Bubble[], put: readonly Bubble[] = []): Bubble[] {
  const placed: Bubble[] = [...put];
  for (const line of panel.lines) if (line.kind === 'sfx' && !put.some((bubble) => bubble.lineId === line.id)) placed.push(placeSound(line, panel, page, area, fonts, [...bubbles, ...placed]));
  return placed;
}

/** Sounds put by hand: the others and the bubbles keep away from them. */
export function putSounds(panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts): Bubble[] {
  return panel.lines.filter((line) => line.kind === 'sfx' && handOf(line, page.language)?.at).map((line) => placeSound(line, panel, page, area, fonts, []));
}

/** How a sound leans when nobody has turned it, degrees clockwise. */
export function usualTurn(page: Pick<PageToLetter, 'seed' | 'isVertical'>, lineId: string): number {
  return tiltOf(seededRandom(`${page.seed}:${lineId}:sound`), page.isVertical);
}

function tiltOf(random: Random, isVertical: boolean): number {
  return random.between(6, 13) * (isVertical ? 0.6 : 1) * (random.chance(0.72) ? -1 : 1);
}

function placeSound(line: Line, panel: PanelToLetter, page: PageToLetter, area: PanelArea, fonts: Fonts, others: readonly Bubble[]): Bubble {
  const random = seededRandom(`${page.seed}:${line.id}:sound`);
  const hand = handOf(line, page.language);
  const isVertical = hand?.isVertical ?? page.isVertical;
  const stress = stressOf(line, page.language);
  const style = styleOf({ language: page.language, kind: 'sfx', isVertical, isOffPanel: false, hasRuby: false, hasDots: hasDots(stress) });
  const chain = chainOf(page, 'sfx', fonts, hand);
  const setting = { language: page.language, isVertical };
  const text = cleanText(textOfLine(line, page.language));
  const atoms = atomsOf(text, setting, fonts, chain);
  stressAtoms(atoms, text, stress, 0, { ...setting, fonts, chain });
  const usual = tiltOf(random, isVertical);
  const longest = hand?.measure === undefined ? undefined : hand.measure / (style.size * (hand.scale ?? 1));
  const bent = bendText(atoms, { isVertical, tilt: hand?.turn ?? usual, longest, arch: random.between(-0.5, 0.7), swell: random.between(0.04, 0.12) });
  let best: { cost: number; at: Point; size: number } | undefined;
  const long = Math.max(bent.box.width, bent.box.height);
  const full = Math.min(style.size * 1.25, (area.diagonal * 0.46) / Math.max(1.6, long));
  if (hand?.at) {
    const bounds = safeBox(page);
    const wished = hand.scale === undefined ? full : style.size * hand.scale;
    const size = Math.max(1, Math.min(wished, bounds.width / bent.box.width, bounds.height / bent.box.height));
    const at = keptWithin(spotOnPage(hand.at, boxOf(panel.polygon)), (bent.box.width * size) / 2, (bent.box.height * size) / 2, bounds);
    return soundBubble(line, panel, text, bent, at, size, isVertical);
  }
  for (const factor of hand?.scale === undefined ? SIZES : [hand.scale]) {
    const size = hand?.scale === undefined ? Math.min(full, style.size * factor) : style.size * factor;
    const spot = bestSpot(bent, size, panel, area, others, random.between(-0.2, 0.2));
    if (spot && (!best || spot.cost < best.cost)) best = { ...spot, size };
    if (best && best.cost < 40) break;
  }
  const chosen = best ?? { at: area.centre, size: Math.max(1, Math.min(full, area.box.width / Math.max(1, bent.box.width), area.box.height / Math.max(1, bent.box.height)) * 0.9) };
  return soundBubble(line, panel, text, bent, chosen.at, chosen.size, isVertical);
}

function bestSpot(bent: BentText, size: number, panel: PanelToLetter, area: PanelArea, others: readonly Bubble[], lean: number): { cost: number; at: Point } | undefined {
  const shape = { a: (bent.box.width * size) / 2 + 3, b: (bent.box.height * size) / 2 + 3, p: 3 };
  const own = supports(shape);
  const focus = actionOf(panel, area);
  let best: { cost: number; at: Point } | undefined;
  for (const at of centresIn(area, centrePlanes(area, shape, 5), 9, 9)) {
    const box = { x: at.x - shape.a, y: at.y - shape.b, width: 2 * shape.a, height: 2 * shape.b };
    let cost = (60 * Math.hypot(at.x - focus.x - lean * area.box.width, at.y - focus.y)) / area.diagonal + (40 - size) * 0.25;
    for (const person of panel.people) cost += 500 * shareCovered(box, person.faceBox) + 60 * shareCovered(box, person.headBox) + 24 * shareCovered(box, person.bodyBox);
    for (const free of panel.keepFree) cost += 60 * shareCovered(box, free);
    for (const other of others) {
      const o = other.box;
      const half = supports({ a: o.width / 2, b: o.height / 2, p: other.kind === 'narration' || other.kind === 'sfx' ? Infinity : 2.6 });
      const gap = gapOf(half, own, at.x - o.x - o.width / 2, at.y - o.y - o.height / 2);
      if (gap < 4) cost += gap < 0 ? 260 - gap : 25;
    }
    if (!best || cost < best.cost) best = { cost, at };
  }
  return best;
}

/** Where the action is: what shall stay visible, else the bodies, else the middle. */
function actionOf(panel: PanelToLetter, area: PanelArea): Point {
  const box: Box | undefined = panel.keepFree[0] ?? panel.people[0]?.bodyBox;
  if (!box) return area.centre;
  const x = Math.max(area.box.x, Math.min(area.box.x + area.box.width, box.x + box.width / 2));
  const y = Math.max(area.box.y, Math.min(area.box.y + area.box.height, box.y + box.height / 2));
  return { x, y };
}

function soundBubble(line: Line, panel: PanelToLetter, text: string, bent: BentText, at: Point, size: number, isVertical: boolean): Bubble {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const box = { x: round(at.x - (bent.box.width * size) / 2), y: round(at.y - (bent.box.height * size) / 2), width: round(bent.box.width * size), height: round(bent.box.height * size) };
  const [dx, dy] = [at.x - (bent.box.x + bent.box.width / 2) * size, at.y - (bent.box.y + bent.box.height / 2) * size];
  return {
    lineId: line.id, panelId: panel.id, kind: 'sfx', part: 0, partCount: 1, outline: '', box,
    glyphs: bent.glyphs.map((g) => ({ fontId: g.fontId, glyphId: g.glyphId, x: round(dx + g.x * size), y: round(dy + g.y * size), scale: g.unit * size, turn: round(g.turn), ...(g.bold ? { bold: round(g.bold * size) } : {}), ...(g.slant ? { slant: g.slant } : {}) })),
    runs: text === '' ? [] : [{ text: text.replaceAll('\n', ' '), box, isVertical, sizeU: round(size) }],
    sizeU: round(size), isVertical,
  };
}
