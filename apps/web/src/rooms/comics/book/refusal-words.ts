import { ITEM_KINDS, ITEMS_MOST, LINE_MAX, type EditError } from '@komawari/comic/edit';
import type { Say } from '../../../language/use-words.ts';

/** Why the book cannot take a step, found before anything of it was done. */
export function refusalWords({ code, message }: Pick<EditError, 'code' | 'message'>, say: Say<'comics'>, language: string): string {
  if (code !== 'edit.too-large') return say('stepMisfits');
  const kind = ITEM_KINDS.find((one) => one === message);
  return kind ? say('bookIsFull', { n: ITEMS_MOST[kind].toLocaleString(language), what: say(`full-${kind}`) }) : say('lineIsFull', { n: LINE_MAX.toLocaleString(language) });
}
