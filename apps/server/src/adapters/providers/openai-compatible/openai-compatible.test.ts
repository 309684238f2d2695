import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { httpAnswer, startOtherSide, type Heard } from '@komawari/testkit/suites/other-side';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai, type FakeOpenaiOptions } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';
import { imageModel } from '../../../../../../packages/testkit/fakes/providers/openai-models.ts';
import type { OpenProvider, ProviderKind } from '../../../ports/provider.ts';
import type { TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { openaiCompatibleProvider, openaiLocalProvider } from './openai-compatible-provider.ts';
import { OpenaiCompatibleSettings } from './openai-compatible-settings.ts';

const isWork = ({ method }: { method: string }) => method === 'POST';
const faults = { own: ['input-refused', 'output-refused', 'empty'], ownStreamed: ['stream-error'] } as const;
const compatible = (options: FakeOpenaiOptions) => startFakeOpenai({ flavour: 'compatible', tellsUsage: true, ...options });

textProviderSuite<OpenaiCompatibleSettings, FakeOpenai>('a paid router', {
  kind: openaiCompatibleProvider, isWork, ...faults, slowStepMs: 20, tellsUsage: true, long: {}, tools: {}, sees: { model: 'local/vision-test' }, schema: {},
  startFake: (options) => compatible({ key: 'sk-or-0123456789', errorForm: 'numbered', ...options }),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: 'sk-or-0123456789' } }),
});

textProviderSuite<OpenaiCompatibleSettings, FakeOpenai>('a server of one\'s own', {
  kind: openaiLocalProvider, isWork, ...faults, slowStepMs: 20, tellsUsage: true, long: {}, tools: {}, sees: { model: 'local/vision-test' },
  startFake: (options) => compatible({ errorForm: 'bare', ...options }),
  endpoint: (fake) => ({ url: fake.baseUrl, settings: { schema: 'object' } }),
});

imageProviderSuite<OpenaiCompatibleSettings, FakeOpenai>('a server of one\'s own', {
  kind: openaiLocalProvider, isWork, own: ['empty', 'wrong-type', 'bomb'], slowStepMs: 300,
  startFake: (options) => compatible({ hasImages: true, models: [imageModel('local/draws')], ...options }),
  endpoint: (fake) => ({ url: fake.baseUrl, settings: { imageModels: [{ id: 'local/draws', abilities: ['generate', 'edit'], sizes: { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }] } }] } }),
});

imageProviderSuite<OpenaiCompatibleSettings, FakeOpenai>('a paid router that hands out addresses', {
  kind: openaiCompatibleProvider, isWork, own: ['empty', 'wrong-type', 'bomb', 'expired-address'], slowStepMs: 300,
  startFake: (options) => compatible({ key: 'sk-or-0123456789', hasImages: true, models: [imageModel('local/draws')], ...options }),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: 'sk-or-0123456789' }, settings: { responseFormat: 'url', imageModels: [{ id: 'local/draws', sizes: { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }] } }] } }),
});

describe('servers that speak as OpenAI does', () => {
  const signal = () => new AbortController().signal;
  const call = (over: { onPiece?(piece: TextPiece): void } = {}) => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const at = (url: string, { kind = openaiCompatibleProvider, settings = {}, secrets = {} }: { kind?: ProviderKind<OpenaiCompatibleSettings>; settings?: object; secrets?: Record<string, string> } = {}): OpenProvider => {
    const web = safeFetch().allowing([new URL(url).host]);
    return kind.open({ url, secrets, settings: OpenaiCompatibleSettings.parse(settings) }, { web, now: () => new Date('2026-11-22T12:00:00Z'), wait: (ms, by) => sleep(ms, undefined, { signal: by }) });
  };
  const MODEL: TextModel = { id: 'm', name: 'm', streams: true, schema: true, tools: true, seed: true, thinks: false };
  const asked = (over: Partial<TextRequest> = {}): TextRequest => ({ model: MODEL, messages: [{ role: 'user', text: 'Who waits at the lighthouse in the rain?' }], ...over });
  const json = (body: unknown, status = 200) => httpAnswer(status, { 'content-type': 'application/json' }, JSON.stringify(body));
  /** With an empty event among them, as some send it. */
  const stream = (...chunks: unknown[]) => httpAnswer(200, { 'content-type': 'text/event-stream' }, 'data:\n\n' + chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\ndata: \n\n`).join(''));
  const saying = async (answer: Buffer | ((heard: Heard) => Buffer)) => {
    const side = await startOtherSide((heard, socket) => void socket.end(typeof answer === 'function' ? answer(heard) : answer));
    onTestFinished(() => side.close());
    return side;
  };
  const written = async (whole: Buffer, over: Partial<TextRequest> = {}, options: Parameters<typeof at>[1] = {}) => {
    const side = await saying(whole);
    const pieces: TextPiece[] = [];
    const { text } = at(`${side.url}/v1`, options);
    if (!text) throw new Error('no words');
    const end = await text.write(asked(over), call({ onPiece: (piece) => { pieces.push(piece); } })).then((answer) => ({ answer, error: undefined }), (error: unknown) => ({ answer: undefined, error }));
    return { ...end, pieces, body: JSON.parse(side.heard[0]?.body ?? '{}') as Record<string, unknown>, headers: side.heard[0]?.headers };
  };

  test('one that may be paid never sends again what was lost; one of one\'s own may', () => {
    expect([[openaiCompatibleProvider.kind, openaiCompatibleProvider.bills], [openaiLocalProvider.kind, openaiLocalProvider.bills]]).toEqual([['openai-compatible', true], ['openai-local', false]]);
  });

  test('what a router tells of its models is believed, its prices where the operator named their currency', async () => {
    const row = {
      id: 'some/model', name: 'Some Model', context_length: 131_072, supported_parameters: ['tools', 'seed'], architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
      top_provider: { max_completion_tokens: 8192 }, pricing: { prompt: '0.00000125', completion: '0.00001' },
    };
    const side = await saying(json({ data: [row, { ...row, id: 'draws/only', architecture: { output_modalities: ['image'] } }, { id: 'vllm', max_model_len: 4096 }, { id: 'text-embed-1' }, { broken: true }, row] }));
    const list = async (settings: object) => (await at(`${side.url}/v1`, { settings }).text?.listModels(signal())) ?? [];
    const [first, second, ...others] = await list({ pricesIn: 'USD' });
    expect(first).toMatchObject({ id: 'some/model', name: 'Some Model', contextTokens: 131_072, answerTokensMax: 8192, schema: false, tools: true, seed: true, pictures: {}, price: { currency: 'USD', perMillionInputTokensMicros: 1_250_000, perMillionOutputTokensMicros: 10_000_000 } });
    expect(second).toMatchObject({ id: 'vllm', contextTokens: 4096, schema: true });
    expect([second?.pictures, others]).toEqual([undefined, []]);
    expect((await list({}))[0]?.price).toBeUndefined();
  });

  test('a server without a list has the models that were named; without any it is no such server', async () => {
    const side = await saying(json({ detail: 'Not Found' }, 404));
    const named = at(`${side.url}/v1`, { settings: { textModels: [{ id: 'mine' }, { id: '*' }] } });
    expect((await named.text?.listModels(signal()))?.map(({ id }) => id)).toEqual(['mine']);
    await named.check(signal());
    await expect(at(`${side.url}/v1`).check(signal())).rejects.toMatchObject({ fault: 'invalid', facts: { status: 404, said: 'Not Found' } });
  });

  test('without a key none is sent', async () => {
    const { headers } = await written(json({ choices: [{ message: { content: 'x' }, finish_reason: 'stop' }] }));
    expect(headers?.get('authorization')).toBeNull();
  });

  test('one that cannot stream says it all at once', async () => {
    const { answer, pieces } = await written(json({ choices: [{ message: { content: 'The boy.', reasoning: 'Hm.' }, finish_reason: 'stop' }] }));
    expect([answer, pieces]).toEqual([{ text: 'The boy.', thinking: 'Hm.', toolCalls: [], finish: 'stop' }, [{ kind: 'thinking', text: 'Hm.' }, { kind: 'text', text: 'The boy.' }]]);
  });

  test('thoughts by either name, calls without an index, no [DONE] and no usage', async () => {
    const delta = (part: object, finish: string | null = null) => ({ choices: [{ delta: part, finish_reason: finish }] });
    const { answer } = await written(stream(delta({ reasoning_content: 'Let me ' }), delta({ reasoning: 'see.' }), delta({ tool_calls: [{ id: 'a', function: { name: 'one', arguments: '{"x"' } }] }), delta({ tool_calls: [{ function: { arguments: ':1}' } }] }), delta({ tool_calls: [{ id: 'b', function: { name: 'two', arguments: '' } }] }), delta({}, 'stop')));
    expect(answer).toEqual({ text: '', thinking: 'Let me see.', toolCalls: [{ id: 'a', name: 'one', argumentsJson: '{"x":1}' }, { id: 'b', name: 'two', argumentsJson: '{}' }], finish: 'tools' });
  });

  test('a stream that ends in the middle of a sentence, without a break, is lost', async () => {
    const half = stream({ choices: [{ delta: { content: 'The b' } }] });
    expect((await written(half)).error).toMatchObject({ fault: 'unknown', facts: { code: 'answer.unfinished' } });
    expect((await written(half, {}, { kind: openaiLocalProvider })).error).toMatchObject({ fault: 'down' });
  });

  test.each([
    [{ error: { message: 'Rate limited', code: 429 } }, 'busy'], [{ error: { message: 'No credits', code: 402 } }, 'exhausted'], [{ error: { message: 'Provider returned error', code: 502 } }, 'unknown'],
    [{ error: { message: 'Flagged', code: 403, metadata: { reasons: ['violence'], flagged_input: 'x' } } }, 'refused'], [{ error: 'something broke' }, 'unknown'],
  ])('a failure under 200: %j', async (body, fault) => { expect((await written(json(body))).error).toMatchObject({ fault }); });

  test('once it has begun to speak, a failure leaves open what it did; and the prompt is not told on', async () => {
    const { error, pieces } = await written(stream({ choices: [{ delta: { content: 'The b' } }] }, { error: { message: 'cannot: Who waits at the lighthouse in the rain?', code: 429 } }));
    expect([error, pieces.length]).toMatchObject([{ fault: 'unknown', facts: { said: 'cannot: …', code: '429' } }, 1]);
  });

  test.each([[{ error: 'The model `m` does not exist.' }, 'no-model'], [{ object: 'error', message: 'The model `m` does not exist.', type: 'NotFoundError', code: 404 }, 'no-model'], [{ detail: 'Not Found' }, 'invalid']])('404 %j', async (body, fault) => {
    expect((await written(json(body, 404))).error).toMatchObject({ fault });
  });

  test('a schema as the server takes it, or in words alone', async () => {
    const schema = { name: 'hat', schema: { type: 'object', properties: { hat: { type: 'string' } } } };
    const body = async (way: string) => (await written(json({ choices: [{ message: { content: '{}' } }] }), { schema }, { settings: { schema: way } })).body;
    expect((await body('plain'))['response_format']).toEqual({ type: 'json_schema', json_schema: schema });
    expect(await body('object')).toMatchObject({ response_format: { type: 'json_object' }, messages: [{ role: 'system', content: expect.stringContaining('"hat"') as string }, {}] });
    expect(await body('prompt')).not.toHaveProperty('response_format');
  });

  test('what is told of thinking, and what the fields are called, is in the settings', async () => {
    const answer = json({ choices: [{ message: { content: 'x' } }] });
    const settings = { textModels: [{ id: '*', thinkingOff: { chat_template_kwargs: { enable_thinking: false } } }], tokensField: 'max_completion_tokens', asksForUsage: false };
    const { body } = await written(answer, { thinking: false, answerTokensMax: 5 }, { settings });
    expect(body).toEqual({ model: 'm', messages: [{ role: 'user', content: 'Who waits at the lighthouse in the rain?' }], max_completion_tokens: 5, chat_template_kwargs: { enable_thinking: false }, stream: true });
    expect((await written(answer, { answerTokensMax: 5 })).body).toMatchObject({ max_tokens: 5, stream_options: { include_usage: true } });
  });

  test('pictures by their addresses are fetched at once, without our key', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const side = await saying((heard) => (heard.path === '/made.png' ? httpAnswer(200, {}, png) : heard.path === '/v1/models' ? json({ data: [{ id: 'draws' }] }) : json({ data: [{ url: `http://${heard.headers.get('host')}/made.png` }] })));
    const settings = { imageModels: [{ id: 'draws', sizes: { kind: 'fixed', sizes: [{ width: 64, height: 64 }] } }], responseFormat: 'url' };
    const provider = at(`${side.url}/v1`, { settings, secrets: { apiKey: 'sk-1234567' } });
    const [model] = await provider.image?.listModels(signal()) ?? [];
    if (!model) throw new Error('no model');
    expect(await provider.text?.listModels(signal())).toEqual([]);
    expect(await provider.image?.draw(requestFor(model), call())).toMatchObject({ slots: [{ kind: 'picture', picture: { mediaType: 'image/png' } }] });
    expect(JSON.parse(side.heard.find(({ method }) => method === 'POST')?.body ?? '{}')).toMatchObject({ response_format: 'url', size: '64x64' });
    expect(side.heard.at(-1)?.headers.get('authorization')).toBeNull();
    expect(at(`${side.url}/v1`).image).toBeUndefined();
  });
});
