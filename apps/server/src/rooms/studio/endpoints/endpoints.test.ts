import { Generation, Provider } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../../../adapters/providers/kinds.ts';
import { noteSent } from '../gateway/call-store.ts';
import { startFakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';

let server: BootedServer;
let fakes: Awaited<ReturnType<typeof startFakeA1111>>[];
let operator: Account;

beforeAll(async () => {
  fakes = await Promise.all([startFakeA1111({ key: 'koma:first' }), startFakeA1111({ key: 'koma:second' })]);
  server = await bootServer({ hasWorker: true, providerKinds: PROVIDER_KINDS });
  operator = await server.account('operator');
}, 60_000);
afterAll(async () => {
  await server.close();
  await Promise.all(fakes.map((fake) => fake.close()));
});

const api = (method: string, path: string, body?: object, account = operator) => server.call(method, `/api/v1${path}`, { headers: account.headers, ...(body ? { body } : {}) });
const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;
const askedOf = (at: number) => fakes[at]!.asked.filter(({ path }) => path.endsWith('img')).length;
let id = '';
let endpointId = '';

test('an endpoint is added with an address and a key of its own; neither key is ever shown', async () => {
  const made = Provider.parse((await api('POST', '/providers', { kind: 'a1111', name: 'Two machines', url: fakes[0]!.url, secrets: { login: 'koma:first' }, isPrivateAllowed: true, inFlightMax: 1 })).body);
  id = made.id;
  expect([made.models.length > 0, made.endpoints]).toEqual([true, []]);
  const added = await api('POST', `/providers/${id}/endpoints`, { name: 'Second machine', url: fakes[1]!.url, secrets: { login: 'koma:second' }, inFlightMax: 1 });
  expect(added.status, added.text).toBe(201);
  const [endpoint] = Provider.parse(added.body).endpoints ?? [];
  endpointId = endpoint!.id;
  expect(endpoint).toMatchObject({ name: 'Second machine', secretsSet: ['login'], isUsable: true, isEnabled: true, onTheWay: 0, inFlightMax: 1 });
  expect((await api('GET', '/providers')).text).not.toMatch(/koma:/);
});

test('its address on the private network is allowed by itself, not with the provider’s', async () => {
  expect([fakes[1]!.asked.length, (await api('POST', `/providers/${id}/endpoints/${endpointId}/test`)).body]).toMatchObject([0, { isGood: false, message: expect.stringContaining('not allowed') as string }]);
  await api('PATCH', `/providers/${id}/endpoints/${endpointId}`, { isPrivateAllowed: true });
  expect((await api('POST', `/providers/${id}/endpoints/${endpointId}/test`)).body).toMatchObject({ isGood: true, fault: null, provider: { endpoints: [{ health: { isOpen: true, lastGoodAt: expect.any(String) as string } }] } });
});

test('the provider’s keys do not go to another host, and an endpoint’s go when it moves', async () => {
  expect(codeOf(await api('POST', `/providers/${id}/endpoints`, { name: 'N', secrets: { nonsense: 'x' } }))).toBe('studio.provider-setup');
  const bare = Provider.parse((await api('POST', `/providers/${id}/endpoints`, { name: 'Bare', url: fakes[1]!.url, isPrivateAllowed: true })).body).endpoints![1]!;
  expect((await api('POST', `/providers/${id}/endpoints/${bare.id}/test`)).body).toMatchObject({ isGood: false, fault: 'denied' });
  const moved = await api('PATCH', `/providers/${id}/endpoints/${endpointId}`, { url: 'https://elsewhere.test' });
  expect(Provider.parse(moved.body).endpoints![0]!.secretsSet).toEqual([]);
  await api('PATCH', `/providers/${id}/endpoints/${endpointId}`, { url: fakes[1]!.url, secrets: { login: 'koma:second' } });
  expect(Provider.parse((await api('DELETE', `/providers/${id}/endpoints/${bare.id}`)).body).endpoints!.map((one) => one.id)).toEqual([endpointId]);
  expect((await api('DELETE', `/providers/${id}/endpoints/${bare.id}`)).status).toBe(404);
});

test('what is on its way is counted for an hour; what a killed process had sent, no longer', async () => {
  const { client, ports } = server.app;
  const counted = async () => {
    const { items } = (await api('GET', '/providers')).body as { items: Provider[] };
    return items.filter((one) => one.id === id).map(({ onTheWay, endpoints }) => [onTheWay, endpoints?.[0]?.onTheWay]);
  };
  const send = (minutes: number, way: string | undefined) => noteSent(client.db, { id: `sent-${minutes}-${way ?? 'own'}`, taskId: 'text:killed', epoch: 0, providerId: id, modelId: 'm', endpointId: way, doesBill: false, now: new Date(ports.clock.now().getTime() - minutes * 60_000) });
  for (const minutes of [61, 50]) await Promise.all([send(minutes, undefined), send(minutes, endpointId)]);
  expect(await counted()).toEqual([[1, 1]]);
  await client.db.deleteFrom('provider_call').where('task_id', '=', 'text:killed').execute();
  expect(await counted()).toEqual([[0, 0]]);
});

async function drawPictures(count: number): Promise<string[]> {
  const person = await server.account('user');
  const reply = await api('POST', '/studio/generations', { recipe: { prompt: 'a lighthouse', size: { kind: 'pixels', width: 512, height: 512 }, count } }, person);
  expect(reply.status, reply.text).toBe(202);
  const { id: generationId } = Generation.parse(reply.body);
  const { pictures } = await eventually('all have ended', async () => {
    const now = Generation.parse((await api('GET', `/studio/generations/${generationId}`, undefined, person)).body);
    return now.pictures.every(({ state }) => !['queued', 'running'].includes(state)) && now;
  }, 30_000);
  return pictures.map(({ state }) => state);
}

test('pictures are drawn by both, and by one alone when the other dies or is switched off', async () => {
  expect(await drawPictures(4)).toEqual(['done', 'done', 'done', 'done']);
  expect([askedOf(0) + askedOf(1), askedOf(0) > 0, askedOf(1) > 0]).toEqual([4, true, true]);
  await api('PATCH', `/providers/${id}/endpoints/${endpointId}`, { isEnabled: false });
  const before = askedOf(1);
  expect(await drawPictures(2)).toEqual(['done', 'done']);
  expect(askedOf(1)).toBe(before);
  await api('PATCH', `/providers/${id}/endpoints/${endpointId}`, { isEnabled: true, secrets: { login: 'koma:wrong' } });
  expect(await drawPictures(3)).toEqual(['done', 'done', 'done']);
  expect(Provider.parse(((await api('GET', '/providers')).body as { items: { id: string }[] }).items.find((one) => one.id === id))).toMatchObject({ health: { isOpen: true }, endpoints: [{ health: { isOpen: false, lastFault: 'denied' } }] });
}, 60_000);
