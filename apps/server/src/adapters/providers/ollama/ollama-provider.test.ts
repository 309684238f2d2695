import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { httpAnswer, startOtherSide } from '@komawari/testkit/suites/other-side';
import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeOllama, type FakeOllama, type FakeOllamaOptions } from '../../../../../../packages/testkit/fakes/providers/fake-ollama.ts';
import { ollamaModel } from '../../../../../../packages/testkit/fakes/providers/ollama-models.ts';
import type { PullProgress } from '../../../ports/model-host.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { TextCall, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { ollamaProvider } from './ollama-provider.ts';
import { OllamaSettings } from './ollama-settings.ts';

textProviderSuite('ollama', {
  kind: ollamaProvider, own: ['empty', 'stream-error'], slowStepMs: 25, tellsUsage: true,
  isWork: ({ path }) => path === '/api/chat',
  startFake: (options) => startFakeOllama(options),
  // Its queue is full, in its own words.
  differs: { 'status 503': ['busy'] },
  long: {}, tools: {}, thinks: {}, schema: {}, sees: { model: 'gemma3:latest' },
});

describe('Ollama', () => {
  let fake: FakeOllama;
  afterEach(() => fake.close());
  const open = async (options: FakeOllamaOptions = {}, settings: Partial<OllamaSettings> = {}): Promise<OpenProvider> => {
    fake = await startFakeOllama(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return ollamaProvider.open({ url: fake.url, secrets: {}, settings: OllamaSettings.parse({ pullRetryMs: 5, ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<TextCall> = {}): TextCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = async (provider: OpenProvider) => await provider.text?.listModels(signal()) ?? [];
  const write = async (provider: OpenProvider, id: string, over: Partial<TextRequest> = {}, asked = call()) => {
    const model = (await models(provider)).find((one) => one.id === id);
    return provider.text?.write({ model: model as TextModel, messages: [{ role: 'user', text: 'who is there?' }], ...over }, asked);
  };
  const sent = () => fake.asked.findLast(({ path }) => path === '/api/chat')?.json() ?? {};
  const SCHEMA = { name: 'hat', schema: { type: 'object', properties: { hat: { type: 'string' } }, required: ['hat'] } };

  test.each([[true], [false]])('models with what each can do, whether the list says it: %s', async (tellsCapabilities) => {
    const provider = await open({ tellsCapabilities }, { contextTokens: 36_000 });
    const listed = await models(provider);
    expect(listed.map(({ id, name, contextTokens, tools, thinks, schema, pictures }) => [id, name, contextTokens, tools, thinks, schema, pictures !== undefined])).toEqual([
      ['qwen3:8b', 'qwen3:8b (8.2B)', 36_000, true, true, true, false],
      ['gemma3:latest', 'gemma3:latest (4.3B)', 36_000, false, false, true, true],
      ['qwen2.5-coder:7b', 'qwen2.5-coder:7b (7.6B)', 32_768, true, false, true, false],
      ['gpt-oss:120b-cloud', 'gpt-oss:120b-cloud (116.8B)', 36_000, true, false, false, false],
    ]);
    const shows = () => fake.asked.filter(({ path }) => path === '/api/show').length;
    const before = shows();
    await models(provider);
    expect(shows(), 'the same bytes are not asked about twice').toBe(before);
    expect(await provider.check(signal())).toEqual({ says: 'Ollama 0.33.0' });
  });

  test('a key for what may stand before it', async () => {
    await open();
    const tools = { web: safeFetch().allowing([new URL(fake.url).host]), now: () => new Date(), wait: () => Promise.resolve() };
    await write(ollamaProvider.open({ url: fake.url, secrets: { key: 'lantern-oil-77' }, settings: OllamaSettings.parse({}) }, tools), 'qwen3:8b');
    expect(new Set(fake.asked.map(({ headers: { authorization } }) => authorization))).toEqual(new Set(['Bearer lantern-oil-77']));
  });

  test('all that was asked is sent, with room for it', async () => {
    const provider = await open({}, { contextTokens: 16_384, keepAlive: '1h', thinkLevels: { 'qwen3:8b': 'high' } });
    await write(provider, 'qwen3:8b', { seed: 7, temperature: 0, topP: 0.5, answerTokensMax: 90, stop: ['END'], thinking: true });
    expect(sent()).toEqual({ model: 'qwen3:8b', stream: true, keep_alive: '1h', think: 'high', messages: [{ role: 'user', content: 'who is there?' }], options: { num_ctx: 16_384, temperature: 0, top_p: 0.5, seed: 7, num_predict: 90, stop: ['END'] } });
    await write(provider, 'qwen3:8b', { thinking: false });
    expect(sent()).toMatchObject({ think: false });
    await write(provider, 'gemma3:latest', { thinking: false });
    expect(sent()).not.toHaveProperty('think');
  });

  test('a schema stands in the field and in the words; for a model at the vendor\'s in the words alone', async () => {
    const provider = await open({ cloudFormat: 'refused' });
    const messages: TextRequest['messages'] = [{ role: 'system', text: 'You are old.' }, { role: 'user', text: 'a hat' }];
    expect(JSON.parse((await write(provider, 'qwen3:8b', { schema: SCHEMA, messages }))?.text ?? '')).toEqual({ hat: 'echo: a hat' });
    expect(sent()).toMatchObject({ format: SCHEMA.schema, messages: [{ role: 'system', content: expect.stringContaining('"hat"') as string }, { role: 'user', content: 'a hat' }] });
    await write(provider, 'gpt-oss:120b-cloud', { schema: SCHEMA });
    expect(sent()).not.toHaveProperty('format');
    expect(JSON.stringify(sent()['messages'])).toContain('hat');
  });

  test('an answer of a tool goes back under its name, its arguments as an object', async () => {
    const provider = await open();
    const tools = [{ name: 'look_up', description: 'Finds a word', schema: { type: 'object' } }];
    await write(provider, 'qwen3:8b', { tools, messages: [{ role: 'user', text: 'hm' }, { role: 'assistant', text: '', toolCalls: [{ id: 'a', name: 'look_up', argumentsJson: '{"word":"lamp"}' }, { id: 'b', name: 'look_up', argumentsJson: '{"wo' }] }, { role: 'tool', callId: 'a', name: 'look_up', text: 'a light' }] });
    expect(sent()['messages']).toEqual([{ role: 'user', content: 'hm' }, { role: 'assistant', content: '', tool_calls: [{ function: { name: 'look_up', arguments: { word: 'lamp' } } }, { function: { name: 'look_up', arguments: {} } }] }, { role: 'tool', content: 'a light', tool_name: 'look_up' }]);
  });

  test('a model that was removed is told as such, and a full queue as busy', async () => {
    const provider = await open({ models: [ollamaModel('qwen3:8b')], parallel: 1, maxQueue: 0, stepMs: 20 });
    const [model] = await models(provider);
    const ask = () => provider.text?.write({ model: model as TextModel, messages: [{ role: 'user', text: 'who is there?' }] }, call());
    const first = ask();
    await eventually('it writes', () => fake.loaded().length > 0);
    await expect(ask()).rejects.toMatchObject({ fault: 'busy' });
    await first;
    await provider.host?.remove?.('qwen3:8b', signal());
    await expect(ask()).rejects.toMatchObject({ fault: 'no-model', facts: { said: "model 'qwen3:8b' not found" } });
  });

  test('a cancel ends the writing there', async () => {
    const provider = await open({ stepMs: 20 });
    const abort = new AbortController();
    const writing = write(provider, 'qwen3:8b', {}, call({ signal: abort.signal }));
    await eventually('it writes', () => fake.loaded().length > 0);
    abort.abort(new Error('cancelled'));
    await expect(writing).rejects.toMatchObject({ fault: 'cancelled' });
    await eventually('it has stopped', () => fake.cancelled() === 1);
  });

  /** A server that answers each request with the next of these bodies, whole as far as the wire knows. */
  const scripted = async (...bodies: string[]) => {
    fake = await startFakeOllama();
    const other = await startOtherSide((_, socket) => { socket.end(httpAnswer(200, { 'content-type': 'application/x-ndjson' }, bodies.shift() ?? '')); });
    const tools = { web: safeFetch().allowing([new URL(other.url).host]), now: () => new Date(), wait: () => Promise.resolve() };
    return { other, provider: ollamaProvider.open({ url: other.url, secrets: {}, settings: OllamaSettings.parse({}) }, tools) };
  };

  test('an answer that ends without saying so was broken off', async () => {
    const { other, provider } = await scripted('{"message":{"content":"half a"},"done":false}\n');
    const model: TextModel = { id: 'qwen3:8b', name: 'qwen3', streams: true, schema: true, tools: true, seed: true, thinks: true };
    await expect(provider.text?.write({ model, messages: [{ role: 'user', text: 'hm' }] }, call())).rejects.toMatchObject({ fault: 'down', facts: { code: 'answer.unfinished' } });
    await other.close();
  });

  describe('as a host of models', () => {
    test('what is on the disk and what is in memory, until when', async () => {
      const { host } = await open({}, { contextTokens: 9000 });
      await host?.load('qwen3:8b', signal());
      const [first, second] = await host?.listHosted(signal()) ?? [];
      expect(first).toMatchObject({ id: 'qwen3:8b', family: 'qwen3', parameters: '8.2B', quantization: 'Q4_K_M', loaded: { memoryBytes: first?.sizeBytes } });
      expect(first?.loaded?.until?.getTime()).toBeGreaterThan(Date.now());
      expect([second?.id, second?.loaded]).toEqual(['gemma3:latest', undefined]);
      expect(fake.loaded()[0]?.contextLength, 'with the room that writing asks for').toBe(9000);
      await host?.unload('qwen3:8b', signal());
      expect(fake.loaded()).toEqual([]);
      await expect(host?.load('burnt', signal())).rejects.toMatchObject({ fault: 'no-model' });
    });

    test('one that stays for ever has no end', async () => {
      const { host } = await open({}, { keepAlive: '-1m' });
      await host?.load('qwen3:8b', signal());
      expect((await host?.listHosted(signal()))?.[0]?.loaded).toEqual({ memoryBytes: expect.any(Number) as number });
    });

    const told = () => {
      const progress: PullProgress[] = [];
      return { progress, onProgress: (one: PullProgress) => { progress.push(one); } };
    };
    const isRising = (list: readonly number[]) => list.every((one, at) => at === 0 || one >= (list[at - 1] ?? 0));

    test('a pull tells bytes of all layers together, and removes again', async () => {
      const { host } = await open();
      const { progress, onProgress } = told();
      await host?.pull?.('llama3.2:1b', { signal: signal(), onProgress });
      const last = progress.at(-1);
      const whole = (await host?.listHosted(signal()))?.find(({ id }) => id === 'llama3.2:1b')?.sizeBytes;
      expect(last).toEqual({ status: 'success', doneBytes: whole, totalBytes: whole });
      expect([progress[0], isRising(progress.map(({ doneBytes }) => doneBytes)), progress.every(({ doneBytes, totalBytes }) => doneBytes <= totalBytes)]).toEqual([{ status: 'pulling manifest', doneBytes: 0, totalBytes: 0 }, true, true]);
      await host?.remove?.('llama3.2:1b', signal());
      expect(fake.installed()).not.toContain('llama3.2:1b');
      await expect(host?.remove?.('llama3.2:1b', signal())).rejects.toMatchObject({ fault: 'no-model' });
    });

    test('what breaks off is gone on with from where it was', async () => {
      const { host } = await open();
      fake.fault({ kind: 'cut', afterBytes: 400 }, { kind: 'stream-error' }, { kind: 'status', status: 500 });
      const { progress, onProgress } = told();
      await host?.pull?.('llama3.2:1b', { signal: signal(), onProgress });
      expect(isRising(progress.map(({ doneBytes }) => doneBytes))).toBe(true);
      expect(fake.asked.filter(({ path }) => path === '/api/pull').length).toBe(4);
      expect(fake.installed()).toContain('llama3.2:1b');
    });

    test('bytes that the server counts anew are not told as lost', async () => {
      const line = (completed: number) => `{"status":"pulling a","digest":"sha256:a","total":100,"completed":${completed}}\n`;
      const { other, provider } = await scripted(line(60), `${line(10)}${line(140)}{"status":"success"}\n`);
      const { progress, onProgress } = told();
      await provider.host?.pull?.('a', { signal: signal(), onProgress });
      expect(progress.map(({ doneBytes }) => doneBytes)).toEqual([60, 60, 100, 100]);
      await other.close();
    });

    test('it is given up after so many tries; one that is nowhere at once', async () => {
      const { host } = await open({}, { pullTriesMax: 2 });
      fake.fault({ kind: 'lost' }, { kind: 'html' });
      await expect(host?.pull?.('llama3.2:1b', { signal: signal(), onProgress: () => undefined })).rejects.toMatchObject({ fault: 'down' });
      await expect(host?.pull?.('burnt', { signal: signal(), onProgress: () => undefined })).rejects.toMatchObject({ fault: 'no-model' });
      expect(fake.asked.filter(({ path }) => path === '/api/pull').length).toBe(3);
    });

    test('a cancelled pull stops, and a later one goes on', async () => {
      const { host } = await open({ stepMs: 10 });
      const abort = new AbortController();
      const pulling = host?.pull?.('llama3.2:1b', { signal: abort.signal, onProgress: ({ doneBytes }) => { if (doneBytes > 0) abort.abort(new Error('cancelled')); } });
      await expect(pulling).rejects.toMatchObject({ fault: 'cancelled' });
      const { progress, onProgress } = told();
      await host?.pull?.('llama3.2:1b', { signal: signal(), onProgress });
      expect(progress.find(({ totalBytes }) => totalBytes > 0)?.doneBytes).toBeGreaterThan(0);
    });
  });
});
