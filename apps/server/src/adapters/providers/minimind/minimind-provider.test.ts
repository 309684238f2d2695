import { setTimeout as sleep } from 'node:timers/promises';
import type { TextModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { httpAnswer, startOtherSide } from '@komawari/testkit/suites/other-side';
import { textProviderSuite } from '@komawari/testkit/suites/text-provider-suite';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeMinimind, type FakeMinimind, type FakeMinimindOptions } from '../../../../../../packages/testkit/fakes/providers/fake-minimind.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { TextCall, TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { minimindProvider } from './minimind-provider.ts';
import { MinimindSettings } from './minimind-settings.ts';
import { toolCallSieve } from './tool-call-sieve.ts';

textProviderSuite('minimind', {
  kind: minimindProvider, own: ['empty', 'stream-error'], slowStepMs: 25, tellsUsage: false, tools: {}, thinks: {},
  isWork: ({ method }) => method === 'POST',
  startFake: (options) => startFakeMinimind(options),
  isAtWork: (fake) => fake.writing() > 0,
});

describe('MiniMind', () => {
  let fake: FakeMinimind;
  afterEach(() => fake.close());
  const open = async (options: FakeMinimindOptions = {}, settings: Partial<MinimindSettings> = {}): Promise<OpenProvider> => {
    fake = await startFakeMinimind(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return minimindProvider.open({ url: fake.url, secrets: {}, settings: MinimindSettings.parse(settings) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<TextCall> = {}): TextCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const write = async (provider: OpenProvider, over: Partial<TextRequest> = {}, asked = call()) => {
    const [model] = await provider.text?.listModels(signal()) ?? [];
    return provider.text?.write({ model: model as TextModel, messages: [{ role: 'user', text: 'who is there?' }], ...over }, asked);
  };
  const sent = () => fake.asked.findLast(({ method }) => method === 'POST')?.json() ?? {};
  const TOOL = { name: 'look_up', description: 'Finds a word', schema: { type: 'object', properties: { word: { type: 'string' } } } };

  test('it is always asked for a stream, and never for what it would drop', async () => {
    const provider = await open();
    await write(provider, { seed: 7, stop: ['x'], temperature: 0, topP: 0.5, answerTokensMax: 100_000, thinking: true });
    expect(sent()).toEqual({ model: 'minimind', messages: [{ role: 'user', content: 'who is there?' }], stream: true, max_tokens: 8192, temperature: 0.01, top_p: 0.5, open_thinking: true });
  });

  test('its one model is as the settings say, and it is known by the route that it has', async () => {
    const provider = await open({}, { model: 'mini-2', contextTokens: 2048, tools: false, thinks: false });
    expect(await provider.text?.listModels(signal())).toEqual([{ id: 'mini-2', name: 'MiniMind', contextTokens: 2048, answerTokensMax: 8192, streams: true, schema: false, tools: false, seed: false, thinks: false }]);
    expect(await provider.check(signal())).toEqual({ says: 'MiniMind' });
    const elsewhere = minimindProvider.open({ url: `${fake.url}/somewhere`, secrets: {}, settings: MinimindSettings.parse({}) }, { web: safeFetch().allowing([new URL(fake.url).host]), now: () => new Date(), wait: () => Promise.resolve() });
    await expect(elsewhere.check(signal())).rejects.toMatchObject({ fault: 'invalid', facts: { status: 404 } });
  });

  test('the raw text of a call is nowhere among the pieces; without a call it is words like others', async () => {
    const provider = await open();
    const pieces: TextPiece[] = [];
    const ask = { tools: [TOOL], messages: [{ role: 'user' as const, text: 'use look_up' }] };
    const answer = await write(provider, ask, call({ onPiece: (piece) => { pieces.push(piece); } }));
    expect(answer).toMatchObject({ text: 'echo: use look_up', finish: 'tools', toolCalls: [{ name: 'look_up', argumentsJson: '{"word":"use look_up"}' }] });
    expect(pieces.map(({ text }) => text).join('')).toBe('echo: use look_up');
    await fake.close();
    const writes = 'as in <tool_call> {"name": half';
    const other = await open({ write: () => writes });
    expect((await write(other, { tools: [TOOL] }))?.text).toBe(writes);
    expect((await write(other))?.text).toBe(writes);
  });

  test('the raw text is held back however it is torn, and no word is lost', () => {
    const part = fc.constantFrom('<tool_call>', '</tool_call>', '<tool', '_call>', '<', '>', 'a word ', '{"name":"x"}');
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, hasCalls) => {
      const run = (pieces: Iterable<string>) => {
        const sieve = toolCallSieve();
        return [...pieces].map((piece) => sieve.take(piece)).join('') + sieve.end(hasCalls);
      };
      const whole = parts.join('');
      expect(run(whole)).toBe(run([whole]));
      if (!hasCalls) expect(run(whole)).toBe(whole);
      else expect(run(whole)).not.toMatch(/<tool_call>[\s\S]*<\/tool_call>/);
    }));
  });

  test('a tool may be left out, or be the only one', async () => {
    const provider = await open();
    const other = { ...TOOL, name: 'write_down' };
    await write(provider, { tools: [TOOL, other], toolChoice: 'none' });
    expect(sent()).not.toHaveProperty('tools');
    await write(provider, { tools: [TOOL, other], toolChoice: { name: 'write_down' }, messages: [{ role: 'system', text: 'You are old.' }, { role: 'user', text: 'hm' }] });
    expect(sent()).toMatchObject({ tools: [{ function: { name: 'write_down' } }], messages: [{ role: 'system', content: expect.stringMatching(/^You are old\.\n\nAnswer by calling/) as string }, {}] });
  });

  test('what it says of a failure is told, without the words of the user', async () => {
    const provider = await open({ zeroTemperature: 'fails' });
    fake.fault({ kind: 'stream-error' });
    await expect(write(provider)).rejects.toMatchObject({ fault: 'down', facts: { code: 'stream.error', said: 'CUDA out of memory' } });
    fake.fault({ kind: 'status', status: 422 });
    await expect(write(provider)).rejects.toMatchObject({ fault: 'invalid', facts: { said: 'messages: Field required' } });
  });

  test('an answer that ends without saying so was broken off', async () => {
    await open();
    const half = await startOtherSide((_, socket) => { socket.end(httpAnswer(200, { 'content-type': 'text/event-stream' }, 'data: {"choices":[{"delta":{"content":"half a"}}]}\n\n')); });
    const provider = minimindProvider.open({ url: half.url, secrets: {}, settings: MinimindSettings.parse({}) }, { web: safeFetch().allowing([new URL(half.url).host]), now: () => new Date(), wait: () => Promise.resolve() });
    const model: TextModel = { id: 'minimind', name: 'MiniMind', streams: true, schema: false, tools: true, seed: false, thinks: true };
    await expect(provider.text?.write({ model, messages: [{ role: 'user', text: 'hm' }] }, call())).rejects.toMatchObject({ fault: 'down', facts: { code: 'answer.unfinished' } });
    await half.close();
  });

  test('a cancel closes the stream at once, though it goes on writing there', async () => {
    const provider = await open({ stepMs: 20 });
    const abort = new AbortController();
    const writing = write(provider, {}, call({ signal: abort.signal }));
    await eventually('it writes', () => fake.writing() > 0);
    abort.abort(new Error('cancelled'));
    await expect(writing).rejects.toMatchObject({ fault: 'cancelled' });
    expect(fake.written()).toBe(0);
  });
});
