/**
 * Draws one panel in every value of every style axis, and one in every preset, into docs/pictures/style-axes.png:
 * `node packages/comic/scripts/style-sheet.ts [axis] [--to FOLDER] [--palette P] [--width 200]`. One axis alone is drawn large, to be judged.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { styleFor, type StyleWish } from '../src/direct/style/presets.ts';
import { paintsFor } from '../src/draw/pen/palettes.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import { loadPropIcons } from '../src/draw/prop/index.ts';
import { drawPanel } from '../src/draw/stage/draw-panel.ts';
import { scenesByPanel } from '../src/draw/stage/scene-of.ts';
import { storyboardArtist } from '../src/make/artist.ts';
import { scriptBook } from '../src/make/script-book.ts';
import { listPanels } from '../src/model/book.ts';
import { ARTS, CHARACTER_STYLES, COMPOSITIONS, LINE_STYLES, PALETTES, PRESETS, STYLE_MOODS, type PaletteId } from '../src/model/kinds.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' }, palette: { type: 'string' }, width: { type: 'string' } } });
const root = fileURLToPath(new URL('../../../', import.meta.url));
const find = createRequire(import.meta.url);
const inPackage = (name: string, path: string): string => join(dirname(find.resolve(`${name}/package.json`)), path);
const painters = storyboardArtist(await loadPropIcons(async (pack) => JSON.parse(await readFile(inPackage(`@iconify-json/${pack}`, 'icons.json'), 'utf8'))));
const text = await readFile(join(root, 'docs/samples/umbrella.ja.md'), 'utf8');
const font = { loadSystemFonts: false, fontFiles: [inPackage('@expo-google-fonts/comic-neue', '400Regular/ComicNeue_400Regular.ttf')], defaultFontFamily: 'Comic Neue' };

const ROWS = { art: ARTS, mood: STYLE_MOODS, character: CHARACTER_STYLES, line: LINE_STYLES, composition: COMPOSITIONS, preset: PRESETS } as const;
type Axis = keyof typeof ROWS;
/** Colour shows what art is made of; ink shows all else. */
const PALETTE_OF: Partial<Record<Axis, PaletteId>> = { art: 'vibrant' };
const SIZE = { width: 400, height: 308 };
/** Number of the panel that the composition and the presets are shown with: nobody has to be seen doing something. */
const TALK = 6;
const palette = PALETTES.find((name) => name === values.palette);

async function picture(axis: Axis, value: string, width: number): Promise<Buffer> {
  const own = palette ?? PALETTE_OF[axis] ?? 'black-and-white';
  const wish = { [axis]: value, ...(axis === 'preset' ? {} : { palette: own }) } as StyleWish;
  const book = scriptBook(text, wish);
  const panel = listPanels(book)[TALK]!;
  panel.crowd = 0;
  if (axis !== 'composition' && axis !== 'preset') Object.assign(panel, { shot: 'medium', tilt: 0, effects: [] });
  for (const person of panel.characters) if (value !== 'dynamic-pose' && axis !== 'preset') person.pose = 'stand-relaxed';
  const { svg } = drawPanel(painters, paintsFor(styleFor(wish).palette), scenesByPanel(book).get(panel.id)!, SIZE, 0);
  const frame = `<rect x="1" y="1" width="${SIZE.width - 2}" height="${SIZE.height - 2}" fill="none" stroke="#000" stroke-width="3"/>`;
  const png = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}"><defs>${toneDefs()}</defs><rect width="100%" height="100%" fill="#fff"/>${svg}${frame}</svg>`, { font, fitTo: { mode: 'width', value: SIZE.width } }).render().asPng();
  // Drawn at its own size and made smaller, or tones would flicker.
  return sharp(png).resize({ width }).png().toBuffer();
}

function label(words: string, width: number, size: number): Buffer {
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="24"><text x="2" y="17" font-family="Comic Neue" font-size="${size}">${words}</text></svg>`, { font }).render().asPng();
}

async function sheet(axes: readonly Axis[], columns: number, width: number): Promise<Buffer> {
  const tall = Math.round((width * SIZE.height) / SIZE.width);
  const cells = axes.flatMap((axis) => {
    const rest = (columns - (ROWS[axis].length % columns)) % columns;
    return [...ROWS[axis].map((value) => ({ axis, value })), ...Array.from({ length: rest }, () => undefined)];
  });
  const layers = await Promise.all(cells.map(async (cell, i) => {
    if (!cell) return [];
    const [left, top] = [8 + (i % columns) * (width + 8), 6 + Math.floor(i / columns) * (tall + 30)];
    return [{ input: label(cell.value === 'none' || cell.value === 'storyboard' ? `${cell.axis}: ${cell.value}` : cell.value, width, 15), left, top }, { input: await picture(cell.axis, cell.value, width), left, top: top + 23 }];
  }));
  const canvas = { width: columns * (width + 8) + 8, height: Math.ceil(cells.length / columns) * (tall + 30) + 6, channels: 3 as const, background: '#ffffff' };
  return sharp(await sharp({ create: canvas }).composite(layers.flat()).png().toBuffer()).png({ palette: true, colours: 24, dither: 0, effort: 9 }).toBuffer();
}

const one = (Object.keys(ROWS) as Axis[]).find((axis) => axis === positionals[0]);
const png = one ? await sheet([one], 4, Number(values.width ?? 400)) : await sheet(Object.keys(ROWS) as Axis[], 11, Number(values.width ?? 138));
const name = one ? `style-${one}` : 'style-axes';
await writeFile(join(values.to ?? join(root, 'docs/pictures'), `${name}.png`), png);
process.stdout.write(`${name}.png ${Math.round(png.length / 1024)} KB\n`);
