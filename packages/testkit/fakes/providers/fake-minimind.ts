/**
 * MiniMind's `serve_openai_api.py` on the wire, as of 21 Aug 2026: one route, no key, no CORS, no list of models, no health.
 *
 * It streams unless told not to, ends a stream by ending the body (no `[DONE]`), never counts tokens, never says `length`, drops
 * fields that it does not know, writes a call of a tool as raw text before it tells it, and goes on writing when the caller has
 * gone. A call without a stream holds up the whole server.
 * Own faults: `empty` (no words) and `stream-error` (`data: {"error":"..."}` in the stream, HTTP 500 without one). All others
 * throw when they are set.
 *
 * Not certain, and so chosen: temperature 0 makes it fail (`zeroTemperature`); content that is no text fails while writing, not as
 * a 422; `max_tokens` below 1 writes nothing; the sentences of failures; thinking is asked for by `open_thinking`, there or in
 * `chat_template_kwargs`, or by its `enable_thinking`; an answer whose stream broke is not counted as billed.
 * Left out: the pages about itself that its framework serves.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeProvider, type FakeProvider } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import { MinimindBadBody, minimindRequest, type MinimindRequest } from './minimind-request.ts';
import { MinimindFailure, minimindEvents, minimindWhole, minimindWriting } from './minimind-writing.ts';
import type { Answer, Reply } from './reply.ts';

export type FakeMinimindOptions = {
  /** Between two tokens. */
  stepMs?: number;
  zeroTemperature?: 'fails' | 'accepted';
  /** The words of an answer, instead of the echo. */
  write?: (said: string) => string;
};

export type FakeMinimind = FakeProvider & {
  /** Answers begun and not yet written to their end, heard or not. */
  writing(): number;
  /** Answers written to their end, heard or not. */
  written(): number;
};

const KNOWN_FAULTS = ['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall', 'empty', 'stream-error'];
const ROUTE = '/v1/chat/completions';
const BROKEN = 'CUDA out of memory';

export async function startFakeMinimind({ stepMs = 0, zeroTemperature = 'fails', write }: FakeMinimindOptions = {}): Promise<FakeMinimind> {
  let writing = 0;
  let written = 0;
  let isFree = Promise.resolve();

  /** Goes on whether or not anybody listens. */
  async function compose(tokens: number): Promise<void> {
    writing += 1;
    if (stepMs > 0) await sleep(stepMs * tokens, undefined, { ref: false });
    writing -= 1;
    written += 1;
  }

  async function* held(events: Iterable<string>): AsyncGenerator<string> {
    for (const event of events) {
      await isFree;
      yield event;
    }
  }

  async function streamed(request: MinimindRequest, reply: Reply, fault: Fault | undefined): Promise<void> {
    let events: string[];
    try {
      const made = minimindWriting(request, { zeroTemperature, write });
      const spoken = fault?.kind === 'empty' ? { ...made, thinking: [], tokens: [], toolCalls: [] } : made;
      events = [...minimindEvents(spoken)];
      if (fault?.kind === 'stream-error') events.splice(Math.ceil(events.length / 2), Infinity, failed(BROKEN));
      else reply.bill();
      void compose(events.length);
    } catch (error) {
      if (!(error instanceof MinimindFailure)) throw error;
      events = [failed(error.message)];
    }
    await reply.stream('text/event-stream; charset=utf-8', held(events), stepMs);
  }

  async function whole(request: MinimindRequest, reply: Reply, fault: Fault | undefined): Promise<void> {
    const made = minimindWriting(request, { zeroTemperature, write });
    if (fault?.kind === 'stream-error') throw new MinimindFailure(BROKEN);
    const spoken = fault?.kind === 'empty' ? { ...made, thinking: [], content: '', toolCalls: [] } : made;
    reply.bill();
    isFree = isFree.then(() => compose(made.tokens.length));
    await isFree;
    await reply.answer({ body: minimindWhole(spoken) });
  }

  const fake = await startFakeProvider({
    routes: {
      async [`POST ${ROUTE}`](asked, reply) {
        await isFree;
        await reply.work(async (fault) => {
          try {
            const request = minimindRequest(asked);
            await (request.isStream ? streamed(request, reply, fault) : whole(request, reply, fault));
          } catch (error) {
            if (error instanceof MinimindBadBody) await reply.answer({ status: 422, body: { detail: error.detail } });
            else if (error instanceof MinimindFailure) await reply.answer(refusal(500, error.message));
            else throw error;
          }
        });
      },
    },
    guard(asked, reply) {
      if (asked.path === ROUTE && asked.method === 'POST') return true;
      const no: Answer = asked.path === ROUTE ? { status: 405, headers: { allow: 'POST' }, body: { detail: 'Method Not Allowed' } } : { status: 404, body: { detail: 'Not Found' } };
      void isFree.then(() => reply.answer(no));
      return false;
    },
    refusal,
  });

  return {
    ...fake, writing: () => writing, written: () => written,
    fault(...more) {
      for (const { kind } of more) if (!KNOWN_FAULTS.includes(kind)) throw new Error(`MiniMind has no fault ${kind}`);
      fake.fault(...more);
    },
  };
}

function failed(words: string): string {
  return `data: ${JSON.stringify({ error: words })}\n\n`;
}

function refusal(status: number, code: string | undefined): Answer {
  if (status === 422) return { status, body: { detail: [{ type: code ?? 'missing', loc: ['body', 'messages'], msg: 'Field required', input: {} }] } };
  return { status, body: { detail: code ?? 'Internal Server Error' } };
}
