import { EditError, ITEM_KINDS, ITEMS_MOST, LINE_MAX, type EditOp } from '@komawari/comic/edit';
import type { Say } from '../../../language/use-words.ts';

/** Why the book cannot take a step, found before anything of it was done. */
export function refusalWords(fault: Error, say: Say<'comics'>, language: string): string {
  if (!(fault instanceof EditError) || fault.code !== 'edit.too-large') return say('stepMisfits');
  const kind = ITEM_KINDS.find((one) => one === fault.message);
  return kind ? say('bookIsFull', { n: ITEMS_MOST[kind].toLocaleString(language), what: say(`full-${kind}`) }) : say('lineIsFull', { n: LINE_MAX.toLocaleString(language) });
}

/** Found here, before the server was asked: what it was made for is gone. */
export function isMisfit(error: unknown): boolean {
  return error instanceof Error && error.name === 'EditError';
}

/** The words of a step, for people; its data where it has none. */
export function textOf(ops: readonly EditOp[]): string {
  const words = ops.flatMap((op) => (op.op === 'text' ? [op.to] : op.op === 'set' && typeof op.value === 'string' ? [op.value] : []));
  return words.length > 0 ? words.join('\n') : JSON.stringify(ops);
}
