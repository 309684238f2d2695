import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import { safeFetch } from '../../../apps/server/src/adapters/safe-fetch/safe-fetch.ts';
import { ProviderError, type OpenProvider, type ProviderTools } from '../../../apps/server/src/ports/provider.ts';
import type { FakeProvider } from '../fakes/providers/fake-provider.ts';
import { eventually } from '../src/eventually.ts';
import type { Act, ActCall, ProviderHarness } from './provider-harness.ts';
import { watchTimers } from './provider-timers.ts';
import { watchedWeb } from './provider-watched-web.ts';

/** Stands in what is asked, so that it can be looked for where it must not be. */
export const PROMPT = 'a paper lantern 纸灯笼 over wet stones';

export type Happened<Answer> = { answer: Answer; error?: undefined } | { answer?: undefined; error: unknown };

/** A fake with a provider open at it, and what passed between them. */
export type Stage<Fake extends FakeProvider = FakeProvider> = {
  fake: Fake;
  provider: OpenProvider;
  /** The same endpoint, opened as a process started anew does. */
  reopen(): OpenProvider;
  /** The process dies: nothing reaches the provider any more. */
  breakOff(): void;
  /** Requests for work that came, and how many times `onSending` had been heard before each. */
  works(): readonly { sendingsBefore: number }[];
  sendings(): number;
  /** Bytes of the answers to requests for work so far. */
  workBytes(): number;
  handles: readonly string[];
  call(signal?: AbortSignal, over?: Partial<ActCall>): ActCall;
  /** Runs it to its end, whichever; checks what holds for every end. */
  happens<Answer>(act: Act<Answer>, call?: ActCall): Promise<Happened<Answer>>;
  /** Nothing is open: no answer unread, no request at the fake, no timer. */
  isQuiet(): Promise<void>;
  close(): Promise<void>;
};

export async function openStage<Settings, Fake extends FakeProvider>(harness: ProviderHarness<Settings, Fake>, { stepMs, hurryMs, secrets }: { stepMs?: number; hurryMs?: number; secrets?: Record<string, string> } = {}): Promise<Stage<Fake>> {
  const timers = watchTimers();
  const fake = await harness.startFake(stepMs === undefined ? {} : { stepMs });
  const facts = harness.endpoint?.(fake) ?? {};
  const endpoint = { url: facts.url ?? fake.url, secrets: secrets ?? facts.secrets ?? {}, settings: harness.kind.settings.parse(facts.settings ?? {}) };
  const isWork = (method: string, { pathname, searchParams }: URL) => harness.isWork({ method, path: pathname, query: searchParams });
  const works: { sendingsBefore: number }[] = [];
  const handles: string[] = [];
  let sendings = 0;
  let atFake = 0;
  let workBytes = 0;
  let calls = 0;
  fake.server.on('request', (request, response) => {
    atFake += 1;
    response.on('close', () => { atFake -= 1; });
    if (isWork(request.method ?? '', new URL(request.url ?? '/', fake.url))) works.push({ sendingsBefore: sendings });
  });
  // This machine is no public address: allowed as an operator allows a private one.
  const out = safeFetch().allowing([new URL(fake.url).host]);
  const heard = (bytes: number) => { workBytes += bytes; };
  const watched = watchedWeb(out, { isWork, hurryMs, heard });
  const fresh = watchedWeb(out, { isWork, hurryMs, heard });
  const tools = (web: ProviderTools['web']): ProviderTools => ({ web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => { throw signal.reason; }) });

  const isQuiet = async () => {
    await eventually('no answer is left unread', () => [...watched.open(), ...fresh.open()].length === 0, 5000);
    await eventually('no request is left at the provider', () => atFake === 0, 5000);
    await eventually('no timer is left', () => timers.left() === 0, 5000);
  };

  const call: Stage['call'] = (signal = new AbortController().signal, over = {}) => ({
    id: `00000000-0000-4000-8000-${String(calls += 1).padStart(12, '0')}`, signal,
    // Late, so that one who does not wait for it is seen.
    onSending: async () => { await sleep(3); sendings += 1; },
    onAccepted: async (handle) => { await sleep(1); handles.push(handle); },
    told: () => undefined, ...over,
  });

  const provider = harness.kind.open(endpoint, tools(watched.web));
  return {
    fake, provider, reopen: () => harness.kind.open(endpoint, tools(fresh.web)),
    breakOff: () => { watched.breakOff(); }, works: () => works, sendings: () => sendings, workBytes: () => workBytes, handles, call, isQuiet,
    async happens(act, asked = call()) {
      const billedBefore = fake.billed();
      const worksBefore = works.length;
      const sendingsBefore = sendings;
      let isOver = false;
      const late: string[] = [];
      const told = (what: string) => { asked.told(what); if (isOver) late.push(what); };
      const end = await timers.within(() => act.run(provider, { ...asked, told })).then((answer) => ({ answer }), (error: unknown) => ({ error })).finally(() => { isOver = true; });
      const mine = works.slice(worksBefore);
      expect(mine.length, 'work is asked for once').toBeLessThanOrEqual(harness.worksMax ?? 1);
      mine.forEach((work, index) => { expect(work.sendingsBefore - sendingsBefore, 'onSending is waited for before each request for work').toBeGreaterThan(index); });
      if ('error' in end) judgeError(end.error, { bills: harness.kind.bills, billed: fake.billed() - billedBefore, secrets: Object.values(endpoint.secrets) });
      await sleep(5);
      expect(late, 'nothing is told after the end').toEqual([]);
      return end;
    },
    async close() {
      timers.end();
      await fake.close();
    },
  };
}

/** What holds for every error of a provider: told in our terms, fit for what was billed, and without secrets. */
export function judgeError(error: unknown, { bills, billed, secrets }: { bills: boolean; billed: number; secrets: readonly string[] }): void {
  // What `onSending` throws is the caller's own.
  if (!(error instanceof ProviderError)) throw new Error(`not a ProviderError: ${inspect(error, { depth: 3 })}`, { cause: error });
  if (bills && billed > 0) expect(['down', 'busy'], `billed, so ${error.fault} must not be tried again by itself`).not.toContain(error.fault);
  const shown = `${inspect(error, { depth: 8 })} ${error.message} ${error.facts.said ?? ''}`;
  for (const secret of secrets) expect(shown.includes(secret), 'a key in an error').toBe(false);
  expect(shown.includes(PROMPT), 'the prompt in an error').toBe(false);
  expect((error.facts.said ?? '').length).toBeLessThanOrEqual(500);
}
