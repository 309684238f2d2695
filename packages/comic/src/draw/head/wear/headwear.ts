/** Hats and what else sits on a head. */
import type { Headwear } from '../../../model/kinds.ts';
import type { Board } from '../board.ts';
import type { Skull } from '../skull.ts';
import { brimHat, cap, chefHat, domeHat, type HatKind, knitCap, policeCap } from './hats.ts';
import { crown, earmuffs, flower, headband, hood, ribbonBow, scarf } from './ornaments.ts';

/** Hats that press the hair flat. */
export function coversHair(kind: Headwear): boolean {
  return kind !== 'none' && kind !== 'crown' && kind !== 'headband' && kind !== 'ribbon' && kind !== 'flower' && kind !== 'earmuffs';
}

type Part = (board: Board, skull: Skull, layer: 'behind' | 'front') => void;
const hat = (kind: HatKind): Part => (board, skull, layer) => brimHat(board, skull, kind, layer);

const PARTS: Record<Headwear, Part | undefined> = {
  none: undefined, cap, hat: hat('hat'), 'straw-hat': hat('straw'), 'witch-hat': hat('witch'), beanie: knitCap, hood, crown, helmet: domeHat, headband, ribbon: ribbonBow,
  scarf, flower, 'chef-hat': chefHat, 'police-cap': policeCap, earmuffs,
};

export function drawHeadwear(board: Board, skull: Skull, layer: 'behind' | 'front'): void {
  PARTS[skull.look.headwear]?.(board, skull, layer);
}
