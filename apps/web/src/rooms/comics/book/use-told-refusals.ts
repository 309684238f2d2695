import { useEffect } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { isMisfit, textOf } from './refusal-words.ts';
import type { OpenBook } from './use-book.ts';

const STAY_MS = 60_000;

/** For pages without a place of their own for it: each step that the book did not take is told once, and its words can be copied. */
export function useToldRefusals(book: Pick<OpenBook, 'refused' | 'dismiss'> | undefined): void {
  const { say, sayError } = useWords('comics');
  const { refused, dismiss } = book ?? {};
  useEffect(() => {
    for (const { key, ops, error } of refused ?? []) {
      const action = { word: say('copyWords'), onChoose: () => void navigator.clipboard.writeText(textOf(ops)) };
      showToast({ text: isMisfit(error) ? say('stepMisfits') : say('stepRefused', { why: sayError(error) }), isFault: true, action, stayMs: STAY_MS });
      dismiss?.(key);
    }
  }, [refused, dismiss, say, sayError]);
}
