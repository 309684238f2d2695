/** What is to be drawn and composed so that the pages show the book: decided on plain data. */
import { createHash } from 'node:crypto';
import type { Book, Box } from '@komawari/comic';
import type { Size } from '@komawari/comic/edit';
import type { PagePlan } from '@komawari/comic/make';

export type KnownPanel = { panelId: string; takeId: string | null; fitHash: string | null; hasDrawing: boolean };
export type KnownPage = { number: number; language: string; inputsHash: string | null; isStored: boolean };
/** Takes that are done and not put aside, oldest first. */
export type KnownTake = { id: string; panelId: string; provider: string; inputsHash: string; width: number; height: number };
export type Redraw = 'missing' | 'stale' | readonly string[];

export type PanelWork = { id: string; page: number; position: number; wish: 'draw' | 'fit' | null; takeId: string | null; inputsHash: string; fitHash: string };
export type PageWork = {
  number: number; language: string; inputsHash: string; isWanted: boolean;
  /** Page units; frames in reading order. While a page is not composed they say what will stand where. */
  width: number; height: number; frames: object[];
};
export type Work = { panels: PanelWork[]; pages: PageWork[] };

/** Takes of the built-in artist, and of the author; any other provider's were drawn by a model. */
export const STORYBOARD = 'storyboard';
export const OWN = 'own';

export type PlanInput = {
  book: Book; plan: PagePlan; factsOf(panelId: string): string; /** The same for drawings by a model. */ promptFactsOf(panelId: string): string; /** Room that the words of a panel need, u². */ textAreaOf(panelId: string): number; redraw: Redraw;
  panels: readonly KnownPanel[]; pages: readonly KnownPage[]; takes: readonly KnownTake[];
};

export function planWork(input: PlanInput): Work {
  const { plan } = input;
  const known = new Map(input.panels.map((panel) => [panel.panelId, panel]));
  const takes = Map.groupBy(input.takes, (take) => take.panelId);
  const script = panelsOf(input.book);
  let position = 0;
  const panels = plan.pages.flatMap((page) => page.panels.map((laid) => panelWork(input, {
    id: laid.id, page: page.number, position: position++, laid, inScript: script.get(laid.id), known: known.get(laid.id), takes: takes.get(laid.id) ?? [],
  })));
  const wanting = new Set(panels.filter((panel) => panel.wish !== null).map((panel) => panel.page));
  return { panels, pages: languagesOf(input.book).flatMap((language) => plan.pages.map((page) => pageWork(input, page, language, wanting.has(page.number)))) };
}

/** `''` is the book's own language. */
export function languagesOf(book: Book): string[] {
  return ['', ...Object.keys(book.editions ?? {}).filter((language) => language !== book.language)];
}

export function hashOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/**
 * Of what a panel's effective picture is made: its take, its frame, and the part of it that is shown. In a frame of
 * another size it is drawn anew, with room for the words as they are then.
 */
export function fitHashOf(fit: { take: { id: string; width: number; height: number }; box: object; frame: Size; crop: object | undefined; textArea: number }): string {
  const isReframed = fit.take.width !== fit.frame.width || fit.take.height !== fit.frame.height;
  return hashOf(fit.take.id, fit.box, fit.crop ?? null, isReframed ? Math.round(fit.textArea) : null);
}

/** Of a panel's picture: whole units, as the artist draws it. */
export function frameSize(laid: { box?: Box } | undefined): Size {
  if (!laid?.box) return { width: 0, height: 0 };
  const { x, y, width, height } = laid.box;
  return { width: Math.ceil(x + width) - Math.floor(x), height: Math.ceil(y + height) - Math.floor(y) };
}

type ScriptPanel = Book['chapters'][number]['scenes'][number]['panels'][number];
type PanelAt = { id: string; page: number; position: number; laid: PagePlan['pages'][number]['panels'][number]; inScript: ScriptPanel | undefined; known: KnownPanel | undefined; takes: readonly KnownTake[] };

function panelWork(input: PlanInput, at: PanelAt): PanelWork {
  const inputsHash = hashOf(input.factsOf(at.id));
  const take = at.takes.find((one) => one.id === at.inScript?.adoptedTakeId) ?? at.takes.find((one) => one.id === at.known?.takeId) ?? at.takes.at(-1);
  const work = { id: at.id, page: at.page, position: at.position, inputsHash };
  if (!take || isToRedraw(input, at, take)) return { ...work, wish: 'draw', takeId: take?.id ?? null, fitHash: '' };
  const fitHash = fitHashOf({ take, box: at.laid.box ?? {}, frame: frameSize(at.laid), crop: at.inScript?.crop, textArea: input.textAreaOf(at.id) });
  return { ...work, wish: at.known?.hasDrawing && at.known.fitHash === fitHash ? null : 'fit', takeId: take.id, fitHash };
}

/** A picture of the author's own can not be drawn again. */
function isToRedraw({ redraw, ...input }: PlanInput, at: PanelAt, take: KnownTake): boolean {
  if (redraw === 'missing' || at.inScript?.isLocked || take.provider === OWN) return false;
  return redraw === 'stale' ? isStale(take, input) : redraw.includes(at.id);
}

/** Whether a drawing tells something else than the book: the built-in artist and models are told different things. */
export function isStale(take: Pick<KnownTake, 'provider' | 'inputsHash' | 'panelId'>, { factsOf, promptFactsOf }: Pick<PlanInput, 'factsOf' | 'promptFactsOf'>): boolean {
  if (take.provider === OWN) return false;
  return take.inputsHash !== hashOf((take.provider === STORYBOARD ? factsOf : promptFactsOf)(take.panelId));
}

function pageWork({ book, pages }: PlanInput, page: PagePlan['pages'][number], language: string, isWaiting: boolean): PageWork {
  const inputsHash = hashOf(page, wordsOf(book, page), language, book.language, book.editions ?? null, book.style, book.direction, book.format, book.seed);
  const known = pages.find((one) => one.number === page.number && one.language === language);
  // Covers and colophons show the cast and thank for all drawings: they are few, and made anew.
  const isMatter = page.panels.length === 0;
  const shape = { width: Math.round(page.width ?? 0), height: Math.round(page.height ?? 0), frames: page.panels.map((panel) => ({ id: panel.id, ...panel.box })) };
  return { number: page.number, language, inputsHash, ...shape, isWanted: isWaiting || isMatter || !known?.isStored || known.inputsHash !== inputsHash };
}

/** What lettering and text alternatives say of a page. */
function wordsOf(book: Book, page: PagePlan['pages'][number]): unknown {
  const script = panelsOf(book);
  return page.panels.map(({ id }) => {
    const panel = script.get(id);
    return [panel?.lines, panel?.characters.map((person) => book.bible?.cast.find((one) => one.id === person.id)?.name)];
  });
}

const SCRIPTS = new WeakMap<Book, Map<string, ScriptPanel>>();

function panelsOf(book: Book): Map<string, ScriptPanel> {
  let panels = SCRIPTS.get(book);
  if (!panels) SCRIPTS.set(book, (panels = new Map((book.chapters ?? []).flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.map((panel) => [panel.id, panel] as const))))));
  return panels;
}
