/** The cover: a round window on the first place, the leads before it, the title over both. */
import type { Book, Character } from '../model/book.ts';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { hashText } from '../model/random.ts';
import type { Expression, Pose } from '../model/kinds.ts';
import { num, path } from '../draw/pen/path.ts';
import { halo, shape } from '../draw/pen/pen.ts';
import { heightOf } from '../draw/stage/crowd.ts';
import { rectangle, type Board } from './board.ts';
import { MATTER_WORDS } from './matter-words.ts';
import { titleLines } from './set-line.ts';
import { drawVignette, type Round } from './vignette.ts';

/** Share of the tallest lead that the lower band cuts away. */
const CUT = 0.27;

/** Leads: those who speak most, three at most. */
export function leads(book: Book): Character[] {
  return book.bible.cast.filter((character) => character.lines > 0).slice(0, 3);
}

export function drawCover(board: Board): void {
  const { book } = board.input;
  const { width, height, pen } = board;
  const scene = book.chapters[0]?.scenes[0];
  const place = book.bible.places.find((candidate) => candidate.id === scene?.placeId) ?? book.bible.places[0];
  const band = height * 0.915;
  const isColumn = book.direction === 'rtl' && isUpright(book.title);
  const round: Round = { x: width * (isColumn ? 0.43 : 0.5), y: height * (isColumn ? 0.5 : 0.585), r: Math.min(width * (isColumn ? 0.39 : 0.44), height * 0.335) };
  if (pen.paints.isColour) board.sheet(pen.paints.tone(10, COVER_GROUNDS[hashText(book.title) % COVER_GROUNDS.length]));
  drawVignette(board, round, { id: 'cover-round', place, scene, detail: 0.85 });
  standLeads(board, { round, band });
  board.sheet(pen.paints.line, band);
  if (isColumn) titleColumn(board);
  else titleRows(board, round.y - round.r);
  const words = MATTER_WORDS[book.language];
  const byline = book.author === '' ? words.storyboard : `${words.by}: ${book.author}  /  ${words.storyboard}`;
  board.text(byline, { x: width / 2, y: band + (height - band) * 0.5 + 7 }, { voice: 'text', size: Math.max(17, height * 0.0135), anchor: 'middle', most: width * 0.86, colour: pen.paints.paper });
  if (pen.paints.isColour) seal(board, band);
}

const COVER_GROUNDS = ['#f4e3c3', '#d9e8e4', '#f3d9d3', '#e3e2f1', '#e9ead0'] as const;

/** Letters that stand one under the other as they are; a long mark or a bracket would have to turn. */
function isUpright(title: string): boolean {
  return title.length <= 9 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(title) && !title.includes('ー');
}

function titleColumn(board: Board): void {
  const { width, height } = board;
  const { title } = board.input.book;
  const size = Math.min(width * 0.145, (height * 0.8) / (title.length * 1.04));
  board.column(title, { x: width * 0.985 - size * 0.72, y: height * 0.055 }, { voice: 'title', size, rim: size * 0.07, depth: size * 0.045 });
}

/** Rows over the window's upper edge, each a little further in than the one above. */
function titleRows(board: Board, bottom: number): void {
  const { width, height } = board;
  const { book } = board.input;
  const rows = titleLines(book.title, book.language, 3);
  const room = bottom + height * 0.035 - height * 0.05;
  const widest = Math.max(...rows.map((text) => board.widthOf(text, { voice: 'title', size: 1, anchor: 'middle' })));
  const size = Math.min(room / (rows.length * 1.08), height * 0.125, (width * 0.84) / widest);
  rows.forEach((text, i) => {
    const lean = rows.length === 1 ? 0 : (i - (rows.length - 1) / 2) * width * 0.03;
    board.text(text, { x: width / 2 + lean, y: height * 0.05 + (room - rows.length * size * 1.08) / 2 + size * 0.9 + i * size * 1.08 }, { voice: 'title', size, anchor: 'middle', rim: size * 0.075, depth: size * 0.05 });
  });
}

/** Several stand with their elbows in, so that no face is covered. */
const POSES: Record<number, readonly Pose[]> = { 1: ['stand-hands-hips'], 2: ['stand-hands-hips', 'arms-crossed'], 3: ['stand-relaxed', 'arms-crossed', 'stand-hands-hips'] };
const FACES: readonly Expression[] = ['grin', 'smile', 'determined'];

/** The first lead before the others and larger; all are cut by the lower band. */
function standLeads(board: Board, at: { round: Round; band: number }): void {
  const { round, band } = at;
  const people = leads(board.input.book);
  const tallest = Math.max(110, ...people.map((person) => heightOf(person.look)));
  const crown = round.y - round.r * 0.5;
  const scale = Math.min((band - crown) / (tallest * (1 - CUT)), (board.width * 0.86) / (people.length * 38 + 14));
  const spots = [[0], [-0.42, 0.42], [0, -0.68, 0.68]][Math.max(0, people.length - 1)]!;
  const drawn = people.map((person, i) => {
    const own = scale * (i === 0 || people.length === 2 ? 1 : 0.88);
    const tall = heightOf(person.look);
    // Small ones stand on something unseen: at least the half of them is shown.
    const feet = { x: round.x + Math.max(round.r, board.width * 0.42) * spots[i]!, y: band + Math.min(tallest * CUT, tall * 0.42) * own };
    const yaw = spots[i]! < -0.1 ? 0.45 : spots[i]! > 0.1 ? -0.45 : 0.22;
    const drawing = board.input.painters.figure(board.pen, { look: person.look, outfit: person.outfits[0]!.outfit, expression: FACES[(i + hashText(person.name)) % 3]!, pose: POSES[people.length]![i]!, angle: { yaw, pitch: 0, roll: 0 } }, { feet, scale: own });
    return halo(board.pen, drawing.outline, 7) + drawing.svg;
  });
  const { bleed } = PAGE_FORMATS[board.input.book.format];
  board.art += `<clipPath id="cover-floor"><path d="${rectangle(-bleed, -bleed, board.width + bleed * 2, band + bleed)}"/></clipPath><g clip-path="url(#cover-floor)">${drawn.toReversed().join('')}</g>`;
}

/** A red seal with the title's first letter, as printed on the corner of a print. */
function seal(board: Board, band: number): void {
  const { width, pen } = board;
  const size = width * 0.085;
  const [x, y] = [width * 0.06, band - size * 1.35];
  const red = pen.paints.tone(55, '#c5392b');
  board.art += `<g transform="rotate(-4 ${num(x + size / 2)} ${num(y + size / 2)})">${shape(pen, roundedSquare(x, y, size, size * 0.14), red, 0)}</g>`;
  const letter = /[\p{L}\p{N}]/u.exec(board.input.book.title)?.[0] ?? 'K';
  board.text(letter.toUpperCase(), { x: x + size / 2, y: y + size * 0.79 }, { voice: 'title', size: size * 0.78, anchor: 'middle', colour: pen.paints.paper });
}

function roundedSquare(x: number, y: number, size: number, r: number): string {
  const [x1, y1] = [x + size, y + size];
  return path().move(x + r, y).line(x1 - r, y).quad(x1, y, x1, y + r).line(x1, y1 - r).quad(x1, y1, x1 - r, y1).line(x + r, y1).quad(x, y1, x, y1 - r).line(x, y + r).quad(x, y, x + r, y).close().d;
}
