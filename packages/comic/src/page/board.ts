/** The sheet on which a cover, cast page or colophon is drawn and set. */
import type { Book } from '../model/book.ts';
import type { Point } from '../model/geometry.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { seededRandom } from '../model/random.ts';
import type { LaidPage } from '../layout/index.ts';
import type { Bubble, Fonts, TextRun } from '../letter/index.ts';
import { num, path } from '../draw/pen/path.ts';
import { makePen, shape, type Paints, type Pen } from '../draw/pen/pen.ts';
import type { Painters } from '../draw/types.ts';
import { setLine, type LineStyle, type SetLine } from './set-line.ts';

export type MatterPage = { art: string; lettering: string; bubbles: Bubble[]; alternative: string };
export type MatterInput = { book: Book; page: LaidPage; painters: Painters; paints: Paints; fonts: Fonts; credits: readonly string[] };

/** `rim` a contour of paper, u; `depth` a second, dark contour that stands off to the lower right, u. */
export type Lettering = Omit<LineStyle, 'language'> & { rim?: number; depth?: number; most?: number; colour?: string };

/** Collects what is drawn and set on one page. */
export class Board {
  readonly input: MatterInput;
  readonly pen: Pen;
  art = '';
  #letters = '';
  #runs: TextRun[] = [];

  constructor(input: MatterInput) {
    this.input = input;
    this.pen = makePen(input.paints, seededRandom(`${input.book.seed}:${input.page.template}`));
  }

  get width(): number {
    return this.input.page.width;
  }

  get height(): number {
    return this.input.page.height;
  }

  /** A sheet of one paint from `y` down to the lower bleed edge. */
  sheet(paint: string, y = -PAGE_FORMATS[this.input.book.format].bleed): void {
    const { bleed } = PAGE_FORMATS[this.input.book.format];
    this.art += shape(this.pen, rectangle(-bleed, y, this.width + bleed * 2, this.height + bleed - y), paint, 0);
  }

  /** Width of a line of words, u. */
  widthOf(words: string, style: Omit<LineStyle, 'language'>): number {
    return setLine(this.input.fonts, words, { x: 0, y: 0 }, { ...style, language: this.input.book.language }).width;
  }

  /** One line of words at the start or middle of its baseline; made smaller when it is wider than `most`. */
  text(words: string, at: Point, style: Lettering): void {
    const { book, fonts } = this.input;
    const full = setLine(fonts, words, at, { ...style, language: book.language });
    const set = style.most !== undefined && full.width > style.most ? setLine(fonts, words, at, { ...style, size: (style.size * style.most) / full.width, language: book.language }) : full;
    this.#ink([set], style);
    this.#runs.push(set.run);
  }

  /** Words from top to bottom, one letter under the other; `at` is the top of the column's middle. */
  column(words: string, at: Point, style: Omit<Lettering, 'anchor' | 'most'>): void {
    const { book, fonts } = this.input;
    const sets = Array.from(words, (letter, i) => {
      const isSmall = SMALL_KANA.test(letter);
      return setLine(fonts, letter, { x: at.x + (isSmall ? style.size * 0.12 : 0), y: at.y + (i * 1.04 + (isSmall ? 0.76 : 0.88)) * style.size }, { ...style, anchor: 'middle', language: book.language });
    });
    this.#ink(sets, style);
    const height = sets.length * style.size * 1.04;
    this.#runs.push({ text: words, box: { x: at.x - style.size / 2, y: at.y, width: style.size, height }, isVertical: true, sizeU: style.size });
  }

  #ink(sets: readonly SetLine[], style: Pick<Lettering, 'rim' | 'depth' | 'colour'>): void {
    const { paints } = this.input;
    const d = sets.map((set) => set.d).join('');
    const rim = style.rim ?? 0;
    const contour = (colour: string, width: number, shift: number): string => `<path d="${d}"${shift === 0 ? '' : ` transform="translate(${num(shift)} ${num(shift)})"`} fill="${colour}" stroke="${colour}" stroke-width="${num(width)}" stroke-linejoin="round"/>`;
    if (style.depth) this.#letters += contour(paints.line, rim * 2 + 5, style.depth) + contour(paints.line, rim * 2 + 5, 0);
    if (rim > 0) this.#letters += contour(paints.paper, rim * 2, 0);
    this.#letters += `<path d="${d}" fill="${style.colour ?? paints.line}"/>`;
  }

  finish(): MatterPage {
    const { page, book } = this.input;
    const id = `matter-${page.template}`;
    const bubble: Bubble = { lineId: id, panelId: id, kind: 'narration', part: 0, partCount: 1, outline: '', box: { x: 0, y: 0, width: page.width, height: page.height }, glyphs: [], runs: this.#runs, sizeU: 0, isVertical: false };
    return { art: this.art, lettering: `<g class="lettering">${this.#letters}</g>`, bubbles: [bubble], alternative: told(book.title, this.#runs.map((run) => run.text)).join('. ') };
  }
}

/** The title first and once, also where it is set in several lines, then all else in the order of the page. */
function told(title: string, texts: readonly string[]): string[] {
  const plain = (parts: readonly string[]) => parts.join('').replaceAll(/\s/gu, '');
  for (let from = 0; from < texts.length; from += 1) {
    for (let to = from + 1; to <= texts.length && plain([title]).startsWith(plain(texts.slice(from, to))); to += 1) {
      if (plain(texts.slice(from, to)) === plain([title])) return [title, ...texts.slice(0, from), ...texts.slice(to)];
    }
  }
  return [title, ...texts];
}

const SMALL_KANA = /[ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

export function rectangle(x: number, y: number, width: number, height: number): string {
  return path().polyline([{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }], true).d;
}
