/** The suites must find what is wrong: each of these adapters has one defect. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Outgoing, Web } from '../../../apps/server/src/ports/safe-fetch.ts';
import { ProviderError, type OpenProvider, type ProviderKind } from '../../../apps/server/src/ports/provider.ts';
import { startFakeProvider, type FakeProvider } from '../fakes/providers/fake-provider.ts';
import type { Act, ActCall, ProviderHarness } from './provider-harness.ts';
import { openStage, PROMPT } from './provider-stage.ts';

const KEY = 'sk-lantern-0123456789';

type Asked = (web: Web, url: string, call: ActCall) => Promise<string>;

const out = (signal: AbortSignal): Outgoing => ({ method: 'POST', body: '{}', signal, headTimeoutMs: 2000, idleTimeoutMs: 2000, bytesMax: 10_000 });

async function happens(asked: Asked, { bills = true, close }: { bills?: boolean; close?: (isQuiet: () => Promise<void>) => Promise<void> } = {}): Promise<unknown> {
  let used: { web: Web; url: string } | undefined;
  const kind: ProviderKind<Record<string, never>> = {
    kind: 'one-defect', title: 'One defect', bills, secrets: [], settings: z.object({}) as z.ZodType<Record<string, never>>,
    open({ url }, { web }): OpenProvider {
      used = { web, url };
      return { check: () => Promise.resolve({}) };
    },
  };
  const harness: ProviderHarness<Record<string, never>, FakeProvider> = {
    kind, isWork: ({ path }) => path === '/make', own: [], slowStepMs: 1, endpoint: () => ({ secrets: { key: KEY } }),
    startFake: () => startFakeProvider({
      refusal: (status) => ({ status, body: {} }),
      routes: { 'POST /make': (_, reply) => reply.work(async () => { reply.bill(); await reply.answer({ body: { made: 1 } }); }) },
    }),
  };
  const act: Act<string> = { name: 'asked', holds: () => undefined, run: (_, call) => asked((used as { web: Web }).web, (used as { url: string }).url, call) };
  const stage = await openStage(harness);
  try {
    const end = await stage.happens(act);
    await (close ? close(stage.isQuiet) : stage.isQuiet());
    return end.error ?? end.answer;
  } finally {
    await stage.close();
  }
}

describe('the stage of the provider suites', () => {
  const good: Asked = async (web, url, call) => {
    await call.onSending();
    return Buffer.from(await (await web.fetch(`${url}/make`, out(call.signal))).bytes()).toString();
  };
  const fails = (error: unknown): Asked => async (...given) => {
    await good(...given);
    throw error;
  };

  test('lets a sound one pass', async () => {
    expect(await happens(good)).toBe('{"made":1}');
    expect(await happens(fails(new ProviderError('unknown')))).toMatchObject({ fault: 'unknown' });
  });

  test.each<[string, Asked, RegExp]>([
    ['asks twice', async (...given) => { await good(...given); return good(...given); }, /asked for once/],
    ['does not say that it sends', async (web, url, call) => Buffer.from(await (await web.fetch(`${url}/make`, out(call.signal))).bytes()).toString(), /onSending is waited for/],
    ['would have it tried again though it was billed', fails(new ProviderError('down')), /must not be tried again/],
    ['tells the key', fails(new ProviderError('unknown', { said: `wrong key ${KEY}` })), /a key in an error/],
    ['hides the key in a cause', fails(new ProviderError('unknown', { cause: { headers: { authorization: KEY } } })), /a key in an error/],
    ['tells the prompt', fails(new ProviderError('refused', { said: `no: ${PROMPT}`, side: 'input' })), /the prompt in an error/],
    ['tells too much', fails(new ProviderError('unknown', { said: 'x'.repeat(501) })), /501/],
    ['throws what is no ProviderError', fails(new Error('oh')), /not a ProviderError/],
    ['tells something after its end', async (web, url, call) => { const answer = await good(web, url, call); setTimeout(() => { call.told('late'); }, 2); return answer; }, /nothing is told after the end/],
  ])('finds one that %s', async (_, asked, words) => {
    await expect(happens(asked)).rejects.toThrow(words);
  });

  test('finds what is left open: an answer, a timer', async () => {
    const unread: Asked = async (web, url, call) => {
      await call.onSending();
      await web.fetch(`${url}/make`, out(call.signal));
      return '';
    };
    const ticking: Asked = async (...given) => {
      const timer = setTimeout(() => undefined, 5600);
      expect(timer.hasRef()).toBe(true);
      return good(...given);
    };
    await expect(happens(unread)).rejects.toThrow('no answer is left unread');
    await expect(happens(ticking)).rejects.toThrow('no timer is left');
  }, 30_000);
});
