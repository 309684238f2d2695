/** A 20-page comic, story to PDF + CBZ + EPUB, beside rasterising its pages alone; layout and lettering per page. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { listPanels, pageDocument, type FinishedPage } from '@komawari/comic/make';
import { rasteriseTools } from '../apps/server/src/adapters/rasterise/rasterise-tools.ts';
import { makeAlone } from '../apps/server/src/cli/make/make-alone.ts';
import { parseMake } from '../apps/server/src/cli/make/parse-make.ts';
import { loadStoryboardEngine, packageFontsOf } from '../apps/server/src/rooms/comics/index.ts';
import { atMost, interleave, median, report, timeOf } from './measure.ts';

const DPI = 150;

/** Our own three English evenings of the lighthouse, told until the pages are enough. */
async function storyOf20Pages(): Promise<string> {
  const chapter = (await readFile(new URL('../docs/samples/lighthouse.en.md', import.meta.url), 'utf8')).replace(/^# .*$/m, '');
  return `# Three Evenings\n\n${[1, 2, 3].map((n) => `## Chapter ${n}\n${chapter}`).join('\n\n')}`;
}

/** Draws pages side by side on all cores, as the exports do. */
async function rasterAll(pages: readonly FinishedPage[]): Promise<void> {
  const queue = pages.map((page) => pageDocument(page, { art: true, lettering: true, withBleed: false }));
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let svg = queue.shift(); svg !== undefined; svg = queue.shift()) await rasteriseTools.rasterise(svg, { width: 1075, isColour: false });
  }));
}

const asJson = process.argv.includes('--json');
const text = await storyOf20Pages();
const command = parseMake(['story', '--formats', 'pdf,cbz,epub', '--dpi', String(DPI), '--alone'])!;
const whole = await makeAlone(text, command, () => undefined);
const engine = await loadStoryboardEngine();
// Both sides work on the same number of pages: the whole book.
const all = (await engine.finishBook(whole.book)).pages;
const comic = await interleave(5, () => timeOf(() => makeAlone(text, command, () => undefined)), () => timeOf(() => rasterAll(all)));

await packageFontsOf(whole.book);
const drawings = new Map(listPanels(whole.book).map((panel) => [panel.id, engine.drawPanelOf(whole.book, whole.plan, panel.id)]));
const setting: number[] = [];
const raster: number[] = [];
for (let round = 0; round < 5; round++) {
  setting.push(await timeOf(async () => {
    const plan = engine.planPages(whole.book);
    for (const page of plan.pages) if (page.panels.length > 0) await engine.finishPage(whole.book, plan, page.number, drawings);
  }));
  raster.push(await timeOf(async () => {
    for (const page of all.filter((candidate) => candidate.role === 'story')) await rasteriseTools.rasterise(pageDocument(page, { art: true, lettering: true, withBleed: false }), { width: 1075, isColour: false });
  }));
}
const storyPages = all.filter((page) => page.role === 'story').length;
report('comic', [
  atMost(`story to PDF + CBZ + EPUB, ${all.length} pages at ${DPI} dpi`, 'ms', comic.ours, { name: 'rasterising the pages alone', value: comic.peer }, 2),
  atMost('layout and lettering, per page', 'ms', median(setting) / storyPages, { name: 'rasterising a page', value: median(raster) / storyPages }, 0.1),
], { pages: all.length, panels: whole.plan.pages.reduce((sum, page) => sum + page.panels.length, 0), seconds: (comic.ours / 1000).toFixed(2) }, asJson);
