/** The pages round the story: cover, cast and colophon. They are drawn from the book like all others. */
import type { Book, Character } from '../model/book.ts';
import type { Point } from '../model/geometry.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { hashText, seededRandom } from '../model/random.ts';
import type { LaidPage } from '../layout/index.ts';
import type { Bubble, Fonts, TextRun } from '../letter/index.ts';
import type { Camera } from '../draw/camera.ts';
import { num, path } from '../draw/pen/path.ts';
import { halo, line, makePen, shape, type Paints, type Pen } from '../draw/pen/pen.ts';
import { groundShadow } from '../draw/stage/shadow.ts';
import { heightOf } from '../draw/stage/crowd.ts';
import type { Painters } from '../draw/types.ts';
import { MATTER_WORDS } from './matter-words.ts';
import { setLine, titleLines, type LineStyle } from './set-line.ts';

export type MatterPage = { art: string; lettering: string; bubbles: Bubble[]; alternative: string };
export type MatterInput = { book: Book; page: LaidPage; painters: Painters; paints: Paints; fonts: Fonts; credits: readonly string[] };

export const MATTER = ['cover', 'cast', 'colophon'] as const;
export type Matter = (typeof MATTER)[number];

export function isMatter(template: string): template is Matter {
  return (MATTER as readonly string[]).includes(template);
}

export function drawMatter(kind: Matter, input: MatterInput): MatterPage {
  const board = new Board(input);
  if (kind === 'cover') drawCover(board);
  else if (kind === 'cast') drawCast(board);
  else drawColophon(board);
  return board.finish();
}

/** Collects what is drawn and set on one page. */
class Board {
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

  text(words: string, at: Point, style: Omit<LineStyle, 'language'> & { rim?: number; most?: number }): void {
    const { book, fonts, paints } = this.input;
    const full = setLine(fonts, words, at, { ...style, language: book.language });
    const set = style.most !== undefined && full.width > style.most ? setLine(fonts, words, at, { ...style, size: (style.size * style.most) / full.width, language: book.language }) : full;
    const rim = style.rim ? `<path d="${set.d}" fill="${paints.paper}" stroke="${paints.paper}" stroke-width="${num(style.rim * 2)}" stroke-linejoin="round"/>` : '';
    this.#letters += `${rim}<path d="${set.d}" fill="${paints.line}"/>`;
    this.#runs.push(set.run);
  }

  finish(): MatterPage {
    const { page, book } = this.input;
    const id = `matter-${page.template}`;
    const bubble: Bubble = { lineId: id, panelId: id, kind: 'narration', part: 0, partCount: 1, outline: '', box: { x: 0, y: 0, width: page.width, height: page.height }, glyphs: [], runs: this.#runs, sizeU: 0, isVertical: false };
    return { art: this.art, lettering: `<g class="lettering">${this.#letters}</g>`, bubbles: [bubble], alternative: [book.title, ...this.#runs.map((run) => run.text)].join('. ') };
  }
}

/** Leads: those who speak most, three at most. */
function leads(book: Book): Character[] {
  return book.bible.cast.filter((character) => character.lines > 0).slice(0, 3);
}

function drawCover(board: Board): void {
  const { book, painters } = board.input;
  const { width, height, pen } = board;
  const lines = titleLines(book.title, book.language, 3);
  const size = Math.min(height * 0.1, (width * 0.84) / Math.max(1, Math.max(...lines.map((text) => text.length)) * 0.52));
  const titleBottom = height * 0.075 + lines.length * size * 1.12;
  const top = Math.max(height * 0.24, titleBottom + height * 0.02);
  const frame = { x: width * 0.07, y: top, width: width * 0.86, height: height * 0.92 - top };
  const people = leads(book);
  const tallest = Math.max(120, ...people.map((person) => heightOf(person.look)));
  const scale = (frame.height * (people.length > 1 ? 0.98 : 1.06)) / (tallest * 0.86);
  const focal = scale * 420;
  const camera: Camera = { width: frame.width, height: frame.height, eye: 95, pitch: 0, focal, centre: { x: frame.width / 2, y: frame.height * 0.52 } };
  const scene = book.chapters[0]?.scenes[0];
  const place = book.bible.places.find((candidate) => candidate.id === scene?.placeId) ?? book.bible.places[0];
  const outline = path().polyline([{ x: frame.x, y: frame.y }, { x: frame.x + frame.width, y: frame.y }, { x: frame.x + frame.width, y: frame.y + frame.height }, { x: frame.x, y: frame.y + frame.height }], true).d;
  const drawn = place ? painters.place(pen, { kind: place.kind, era: place.era, time: scene?.time ?? 'day', weather: scene?.weather ?? 'clear', season: scene?.season ?? 'summer', mood: scene?.mood ?? 'calm', seed: book.seed, detail: 0.8 }, camera) : undefined;
  const clip = `<clipPath id="cover-frame"><path d="${outline}"/></clipPath>`;
  const below = path().polyline([{ x: -40, y: -40 }, { x: width + 40, y: -40 }, { x: width + 40, y: frame.y + frame.height }, { x: -40, y: frame.y + frame.height }], true).d;
  board.art += `${clip}<g clip-path="url(#cover-frame)"><g transform="translate(${num(frame.x)} ${num(frame.y)})">${drawn ? drawn.far + drawn.middle + drawn.weather : ''}</g></g>${line(pen, outline, 4)}`;
  // The leads stand before the frame and rise over its upper edge: the title's paper is behind them.
  const standing = people.map((person, i) => standLead(board, person, i, people.length, frame, scale)).join('');
  board.art += `<clipPath id="cover-floor"><path d="${below}"/></clipPath><g clip-path="url(#cover-floor)">${standing}</g>${line(pen, path().move(frame.x, frame.y + frame.height).line(frame.x + frame.width, frame.y + frame.height).d, 4)}`;
  lines.forEach((text, i) => board.text(text, { x: width / 2, y: height * 0.075 + size * 0.86 + i * size * 1.12 }, { voice: 'title', size, anchor: 'middle', rim: 9, most: width * 0.88 }));
  const words = MATTER_WORDS[book.language];
  const byline = book.author === '' ? words.storyboard : `${words.by}: ${book.author}  /  ${words.storyboard}`;
  board.text(byline, { x: width / 2, y: height * 0.92 + 40 }, { voice: 'text', size: 19, anchor: 'middle', most: width * 0.86 });
}

const COVER_POSES = ['stand-hands-hips', 'stand-relaxed', 'arms-crossed'] as const;

function standLead(board: Board, person: Character, index: number, count: number, frame: { x: number; y: number; width: number; height: number }, scale: number): string {
  const spots = count === 1 ? [0.5] : count === 2 ? [0.3, 0.7] : [0.5, 0.2, 0.8];
  const x = frame.x + frame.width * spots[index]!;
  const own = scale * (index === 0 ? 1 : 0.94);
  const bottom = frame.y + frame.height;
  // Cut below the knee: near enough to see who they are.
  const feet = { x, y: bottom + heightOf(person.look) * own * 0.16 + (index === 0 ? 0 : -4) };
  const yaw = spots[index]! < 0.45 ? 0.45 : spots[index]! > 0.55 ? -0.45 : 0.2;
  const drawing = board.input.painters.figure(board.pen, { look: person.look, outfit: person.outfits[0]!.outfit, expression: (['grin', 'smile', 'determined'] as const)[(index + hashText(person.name)) % 3]!, pose: COVER_POSES[index % 3]!, angle: { yaw, pitch: 0, roll: 0 } }, { feet, scale: own });
  return halo(board.pen, drawing.outline, 6) + drawing.svg;
}

function drawCast(board: Board): void {
  const { book, painters } = board.input;
  const { width, height, pen } = board;
  const words = MATTER_WORDS[book.language];
  const people = castOf(book).slice(0, 6);
  board.text(words.cast, { x: width / 2, y: height * 0.105 }, { voice: 'title', size: height * 0.036, anchor: 'middle' });
  board.art += line(pen, path().move(width * 0.36, height * 0.125).line(width * 0.64, height * 0.125).d, 2.2);
  const columns = people.length <= 2 ? 1 : 2;
  const rows = Math.ceil(people.length / columns);
  const cell = { width: (width * 0.8) / columns, height: (height * 0.78) / Math.max(rows, 2) };
  const isRtl = book.direction === 'rtl';
  people.forEach((person, i) => {
    const column = i % columns;
    const frameWidth = cell.width * (columns === 1 ? 0.62 : 0.88);
    const x = width * 0.1 + (isRtl ? columns - 1 - column : column) * cell.width + (cell.width - frameWidth) / 2;
    const y = height * 0.15 + Math.floor(i / columns) * cell.height;
    const frame = { x, y, width: frameWidth, height: cell.height * 0.78 };
    board.art += portrait(board, painters, person, frame, i);
    board.text(person.name, { x: frame.x + frame.width / 2, y: frame.y + frame.height + 40 }, { voice: 'text', size: 30, anchor: 'middle', most: frame.width });
  });
  if (castOf(book).length > 6) board.text(words.more, { x: width / 2, y: height * 0.965 }, { voice: 'text', size: 20, anchor: 'middle' });
}

export function castOf(book: Book): Character[] {
  return book.bible.cast.filter((character) => character.lines > 0);
}

const TONES = [20, 10, 30] as const;

function portrait(board: Board, painters: Painters, person: Character, frame: { x: number; y: number; width: number; height: number }, index: number): string {
  const { pen } = board;
  const d = path().polyline([{ x: frame.x, y: frame.y }, { x: frame.x + frame.width, y: frame.y }, { x: frame.x + frame.width, y: frame.y + frame.height }, { x: frame.x, y: frame.y + frame.height }], true).d;
  const id = `cast-${index}`;
  const tall = heightOf(person.look);
  const scale = Math.min(frame.height / 74, frame.width / 70) * (person.look.age === 'child' ? 1.15 : 1);
  const feet = { x: frame.x + frame.width / 2, y: frame.y + frame.height * 0.13 + tall * scale };
  const drawing = painters.figure(pen, { look: person.look, outfit: person.outfits[0]!.outfit, expression: index % 2 === 0 ? 'smile' : 'neutral', pose: 'stand', angle: { yaw: index % 2 === 0 ? 0.5 : -0.5, pitch: 0, roll: 0 } }, { feet, scale });
  const disc = path().ellipse(frame.x + frame.width / 2, frame.y + frame.height * 0.52, Math.min(frame.width, frame.height) * 0.43, Math.min(frame.width, frame.height) * 0.43).d;
  const ground = shape(pen, d, pen.paints.paper, 0) + shape(pen, disc, pen.paints.tone(TONES[index % 3]!, ['#f1d9b5', '#cfe0dc', '#e8cfd0'][index % 3]), 0);
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${ground}${halo(pen, drawing.outline, 5)}${drawing.svg}</g>${line(pen, d, 3.4)}`;
}

function drawColophon(board: Board): void {
  const { book, painters, credits } = board.input;
  const { width, height, pen } = board;
  const words = MATTER_WORDS[book.language];
  const isStrip = PAGE_FORMATS[book.format].id === 'webtoon';
  board.text(words.end, { x: width / 2, y: height * 0.2 }, { voice: 'title', size: isStrip ? 58 : height * 0.055, anchor: 'middle' });
  const lead = leads(book)[0];
  if (lead) {
    const scale = (height * 0.3) / heightOf(lead.look);
    const feet = { x: width / 2, y: height * 0.58 };
    const drawing = painters.figure(pen, { look: lead.look, outfit: lead.outfits[0]!.outfit, expression: 'smile', pose: 'wave', angle: { yaw: 0.4, pitch: 0, roll: 0 } }, { feet, scale });
    board.art += groundShadow(pen, drawing.contact, { time: 'day', isIndoors: true, flatness: 0.16 }) + drawing.svg;
  }
  const lines = [book.title, ...(book.author === '' ? [] : [`${words.by}: ${book.author}`]), words.storyboard, ...credits, words.madeWith];
  lines.forEach((text, i) => board.text(text, { x: width / 2, y: height * 0.7 + i * 34 }, { voice: 'text', size: i === 0 ? 26 : 18, anchor: 'middle', most: width * 0.84 }));
}
