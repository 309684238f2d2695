import { EditError } from '@komawari/comic/edit';
import type { BookSession } from './book-session.ts';

/** As the session does it. What the book cannot take is told at once and gives undefined: then nothing has changed. */
export type ToldChange = (...step: Parameters<BookSession['change']>) => ReturnType<BookSession['change']> | undefined;

/** A verb throws RangeError when what it is about is no longer in the book: another tab was faster than the hand. */
export function toldChange(session: Pick<BookSession, 'change'> | undefined, tell: (fault: Error) => void): ToldChange {
  return (...step) => {
    try {
      return session?.change(...step);
    } catch (fault) {
      if (!(fault instanceof EditError || fault instanceof RangeError)) throw fault;
      tell(fault);
      return undefined;
    }
  };
}
