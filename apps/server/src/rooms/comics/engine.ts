import type { ExportFormat, MakeOptions } from '@komawari/contract';
import type { RasterTools } from '../../ports/raster-tools.ts';
import type { packageFontsOf as openPackageFonts, StoryboardEngine } from './storyboard-engine.ts';

/** The parts of the engine's data that the room reads; the rest travels through it untouched, as JSON. */
export type BookData = { title: string; language: string; format: string; direction: string; style?: { palette: string } };
export type PagePlan = { pages: readonly { number: number; panels: readonly { id: string }[] }[] };
export type PanelDrawing = { svg: string; credits: string[] };
export type ProblemData = { code: string; page: number; panelId: string; lineId: string };
export type FinishedPage = {
  lettered: { problems: ProblemData[] };
  alternative: { panelId: string; description: string; lines: { speaker: string; text: string; kind: string }[] }[];
};
export type FinishedBook = { book: BookData; pages: FinishedPage[]; problems: ProblemData[]; credits: string[] };

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array };

type Later<T> = T | Promise<T>;

/** What the room needs of the engine. Every call is pure: the same input gives the same output. */
export type ComicEngine = {
  scriptBook(text: string, options: MakeOptions): Later<BookData>;
  planPages(book: BookData): Later<PagePlan>;
  drawPanelOf(book: BookData, plan: PagePlan, panelId: string): Later<PanelDrawing>;
  finishPage(book: BookData, plan: PagePlan, pageNumber: number, drawings: ReadonlyMap<string, PanelDrawing>): Later<FinishedPage>;
  exportBook(format: ExportFormat, finished: FinishedBook, tools: RasterTools & { now: Date }, options: { dpi: number }): Promise<ExportedFile[]>;
  /** One panel as a whole SVG document, for the browser. */
  panelDocument(book: BookData, plan: PagePlan, panelId: string, drawing: PanelDrawing): Later<string>;
  /** One page as a whole SVG document, art and lettering. */
  pageDocument(page: FinishedPage): Later<string>;
};

/**
 * The storyboard engine, loaded with its fonts and icons at its first use: the web process never pays for it.
 */
export function realEngine(): ComicEngine {
  let loading: Promise<ComicEngine> | undefined;
  const load = () => (loading ??= loadEngine());
  return {
    scriptBook: async (...args) => (await load()).scriptBook(...args),
    planPages: async (...args) => (await load()).planPages(...args),
    drawPanelOf: async (...args) => (await load()).drawPanelOf(...args),
    finishPage: async (...args) => (await load()).finishPage(...args),
    exportBook: async (...args) => (await load()).exportBook(...args),
    panelDocument: async (...args) => (await load()).panelDocument(...args),
    pageDocument: async (...args) => (await load()).pageDocument(...args),
  };
}

/**
 * The engine's own types say more than the room reads. What goes in is always what came out of the same
 * engine, as JSON, so the wider types hold.
 */
async function loadEngine(): Promise<ComicEngine> {
  const engine = await loadStoryboardEngine();
  const scriptBook: ComicEngine['scriptBook'] = (text, { style, ...options }) => engine.scriptBook(text, { ...options, ...(style === undefined ? {} : { preset: style }) });
  return { ...(engine as unknown as ComicEngine), scriptBook };
}

/** For the command line, which works with the engine's own types. Loaded here so that the room's door costs nothing. */
export async function loadStoryboardEngine(): Promise<StoryboardEngine> {
  return (await import('./storyboard-engine.ts')).loadStoryboardEngine();
}

export async function packageFontsOf(...args: Parameters<typeof openPackageFonts>): ReturnType<typeof openPackageFonts> {
  return (await import('./storyboard-engine.ts')).packageFontsOf(...args);
}
