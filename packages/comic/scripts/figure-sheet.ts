/** Contact sheets of the storyboard artist's bodies: `node scripts/figure-sheet.ts FOLDER [poses|views|outfits|people|big] [names...]`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { makeDrawFigure } from '../src/draw/figure/draw-figure.ts';
import { blackAndWhite, makePen } from '../src/draw/pen/pen.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import type { DrawHead, FigureSpec } from '../src/draw/types.ts';
import type { Look, OutfitSpec } from '../src/model/book.ts';
import { AGES, BUILDS, GENDERS, OUTFITS, POSES, type Outfit, type Pose } from '../src/model/kinds.ts';
import { seededRandom } from '../src/model/random.ts';

type Cell = { spec: FigureSpec; label: string; scale?: number };

const LOOK: Look = {
  being: 'human', gender: 'female', age: 'adult', build: 'average', height: 1, hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false,
  colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
};
const OUTFIT: OutfitSpec = { kind: 'shirt', topInk: 'white', bottomInk: 'black', pattern: 'plain' };
const HEIGHTS = { child: 0.66, teen: 0.95, adult: 1, old: 0.94 } as const;
const VIEWS = { front: [0, 0], 'three-quarter': [0.7, 0], profile: [1.57, 0], back: [3.14, 0], above: [0.6, 0.9], below: [0.5, -0.6] } as const;

const [folder = '/tmp', sheet = 'poses', ...names] = process.argv.slice(2);

async function headArtist(): Promise<DrawHead> {
  const file = new URL('../src/draw/head/draw-head.ts', import.meta.url).href;
  try {
    const module = (await import(file)) as { drawHead: DrawHead };
    return module.drawHead;
  } catch {
    return ovalHead;
  }
}

/** Stands in for the head artist when only bodies are looked at. */
const ovalHead: DrawHead = (pen, spec, { chin, unit }) => {
  const { yaw, pitch, roll } = spec.angle;
  const at = (x: number, y: number): string => `${(chin.x + (x * Math.cos(roll) - y * Math.sin(roll)) * unit).toFixed(1)} ${(chin.y + (x * Math.sin(roll) + y * Math.cos(roll)) * unit).toFixed(1)}`;
  const fx = Math.sin(yaw) * 0.3;
  const d = `M${at(-0.38, -0.6)}C${at(-0.38, -1.12)} ${at(0.38, -1.12)} ${at(0.38, -0.6)}C${at(0.38, -0.2)} ${at(0.15 + fx * 0.4, 0.02)} ${at(fx * 0.5, 0.02)}C${at(-0.15 + fx * 0.4, 0.02)} ${at(-0.38, -0.2)} ${at(-0.38, -0.6)}Z`;
  const eye = (side: number): string => (Math.cos(yaw) > -0.2 ? `<circle cx="${at(fx + side * 0.15 * Math.cos(yaw), -0.42 + pitch * 0.35).replace(' ', '" cy="')}" r="${unit * 0.04}"/>` : '');
  const c = { x: chin.x + 0.5 * Math.sin(roll) * unit, y: chin.y - 0.5 * Math.cos(roll) * unit };
  const box = { x: c.x - unit * 0.5, y: c.y - unit * 0.55, width: unit, height: unit * 1.1 };
  const front = `<path d="${d}" fill="#fff" stroke="#000" stroke-width="${pen.weight.outline}"/>${eye(-1)}${eye(1)}`;
  return { behind: '', front, faceBox: box, headBox: box, mouth: chin, outline: d };
};

function figure(pose: Pose, yaw: number, pitch = 0, look: Partial<Look> = {}, outfit: Partial<OutfitSpec> = {}): FigureSpec {
  return { look: { ...LOOK, ...look }, outfit: { ...OUTFIT, ...outfit }, expression: 'neutral', pose, angle: { yaw, pitch, roll: 0 } };
}

function cellsOf(kind: string): { cells: Cell[]; columns: number; scale: number } {
  const poses = names.length > 0 ? (names as Pose[]) : [...POSES];
  const views = Object.entries(VIEWS);
  switch (kind) {
    case 'poses':
      return { columns: 10, scale: 1.45, cells: poses.map((p, i) => ({ label: p, spec: figure(p, 0.65, 0.05, i % 2 ? { gender: 'male' } : {}, { topInk: i % 3 === 2 ? 'black' : 'white', bottomInk: i % 3 === 2 ? 'white' : 'black' }) })) };
    case 'views':
      return { columns: 6, scale: 1.45, cells: poses.flatMap((p) => views.map(([v, [yaw, pitch]]) => ({ label: `${p} ${v}`, spec: figure(p, yaw, pitch, {}, { kind: 'tshirt' }) }))) };
    case 'outfits': {
      const kinds = names.length > 0 ? (names as Outfit[]) : [...OUTFITS];
      const inks: readonly (readonly [OutfitSpec['topInk'], OutfitSpec['bottomInk']])[] = [['white', 'black'], ['black', 'tone'], ['light', 'dark']];
      return { columns: 10, scale: 1.9, cells: kinds.flatMap((k, i) => [[0, 'stand-relaxed'], [0.7, 'walk'], [3.14, 'stand']].map(([yaw, p], j) => ({ label: k, spec: figure(p as Pose, yaw as number, 0, j === 1 ? { gender: 'male' } : {}, { kind: k, topInk: inks[(i + j) % 3]![0], bottomInk: inks[(i + j) % 3]![1] }) }))) };
    }
    case 'people':
      return { columns: 12, scale: 1.6, cells: AGES.flatMap((age) => GENDERS.flatMap((gender) => BUILDS.map((build) => ({ label: `${age} ${gender} ${build}`, spec: figure('stand-relaxed', 0.5, 0, { age, gender, build, height: HEIGHTS[age] * (gender === 'male' ? 1.04 : 1) }, { kind: 'tshirt' }) })))) };
    default:
      return { columns: 3, scale: 6, cells: (names.length > 0 ? (names as Pose[]) : (['stand-relaxed', 'run', 'wave'] as Pose[])).map((p, i) => ({ label: p, spec: figure(p, [0, 0.7, 0.4][i % 3]!, 0, i % 2 ? { gender: 'male' } : {}, { kind: (['shirt', 'hoodie', 'suit'] as const)[i % 3]!, topInk: i % 3 === 2 ? 'black' : 'white' }) })) };
  }
}

const drawHead = process.env['OVAL'] ? ovalHead : await headArtist();
const draw = makeDrawFigure(drawHead);
const { cells, columns, scale } = cellsOf(sheet);
const cell = { width: 150 * scale * (sheet === 'big' ? 0.9 : 0.78), height: 215 * scale };
const started = performance.now();
const body = cells.map(({ spec, label }, i) => {
  const x = (i % columns) * cell.width + cell.width / 2;
  const y = Math.floor(i / columns) * cell.height + cell.height - 22 * scale;
  const pen = makePen(blackAndWhite(), seededRandom(i));
  const drawing = draw(pen, spec, { feet: { x, y }, scale });
  const text = `<text x="${x}" y="${y + 18 * scale}" font-size="13" text-anchor="middle" font-family="sans-serif">${label}</text>`;
  return `<line x1="${x - cell.width * 0.4}" x2="${x + cell.width * 0.4}" y1="${y}" y2="${y}" stroke="#ccc"/>${text}${drawing.svg}`;
}).join('');
const took = performance.now() - started;
const [width, height] = [columns * cell.width, Math.ceil(cells.length / columns) * cell.height];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${toneDefs()}</defs><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`;
mkdirSync(folder, { recursive: true });
const file = join(folder, `figure-${sheet}.png`);
writeFileSync(file, new Resvg(svg, { fitTo: { mode: 'original' }, font: { loadSystemFonts: true } }).render().asPng());
process.stdout.write(`${file}: ${cells.length} figures, ${(took / cells.length).toFixed(2)} ms each, ${(svg.length / cells.length / 1024).toFixed(1)} KB each\n`);
