/** What a change met, as sentences: each once. Pure. */
import type { EditNotice } from '@komawari/comic/edit';
import type { WordKey } from '../../../language/namespaces.ts';
import type { BookState } from '../book/book-session.ts';
import { isMisfit } from '../book/refusal-words.ts';

type Word = WordKey<'comics-cast'>;

const WORDS: Partial<Record<EditNotice['code'], Word>> = { overwrote: 'noticeOverwrote', gone: 'noticeGone', 'in-use': 'noticeInUse' };

/** A step that fits no longer was left out here; one that the server refused was left out there. */
export function noticeWords({ notices, refused }: { notices: readonly Pick<EditNotice, 'code'>[]; refused: readonly Pick<BookState['refused'][number], 'error'>[] }): Word[] {
  return [...new Set([...notices.flatMap(({ code }) => WORDS[code] ?? []), ...refused.map(({ error }): Word => (isMisfit(error) ? 'noticeMisfit' : 'noticeRefused'))])];
}
