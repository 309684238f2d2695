// Draws the pictures of the choices with the built-in artist: `node apps/web/scripts/draw-choices.ts`. The results are
// kept beside the code, so that a build needs no artist.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BOOK_PALETTES } from '@komawari/contract';
import { drawPanelOf, listPanels, loadPropIcons, panelDocument, planPages, scriptBook, storyboardArtist, type ScriptOptions } from '@komawari/comic/make';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';

const root = new URL('../../../', import.meta.url);
const out = new URL('../src/rooms/comics/pictures/', import.meta.url);
const find = createRequire(new URL('packages/comic/package.json', root));
const icons = await loadPropIcons(async (pack) => JSON.parse(await readFile(find.resolve(`@iconify-json/${pack}/icons.json`), 'utf8')));
const painters = storyboardArtist(icons);

const SAMPLES = [
  { name: 'sample-bus', file: 'last-bus.zh.md', panel: 0, palette: 'black-and-white' },
  { name: 'sample-lighthouse', file: 'lighthouse.en.md', panel: 15, palette: 'black-and-white' },
  { name: 'sample-umbrella', file: 'umbrella.ja.md', panel: 14, palette: 'black-and-white' },
] as const;
const PALETTE_PANEL = { file: 'umbrella.ja.md', panel: 13 };

await mkdir(out, { recursive: true });
for (const { name, file, panel, palette } of SAMPLES) await draw({ name, file, panel, palette, width: 540, height: 360 });
for (const palette of BOOK_PALETTES) await draw({ name: `palette-${palette}`, ...PALETTE_PANEL, palette, width: 216, height: 162 });

async function draw(wish: { name: string; file: string; panel: number; palette: NonNullable<ScriptOptions['palette']>; width: number; height: number }): Promise<void> {
  const book = scriptBook(await readFile(new URL(`docs/samples/${wish.file}`, root), 'utf8'), { palette: wish.palette, format: 'manga-b5' });
  const plan = planPages(book);
  const panel = listPanels(book)[wish.panel];
  if (!panel) throw new RangeError(`${wish.file} has no panel ${wish.panel}`);
  const svg = panelDocument(book, plan, panel.id, drawPanelOf(painters, book, plan, panel.id));
  const png = new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: 1200 } }).render().asPng();
  const inner = await sharp(png).extract(await insideFrame(png)).toBuffer();
  await writeFile(new URL(`${wish.name}.webp`, out), await sharp(inner).resize(wish.width, wish.height, { fit: 'cover', position: 'centre' }).webp({ quality: 72 }).toBuffer());
}

/** Without the ink frame, since the card has one. */
async function insideFrame(png: Buffer): Promise<{ left: number; top: number; width: number; height: number }> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const rim = 14;
  return { left: rim, top: rim, width: width - rim * 2, height: height - rim * 2 };
}
