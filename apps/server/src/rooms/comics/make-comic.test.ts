import { bootServer, eventually, fakeEngine, type Account, type BootedServer } from '@komawari/testkit';
import { Comic, ErrorBody } from '@komawari/contract';
import { AppError, RefusedError } from '../../kernel/errors.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const STORY = ['The rain', 'It rained on the town.', 'A fox ran.', 'The fox slept.', 'The rain stopped.', 'The end.'].join('\n');

let server: BootedServer;
let author: Account;
let failing = new Map<string, Error>();

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, engine: fakeEngine({ onDraw: (panelId) => { const error = failing.get(panelId); if (error) throw error; } }) });
  author = await server.account('user');
}, 60_000);
afterAll(() => server.close());

async function start(text: string, options: object = {}): Promise<string> {
  const reply = await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text, options } });
  expect(reply.status, reply.text).toBe(202);
  return (reply.body as { id: string }).id;
}

async function read(id: string): Promise<Comic> {
  const reply = await server.call('GET', `/api/v1/comics/${id}`, { headers: author.headers });
  expect(reply.status, reply.text).toBe(200);
  return Comic.parse(reply.body);
}

const finished = (id: string) => eventually('the comic ends', async () => {
  const comic = await read(id);
  return !['queued', 'running'].includes(comic.state) && comic;
}, 60_000);

describe('making a comic', () => {
  test('goes from a text to pages, pictures and files', async () => {
    const id = await start(STORY);
    const comic = await finished(id);
    expect(comic).toMatchObject({ state: 'done', title: 'The rain', pageCount: 2, panels: { total: 6, done: 6, failed: 0 }, error: null });
    expect(comic.panelStates.map((panel) => panel.state)).toEqual(Array(6).fill('done'));

    const drawing = await server.call('GET', comic.panelStates[0]?.picture ?? '', { headers: author.headers });
    expect(drawing.headers.get('content-type')).toBe('image/svg+xml');
    expect(drawing.headers.get('cache-control')).toContain('immutable');
    expect(drawing.headers.get('content-security-policy')).toContain('sandbox');
    const preview = await server.call('GET', comic.pages[0]?.preview ?? '', { headers: author.headers });
    expect([...preview.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);

    const task = await server.call('POST', `/api/v1/comics/${id}/exports`, { headers: author.headers, body: { format: 'pdf' } });
    expect(task.status, task.text).toBe(202);
    const [file] = await eventually('the file is there', async () => { const { files } = await read(id); return files.length > 0 && files; });
    const download = await server.call('GET', file?.address ?? '', { headers: author.headers });
    expect(download.text).toBe('FAKE pdf of The rain, 2 pages');
    expect(download.headers.get('content-disposition')).toBe(`attachment; filename="The rain.pdf"; filename*=UTF-8''The%20rain.pdf`);
    const again = await server.call('POST', `/api/v1/comics/${id}/exports`, { headers: author.headers, body: { format: 'pdf' } });
    expect((again.body as { id: string }).id).toBe((task.body as { id: string }).id);
  });

  test('the same export asked for eight times at once is one task', async () => {
    const id = await start('A\nB');
    expect((await finished(id)).state).toBe('done');
    const replies = await Promise.all(Array.from({ length: 8 }, () => server.call('POST', `/api/v1/comics/${id}/exports`, { headers: author.headers, body: { format: 'pdf' } })));
    expect(replies.map((reply) => reply.status)).toEqual(Array(8).fill(202));
    expect(new Set(replies.map((reply) => (reply.body as { id: string }).id)).size).toBe(1);
  });

  test('the same key gives the same comic', async () => {
    const body = { text: STORY, idempotencyKey: 'once' };
    const replies = await Promise.all([1, 2, 3].map(() => server.call('POST', '/api/v1/comics', { headers: author.headers, body })));
    expect(new Set(replies.map((reply) => (reply.body as { id: string }).id)).size).toBe(1);
  });

  test('a text that cannot be written ends incomplete with a sentence', async () => {
    const comic = await finished(await start('UNWRITABLE\nx'));
    expect(comic.state).toBe('incomplete');
    expect(comic.error?.code).toBe('comics.writer-failed');
  });
});

describe('a panel that fails', () => {
  test('is tried again by itself after trouble on our side', async () => {
    failing = new Map([['p2', new Error('the pen broke')]]);
    const id = await start(STORY);
    const comic = await eventually('five panels are drawn', async () => { const now = await read(id); return now.panels.done === 5 && now; });
    expect(comic.state).toBe('running');
    failing.clear();
    expect((await finished(id)).state).toBe('done');
  });

  test('leaves the comic incomplete when it is hopeless, keeps the rest, and continues on request', async () => {
    failing = new Map([['p2', new AppError('comics.not-text')]]);
    const id = await start(STORY);
    const comic = await finished(id);
    expect(comic).toMatchObject({ state: 'incomplete', panels: { total: 6, done: 5, failed: 1 } });
    expect(comic.panelStates[1]).toMatchObject({ state: 'failed', picture: null, error: { code: 'comics.not-text' } });
    expect(comic.pages.map((page) => page.picture !== null)).toEqual([false, true]);
    expect((await server.call('POST', `/api/v1/comics/${id}/exports`, { headers: author.headers, body: { format: 'pdf' } })).status).toBe(409);
    failing.clear();
    expect((await server.call('POST', `/api/v1/comics/${id}/continue`, { headers: author.headers })).status).toBe(200);
    expect(await finished(id)).toMatchObject({ state: 'done', panels: { total: 6, done: 6, failed: 0 }, error: null });
  });

  test('a refusal stays refused', async () => {
    failing = new Map([['p1', new RefusedError('not drawn')]]);
    const id = await start(STORY);
    expect((await finished(id)).panelStates[0]?.state).toBe('refused');
    failing.clear();
    expect((await server.call('POST', `/api/v1/comics/${id}/continue`, { headers: author.headers })).body).toMatchObject({ error: { code: 'tasks.nothing-to-continue' } });
  });
});

describe('cancel, trash and delete', () => {
  test('a cancelled comic continues where it was', async () => {
    const id = await start(Array.from({ length: 120 }, (_, index) => `Line ${index}`).join('\n'));
    await eventually('some panels are drawn', async () => (await read(id)).panels.done > 2);
    const reply = await server.call('POST', `/api/v1/comics/${id}/cancel`, { headers: author.headers });
    expect(reply.status, reply.text).toBe(200);
    const stopped = await finished(id);
    expect(stopped.state).toBe('cancelled');
    expect(stopped.panels.done).toBeLessThan(120);
    expect((await server.call('POST', `/api/v1/comics/${id}/cancel`, { headers: author.headers })).status).toBe(409);
    expect((await server.call('POST', `/api/v1/comics/${id}/continue`, { headers: author.headers })).status).toBe(200);
    expect(await finished(id)).toMatchObject({ state: 'done', panels: { total: 120, done: 120 } });
  });

  test('deleting goes to the trash, then away', async () => {
    const id = await start('A\nB');
    await finished(id);
    const headers = author.headers;
    expect((await server.call('DELETE', `/api/v1/comics/${id}`, { headers })).body).toEqual({ where: 'trash' });
    const trash = await server.call('GET', '/api/v1/comics?trash=true', { headers });
    expect((trash.body as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);
    expect((await server.call('POST', `/api/v1/comics/${id}/restore`, { headers })).status).toBe(200);
    // A request may come twice, and a second tab may not know: only what is asked for is for good.
    for (let times = 0; times < 3; times += 1) expect((await server.call('DELETE', `/api/v1/comics/${id}`, { headers })).body).toEqual({ where: 'trash' });
    expect((await server.call('DELETE', `/api/v1/comics/${id}?forGood=true`, { headers })).body).toEqual({ where: 'gone' });
    expect((await server.call('GET', `/api/v1/comics/${id}`, { headers })).status).toBe(404);
  });

  test('a comic in the trash makes nothing until it is restored', async () => {
    failing = new Map([['p2', new AppError('comics.not-text')]]);
    const incomplete = await start(STORY);
    expect((await finished(incomplete)).state).toBe('incomplete');
    failing.clear();
    const done = await start('A\nB');
    expect((await finished(done)).state).toBe('done');
    const call = (id: string, what: string, body?: object) => server.call('POST', `/api/v1/comics/${id}/${what}`, { headers: author.headers, ...(body && { body }) });
    for (const id of [incomplete, done]) expect((await server.call('DELETE', `/api/v1/comics/${id}`, { headers: author.headers })).body).toEqual({ where: 'trash' });
    for (const reply of [await call(incomplete, 'continue'), await call(incomplete, 'cancel'), await call(done, 'exports', { format: 'pdf' })]) {
      expect(reply.status, reply.text).toBe(404);
      expect(reply.body).toMatchObject({ error: { code: 'not-found' } });
    }
    for (const id of [incomplete, done]) expect((await call(id, 'restore')).status).toBe(200);
    expect((await call(incomplete, 'continue')).status).toBe(200);
    expect((await call(done, 'exports', { format: 'pdf' })).status).toBe(202);
  });
});

test('lists by keyset, newest first', async () => {
  const other = await server.account('user');
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.unshift(((await server.call('POST', '/api/v1/comics', { headers: other.headers, body: { text: `Story ${i}` } })).body as { id: string }).id);
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const reply = await server.call('GET', `/api/v1/comics?limit=2${next ? `&after=${encodeURIComponent(next)}` : ''}`, { headers: other.headers });
    const page = reply.body as { items: { id: string }[]; next: string | null };
    seen.push(...page.items.map((item) => item.id));
    next = page.next;
  }
  expect(seen).toEqual(ids);
});

test.each([
  ['nothing', { text: '' }, 400, 'comics.empty-text'],
  ['blank', { text: ' \n\u0000 ' }, 400, 'comics.empty-text'],
  ['too long', { text: 'あ'.repeat(200_001) }, 413, 'comics.text-too-long'],
  ['control characters', { text: '\u0001\u0002'.repeat(200) }, 415, 'comics.not-text'],
  ['no text at all', {}, 400, 'request.invalid'],
  ['a wrong option', { text: 'x', options: { format: 'papyrus' } }, 400, 'request.invalid'],
  ['an unknown field', { text: 'x', colour: 'red' }, 400, 'request.invalid'],
])('answers %s with a sentence', async (_name, body, status, code) => {
  const reply = await server.call('POST', '/api/v1/comics', { headers: { ...author.headers, 'accept-language': 'ja' }, body });
  expect(reply.status).toBe(status);
  const { error } = ErrorBody.parse(reply.body);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/[ぁ-ん]/);
});
