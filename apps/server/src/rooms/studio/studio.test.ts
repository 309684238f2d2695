import { Generation, ImageModelOffer, Picture, PictureInputFile, type PictureId } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addScripted } from './testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider, type Script } from './testing/scripted-provider.ts';

let script: Script;
let server: BootedServer;
let me: Account;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  me = await server.account('user');
}, 60_000);
afterAll(() => server.close());
beforeEach(() => { script.billed = 0; });

const api = (method: string, path: string, options: CallOptions = {}) => server.call(method, `/api/v1/studio${path}`, { headers: me.headers, ...options });
const png = (width: number, height: number, background = '#fff') => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();
const size = { kind: 'pixels', width: 64, height: 64 };

async function draw(recipe: object): Promise<Generation> {
  const reply = await api('POST', '/generations', { body: { recipe: { size, ...recipe } } });
  expect(reply.status, reply.text).toBe(202);
  const { id } = Generation.parse(reply.body);
  return eventually('the generation ends', async () => {
    const now = Generation.parse((await api('GET', `/generations/${id}`)).body);
    return now.pictures.every(({ state }) => !['queued', 'running'].includes(state)) && now;
  });
}

test('without a provider it says who can add one', async () => {
  const reply = await api('POST', '/generations', { body: { recipe: { prompt: 'a cat' } } });
  expect([reply.status, reply.text]).toEqual([409, expect.stringContaining('An administrator adds one')]);
  expect((await api('GET', '/models')).body).toEqual({ items: [] });
  await addScripted(server.app, { secrets: { apiKey: 'very secret' } });
  const { items } = (await api('GET', '/models')).body as { items: unknown[] };
  expect(items.map((item) => ImageModelOffer.parse(item))).toMatchObject([{ providerName: 'Scripted', isDefault: true, bills: true, model: SCRIPTED_MODEL }]);
});

test('a recipe comes back whole, its pictures can be fetched and listed, and nobody else sees them', async () => {
  const made = await draw({ prompt: '一只猫 🐈', count: 3, seed: 5 });
  expect(made.recipe).toMatchObject({ prompt: '一只猫 🐈', count: 3, seed: 5, size });
  expect(made.pictures.map(({ state, seed, width, model }) => [state, seed, width, model?.modelId])).toEqual([5, 6, 7].map((seed) => ['done', seed, 16, 'scripted']));
  const file = await server.call('GET', made.pictures[1]?.url ?? '', { headers: me.headers });
  expect([file.status, file.headers.get('content-type'), (await sharp(file.bytes).metadata()).width]).toEqual([200, 'image/png', 16]);
  const stranger = await server.account('owner');
  expect((await server.call('GET', made.pictures[1]?.url ?? '', { headers: stranger.headers })).status).toBe(404);

  const pages: Picture[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page = (await api('GET', `/pictures?limit=2${next ? `&after=${next}` : ''}`)).body as { items: unknown[]; next: string | null };
    pages.push(...page.items.map((item) => Picture.parse(item)));
    next = page.next;
  }
  expect(new Set(pages.map(({ id }) => id)).size).toBe(3);
  expect((await api('GET', '/pictures?after=nonsense')).status).toBe(400);
});

test('a picture that is given is turned upright and sent without its metadata; a mask needs its model', async () => {
  const turned = await sharp(await png(40, 20)).jpeg().withMetadata({ orientation: 6 }).withExif({ IFD0: { Copyright: 'somebody' } }).toBuffer();
  const input = PictureInputFile.parse((await api('POST', '/inputs', { raw: { type: 'image/jpeg', bytes: turned } })).body);
  const mine = PictureInputFile.parse((await api('POST', '/inputs', { raw: { type: 'image/png', bytes: await png(20, 40) } })).body);
  expect([mine.width, mine.height, mine.mediaType]).toEqual([20, 40, 'image/png']);
  script.asked.length = 0;
  const { pictures } = await draw({ prompt: 'the same at night', ability: 'vary', sourceId: mine.id, strength: 0.4 });
  expect(pictures[0]?.state).toBe('done');
  const sent = await sharp(script.asked[0]!.source!.bytes).metadata();
  expect(sent.format).toBe('png');
  expect([sent.width, sent.height, sent.exif, script.asked[0]?.strength]).toEqual([20, 40, undefined, 0.4]);
  const jpeg = await api('POST', '/generations', { body: { recipe: { prompt: 'x', ability: 'vary', size, sourceId: input.id } } });
  expect([input.width, jpeg.status, jpeg.text]).toEqual([20, 422, expect.stringContaining('input-type')]);
  const masked = await api('POST', '/generations', { body: { recipe: { prompt: 'x', ability: 'vary', size, sourceId: mine.id, maskId: mine.id } } });
  expect([masked.status, masked.text]).toEqual([422, expect.stringContaining('mask-none')]);
});

test('the same once more is free, and says so; a fresh one is drawn', async () => {
  const recipe = { prompt: 'the same', seed: 4242 };
  const first = await draw(recipe);
  const [again, fresh, other] = [await draw(recipe), await draw({ ...recipe, isFresh: true }), await draw({ ...recipe, seed: 4243 })];
  expect([first, again, fresh, other].map(({ pictures: [picture] }) => picture?.isCached)).toEqual([false, true, false, false]);
  expect(script.billed).toBe(3);
  const holds = await server.app.client.db.selectFrom('hold').select('state').where('task_id', 'in', [first, again].map(({ pictures }) => pictures[0]!.taskId)).orderBy('created_at').execute();
  expect(holds.map(({ state }) => state)).toEqual(['captured', 'void']);
});

test('what is no picture, and somebody else’s, is refused in words', async () => {
  expect((await api('POST', '/inputs', { raw: { type: 'image/png', bytes: 'GIF89a' } })).status).toBe(415);
  const other = await server.account('user');
  const theirs = (await server.call('POST', '/api/v1/studio/inputs', { headers: other.headers, raw: { type: 'image/png', bytes: await png(8, 8) } })).body as { id: string };
  const reply = await api('POST', '/generations', { body: { recipe: { prompt: 'x', ability: 'vary', size, sourceId: theirs.id } } });
  expect([reply.status, (reply.body as { error: { code: string } }).error.code]).toEqual([409, 'studio.input-gone']);
  for (const recipe of [{ prompt: 'x', count: 9 }, { prompt: 'x', size: { kind: 'pixels', width: -1, height: 2 } }, { prompt: 'x', seed: 1.5 }, { prompt: 5 }, { prompt: 'x', unknown: true }]) expect((await api('POST', '/generations', { body: { recipe } })).status).toBe(400);
});

test('a lost answer is a person’s to decide, each decision once', async () => {
  script.acts.set('lost', ['unknown']);
  const { pictures: [picture] } = await draw({ prompt: 'lost' });
  expect(picture).toMatchObject({ state: 'unknown', error: { code: 'tasks.unknown', message: expect.stringContaining('may have charged') as string } });
  const decide = (verb: string, id = picture!.id) => api('POST', `/pictures/${id}/${verb}`);
  expect(((await decide('check')).body as { error: { code: string } }).error.code).toBe('studio.cannot-check');
  const both = await Promise.all([decide('resend'), decide('abandon'), decide('resend')]);
  expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
  await eventually('it ends', async () => ['done', 'cancelled'].includes(Picture.parse(((await api('GET', '/pictures?limit=1')).body as { items: unknown[] }).items[0]).state));
  expect((await decide('abandon')).status).toBe(409);
  expect((await decide('abandon', 'picture_00000000000000000000000000' as PictureId)).status).toBe(404);
});

test('no key of a provider is in any answer or any row as it stands', async () => {
  const rows = JSON.stringify(await server.app.client.db.selectFrom('provider').selectAll().execute());
  const answers = await Promise.all(['/models', '/pictures'].map(async (path) => (await api('GET', path)).text));
  expect([rows, ...answers].some((text) => text.includes('very secret'))).toBe(false);
});
