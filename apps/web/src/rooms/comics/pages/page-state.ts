/** What is told of a book and its pages, in one line that always has its room. Pure. */
import type { WordKey } from '../../../language/namespaces.ts';
import type { Saving } from '../book/book-session.ts';

type Word = WordKey<'comics-pages'>;
/** `short` where there is less room than the sentence needs; `isLoud` when something is wrong. */
export type PageState = { state: Saving | 'fault' | 'file-missing'; word: Word; short?: Word; isLoud: boolean };
type Facts = { saving: Saving; isReachable: boolean; isFaulty: boolean; /** The server has not got a file that the page is set with. */ isFileMissing: boolean; isMaking: boolean; isBehind: boolean };

/** The worst comes first; without a way to the server nothing is called saved, for nobody knows. */
export function pageStateOf({ saving, isReachable, isFaulty, isFileMissing, isMaking, isBehind }: Facts): PageState {
  if (saving === 'gone') return { state: 'gone', word: 'saving-gone', isLoud: true };
  if (saving === 'signed-out') return { state: 'signed-out', word: 'saving-signed-out', short: 'signedOutShort', isLoud: true };
  if (saving === 'offline' || !isReachable) return { state: 'offline', word: 'saving-offline', short: 'offlineShort', isLoud: true };
  if (isFileMissing) return { state: 'file-missing', word: 'fileMissing', short: 'fileMissingShort', isLoud: true };
  if (isFaulty) return { state: 'fault', word: 'pageFault', short: 'pageFaultShort', isLoud: true };
  if (saving === 'saving') return { state: 'saving', word: 'saving-saving', isLoud: false };
  if (isMaking) return { state: 'saved', word: 'pagesMaking', isLoud: false };
  return isBehind ? { state: 'saved', word: 'pagesBehind', short: 'pagesBehindShort', isLoud: false } : { state: 'saved', word: 'saved', isLoud: false };
}
