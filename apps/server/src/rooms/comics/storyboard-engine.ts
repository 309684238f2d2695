/** The engine of `packages/comic` with the fonts and icons of the installed packages: what the worker draws with. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  Book, drawPanelOf, drawPrompt, exportBook, exportStrip, finishBook, finishPage, FONT_FILES, fontIdsFor, listLines, loadFonts, loadPropIcons, pageDocument, pagePictures, panelDocument, personSheet, pictureKinds, planPages, scriptBook, storyboardArtist,
  type ExportFormat, type ExportOptions, type ExportTools, type FinishedBook, type FinishedPage, type Fonts, type FontSource, type PagePlan, type Painters, type PanelDrawing, type ScriptOptions,
} from '@komawari/comic/make';

const find = createRequire(import.meta.resolve('@komawari/comic'));

function inPackage(name: string, path: string): string {
  return join(dirname(find.resolve(`${name}/package.json`)), path);
}

export const packageFonts: FontSource = async (id) => {
  const bytes = await readFile(inPackage(FONT_FILES[id].package, FONT_FILES[id].file));
  return new Uint8Array(bytes).buffer;
};

export type StoryboardEngine = {
  scriptBook(text: string, options: ScriptOptions): Book;
  planPages(book: Book): PagePlan;
  drawPanelOf(book: Book, plan: PagePlan, panelId: string): PanelDrawing;
  /** A described picture as one panel, a whole SVG document. */
  drawPrompt(prompt: string, wish: Parameters<typeof drawPrompt>[2]): ReturnType<typeof drawPrompt>;
  /** `credits` are those of the whole book, for its colophon; told from `drawings` when absent. */
  finishPage(book: Book, plan: PagePlan, pageNumber: number, drawings: ReadonlyMap<string, PanelDrawing>, credits?: readonly string[]): Promise<FinishedPage>;
  finishBook(book: Book, onPanel?: (done: number, total: number) => void): Promise<FinishedBook>;
  exportBook(format: ExportFormat, finished: FinishedBook, tools: Omit<ExportTools, 'fonts'>, options: ExportOptions): ReturnType<typeof exportBook>;
  panelDocument(book: Book, plan: PagePlan, panelId: string, drawing: PanelDrawing): string;
  pageDocument(page: FinishedPage): string;
  /** A person as a panel shows them, alone, as a whole SVG document. */
  personSheet(book: Book, panelId: string, personId: string): string;
};

let loading: Promise<StoryboardEngine> | undefined;

/** Reads the icon packages once a process (about 0.1 s); fonts are opened when a book first needs them. */
export function loadStoryboardEngine(): Promise<StoryboardEngine> {
  return (loading ??= openEngine().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function openEngine(): Promise<StoryboardEngine> {
  const icons = await loadPropIcons(async (pack) => JSON.parse(await readFile(inPackage(`@iconify-json/${pack}`, 'icons.json'), 'utf8')));
  const painters: Painters = storyboardArtist(icons);
  return {
    scriptBook, planPages, panelDocument,
    drawPrompt: (prompt, wish) => drawPrompt(painters, prompt, wish),
    drawPanelOf: (book, plan, panelId) => drawPanelOf(painters, book, plan, panelId),
    finishPage: async (book, plan, pageNumber, drawings, credits) => finishPage({ book, plan, drawings, painters, fonts: await packageFontsOf(book), ...(credits ? { credits } : {}) }, pageNumber),
    finishBook: async (book, onPanel) => finishBook(book, { painters, fonts: await packageFontsOf(book), onPanel }),
    exportBook: async (format, finished, tools, options) => {
      const set = await packageFontsOf(finished.book);
      const all = { ...tools, fonts: set };
      if (format === 'webtoon') return exportStrip(finished.book, { ...all, painters }, options);
      const whole = withCredits(finished, painters, set);
      return exportBook(format, whole, all, { pictures: picturesAhead(format, whole, all, options.dpi), ...options });
    },
    personSheet: (book, panelId, personId) => personSheet(painters, book, panelId, personId),
    pageDocument: (page) => pageDocument(page, { art: true, lettering: true, withBleed: false }),
  };
}

/** Pages are finished one by one; only the whole book knows whose drawings its colophon must thank. */
function withCredits(finished: FinishedBook, painters: Painters, fonts: Fonts): FinishedBook {
  const pages = finished.pages.map((page) =>
    page.laid.template === 'colophon' ? finishPage({ book: finished.book, plan: { pages: [page.laid] }, drawings: new Map(), painters, fonts, credits: finished.credits }, page.laid.number) : page,
  );
  return { ...finished, pages };
}

/** While a page is being written, the next is drawn on the thread pool: never more than two at once, whatever the number of pages. */
function picturesAhead(format: ExportFormat, { pages, ...book }: FinishedBook, tools: ExportTools, dpi: number): ReturnType<typeof pagePictures> {
  const pictures = pagePictures({ pages, ...book }, tools, dpi, pictureKinds([format]));
  return (page, kind) => {
    const next = pages[pages.indexOf(page) + 1];
    // Asked for again in its turn, where its failure is told.
    if (next) pictures(next, kind).catch(() => undefined);
    return pictures(page, kind);
  };
}

const openFonts = new Map<string, Promise<Fonts>>();

/** Opens the fonts of a book's language once; English books open the Chinese ones only when their text needs them. */
export function packageFontsOf(book: Book): Promise<Fonts> {
  const lines = listLines(book);
  const texts = [book.title, ...book.bible.cast.map((character) => character.name), ...lines.map((line) => line.text[book.language] ?? '')];
  const ids = fontIdsFor(book.language, texts, lines);
  const key = ids.join();
  let fonts = openFonts.get(key);
  if (!fonts) openFonts.set(key, (fonts = loadFonts(packageFonts, ids)));
  return fonts;
}
