import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai, type FakeOpenaiOptions } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { TextCall, TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { openaiProvider } from './openai-provider.ts';
import { OpenaiSettings } from './openai-settings.ts';

const KEY = 'sk-test';
const ROWS = [{ id: 'gpt-reasoning*', isSampled: false, seed: false, thinkingOn: { reasoning_effort: 'high' }, thinkingOff: { reasoning_effort: 'low' } }, { id: 'gpt-*blind*', pictures: false }, { id: 'gpt-*' }];

textProviderSuite<OpenaiSettings, FakeOpenai>('OpenAI', {
  kind: openaiProvider, isWork: ({ method }) => method === 'POST',
  startFake: (options: FakeOpenaiOptions) => startFakeOpenai(options),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: { textModels: ROWS } }),
  own: ['input-refused', 'output-refused', 'empty'], ownStreamed: ['stream-error'], slowStepMs: 20, tellsUsage: true, model: 'gpt-chat-test',
  codes: [{ status: 429, code: 'insufficient_quota', outcome: ['exhausted'] }, { status: 404, code: 'model_not_found', outcome: ['no-model'] }],
  long: {}, tools: {}, sees: {}, schema: {},
});

describe('words of OpenAI', () => {
  let fake: FakeOpenai;
  afterEach(() => fake.close());
  const open = async (options: FakeOpenaiOptions = {}): Promise<OpenProvider> => {
    fake = await startFakeOpenai(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return openaiProvider.open({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: OpenaiSettings.parse({ textModels: ROWS }) }, { web, now: () => new Date('2026-11-22T12:00:00Z'), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const write = async (provider: OpenProvider, over: Partial<Omit<TextRequest, 'model'>> & { id?: string } = {}, onPiece?: TextCall['onPiece']) => {
    const { id = 'gpt-chat-test', ...request } = over;
    const model = (await provider.text?.listModels(signal()))?.find((one) => one.id === id) as TextModel;
    const call = { id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve() };
    return provider.text?.write({ model, messages: [{ role: 'user', text: 'Who waits at the lighthouse?' }], ...request }, { ...call, ...(onPiece ? { onPiece } : {}) });
  };
  const sent = () => fake.asked.at(-1)?.json() ?? {};

  test('models that draw are none for words; what each can do is in the table', async () => {
    const listed = await (await open()).text?.listModels(signal());
    expect(listed?.map(({ id, pictures, seed, thinks, schema }) => [id, pictures !== undefined, seed, thinks, schema])).toEqual([
      ['gpt-chat-test', true, true, false, true], ['gpt-chat-blind-test', false, true, false, true], ['gpt-reasoning-test', true, false, true, true],
    ]);
  });

  test('a model that reasons is told how much, and gets no temperature', async () => {
    const provider = await open();
    const asked = { id: 'gpt-reasoning-test', temperature: 0.4, topP: 0.9, stop: ['END'], answerTokensMax: 900 };
    await write(provider, { ...asked, thinking: true });
    expect(sent()).toEqual({ model: 'gpt-reasoning-test', messages: [{ role: 'user', content: 'Who waits at the lighthouse?' }], max_completion_tokens: 900, reasoning_effort: 'high' });
    await write(provider, { ...asked, thinking: false });
    expect(sent()).toMatchObject({ reasoning_effort: 'low' });
    await write(provider, { ...asked, id: 'gpt-chat-test', seed: 7 });
    expect(sent()).toMatchObject({ temperature: 0.4, top_p: 0.9, stop: ['END'], max_completion_tokens: 900, seed: 7 });
  });

  const OPEN = { type: 'object', properties: { who: { type: 'string', minLength: 2 }, hat: { type: 'string' }, mood: { enum: ['calm', 'wild'] } }, required: ['who'] };

  test('a schema with what may be left out goes as strict mode wants it, and comes back as it was asked', async () => {
    const provider = await open();
    fake.say('{"who":"the boy","hat":null,"mood":null}', '{"who":"the boy","hat":"red","mood":null}');
    const answer = await write(provider, { schema: { name: 'who is it?', schema: OPEN } });
    expect(sent()['response_format']).toEqual({
      type: 'json_schema', json_schema: {
        name: 'who_is_it_', strict: true,
        schema: { type: 'object', properties: { who: { type: 'string' }, hat: { type: ['string', 'null'] }, mood: { anyOf: [{ enum: ['calm', 'wild'] }, { type: 'null' }] } }, required: ['who', 'hat', 'mood'], additionalProperties: false },
      },
    });
    expect(answer?.text).toBe('{"who":"the boy"}');
    const pieces: TextPiece[] = [];
    const streamed = await write(provider, { schema: { name: 'who', schema: OPEN } }, (piece) => { pieces.push(piece); });
    expect([streamed?.text, pieces]).toEqual(['{"who":"the boy","hat":"red"}', [{ kind: 'text', text: '{"who":"the boy","hat":"red"}' }]]);
  });

  test('a list at the root is wrapped on its way, and unwrapped', async () => {
    const provider = await open();
    fake.say('{"value":["sea","salt"]}');
    expect((await write(provider, { schema: { name: 'words', schema: { type: 'array', items: { type: 'string' } } } }))?.text).toBe('["sea","salt"]');
  });

  test('what strict mode cannot say is told without it; what was cut comes as it is', async () => {
    const provider = await open();
    await write(provider, { schema: { name: 'map', schema: { type: 'object', additionalProperties: { type: 'string' } } } });
    expect(sent()['response_format']).toMatchObject({ json_schema: { strict: false, schema: { additionalProperties: { type: 'string' } } } });
    fake.say('{"who":"the boy","hat":null,"mood":null}');
    expect(await write(provider, { schema: { name: 'who', schema: OPEN }, answerTokensMax: 3 })).toMatchObject({ text: '{"who":"the ', finish: 'length' });
  });

  test('a tool that must be called, and one by its name', async () => {
    const provider = await open();
    const tools = [{ name: 'look_up', description: 'Finds a word', schema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] } }, { name: 'draw', description: 'Draws', schema: { type: 'object', properties: {} } }];
    expect(await write(provider, { tools, toolChoice: { name: 'draw' } })).toMatchObject({ finish: 'tools', text: '', toolCalls: [{ name: 'draw', argumentsJson: '{}' }] });
    expect(await write(provider, { tools, toolChoice: 'required' }, () => undefined)).toMatchObject({ finish: 'tools', toolCalls: [{ name: 'look_up' }] });
    expect((await write(provider, { tools, toolChoice: 'none' }))?.toolCalls).toEqual([]);
  });

  test('a refusal tells what the model said, without the prompt', async () => {
    const provider = await open();
    fake.fault({ kind: 'input-refused' });
    await expect(write(provider)).rejects.toMatchObject({ fault: 'refused', facts: { side: 'input', code: 'refusal', said: "I'm sorry, I can't assist with that request." } });
  });
});
