/** Contact sheets of the storyboard artist's things: `node scripts/prop-sheet.ts FOLDER [own|all|held|hands|inserts] [PALETTE] [nouns...]`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { makeDrawFigure } from '../src/draw/figure/draw-figure.ts';
import { drawHead } from '../src/draw/head/draw-head.ts';
import { paintsFor } from '../src/draw/pen/palettes.ts';
import { makePen } from '../src/draw/pen/pen.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import { CATALOGUE, type PackId } from '../src/draw/prop/catalogue.ts';
import { drawHandInsert, loadPropIcons, makeDrawHeld, makeDrawProp, type IconPack } from '../src/draw/prop/index.ts';
import type { FigureSpec } from '../src/draw/types.ts';
import { PALETTES, type PaletteId, type Pose } from '../src/model/kinds.ts';
import { seededRandom } from '../src/model/random.ts';

const [folder = '/tmp', sheet = 'all', palette = 'black-and-white', ...nouns] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const icons = await loadPropIcons((pack: PackId) => Promise.resolve(JSON.parse(readFileSync(require.resolve(`@iconify-json/${pack}/icons.json`), 'utf8')) as IconPack));
const pen = makePen(paintsFor((PALETTES as readonly string[]).includes(palette) ? (palette as PaletteId) : 'black-and-white'), seededRandom(1));
const drawProp = makeDrawProp(icons);
const drawHeld = makeDrawHeld(icons);
const drawFigure = makeDrawFigure(drawHead, (noun, at) => drawHeld(noun, { ...at, pen }));

const PERSON: FigureSpec = {
  look: {
    being: 'human', gender: 'female', age: 'adult', build: 'average', height: 1, hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
    facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
  },
  outfit: { kind: 'shirt', topInk: 'white', bottomInk: 'black', pattern: 'plain' }, expression: 'smile', pose: 'hold', angle: { yaw: 0.6, pitch: 0, roll: 0 },
};

const chosen = [...CATALOGUE.values()].filter((thing) => (nouns.length > 0 ? nouns.includes(thing.noun) : sheet !== 'own' || thing.sketch));
mkdirSync(folder, { recursive: true });
if (sheet === 'held') heldSheet();
else if (sheet === 'hands') grid('hands', 4, 440, 400, chosen.map((thing) => (x, y) => `<svg x="${x}" y="${y}" width="430" height="380"><rect width="430" height="380" fill="${pen.paints.tone(10, '#dfe6ea')}"/>${drawHandInsert(pen, thing.noun, { width: 430, height: 380, sleeveInk: 'dark', prop: drawProp })?.svg ?? ''}</svg>${label(thing.noun, x + 6, y + 394)}`));
else if (sheet === 'inserts') grid('inserts', 4, 420, 420, chosen.map((thing) => (x, y) => thingAt(thing.noun, x + 210, y + 380, 340)));
else for (let i = 0; i < chosen.length; i += 42) grid(`${sheet}-${i / 42 + 1}`, 7, 260, 190, chosen.slice(i, i + 42).map((thing) => (x, y) => row(thing.noun, x, y)));

/** One thing at 130, 44 and 16 u, on a ground of tone in its left half. */
function row(noun: string, x: number, y: number): string {
  return `<rect x="${x + 4}" y="${y + 20}" width="80" height="145" fill="${pen.paints.tone(20)}"/>` + thingAt(noun, x + 84, y + 160, 120) + thingAt(noun, x + 195, y + 160, 44) + thingAt(noun, x + 242, y + 160, 16) + label(noun, x + 6, y + 184);
}

function thingAt(noun: string, x: number, y: number, size: number): string {
  return drawProp(pen, noun, { base: { x, y }, size })?.svg ?? label('?', x, y);
}

function heldSheet(): void {
  const poses: Pose[] = ['hold', 'hold-out', 'walk'];
  grid('held', 6, 250, 400, chosen.filter((thing) => thing.hold !== 'none').flatMap((thing) => (nouns.length > 0 ? poses : poses.slice(0, 1)).map((pose) => (x: number, y: number) => drawFigure(pen, { ...PERSON, pose, holds: thing.noun }, { feet: { x: x + 120, y: y + 380 }, scale: 1.75 }).svg + label(`${thing.noun} ${pose}`, x + 6, y + 396))));
}

function label(text: string, x: number, y: number): string {
  return `<text x="${x}" y="${y}" font-size="14" font-family="sans-serif">${text}</text>`;
}

function grid(name: string, columns: number, width: number, height: number, cells: ((x: number, y: number) => string)[]): void {
  const [w, h] = [columns * width, Math.ceil(cells.length / columns) * height];
  const body = cells.map((cell, i) => cell((i % columns) * width, Math.floor(i / columns) * height)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>${toneDefs()}</defs>${body}</svg>`;
  const file = join(folder, `props-${name}.png`);
  writeFileSync(file, new Resvg(svg, { background: '#fff', font: { loadSystemFonts: true } }).render().asPng());
  console.log(file);
}
