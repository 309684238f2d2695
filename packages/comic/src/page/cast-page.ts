/** The cast page: everybody at the same scale in tall frames, names on dark labels. */
import type { Character } from '../model/book.ts';
import type { Box } from '../model/geometry.ts';
import type { Expression, Pose } from '../model/kinds.ts';
import { hashText } from '../model/random.ts';
import { path } from '../draw/pen/path.ts';
import { halo, line, shape } from '../draw/pen/pen.ts';
import { heightOf } from '../draw/stage/crowd.ts';
import { rectangle, type Board } from './board.ts';
import { castOf } from './matter-kinds.ts';
import { MATTER_WORDS } from './matter-words.ts';

const MOST = 6;
const GAP = 0.028;

export function drawCast(board: Board): void {
  const { book } = board.input;
  const { width, height, pen } = board;
  const words = MATTER_WORDS[book.language];
  const people = castOf(book).slice(0, MOST);
  if (pen.paints.isColour) board.sheet(pen.paints.tone(10, '#f6efe2'));
  board.text(words.cast, { x: width / 2, y: height * 0.098 }, { voice: 'title', size: height * 0.042, anchor: 'middle' });
  for (const side of [-1, 1]) board.art += line(pen, path().move(width / 2 + side * width * 0.17, height * 0.084).line(width / 2 + side * width * 0.41, height * 0.084).d, 3);
  frames(board, people.length).forEach((frame, i) => portrait(board, people[i]!, { frame, index: i, tallest: Math.max(...people.map((person) => heightOf(person.look))) }));
  if (castOf(book).length > MOST) board.text(words.more, { x: width / 2, y: height * 0.972 }, { voice: 'text', size: 20, anchor: 'middle' });
}

/** One or two rows, the longer one above, each row centred; in reading order. */
function frames(board: Board, count: number): Box[] {
  const { width, height } = board;
  const isTall = height / width > 1.15;
  const perRow = count <= (isTall ? 3 : 4) ? [count] : [Math.ceil(count / 2), Math.floor(count / 2)];
  const [left, top] = [width * 0.08, height * 0.135];
  const gap = width * GAP;
  const most = Math.max(...perRow);
  const cell = { width: Math.min((width * 0.84 - gap * (most - 1)) / most, width * 0.4), height: (height * 0.815 - gap * 1.6 * (perRow.length - 1)) / perRow.length };
  const tall = Math.min(cell.height, cell.width * (perRow.length === 1 ? 3.3 : 2));
  const down = (height * 0.815 - perRow.length * tall - gap * 1.6 * (perRow.length - 1)) / 2;
  return perRow.flatMap((inRow, row) => {
    const start = left + (width * 0.84 - inRow * cell.width - (inRow - 1) * gap) / 2;
    const boxes = Array.from({ length: inRow }, (_, i) => ({ x: start + i * (cell.width + gap), y: top + down + row * (tall + gap * 1.6), width: cell.width, height: tall }));
    return board.input.book.direction === 'rtl' ? boxes.toReversed() : boxes;
  });
}

const POSES: readonly Pose[] = ['stand-relaxed', 'stand-hands-hips', 'stand', 'arms-crossed', 'hands-in-pockets'];
const FACES: readonly Expression[] = ['smile', 'neutral', 'grin', 'determined'];
const GROUNDS = ['#f1d9b5', '#cfe0dc', '#e8cfd0', '#dcd9ee', '#dfe6c4', '#f3e2c8'] as const;

function portrait(board: Board, person: Character, at: { frame: Box; index: number; tallest: number }): void {
  const { pen } = board;
  const { frame, index } = at;
  const { x, y, width, height } = frame;
  const d = rectangle(x, y, width, height);
  const id = `cast-${index}`;
  const tall = heightOf(person.look);
  // One scale for all of a row: a child stays a child. Cut at the knees where frames are short.
  const isWhole = height / width > 1.9;
  const scale = isWhole ? Math.min((height * 0.76) / at.tallest, width / 50) : Math.min((height * 0.86) / 128, width / 62);
  const floorY = y + height * 0.84;
  const feet = { x: x + width / 2, y: isWhole ? floorY : y + height * 0.12 + Math.max(tall, 120) * scale };
  const variety = hashText(person.name);
  const drawing = board.input.painters.figure(pen, { look: person.look, outfit: person.outfits[0]!.outfit, expression: FACES[variety % FACES.length]!, pose: POSES[(variety >>> 3) % POSES.length]!, angle: { yaw: index % 2 === 0 ? 0.5 : -0.5, pitch: 0, roll: 0 } }, { feet, scale });
  const label = { height: Math.min(height * 0.13, 62), y: y + height - Math.min(height * 0.13, 62) };
  const level = isWhole ? floorY - height * 0.07 : y + height * 0.62;
  const floor = rectangle(x, level, width, y + height - level);
  const discY = isWhole ? Math.max(y + width * 0.5, feet.y - tall * scale * 0.78) : y + height * 0.42;
  const disc = path().ellipse(x + width / 2, discY, width * 0.42, width * 0.42).d;
  const ground = shape(pen, d, index % 2 === 0 ? pen.paints.paper : pen.paints.tone(10, GROUNDS[index % 6]), 0) + shape(pen, floor, index % 2 === 0 ? pen.paints.tone(20, GROUNDS[index % 6]) : pen.paints.paper, 0) + shape(pen, disc, index % 2 === 0 ? pen.paints.tone(10, GROUNDS[index % 6]) : pen.paints.paper, 2.2);
  board.art += `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${ground}${halo(pen, drawing.outline, 6)}${drawing.svg}</g>${shape(pen, rectangle(x, label.y, width, label.height), pen.paints.line, 0)}${line(pen, d, 3.6)}`;
  const alias = person.aliases.find((name) => name !== person.name && name.length > person.name.length && name.length < 24);
  const middle = label.y + label.height / 2;
  board.text(person.name, { x: x + width / 2, y: middle + (alias ? 1 : 9) }, { voice: 'text', size: alias ? 26 : 29, anchor: 'middle', most: width * 0.9, colour: pen.paints.paper });
  if (alias) board.text(alias, { x: x + width / 2, y: middle + 21 }, { voice: 'text', size: 15, anchor: 'middle', most: width * 0.9, colour: pen.paints.paper });
}
