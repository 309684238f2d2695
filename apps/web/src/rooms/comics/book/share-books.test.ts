import { applyEdit, type EditOp } from '@komawari/comic/edit';
import { scriptBook } from '@komawari/comic/make';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBookSession, type BookSession } from './book-session.ts';
import { shareBooks } from './share-books.ts';

const LINGER_MS = 60_000;
const book = scriptBook('"Go!" said Tom.', { seed: 3 });
const title = (value: string): EditOp[] => [{ op: 'set', kind: 'book', id: book.id, field: 'title', value }];

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** FAKE: a server that takes every step while the way to it is open. */
function fakeSite() {
  const site = { isOnline: true, refuses: 0, book, revision: 1, opened: 0, followed: 0 };
  const load = async (): Promise<BookSession> => {
    site.opened += 1;
    return openBookSession({
      start: { revision: site.revision, book: site.book }, clientId: `tab-${site.opened}`, statusOf: (error) => (error instanceof Refusal ? error.status : 0), outbox: { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget: () => undefined, close: () => undefined },
      server: {
        getBook: async () => ({ revision: site.revision, book: site.book }),
        getEdits: async () => ({ items: [], revision: site.revision }),
        async send({ clientId, ops }) {
          if (site.refuses) throw new Refusal(site.refuses);
          if (!site.isOnline) throw new Error('offline');
          site.book = applyEdit(site.book, ops).book;
          site.revision += 1;
          return { revision: site.revision, notices: [], edits: [{ revision: site.revision, clientId, ops: [...ops], at: '' }] };
        },
      },
    });
  };
  const follow = () => {
    site.followed += 1;
    return () => { site.followed -= 1; };
  };
  return { site, books: shareBooks({ load, follow, lingerMs: LINGER_MS }) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a book left while offline and opened again goes on: what is changed there arrives', async () => {
  const { site, books } = fakeSite();
  const left = books.take('c');
  const session = await left.loading;
  site.isOnline = false;
  session.change(title('Offline'));
  books.release('c', left);
  await pass(LINGER_MS * 1.5);
  const again = books.take('c');
  expect(await again.loading).toBe(session);
  site.isOnline = true;
  await pass(LINGER_MS * 3);
  session.change(title('Back'));
  await pass(1000);
  expect(session.state().saving).toBe('saved');
  expect(site.book.title).toBe('Back');
  expect(site.followed).toBe(1);
});

test('a book left while offline is closed once the server has it all, and opened anew after that', async () => {
  const { site, books } = fakeSite();
  const left = books.take('c');
  const session = await left.loading;
  site.isOnline = false;
  session.change(title('Offline'));
  books.release('c', left);
  await pass(LINGER_MS * 2.5);
  expect(site.followed).toBe(1);
  site.isOnline = true;
  await pass(LINGER_MS * 2);
  expect(site.book.title).toBe('Offline');
  expect(site.followed).toBe(0);
  const next = await books.take('c').loading;
  expect(next).not.toBe(session);
  next.change(title('Anew'));
  await pass(1000);
  expect(site.book.title).toBe('Anew');
});

test('pages share a book; the last to leave closes it after a while, unless one comes back', async () => {
  const { site, books } = fakeSite();
  const [first, second] = [books.take('c'), books.take('c')];
  await first.loading;
  books.release('c', first);
  await pass(LINGER_MS * 2);
  books.release('c', second);
  await pass(LINGER_MS / 2);
  const third = books.take('c');
  await pass(LINGER_MS * 2);
  expect([site.opened, site.followed]).toEqual([1, 1]);
  books.release('c', third);
  await pass(LINGER_MS);
  expect(site.followed).toBe(0);
});

test('a book that comes only after its page was left for long is closed too', async () => {
  const { site } = fakeSite();
  let arrive: (session: BookSession) => void = () => undefined;
  const books = shareBooks({ load: () => new Promise((resolve) => { arrive = resolve; }), lingerMs: LINGER_MS, follow: () => {
    site.followed += 1;
    return () => { site.followed -= 1; };
  } });
  books.release('c', books.take('c'));
  await pass(LINGER_MS * 1.5);
  arrive({ state: () => ({ saving: 'saved' }), close: () => undefined } as BookSession);
  await pass(1);
  expect(site.followed).toBe(1);
  await pass(LINGER_MS);
  expect(site.followed).toBe(0);
});

test('a book that did not load is asked for again', async () => {
  const load = vi.fn(async () => { throw new Error('offline'); });
  const books = shareBooks({ load, follow: () => () => undefined, lingerMs: LINGER_MS });
  const failed = books.take('c');
  await expect(failed.loading).rejects.toThrow('offline');
  const next = books.take('c');
  await expect(next.loading).rejects.toThrow('offline');
  books.release('c', failed);
  await pass(LINGER_MS);
  expect(load).toHaveBeenCalledTimes(2);
});

test.each([['gone', 404], ['signed-out', 401]])('a book whose comic or account is gone (%s) does not stay open for what cannot be saved now', async (saving, status) => {
  const { site, books } = fakeSite();
  const left = books.take('c');
  const session = await left.loading;
  site.refuses = status;
  session.change(title('Too late'));
  await pass(10);
  expect(session.state()).toMatchObject({ saving, refused: status === 404 ? [{ ops: title('Too late') }] : [] });
  books.release('c', left);
  await pass(LINGER_MS * 1.5);
  expect(site.followed).toBe(0);
  const next = books.take('c');
  expect(next).not.toBe(left);
  await next.loading;
});

describe('when somebody else may be here', () => {
  test('all books are closed at once, and whoever shows one hears of it and takes it anew', async () => {
    const { site, books } = fakeSite();
    const [shown, left] = [books.take('c'), books.take('d')];
    const former = await shown.loading;
    await left.loading;
    books.release('d', left);
    const heard = vi.fn();
    const deaf = books.onDrop(heard);
    books.dropAll();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(site.followed).toBe(0);
    const next = books.take('c');
    books.release('c', shown);
    expect(await next.loading).not.toBe(former);
    await pass(LINGER_MS * 2);
    expect([site.opened, site.followed]).toEqual([3, 1]);
    deaf();
    books.dropAll();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('a book that was asked for before is closed when it comes', async () => {
    const { site } = fakeSite();
    const arrived: ((session: BookSession) => void)[] = [];
    const close = vi.fn();
    const books = shareBooks({ load: () => new Promise((resolve) => { arrived.push(resolve); }), lingerMs: LINGER_MS, follow: () => {
      site.followed += 1;
      return () => undefined;
    } });
    const early = books.take('c');
    books.dropAll();
    const next = books.take('c');
    expect(next).not.toBe(early);
    for (const arrive of arrived) arrive({ state: () => ({ saving: 'saved' }), close } as unknown as BookSession);
    await pass(1);
    expect([close.mock.calls.length, site.followed]).toEqual([1, 1]);
    expect(early.session).toBeUndefined();
  });
});
