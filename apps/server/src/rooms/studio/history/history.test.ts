import { Board, Generation, Picture, PictureWithRecipe, RecalledRecipe, type OwnerRef, type PictureId, type ProviderId } from '@komawari/contract';
import { openZip } from '@komawari/comic/zip';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider, type Script } from '../testing/scripted-provider.ts';
import { tidyPictures } from './chores.ts';

let script: Script;
let server: BootedServer;
let me: Account;
let provider: ProviderId;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  provider = await addScripted(server.app, { images: [{ ...SCRIPTED_MODEL, negativePromptMax: 4000 }] });
}, 60_000);
afterAll(() => server.close());
// Everybody begins with nothing.
beforeEach(async () => { me = await server.account('user'); });

const api = (method: string, path: string, options: CallOptions = {}, who = me) => server.call(method, `/api/v1/studio${path}`, { headers: who.headers, ...options });
const size = { kind: 'pixels', width: 64, height: 64 };
const codeOf = ({ body }: { body: unknown }) => (body as { error: { code: string } }).error.code;
const ownerOf = (who = me) => `user:${who.userId}` as OwnerRef;

async function draw(recipe: object): Promise<Picture[]> {
  const reply = await api('POST', '/generations', { body: { recipe: { size, ...recipe } } });
  expect(reply.status, reply.text).toBe(202);
  return ended(Generation.parse(reply.body).id);
}

const ended = (id: string) => eventually('the generation ends', async () => {
  const { pictures } = Generation.parse((await api('GET', `/generations/${id}`)).body);
  return pictures.every(({ state }) => !['queued', 'running'].includes(state)) && pictures;
});

async function found(query = ''): Promise<Picture[]> {
  const reply = await api('GET', `/pictures${query}`);
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as { items: unknown[] }).items.map((item) => Picture.parse(item));
}

const prompts = async (query: string) => (await found(query)).map(({ prompt }) => prompt);
const bulk = async (pictureIds: readonly string[], change: object, who = me) => {
  const reply = await api('POST', '/pictures/bulk', { body: { pictureIds, change } }, who);
  expect(reply.status, reply.text).toBe(200);
  return reply.body as { changed: string[]; skipped: string[] };
};

test('pictures are found by parts of words in any script, in prompt, negative prompt and note', async () => {
  const [fox] = await draw({ prompt: 'A Red Fox, 100%_sharp', negativePrompt: 'extra fingers' });
  await draw({ prompt: '屋顶上的一只猫，ｆｕｌｌ ｗｉｄｔｈ' });
  await draw({ prompt: '東京タワーの上のねこ' });
  await api('PATCH', `/pictures/${fox!.id}`, { body: { note: 'Für Großmutter' } });
  const q = (words: string) => prompts(`?q=${encodeURIComponent(words)}`);
  const [foxes, cats, towers] = [['A Red Fox, 100%_sharp'], ['屋顶上的一只猫，ｆｕｌｌ ｗｉｄｔｈ'], ['東京タワーの上のねこ']];
  expect([await q('red'), await q('ED FO'), await q('fox red'), await q('FINGER'), await q('großm'), await q('0%_s')]).toEqual([foxes, foxes, foxes, foxes, foxes, foxes]);
  expect([await q('屋顶'), await q('猫'), await q('一只'), await q('full width'), await q('タワ'), await q('ねこ')]).toEqual([cats, cats, cats, cats, towers, towers]);
  expect(await q('上')).toHaveLength(2);
  expect(await q('x')).toEqual(foxes);
  for (const nothing of ['dog', 'fox 猫', '%', '屋上', '\\']) expect(await q(nothing), nothing).toEqual(nothing === '%' ? foxes : []);
  expect((await api('GET', '/pictures?q=%00')).status).toBe(400);
});

test('filters, pages that stay while pictures are drawn, and how many there are', async () => {
  const old = await draw({ prompt: 'old', count: 3 });
  script.acts.set('bad', ['refused']);
  const [refused] = await draw({ prompt: 'bad' });
  const [a, b] = old;
  await api('PATCH', `/pictures/${a!.id}`, { body: { isFavourite: true, tags: ['sea', ' sea ', '海'] } });
  expect((await found('?favourite=true')).map(({ id }) => id)).toEqual([a!.id]);
  expect((await found('?tag=sea')).map(({ id, tags }) => [id, tags])).toEqual([[a!.id, ['sea', '海']]]);
  expect((await found('?state=troubled')).map(({ id }) => id)).toEqual([refused!.id]);
  expect(await found('?state=open')).toEqual([]);
  expect(await found(`?generationId=${a!.generationId}`)).toHaveLength(3);
  expect(await found(`?providerId=${provider}&modelId=scripted`)).toHaveLength(3);
  expect(await found(`?providerId=${provider}&modelId=another`)).toEqual([]);
  expect((await found(`?from=${encodeURIComponent(refused!.createdAt)}`)).map(({ id }) => id)).toEqual([refused!.id]);
  expect(await found(`?to=${encodeURIComponent(refused!.createdAt)}`)).toHaveLength(3);
  expect((await api('GET', '/pictures?from=yesterday')).status).toBe(400);

  const first = (await api('GET', '/pictures?limit=2&count=true')).body as { items: Picture[]; next: string; total: number };
  await draw({ prompt: 'new' });
  const second = (await api('GET', `/pictures?limit=2&after=${first.next}`)).body as { items: Picture[]; next: string | null; total: null };
  expect([first.total, second.total, second.next]).toEqual([4, null, null]);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([refused!, ...old].map(({ id }) => id));
  expect((await api('GET', '/tags')).body).toEqual({ items: [{ tag: 'sea', count: 1 }, { tag: '海', count: 1 }] });
  expect((await api('GET', '/used-models')).body).toEqual({ items: [{ providerId: provider, modelId: 'scripted', providerName: 'Scripted', modelName: 'Scripted', count: 4 }] });
  expect(b!.isFavourite).toBe(false);
});

test('one picture tells its whole recipe', async () => {
  const [, second] = await draw({ prompt: 'two cats', count: 2, seed: 40, negativePrompt: 'dogs' });
  const reply = await api('GET', `/pictures/${second!.id}`);
  expect(PictureWithRecipe.parse(reply.body)).toMatchObject({ id: second!.id, providerName: 'Scripted', modelName: 'Scripted', recipe: { prompt: 'two cats', negativePrompt: 'dogs', seed: 41, count: 1, size, model: { providerId: provider, modelId: 'scripted' } } });
});

test('boards: made, filled, named anew, taken away; their pictures stay', async () => {
  const [one, two] = await draw({ prompt: 'for a board', count: 2 });
  const board = Board.parse((await api('POST', '/boards', { body: { name: ' Sea\n ' } })).body);
  expect([board.name, board.count, board.coverUrl]).toEqual(['Sea', 0, null]);
  expect(await bulk([one!.id, two!.id], { kind: 'board', boardId: board.id, isOn: true })).toEqual({ changed: [one!.id, two!.id].sort(), skipped: [] });
  expect((await bulk([two!.id], { kind: 'board', boardId: board.id, isOn: false })).changed).toEqual([two!.id]);
  expect((await found(`?boardId=${board.id}`)).map(({ id, boardIds }) => [id, boardIds])).toEqual([[one!.id, [board.id]]]);
  const renamed = Board.parse((await api('PATCH', `/boards/${board.id}`, { body: { name: '海' } })).body);
  expect(renamed).toMatchObject({ name: '海', count: 1, coverUrl: one!.thumbnailUrl });
  expect((await api('PATCH', `/pictures/${one!.id}`, { body: { boardIds: [] } })).body).toMatchObject({ boardIds: [] });
  expect((await api('PATCH', `/pictures/${one!.id}`, { body: { boardIds: [board.id, board.id] } })).body).toMatchObject({ boardIds: [board.id] });
  const [other, theirs] = [await server.account('user'), await server.account('owner')];
  const foreign = Board.parse((await api('POST', '/boards', { body: { name: 'theirs' } }, theirs)).body);
  expect(codeOf(await api('PATCH', `/pictures/${one!.id}`, { body: { boardIds: [foreign.id] } }))).toBe('studio.board-gone');
  expect(codeOf(await api('POST', '/pictures/bulk', { body: { pictureIds: [one!.id], change: { kind: 'board', boardId: foreign.id, isOn: true } } }))).toBe('studio.board-gone');
  expect([await api('PATCH', `/boards/${board.id}`, { body: { name: 'x' } }, other), await api('DELETE', `/boards/${board.id}`, {}, other)].map(({ status }) => status)).toEqual([404, 404]);
  expect((await api('DELETE', `/boards/${board.id}`)).body).toEqual({ isRemoved: true });
  expect((await found()).map(({ boardIds }) => boardIds)).toEqual([[], []]);
});

test('tags of many at once; those that would have too many stay as they are', async () => {
  const [one, two] = await draw({ prompt: 'tagged', count: 2 });
  const many = Array.from({ length: 50 }, (_, i) => `tag ${i}`);
  await api('PATCH', `/pictures/${two!.id}`, { body: { tags: many } });
  expect(await bulk([one!.id, two!.id], { kind: 'tags', add: ['b', 'a'], remove: [] })).toEqual({ changed: [one!.id], skipped: [two!.id] });
  await bulk([one!.id, two!.id], { kind: 'tags', add: ['c'], remove: ['a', 'tag 7'] });
  expect((await found()).map(({ tags }) => [tags.length, tags.includes('c')])).toEqual([[2, true], [50, true]]);
  for (const body of [{ tags: [...many, 'x'] }, { tags: [''] }, { note: 'x'.repeat(4001) }, { unknown: 1 }]) expect((await api('PATCH', `/pictures/${one!.id}`, { body })).status).toBe(400);
  for (const pictureIds of [[], Array(501).fill(one!.id), ['x']]) expect((await api('POST', '/pictures/bulk', { body: { pictureIds, change: { kind: 'trash' } } })).status).toBe(400);
});

describe('the trash', () => {
  // Bytes of one's own: the colour is the seed.
  let seed = 900;
  const trash = async (count: number, prompt: string) => {
    const pictures = await draw({ prompt, count, seed: (seed += 10) });
    expect((await bulk(pictures.map(({ id }) => id), { kind: 'trash' })).changed).toHaveLength(count);
    return pictures;
  };

  test('takes pictures out of sight, gives them back, and removes them for good', async () => {
    const [one, two] = await trash(2, 'thrown away');
    expect([await found(), (await found('?trash=true')).map(({ id, deletedAt }) => [id, typeof deletedAt])]).toEqual([[], [[one!.id, 'string'], [two!.id, 'string']]]);
    // They can still be looked at there.
    expect((await server.call('GET', one!.url!, { headers: me.headers })).status).toBe(200);
    expect((await server.call('GET', one!.thumbnailUrl!, { headers: me.headers })).status).toBe(200);
    expect((await api('PATCH', `/pictures/${one!.id}`, { body: { isFavourite: true } })).status).toBe(404);
    expect((await bulk([one!.id], { kind: 'restore' })).changed).toEqual([one!.id]);
    expect(await bulk([one!.id, two!.id], { kind: 'remove' })).toEqual({ changed: [two!.id], skipped: [one!.id] });
    expect((await found()).map(({ id }) => id)).toEqual([one!.id]);
    expect((await api('GET', `/pictures/${two!.id}`)).status).toBe(404);
    const { db } = server.app.client;
    expect(await db.selectFrom('task').select('id').where('id', '=', two!.taskId).execute()).toEqual([]);
    expect(await db.selectFrom('answer_cache').select('key').where('object_key', '=', (await db.selectFrom('picture').select('object_key').where('id', '=', one!.id).executeTakeFirstOrThrow()).object_key).execute()).toHaveLength(1);
  });

  test('leaves nothing of a generation whose pictures are all gone, and what they cost stays written down', async () => {
    const pictures = await trash(2, 'gone for good');
    const { db } = server.app.client;
    const keys = (await db.selectFrom('picture').select(['object_key', 'thumbnail_key']).where('generation_id', '=', pictures[0]!.generationId).execute()).flatMap((row) => [row.object_key!, row.thumbnail_key!]);
    expect((await server.app.works.namedObjects(db, keys as never[])).size).toBe(new Set(keys).size);
    expect((await api('DELETE', '/trash')).body).toEqual({ removed: 2 });
    expect((await api('GET', `/generations/${pictures[0]!.generationId}`)).status).toBe(404);
    expect(await db.selectFrom('stream').select('id').where('id', '=', pictures[0]!.generationId).execute()).toEqual([]);
    expect((await server.app.works.namedObjects(db, keys as never[])).size).toBe(0);
    expect(await db.selectFrom('hold').select('state').where('task_id', 'in', pictures.map(({ taskId }) => taskId)).execute()).toHaveLength(2);
  });

  test('empties itself after 30 days', async () => {
    const [one, two] = await trash(2, 'long ago');
    const { app } = server;
    await app.client.db.updateTable('picture').set({ trashed_at: new Date(app.ports.clock.now().getTime() - 30 * 86_400_000 - 1000) }).where('id', '=', one!.id).execute();
    await tidyPictures.run(app, new AbortController().signal);
    expect((await found('?trash=true')).map(({ id }) => id)).toEqual([two!.id]);
  });

  test('takes nothing that is being drawn, or whose outcome nobody knows', async () => {
    script.acts.set('lost', ['unknown']);
    const [lost] = await draw({ prompt: 'lost' });
    script.acts.set('long', ['hangs']);
    const { pictures: [running], taskId } = Generation.parse((await api('POST', '/generations', { body: { recipe: { size, prompt: 'long' } } })).body);
    expect((await bulk([lost!.id, running!.id], { kind: 'trash' })).skipped).toHaveLength(2);
    await eventually('it can be stopped', async () => (await server.call('POST', `/api/v1/tasks/${taskId}/cancel`, { headers: me.headers })).status === 200);
  });
});

describe('what ended badly', () => {
  test('is drawn again in its place: refused, failed, cancelled', async () => {
    for (const act of ['refused', 'invalid'] as const) {
      script.acts.set(act, [act]);
      const [picture] = await draw({ prompt: act });
      expect(['refused', 'failed']).toContain(picture!.state);
      const again = await api('POST', `/pictures/${picture!.id}/retry`);
      expect([again.status, Picture.parse(again.body).state]).toEqual([202, 'queued']);
      const [drawn] = await ended(picture!.generationId);
      expect([drawn!.id, drawn!.state, drawn!.error]).toEqual([picture!.id, 'done', null]);
      expect(codeOf(await api('POST', `/pictures/${picture!.id}/retry`))).toBe('tasks.nothing-to-continue');
    }
  });

  test('one picture of several is cancelled by its task, and drawn later', async () => {
    script.actOf = (request) => (request.prompt === 'one of two' && request.seed === 11 ? 'hangs' : undefined);
    const made = Generation.parse((await api('POST', '/generations', { body: { recipe: { size, prompt: 'one of two', count: 2, seed: 10 } } })).body);
    const slow = made.pictures[1]!;
    await eventually('it is on its way', () => script.asked.some(({ seed, prompt }) => prompt === 'one of two' && seed === 11));
    script.actOf = undefined;
    expect((await server.call('POST', `/api/v1/tasks/${slow.taskId}/cancel`, { headers: me.headers })).status).toBe(200);
    expect((await ended(made.id)).map(({ state }) => state)).toEqual(['done', 'cancelled']);
    expect((await api('POST', `/pictures/${slow.id}/retry`)).status).toBe(202);
    expect((await ended(made.id)).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('files', () => {
  test('a thumbnail is made with the picture, and neither ever changes', async () => {
    const [picture] = await draw({ prompt: 'small' });
    const [thumbnail, file] = await Promise.all([picture!.thumbnailUrl!, picture!.url!].map((url) => server.call('GET', url, { headers: me.headers })));
    expect([thumbnail!.status, thumbnail!.headers.get('content-type'), (await sharp(thumbnail!.bytes).metadata()).format]).toEqual([200, 'image/webp', 'webp']);
    for (const reply of [thumbnail!, file!]) expect(reply.headers.get('cache-control')).toContain('immutable');
  });

  test('carry their making when they are kept, unless one wants it otherwise; and are read again', async () => {
    const [picture] = await draw({ prompt: '猫 🐈 on a roof', seed: 77, negativePrompt: 'dogs' });
    const get = async (query: string) => server.call('GET', `${picture!.url}${query}`, { headers: me.headers });
    const recall = async (bytes: Uint8Array) => api('POST', '/read-making', { raw: { type: 'image/png', bytes } });
    const kept = await get('?download=true');
    expect(decodeURIComponent(kept.headers.get('content-disposition') ?? '')).toContain(`${picture!.createdAt.slice(0, 10)}-猫-on-a-roof-77.png`);
    expect(RecalledRecipe.parse((await recall(kept.bytes)).body)).toMatchObject({ source: 'komawari', modelName: 'Scripted', left: [], recipe: { prompt: '猫 🐈 on a roof', negativePrompt: 'dogs', seed: 77, size, model: { providerId: provider, modelId: 'scripted' } } });
    const original = await get('');
    expect((await sharp(original.bytes).metadata()).xmp).toBeUndefined();
    expect((await api('GET', '/settings')).body).toEqual({ keepsMaking: true });
    await api('PUT', '/settings', { body: { keepsMaking: false } });
    const told = async (query: string) => (await recall((await get(query)).bytes)).status;
    expect([await told('?download=true'), await told('?making=true'), await told('?making=false'), await told('')]).toEqual([422, 200, 422, 422]);
    expect((await sharp((await get('?download=true')).bytes).metadata()).xmp?.toString()).toContain('trainedAlgorithmicMedia');
    const nothing = await recall(original.bytes);
    expect([codeOf(nothing), nothing.text]).toEqual(['studio.no-making', expect.stringContaining('original file')]);
    expect(codeOf(await recall(new TextEncoder().encode('no picture')))).toBe('pictures.not-a-picture');
  });

  test('pictures that went in are recalled by whom they belong to, and nobody else', async () => {
    const png = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#abc' } }).png().toBuffer();
    const input = (await api('POST', '/inputs', { raw: { type: 'image/png', bytes: png } })).body as { id: string };
    const [picture] = await draw({ prompt: 'varied', ability: 'vary', sourceId: input.id, strength: 0.5 });
    const { bytes } = await server.call('GET', `${picture!.url}?making=true`, { headers: me.headers });
    const recall = async (who: Account) => RecalledRecipe.parse((await api('POST', '/read-making', { raw: { type: 'image/png', bytes } }, who)).body);
    expect(await recall(me)).toMatchObject({ recipe: { sourceId: input.id, strength: 0.5, ability: 'vary' }, left: [] });
    const stranger = await recall(await server.account('user'));
    expect([stranger.recipe.sourceId, stranger.left]).toEqual([undefined, ['source']]);
  });

  test('many come as one zip, with names that are free and their making inside', async () => {
    const pictures = await draw({ prompt: '../../etc: a "cat"?', count: 3, seed: 5 });
    const ids = pictures.map(({ id }) => id);
    const reply = await api('POST', '/zips', { body: { pictureIds: [...ids, ids[0], `picture_${'0'.repeat(26)}`] } });
    expect([reply.status, (reply.body as { count: number }).count]).toEqual([201, 3]);
    const { url } = reply.body as { url: string };
    await server.app.client.db.updateTable('picture').set({ object_key: '0'.repeat(64) }).where('id', '=', ids[2]!).execute();
    const file = await server.call('GET', url, { headers: me.headers });
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/zip', expect.stringContaining('komawari-')]);
    const zip = openZip(file.bytes, { entriesMax: 10, entryMaxBytes: 1e6, totalMaxBytes: 1e7 });
    const day = pictures[0]!.createdAt.slice(0, 10);
    expect(zip.names).toEqual([`${day}-etc-a-cat-5.png`, `${day}-etc-a-cat-6.png`, 'not-there.txt']);
    expect(Buffer.from(zip.read(zip.names[0]!)).toString('latin1')).toContain('Seed: 5');
    expect((await server.call('GET', url, { headers: (await server.account('owner')).headers })).status).toBe(404);
    await server.app.client.db.updateTable('picture_zip').set({ expires_at: new Date(0) }).execute();
    expect((await server.call('GET', url, { headers: me.headers })).status).toBe(404);
    expect((await api('POST', '/zips', { body: { pictureIds: ids } }, await server.account('user'))).status).toBe(404);
    await server.app.client.db.updateTable('picture').set({ size_bytes: 2_000_000_000 }).where('id', 'in', ids).execute();
    expect(codeOf(await api('POST', '/zips', { body: { pictureIds: ids } }))).toBe('studio.zip-large');
  });
});

describe('whose they are', () => {
  test('another person finds, changes and takes nothing', async () => {
    const [picture] = await draw({ prompt: 'mine alone' });
    const other = await server.account('owner');
    const path = `/pictures/${picture!.id}`;
    const replies = [await api('GET', path, {}, other), await api('PATCH', path, { body: { isFavourite: true } }, other), await api('POST', `${path}/retry`, {}, other), await server.call('GET', picture!.thumbnailUrl!, { headers: other.headers }), await server.call('GET', `${picture!.url}?making=true`, { headers: other.headers })];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    for (const change of [{ kind: 'favourite', isFavourite: true }, { kind: 'tags', add: ['x'] }, { kind: 'trash' }, { kind: 'restore' }, { kind: 'remove' }]) expect((await bulk([picture!.id], change, other)).skipped).toEqual([picture!.id]);
    expect((await api('GET', '/pictures?q=mine', {}, other)).body).toMatchObject({ items: [] });
    expect(await found()).toMatchObject([{ isFavourite: false, tags: [], deletedAt: null }]);
  });

  test('they move to another owner, stand in the export, and end with the account', async () => {
    const [picture] = await draw({ prompt: 'to be moved' });
    const board = Board.parse((await api('POST', '/boards', { body: { name: 'goes along' } })).body);
    await bulk([picture!.id], { kind: 'board', boardId: board.id, isOn: true });
    await api('PUT', '/settings', { body: { keepsMaking: false } });
    const { app } = server;
    const heir = await server.account('user');
    await inTransaction(app.client.db, (tx) => app.works.claimAll(tx, ownerOf(), ownerOf(heir)));
    expect(await found()).toEqual([]);
    me = heir;
    expect(await found()).toMatchObject([{ id: picture!.id, boardIds: [board.id] }]);
    expect((await api('GET', '/settings')).body).toEqual({ keepsMaking: false });
    const files = new Map<string, Uint8Array>();
    for await (const { path, bytes } of app.works.exportAll({ db: app.client.db, objects: app.ports.objects, owner: ownerOf(), signal: new AbortController().signal })) files.set(path, bytes);
    expect([...files.keys()]).toEqual(['pictures/pictures.json', expect.stringMatching(/^pictures\/00001-.*to-be-moved.*\.png$/)]);
    expect(JSON.parse(Buffer.from(files.get('pictures/pictures.json')!).toString())).toMatchObject({ boards: [{ name: 'goes along' }], pictures: [{ prompt: 'to be moved', boardIds: [board.id] }] });
    await inTransaction(app.client.db, (tx) => app.works.removeAll(tx, ownerOf()));
    const { db } = app.client;
    const left = await Promise.all([db.selectFrom('picture').select('id').where('owner', '=', ownerOf()).execute(), db.selectFrom('board').select('id').where('owner', '=', ownerOf()).execute(), db.selectFrom('studio_setting').select('owner').where('owner', '=', ownerOf()).execute()]);
    expect(left).toEqual([[], [], []]);
  });
});

test('a picture that is not there says so', async () => {
  const nothing = 'picture_00000000000000000000000000' as PictureId;
  expect((await api('GET', `/pictures/${nothing}`)).status).toBe(404);
  expect((await bulk([nothing], { kind: 'trash' })).skipped).toEqual([nothing]);
});
