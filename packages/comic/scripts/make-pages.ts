/** Draws a story's pages as pictures, to be looked at: `node make-pages.ts STORY FOLDER [--palette P] [--format F] [--only N,M] [--width W]`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { assembleBook, drawPanelOf, FONT_FILES, fontIdsFor, listPanels, loadFonts, loadPropIcons, pageDocument, planPages, scriptBook, storyboardArtist, type ScriptOptions } from '../src/make/index.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { palette: { type: 'string' }, format: { type: 'string' }, only: { type: 'string' }, width: { type: 'string', default: '900' }, script: { type: 'boolean' } } });
const [file, folder] = positionals;
if (!file || !folder) throw new Error('usage: make-pages.ts STORY FOLDER');
const find = createRequire(import.meta.url);
const inPackage = (name: string, path: string): string => join(dirname(find.resolve(`${name}/package.json`)), path);

const text = await readFile(file, 'utf8');
const book = scriptBook(text, { palette: values.palette as ScriptOptions['palette'], format: values.format as ScriptOptions['format'] });
const fonts = await loadFonts(async (id) => new Uint8Array(await readFile(inPackage(FONT_FILES[id].package, FONT_FILES[id].file))).buffer, fontIdsFor(book.language, [text]));
const icons = await loadPropIcons(async (pack) => JSON.parse(await readFile(inPackage(`@iconify-json/${pack}`, 'icons.json'), 'utf8')));
const painters = storyboardArtist(icons);
await mkdir(folder, { recursive: true });
const stem = basename(file).replace(/\.\w+$/, '');
if (values.script) await writeFile(join(folder, `${stem}.json`), JSON.stringify(book, null, 1));
const start = performance.now();
const plan = planPages(book);
const laid = performance.now();
const drawings = new Map(listPanels(book).map((panel) => [panel.id, drawPanelOf(painters, book, plan, panel.id)]));
const drawn = performance.now();
const finished = assembleBook(book, plan, drawings, { painters, fonts });
const lettered = performance.now();
const only = values.only?.split(',').map(Number);
for (const page of finished.pages) {
  if (only && !only.includes(page.laid.number)) continue;
  const svg = pageDocument(page, { art: true, lettering: true, withBleed: false });
  const png = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: Number(values.width) } }).render().asPng();
  await writeFile(join(folder, `${stem}-${String(page.laid.number).padStart(2, '0')}.png`), png);
}
console.log(`${finished.pages.length} pages, ${drawings.size} panels; layout ${ms(laid - start)}, drawing ${ms(drawn - laid)}, lettering ${ms(lettered - drawn)}, raster ${ms(performance.now() - lettered)}; problems: ${JSON.stringify(finished.problems)}`);

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
