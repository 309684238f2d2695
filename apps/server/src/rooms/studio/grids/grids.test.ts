/** Grids on a real database, drawn by a provider that does as it is told. */
import type { Budgets, Grid, GridAxis, GridBrief, PictureWithRecipe, ProviderId } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider, type Script } from '../testing/scripted-provider.ts';

let script: Script;
let server: BootedServer;
let account: Account;
let provider: ProviderId;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  provider = await addScripted(server.app, { images: [SCRIPTED_MODEL, { ...SCRIPTED_MODEL, id: 'stepped', steps: { min: 1, max: 50, step: 1, default: 20 }, guidance: { min: 1, max: 20, step: 0.5, default: 7 } }] });
  account = await server.account('user');
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  Object.assign(script, { billed: 0, asked: [], actOf: undefined });
  script.acts.clear();
});

const SIZE = { kind: 'pixels', width: 64, height: 64 };
const model = (modelId: string) => ({ providerId: provider, modelId });
const ask = (recipe: object, axes: readonly object[], idempotencyKey?: string) => server.call('POST', '/api/v1/studio/grids', { headers: account.headers, body: { recipe: { size: SIZE, model: model('stepped'), ...recipe }, axes, ...(idempotencyKey ? { idempotencyKey } : {}) } });
const get = async <T>(path: string, headers = account.headers) => (await server.call('GET', `/api/v1/studio/${path}`, { headers })).body as T;
const ended = (id: string) => eventually('all cells have ended', async () => {
  const grid = await get<Grid>(`grids/${id}`);
  return grid.pictures.every(({ state }) => state !== 'queued' && state !== 'running') && grid;
});

test('each cell is drawn once, with its own values, one seed, and a recipe that gives it again', async () => {
  const axes: GridAxis[] = [{ kind: 'steps', values: [10, 20, 30] }, { kind: 'word', search: 'cat', values: ['cat', 'dog'] }];
  const made = (await ask({ prompt: 'a cat', seed: 7 }, axes)).body as Grid;
  const grid = await ended(made.id);
  expect([grid.axes, grid.pictures.map(({ slot, state, prompt, seed }) => [slot, state, prompt, seed])]).toEqual([axes, ['a cat', 'a cat', 'a cat', 'a dog', 'a dog', 'a dog'].map((prompt, slot) => [slot, 'done', prompt, 7])]);
  expect(script.asked.map(({ steps, prompt, seed }) => `${steps} ${prompt} ${seed}`).toSorted()).toEqual(['10 a cat 7', '10 a dog 7', '20 a cat 7', '20 a dog 7', '30 a cat 7', '30 a dog 7']);
  expect(script.billed).toBe(6);
  const last = await get<PictureWithRecipe>(`pictures/${grid.pictures[5]?.id}`);
  expect(last.recipe).toMatchObject({ prompt: 'a dog', steps: 30, seed: 7, count: 1, model: model('stepped') });
});

test('what is not told is the same in every cell, and models are compared each with itself', async () => {
  const { id } = (await ask({ prompt: 'two models' }, [{ kind: 'model', values: [model('scripted'), model('stepped')] }, { kind: 'style', values: [{ id: '', words: '' }, { id: 'ink', words: 'ink wash' }] }])).body as Grid;
  const { pictures } = await ended(id);
  expect(new Set(pictures.map(({ seed }) => seed)).size).toBe(1);
  expect(pictures.map(({ model: one, prompt }) => [one?.modelId, prompt])).toEqual([['scripted', 'two models'], ['stepped', 'two models'], ['scripted', 'two models, ink wash'], ['stepped', 'two models, ink wash']]);
});

test('what fails keeps its place and its reason, and drawn again it is drawn with its own values', async () => {
  script.actOf = ({ guidance }) => (guidance === 9 ? 'refused' : undefined);
  const { id } = (await ask({ prompt: 'one is refused' }, [{ kind: 'guidance', values: [3, 9] }])).body as Grid;
  const { pictures } = await ended(id);
  expect(pictures.map(({ state }) => state)).toEqual(['done', 'refused']);
  expect(pictures[1]?.error?.message).toMatch(/./);
  script.actOf = undefined;
  expect((await server.call('POST', `/api/v1/studio/pictures/${pictures[1]?.id}/retry`, { headers: account.headers })).status).toBe(202);
  await eventually('it is there', async () => (await get<Grid>(`grids/${id}`)).pictures[1]?.state === 'done');
  expect(script.asked.map(({ guidance }) => guidance)).toEqual(expect.arrayContaining([3, 9, 9]));
  expect(script.asked).toHaveLength(3);
});

test('the same key gives the same grid, and nothing else', async () => {
  const axes = [{ kind: 'seed', values: [1, 2] }];
  const answers = await Promise.all([1, 2, 3].map(() => ask({ prompt: 'a key' }, axes, 'grid-1')));
  const ids = new Set(answers.map(({ body }) => (body as Grid).id));
  expect(ids.size).toBe(1);
  expect((await ask({ prompt: 'a key' }, [{ kind: 'seed', values: [1, 3] }], 'grid-1')).body).toMatchObject({ error: { code: 'request.idempotency-conflict' } });
  await ended([...ids][0] ?? '');
  expect(script.billed).toBe(2);
});

test.each<[string, object, object[]]>([
  ['studio.cannot', { prompt: 'x' }, [{ kind: 'steps', values: [10, 51] }]],
  ['studio.cannot', { prompt: 'x' }, [{ kind: 'shape', values: [{ kind: 'ratio', ratio: '1:1' }, { kind: 'ratio', ratio: '9:1' }] }]],
  ['studio.cannot', { prompt: 'x', steps: 3 }, [{ kind: 'model', values: [0, 1] }]],
  ['studio.cannot', { prompt: 'cat' }, [{ kind: 'word', search: 'cat', values: ['dog', ''] }]],
  ['studio.grid-many', { prompt: 'x' }, [{ kind: 'seed', values: Array.from({ length: 13 }, (_, seed) => seed) }, { kind: 'guidance', values: [1, 2, 3, 4, 5] }]],
  ['studio.grid-word', { prompt: 'x' }, [{ kind: 'word', search: 'cat', values: ['dog', 'bird'] }]],
  ['studio.grid-same', { prompt: 'x' }, [{ kind: 'seed', values: [1, 1] }]],
  ['studio.grid-kinds', { prompt: 'x' }, [{ kind: 'seed', values: [1, 2] }, { kind: 'seed', values: [3, 4] }]],
  ['studio.grid-few', { prompt: 'x' }, [{ kind: 'seed', values: [1] }]],
])('%s: nothing of it is begun', async (code, recipe, axes) => {
  const named = axes.map((axis) => ('kind' in axis && axis.kind === 'model' ? { kind: 'model', values: [model('stepped'), model('scripted')] } : axis));
  const before = await server.app.client.db.selectFrom('generation').select('id').execute();
  expect((await ask(recipe, named)).body).toMatchObject({ error: { code } });
  expect([script.billed, await server.app.client.db.selectFrom('generation').select('id').execute()]).toEqual([0, before]);
});

test('what all models of a grid cost together has to fit into the budget, or nothing of it is begun', async () => {
  const operator = await server.account('operator');
  const setBudgets = async (budgets: Budgets | null) => expect((await server.call('PUT', '/api/v1/budgets', { headers: operator.headers, body: { budgets } })).status).toBe(200);
  // Six cells, three of each model, at one each.
  const axes = [{ kind: 'model', values: [model('scripted'), model('stepped')] }, { kind: 'seed', values: [1, 2, 3] }];
  const most = { currency: 'CNY', perUserDayMicros: null, perDayMicros: null, unknownMicros: 1 };
  await setBudgets({ ...most, perTaskMicros: 5 });
  expect((await ask({ prompt: 'six cells' }, axes)).body).toMatchObject({ error: { code: 'studio.budget-task' } });
  expect(script.asked).toEqual([]);
  await setBudgets({ ...most, perTaskMicros: 6 });
  const { pictures } = await ended(((await ask({ prompt: 'six cells' }, axes)).body as Grid).id);
  expect(pictures.map(({ state }) => state)).toEqual(Array(6).fill('done'));
  await setBudgets(null);
});

test('one\'s grids are listed newest first, page by page, without those that lie in the trash; a plain generation is none', async () => {
  const other = await server.account('user');
  account = other;
  const first = (await ask({ prompt: 'the first' }, [{ kind: 'seed', values: [1, 2, 3] }])).body as Grid;
  const second = (await ask({ prompt: 'the second' }, [{ kind: 'seed', values: [1, 2] }])).body as Grid;
  const plain = (await server.call('POST', '/api/v1/studio/generations', { headers: account.headers, body: { recipe: { prompt: 'no grid', size: SIZE } } })).body as { id: string };
  await Promise.all([ended(first.id), ended(second.id)]);
  const page = await get<{ items: GridBrief[]; next: string }>('grids?limit=1');
  expect(page.items).toMatchObject([{ id: second.id, prompt: 'the second', count: 2, done: 2, open: 0, axes: second.axes }]);
  const { items, next } = await get<{ items: GridBrief[]; next: string | null }>(`grids?limit=1&after=${page.next}`);
  expect([items.map(({ id, thumbnailUrls }) => [id, thumbnailUrls.length]), next]).toEqual([[[first.id, 3]], null]);
  expect((await server.call('GET', `/api/v1/studio/grids/${plain.id}`, { headers: account.headers })).status).toBe(404);
  await server.call('POST', '/api/v1/studio/pictures/bulk', { headers: account.headers, body: { pictureIds: second.pictures.map(({ id }) => id), change: { kind: 'trash' } } });
  expect((await get<{ items: GridBrief[] }>('grids')).items.map(({ id }) => id)).toEqual([first.id]);
});
