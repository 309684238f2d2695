import { Generation, ImageModelOffer, Provider, Recipe } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import { builtInProvider } from '../../../adapters/providers/built-in/built-in-provider.ts';
import { PROVIDER_KINDS } from '../../../adapters/providers/kinds.ts';
import { sharpPictureTools } from '../../../adapters/pictures/sharp-picture-tools.ts';
import { safeFetch } from '../../../adapters/safe-fetch/safe-fetch.ts';
import { chooseModels } from '../making/choose-models.ts';
import { openModels } from '../models.ts';
import { ensureBuiltIn } from './built-in-artist.ts';
import { listProviders } from './provider-store.ts';

/** The make, for what draws nothing. */
const unasked = builtInProvider({ pen: async () => ({ svg: '', isColour: false, credits: [] }), raster: { rasterise: async () => { throw new Error('never'); }, encodePng: async () => new Uint8Array() } });

let server: BootedServer;
let fake: Awaited<ReturnType<typeof startFakeA1111>>;
let operator: Account;
let user: Account;

beforeAll(async () => {
  fake = await startFakeA1111({});
  server = await bootServer({ hasWorker: true });
  [operator, user] = await Promise.all([server.account('operator'), server.account('user')]);
}, 60_000);
afterAll(async () => {
  await server.close();
  await fake.close();
});

const api = (method: string, path: string, body?: object, account = operator) => server.call(method, `/api/v1${path}`, { headers: account.headers, ...(body ? { body } : {}) });
const providers = async () => ((await api('GET', '/providers')).body as { items: unknown[] }).items.map((item) => Provider.parse(item));
const offers = async () => ((await api('GET', '/studio/models', undefined, user)).body as { items: unknown[] }).items.map((item) => ImageModelOffer.parse(item));

async function draw(recipe: object) {
  const reply = await api('POST', '/studio/generations', { recipe: { size: { kind: 'pixels', width: 320, height: 240 }, ...recipe } }, user);
  expect(reply.status, reply.text).toBe(202);
  const { id } = Generation.parse(reply.body);
  return eventually('it is drawn', async () => {
    const now = Generation.parse((await api('GET', `/studio/generations/${id}`, undefined, user)).body);
    return now.pictures.every(({ state }) => !['queued', 'running'].includes(state)) && now;
  }, 60_000);
}

test('a fresh installation draws without any setup, and says that no model does', async () => {
  const [[first, ...more], found] = await Promise.all([offers(), offers()]);
  expect([more, found.length]).toEqual([[], 1]);
  expect(first).toMatchObject({ isDefault: true, bills: false, price: null, model: { name: expect.stringContaining('no AI model') as string } });
  const made = await draw({ prompt: '一个女孩在厨房里倒茶，水彩', count: 2, seed: 7 });
  expect(made.pictures.map(({ state, width, height, seed }) => [state, width, height, seed])).toEqual([['done', 320, 240, 7], ['done', 320, 240, 8]]);
  const files = await Promise.all(made.pictures.map(({ url }) => server.call('GET', url ?? '', { headers: user.headers })));
  for (const { bytes } of files) expect((await sharp(bytes).stats()).entropy).toBeGreaterThan(1);
  expect(Buffer.compare(files[0]!.bytes, files[1]!.bytes)).not.toBe(0);
}, 90_000);

test('its files say that no model drew them and whose drawings stand in them, with and without their making', async () => {
  const { pictures: [picture] } = await draw({ prompt: 'a woman plays a harp in a garden', seed: 3 });
  for (const query of ['', '?download=true&making=true', '?download=true&making=false']) {
    const { bytes } = await server.call('GET', `${picture?.url}${query}`, { headers: user.headers });
    const xmp = (await sharp(bytes).metadata()).xmp?.toString();
    expect([xmp?.match(/\w*AlgorithmicMedia|algorithmicMedia/gi), xmp], query).toEqual([['algorithmicMedia'], expect.stringContaining('CC BY 3.0 (Delapouite)')]);
  }
}, 60_000);

test('as a provider it draws no comic: there the artist itself does, who knows the book', async () => {
  const [offer] = await offers();
  const reply = await api('POST', '/comics', { text: 'Tom ran.', options: { artist: `${offer?.providerId}/${offer?.model.id}` } }, user);
  expect(reply.body).toMatchObject({ error: { code: 'studio.no-model' } });
});

test('it is the default only as long as there is no other, and never steps in for one', async () => {
  const added = await api('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true });
  expect(added.status, added.text).toBe(201);
  const all = await offers();
  expect(all.filter(({ isDefault }) => isDefault).map(({ providerName }) => providerName)).toEqual(['At home']);
  expect(all.at(-1)).toMatchObject({ providerName: 'Built-in storyboard artist', isDefault: false });
  const recipe = Recipe.parse({ prompt: 'a cat' });
  const book = openModels({ kinds: async () => ({ kinds: [...PROVIDER_KINDS, unasked], broken: [] }), web: safeFetch(), pictures: sharpPictureTools }).book(server.app);
  expect((await book.listImageModels()).length).toBeGreaterThan(1);
  expect((await chooseModels(book, recipe, { references: [] })).map(({ providerName }) => providerName)).toEqual(['At home']);
  const [home] = (await providers()).filter(({ kind }) => kind === 'a1111');
  await api('DELETE', `/providers/${home!.id}`);
  expect((await offers()).map(({ isDefault }) => isDefault)).toEqual([true]);
}, 90_000);

test('the operator switches it off, and removes it for good', async () => {
  const [artist] = await providers();
  expect(artist).toMatchObject({ kind: 'built-in', isUsable: true, isEnabled: true, secretsSet: [] });
  expect((await api('POST', `/providers/${artist!.id}/test`)).body).toMatchObject({ isGood: true });
  await api('PATCH', `/providers/${artist!.id}`, { isEnabled: false });
  expect(await offers()).toEqual([]);
  expect((await api('POST', '/studio/generations', { recipe: { prompt: 'a cat' } }, user)).text).toContain('studio.no-provider');
  await api('DELETE', `/providers/${artist!.id}`);
  // As the next process does when it starts.
  await ensureBuiltIn(server.app, unasked, { web: { fetch: async () => { throw new Error('never'); }, openSocket: async () => { throw new Error('never'); } }, now: () => new Date(), wait: async () => undefined });
  expect(await listProviders(server.app.client.db)).toEqual([]);
  expect((await api('POST', '/providers', { kind: 'built-in', name: 'Artist' })).status).toBe(201);
  expect((await offers()).map(({ isDefault, providerName }) => [isDefault, providerName])).toEqual([[true, 'Artist']]);
});
