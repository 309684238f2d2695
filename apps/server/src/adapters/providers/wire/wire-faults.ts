import { ProviderError, type ProviderErrorFacts, type ProviderFault } from '../../../ports/provider-error.ts';
import { WebError } from '../../../ports/safe-fetch.ts';
import { retryAfterMs } from './retry-after.ts';
import { cleanSaid } from './said.ts';
import type { Refusal, WireOptions } from './wire-types.ts';

/** Whether a lost answer of this request may have cost something, and whose words may come back in an error. */
export type Stake = { isBilled: boolean; signal: AbortSignal; texts?: readonly string[] };

/** Statuses of those in between: the one behind them may have done the work. */
const LOST = new Set([502, 504, 520, 524]);
/** Where the names of a request of theirs stand. */
const REQUEST_IDS = ['x-request-id', 'request-id', 'x-tt-logid', 'x-goog-request-id'];

export type WireFaults = ReturnType<typeof wireFaults>;

/** Turns everything that goes wrong on the wire into a ProviderError, as the table of providers says. */
export function wireFaults({ secretsToMask, readRefusal, tools }: Pick<WireOptions, 'secretsToMask' | 'readRefusal' | 'tools'>) {
  function make(fault: ProviderFault, facts: ProviderErrorFacts = {}, texts: readonly string[] = []): ProviderError {
    const clean = (text: string | undefined): string | undefined => (text === undefined ? undefined : cleanSaid(text, { secrets: secretsToMask, texts }));
    const { said, code, ...rest } = facts;
    const known = { ...rest, said: clean(said) || undefined, code: clean(code)?.slice(0, 120) || undefined };
    return new ProviderError(fault, Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)));
  }

  const lost = (stake: Pick<Stake, 'isBilled'>, facts?: ProviderErrorFacts): ProviderError => make(stake.isBilled ? 'unknown' : 'down', facts);

  function byStatus(status: number, stake: Stake): ProviderFault {
    if (LOST.has(status)) return stake.isBilled ? 'unknown' : 'down';
    if (status >= 500 || status === 408 || status === 425) return 'down';
    if (status === 401 || status === 403) return 'denied';
    if (status === 402) return 'exhausted';
    return status === 429 ? 'busy' : 'invalid';
  }

  return {
    make, lost,
    /** Of an answer with a status that is no success. */
    ofRefusal(refusal: Refusal, stake: Stake): ProviderError {
      const { status, headers } = refusal;
      const requestId = REQUEST_IDS.map((name) => headers.get(name)).find((id) => id !== null)?.slice(0, 120);
      if (status >= 300 && status < 400) return make('invalid', { status, code: 'answer.redirect', said: 'It answered with a redirect, which is not followed: the address is not that of the service itself.', requestId });
      const { fault, ...read } = readRefusal?.(refusal) ?? {};
      const facts = { requestId, said: isPage(refusal) ? undefined : refusal.text, retryAfterMs: retryAfterMs(headers, tools.now()), ...defined(read), status };
      return make(fault ?? byStatus(status, stake), facts, stake.texts);
    },
    /** Of what was thrown while asking or reading. Anything that is neither of the web nor of ours is a defect, and passed on. */
    ofThrown(error: unknown, stake: Stake): unknown {
      if (stake.signal.aborted) return make('cancelled', { cause: error });
      if (!(error instanceof WebError)) return error;
      if (error.kind === 'blocked') return make('invalid', { code: 'address.blocked', cause: error });
      if (error.kind === 'too-many-redirects') return make('invalid', { code: 'answer.redirect', cause: error });
      if (!error.wasSent) return make('down', { code: `web.${error.kind}`, cause: error });
      return lost(stake, { code: `web.${error.kind}`, cause: error });
    },
  };
}

/** A web page, as one in between sends it, tells a user nothing. */
function isPage({ headers, text }: Pick<Refusal, 'headers' | 'text'>): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') || /^\s*</.test(text);
}

function defined<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Facts>;
}
