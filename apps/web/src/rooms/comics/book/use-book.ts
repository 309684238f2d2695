/** The open book of a comic, shared by all pages of the app that show it. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../../../api/call.ts';
import { getMe } from '../../../api/accounts.ts';
import { editComic, getBook, getBookEdits } from '../../../api/comics-editing.ts';
import { followStream } from '../../../api/follow-stream.ts';
import { onSessionChange } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { isGone, keptStore } from './forget-gone.ts';
import { openBookSession, type BookSession, type BookState } from './book-session.ts';
import { openLostWords } from './lost-words.ts';
import { openOutbox } from './outbox.ts';
import { refusalWords } from './refusal-words.ts';
import { shareBooks } from './share-books.ts';
import { toldChange, type ToldChange } from './told-change.ts';

export type OpenBook = BookState & Pick<BookSession, 'undo' | 'redo' | 'retry' | 'dismiss'> & { change: ToldChange };

/** Going from the script to the cast closes nothing: undo goes on there. */
const LINGER_MS = 60_000;
const books = shareBooks({ load, follow, lingerMs: LINGER_MS });
// What the one before had open is in no tab's memory any more; what was not saved yet waits on this machine.
onSessionChange(books.dropAll);

/** `error` is what loading met; `reload` tries again. While neither is there, the book is on its way. `isOff` while there is none to load. */
export function useBook(comicId: string, isOff = false): { book: OpenBook | undefined; error: unknown; reload: () => void } {
  const [session, setSession] = useState<BookSession>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (isOff) return undefined;
    let isGone = false;
    const entry = books.take(comicId);
    entry.loading.then((found) => { if (!isGone) setSession(found); }, (reason: unknown) => { if (!isGone) setError(reason); });
    const deaf = books.onDrop(() => {
      setError(undefined);
      setAsked((count) => count + 1);
      // Before the next is drawn.
      setSession(undefined);
    });
    return () => {
      isGone = true;
      deaf();
      books.release(comicId, entry);
      setSession(undefined);
      setError(undefined);
    };
  }, [comicId, asked, isOff]);
  const { say, language } = useWords('comics');
  const change = useMemo(() => toldChange(session, (fault) => showToast({ text: refusalWords(fault, say, language), isFault: true })), [session, say, language]);
  const state = useSyncExternalStore(session?.subscribe ?? nothing, () => session?.state());
  const reload = () => {
    setError(undefined);
    setAsked((count) => count + 1);
  };
  // A page opened while the script is being written shows it once it is there.
  const isUnwritten = error instanceof ApiError && error.code === 'comics.no-script';
  const lastSeq = useRef(0);
  useEffect(() => (isUnwritten ? followStream(comicId, { onEvents: (events) => {
    lastSeq.current = events.at(-1)?.seq ?? lastSeq.current;
    if (events.some(({ event }) => event.type === 'comic.script' || event.type === 'comic.edit')) reload();
  }, onLost: () => undefined }, lastSeq.current) : undefined), [comicId, isUnwritten]);
  return { book: session && state ? { ...state, change, undo: session.undo, redo: session.redo, retry: session.retry, dismiss: session.dismiss } : undefined, error, reload };
}

function nothing(): () => void {
  return () => undefined;
}

async function load(comicId: string): Promise<BookSession> {
  const clientId = newId('tab', 16);
  const [start, by] = await Promise.all([getBook(comicId), whoIsHere()]);
  const store = keptStore();
  return openBookSession({
    start, clientId, outbox: openOutbox({ comicId, clientId, store, by }), lost: openLostWords({ comicId, store }), statusOf: (error) => (error instanceof ApiError ? error.status : -1),
    server: { getBook: () => getBook(comicId), getEdits: (after) => getBookEdits(comicId, after), send: (step) => editComic(comicId, step), isGoneForGood: async () => by !== undefined && by === await whoIsHere() && isGone(comicId) },
  });
}

async function whoIsHere(): Promise<string | undefined> {
  return (await getMe().catch(() => undefined))?.user?.id;
}

function follow(comicId: string, session: BookSession): () => void {
  return followStream(comicId, {
    onEvents: (events) => { for (const { event } of events) if (event.type === 'comic.edit') session.noteRevision(event.revision); },
    onLost: (isLost) => { if (!isLost) session.retry(); },
  });
}

/** Of a new part of a book: letters and digits behind a short word. */
export function newId(word: string, length = 10): string {
  return `${word}-${Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => 'abcdefghjkmnpqrstvwxyz0123456789'[byte % 31]).join('')}`;
}
