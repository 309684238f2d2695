import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import type { Book } from '@komawari/comic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realEngine } from '../engine.ts';
import { openBook } from './open-book.ts';

let server: BootedServer;
let author: Account;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, engine: realEngine() });
  author = await server.account('user');
}, 120_000);
afterAll(() => server.close());

const call = (method: 'GET' | 'POST', path: string, body?: object) => server.call(method, `/api/v1/comics${path}`, { headers: author.headers, ...(body ? { body } : {}) });

/** What is read between two statements of a reader must not count twice: a line that two merged into would lose one's words. */
test('whoever reads while others write gets the book of the revision that is named', async () => {
  const { id } = (await call('POST', '', { text: '"Come in," said Mara.', options: { language: 'en' }, scriptOnly: true })).body as { id: string };
  const title = (revision: number) => `Title of ${revision}`;
  await eventually('the script is there', async () => ((await call('GET', `/${id}`)).body as { revision: number }).revision === 1, 60_000);
  const bookId = (await openBook(server.app, server.app.client.db, id)).book.id;
  let isWriting = true;
  const wrong: string[] = [];
  let reads = 0;
  const look = ({ revision, book }: { revision: number; book: Book }) => {
    reads += 1;
    if (revision > 1 && book.title !== title(revision)) wrong.push(`${revision}: ${book.title}`);
  };
  const readers = Array.from({ length: 6 }, async (_, index) => {
    while (isWriting) look(index % 2 === 0 ? ((await call('GET', `/${id}/book`)).body as { revision: number; book: Book }) : await openBook(server.app, server.app.client.db, id));
  });
  // Past the hundredth a new base takes the place of what lay before it.
  for (let revision = 1; revision <= 130; revision += 1) {
    const reply = await call('POST', `/${id}/edits`, { clientId: 'the-writer', clientSeq: revision, baseRevision: revision, ops: [{ op: 'set', kind: 'book', id: bookId, field: 'title', value: title(revision + 1) }] });
    expect(reply.status, reply.text).toBe(200);
  }
  isWriting = false;
  await Promise.all(readers);
  expect(reads).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
}, 120_000);
