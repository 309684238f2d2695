/** What the page editor asks of the engine and gets. Lengths are page units. */
import type { PagePlan } from '@komawari/comic/draw';
import type { Bubble, BubbleByHand, LaidPanel, Problem } from '@komawari/comic/by-hand';
import type { LanguageOption } from './types.ts';

type Size = { width: number; height: number };

/** The take that a panel shows: a drawing of ours by its address, or a picture of the author's own. */
export type DeskTake = Size & ({ kind: 'drawing'; drawing: string; inputsHash: string; directions: unknown } | { kind: 'picture'; picture: string });

export type DeskPageOptions = LanguageOption & {
  /** By panel id; a panel without one is drawn by the built-in artist. */
  takes: Readonly<Record<string, DeskTake>>;
  /** Panel id -> the stamp of the picture that the page has already: it is not sent again. */
  known?: Readonly<Record<string, number>>;
};

export type DeskPanel = {
  id: string;
  /** Changes with the picture. */
  stamp: number;
  /** Where the panel's frame lies, whole units. */
  size: Size & { x: number; y: number };
  /** The picture before it is fitted to its frame. */
  inner: Size;
  /** frame = picture * scale + (x, y). */
  place: { scale: number; x: number; y: number };
  /** A whole SVG document of the size `inner`; absent when the page has it, or when it is a picture of the author's own. */
  picture?: Blob;
  /** Address of a picture of the author's own. */
  href?: string;
};

export type DeskBubble = Omit<Bubble, 'glyphs'>;
export type PageSummary = Pick<PagePlan['pages'][number], 'number' | 'template' | 'side' | 'width' | 'height'> & { panelIds: string[]; isByHand: boolean };

export type DeskPage = {
  laid: PagePlan['pages'][number];
  /** The story pages beside it, where there are any. */
  previous: PagePlan['pages'][number] | undefined;
  next: PagePlan['pages'][number] | undefined;
  pages: PageSummary[];
  ink: string;
  paper: string;
  /** Cover, cast and colophon come whole: there is nothing to move. */
  matter?: Blob;
  panels: DeskPanel[];
  /** SVG fragment by panel id, page units. */
  lettering: Record<string, string>;
  bubbles: DeskBubble[];
  problems: Problem[];
};

export type RefitOptions = LanguageOption & { pageNumber: number; lineId: string; hand: BubbleByHand | undefined };
/** `isDrawnAnew`: pictures as they will be drawn for these frames, which takes their time; without it they are fitted. */
export type ReletterOptions = LanguageOption & { pageNumber: number; panels: readonly LaidPanel[]; isDrawnAnew: boolean };
export type RefittedPanel = { panelId: string; lettering: string; bubbles: DeskBubble[] };
