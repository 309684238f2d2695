/**
 * The boundary between the house and a plug-in. What it throws becomes a ProviderError, what the house's own functions throw stays what it
 * is, and an answer counts only after it was looked at.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { PROVIDER_FAULTS, ProviderError } from '../../../ports/provider-error.ts';
import type { ProviderCall, ProviderTools } from '../../../ports/provider.ts';
import { WebError } from '../../../ports/safe-fetch.ts';
import { cleanSaid } from '../wire/said.ts';
import { wireFaults } from '../wire/wire-faults.ts';
import { wordsOf } from './try-plug-in.ts';

/** What a plug-in may take to end what was cancelled. */
const GRACE_MS = 5000;
/** The longest that a card at home draws; whatever takes longer will not come. */
const WORK_MS = 3_600_000;
const LOOK_MS = 60_000;
const HANDLE_MAX = 2000;

type Work = { call: ProviderCall; /** The user's own words, which no error repeats. */ texts: readonly string[] };

export type Guard = {
  /** What the plug-in is given: the vetted way out, and nothing that widens it. */
  tools: ProviderTools;
  /** Of a question that costs nothing. */
  look<Answer>(signal: AbortSignal, act: (signal: AbortSignal) => unknown, read: (given: unknown) => Answer): Promise<Answer>;
  work<Answer>(work: Work, act: (call: ProviderCall, house: House) => unknown, read: (given: unknown) => Answer): Promise<Answer>;
  check(signal: AbortSignal, act: (signal: AbortSignal) => unknown): Promise<{ says?: string }>;
  /** A fault that is told in an answer, cleaned as one that is thrown. */
  clean(fault: unknown, facts: unknown, texts: readonly string[]): ProviderError;
};

/** A function of the house within a plug-in: what it throws ends the call as it is, and after its end it does nothing. */
export type House = <Result>(act: () => Result | Promise<Result>) => Promise<Result | undefined>;

/** Of the call that is running: what was announced to the house, and what has left since. */
type Running = { mayCost: boolean; announce(): Promise<void>; isAnnounced: boolean; asked: number; hasReached: boolean };

export function openGuard({ bills, secrets, tools }: { bills: boolean; secrets: readonly string[]; tools: ProviderTools }): Guard {
  const faults = wireFaults({ secretsToMask: secrets, tools });
  const running = new AsyncLocalStorage<Running>();
  const lostFault = (mayHaveCost: boolean) => (mayHaveCost ? 'unknown' : 'down');

  /** A request that may have been for work. One that was not announced is announced now: a forgotten word must not be paid twice. */
  async function leaving<Result>(isWork: boolean, act: () => Promise<Result>): Promise<Result> {
    const now = running.getStore();
    if (!now) return act();
    if (now.mayCost && isWork && !now.isAnnounced) await now.announce();
    if (now.isAnnounced) now.asked += 1;
    try {
      const result = await act();
      now.hasReached ||= now.isAnnounced;
      return result;
    } catch (error) {
      now.hasReached ||= now.isAnnounced && !(error instanceof WebError && !error.wasSent);
      throw error;
    }
  }

  function clean(fault: unknown, facts: unknown, { texts, mayHaveCost, cause }: { texts: readonly string[]; mayHaveCost: boolean; cause?: unknown }): ProviderError {
    const known = PROVIDER_FAULTS.find((one) => one === fault);
    // A cancel that nobody asked for, and a bill where there is none, are the plug-in's mistakes.
    const told = known === undefined || known === 'cancelled' || (known === 'unknown' && !bills) ? lostFault(mayHaveCost) : known;
    return faults.make(told, { ...Facts.parse(facts), cause }, texts);
  }

  function faultOf(error: unknown, { signal, now, texts }: { signal: AbortSignal; now: Running; texts: readonly string[] }): ProviderError {
    if (signal.aborted) return faults.make('cancelled', { cause: error });
    const mayHaveCost = now.mayCost && now.isAnnounced;
    if (isProviderError(error)) return clean(error.fault, error.facts, { texts, mayHaveCost, cause: error });
    if (error instanceof WebError) {
      const hasLeft = mayHaveCost && (now.hasReached || now.asked === 0);
      return hasLeft ? faults.lost({ isBilled: true }, { code: `web.${error.kind}`, cause: error }) : faults.ofThrown(error, { isBilled: mayHaveCost, signal }) as ProviderError;
    }
    return faults.make(lostFault(mayHaveCost), { code: 'plug-in.threw', said: wordsOf(error), cause: error }, texts);
  }

  async function run<Answer>({ call, texts, mostMs, mayCost }: Work & { mostMs: number; mayCost: boolean }, act: (call: ProviderCall, house: House) => unknown, read: (given: unknown) => Answer): Promise<Answer> {
    let isOver = false;
    let broken: { error: unknown } | undefined;
    const house: House = async (inner) => {
      if (isOver) return undefined;
      try {
        return await inner();
      } catch (error) {
        broken ??= { error };
        throw error;
      }
    };
    const now: Running = { mayCost, isAnnounced: false, asked: 0, hasReached: false, announce: async () => {
      await house(() => call.onSending());
      now.isAnnounced = true;
    } };
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(mostMs)]);
    const onAccepted = (handle: unknown) => house(async () => { if (typeof handle === 'string' && handle !== '' && handle.length <= HANDLE_MAX) await call.onAccepted(handle); });
    const theirs: ProviderCall = { id: call.id, signal, onSending: now.announce, onAccepted: async (handle) => { await onAccepted(handle); } };
    try {
      const given = await untilAborted(running.run(now, async () => act(theirs, house)), signal);
      if (broken) throw broken.error;
      return read(given);
    } catch (error) {
      throw broken ? broken.error : faultOf(error, { signal: call.signal, now, texts });
    } finally {
      isOver = true;
    }
  }

  const look: Guard['look'] = (signal, act, read) => run({ call: { id: '', signal, onSending: async () => undefined, onAccepted: async () => undefined }, texts: [], mostMs: LOOK_MS, mayCost: false }, (call) => act(call.signal), read);
  return {
    look,
    work: (work, act, read) => run({ ...work, mostMs: WORK_MS, mayCost: bills }, act, read),
    check: (signal, act) => look(signal, act, (given) => {
      const { says } = Says.parse(given);
      return says === undefined ? {} : { says: cleanSaid(says, { secrets }).slice(0, 200) };
    }),
    clean: (fault, facts, texts) => clean(fault, facts, { texts, mayHaveCost: bills }),
    tools: {
      now: () => tools.now(), wait: (ms, signal) => tools.wait(ms, signal),
      web: {
        fetch: (url, outgoing) => leaving((outgoing.method ?? 'GET') !== 'GET', () => tools.web.fetch(url, outgoing)),
        openSocket: (url, options) => leaving(true, () => tools.web.openSocket(url, options)),
      },
    },
  };
}

const Says = z.object({ says: z.string().optional().catch(undefined) }).catch({});
const Facts = z.object({
  said: z.string().optional().catch(undefined), code: z.string().optional().catch(undefined), status: z.int().min(100).max(599).optional().catch(undefined),
  retryAfterMs: z.number().min(0).max(86_400_000).optional().catch(undefined), side: z.enum(['input', 'output']).optional().catch(undefined), requestId: z.string().max(120).optional().catch(undefined),
}).catch({});

/** By its looks: a plug-in has a copy of the class of its own. */
function isProviderError(error: unknown): error is { fault: unknown; facts: unknown } {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'ProviderError' && 'fault' in error && PROVIDER_FAULTS.some((one) => one === error.fault);
}

/** What it comes to; after `signal` aborts it is waited for a little while longer. */
function untilAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const giveGrace = () => { timer = setTimeout(() => reject(signal.reason as Error), GRACE_MS); };
  if (signal.aborted) giveGrace();
  else signal.addEventListener('abort', giveGrace, { once: true });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveGrace);
  });
}
