import { ModelHostView, ModelPull, Provider } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../../../adapters/providers/kinds.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { startFakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import { startFakeOllama, type FakeOllama } from '../../../../../../packages/testkit/fakes/providers/fake-ollama.ts';
import { ollamaModel } from '../../../../../../packages/testkit/fakes/providers/ollama-models.ts';
import { endOfPull } from './pull-job.ts';

describe('models on a provider\'s own machine', () => {
  let server: BootedServer;
  let fake: FakeOllama;
  let operator: Account;
  let id = '';

  const api = (method: string, path: string, body?: object, account = operator) => server.call(method, `/api/v1/providers/${path}`, { headers: account.headers, ...(body ? { body } : {}) });
  const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;
  const host = async () => ModelHostView.parse((await api('GET', `${id}/host`)).body);
  const pulls = async () => ((await api('GET', `${id}/pulls`)).body as { items: unknown[] }).items.map((item) => ModelPull.parse(item));
  const pullOf = async (model: string) => (await pulls()).find((one) => one.model === model);
  const asksFor = (model: string) => fake.asked.filter(({ path, body }) => path === '/api/pull' && String(body).includes(`"${model}"`)).length;
  const underWay = (model: string) => eventually(`${model} is asked for`, async () => (await pullOf(model))?.state === 'running' && asksFor(model) > 0);
  const ended = (model: string) => eventually(`the fetch of ${model} ends`, async () => {
    const now = await pullOf(model);
    return now && !['queued', 'running'].includes(now.state) && now;
  });
  const modelsOffered = async () => ((await server.call('GET', '/api/v1/providers', { headers: operator.headers })).body as { items: unknown[] }).items.map((item) => Provider.parse(item)).find((one) => one.id === id)?.models.map(({ modelId }) => modelId);

  beforeAll(async () => {
    const slow = ['slow:1b', 'long:1b', 'twice:1b'].map((name) => ollamaModel(name));
    fake = await startFakeOllama({ stepMs: 20, registry: [ollamaModel('llama3.2:1b'), ollamaModel('cut:1b'), ...slow] });
    server = await bootServer({ hasWorker: true, providerKinds: PROVIDER_KINDS });
    operator = await server.account('operator');
    const added = await server.call('POST', '/api/v1/providers', { headers: operator.headers, body: { kind: 'ollama', name: 'Here', url: fake.url, isPrivateAllowed: true, settings: { pullRetryMs: 5, pullTriesMax: 2 } } });
    id = Provider.parse(added.body).id;
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await fake.close();
  });

  test('what is on its disk, loaded and unloaded again', async () => {
    const before = await host();
    expect(before).toMatchObject({ isHost: true, canFetch: true, canRemove: true, fault: null });
    expect(before.models.find(({ modelId }) => modelId === 'qwen3:8b')).toMatchObject({ sizeBytes: 1_321_092_313, loaded: null, parameters: '8.2B' });
    expect((await api('PUT', `${id}/host/memory`, { modelId: 'qwen3:8b', isLoaded: true })).body).toEqual({ isDone: true });
    expect((await host()).models.find(({ modelId }) => modelId === 'qwen3:8b')?.loaded).toMatchObject({ memoryBytes: 1_321_092_313, until: expect.any(String) as string });
    expect((await api('PUT', `${id}/host/memory`, { modelId: 'qwen3:8b', isLoaded: false })).body).toEqual({ isDone: true });
    expect(fake.loaded()).toEqual([]);
    const gone = await api('PUT', `${id}/host/memory`, { modelId: 'nobody:1b', isLoaded: true });
    expect([gone.status, codeOf(gone)]).toEqual([422, 'studio.no-model']);
  });

  test('a model is fetched by its name, and offered without a test', async () => {
    expect(await modelsOffered()).not.toContain('llama3.2:1b');
    const started = await api('POST', `${id}/pulls`, { model: ' llama3.2:1b ' });
    expect([started.status, ModelPull.parse(started.body).state], started.text).toEqual([202, 'queued']);
    await eventually('bytes are told', async () => ((await pullOf('llama3.2:1b'))?.doneBytes ?? 0) > 0);
    expect(await ended('llama3.2:1b')).toMatchObject({ state: 'done', doneBytes: 1_321_092_313, totalBytes: 1_321_092_313, error: null });
    expect(await modelsOffered()).toContain('llama3.2:1b');
    expect((await host()).models.map(({ modelId }) => modelId)).toContain('llama3.2:1b');
  });

  test('one that breaks off is gone on with', async () => {
    fake.fault({ kind: 'cut', afterBytes: 400 });
    await api('POST', `${id}/pulls`, { model: 'cut:1b' });
    expect(await ended('cut:1b')).toMatchObject({ state: 'done' });
    expect(asksFor('cut:1b')).toBe(2);
  });

  test('a name that is nowhere is told at once', async () => {
    await api('POST', `${id}/pulls`, { model: 'nobody:1b' });
    expect(await ended('nobody:1b')).toMatchObject({ state: 'failed', error: { code: 'studio.pull-unknown', message: expect.stringContaining('“nobody:1b”') as string } });
    for (const model of ['', '-rf', 'two words', 'a\\b', 'x'.repeat(201)]) expect((await api('POST', `${id}/pulls`, { model })).status).toBe(400);
  });

  test('the same name is fetched once at a time, also under its other name; another one may', async () => {
    fake.fault({ kind: 'stall' }, { kind: 'stall' });
    await api('POST', `${id}/pulls`, { model: 'slow:1b' });
    const again = await Promise.all([api('POST', `${id}/pulls`, { model: 'slow:1b' }), api('POST', `${id}/pulls`, { model: 'Slow:1b' })]);
    expect(again.map(codeOf)).toEqual(['studio.pull-running', 'studio.pull-running']);
    const both = await Promise.all([api('POST', `${id}/pulls`, { model: 'twice' }), api('POST', `${id}/pulls`, { model: 'twice:latest' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const second = (await pulls()).find(({ model }) => model.startsWith('twice'))!.model;
    for (const model of ['slow:1b', second]) {
      await underWay(model);
      await api('POST', `${id}/pulls/stop`, { model });
      expect((await ended(model)).state).toBe('cancelled');
    }
  });

  test('it is stopped by another operator, the machine is told, and it goes on from there', async () => {
    const other = await server.account('operator');
    fake.fault({ kind: 'stall' });
    await api('POST', `${id}/pulls`, { model: 'long:1b' });
    await underWay('long:1b');
    expect((await api('POST', `${id}/pulls/stop`, { model: 'long:1b' }, other)).status).toBe(200);
    expect(await ended('long:1b')).toMatchObject({ state: 'cancelled', error: null });
    expect(codeOf(await api('POST', `${id}/pulls/stop`, { model: 'long:1b' }))).toBe('tasks.not-cancellable');
    await api('POST', `${id}/pulls`, { model: 'long:1b' });
    expect(await ended('long:1b')).toMatchObject({ state: 'done' });
  });

  test('it is taken from the disk, and offered no more', async () => {
    expect((await api('POST', `${id}/host/remove`, { modelId: 'llama3.2:1b' })).body).toEqual({ isRemoved: true });
    expect(fake.installed()).not.toContain('llama3.2:1b');
    expect(await modelsOffered()).not.toContain('llama3.2:1b');
    expect(codeOf(await api('POST', `${id}/host/remove`, { modelId: 'llama3.2:1b' }))).toBe('studio.no-model');
  });

  test('a machine that is out of order is a sentence, not an empty list', async () => {
    fake.faultLookup({ kind: 'status', status: 500 }, { kind: 'status', status: 500 });
    expect(await host()).toMatchObject({ isHost: true, models: [], fault: expect.stringContaining('out of order') as string });
  });

  test('who does not operate the site sees nothing; who tells no sizes and fetches nothing offers neither', async () => {
    const user = await server.account('user');
    expect((await api('GET', `${id}/host`, undefined, user)).status).toBe(403);
    const a1111 = await startFakeA1111();
    const { id: other } = Provider.parse((await server.call('POST', '/api/v1/providers', { headers: operator.headers, body: { kind: 'a1111', name: 'Card', url: a1111.url, isPrivateAllowed: true } })).body);
    const view = ModelHostView.parse((await api('GET', `${other}/host`)).body);
    expect(view).toMatchObject({ isHost: true, canFetch: false, canRemove: false, fault: null });
    expect(view.models.length).toBeGreaterThan(0);
    expect(codeOf(await api('POST', `${other}/pulls`, { model: 'qwen3:8b' }))).toBe('studio.no-host');
    expect(codeOf(await api('POST', `${other}/host/remove`, { modelId: view.models[0]!.modelId }))).toBe('studio.no-host');
    await a1111.close();
  });
});

test.each([
  ['no-model', {}, 'studio.pull-unknown'],
  ['down', { code: 'pull.failed', said: 'write /root/.ollama/blobs/x: no space left on device' }, 'studio.pull-disk-full'],
  ['down', { code: 'pull.failed', said: 'max retries exceeded: unexpected EOF' }, 'studio.pull-broken'],
  ['down', { code: 'ECONNREFUSED' }, 'studio.provider-down'],
  ['denied', {}, 'studio.provider-denied'],
] as const)('%s %o ends as %s', (fault, facts, code) => {
  expect(endOfPull(new ProviderError(fault, facts), 'm')).toMatchObject({ code });
});
