/** What is on the trunk: fronts, buttons, pockets, belts, and the folds of the cloth. */
import type { OutfitSpec } from '../../model/book.ts';
import type { Point } from '../../model/geometry.ts';
import { path } from '../pen/path.ts';
import { fold, isDark, lineColourOn, patch, stroke, type Canvas } from './canvas.ts';
import { clothPatch, crossedCollar, drawNeck, flaps, hoodFront, lapels, opening, sailorFlap, type Chest } from './collar.ts';
import type { Collar, Outfitting } from './garment.ts';
import type { PaintOf } from './paint.ts';
import { drawPattern } from './pattern.ts';
import { shade } from './shade.ts';
import { TRUNK, type Figure } from './solids.ts';
import { onSkin, skinLine, type PatchRow, type Tube } from './tube.ts';

const HALF = Math.PI / 2;

/** Heights of the trunk's levels: 0 the waist, 1 the pit of the neck. */
const LEVEL_UP: Record<(typeof TRUNK)[number], number> = { seat: -1.03, crotch: -0.87, hip: -0.58, low: -0.28, waist: 0, ribs: 0.3, bust: 0.52, armpit: 0.72, shoulder: 0.945, slope: 1.005, neck: 1.045 };

export function chestOf(torso: Tube, hem: (typeof TRUNK)[number], cloth: string): Chest {
  const levels = TRUNK.slice(TRUNK.indexOf(hem)).map((level) => LEVEL_UP[level]);
  const at = (up: number): number => {
    const i = levels.findIndex((l) => l >= up);
    if (i < 0) return 1;
    if (i === 0) return 0;
    return (i - 1 + (up - levels[i - 1]!) / (levels[i]! - levels[i - 1]!)) / (levels.length - 1);
  };
  return { trunk: torso, cloth, at };
}

export function dressTrunk(canvas: Canvas, f: Figure, torso: Tube, wear: { outfit: Outfitting; spec: OutfitSpec; paint: PaintOf }): void {
  const { outfit, spec, paint } = wear;
  const cloth = paint(outfit.top.role ?? 'top');
  const chest = chestOf(torso, outfit.top.hem, cloth);
  shade(canvas, [torso], cloth);
  drawPattern(canvas, torso, spec.pattern, cloth);
  if (canvas.detail > 0) trunkFolds(canvas, chest, outfit);
  collars(canvas, f, chest, outfit, paint);
  if (canvas.detail > 0) front(canvas, chest, outfit);
  if (canvas.detail > 0 && spec.pattern === 'emblem') emblem(canvas, chest);
  if (canvas.detail > 0) hemLine(canvas, torso, cloth, outfit, paint);
  if (canvas.detail === 2 && (outfit.top.collar === 'lapels' || outfit.top.collar === 'coat')) pockets(canvas, chest);
  for (const extra of outfit.extras ?? []) drawExtra(canvas, chest, extra, outfit, paint);
}

/** Black over black: the hem needs a white rim to be seen. */
function hemLine(canvas: Canvas, torso: Tube, cloth: string, outfit: Outfitting, paint: PaintOf): void {
  const below = paint(outfit.skirt?.role ?? outfit.legs.role);
  if (!isDark(canvas, cloth) || !isDark(canvas, below) || outfit.top.isTucked || outfit.skirt?.role === (outfit.top.role ?? 'top')) return;
  for (const run of skinLine(torso, [[0, -HALF], [0, HALF], [0, HALF * 3]], 28)) stroke(canvas, run, canvas.weight.detail * 0.8, canvas.pen.paints.paper);
}

function pockets(canvas: Canvas, chest: Chest): void {
  const ink = lineColourOn(canvas, chest.cloth);
  const put = (knots: readonly (readonly [number, number])[]): void => {
    for (const run of skinLine(chest.trunk, knots.map(([t, a]) => [chest.at(t), a] as const), 8)) stroke(canvas, run, canvas.weight.fine, ink);
  };
  put([[0.5, HALF + 0.5], [0.53, HALF + 0.95]]);
  for (const s of [-1, 1]) put([[-0.3, HALF + s * 0.5], [-0.32, HALF + s * 1.1], [-0.4, HALF + s * 1.1], [-0.38, HALF + s * 0.5]]);
}

function collars(canvas: Canvas, f: Figure, chest: Chest, outfit: Outfitting, paint: PaintOf): void {
  const { collar } = outfit.top;
  const { inner } = outfit;
  const skin = paint('skin');
  const { cloth } = chest;
  const low = collar === 'v-neck' ? 0.66 : outfit.top.front === 'open' ? 0.02 : 0.4;
  if (collar === 'lapels' || collar === 'coat' || (collar === 'v-neck' && inner)) opening(canvas, chest, low, 0.72, inner ? paint(inner.role) : skin);
  else if (collar === 'v-neck') opening(canvas, chest, 0.74, 0.7, skin);
  else if (collar === 'stand' && outfit.top.front === 'open') openFront(canvas, chest, inner ? paint(inner.role) : skin);
  else if (collar === 'sailor') opening(canvas, chest, 0.66, 0.62, skin);
  if (collar === 'crossed') crossedCollar(canvas, chest, skin, isDark(canvas, cloth) ? canvas.pen.paints.paper : paint('accent'), 0.08);
  drawNeck(canvas, f, neckOf(collar, inner), skin, inner && collar !== 'stand' ? paint(inner.role) : cloth);
  if (inner && canvas.detail > 0) innerFront(canvas, chest, inner, paint, low);
  switch (collar) {
    case 'shirt': flaps(canvas, chest, cloth, SHIRT_POINTS); break;
    case 'coat': lapels(canvas, chest, 0.45, 0.85); break;
    case 'lapels': lapels(canvas, chest, low, 0.72); break;
    case 'hood': hoodFront(canvas, f, cloth, skin); break;
    case 'sailor': sailorFlap(canvas, chest, outfit.skirt ? paint(outfit.skirt.role) : cloth); break;
    default: break;
  }
}

/** Under a low lapel one sees the collar of what is worn inside. */
function neckOf(collar: Collar, inner: Outfitting['inner']): Collar {
  if (!inner || collar === 'stand') return collar;
  return inner.collar === 'tie' || inner.collar === 'shirt' ? 'shirt' : 'crew';
}

const SHIRT_POINTS = { wide: 0.8, low: 0.84, spread: 0.3 };

function openFront(canvas: Canvas, chest: Chest, fill: string): void {
  clothPatch(canvas, chest, [[1.05, HALF - 0.6, HALF + 0.6], [0.8, HALF - 0.42, HALF + 0.42], [0.3, HALF - 0.38, HALF + 0.38], [-0.6, HALF - 0.45, HALF + 0.45]], fill);
}

function innerFront(canvas: Canvas, chest: Chest, inner: NonNullable<Outfitting['inner']>, paint: PaintOf, low: number): void {
  const fill = paint(inner.role);
  if (inner.collar === 'tie') {
    clothPatch(canvas, chest, [[0.93, HALF - 0.1, HALF + 0.1], [0.86, HALF - 0.07, HALF + 0.07], [low + 0.12, HALF - 0.14, HALF + 0.14], [low - 0.02, HALF - 0.02, HALF + 0.02]], paint('accent') === canvas.pen.paints.paper ? canvas.pen.paints.tone(40) : paint('accent'));
    flaps(canvas, chest, fill, { wide: 0.62, low: 0.85, spread: 0.22 });
  }
  if (inner.collar === 'shirt') flaps(canvas, chest, fill, { wide: 0.62, low: 0.85, spread: 0.25 });
}

function front(canvas: Canvas, chest: Chest, outfit: Outfitting): void {
  const ink = lineColourOn(canvas, chest.cloth);
  const { front: kind, collar } = outfit.top;
  const top = collar === 'lapels' ? 0.38 : collar === 'coat' ? 0.42 : collar === 'v-neck' ? 0.62 : 0.86;
  const down = (angle: number, from: number, to: number): void => {
    for (const run of skinLine(chest.trunk, [[chest.at(from), angle], [chest.at((from + to) / 2), angle], [chest.at(to), angle]], 12)) stroke(canvas, run, canvas.weight.fine, ink);
  };
  if (kind === 'zip' || kind === 'buttons') down(kind === 'buttons' ? HALF - 0.12 : HALF, top, -1);
  if (kind === 'double') down(HALF - 0.3, top, -1);
  if ((kind !== 'buttons' && kind !== 'double') || canvas.detail < 2) return;
  const columns = kind === 'double' ? [HALF - 0.45, HALF + 0.35] : [HALF];
  const ups = collar === 'lapels' ? [0.28, 0.02] : [0.72, 0.5, 0.28, 0.06, -0.2];
  for (const up of ups) for (const a of columns) button(canvas, chest, up, a, ink);
}

function button(canvas: Canvas, chest: Chest, up: number, angle: number, ink: string): void {
  if (chest.at(up) <= 0.01) return;
  const p = onSkin(chest.trunk, chest.at(up), angle);
  if (p.facing < 0.15) return;
  const r = Math.max(1.4, chest.trunk.view.tall * 0.0042);
  canvas.parts.push(`<circle cx="${p.point.x.toFixed(1)}" cy="${p.point.y.toFixed(1)}" r="${r.toFixed(1)}" fill="${ink === canvas.pen.paints.line ? canvas.pen.paints.paper : ink}" stroke="${canvas.pen.paints.line}" stroke-width="${canvas.weight.fine.toFixed(1)}"/>`);
}

/** Pulls from the armpits, and the cloth that gathers over the hem. */
function trunkFolds(canvas: Canvas, chest: Chest, outfit: Outfitting): void {
  const ink = lineColourOn(canvas, chest.cloth);
  const w = canvas.weight.detail;
  const put = (knots: readonly (readonly [number, number])[]): void => {
    for (const run of skinLine(chest.trunk, knots.map(([t, a]) => [chest.at(t), a] as const), 8)) fold(canvas, run, w, ink, canvas.weight.fine * 0.8);
  };
  for (const s of [-1, 1]) for (const middle of [HALF, HALF * 3]) {
    const a = (angle: number): number => middle + s * angle;
    put([[0.6, a(1.25)], [0.5, a(1.02)], [0.44, a(0.85)]]);
    if (canvas.detail < 2) continue;
    if (s > 0) put([[0.55, a(1.3)], [0.36, a(1.12)], [0.24, a(0.98)]]);
    put([[0.14, a(1.38)], [0.05, a(1.1)], [0.03, a(0.82)]]);
    if (!outfit.top.isTucked) { if (s < 0) put([[-0.4, a(1.05)], [-0.2, a(0.9)], [-0.06, a(0.86)]]); }
    else put([[-0.25, a(0.8)], [-0.05, a(0.74)], [0.12, a(0.62)]]);
  }
}

function emblem(canvas: Canvas, chest: Chest): void {
  const ink = lineColourOn(canvas, chest.cloth);
  const points: Point[] = [];
  for (let i = 0; i < 10; i++) {
    const r = i % 2 ? 0.42 : 1;
    const angle = (i / 10) * Math.PI * 2 + Math.PI / 2;
    const p = onSkin(chest.trunk, chest.at(0.52 + Math.sin(angle) * r * 0.17), HALF + Math.cos(angle) * r * 0.36);
    if (p.facing < 0.1) return;
    points.push(p.point);
  }
  patch(canvas, path().polyline(points, true).d, ink, 0);
}

function drawExtra(canvas: Canvas, chest: Chest, extra: string, outfit: Outfitting, paint: PaintOf): void {
  const { paints } = canvas.pen;
  switch (extra) {
    case 'badge': clothPatch(canvas, chest, [[0.62, HALF + 0.45, HALF + 0.75], [0.5, HALF + 0.45, HALF + 0.75]], paints.paper, canvas.weight.fine); break;
    case 'tie': if (!outfit.inner) clothPatch(canvas, chest, [[0.93, HALF - 0.1, HALF + 0.1], [0.86, HALF - 0.06, HALF + 0.06], [0.25, HALF - 0.15, HALF + 0.15], [0.14, HALF - 0.02, HALF + 0.02]], paint('black')); break;
    case 'neckerchief': clothPatch(canvas, chest, [[0.66, HALF - 0.1, HALF + 0.1], [0.58, HALF - 0.16, HALF + 0.16], [0.36, HALF - 0.36, HALF - 0.1], [0.32, HALF - 0.3, HALF - 0.28]], paint('accent'));
      clothPatch(canvas, chest, [[0.66, HALF - 0.1, HALF + 0.1], [0.56, HALF - 0.1, HALF + 0.2], [0.34, HALF + 0.1, HALF + 0.42], [0.3, HALF + 0.34, HALF + 0.36]], paint('accent')); break;
    case 'kangaroo': clothPatch(canvas, chest, [[0.12, HALF - 0.4, HALF + 0.4], [-0.12, HALF - 0.75, HALF + 0.75], [-0.42, HALF - 0.75, HALF + 0.75]], chest.cloth, canvas.weight.fine * 1.2); break;
    case 'waistcoat': waistcoat(canvas, chest, paint('top')); break;
    case 'backpack':
      clothPatch(canvas, chest, [[0.5, HALF - 0.5, HALF + 0.5], [0.16, HALF - 0.5, HALF + 0.5]], paints.paper);
      for (const a of [-0.3, 0, 0.3]) clothPatch(canvas, chest, [[0.42, HALF + a - 0.08, HALF + a + 0.08], [0.33, HALF + a - 0.08, HALF + a + 0.08]], a === 0 ? paints.line : paints.tone(40), canvas.weight.fine);
      break;
    case 'patches': clothPatch(canvas, chest, [[0.3, HALF + 0.2, HALF + 0.6], [0.08, HALF + 0.25, HALF + 0.65]], paints.tone(30), canvas.weight.fine); break;
    case 'bib': {
      const cloth = paint('bottom');
      clothPatch(canvas, chest, [[0.62, HALF - 0.62, HALF + 0.62], [-0.4, HALF - 0.95, HALF + 0.95]], cloth);
      for (const s of [-1, 1]) for (const half of [HALF, HALF * 3]) clothPatch(canvas, chest, [[0.99, half + s * 0.8 - 0.13, half + s * 0.8 + 0.13], [0.6, half + s * 0.5 - 0.12, half + s * 0.5 + 0.12]], cloth);
      break;
    }
    case 'breastplate': {
      const shine = lineColourOn(canvas, chest.cloth);
      for (const s of [-1, 1]) for (const run of skinLine(chest.trunk, [[chest.at(0.62), HALF + s * 1.2], [chest.at(0.42), HALF + s * 0.7], [chest.at(0.46), HALF]], 10)) stroke(canvas, run, canvas.weight.detail, shine);
      for (const run of skinLine(chest.trunk, [[chest.at(0.9), HALF], [chest.at(0.05), HALF]], 8)) stroke(canvas, run, canvas.weight.detail, shine);
      break;
    }
    default: break;
  }
}

/** A sleeveless front over the shirt, with a deep neck and armholes. */
function waistcoat(canvas: Canvas, chest: Chest, cloth: string): void {
  const ink = lineColourOn(canvas, cloth);
  for (const s of [-1, 1]) for (const middle of [HALF, -HALF]) {
    const isFront = middle === HALF;
    const row = (t: number, p: number, q: number): PatchRow => (s > 0 ? [t, middle + p, middle + q] : [t, middle - q, middle - p]);
    const rows = isFront
      ? [row(1.0, 0.62, 0.95), row(0.8, 0.42, 0.95), row(0.6, 0.14, 1.1), row(0.5, 0, 1.58), row(0, 0, 1.58), row(-0.6, 0, 1.58)]
      : [row(1.0, 0, 0.95), row(0.7, 0, 0.95), row(0.52, 0, 1.58), row(-0.6, 0, 1.58)];
    clothPatch(canvas, chest, rows, cloth, canvas.weight.detail);
  }
  if (canvas.detail < 2) return;
  for (const up of [0.4, 0.22, 0.04, -0.14]) button(canvas, chest, up, HALF, ink);
}
