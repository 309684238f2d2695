import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { applyEdit, renameCharacter, setSpeaker, splitStep, type EditOp } from '@komawari/comic/edit';
import { listLines, listPanels, type Book } from '@komawari/comic';
import { Comic, ErrorBody, type OwnerRef, type Take, type Version } from '@komawari/contract';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realEngine } from '../engine.ts';

const STORY = '# The kettle\n\nIt rained on the town. Mara stood in the kitchen.\n\n"Come in," said Mara. "You are wet."\n\n"I am fine," said Tom. He closed the door.\n\n"Is there tea?" asked Tom.\n\n"There is," said Mara. She smiled.\n\nThe rain stopped.';

let server: BootedServer;
let author: Account;
let stranger: Account;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, engine: realEngine() });
  author = await server.account('user');
  stranger = await server.account('user');
}, 120_000);
afterAll(() => server.close());

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, who = author) => server.call(method, `/api/v1/comics${path}`, { headers: who.headers, ...(body ? { body } : {}) });
const read = async (id: string): Promise<Comic> => Comic.parse((await call('GET', `/${id}`)).body);
const settled = (id: string) => eventually('the comic settles', async () => {
  const comic = await read(id);
  return !['queued', 'running'].includes(comic.state) && comic;
}, 90_000);
async function start(options: object = {}): Promise<string> {
  const reply = await call('POST', '', { text: STORY, options: { language: 'en' }, ...options });
  expect(reply.status, reply.text).toBe(202);
  return (reply.body as { id: string }).id;
}
const open = async (id: string) => (await call('GET', `/${id}/book`)).body as { revision: number; book: Book };
let seq = 0;
const edit = (id: string, baseRevision: number, ops: readonly EditOp[], client = 'test-client') => call('POST', `/${id}/edits`, { clientId: client, clientSeq: (seq += 1), baseRevision, ops });
const text = (line: ReturnType<typeof listLines>[number], to: string): EditOp => ({ op: 'text', id: line.id, language: 'en', from: line.text.en ?? '', to });
const takesOf = async (id: string, panelId: string) => ((await call('GET', `/${id}/takes?panelId=${panelId}`)).body as { items: Take[] }).items;
const doneTake = (id: string, panelId: string, takeId: string) => eventually('the take ends', async () => (await takesOf(id, panelId)).find((take) => take.id === takeId && !['queued', 'running'].includes(take.state)), 60_000);
const update = async (id: string, redraw: unknown = 'missing') => {
  const reply = await call('POST', `/${id}/update`, { redraw } as object);
  expect(reply.status, reply.text).toBe(202);
  return settled(id);
};

describe('a script that is edited before it is drawn', () => {
  test('waits, takes edits, and is then drawn as edited', async () => {
    const id = await start({ scriptOnly: true });
    const waiting = await eventually('the script is there', async () => { const comic = await read(id); return comic.revision === 1 && comic.state === 'incomplete' && comic; }, 60_000);
    expect(waiting).toMatchObject({ isScriptOnly: true, pagesRevision: 0 });
    const { book } = await open(id);
    const line = listLines(book).find((one) => one.kind === 'speech')!;
    expect((await edit(id, 1, [text(line, 'Words of my own.')])).status).toBe(200);
    const done = await update(id);
    expect(done).toMatchObject({ state: 'done', isScriptOnly: false, revision: 2, pagesRevision: 2 });
    expect(done.pages.flatMap((page) => page.alternative.flatMap((panel) => panel.lines.map((one) => one.text)))).toContain('Words of my own.');
  }, 120_000);
});

describe('a finished comic', () => {
  let id: string;
  beforeAll(async () => {
    id = await start();
    expect((await settled(id)).state).toBe('done');
  }, 120_000);

  test('a changed word composes its page alone, draws nothing, and exports wait for it', async () => {
    const before = await read(id);
    const { book, revision } = await open(id);
    const line = listLines(book).find((one) => one.kind === 'speech')!;
    await edit(id, revision, [text(line, `${line.text.en} Really.`)]);
    const refused = await call('POST', `/${id}/exports`, { format: 'cbz' });
    expect((await call('POST', `/${id}/exports`, { format: 'koma' })).status, 'a bundle is the book, whatever its pages show').toBe(202);
    expect((await call('POST', `/${id}/exports`, { format: 'pdf', language: 'ja' })).status, 'pages that there are not').toBeGreaterThanOrEqual(400);
    expect(ErrorBody.parse(refused.body).error.code).toBe('comics.pages-outdated');
    const after = await update(id);
    const changed = after.pages.filter((page, i) => page.picture !== before.pages[i]?.picture);
    expect(after.pagesRevision).toBe(after.revision);
    expect(changed.length).toBeGreaterThanOrEqual(1);
    expect(changed.length).toBeLessThan(after.pages.length);
    expect(after.panelStates.map((panel) => panel.picture)).toEqual(before.panelStates.map((panel) => panel.picture));
    expect((await call('POST', `/${id}/exports`, { format: 'cbz' })).status).toBe(202);
  }, 120_000);

  test('a step taken back leaves nothing to bring up to date, and files stay current', async () => {
    const before = await read(id);
    await call('POST', `/${id}/exports`, { format: 'cbz' });
    await eventually('the file is there', async () => (await read(id)).files.some((file) => file.format === 'cbz' && !file.isOutdated), 60_000);
    const { book, revision } = await open(id);
    const line = listLines(book).find((one) => one.kind === 'speech')!;
    const ops = [text(line, 'Something else.'), { op: 'set', kind: 'character', id: book.bible.cast[0]!.id, field: 'name', value: 'Somebody' } as const];
    const { inverse } = applyEdit(book, ops);
    await edit(id, revision, ops);
    expect((await read(id)).pagesRevision).toBe(before.pagesRevision);
    await edit(id, revision + 1, inverse);
    const after = await read(id);
    expect(after).toMatchObject({ revision: revision + 2, pagesRevision: revision + 2 });
    expect(after.files.findLast((file) => file.format === 'cbz')).toMatchObject({ isOutdated: false });
    expect((await call('POST', `/${id}/exports`, { format: 'cbz' })).status).toBe(202);
    await edit(id, revision + 2, [text(line, 'Something else.')]);
    expect((await read(id)).pagesRevision, 'another change counts').toBe(revision + 2);
    await update(id);
  }, 120_000);

  test('a changed look makes exactly its panels stale, and only they are drawn again; a locked one stays', async () => {
    const { book, revision } = await open(id);
    const who = book.bible.cast[0]!;
    const shown = listPanels(book).filter((panel) => panel.characters.some((person) => person.id === who.id)).map((panel) => panel.id);
    expect(shown.length).toBeGreaterThan(1);
    await edit(id, revision, [{ op: 'set', kind: 'character', id: who.id, field: 'look', value: { ...who.look, hair: 'mohawk' } }, { op: 'set', kind: 'panel', id: shown[0]!, field: 'isLocked', value: true }]);
    const stale = (await call('GET', `/${id}/stale`)).body as { items: { panelId: string; reason: string; isLocked: boolean }[]; cost: number };
    expect(stale.items.map((item) => item.panelId).sort()).toEqual([...shown].sort());
    expect(stale.cost).toBe(0);
    const before = await read(id);
    const after = await update(id, 'stale');
    const changed = after.panelStates.filter((panel, i) => panel.picture !== before.panelStates[i]?.picture).map((panel) => panel.id);
    expect(changed.sort()).toEqual(shown.slice(1).sort());
    expect(((await call('GET', `/${id}/stale`)).body as typeof stale).items).toMatchObject([{ panelId: shown[0], isLocked: true }]);
    expect(await takesOf(id, shown[1]!)).toHaveLength(2);
  }, 120_000);

  test('a take asked for in words stands beside the others until it is adopted', async () => {
    const { book } = await open(id);
    const panel = listPanels(book).find((one) => one.characters.length > 0 && !one.isLocked)!;
    const before = await read(id);
    const asked = await call('POST', `/${id}/panels/${panel.id}/takes`, { request: 'close-up, at night' });
    expect(asked.status, asked.text).toBe(202);
    const take = await doneTake(id, panel.id, (asked.body as Take).id);
    expect(take).toMatchObject({ state: 'done', provider: 'storyboard', isShown: false, directions: { shot: 'close-up', time: 'night' } });
    expect((await read(id)).pages).toEqual(before.pages);
    await edit(id, before.revision, [{ op: 'set', kind: 'panel', id: panel.id, field: 'adoptedTakeId', value: take!.id }]);
    const after = await update(id);
    expect(after.panelStates.find((one) => one.id === panel.id)?.picture).not.toBe(before.panelStates.find((one) => one.id === panel.id)?.picture);
    expect((await takesOf(id, panel.id)).find((one) => one.isShown)?.id).toBe(take!.id);
    expect((await call('GET', `/${id}/drawings/${take!.drawing!.split('/').at(-1)}`)).status).toBe(200);
  }, 120_000);

  test('a picture of one\'s own fills its panel; garbage and bombs end in a clear state', async () => {
    const { book, revision } = await open(id);
    const panel = listPanels(book).find((one) => !one.isLocked)!;
    const photo = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#c33' } }).jpeg().toBuffer();
    const upload = (bytes: Uint8Array) => server.call('POST', `/api/v1/comics/${id}/panels/${panel.id}/takes/upload`, { headers: author.headers, raw: { type: 'image/jpeg', bytes } });
    const sent = await upload(photo);
    expect(sent.status, sent.text).toBe(201);
    const take = await doneTake(id, panel.id, (sent.body as Take).id);
    expect(take).toMatchObject({ state: 'done', provider: 'own', width: 900, height: 500 });
    await edit(id, revision, [{ op: 'set', kind: 'panel', id: panel.id, field: 'adoptedTakeId', value: take!.id }, { op: 'set', kind: 'panel', id: panel.id, field: 'crop', value: { x: 0.2, y: 0.5, zoom: 1.5 } }]);
    const after = await update(id);
    expect(after.state).toBe('done');
    const picture = await server.call('GET', after.panelStates.find((one) => one.id === panel.id)?.picture ?? '', { headers: author.headers });
    expect(picture.text).toContain('data:image/jpeg;base64,');

    expect(ErrorBody.parse((await upload(new TextEncoder().encode('<svg/>'))).body).error.code).toBe('pictures.not-a-picture');
    const bomb = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: '#fff' }, limitInputPixels: false }).png().toBuffer();
    const bombed = await doneTake(id, panel.id, ((await upload(bomb)).body as Take).id);
    expect(bombed).toMatchObject({ state: 'failed', error: { code: 'pictures.too-many-pixels' } });
    const torn = await doneTake(id, panel.id, ((await upload(photo.subarray(0, 300))).body as Take).id);
    expect(torn).toMatchObject({ state: 'failed', error: { code: 'pictures.not-a-picture' } });
  }, 120_000);

  test('versions are kept, compared and restored; restoring loses nothing', async () => {
    const { book, revision } = await open(id);
    const kept = (await call('POST', `/${id}/versions`, { name: 'First' })).body as Version;
    const line = listLines(book)[0]!;
    await edit(id, revision, [{ op: 'text', id: line.id, language: 'en', from: line.text.en ?? '', to: 'Changed after the version.' }]);
    expect(((await call('GET', `/${id}/versions/${kept.id}`)).body as { book: Book }).book).toEqual(book);
    expect((await call('POST', `/${id}/versions/${kept.id}/restore`, {})).status).toBe(200);
    expect((await open(id)).book).toEqual(book);
    const { items } = (await call('GET', `/${id}/versions`)).body as { items: Version[] };
    expect(items.map((version) => version.name)).toEqual(['Before “First” was restored', 'First']);
    expect(((await call('GET', `/${id}/edits?after=${revision + 1}`)).body as { items: { ops: unknown }[] }).items).toMatchObject([{ ops: null }]);
  }, 60_000);

  test('a copy, a rename and a link are what they say', async () => {
    const copy = (await call('POST', `/${id}/duplicate`, {})).body as { id: string; title: string };
    expect(copy.title).toBe('The kettle (copy)');
    const [first, second] = [await read(id), await read(copy.id)];
    expect(second.pages.map((page) => page.picture?.split('/').at(-1))).toEqual(first.pages.map((page) => page.picture?.split('/').at(-1)));
    expect((await call('PATCH', `/${copy.id}`, { title: 'Second' })).status).toBe(200);
    expect((await open(copy.id)).book.title).toBe('Second');
    expect((await update(copy.id)).state).toBe('done');
    expect((await open(id)).book.title).toBe('The kettle');
    const panelId = listPanels((await open(copy.id)).book)[1]?.id ?? '';
    const there = await takesOf(copy.id, panelId);
    const asked = (await call('POST', `/${copy.id}/panels/${panelId}/takes`, {})).body as Take;
    const drawn = await doneTake(copy.id, panelId, asked.id);
    expect(there.map((take) => take.picture), 'in a copy as well a further take shows something else').not.toContain(drawn?.picture);
    expect((await call('POST', `/${id}/panels/${panelId}/takes`, {})).status).toBe(202);

    const { token } = (await call('POST', `/${id}/share`, {})).body as { token: string };
    const shared = await server.call('GET', `/api/v1/shared/${token}`);
    const page = (shared.body as { pages: { picture: string; panels: unknown[] }[] }).pages.find((one) => one.panels.length > 0);
    expect((await server.call('GET', page?.picture ?? '')).headers.get('content-type')).toBe('image/svg+xml');
    const titles = async () => [(await server.call('GET', `/api/v1/shared/${token}`)).body, (await call('GET', `/${id}/reading`)).body, await read(id)].map((one) => (one as { title: string }).title);
    expect((await call('PATCH', `/${id}`, { title: 'The pot' })).status).toBe(200);
    expect(await titles(), 'a link shows what stands on its pages').toEqual(['The kettle', 'The pot', 'The pot']);
    expect((await update(id)).state).toBe('done');
    expect(await titles()).toEqual(['The pot', 'The pot', 'The pot']);
    expect((await call('DELETE', `/${id}/share`)).status).toBe(200);
    expect((await server.call('GET', `/api/v1/shared/${token}`)).status).toBe(404);
  }, 120_000);
});

test('an export of one\'s own things holds each comic; the end of an account takes them along', async () => {
  const somebody = await server.account('user');
  const id = (await call('POST', '', { text: STORY, options: { language: 'en', title: '../a/b: "c"' } }, somebody)).body as { id: string };
  await eventually('the comic is made', async () => ((await call('GET', `/${id.id}`, undefined, somebody)).body as { state: string }).state === 'done', 60_000);
  const { app } = server;
  const owner = `user:${somebody.userId}` as OwnerRef;
  const { book, revision } = (await call('GET', `/${id.id}/book`, undefined, somebody)).body as { book: Book; revision: number };
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#36c' } }).png().toBuffer();
  const own = await server.call('POST', `/api/v1/comics/${id.id}/panels/${listPanels(book)[0]?.id}/takes/upload`, { headers: somebody.headers, raw: { type: 'image/png', bytes: photo } });
  expect(own.status, own.text).toBe(201);
  expect((await call('POST', `/${id.id}/edits`, { clientId: 'test-client', clientSeq: 1, baseRevision: revision, ops: [{ op: 'set', kind: 'book', id: book.id, field: 'author', value: 'Somebody' }] }, somebody)).status).toBe(200);
  const isDecoded = async () => (await call('GET', `/${id.id}/takes`, undefined, somebody)).body as { items: Take[] };
  await eventually('the picture is read', async () => (await isDecoded()).items.some((take) => take.provider === 'own' && take.state === 'done'), 60_000);
  const paths: string[] = [];
  let kept: Book | undefined;
  for await (const file of app.works.exportAll({ db: app.client.db, objects: app.ports.objects, owner, signal: new AbortController().signal })) {
    paths.push(file.path);
    if (file.path.endsWith('/book.json')) kept = JSON.parse(new TextDecoder().decode(file.bytes)) as Book;
  }
  expect(kept?.author, 'the book as it stands').toBe('Somebody');
  expect(paths).toEqual(expect.arrayContaining([expect.stringMatching(/\/takes\/[^/]+-own\.(png|webp|jpg)$/), expect.stringMatching(/\/takes\/[^/]+-storyboard\.svg$/)]));
  expect(paths.filter((path) => path.includes('..'))).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining([expect.stringMatching(/^comics\/0001-[^/]+\/story\.txt$/), expect.stringMatching(/\/book\.json$/), expect.stringMatching(/\/pages\/003\.svg$/)]));
  await app.client.db.transaction().execute((tx) => app.works.removeAll(tx, owner));
  expect((await call('GET', `/${id.id}`, undefined, somebody)).status).toBe(404);
}, 120_000);

describe('a bundle', () => {
  test('brings the book, its chosen takes and its own pictures to another shelf, twice if wanted', async () => {
    const id = await start();
    expect((await settled(id)).state).toBe('done');
    const { book, revision } = await open(id);
    const [first, second] = listPanels(book) as [ReturnType<typeof listPanels>[number], ReturnType<typeof listPanels>[number]];
    const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#36c' } }).jpeg().toBuffer();
    const own = (await server.call('POST', `/api/v1/comics/${id}/panels/${first.id}/takes/upload`, { headers: author.headers, raw: { type: 'image/jpeg', bytes: photo } })).body as Take;
    const asked = (await call('POST', `/${id}/panels/${second.id}/takes`, { request: 'extreme close-up' })).body as Take;
    for (const take of [own, asked]) expect((await doneTake(id, take.panelId, take.id))?.state).toBe('done');
    await edit(id, revision, [own, asked].map((take) => ({ op: 'set', kind: 'panel', id: take.panelId, field: 'adoptedTakeId', value: take.id })));
    const whole = await update(id);
    await call('POST', `/${id}/exports`, { format: 'koma' });
    const file = await eventually('the bundle is there', async () => (await read(id)).files.find((one) => one.format === 'koma'), 30_000);
    const bundle = await server.call('GET', file?.address ?? '', { headers: author.headers });
    const isOutdated = async () => (await read(id)).files.map((one) => one.isOutdated);
    expect(await isOutdated()).toEqual([false]);
    expect((await call('PATCH', `/${id}/panels/${second.id}/takes/${asked.id}`, { isRejected: true })).status).toBe(200);
    expect(await isOutdated(), 'a take was put aside').toEqual([true]);
    expect((await call('PATCH', `/${id}/panels/${second.id}/takes/${asked.id}`, { isRejected: false })).status).toBe(200);
    expect(await isOutdated(), 'it is back').toEqual([false]);
    for (const _ of [1, 2]) {
      const sent = await server.call('POST', '/api/v1/comics/import', { headers: author.headers, raw: { type: 'application/vnd.komawari+zip', bytes: bundle.bytes } });
      expect(sent.status, sent.text).toBe(202);
      const copy = await settled((sent.body as { id: string }).id);
      expect(copy).toMatchObject({ state: 'done', title: whole.title, pageCount: whole.pageCount });
      const pictures = await Promise.all([whole, copy].map(async (comic) => (await server.call('GET', comic.panelStates.find((panel) => panel.id === second.id)?.picture ?? '', { headers: author.headers })).text));
      expect(pictures[1]).toBe(pictures[0]);
      expect((await server.call('GET', copy.panelStates.find((panel) => panel.id === first.id)?.picture ?? '', { headers: author.headers })).text).toContain('data:image/jpeg');
    }
    const torn = await server.call('POST', '/api/v1/comics/import', { headers: author.headers, raw: { type: 'application/zip', bytes: bundle.bytes.subarray(0, 900) } });
    expect(torn.status).toBeGreaterThanOrEqual(400);
    expect(torn.status).toBeLessThan(500);
    const inside = unzipSync(bundle.bytes);
    const words = JSON.parse(strFromU8(inside['book.json']!)) as Book;
    listLines(words)[0]!.text.en = 'endless '.repeat(501);
    const endless = await server.call('POST', '/api/v1/comics/import', { headers: author.headers, raw: { type: 'application/zip', bytes: zipSync({ ...inside, 'book.json': strToU8(JSON.stringify(words)) }) } });
    expect(ErrorBody.parse(endless.body).error.code).toBe('comics.edit-too-large');
  }, 180_000);
});

describe('edits', () => {
  let id: string;
  beforeAll(async () => {
    id = await start({ scriptOnly: true });
    await eventually('the script is there', async () => (await read(id)).revision === 1, 60_000);
  }, 90_000);

  test('of many pages at once all count, once each, in one order', async () => {
    const { book } = await open(id);
    const note = (i: number): EditOp => ({ op: 'insert', kind: 'fact', parentId: book.id, afterId: null, item: { id: `f${i}`, subject: 'Mara', text: `Note ${i}` } });
    const replies = await Promise.all(Array.from({ length: 24 }, (_, i) => edit(id, 1, [note(i)], `client-${i % 6}00`)));
    expect(replies.map((reply) => reply.status)).toEqual(Array(24).fill(200));
    const now = await open(id);
    expect(now.revision).toBe(25);
    const { items } = (await call('GET', `/${id}/edits?after=1`)).body as { items: { revision: number; ops: EditOp[] }[] };
    expect(items.map((item) => item.revision)).toEqual(Array.from({ length: 24 }, (_, i) => i + 2));
    expect(items.reduce((of, item) => applyEdit(of, item.ops).book, book)).toEqual(now.book);
    expect(now.book.bible.facts.map((fact) => fact.id).sort()).toEqual(Array.from({ length: 24 }, (_, i) => `f${i}`).sort());
  }, 60_000);

  test('of the largest step come in, in pieces and within what a request may hold, and the cast is renamed by one', async () => {
    const { book, revision } = await open(id);
    const panel = listPanels(book)[0]!;
    const line = panel.lines[0]!;
    const lines = Array.from({ length: 6000 }, (_, i): EditOp => ({ op: 'insert', kind: 'line', parentId: panel.id, afterId: null, item: { ...line, id: `many-${i}`, text: { en: 'Words. '.repeat(40) }, order: 0 } }));
    const pieces = splitStep(lines);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect((await edit(id, revision, piece)).status).toBe(200);
    const who = book.bible.cast[0]!;
    const now = await open(id);
    expect((await edit(id, now.revision, renameCharacter(now.book, who.id, 'Another'))).status).toBe(200);
    expect(listLines((await open(id)).book).filter((one) => one.speakerId === line.speakerId && one.speaker === (line.speakerId === who.id ? 'Another' : line.speaker)).length).toBeGreaterThan(6000);
    expect((await edit(id, now.revision + 1, lines.map((op) => ({ op: 'remove', kind: 'line', id: op.op === 'insert' ? op.item.id : '' } as EditOp)).slice(0, 5001))).status).toBe(400);
    for (const piece of splitStep(lines.map((op): EditOp => ({ op: 'remove', kind: 'line', id: op.op === 'insert' ? op.item.id : '' })))) expect((await edit(id, now.revision + 1, piece)).status).toBe(200);
  }, 60_000);

  test('sent twice count once; what does not fit is refused and changes nothing', async () => {
    const { book, revision } = await open(id);
    const body = { clientId: 'twice-000', clientSeq: 1, baseRevision: revision, ops: setSpeaker(book, listLines(book)[0]!.id, { name: 'Somebody' }) };
    const [first, second] = [await call('POST', `/${id}/edits`, body), await call('POST', `/${id}/edits`, body)];
    expect((second.body as { revision: number }).revision).toBe((first.body as { revision: number }).revision);
    for (const ops of [[{ op: 'set', kind: 'panel', id: 'x', field: '__proto__', value: {} }], [{ op: 'insert', kind: 'fact', parentId: book.id, afterId: null, item: { id: '<x>' } }], [{ op: 'set', kind: 'book', id: book.id, field: 'title', value: 'x'.repeat(4000) }], [{ op: 'bogus' }], []]) {
      const reply = await call('POST', `/${id}/edits`, { clientId: 'wrong-000', clientSeq: (seq += 1), baseRevision: revision, ops });
      expect(reply.status, JSON.stringify(ops)).toBe(400);
    }
    expect((await open(id)).revision).toBe(revision + 1);
  });

  test('a book that was edited a hundred times and more opens as it was left', async () => {
    const { book } = await open(id);
    const line = listLines(book)[1]!;
    let before = line.text.en ?? '';
    for (let i = 0; i < 120; i += 1) {
      const { revision } = await open(id);
      await edit(id, revision, [{ op: 'text', id: line.id, language: 'en', from: before, to: `Edit ${i}` }]);
      before = `Edit ${i}`;
    }
    const row = await server.app.client.db.selectFrom('comic').select(['base_revision', 'revision']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.base_revision).toBeGreaterThan(100);
    expect(listLines((await open(id)).book)[1]!.text.en).toBe('Edit 119');
  }, 60_000);

  test('of a stranger answer as for a missing comic', async () => {
    for (const path of ['book', 'edits', 'versions', 'takes', 'stale', 'reading', 'share']) expect((await call('GET', `/${id}/${path}`, undefined, stranger)).status, path).toBe(404);
    expect((await call('POST', `/${id}/edits`, { clientId: 'stranger0', clientSeq: 1, baseRevision: 1, ops: [{ op: 'remove', kind: 'panel', id: 'x' }] }, stranger)).status).toBe(404);
  });
});

describe('numbers and names that no page of ours sends', () => {
  test('are refused, and never stand in the way of a version that comes back', async () => {
    const id = await start({ scriptOnly: true });
    await eventually('the script is there', async () => { const comic = await read(id); return comic.revision === 1 && comic.state === 'incomplete' && comic; }, 60_000);
    const { book } = await open(id);
    const ops: EditOp[] = [{ op: 'set', kind: 'book', id: book.id, field: 'title', value: 'Another' }];
    for (const body of [{ clientId: 'test-client', clientSeq: 2 ** 40, baseRevision: 1, ops }, { clientId: 'test-client', clientSeq: 1, baseRevision: 2 ** 40, ops }]) expect((await call('POST', `/${id}/edits`, body)).status).toBe(400);
    expect((await call('GET', `/${id}/edits?after=99999999999`)).status).toBe(400);
    const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
    expect((await call('POST', `/${id}/edits`, { clientId: 'test-client', clientSeq: 1, baseRevision: 1, ops: [{ ...ops[0], was: deep }] })).status).toBe(400);
    const kept = (await call('POST', `/${id}/versions`, { name: 'First' })).body as Version;
    expect((await call('POST', `/${id}/edits`, { clientId: 'restored', clientSeq: 3, baseRevision: 1, ops })).status).toBe(200);
    expect((await call('POST', `/${id}/versions/${kept.id}/restore`)).status).toBe(200);
    expect((await open(id)).book.title).toBe(book.title);
    expect((await edit(id, 3, [{ op: 'set', kind: 'book', id: book.id, field: 'author', value: 'half \ud83d and\0 nothing' }])).status).toBe(200);
    expect((await open(id)).book.author).toBe('half \ufffd and nothing');
  }, 120_000);
});

describe('a comic that is being made or drawn again', () => {
  test('gives a copy that stands still and can be continued', async () => {
    const id = await start({ text: STORY.repeat(12) });
    await eventually('its panels are being drawn', async () => { const comic = await read(id); return comic.state === 'running' && comic.revision > 0; }, 60_000);
    const copy = (await call('POST', `/${id}/duplicate`)).body as { id: string; state: string };
    expect(copy.state).toBe('cancelled');
    await settled(id);
    expect((await call('POST', `/${copy.id}/continue`)).status).toBe(200);
    expect((await settled(copy.id)).state).toBe('done');
  }, 120_000);

  test('is exported as it is drawn now, and its earlier files are told as outdated', async () => {
    const id = await start();
    await settled(id);
    const { book, revision } = await open(id);
    const who = book.bible.cast[0]!;
    await edit(id, revision, [{ op: 'set', kind: 'character', id: who.id, field: 'look', value: { ...who.look, hair: 'mohawk' } }]);
    await update(id);
    const first = (await call('POST', `/${id}/exports`, { format: 'cbz' })).body as { id: string };
    await eventually('the file is there', async () => (await read(id)).files.length === 1, 60_000);
    expect((await read(id)).files.map((file) => file.isOutdated)).toEqual([false]);
    expect((await call('POST', `/${id}/exports`, { format: 'cbz' })).body).toMatchObject({ id: first.id });
    expect((await update(id, 'stale')).files.map((file) => file.isOutdated)).toEqual([true]);
    expect(((await call('POST', `/${id}/exports`, { format: 'cbz' })).body as { id: string }).id).not.toBe(first.id);
  }, 120_000);
});
