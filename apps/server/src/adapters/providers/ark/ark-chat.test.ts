import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { httpAnswer, startOtherSide, type Heard, type OtherSide } from '@komawari/testkit/suites/other-side';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { arkProvider } from './ark-provider.ts';
import { ArkSettings } from './ark-settings.ts';

const QUESTION = 'what does a lantern 纸灯笼 mean to them';
const TOOL = { name: 'look_up', description: 'Finds a word', schema: { type: 'object', properties: { word: { type: 'string' } } } };
const FULL = { id: 'ep-full', name: 'Full', schema: true, tools: true, thinks: true, sees: true };
const PLAIN = { id: 'plain', name: 'Plain', endpoint: 'ep-plain' };
const USAGE = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 };

type Body = Record<string, unknown>;

/** Answers written by hand after the reference: the stand-in of Ark calls no tools. */
describe('words of Ark', () => {
  let side: OtherSide;
  afterEach(() => side.close());
  const open = async (answer: (body: Body, heard: Heard) => Buffer, settings: object = {}): Promise<OpenProvider> => {
    side = await startOtherSide((heard, socket) => { socket.end(answer(heard.body ? JSON.parse(heard.body) as Body : {}, heard)); });
    const web = safeFetch().allowing([`127.0.0.1:${side.port}`]);
    return arkProvider.open({ url: `${side.url}/api/v3`, secrets: { apiKey: 'ark-key-0123456789' }, settings: ArkSettings.parse({ textModels: [FULL, PLAIN], ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const json = (body: object) => httpAnswer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
  const events = (...chunks: (object | string)[]) => httpAnswer(200, { 'content-type': 'text/event-stream' }, chunks.map((chunk) => `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`).join(''));
  const said = (message: object, finish_reason: string) => json({ choices: [{ index: 0, message: { role: 'assistant', content: '', ...message }, finish_reason }], usage: USAGE });
  const delta = (part: object, finish_reason: string | null = null) => ({ choices: [{ index: 0, delta: part, finish_reason }] });
  const signal = () => new AbortController().signal;
  const write = async (provider: OpenProvider, over: Partial<TextRequest> = {}, onPiece?: (piece: TextPiece) => void, id = 'ep-full') => {
    const model = (await provider.text?.listModels(signal()))?.find((one) => one.id === id) as TextModel;
    return provider.text?.write({ model, messages: [{ role: 'user', text: QUESTION }], ...over }, { id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...(onPiece ? { onPiece } : {}) });
  };
  const sent = () => JSON.parse(side.heard.at(-1)?.body ?? '{}') as Body;

  test('a tool is offered and called, at once and piece by piece', async () => {
    const whole = [{ id: 'call_a', type: 'function', function: { name: 'look_up', arguments: '{"word":"灯"}' } }, { id: 'call_b', type: 'function', function: { name: 'look_up', arguments: '{}' } }];
    const inPieces = events(
      '', delta({ role: 'assistant', content: '', tool_calls: [{ index: 0, id: 'call_a', type: 'function', function: { name: 'look_up', arguments: '' } }] }), delta({ tool_calls: [{ index: 0, function: { arguments: '{"word":' } }] }),
      delta({ tool_calls: [{ index: 1, id: 'call_b', type: 'function', function: { name: 'look_up', arguments: '{}' } }] }), delta({ tool_calls: [{ index: 0, function: { arguments: '"灯"}' } }] }),
      delta({}, 'tool_calls'), { choices: [], usage: USAGE }, '[DONE]',
    );
    const provider = await open(({ stream }) => (stream ? inPieces : said({ content: null, tool_calls: whole }, 'tool_calls')));
    for (const onPiece of [undefined, () => undefined]) {
      const answer = await write(provider, { tools: [TOOL], toolChoice: { name: 'look_up' } }, onPiece);
      expect(answer).toEqual({ text: '', finish: 'tools', usage: { inputTokens: 7, outputTokens: 3 }, toolCalls: [{ id: 'call_a', name: 'look_up', argumentsJson: '{"word":"灯"}' }, { id: 'call_b', name: 'look_up', argumentsJson: '{}' }] });
      expect(sent()).toMatchObject({ tools: [{ type: 'function', function: { name: 'look_up', description: TOOL.description, parameters: TOOL.schema } }], tool_choice: { type: 'function', function: { name: 'look_up' } } });
    }
  });

  test('what a tool answered goes back', async () => {
    const provider = await open(() => said({ content: 'a lamp' }, 'stop'));
    await write(provider, { tools: [TOOL], toolChoice: 'auto', messages: [{ role: 'user', text: 'look' }, { role: 'assistant', text: '', toolCalls: [{ id: 'call_a', name: 'look_up', argumentsJson: '{"word":"灯"}' }] }, { role: 'tool', callId: 'call_a', name: 'look_up', text: 'a light' }] });
    expect(sent()).toMatchObject({ tool_choice: 'auto', messages: [{}, { role: 'assistant', tool_calls: [{ id: 'call_a', type: 'function', function: { name: 'look_up', arguments: '{"word":"灯"}' } }] }, { role: 'tool', tool_call_id: 'call_a', content: 'a light' }] });
    await write(provider, { toolChoice: 'none' });
    expect(sent()).not.toHaveProperty('tool_choice');
  });

  test('thinking is asked for, forbidden, or left to the model', async () => {
    const provider = await open(() => said({ content: 'yes', reasoning_content: 'hm' }, 'stop'));
    expect(await write(provider, { thinking: true })).toMatchObject({ text: 'yes', thinking: 'hm' });
    expect(sent()).toMatchObject({ model: 'ep-full', thinking: { type: 'enabled' } });
    await write(provider, { thinking: false, answerTokensMax: 9, temperature: 0.4, topP: 0.8, stop: ['END'] });
    expect(sent()).toMatchObject({ thinking: { type: 'disabled' }, max_completion_tokens: 9, temperature: 0.4, top_p: 0.8, stop: ['END'] });
    await write(provider);
    expect(Object.keys(sent())).toEqual(['model', 'messages']);
    await write(provider, { thinking: true }, undefined, 'plain');
    expect(sent()).toEqual({ model: 'ep-plain', messages: [{ role: 'user', content: QUESTION }] });
  });

  test('a schema by its own field, or in words for a model that has none', async () => {
    const provider = await open(() => said({ content: '{}' }, 'stop'), { strictSchema: false, tokensField: 'max_tokens' });
    const schema = { name: 'hat', schema: { type: 'object' } };
    await write(provider, { schema, answerTokensMax: 4 });
    expect(sent()).toMatchObject({ max_tokens: 4, response_format: { type: 'json_schema', json_schema: { ...schema, strict: false } } });
    await write(provider, { schema }, undefined, 'plain');
    expect(sent()).not.toHaveProperty('response_format');
    expect(sent()['messages']).toMatchObject([{ role: 'system', content: expect.stringContaining('{"type":"object"}') as string }, { role: 'user' }]);
  });

  test.each<[string, Body | string, object]>([
    ['an error of the service', { error: { code: 'InternalServiceError', message: `failed at: ${QUESTION}` } }, { fault: 'unknown', facts: { code: 'InternalServiceError', said: 'failed at: …' } }],
    ['words that are refused', { error: { code: 'OutputTextSensitiveContentDetected', message: 'no' } }, { fault: 'refused', facts: { side: 'output', said: 'no' } }],
    ['too much at once', { error: { code: 'ModelAccountTpmRateLimitExceeded' } }, { fault: 'busy' }],
  ])('told under 200: %s', async (_, body, error) => {
    const provider = await open(({ stream }) => (stream ? events(delta({ content: 'wo' }), body) : json(body as Body)));
    await expect(write(provider)).rejects.toMatchObject(error);
    await expect(write(provider, {}, () => undefined)).rejects.toMatchObject(error);
  });

  test('a stream that ends without saying why is lost; what was told stays told', async () => {
    const pieces: TextPiece[] = [];
    await expect(write(await open(() => events(delta({ content: 'half a ' }))), {}, (piece) => { pieces.push(piece); })).rejects.toMatchObject({ fault: 'unknown', facts: { code: 'answer.cut' } });
    expect(pieces).toEqual([{ kind: 'text', text: 'half a ' }]);
  });

  test('thoughts without words are no answer', async () => {
    await expect(write(await open(() => said({ content: '', reasoning_content: 'so many thoughts' }, 'length')))).rejects.toMatchObject({ fault: 'empty' });
  });

  test('whether the key is taken: the list of models, and a server that has none', async () => {
    const list = await open((_, { path }) => (path === '/api/v3/models' ? json({ object: 'list', data: [] }) : httpAnswer(500, {}, '')));
    expect(await list.check(signal())).toEqual({ says: 'Volcengine Ark' });
    expect(side.heard[0]?.headers.get('authorization')).toBe('Bearer ark-key-0123456789');
    await side.close();
    const denied = await open(() => httpAnswer(401, { 'content-type': 'application/json' }, JSON.stringify({ error: { code: 'AuthenticationError', message: 'the key ark-key-0123456789 is wrong' } })), { checkPath: '/else' });
    await expect(denied.check(signal())).rejects.toMatchObject({ fault: 'denied', facts: { code: 'AuthenticationError', said: 'the key … is wrong' } });
    expect(side.heard[0]?.path).toBe('/api/v3/else');
    await side.close();
    await expect((await open(() => httpAnswer(403, {}, '{"error":{"code":"AccountOverdueError"}}'))).check(signal())).rejects.toMatchObject({ fault: 'exhausted' });
  });
});
