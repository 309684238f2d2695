import type { EditOp } from '@komawari/comic/edit';

/** Two steps back as one. Of a line typed letter by letter the whole word goes, or none of it when another has made it a different one. */
export function joinedSteps(later: readonly EditOp[], earlier: readonly EditOp[]): EditOp[] {
  const [last, first] = [later.at(-1), earlier[0]];
  const isOne = last?.op === 'text' && first?.op === 'text' && last.id === first.id && last.language === first.language && last.rule === first.rule && last.to === first.from;
  return isOne ? [...later.slice(0, -1), { ...last, to: first.to }, ...earlier.slice(1)] : [...later, ...earlier];
}
