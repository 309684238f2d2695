import { Generation, Provider, ProviderKindInfo } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../../../adapters/providers/kinds.ts';
import { startFakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';

let server: BootedServer;
let fake: Awaited<ReturnType<typeof startFakeA1111>>;
let operator: Account;

beforeAll(async () => {
  fake = await startFakeA1111({ key: 'koma:very-secret' });
  server = await bootServer({ hasWorker: true, providerKinds: PROVIDER_KINDS });
  operator = await server.account('operator');
}, 60_000);
afterAll(async () => {
  await server.close();
  await fake.close();
});

const api = (method: string, path: string, body?: object, account = operator) => server.call(method, `/api/v1${path}`, { headers: account.headers, ...(body ? { body } : {}) });
const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;
let id = '';

test('the makes of provider that are installed say what they need', async () => {
  const { items } = (await api('GET', '/provider-kinds')).body as { items: unknown[] };
  const kinds = items.map((item) => ProviderKindInfo.parse(item));
  expect(kinds.find(({ kind }) => kind === 'a1111')).toMatchObject({ bills: false, secrets: expect.arrayContaining([expect.objectContaining({ isRequired: false })]) as unknown });
  for (const { settingsSchema } of kinds) expect(JSON.parse(settingsSchema)).toHaveProperty('type', 'object');
});

test('what cannot work is said before it is kept', async () => {
  expect(codeOf(await api('POST', '/providers', { kind: 'none', name: 'N' }))).toBe('studio.provider-unknown-kind');
  const wrong = { kind: 'a1111', name: 'N', url: fake.url };
  for (const body of [{ ...wrong, secrets: { nonsense: 'x' } }, { ...wrong, settings: { flavour: 5 } }, { ...wrong, url: 'http://a:b@host.test' }]) {
    const reply = await api('POST', '/providers', body);
    expect([reply.status, codeOf(reply)], reply.text).toEqual([422, 'studio.provider-setup']);
  }
  expect(((await api('GET', '/providers')).body as { items: unknown[] }).items).toEqual([]);
});

test('an address on the private network is asked only when the operator allows it', async () => {
  const added = await api('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url });
  expect(added.status, added.text).toBe(201);
  const provider = Provider.parse(added.body);
  id = provider.id;
  expect([provider.models, fake.asked.length]).toEqual([[], 0]);
  expect((await api('POST', `/providers/${id}/test`)).body).toMatchObject({ isGood: false, fault: 'invalid', message: expect.stringContaining('not allowed') as string });
  await api('PATCH', `/providers/${id}`, { isPrivateAllowed: true });
  expect((await api('POST', `/providers/${id}/test`)).body).toMatchObject({ isGood: false, fault: 'denied' });
});

test('with its keys it answers and lists its models; the keys are never shown', async () => {
  const changed = await api('PATCH', `/providers/${id}`, { secrets: { login: 'koma:very-secret' } });
  expect(changed.status, changed.text).toBe(200);
  const sealed = async () => (await server.app.client.db.selectFrom('provider').select('sealed_secrets').where('id', '=', id as never).executeTakeFirstOrThrow()).sealed_secrets;
  // A change that brings no key leaves them as they are, also such as do not open here just now.
  const before = await sealed();
  await api('PATCH', `/providers/${id}`, { name: 'At home' });
  expect(await sealed()).toBe(before);
  const tested = await api('POST', `/providers/${id}/test`);
  expect(tested.body).toMatchObject({ isGood: true, fault: null });
  const { items } = (await api('GET', '/providers')).body as { items: unknown[] };
  const [provider] = items.map((item) => Provider.parse(item));
  expect(provider?.secretsSet).toEqual(['login']);
  expect(provider?.models.some(({ job, isEnabled }) => job === 'image' && isEnabled)).toBe(true);
  const rows = JSON.stringify(await server.app.client.db.selectFrom('provider').selectAll().execute());
  for (const text of [changed.text, tested.text, rows, (await api('GET', '/providers')).text]) expect(text).not.toContain('very-secret');
});

test('one that never failed shows when it answered last', async () => {
  const added = Provider.parse((await api('POST', '/providers', { kind: 'a1111', name: 'Well', url: fake.url, secrets: { login: 'koma:very-secret' }, isPrivateAllowed: true })).body);
  expect(added.health).toMatchObject({ isOpen: true, failures: 0, lastGoodAt: expect.any(String) as string });
  await api('DELETE', `/providers/${added.id}`);
});

test('it draws, and a model that is switched off is offered no more', async () => {
  const user = await server.account('user');
  const reply = await api('POST', '/studio/generations', { recipe: { prompt: 'a lighthouse', size: { kind: 'pixels', width: 512, height: 512 }, count: 2 } }, user);
  expect(reply.status, reply.text).toBe(202);
  const { id: generationId } = Generation.parse(reply.body);
  const made = await eventually('both are drawn', async () => {
    const now = Generation.parse((await api('GET', `/studio/generations/${generationId}`, undefined, user)).body);
    return now.pictures.every(({ state }) => !['queued', 'running'].includes(state)) && now;
  });
  expect(made.pictures.map(({ state, width, height }) => [state, width, height])).toEqual(Array(2).fill(['done', 512, 512]));
  const modelId = made.pictures[0]!.model!.modelId;
  const { models } = Provider.parse((await api('GET', '/providers')).body && ((await api('GET', '/providers')).body as { items: unknown[] }).items[0]);
  for (const model of models) await api('PUT', `/providers/${id}/models`, { job: model.job, modelId: model.modelId, isEnabled: model.modelId !== modelId });
  const offers = ((await api('GET', '/studio/models', undefined, user)).body as { items: { model: { id: string } }[] }).items;
  expect(offers.map(({ model }) => model.id)).not.toContain(modelId);
  expect((await api('PUT', `/providers/${id}/models`, { job: 'image', modelId: 'none', isEnabled: true })).status).toBe(422);
  for (const model of models) await api('PUT', `/providers/${id}/models`, { job: model.job, modelId: model.modelId, isEnabled: true });
});

test('a purpose has its model', async () => {
  const { models } = Provider.parse(((await api('GET', '/providers')).body as { items: unknown[] }).items[0]);
  const modelId = models.at(-1)!.modelId;
  expect((await api('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId })).body).toEqual({ items: [{ purpose: 'picture', providerId: id, modelId }] });
  expect((await api('PUT', '/model-defaults', { purpose: 'script', providerId: id, modelId })).status).toBe(422);
  const user = await server.account('user');
  const offers = ((await api('GET', '/studio/models', undefined, user)).body as { items: { isDefault: boolean; model: { id: string } }[] }).items;
  expect(offers.filter(({ isDefault }) => isDefault).map(({ model }) => model.id)).toEqual([modelId]);
});

test('a purpose can have none again', async () => {
  const { models } = Provider.parse(((await api('GET', '/providers')).body as { items: unknown[] }).items[0]);
  await api('PUT', '/model-defaults', { purpose: 'panel', providerId: id, modelId: models[0]!.modelId });
  const cleared = await api('DELETE', '/model-defaults?purpose=panel');
  expect([cleared.status, (cleared.body as { items: { purpose: string }[] }).items.map(({ purpose }) => purpose)]).toEqual([200, ['picture']]);
  expect([(await api('DELETE', '/model-defaults?purpose=panel')).status, (await api('DELETE', '/model-defaults?purpose=nothing')).status]).toEqual([200, 400]);
});

test('many models are switched in one step, and keep their prices', async () => {
  const now = async () => Provider.parse(((await api('GET', '/providers')).body as { items: unknown[] }).items[0]);
  const [first, ...rest] = (await now()).models;
  const price = { currency: 'CNY', perPictureMicros: 250_000 };
  await api('PUT', `/providers/${id}/models`, { job: first!.job, modelId: first!.modelId, isEnabled: true, price });
  const all = [first!, ...rest].map(({ job, modelId }) => ({ job, modelId }));
  const off = await api('PATCH', `/providers/${id}/models`, { isEnabled: false, models: [...all, { job: 'image', modelId: 'nowhere' }] });
  expect([off.status, Provider.parse(off.body).models.some(({ isEnabled }) => isEnabled)]).toEqual([200, false]);
  expect((await now()).models.find(({ modelId }) => modelId === first!.modelId)?.price).toEqual(price);
  expect(codeOf(await api('PATCH', `/providers/${id}/models`, { isEnabled: true, models: [{ job: 'image', modelId: 'nowhere' }] }))).toBe('studio.no-model');
  await api('PATCH', `/providers/${id}/models`, { isEnabled: true, models: all });
  expect((await now()).models.every(({ isEnabled }) => isEnabled)).toBe(true);
});

test('keys do not follow to another host, and go with the provider', async () => {
  const before = fake.asked.length;
  const moved = Provider.parse((await api('PATCH', `/providers/${id}`, { url: fake.url.replace('127.0.0.1', 'localhost') })).body);
  expect(moved.secretsSet).toEqual([]);
  expect(fake.asked.length).toBe(before);
  expect((await api('DELETE', `/providers/${id}`)).body).toEqual({ isRemoved: true });
  expect((await api('DELETE', `/providers/${id}`)).status).toBe(404);
  const counts = await Promise.all((['provider', 'provider_model', 'model_default', 'provider_health'] as const).map(async (table) => (await server.app.client.db.selectFrom(table).selectAll().execute()).length));
  expect(counts).toEqual([0, 0, 0, 0]);
});
