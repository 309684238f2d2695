import { boxOf, type Box, type Point } from '../../model/geometry.ts';
import { symbolGlyph } from '../fonts/drawn-symbols.ts';
import { handOf } from '../hand.ts';
import { MIN_SIZE } from '../kind-style.ts';
import { orderFault } from '../place/reading-order.ts';
import { eyesOf, seenIn, wrongMouth } from '../faces.ts';
import { flattenPath, isInPolygon } from '../shape/flatten-path.ts';
import { plainText, textOfLine } from '../text/clean-text.ts';
import type { Bubble, LetteredPage, PageToLetter, PanelToLetter, Problem } from '../types.ts';

/** A covered face counts from this share on. */
const FACE_LIMIT = 0.05;
const EYES_LIMIT = 0.03;
/** How far outlines may overlap a border or each other before it shows, u. */
const TOLERANCE = 8;

type Seen = { bubble: Bubble; /** The bubble whose outline it stands in, or itself. */ host: Bubble; /** Body, then tails and necks. */ parts: Point[][]; boxes: Box[]; body: Box };

/**
 * Measures how well a lettered page can be read, from its geometry alone: it knows nothing of
 * how the bubbles came to their places, so it serves hand-made changes as well.
 */
export function meter(page: PageToLetter, lettered: LetteredPage): Problem[] {
  const problems: Problem[] = [];
  let host: Bubble | undefined;
  const seen = lettered.bubbles.map((bubble) => look(bubble, (host = bubble.isInside && host ? host : bubble)));
  for (const panel of page.panels) {
    const own = seen.filter(({ bubble }) => bubble.panelId === panel.id);
    const report = (code: Problem['code'], lineId: string, amount?: number): void => {
      if (problems.some((p) => p.code === code && p.lineId === lineId && p.panelId === panel.id)) return;
      const box = boxToShow(lineId, own, panel);
      problems.push({ code, page: page.number, panelId: panel.id, lineId, ...(amount === undefined ? {} : { amount: Math.round(amount * 1000) / 1000 }), box });
    };
    checkLines(panel, page, own, report);
    for (const item of own) {
      checkBubble(item, panel, page, report);
      seen.slice(seen.indexOf(item) + 1).forEach((other, i) => {
        if (item.host === other.host) return;
        if (isOverlapping(item, other, other.bubble.joinsPrevious === true && seen[seen.indexOf(item) + i]?.host === item.host)) report('overlap', other.bubble.lineId);
      });
    }
    checkOrder(own, page, report);
  }
  return problems;
}

/** The bubbles of a line, or its panel where it has none. */
function boxToShow(lineId: string, own: readonly Seen[], panel: PanelToLetter): Box {
  const boxes = own.filter(({ bubble }) => bubble.lineId === lineId).map(({ bubble }) => bubble.box);
  const box = boxOf(boxes.length === 0 ? panel.polygon : boxes.flatMap((b) => [{ x: b.x, y: b.y }, { x: b.x + b.width, y: b.y + b.height }]));
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}

type Report = (code: Problem['code'], lineId: string, amount?: number) => void;

function look(bubble: Bubble, host: Bubble): Seen {
  const parts = bubble.outline === '' ? [] : flattenPath(bubble.outline, 4);
  const boxes = parts.map(boxOf);
  return { bubble, host, parts, boxes, body: boxes[0] ?? bubble.box };
}

function checkLines(panel: PanelToLetter, page: PageToLetter, own: readonly Seen[], report: Report): void {
  for (const line of panel.lines) {
    const bubbles = own.filter(({ bubble }) => bubble.lineId === line.id);
    const text = bubbles.flatMap(({ bubble }) => bubble.runs.map((run) => run.text)).join('');
    if (page.untranslated?.includes(line.id)) report('untranslated', line.id);
    if (bubbles.length === 0 || text !== plainText(textOfLine(line, page.language))) report('missing-line', line.id);
  }
}

function checkBubble({ bubble, parts }: Seen, panel: PanelToLetter, page: PageToLetter, report: Report): void {
  if (bubble.glyphs.length === 0) return;
  if (bubble.sizeU < MIN_SIZE - 0.01) report('text-too-small', bubble.lineId, bubble.sizeU);
  if (bubble.glyphs.some((glyph) => glyph.glyphId === symbolGlyph('box'))) report('missing-glyph', bubble.lineId);
  const isPut = isPutByHand(bubble, panel, page);
  if (isCut(bubble, parts[0] ?? [], isPut ? undefined : panel, page)) report('cut', bubble.lineId);
  // What is put by hand may reach into other panels.
  for (const person of isPut ? page.panels.flatMap((each) => each.people) : panel.people) {
    const share = coveredShare(person.faceBox, bubble, parts);
    if (share > FACE_LIMIT) report('face-covered', bubble.lineId, share);
    else if (share > 0 || bubble.tailTip) checkEyes(person, bubble, parts, report);
  }
  checkTail(bubble, panel, report);
}

/** A bubble may cover a corner of a face, but an eye that it cuts is what a reader sees first. */
function checkEyes(person: PanelToLetter['people'][number], bubble: Bubble, parts: readonly Point[][], report: Report): void {
  const share = coveredShare(eyesOf(person), bubble, parts);
  if (share > EYES_LIMIT) report('eyes-covered', bubble.lineId, share);
}

function checkTail(bubble: Bubble, panel: PanelToLetter, report: Report): void {
  const line = panel.lines.find(({ id }) => id === bubble.lineId);
  if (!bubble.tailTip || !line || bubble.kind === 'narration' || bubble.kind === 'sfx') return;
  const speaker = line.isOffPanel ? undefined : panel.people.find(({ id }) => id === line.speakerId);
  if (wrongMouth(bubble.tailTip, speaker, seenIn(panel.polygon, panel.people))) report('wrong-tail', bubble.lineId);
}

function isPutByHand(bubble: Bubble, panel: PanelToLetter, page: PageToLetter): boolean {
  const line = panel.lines.find(({ id }) => id === bubble.lineId);
  return line !== undefined && handOf(line, page.language)?.at !== undefined;
}

/** Letters must lie inside the safe line and, unless put by hand, the panel; a bubble's ink may lap over the border a little. */
function isCut(bubble: Bubble, body: readonly Point[], panel: PanelToLetter | undefined, page: PageToLetter): boolean {
  const corners = bubble.runs.flatMap(({ box: b }) => [{ x: b.x, y: b.y }, { x: b.x + b.width, y: b.y }, { x: b.x, y: b.y + b.height }, { x: b.x + b.width, y: b.y + b.height }]);
  const isOut = (p: Point, by: number): boolean =>
    (panel !== undefined && outside(panel.polygon, p) > by) || p.x < page.safe - by || p.y < page.safe - by || p.x > page.width - page.safe + by || p.y > page.height - page.safe + by;
  return corners.some((p) => isOut(p, bubble.kind === 'sfx' ? TOLERANCE : 1)) || body.some((p) => isOut(p, TOLERANCE));
}

/** Distance of a point outside a polygon from it; 0 inside. */
function outside(polygon: readonly Point[], p: Point): number {
  if (isInPolygon(polygon, p.x, p.y)) return 0;
  let least = Infinity;
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length]!;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(a.x + t * dx - p.x, a.y + t * dy - p.y));
  });
  return least;
}

function coveredShare(face: Box, bubble: Bubble, parts: readonly Point[][]): number {
  const b = bubble.box;
  if (b.x > face.x + face.width || b.x + b.width < face.x || b.y > face.y + face.height || b.y + b.height < face.y) return 0;
  const steps = 12;
  let hit = 0;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const [x, y] = [face.x + ((i + 0.5) / steps) * face.width, face.y + ((j + 0.5) / steps) * face.height];
      if (isCovered(bubble, parts, x, y)) hit++;
    }
  }
  return hit / (steps * steps);
}

function isCovered(bubble: Bubble, parts: readonly Point[][], x: number, y: number): boolean {
  if (parts.length === 0) return inBox(bubble.box, x, y, 0);
  return parts.some((part) => isInPolygon(part, x, y));
}

const inBox = (box: Box, x: number, y: number, by: number): boolean => x > box.x + by && x < box.x + box.width - by && y > box.y + by && y < box.y + box.height - by;

/** Joined bubbles share an outline: their bodies may touch, and the neck, last of the parts, lies under the letters. */
function isOverlapping(a: Seen, b: Seen, isJoined: boolean): boolean {
  const [p, q] = [a.bubble.box, b.bubble.box];
  if (!isTouching(p, q)) return false;
  const over = isJoined ? { ...b, parts: b.parts.slice(0, -1), boxes: b.boxes.slice(0, -1) } : b;
  if (hidesText(a, b) || hidesText(over, a)) return true;
  return !isJoined && isTouching(a.body, b.body) && bodyOverlap(a, b) > 0.01;
}

const isTouching = (p: Box, q: Box): boolean => p.x < q.x + q.width && p.x + p.width > q.x && p.y < q.y + q.height && p.y + p.height > q.y;

/** Does any part of `over` lie on the letters of `under`? */
function hidesText(over: Seen, under: Seen): boolean {
  return under.bubble.runs.some(({ box }) => {
    const near = over.parts.filter((_, i) => isTouching(over.boxes[i]!, box));
    if (over.parts.length > 0 ? near.length === 0 : !isTouching(over.bubble.box, box)) return false;
    for (let i = 0; i <= 8; i++) {
      for (let j = 0; j <= 4; j++) {
        const [x, y] = [box.x + ((i + 0.5) / 9) * box.width, box.y + ((j + 0.5) / 5) * box.height];
        if (over.parts.length > 0 ? near.some((part) => isInPolygon(part, x, y)) : over.bubble.runs.some((run) => inBox(run.box, x, y, run.box.height * 0.12))) return true;
      }
    }
    return false;
  });
}

/** Shared area of two bodies as a share of the smaller, by sampling. */
function bodyOverlap(a: Seen, b: Seen): number {
  const [pa, pb] = [a.parts[0], b.parts[0]];
  if (!pa || !pb) return 0;
  const small = a.body.width * a.body.height < b.body.width * b.body.height ? a : b;
  const other = small === a ? pb : pa;
  const steps = 14;
  let [hit, all] = [0, 0];
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const [x, y] = [small.body.x + ((i + 0.5) / steps) * small.body.width, small.body.y + ((j + 0.5) / steps) * small.body.height];
      if (!isInPolygon(small.parts[0]!, x, y)) continue;
      all++;
      if (isInPolygon(other, x, y)) hit++;
    }
  }
  return all === 0 ? 0 : hit / all;
}

function checkOrder(own: readonly Seen[], page: PageToLetter, report: Report): void {
  const voices = own.filter(({ bubble }) => bubble.kind !== 'sfx' && bubble.glyphs.length > 0 && !bubble.isInside);
  for (let i = 0; i < voices.length; i++) {
    for (let j = i + 1; j < voices.length; j++) if (orderFault(voices[i]!.body, voices[j]!.body, page.direction) > 0) report('out-of-order', voices[j]!.bubble.lineId);
  }
}
