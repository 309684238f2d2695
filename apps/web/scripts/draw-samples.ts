// Draws what the samples look like, for the home page and the desk: `node apps/web/scripts/draw-samples.ts [FOLDER]`. The
// results are kept beside the code, so that a build needs no artist.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawPanelOf, finishPage, FONT_FILES, fontIdsFor, listPanels, loadFonts, pageDocument, panelDocument, planPages, scriptBook, type PagePlan, type ScriptOptions } from '@komawari/comic/make';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { drawingRoom } from '../src/engine/drawing-room.ts';
import { workerJobs } from '../src/engine/worker-jobs.ts';
import { emptyDraft, samplePreview } from '../src/rooms/comics/desk/draft.ts';
import { loadArtist } from './pictures/load-artist.ts';

const root = new URL('../../../', import.meta.url);
const out = process.argv[2] ?? fileURLToPath(new URL('../src/rooms/comics/pictures/', import.meta.url));
const find = createRequire(new URL('packages/comic/package.json', root));
const painters = await loadArtist();
const desk = workerJobs({ painters: async () => painters, letterer: () => import('../src/engine/letter-page.ts'), room: drawingRoom() });

const CARDS = [{ name: 'sample-bus', file: 'last-bus.zh.md', panel: 4 }, { name: 'sample-lighthouse', file: 'lighthouse.en.md', panel: 4 }, { name: 'sample-umbrella', file: 'umbrella.ja.md', panel: 8 }] as const;
const FIRSTS = [{ name: 'first-bus', file: 'last-bus.zh.md' }, { name: 'first-lighthouse', file: 'lighthouse.en.md' }, { name: 'first-umbrella', file: 'umbrella.ja.md' }] as const;
/** Of a card, page units: the artist composes the panel for it, so that nobody is cut. */
const CARD = { width: 900, height: 600 } as const;
const PAGES: readonly { name: string; file: string; page: number; options: ScriptOptions }[] = [
  { name: 'page-lighthouse', file: 'lighthouse.en.md', page: 6, options: { preset: 'storyboard' } },
  { name: 'page-umbrella', file: 'umbrella.ja.md', page: 3, options: { palette: 'pastel' } },
  { name: 'page-bus', file: 'last-bus.zh.md', page: 3, options: { palette: 'cool' } },
];

await mkdir(out, { recursive: true });
for (const card of CARDS) await drawCard(card);
for (const first of FIRSTS) await drawFirst(first);
for (const page of PAGES) await drawPage(page);

/** One panel without its ink frame, since the card has one. */
async function drawCard({ name, file, panel: index }: { name: string; file: string; panel: number }): Promise<void> {
  const book = scriptBook(await storyOf(file), { format: 'manga-b5' });
  const panel = listPanels(book)[index];
  if (!panel) throw new RangeError(`${file} has no panel ${index}`);
  const plan = inCard(planPages(book), panel.id);
  const png = new Resvg(panelDocument(book, plan, panel.id, drawPanelOf(painters, book, plan, panel.id)), { background: '#fff', fitTo: { mode: 'width', value: 1200 } }).render().asPng();
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const rim = 14;
  const inner = await sharp(png).extract({ left: rim, top: rim, width: width - rim * 2, height: height - rim * 2 }).toBuffer();
  await writeFile(join(out, `${name}.webp`), await sharp(inner).resize(540, 360, { fit: 'cover', position: 'centre' }).webp({ quality: 72 }).toBuffer());
}

/** The same pages, but this panel has the shape of a card. */
function inCard(plan: PagePlan, panelId: string): PagePlan {
  const { width, height } = CARD;
  const polygon = [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
  const laid = { id: panelId, polygon, bleed: { left: false, right: false, top: false, bottom: false }, box: { x: 0, y: 0, width, height } };
  return { ...plan, pages: plan.pages.map((page) => ({ ...page, panels: page.panels.map((one) => (one.id === panelId ? laid : one)) })) };
}

/** What the desk draws of a sample while nothing is chosen: whole, in its own frame. */
async function drawFirst({ name, file }: { name: string; file: string }): Promise<void> {
  const { svg } = await desk.previewFirstPanel({ text: await storyOf(file), options: samplePreview(emptyDraft()) }, async () => undefined);
  const png = new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: 1200 } }).render().asPng();
  await writeFile(join(out, `${name}.webp`), await sharp(png).resize({ width: 640, height: 400, fit: 'inside' }).webp({ quality: 64 }).toBuffer());
}

async function drawPage({ name, file, page: number, options }: (typeof PAGES)[number]): Promise<void> {
  const text = await storyOf(file);
  const book = scriptBook(text, options);
  const plan = planPages(book);
  const fonts = await loadFonts(async (id) => new Uint8Array(await readFile(join(dirname(find.resolve(`${FONT_FILES[id].package}/package.json`)), FONT_FILES[id].file))).buffer, fontIdsFor(book.language, [text]));
  const shown = plan.pages.find((page) => page.number === number)?.panels ?? [];
  const drawings = new Map(shown.map(({ id }) => [id, drawPanelOf(painters, book, plan, id)]));
  const svg = pageDocument(finishPage({ book, plan, drawings, painters, fonts }, number), { art: true, lettering: true, withBleed: false });
  const png = new Resvg(svg, { background: '#fff', font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: 900 } }).render().asPng();
  await writeFile(join(out, `${name}.webp`), await sharp(png).resize(540).webp({ quality: 68 }).toBuffer());
}

function storyOf(file: string): Promise<string> {
  return readFile(new URL(`docs/samples/${file}`, root), 'utf8');
}
