/** What a page may ask of the engine, and what it gets. Lengths are page units (1/150 inch). */
import type { Book, PagePlan, PanelDrawing, PersonView, PlaceView, ScriptOptions, ToldLook } from '@komawari/comic/draw';
import type { FinishedPage } from '@komawari/comic/letter';
import type { DeskPage, DeskPageOptions, RefitOptions, RefittedPanel, ReletterOptions } from './desk-types.ts';

export type * from './desk-types.ts';
export type { Book, FinishedPage, PagePlan, PanelDrawing, PersonView, PlaceView, ScriptOptions, ToldLook };
export type BookLanguage = Book['language'];

/** Any number of books may be open; the id is the caller's own (a comic's id, or `'draft'`). */
export type BookId = string;

export type AskOptions = {
  /** A newer call with the same key ends this one with `superseded`, waiting or running. */
  key?: string;
  /** Ends the call with `cancelled`. */
  signal?: AbortSignal;
};

export type PreviewOptions = ScriptOptions & {
  /** `first` (default) is panel 1; `people` the first panel that shows somebody, for choices about people. */
  shows?: 'first' | 'people';
};

export type FirstPanel = {
  /** A whole SVG document, without lettering. */
  svg: string;
  width: number;
  height: number;
  title: string;
  language: BookLanguage;
  /** Of the whole story; estimated from its beginning when `isEstimate`. */
  panels: number;
  pages: number;
  isEstimate: boolean;
  /** Time in the worker. */
  ms: number;
};

/** What is drawn on a page in place of the artist's own drawings: takes, uploads. */
export type OwnDrawings = Readonly<Record<string, PanelDrawing>>;

export type LanguageOption = {
  /** An edition of the book; its own language when absent. */
  language?: BookLanguage;
};

export type PageOptions = LanguageOption & {
  /** By panel id; panels that are not named are drawn by the built-in artist. */
  drawings?: OwnDrawings;
  /** The PDF's view: art reaches into the bleed. */
  withBleed?: boolean;
  /** A document without words: for laying live bubbles over it. */
  withoutLettering?: boolean;
};

/** A page as a picture and as data; `picture` is a whole SVG document, ready for an object URL. */
export type PageOfBook = {
  page: FinishedPage;
  picture: Blob;
  width: number;
  height: number;
};

export type PagePicture = {
  picture: Blob;
  width: number;
  height: number;
  /** Text alternative of the page in reading order. */
  alternative: FinishedPage['alternative'];
  problems: FinishedPage['lettered']['problems'];
};

/** The bubbles of one panel: for an editor that drags them. */
export type LetteredPanel = {
  /** SVG fragment in page units: laid over the page in place of the panel's old one. */
  lettering: string;
  bubbles: FinishedPage['lettered']['bubbles'];
  problems: FinishedPage['lettered']['problems'];
};

export type PanelPicture = {
  /** A whole SVG document. */
  picture: Blob;
  width: number;
  height: number;
};

export type Engine = {
  /** Reads at most the first 20 000 characters. */
  detectLanguage(text: string, ask?: AskOptions): Promise<BookLanguage>;
  /** Text to book by the built-in writer. Ends with a `comics.*` fault for text that is empty, too long or no text. */
  scriptBook(text: string, options?: ScriptOptions, ask?: AskOptions): Promise<Book>;
  /** Reads only the beginning (about 1 500 characters): quick for stories of any length. */
  previewFirstPanel(text: string, options?: PreviewOptions, ask?: AskOptions): Promise<FirstPanel>;

  /** One person alone as an SVG document, some 10 ms; nothing but the view counts, so its picture may be kept. */
  drawPerson(view: PersonView, ask?: AskOptions): Promise<Blob>;
  /** A place alone, seen wide and empty. */
  drawPlaceAlone(view: PlaceView, ask?: AskOptions): Promise<Blob>;
  /** How an open book's own words describe one of its cast. */
  toldLook(id: BookId, characterId: string, ask?: AskOptions): Promise<ToldLook>;

  /**
   * Gives the worker a book, or its next version: whatever the new book shares with the last one (`===`) is not sent
   * again, so an editor with immutable updates may call this at each keystroke. Returns at once. Calls made before
   * see the old version, calls made after it the new one.
   */
  openBook(id: BookId, book: Book): void;
  closeBook(id: BookId): void;

  /** The plan that drawings and pages of this book are made with: its own layout until `usePlan` gives another. */
  planPages(id: BookId, ask?: AskOptions): Promise<PagePlan>;
  /** A plan changed by hand; `undefined` goes back to the book's own layout. */
  usePlan(id: BookId, plan: PagePlan | undefined): void;
  /** Drawings are kept in the worker until what they show changes. */
  drawPanel(id: BookId, panelId: string, ask?: AskOptions): Promise<PanelDrawing>;
  /** One panel as a whole SVG document; of `drawing` when given, else by the built-in artist. */
  panelDocument(id: BookId, panelId: string, drawing?: PanelDrawing, ask?: AskOptions): Promise<string>;
  panelPicture(id: BookId, panelId: string, ask?: AskOptions): Promise<PanelPicture>;
  /** A lettered page as data and picture: for the page editor. The first call loads the book's fonts. */
  finishPage(id: BookId, pageNumber: number, options?: PageOptions, ask?: AskOptions): Promise<PageOfBook>;
  /** A lettered page as a picture alone: cheaper to hand over than `finishPage`. */
  pagePicture(id: BookId, pageNumber: number, options?: PageOptions, ask?: AskOptions): Promise<PagePicture>;
  /** Letters one panel of a page alone, some milliseconds with fonts loaded: for each step of a drag. */
  letterPanel(id: BookId, pageNumber: number, panelId: string, options?: LanguageOption & { drawings?: OwnDrawings }, ask?: AskOptions): Promise<LetteredPanel>;

  /** A page as the editor works on it; a page number past the end is the last page. */
  deskPage(id: BookId, pageNumber: number, options: DeskPageOptions, ask?: AskOptions): Promise<DeskPage>;
  /** One bubble of that page set anew, under a millisecond: for each step of a drag. Undefined when another page is on the desk. */
  refitBubble(id: BookId, options: RefitOptions, ask?: AskOptions): Promise<RefittedPanel | undefined>;

  /** Panels of that page in other frames, with their bubbles where they will stand: for each step of a drag. Undefined when another page is on the desk. */
  reletterPanels(id: BookId, options: ReletterOptions, ask?: AskOptions): Promise<RefittedPanel[] | undefined>;

  /** Starts the worker and fetches its icons, so that the first real call is quick. Never needed. */
  warmUp(): void;
  /** Ends the worker at once; open books are kept and sent again by the next call. */
  rest(): void;
};
