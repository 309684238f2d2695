/** The pages round the story: cover, cast and colophon. They are drawn from the book like all others. */
import { Board, type MatterInput, type MatterPage } from './board.ts';
import { drawCast } from './cast-page.ts';
import { drawColophon } from './colophon-page.ts';
import { drawCover } from './cover-page.ts';
import type { Matter } from './matter-kinds.ts';

export type { MatterInput, MatterPage };

export function drawMatter(kind: Matter, input: MatterInput): MatterPage {
  const board = new Board(input);
  if (kind === 'cover') drawCover(board);
  else if (kind === 'cast') drawCast(board);
  else drawColophon(board);
  return board.finish();
}
