import { bootServer, eventually, fakeEngine, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, epub, p } from './read-story/story-samples.ts';

let server: BootedServer;
let author: Account;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, engine: fakeEngine() });
  author = await server.account('user');
}, 60_000);
afterAll(() => server.close());

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const send = (type: string, bytes: Uint8Array | string, name: string, query = '') =>
  server.call('POST', `/api/v1/comics/upload${query}`, { headers: { ...author.headers, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }, raw: { type, bytes } });
const ended = (id: string) => eventually('the comic ends', async () => {
  const comic = (await server.call('GET', `/api/v1/comics/${id}`, { headers: author.headers })).body as { state: string; title: string };
  return !['queued', 'running'].includes(comic.state) && comic;
}, 60_000);

test('a Word file becomes a comic with its own title, unless another is wished', async () => {
  const story = docx(p('The lamp went out.') + p('Nobody saw it.'));
  const own = await send(WORD, story, '灯.docx');
  expect(own.status, own.text).toBe(202);
  expect(own.body).toMatchObject({ title: 'The Lamp', notices: [] });
  expect(await ended((own.body as { id: string }).id)).toMatchObject({ state: 'done', title: 'The Lamp' });
  expect((await send('application/octet-stream', story, 'x.docx', '?title=Night')).body).toMatchObject({ title: 'Night' });
});

test('an EPUB and a page from a browser are read, and what is left out is said in the language of the reader', async () => {
  const book = await send('application/epub+zip', epub(['<p>雨が降った。</p><img src="a.png" alt=""/>', '<p>狐が走った。</p>']), 'a.epub');
  expect(book.status, book.text).toBe(202);
  expect((book.body as { notices: string[] }).notices.join(' ')).toMatch(/left out/);
  const page = await send('text/html', '<!doctype html><html><head><title>Rain</title></head><body><p>It rained.</p><script>alert(1)</script></body></html>', 'rain.html');
  expect(page.status, page.text).toBe(202);
  expect(page.body).toMatchObject({ title: 'Rain' });
});

test('what is no story says so', async () => {
  expect((await send('application/octet-stream', '%PDF-1.7 x', 'a.pdf')).body).toMatchObject({ error: { code: 'comics.file-kind' } });
  expect((await send(WORD, 'PK\u0003\u0004 cut off', 'a.docx')).body).toMatchObject({ error: { code: 'comics.file-damaged' } });
  expect((await send('image/png', 'x', 'a.png')).body).toMatchObject({ error: { code: 'request.media-type' } });
});
