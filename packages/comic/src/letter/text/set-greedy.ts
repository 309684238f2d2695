import type { Atom } from './atom.ts';
import { NEVER } from './phrase-breaks.ts';
import { setBroken, type Block, type BlockStyle } from './set-block.ts';

/**
 * Sets atoms in lines of at most `length` em, first fit: for texts too long to balance.
 * A word longer than the line stands alone and sticks out.
 */
export function setGreedy(atoms: readonly Atom[], length: number, style: BlockStyle): Block {
  const ends: number[] = [];
  let [from, width, stop] = [0, 0, 0];
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    if (width + atom.advance - atom.blankAfter > length && stop > from) {
      ends.push(stop);
      from = stop;
      width = atoms.slice(from, i).reduce((sum, a) => sum + a.advance + a.space, 0);
    }
    width += atom.advance + atom.space;
    if (atom.isForcedBreak || atom.breakCost < NEVER) stop = i + 1;
    if (atom.isForcedBreak && i < atoms.length - 1) {
      ends.push(i + 1);
      [from, width] = [i + 1, 0];
    }
  }
  if (atoms.length > 0) ends.push(atoms.length);
  return setBroken(atoms, ends, style, 0);
}
