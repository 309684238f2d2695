import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeGemini, type FakeGemini, type GeminiOptions } from '../../../../../../packages/testkit/fakes/providers/fake-gemini.ts';
import { GEMINI_MODELS } from '../../../../../../packages/testkit/fakes/providers/gemini-models.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { geminiProvider } from './gemini-provider.ts';
import { GeminiSettings } from './gemini-settings.ts';

textProviderSuite<GeminiSettings, FakeGemini>('Gemini', {
  kind: geminiProvider, isWork: ({ method }) => method === 'POST', startFake: (options) => startFakeGemini(options),
  endpoint: (fake) => ({ url: `${fake.url}/v1beta`, secrets: { apiKey: fake.key } }),
  own: ['input-refused', 'output-refused', 'empty'], ownStreamed: ['stream-error'], slowStepMs: 80, tellsUsage: true, long: {}, thinks: {}, sees: {}, schema: {},
  codes: [{ status: 429, code: 'GenerateRequestsPerDayPerProjectPerModel', outcome: ['exhausted'] }, { status: 400, code: 'API_KEY_INVALID', outcome: ['denied'] }],
});

describe('words of Gemini', () => {
  let fake: FakeGemini;
  afterEach(() => fake.close());
  const open = async (options: GeminiOptions = {}, settings: object = {}): Promise<OpenProvider> => {
    fake = await startFakeGemini(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return geminiProvider.open({ url: `${fake.url}/v1beta`, secrets: { apiKey: fake.key }, settings: GeminiSettings.parse(settings) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const models = (provider: OpenProvider) => provider.text?.listModels(signal()) ?? Promise.resolve([]);
  const write = async (provider: OpenProvider, over: Partial<TextRequest> = {}, onPiece?: (piece: TextPiece) => void) => {
    const [model] = await models(provider);
    const call = { id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve() };
    return provider.text?.write({ model: model as TextModel, messages: [{ role: 'user', text: 'Who waits?' }], ...over }, { ...call, ...(onPiece ? { onPiece } : {}) });
  };
  const sent = () => fake.asked.at(-1)?.json() ?? {};

  test('models that draw or only measure are none for words; the list is read to its end', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({ id: `gemini-${at}-flash`, makes: 'words' as const, inputTokenLimit: 1000, outputTokenLimit: 100 }));
    const listed = await models(await open({ models: [...GEMINI_MODELS, ...many] }));
    expect([listed.length, listed[0], listed.at(-1)?.id]).toMatchObject([1201, { id: 'gemini-flash-latest', contextTokens: 1_048_576, answerTokensMax: 65_536, tools: false, schema: true, thinks: true }, 'gemini-1199-flash']);
  });

  test('all that was asked is in the request, and no more', async () => {
    const provider = await open({}, { safety: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' }], textModels: [{ id: '*', thinkingOff: { thinkingBudget: 0 } }] });
    await write(provider, { messages: [{ role: 'system', text: 'Be brief.' }, { role: 'user', text: 'Who waits?' }, { role: 'assistant', text: 'The sea.' }, { role: 'user', text: 'And who else?' }], temperature: 1, topP: 1, answerTokensMax: 90, seed: 4, stop: ['END'], thinking: false });
    expect(sent()).toEqual({
      contents: [{ role: 'user', parts: [{ text: 'Who waits?' }] }, { role: 'model', parts: [{ text: 'The sea.' }] }, { role: 'user', parts: [{ text: 'And who else?' }] }],
      systemInstruction: { parts: [{ text: 'Be brief.' }] }, safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' }],
      generationConfig: { temperature: 1, topP: 1, maxOutputTokens: 90, seed: 4, stopSequences: ['END'], thinkingConfig: { thinkingBudget: 0 } },
    });
  });

  test('a schema for a model that is not held to it stands in the words', async () => {
    const schema = { name: 'hat', schema: { type: 'object', properties: { hat: { type: 'string' } } } };
    await write(await open({}, { textModels: [{ id: '*', schema: false }] }), { schema });
    expect(sent()).toMatchObject({ systemInstruction: { parts: [{ text: expect.stringContaining('"hat"') as string }] }, generationConfig: {} });
    expect(sent()['generationConfig']).toEqual({});
  });

  test.each([['\n'], ['\r\n']] as const)('events end in either way: %j', async (lineEnd) => {
    const pieces: string[] = [];
    const answer = await write(await open({ lineEnd }), {}, ({ text }) => { pieces.push(text); });
    expect([pieces.length > 1, pieces.join('')]).toEqual([true, answer?.text]);
  });

  test('what was told before it was withheld stays told, and it is refused', async () => {
    const provider = await open();
    fake.fault({ kind: 'output-refused' });
    const pieces: TextPiece[] = [];
    await expect(write(provider, {}, (piece) => { pieces.push(piece); })).rejects.toMatchObject({ fault: 'refused', facts: { side: 'output', code: 'SAFETY' } });
    expect(pieces.length).toBe(1);
  });

  test.each([['thoughts', 'words.missing'], ['no-content', 'words.missing']] as const)('nothing but %s', async (empty, code) => {
    const provider = await open();
    fake.refuseFor({ empty });
    fake.fault({ kind: 'empty' }, { kind: 'empty' });
    await expect(write(provider)).rejects.toMatchObject({ fault: 'empty', facts: { code } });
    await expect(write(provider, {}, () => undefined)).rejects.toMatchObject({ fault: 'empty', facts: { code } });
  });

  test('a key that is told back is not told on', async () => {
    const provider = await open({ key: 'AIza-0123456789abcdef' });
    fake.fault({ kind: 'status', status: 403, code: 'CONSUMER_SUSPENDED' });
    await expect(write(provider)).rejects.toMatchObject({ fault: 'denied', facts: { code: 'CONSUMER_SUSPENDED', said: "Permission denied: Consumer 'api_key:…' has been suspended." } });
  });
});
