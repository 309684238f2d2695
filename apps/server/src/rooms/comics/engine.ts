import type { Directions } from '@komawari/comic';
import type { Book, ExportedFile, ExportFormat, ExportOptions, ExportTools, FinishedBook, FinishedPage, PagePlan, PanelDrawing, PanelPrompt, PromptWish, Request, ScriptOptions, StoryReading } from '@komawari/comic/make';
import { BOOK_LANGUAGES, type MakeOptions } from '@komawari/contract';
import type { packageFontsOf as openPackageFonts, StoryboardEngine } from './storyboard-engine.ts';

type Later<T> = T | Promise<T>;

/** What the room needs of the engine. Every call is pure: the same input gives the same output. */
export type ComicEngine = {
  scriptBook(text: string, options: MakeOptions): Later<Book>;
  /** The story as a model is asked about it, part by part. */
  openReading(text: string, options: MakeOptions): Later<StoryReading>;
  planPages(book: Book): Later<PagePlan>;
  drawPanelOf(book: Book, plan: PagePlan, panelId: string): Later<PanelDrawing>;
  finishPage(book: Book, plan: PagePlan, pageNumber: number, drawings: ReadonlyMap<string, PanelDrawing>): Later<FinishedPage>;
  exportBook(format: ExportFormat, finished: FinishedBook, tools: Omit<ExportTools, 'fonts'>, options: ExportOptions): Promise<ExportedFile[]>;
  /** What a panel's drawing tells, as canonical text: when it changes, the drawing is stale. */
  factsOf(book: Book): Later<(panelId: string) => string>;
  /** The same for a drawing by a model. */
  promptFactsOf(book: Book): Later<(panelId: string) => string>;
  /** What a model is told of a panel. */
  promptOf(book: Book, panelId: string, wish: PromptWish): Later<PanelPrompt>;
  /** Whose looks matter in a panel, the nearest first. */
  peopleToShow(book: Book, panelId: string): Later<string[]>;
  /** A person as a panel shows them, alone, as a whole SVG document. */
  personSheet(book: Book, panelId: string, personId: string): Later<string>;
  /** Room that the words of a panel need in its picture, u². */
  textAreaOf(book: Book): Later<(panelId: string) => number>;
  /** What words ask of another take. */
  readRequest(book: Book, panelId: string, wish: Request): Later<Directions>;
  /** The same book as it is read in another of its languages; one plan serves all. */
  inLanguage(book: Book, language: string): Later<Book>;
  /** One panel as a whole SVG document, for the browser. */
  panelDocument(book: Book, plan: PagePlan, panelId: string, drawing: PanelDrawing): Later<string>;
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
    openReading: async (...args) => (await load()).openReading(...args),
    planPages: async (...args) => (await load()).planPages(...args),
    drawPanelOf: async (...args) => (await load()).drawPanelOf(...args),
    finishPage: async (...args) => (await load()).finishPage(...args),
    exportBook: async (...args) => (await load()).exportBook(...args),
    factsOf: async (...args) => (await load()).factsOf(...args),
    textAreaOf: async (...args) => (await load()).textAreaOf(...args),
    promptFactsOf: async (...args) => (await load()).promptFactsOf(...args),
    promptOf: async (...args) => (await load()).promptOf(...args),
    peopleToShow: async (...args) => (await load()).peopleToShow(...args),
    personSheet: async (...args) => (await load()).personSheet(...args),
    readRequest: async (...args) => (await load()).readRequest(...args),
    inLanguage: async (...args) => (await load()).inLanguage(...args),
    panelDocument: async (...args) => (await load()).panelDocument(...args),
    pageDocument: async (...args) => (await load()).pageDocument(...args),
  };
}

async function loadEngine(): Promise<ComicEngine> {
  const engine = await loadStoryboardEngine();
  const { inLanguage, openReading, panelFacts, panelPrompt, peopleToShow, promptFacts, readRequest, roomForWords } = await import('@komawari/comic/make');
  return {
    ...engine, readRequest, peopleToShow, promptOf: panelPrompt,
    promptFactsOf: (book) => (panelId) => promptFacts(book, panelId),
    factsOf: (book) => (panelId) => panelFacts(book, panelId),
    textAreaOf: (book) => (panelId) => roomForWords(book, panelId),
    inLanguage: (book, language) => inLanguage(book, BOOK_LANGUAGES.find((one) => one === language) ?? book.language),
    scriptBook: (text, options) => engine.scriptBook(text, scriptOptions(options)),
    openReading: (text, options) => openReading(text, scriptOptions(options)),
  };
}

/** Who writes and who draws is not the writer's to know. */
function scriptOptions({ style, artist: _artist, writer: _writer, ...options }: MakeOptions): ScriptOptions {
  return { ...options, ...(style === undefined ? {} : { preset: style }) };
}

/** For the command line, which works with the engine's own types. Loaded here so that the room's door costs nothing. */
export async function loadStoryboardEngine(): Promise<StoryboardEngine> {
  return (await import('./storyboard-engine.ts')).loadStoryboardEngine();
}

export async function packageFontsOf(...args: Parameters<typeof openPackageFonts>): ReturnType<typeof openPackageFonts> {
  return (await import('./storyboard-engine.ts')).packageFontsOf(...args);
}
