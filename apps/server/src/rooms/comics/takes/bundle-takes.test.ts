import { listPanels, type Book } from '@komawari/comic';
import { readKoma } from '@komawari/comic/koma';
import { scriptBook } from '@komawari/comic/make';
import { Comic, type Take } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realEngine } from '../engine.ts';
import { STORYBOARD } from '../making/plan-work.ts';
import { takesOutOf, withTakes } from './bundle-takes.ts';
import type { TakeRow } from './take-store.ts';

const STORY = '# The kettle\n\nIt rained on the town. Mara stood in the kitchen.\n\n"Come in," said Mara. "You are wet."\n\n"I am fine," said Tom. He closed the door.\n\n"Is there tea?" asked Tom.\n\n"There is," said Mara. She smiled.\n\nThe rain stopped.\n\n# The sea\n\nThey walked to the harbour. A ship came in.\n\n"Look!" cried Tom. "It is my brother."\n\nMara ran along the pier. The gulls screamed.';

describe('a comic with takes, taken away and brought back', () => {
  let server: BootedServer;
  let author: Account;
  beforeAll(async () => {
    server = await bootServer({ hasWorker: true, engine: realEngine() });
    author = await server.account('user');
  }, 120_000);
  afterAll(() => server.close());

  const call = (method: string, path: string, options: object = {}) => server.call(method, path.startsWith('/api') ? path : `/api/v1/comics${path}`, { headers: author.headers, ...options });
  const read = async (id: string) => Comic.parse((await call('GET', `/${id}`)).body);
  const settled = (id: string) => eventually('the comic settles', async () => { const comic = await read(id); return !['queued', 'running'].includes(comic.state) && comic; }, 120_000);
  const takesOf = async (id: string) => ((await call('GET', `/${id}/takes`)).body as { items: Take[] }).items;
  const bookOf = async (id: string) => (await call('GET', `/${id}/book`)).body as { revision: number; book: Book };
  async function ended(id: string, sent: { status: number; text: string; body: unknown }): Promise<Take> {
    expect([201, 202], sent.text).toContain(sent.status);
    return eventually('the take ends', async () => (await takesOf(id)).find((take) => take.id === (sent.body as Take).id && take.state === 'done'), 60_000);
  }
  const redraw = async (id: string, panelId: string, request = '') => ended(id, await call('POST', `/${id}/panels/${panelId}/takes`, { body: { request } }));
  const judge = async (id: string, take: Take, isRejected: boolean) => expect((await call('PATCH', `/${id}/panels/${take.panelId}/takes/${take.id}`, { body: { isRejected } })).status).toBe(200);
  let seq = 0;
  async function adopt(id: string, ...takes: Take[]) {
    const { revision } = await bookOf(id);
    const ops = takes.map((take) => ({ op: 'set', kind: 'panel', id: take.panelId, field: 'adoptedTakeId', value: take.id }));
    expect((await call('POST', `/${id}/edits`, { body: { clientId: 'takes-test', clientSeq: (seq += 1), baseRevision: revision, ops } })).status).toBe(200);
    expect((await call('POST', `/${id}/update`, { body: { redraw: 'missing' } })).status).toBe(202);
    return settled(id);
  }
  async function exported(id: string): Promise<Uint8Array> {
    expect((await call('POST', `/${id}/exports`, { body: { format: 'koma' } })).status).toBe(202);
    const file = await eventually('the bundle is there', async () => (await read(id)).files.findLast((one) => one.format === 'koma'), 30_000);
    return (await call('GET', file.address)).bytes;
  }
  /** The same for a comic and its copy: ids say which number a take has, pictures of one's own are decoded anew. */
  const toldOf = (takes: readonly Take[], comic: Book) => listPanels(comic).map((panel) => {
    const own = takes.filter((take) => take.panelId === panel.id);
    const numberOf = (takeId: string | null | undefined) => own.findIndex((take) => take.id === takeId);
    return {
      panel: panel.id, adopted: numberOf(panel.adoptedTakeId), shown: own.filter((take) => take.isShown).map((take) => numberOf(take.id)),
      takes: own.map((take) => ({ provider: take.provider, request: take.request, directions: take.directions, parent: numberOf(take.parentId), isRejected: take.isRejected, state: take.state, hasPicture: take.picture !== null, error: take.error })),
    };
  });
  const drawnPage = async (picture: string | null) => (await call('GET', picture ?? '')).text.replace(/data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+/g, 'OWN');
  const pagesOf = async (id: string) => Promise.all((await read(id)).pages.map((page) => drawnPage(page.picture)));

  test('has the same pages, the same takes in the same order, and the same choices', async () => {
    const made = (await call('POST', '', { body: { text: STORY, options: { language: 'en' } } })).body as { id: string };
    const { id } = made;
    expect((await settled(id)).state).toBe('done');
    const { book } = await bookOf(id);
    const [first, second, third, fourth] = listPanels(book).map((panel) => panel.id) as [string, string, string, string];
    const firstOf = async (panelId: string) => (await takesOf(id)).find((take) => take.panelId === panelId)!;

    // The very first is chosen, though others came after it; the second panel shows its first without anybody having chosen.
    await redraw(id, first, 'closer');
    await redraw(id, first, 'closer, at night');
    await redraw(id, second, 'from far away');
    // A picture of one's own, and eight drawings after it; two are put aside, for room.
    const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#36c' } }).png().toBuffer();
    const own = await ended(id, await call('POST', `/${id}/panels/${third}/takes/upload`, { raw: { type: 'image/png', bytes: photo } }));
    await judge(id, await firstOf(third), true);
    for (let i = 0; i < 8; i += 1) {
      const take = await redraw(id, third);
      if (i === 2) await judge(id, take, true);
    }
    await judge(id, await redraw(id, fourth, 'mirrored'), true);
    expect((await adopt(id, await firstOf(first), own)).state).toBe('done');

    const bytes = await exported(id);
    const sent = await call('POST', '/import', { raw: { type: 'application/vnd.komawari+zip', bytes } });
    expect(sent.status, sent.text).toBe(202);
    const { id: back } = sent.body as { id: string };
    expect(await settled(back)).toMatchObject({ state: 'done', error: null });

    const [before, after] = [toldOf(await takesOf(id), (await bookOf(id)).book), toldOf(await takesOf(back), (await bookOf(back)).book)];
    expect(after).toEqual(before);
    expect(before.slice(0, 4).map((panel) => [panel.takes.length, panel.adopted, panel.shown])).toEqual([[3, 0, [0]], [2, -1, [0]], [10, 1, [1]], [2, -1, [0]]]);
    const drawn = await pagesOf(id);
    expect(drawn.filter((page) => page.includes('<svg'))).toHaveLength((await read(id)).pageCount);
    expect(await pagesOf(back)).toEqual(drawn);

    // Their pictures are those that were exported, and everything can be done with them.
    const pictures = async (comicId: string) => Promise.all((await takesOf(comicId)).filter((take) => take.provider === STORYBOARD).map(async (take) => (await call('GET', take.picture ?? '')).text));
    expect((await pictures(back)).toSorted()).toEqual((await pictures(id)).toSorted());
    const aside = (await takesOf(back)).find((take) => take.panelId === fourth && take.isRejected)!;
    await judge(back, aside, false);
    expect(await adopt(back, (await takesOf(back)).find((take) => take.id === aside.id)!)).toMatchObject({ state: 'done' });
    expect((await takesOf(back)).filter((take) => take.panelId === fourth && take.isShown).map((take) => take.id)).toEqual([aside.id]);

    const bundled = listPanels(readKoma(bytes).book).map((panel) => panel.takes.map((take) => [take.provider, take.prompt, take.isRejected]));
    const again = await call('POST', '/import', { raw: { type: 'application/vnd.komawari+zip', bytes } });
    const copy = (again.body as { id: string }).id;
    await settled(copy);
    expect(listPanels(readKoma(await exported(copy)).book).map((panel) => panel.takes.map((take) => [take.provider, take.prompt, take.isRejected]))).toEqual(bundled);
  }, 300_000);
});

test('whatever was drawn, put aside and chosen: the same comes out, in its order, and what the page shows is among it', async () => {
  const book = scriptBook('"Go!" said Tom. He ran.\n\n"Where?" asked Ann.', { seed: 3 });
  const [{ id: panelId } = { id: '' }] = listPanels(book);
  const row = (n: number, isOwn: boolean, isRejected: boolean): TakeRow => ({
    id: `take_${n}`, comic_id: 'c', panel_id: panelId, task_id: null, provider: isOwn ? 'own' : STORYBOARD, model: '', request: `wish ${n}`, directions: null, seed: null, parent_id: n > 0 ? `take_${n - 1}` : null, inputs_hash: '', cost: 0, state: 'done',
    width: 1, height: 1, drawing_key: null, picture_key: 'a1'.repeat(32), picture_type: null, upload_key: null, is_rejected: isRejected, error_code: null, error_detail: null, artist_name: isOwn && n % 2 === 0 ? `Model ${n}` : '', prompt: `told ${n}`, created_at: new Date(n),
  });
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 }), fc.option(fc.nat(39)), fc.option(fc.nat(39)), async (made, adopted, shown) => {
    const rows = made.map(([isOwn, isRejected], n) => row(n, isOwn, isRejected));
    const [chosen, onPage] = [rows[adopted ?? -1], rows[shown ?? -1]];
    const edited = structuredClone(book);
    if (chosen) listPanels(edited)[0]!.adoptedTakeId = chosen.id;
    const open = rows.filter((take) => !take.is_rejected);
    const seen = open.find((take) => take === chosen) ?? open.find((take) => take === onPage) ?? open.at(-1);

    const bundled = await withTakes(edited, rows, new Map([[panelId, onPage?.id ?? null]]));
    let ids = 0;
    const back = takesOutOf(() => `new_${ids++}`, bundled, () => true);
    const numbers = back.takes.map(({ take }) => Number(take.prompt.slice(5)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers).toHaveLength(Math.min(24, rows.length));
    expect(back.takes.map(({ take }) => [take.provider, take.isRejected ?? false])).toEqual(numbers.map((n) => [rows[n]!.provider, rows[n]!.is_rejected]));
    expect(back.takes.map(({ take }) => take.drawnBy)).toEqual(numbers.map((n) => (rows[n]!.artist_name === '' ? undefined : { name: `Model ${n}`, told: `told ${n}` })));
    for (const { parentId, take } of back.takes) expect(parentId).toBe(back.takes.find((one) => one.take.id === take.parentId)?.id ?? null);
    const adoptedBack = listPanels(back.book)[0]!.adoptedTakeId;
    expect(back.takes.find((take) => take.id === adoptedBack)?.take.id).toBe(chosen?.id);
    const openBack = back.takes.filter(({ take }) => !take.isRejected);
    const seenBack = openBack.find((take) => take.id === adoptedBack) ?? openBack.find((take) => take.id === back.shown[0]?.takeId) ?? openBack.at(-1);
    expect(seenBack?.take.id).toBe(seen?.id);
  }), { numRuns: 100 });
});
