/**
 * A page as the editor works on it: each panel's own picture, each panel's own lettering. Pictures are made anew only
 * when what they show has changed, and sent only when the page has not got them. Part of the worker.
 */
import { drawPanelOf, type Book, type PagePlan, type Painters, type PanelDrawing } from '@komawari/comic/draw';
import { bubblesSvg, directedBook, fitDrawing, isMatter, letterByHand, letteringInks, letterPage, pageToLetter, paintsFor, panelFacts, pictureBox, pictureDrawing, placeInFrame, refitBubble, textAreaOf, toneDefs, type Bubble, type Fonts, type PageToLetter } from '@komawari/comic/page-desk';
import { EngineError } from './engine-error.ts';
import { finishedPage, readied, type Wish } from './letter-page.ts';
import { svgBlob } from './svg-document.ts';
import type { DeskBubble, DeskPage, DeskPageOptions, DeskPanel, DeskTake, RefitOptions, RefittedPanel, ReletterOptions } from './desk-types.ts';
import type { Pause } from './worker-jobs.ts';

/** A picture before it is cropped and scaled to its frame. */
type Picture = { key: string; stamp: number; drawing: PanelDrawing };
type Size = { width: number; height: number };
/** `edition` is the book as it is read, `found` what each panel shows. */
type Lettered = { page: PageToLetter; bubbles: Bubble[]; fonts: Fonts; inks: { ink: string; paper: string }; edition: Book; found: ReadonlyMap<string, Found>; takes: DeskPageOptions['takes'] };
type LaidPanel = PagePlan['pages'][number]['panels'][number];

/** As many as a drawing room keeps. */
const PICTURES_MOST = 160;
const pictures = new Map<string, Picture>();
const stored = new Map<string, Promise<PanelDrawing>>();
let stamps = 0;
/** The page that is worked on. */
let lettered: { at: string; is: Lettered } | undefined;

type DeskWish = Omit<Wish, 'options'> & { options: DeskPageOptions };

export async function deskPage({ options, ...wish }: DeskWish, pause: Pause): Promise<DeskPage> {
  const { room, painters, id, pageNumber } = wish;
  const plan = room.planOf(id);
  const index = Math.min(plan.pages.length, Math.max(1, pageNumber)) - 1;
  const laid = plan.pages[index]!;
  const book = room.bookOf(id);
  const whole = { laid, previous: storyPage(plan, index - 1), next: storyPage(plan, index + 1), pages: plan.pages.map(summary), ...inksOf(book) };
  if (isMatter(laid.template)) {
    const { picture } = await finishedPage({ ...wish, pageNumber: laid.number, options: options.language ? { language: options.language } : {} }, pause);
    return { ...whole, matter: picture, panels: [], lettering: {}, bubbles: [], problems: [] };
  }
  const drawings = new Map<string, PanelDrawing>();
  const panels: DeskPanel[] = [];
  const found = new Map<string, Found>();
  for (const panel of laid.panels) {
    const size = pictureBox(panel);
    const crop = panelOf(book, panel.id)?.crop;
    const shown = await pictureOf({ painters, id, book, plan, laid: panel, take: options.takes[panel.id] });
    const { picture, inner, href } = shown;
    found.set(panel.id, shown);
    drawings.set(panel.id, fitted(shown, size, crop));
    const isKnown = href !== undefined || options.known?.[panel.id] === picture.stamp;
    panels.push({ id: panel.id, stamp: picture.stamp, size, inner, place: placeInFrame(inner, size, crop), ...(href === undefined ? {} : { href }), ...(isKnown ? {} : { picture: svgBlob(documentOf(picture.drawing, inner)) }) });
    await pause();
  }
  const edited = options.language ? { language: options.language, drawings: Object.fromEntries(drawings) } : { drawings: Object.fromEntries(drawings) };
  const { book: edition, open } = await readied({ ...wish, pageNumber: laid.number, options: edited }, pause);
  const page = pageToLetter({ book: edition, plan, drawings }, laid.number);
  const { bubbles, problems } = letterPage(page, open);
  const is: Lettered = { page, bubbles, fonts: open, inks: letteringInks(book), edition, found, takes: options.takes };
  lettered = { at: placeOf(id, laid.number, options.language), is };
  return { ...whole, panels, lettering: Object.fromEntries(page.panels.map((panel) => [panel.id, svgOf(is, bubbles.filter((bubble) => bubble.panelId === panel.id))])), bubbles: bubbles.map(slim), problems };
}

/** One line set anew while it is dragged; the others stand still. Undefined when the page on the desk is another one. */
export function refittedPanel(id: string, { pageNumber, language, lineId, hand }: RefitOptions): RefittedPanel | undefined {
  if (lettered?.at !== placeOf(id, pageNumber, language)) return undefined;
  const { is } = lettered;
  const panel = is.page.panels.find(({ lines }) => lines.some((line) => line.id === lineId));
  if (!panel) return undefined;
  const page = { ...is.page, panels: is.page.panels.map((one) => (one === panel ? { ...one, lines: one.lines.map((line) => (line.id === lineId ? letterByHand(line, is.page.language, hand) : line)) } : one)) };
  const bubbles = refitBubble(page, lineId, is.bubbles, is.fonts);
  return { panelId: panel.id, lettering: svgOf(is, bubbles), bubbles: bubbles.map(slim) };
}

type ReletterWish = Pick<DeskWish, 'room' | 'painters' | 'id'> & { options: ReletterOptions };

/** Panels whose frames a hand moves, lettered as they will be when it lets go; the book has not heard of it yet. */
export async function reletteredPanels({ room, painters, id, options }: ReletterWish, pause: Pause): Promise<RefittedPanel[] | undefined> {
  const { pageNumber, language, panels, isDrawnAnew } = options;
  if (lettered?.at !== placeOf(id, pageNumber, language)) return undefined;
  const { is } = lettered;
  const book = room.bookOf(id);
  const plan = reframed(room.planOf(id), pageNumber, panels);
  const drawings = new Map<string, PanelDrawing>();
  for (const laid of panels) {
    const shown = isDrawnAnew ? await pictureOf({ painters, id, book, plan, laid, take: is.takes[laid.id] }) : is.found.get(laid.id);
    if (shown) drawings.set(laid.id, fitted(shown, pictureBox(laid), panelOf(book, laid.id)?.crop));
    await pause();
  }
  const page = pageToLetter({ book: is.edition, plan, drawings }, pageNumber);
  const moved = new Set(panels.map((panel) => panel.id));
  const { bubbles } = letterPage({ ...page, panels: page.panels.filter((panel) => moved.has(panel.id)) }, is.fonts);
  return panels.map((panel) => {
    const own = bubbles.filter((bubble) => bubble.panelId === panel.id);
    return { panelId: panel.id, lettering: svgOf(is, own), bubbles: own.map(slim) };
  });
}

function reframed(plan: PagePlan, pageNumber: number, panels: readonly LaidPanel[]): PagePlan {
  return { ...plan, pages: plan.pages.map((page) => (page.number === pageNumber ? { ...page, panels: page.panels.map((one) => panels.find((panel) => panel.id === one.id) ?? one) } : page)) };
}

function fitted({ picture, inner, href }: Found, size: Size, crop: Parameters<typeof pictureDrawing>[3]): PanelDrawing {
  const { width, height } = size;
  return href === undefined ? fitDrawing(picture.drawing, inner, { width, height }, { crop }) : pictureDrawing(href, inner, size, crop);
}

type PictureWish = { painters: Painters; id: string; book: Book; plan: PagePlan; laid: LaidPanel; take: DeskTake | undefined };
type Found = { picture: Picture; inner: Size; href?: string };

/** The same picture as the server makes: the take itself, or drawn anew where it still tells what the book says and its frame has changed. */
async function pictureOf({ painters, id, book, plan, laid, take }: PictureWish): Promise<Found> {
  const { width, height } = pictureBox(laid);
  const place = `${id} ${laid.id}`;
  if (take?.kind === 'picture') return { picture: remember(place, take.picture, () => EMPTY), inner: { width: take.width, height: take.height }, href: take.picture };
  const panel = panelOf(book, laid.id);
  const facts = panelFacts(book, laid.id);
  const isReframed = take?.width !== width || take.height !== height;
  const isOpen = take === undefined || (isReframed && panel?.isLocked !== true && [take.inputsHash, undefined].includes(await hashOf(facts)));
  if (!isOpen) {
    const drawing = await fetchDrawing(take.drawing);
    return { picture: remember(place, take.drawing, () => drawing), inner: { width: take.width, height: take.height } };
  }
  const key = JSON.stringify([facts, textAreaOf(book, panel!), book.style.palette, take?.directions ?? null, width, height]);
  const directions = (take?.directions ?? undefined) as Parameters<typeof directedBook>[2];
  const inner = { width, height };
  return { picture: remember(place, key, () => fitDrawing(drawPanelOf(painters, directedBook(book, laid.id, directions), plan, laid.id), inner, inner, { isMirrored: directions?.isMirrored })), inner };
}

const EMPTY: PanelDrawing = { svg: '', people: [], keepFree: [], credits: [] };

function remember(place: string, key: string, make: () => PanelDrawing): Picture {
  const known = pictures.get(place);
  const picture = known?.key === key ? known : { key, stamp: ++stamps, drawing: make() };
  pictures.delete(place);
  pictures.set(place, picture);
  const [oldest] = pictures.keys();
  if (pictures.size > PICTURES_MOST && oldest !== undefined) pictures.delete(oldest);
  return picture;
}

function fetchDrawing(address: string): Promise<PanelDrawing> {
  let known = stored.get(address);
  if (!known) {
    known = readDrawing(address);
    known.catch(() => stored.delete(address));
    if (stored.size > PICTURES_MOST) stored.clear();
    stored.set(address, known);
  }
  return known;
}

async function readDrawing(address: string): Promise<PanelDrawing> {
  let status = 0;
  let text = '';
  try {
    const response = await fetch(address);
    ({ status } = response);
    text = await response.text();
  } catch (cause) {
    throw new EngineError('assets-unavailable', `${address} could not be fetched`, { cause });
  }
  if (status >= 502) throw new EngineError('assets-unavailable', `${address} answered ${status}`);
  if (status !== 200) throw new Error(`drawing ${status}`);
  return JSON.parse(text) as PanelDrawing;
}

/** As the server names what a panel was drawn from. Without a secure context nobody can hash: then the take counts as fresh. */
async function hashOf(facts: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([facts])));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 32);
}

function documentOf(drawing: PanelDrawing, { width, height }: Size): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${toneDefs()}</defs>${drawing.svg}</svg>`;
}

function svgOf({ fonts, inks }: Lettered, bubbles: Bubble[]): string {
  return bubblesSvg({ bubbles, problems: [] }, fonts, inks);
}

/** The editor shows letters by their outlines in the SVG and needs no glyphs. */
function slim(bubble: Bubble): DeskBubble {
  const { glyphs, ...rest } = bubble;
  void glyphs;
  return rest;
}

function inksOf(book: Book): { ink: string; paper: string } {
  const paints = paintsFor(book.style.palette);
  return { ink: paints.line, paper: paints.paper };
}

function storyPage(plan: PagePlan, index: number): PagePlan['pages'][number] | undefined {
  const page = plan.pages[index];
  return page && page.panels.length > 0 ? page : undefined;
}

function summary({ number, template, side, width, height, panels, handId }: PagePlan['pages'][number]): DeskPage['pages'][number] {
  return { number, template, side, width, height, panelIds: panels.map((panel) => panel.id), isByHand: handId !== undefined };
}

function panelOf(book: Book, panelId: string): Book['chapters'][number]['scenes'][number]['panels'][number] | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) if (panel.id === panelId) return panel;
  return undefined;
}

const placeOf = (id: string, page: number, language: string | undefined): string => `${id} ${page} ${language ?? ''}`;
