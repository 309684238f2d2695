/**
 * Draws the contact sheets of the storyboard artist and three finished pages into docs/pictures:
 * `node packages/comic/scripts/contact-sheet.ts [sheet...] [--to FOLDER]`. Prints the counts that docs/artist.md tells.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { drawFigure } from '../src/draw/figure/draw-figure.ts';
import { drawHead } from '../src/draw/head/draw-head.ts';
import { paintsFor } from '../src/draw/pen/palettes.ts';
import { makePen, type Pen } from '../src/draw/pen/pen.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import { drawPlace } from '../src/draw/place/draw-place.ts';
import { CATALOGUE_ROWS } from '../src/draw/prop/catalogue-rows.ts';
import { drawPanel } from '../src/draw/stage/draw-panel.ts';
import { scenesByPanel } from '../src/draw/stage/scene-of.ts';
import type { FigureSpec } from '../src/draw/types.ts';
import { assembleBook, drawPanelOf, FONT_FILES, fontIdsFor, listPanels, loadFonts, loadPropIcons, pageDocument, planPages, scriptBook, storyboardArtist, type ScriptOptions } from '../src/make/index.ts';
import type { Look, Panel } from '../src/model/book.ts';
import { AGES, DAY_TIMES, EFFECTS, EXPRESSIONS, HAIR_STYLES, PLACES, POSES, SHOTS, WEATHERS, type PlaceKind } from '../src/model/kinds.ts';
import { seededRandom } from '../src/model/random.ts';

type Cell = { label: string; svg: string };
type Sheet = { columns: number; cell: { width: number; height: number }; cells: Cell[]; isFramed?: boolean };

const { positionals, values } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } });
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = values.to ?? join(root, 'docs/pictures');
const find = createRequire(import.meta.url);
const inPackage = (name: string, path: string): string => join(dirname(find.resolve(`${name}/package.json`)), path);
const painters = storyboardArtist(await loadPropIcons(async (pack) => JSON.parse(await readFile(inPackage(`@iconify-json/${pack}`, 'icons.json'), 'utf8'))));
const LABEL = 24;

const LOOK: Look = {
  being: 'human', gender: 'female', age: 'teen', build: 'average', height: 0.95, hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
};
const HEIGHTS = { child: 0.66, teen: 0.95, adult: 1, old: 0.94 } as const;

const SHEETS: Record<string, () => Sheet | Promise<Sheet>> = {
  poses: () => grid(9, { width: 175, height: 235 }, POSES, (pose, i, pen) => figureIn(pen, 175, 205, 1.12, { look: personLook(i), outfit: { kind: (['sailor-uniform', 'shirt', 'hoodie', 'dress', 'jacket'] as const)[i % 5]!, topInk: i % 2 === 0 ? 'white' : 'black', bottomInk: i % 2 === 0 ? 'black' : 'light', pattern: 'plain' }, expression: 'neutral', pose, angle: { yaw: 0.65, pitch: 0, roll: 0 } })),
  expressions: () => grid(9, { width: 175, height: 190 }, EXPRESSIONS, (expression, i, pen) => headIn(pen, 175, 172, 128, personLook(i), expression, i % 2 === 0 ? 0.35 : -0.35)),
  people: () => grid(9, { width: 175, height: 205 }, [...HAIR_STYLES, 'fox', 'cat', 'rabbit', 'bear', 'owl', 'dog', 'robot', 'ghost'], (name, i, pen) => headIn(pen, 175, 185, 120, hairLook(name, i), (['smile', 'neutral', 'grin', 'determined', 'thinking'] as const)[i % 5]!, i % 3 === 0 ? 0 : i % 3 === 1 ? 0.5 : -0.5)),
  places: () => grid(8, { width: 210, height: 158 }, PLACES, (kind, _i, pen) => placeIn(pen, kind, { time: 'day', weather: 'clear' }, 206, 132), true),
  weather: () => grid(7, { width: 240, height: 190 }, DAY_TIMES.flatMap((time) => WEATHERS.map((weather) => `${time} ${weather}`)), (name, _i, pen) => {
    const [time, weather] = name.split(' ') as [(typeof DAY_TIMES)[number], (typeof WEATHERS)[number]];
    return placeIn(pen, 'street', { time, weather }, 236, 164);
  }, true),
  shots: async () => panelSheet(SHOTS, (shot, i) => ({ shot, effects: [], props: shot === 'insert' ? [{ noun: 'letter' }] : [], tilt: 0, importance: i })),
  effects: async () => panelSheet(EFFECTS, (effect, i) => ({ shot: effect === 'silhouette' ? 'wide' : i % 2 === 0 ? 'bust' : 'close-up', effects: [effect], tilt: 0 })),
  props: () => grid(18, { width: 96, height: 112 }, CATALOGUE_ROWS.map(([noun]) => noun), (noun, _i, pen) => painters.prop(pen, noun, { base: { x: 48, y: 84 }, size: 62 })?.svg ?? ''),
};

function grid<T extends string>(columns: number, cell: { width: number; height: number }, names: readonly T[], draw: (name: T, i: number, pen: Pen) => string, isFramed = false): Sheet {
  return { columns, cell, isFramed, cells: names.map((label, i) => ({ label, svg: draw(label, i, makePen(paintsFor('black-and-white'), seededRandom(i + 1))) })) };
}

function personLook(i: number): Look {
  const hair = (['bob', 'short-messy', 'ponytail', 'side-part', 'long-straight', 'undercut'] as const)[i % 6]!;
  return { ...LOOK, gender: i % 2 === 0 ? 'female' : 'male', hair, hairInk: (['black', 'light', 'black', 'tone'] as const)[i % 4]!, face: { ...LOOK.face, eyes: (i * 0.37) % 1, shape: (i * 0.61) % 1 } };
}

function hairLook(name: string, i: number): Look {
  const age = AGES[[2, 1, 0, 2, 1, 3][i % 6]!]!;
  if (name === 'robot' || name === 'ghost') return { ...LOOK, being: name };
  if (!(HAIR_STYLES as readonly string[]).includes(name)) return { ...LOOK, being: 'animal', animal: name };
  const isMale = ['short-crop', 'short-messy', 'short-spiky', 'side-part', 'slicked-back', 'buzz', 'bald', 'bald-sides', 'topknot', 'mohawk', 'undercut', 'bowl'].includes(name);
  const isOld = name === 'bald-sides' || (age === 'old' && !isMale);
  return { ...LOOK, hair: name as Look['hair'], gender: isMale ? 'male' : 'female', age: isOld ? 'old' : age === 'old' ? 'adult' : age, height: HEIGHTS[age], hairInk: isOld ? 'white' : (['black', 'tone', 'light', 'black', 'white'] as const)[i % 5]!, glasses: i % 7 === 3 ? 'round' : 'none', facialHair: isMale && age === 'adult' && i % 4 === 2 ? 'beard' : 'none', freckles: i % 9 === 4, face: { shape: (i * 0.43) % 1, eyes: (i * 0.29) % 1, brows: (i * 0.71) % 1, nose: (i * 0.53) % 1, mouth: (i * 0.19) % 1 } };
}

function figureIn(pen: Pen, width: number, bottom: number, scale: number, spec: FigureSpec): string {
  const drawn = drawFigure(pen, spec, { feet: { x: width / 2, y: bottom }, scale });
  const { x, width: w } = drawn.bodyBox;
  const k = Math.min(1, (width - 8) / w, (bottom - 4) / (bottom - drawn.bodyBox.y));
  return `<g transform="translate(${(width / 2 - (x + w / 2) * k).toFixed(1)} ${(bottom * (1 - k)).toFixed(1)}) scale(${k.toFixed(3)})">${drawn.svg}</g>`;
}

function headIn(pen: Pen, width: number, bottom: number, unit: number, look: Look, expression: FigureSpec['expression'], yaw: number): string {
  const drawn = drawHead(pen, { look, expression, angle: { yaw, pitch: 0, roll: 0 } }, { chin: { x: width / 2, y: bottom - 30 }, unit: look.being === 'human' ? unit : unit * 0.86 });
  // Long hair ends at the label.
  return `<svg width="${width}" height="${bottom}" viewBox="0 0 ${width} ${bottom}">${drawn.behind}${drawn.front}</svg>`;
}

function placeIn(pen: Pen, kind: PlaceKind, at: { time: (typeof DAY_TIMES)[number]; weather: (typeof WEATHERS)[number] }, width: number, height: number): string {
  // Drawn at the size of a panel and made smaller, so that the ink weighs as it does on a page.
  const k = 2.6;
  const [w, h] = [width * k, height * k];
  const drawn = drawPlace(pen, { kind, era: 'modern', ...at, season: 'summer', mood: 'calm', seed: 7, detail: 1 }, { width: w, height: h, eye: 150, pitch: 0, focal: w * 0.75, centre: { x: w / 2, y: h * 0.58 } });
  return `<svg x="2" y="2" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}">${drawn.far}${drawn.middle}${drawn.near}${drawn.weather}</svg>`;
}

async function panelSheet<T extends string>(names: readonly T[], change: (name: T, i: number) => Partial<Panel>): Promise<Sheet> {
  const text = await readFile(join(root, 'docs/samples/umbrella.ja.md'), 'utf8');
  const size = { width: 520, height: 400 };
  const cells = names.map((label, i) => {
    const book = structuredClone(scriptBook(text));
    const panel = listPanels(book).find((candidate) => candidate.characters.length === 2 && candidate.lines.some((line) => line.speakerId))!;
    const { expression, ...rest } = { expression: label === 'tremble' || label === 'gloom-lines' ? ('afraid' as const) : label === 'flowers' || label === 'hearts' ? ('loving' as const) : undefined, ...change(label, i) };
    Object.assign(panel, rest, { crowd: 0 });
    if (panel.effects.length > 0) panel.characters.splice(1);
    for (const person of panel.characters) Object.assign(person, { pose: 'stand-relaxed', ...(expression ? { expression } : {}) });
    const drawn = drawPanel(painters, paintsFor('black-and-white'), scenesByPanel(book).get(panel.id)!, size, 0);
    return { label, svg: `<svg x="2" y="2" width="256" height="197" viewBox="0 0 ${size.width} ${size.height}">${drawn.svg}</svg>` };
  });
  return { columns: 6, cell: { width: 260, height: 224 }, cells, isFramed: true };
}

async function writeSheet(name: string, sheet: Sheet): Promise<void> {
  const { columns, cell, cells } = sheet;
  const [width, height] = [columns * cell.width + 20, Math.ceil(cells.length / columns) * cell.height + 20];
  const body = cells.map(({ label, svg }, i) => {
    const [x, y] = [10 + (i % columns) * cell.width, 10 + Math.floor(i / columns) * cell.height];
    const frame = sheet.isFramed ? `<rect x="2" y="2" width="${cell.width - 4}" height="${cell.height - LABEL - 2}" fill="none" stroke="#000" stroke-width="1.6"/>` : '';
    return `<g transform="translate(${x} ${y})">${svg}${frame}<text x="${cell.width / 2}" y="${cell.height - 6}" font-family="Comic Neue" font-size="${cell.width < 120 ? 11 : 14}" text-anchor="middle" fill="#333">${label}</text></g>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${toneDefs()}</defs><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`;
  const png = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [inPackage('@expo-google-fonts/comic-neue', '400Regular/ComicNeue_400Regular.ttf')], defaultFontFamily: 'Comic Neue' } }).render().asPng();
  await save(name, await sharp(png).flatten({ background: '#fff' }).greyscale().png({ palette: true, colours: 8, effort: 8 }).toBuffer());
}

async function pageOf(story: string, number: number, options: ScriptOptions, width: number): Promise<Buffer> {
  const text = await readFile(join(root, 'docs/samples', story), 'utf8');
  const book = scriptBook(text, options);
  const fonts = await loadFonts(async (id) => new Uint8Array(await readFile(inPackage(FONT_FILES[id].package, FONT_FILES[id].file))).buffer, fontIdsFor(book.language, [text]));
  const plan = planPages(book);
  const drawings = new Map(listPanels(book).map((panel) => [panel.id, drawPanelOf(painters, book, plan, panel.id)]));
  const page = assembleBook(book, plan, drawings, { painters, fonts }).pages.find((candidate) => candidate.laid.number === number)!;
  return new Resvg(pageDocument(page, { art: true, lettering: true, withBleed: false }), { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** Three pages on a paper ground: the first picture of the read-me. */
async function writeThreeComics(): Promise<void> {
  const [width, gap] = [496, 28];
  const pages = await Promise.all(([['lighthouse.en.md', 3, { palette: 'vibrant' }], ['last-bus.zh.md', 4, {}], ['umbrella.ja.md', 4, {}]] as const).map(([story, number, options]) => pageOf(story, number, options, width)));
  const height = (await sharp(pages[0]).metadata()).height;
  const framed = pages.map((page, i) => ({ input: page, left: gap + i * (width + gap), top: gap }));
  const ink = framed.map(({ left, top }) => `<rect x="${left - 1}" y="${top - 1}" width="${width + 2}" height="${height + 2}" fill="none" stroke="#b9ad97" stroke-width="2"/>`).join('');
  const total = { width: 3 * width + 4 * gap, height: height + gap * 2 };
  const sheet = sharp({ create: { ...total, channels: 3, background: '#e9e1d1' } }).composite([...framed, { input: Buffer.from(`<svg width="${total.width}" height="${total.height}">${ink}</svg>`) }]);
  await save('three-comics', await sharp(await sheet.png().toBuffer()).png({ palette: true, colours: 64, dither: 0, effort: 8 }).toBuffer());
}

async function save(name: string, png: Buffer): Promise<void> {
  await writeFile(join(folder, `${name}.png`), png);
  process.stdout.write(`${name}.png ${Math.round(png.length / 1024)} KB\n`);
}

await mkdir(folder, { recursive: true });
const wanted = positionals.length > 0 ? positionals : [...Object.keys(SHEETS), 'three-comics'];
for (const name of wanted) {
  if (name === 'three-comics') await writeThreeComics();
  else if (SHEETS[name]) await writeSheet(name, await SHEETS[name]());
  else throw new Error(`no sheet "${name}": choose of ${Object.keys(SHEETS).join(', ')}, three-comics`);
}
process.stdout.write(`places ${PLACES.length}, expressions ${EXPRESSIONS.length}, poses ${POSES.length}, shots ${SHOTS.length}, effects ${EFFECTS.length}, times ${DAY_TIMES.length}, weathers ${WEATHERS.length}, hair ${HAIR_STYLES.length}, things ${CATALOGUE_ROWS.length}\n`);
