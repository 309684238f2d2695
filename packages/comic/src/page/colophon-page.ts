/** The last page: the leads walk away into the last place, and who made the book. Of a book without a cast page it stands before the story, where nothing has ended yet. */
import { PAGE_FORMATS } from '../model/geometry.ts';
import { halo } from '../draw/pen/pen.ts';
import { heightOf } from '../draw/stage/crowd.ts';
import { groundShadow } from '../draw/stage/shadow.ts';
import type { Board } from './board.ts';
import { leads } from './cover-page.ts';
import { castOf } from './matter-kinds.ts';
import { MATTER_WORDS } from './matter-words.ts';
import { drawVignette } from './vignette.ts';

export function drawColophon(board: Board): void {
  const { book, painters, credits } = board.input;
  const { width, height, pen } = board;
  const words = MATTER_WORDS[book.language];
  const isStrip = PAGE_FORMATS[book.format].id === 'webtoon';
  const isLast = isStrip || castOf(book).length > 1;
  if (pen.paints.isColour) board.sheet(pen.paints.tone(10, '#f6efe2'));
  const round = { x: width / 2, y: height * 0.39, r: Math.min(width * 0.3, height * 0.2) };
  const scene = book.chapters.at(-1)?.scenes.at(-1);
  drawVignette(board, round, { id: 'end-round', place: book.bible.places.find((place) => place.id === scene?.placeId), scene, detail: 0.85 });
  const people = leads(book).slice(0, 2);
  const scale = (round.r * 1.15) / Math.max(120, ...people.map((person) => heightOf(person.look)));
  people.forEach((person, i) => {
    const feet = { x: round.x + (people.length === 1 ? 0 : (i === 0 ? -1 : 1) * round.r * 0.3), y: round.y + round.r * 0.92 };
    const drawing = painters.figure(pen, { look: person.look, outfit: person.outfits[0]!.outfit, expression: 'smile', pose: i === 0 ? 'walk' : 'look-back', angle: { yaw: isLast ? (i === 0 ? 2.7 : -2.6) : 0.4, pitch: 0, roll: 0 } }, { feet, scale });
    board.art += groundShadow(pen, { ...drawing.contact, width: Math.min(drawing.contact.width, scale * 50) }, { time: 'day', isIndoors: true, flatness: 0.16 }) + halo(pen, drawing.outline, 5) + drawing.svg;
  });
  if (isLast) board.text(words.end, { x: width / 2, y: height * 0.145 }, { voice: 'title', size: isStrip ? 58 : height * 0.062, anchor: 'middle', rim: 6 });
  const lines = [book.title, ...(book.author === '' ? [] : [`${words.by}: ${book.author}`]), words.storyboard, ...credits, words.madeWith];
  lines.forEach((text, i) => board.text(text, { x: width / 2, y: height * 0.71 + i * 34 + (i > 0 ? 12 : 0) }, { voice: 'text', size: i === 0 ? 32 : 18, anchor: 'middle', most: width * 0.84 }));
}
