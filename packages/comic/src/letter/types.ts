import type { Box, Point, Polygon } from '../model/geometry.ts';
import type { Line } from '../model/book.ts';
import type { Direction, Language, LineKind } from '../model/kinds.ts';

export const FONT_IDS = [
  'comic-neue', 'comic-neue-bold', 'bangers', 'patrick-hand', 'shippori-antique', 'yusei-magic', 'reggae-one', 'dela-gothic-one',
  'klee-one', 'zcool-kuaile', 'zcool-xiaowei', 'noto-sans-sc-bold', 'noto-sans-sc', 'comic-relief', 'jua', 'noto-emoji',
  'comic-neue-italic', 'comic-neue-bold-italic',
] as const;
export type FontId = (typeof FONT_IDS)[number];

/** Gives the bytes of a font; from the packages on the server, over HTTP in the browser. */
export type FontSource = (id: FontId) => Promise<ArrayBuffer>;

/** One shaped glyph in page u: `d` in font units, y up; drawn by transform. */
export type PlacedGlyph = { fontId: FontId; glyphId: number; x: number; y: number; /** u per font unit */ scale: number; /** degrees */ turn: number; /** Stroke that makes it bolder, u. */ bold?: number; /** Shear of a leaning letter: x grows by this for each unit of height. */ slant?: number };

/** A line of set text: what a PDF writes invisibly for search, in reading order. */
export type TextRun = { text: string; box: Box; isVertical: boolean; sizeU: number };

export type BubbleKind = LineKind;

export type Bubble = {
  lineId: string;
  panelId: string;
  kind: BubbleKind;
  /** Bubbles of one long line are parts 0..n-1, linked by necks. */
  part: number;
  partCount: number;
  /** Outline as path data, page u; empty for text without bubble (sfx). */
  outline: string;
  /** Bounding box of the outline or, without one, of the text. */
  box: Box;
  /** End of the tail, or absent. */
  tailTip?: Point;
  glyphs: PlacedGlyph[];
  runs: TextRun[];
  /** Font size, u. */
  sizeU: number;
  isVertical: boolean;
  /** Joined by a neck to the bubble before it in the list: the same voice goes on. */
  joinsPrevious?: boolean;
  /** Its words stand inside the outline of the bubble before it: two quotes of one sentence in one bubble. Then `outline` is empty. */
  isInside?: boolean;
};

export const PROBLEM_CODES = ['text-too-small', 'face-covered', 'eyes-covered', 'wrong-tail', 'overlap', 'out-of-order', 'cut', 'missing-line', 'missing-glyph', 'untranslated'] as const;
export type Problem = { code: (typeof PROBLEM_CODES)[number]; page: number; panelId: string; lineId: string; /** 0..1 where it makes sense: share of the face covered. */ amount?: number; /** Where to look on the page, u. */ box?: Box };

export type PanelToLetter = {
  id: string;
  polygon: Polygon;
  lines: Line[];
  people: { id: string; faceBox: Box; headBox: Box; bodyBox: Box; mouth: Point }[];
  keepFree: Box[];
};

export type PageToLetter = {
  number: number;
  width: number;
  height: number;
  /** Text stays this far inside the trim, u. */
  safe: number;
  panels: PanelToLetter[];
  language: Language;
  direction: Direction;
  /** ja in a rtl book is set vertically; zh when asked for; en never. */
  isVertical: boolean;
  seed: number;
  /** Lines that lack a text in `language` and show the book's own words. */
  untranslated?: readonly string[];
};

export type LetteredPage = { bubbles: Bubble[]; problems: Problem[] };
