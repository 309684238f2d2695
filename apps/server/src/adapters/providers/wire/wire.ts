import { z } from 'zod';
import type { ProviderError } from '../../../ports/provider-error.ts';
import { WebError, type Incoming } from '../../../ports/safe-fetch.ts';
import { downloadResult } from './download.ts';
import { events, PieceTooLarge } from './events.ts';
import { lines } from './lines.ts';
import { wordsIn } from './said.ts';
import { wireFaults, type Stake } from './wire-faults.ts';
import { addressOf, bodyOf, bodyOfForm, headersOf, type Payload } from './wire-request.ts';
import type { Answered, Ask, AskJson, Streamed, Wire, WireLimits, WireOptions } from './wire-types.ts';

export type { Answered, Ask, AskJson, Leaving, Refusal, RefusalReading, Streamed, Wire, WireLimits, WireOptions } from './wire-types.ts';

/** Of a question that costs nothing. */
const READ: WireLimits = { headTimeoutMs: 30_000, idleTimeoutMs: 30_000, bytesMax: 16 * 2 ** 20 };
/** Of work: pictures take minutes, and come as base64 of up to four at once. */
const WORK: WireLimits = { headTimeoutMs: 600_000, idleTimeoutMs: 300_000, bytesMax: 128 * 2 ** 20 };
const REFUSAL_MAX = 65_536;

/** The wire to one endpoint: requests with limits, and every failure as a ProviderError. */
export function openWire(options: WireOptions): Wire {
  const { tools, bills } = options;
  const faults = wireFaults(options);
  const stakeOf = (ask: Ask, payload?: Payload): Stake => ({ isBilled: bills && ask.mayBill === true, signal: ask.call.signal, texts: payload === undefined ? [] : wordsIn(payload.words) });

  /** A success, its body not yet read. */
  async function answerTo(path: string, ask: Ask, { payload, usual }: { payload?: Payload; usual: WireLimits }): Promise<{ answer: Incoming; stake: Stake }> {
    const stake = stakeOf(ask, payload);
    const answer = await send(path, ask, { payload, usual, stake });
    if (answer.status >= 200 && answer.status < 300) return { answer, stake };
    throw await refused(answer, stake);
  }

  async function send(path: string, ask: Ask, { payload, usual, stake }: { payload?: Payload; usual: WireLimits; stake: Stake }): Promise<Incoming> {
    if (ask.call.signal.aborted) throw faults.make('cancelled');
    const method = ask.method ?? (payload ? 'POST' : 'GET');
    const address = addressOf(options.url, path, ask.query);
    const leaving = { method, host: address.host, path: address.pathname, query: address.search.slice(1), body: payload?.bytes ?? new Uint8Array() };
    const headers = headersOf(payload, await options.headers?.(leaving), ask.headers);
    if (!headers) throw faults.make('denied', { code: 'key.malformed' });
    if (ask.mayBill) await ask.call.onSending?.();
    try {
      return await tools.web.fetch(address.href, { method, headers, body: payload?.bytes, signal: ask.call.signal, ...usual, ...options.limits, ...ask.limits, redirectsMax: 0 });
    } catch (error) {
      throw faults.ofThrown(error, stake);
    }
  }

  async function refused(answer: Incoming, stake: Stake): Promise<ProviderError> {
    const text = await textOf(answer).catch((error: unknown) => { throw faults.ofThrown(error, stake); });
    if (stake.signal.aborted) return faults.make('cancelled');
    return faults.ofRefusal({ status: answer.status, headers: answer.headers, text, json: jsonOf(text) }, stake);
  }

  async function json<Answer>(path: string, ask: AskJson<Answer>, payload?: Payload): Promise<Answered<Answer>> {
    const { answer, stake } = await answerTo(path, ask, { payload, usual: usualOf(ask) });
    const bytes = await answer.bytes().catch((error: unknown) => { throw faults.ofThrown(error, stake); });
    const { status, headers } = answer;
    if (ask.mayBeEmpty && bytes.byteLength === 0) return { status, headers, json: undefined as Answer };
    const read = (ask.reads ?? z.unknown() as z.ZodType<Answer>).safeParse(jsonOf(decode(bytes)) ?? UNREADABLE);
    if (!read.success || (read.data as unknown) === UNREADABLE) throw faults.lost(stake, { status, code: 'answer.unreadable' });
    return { status, headers, json: read.data };
  }

  async function stream(path: string, body: unknown, ask: Ask): Promise<Streamed> {
    const { answer, stake } = await answerTo(path, ask, { payload: body instanceof FormData ? await bodyOfForm(body) : body === undefined ? undefined : bodyOf(body), usual: WORK });
    const { status, headers } = answer;
    const discard = async (): Promise<void> => { await answer.discard().catch(() => undefined); };
    if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) {
      await discard();
      throw faults.lost(stake, { status, code: 'answer.unreadable' });
    }
    async function* held<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
      try {
        yield* pieces;
      } catch (error) {
        if (error instanceof PieceTooLarge) throw faults.lost(stake, { code: 'answer.too-large' });
        throw faults.ofThrown(error, stake);
      }
    }
    return { status, headers, body: held(answer.body), events: () => held(events(answer.body)), lines: () => held(lines(answer.body)), discard };
  }

  const wire: Wire = {
    getJson: (path, ask) => json(path, ask),
    postJson: (path, body, ask) => json(path, ask, bodyOf(body)),
    postForm: async (path, form, ask) => json(path, ask, await bodyOfForm(form)),
    async getBytes(path, ask) {
      const { answer, stake } = await answerTo(path, ask, { usual: { ...READ, bytesMax: 50 * 2 ** 20 } });
      const bytes = await answer.bytes().catch((error: unknown) => { throw faults.ofThrown(error, stake); });
      return { bytes, headers: answer.headers };
    },
    stream,
    download: (url, ask) => downloadResult({ url, call: ask.call, limits: ask.limits, tools, faults, isBilled: bills }),
    async openSocket(path, { call, query, messageBytesMax, openTimeoutMs = 15_000 }) {
      const address = addressOf(options.url, path, query);
      const headers = headersOf(undefined, await options.headers?.({ method: 'GET', host: address.host, path: address.pathname, query: address.search.slice(1), body: new Uint8Array() }), undefined);
      address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
      try {
        return await tools.web.openSocket(address.href, { headers: headers ?? {}, signal: call.signal, openTimeoutMs, messageBytesMax });
      } catch (error) {
        throw faults.ofThrown(error, { isBilled: false, signal: call.signal });
      }
    },
    fault: (fault, facts) => faults.make(fault, facts),
    lost: (ask, facts) => faults.lost({ isBilled: bills && ask.mayBill === true }, facts),
  };
  return wire;
}

const UNREADABLE = Symbol('unreadable');

function usualOf({ mayBill }: Ask): WireLimits {
  return mayBill ? WORK : READ;
}

/** Of a refusal as much as is of use; the rest is not waited for. */
async function textOf(answer: Incoming): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer.body) {
      parts.push(piece);
      bytes += piece.byteLength;
      if (bytes >= REFUSAL_MAX) break;
    }
  } catch (error) {
    // What came before it broke still says why.
    if (!(error instanceof WebError)) throw error;
  }
  return decode(Buffer.concat(parts).subarray(0, REFUSAL_MAX));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
