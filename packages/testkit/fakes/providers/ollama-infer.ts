import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { OllamaHost } from './ollama-host.ts';
import { timeOf } from './ollama-models.ts';
import { errorOf, OllamaRefusal } from './ollama-refusal.ts';
import type { OllamaPrompt } from './ollama-request.ts';
import { writingOf, type OllamaWriting } from './ollama-writing.ts';
import type { Reply } from './reply.ts';

/** How one of the faces says it. */
export type Saying = {
  type: string;
  /** The pieces of a stream, without its end. */
  pieces(writing: OllamaWriting): string[];
  /** What closes a stream that went well. */
  end(writing: OllamaWriting, spans: Spans): string[];
  /** Told inside a stream that began as a success. */
  error(message: string): string;
  whole(writing: OllamaWriting, spans: Spans): object;
};

/** Milliseconds. */
export type Spans = { loadMs: number; writeMs: number };

export type InferOptions = { host: OllamaHost; stepMs: number; write?: (prompt: OllamaPrompt) => string };

const BROKEN = 'an error was encountered while running the model: unexpected EOF';

/** One answer, in its turn; loads the model before, and keeps or unloads it after. */
export async function infer(prompt: OllamaPrompt, saying: Saying, reply: Reply, fault: Fault | undefined, { host, stepMs, write }: InferOptions): Promise<void> {
  await host.inTurn(reply, async () => {
    const loadMs = await host.load(prompt.model, prompt.contextLength);
    try {
      const writing = writingOf(prompt, fault, write);
      const count = writing.thinking.length + writing.tokens.length;
      const spans = { loadMs, writeMs: stepMs * count };
      const isBroken = fault?.kind === 'stream-error';
      if (!isBroken) reply.bill();
      if (prompt.isStream) return await reply.stream(saying.type, told(host, saying, writing, spans, isBroken), stepMs);
      if (spans.writeMs > 0) await Promise.race([sleep(spans.writeMs), reply.left()]);
      if (reply.isLeft) return void (host.cancelled += 1);
      if (isBroken) throw new OllamaRefusal(500, BROKEN);
      await reply.answer({ headers: { 'content-type': 'application/json; charset=utf-8' }, body: saying.whole(writing, spans) });
    } finally {
      host.keep(prompt.model, prompt.keepMs);
    }
  });
}

/** Only loads, or unloads when it is not to stay. */
export async function loadOnly(prompt: OllamaPrompt, kind: 'chat' | 'generate', reply: Reply, host: OllamaHost): Promise<void> {
  if (prompt.keepMs > 0) await host.load(prompt.model, prompt.contextLength);
  host.keep(prompt.model, prompt.keepMs);
  const words = kind === 'chat' ? { message: { role: 'assistant', content: '' } } : { response: '' };
  await reply.answer({
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: { model: prompt.askedName, created_at: timeOf(host.options.now()), ...words, done: true, done_reason: prompt.keepMs > 0 ? 'load' : 'unload' },
  });
}

/** The API's own way: a line for each token, the last one with its reason and counts. */
export function linesFor(prompt: OllamaPrompt, kind: 'chat' | 'generate', host: OllamaHost): Saying {
  const head = () => ({ model: prompt.askedName, created_at: timeOf(host.options.now()) });
  const part = (content: string, more: object = {}) => (kind === 'chat' ? { message: { role: 'assistant', content, ...more } } : { response: content, ...more });
  const line = (body: object) => `${JSON.stringify(body)}\n`;
  return {
    type: 'application/x-ndjson',
    pieces: ({ thinking, tokens, toolCalls }) => [
      ...thinking.map((it) => line({ ...head(), ...part('', { thinking: it }), done: false })),
      ...tokens.map((it) => line({ ...head(), ...part(it), done: false })),
      ...(toolCalls.length > 0 ? [line({ ...head(), ...part('', { tool_calls: toolCalls }), done: false })] : []),
    ],
    end: (writing, spans) => [line({ ...head(), ...part(''), done: true, ...countsOf(writing, spans) })],
    error: (message) => line(errorOf('api', 500, message)),
    whole: (writing, spans) => {
      const more = { ...(writing.thinking.length > 0 ? { thinking: writing.thinking.join('') } : {}), ...(writing.toolCalls.length > 0 ? { tool_calls: writing.toolCalls } : {}) };
      return { ...head(), ...part(writing.tokens.join(''), more), done: true, ...countsOf(writing, spans) };
    },
  };
}

/** Spans in nanoseconds. */
function countsOf({ thinking, tokens, doneReason, promptTokens }: OllamaWriting, { loadMs, writeMs }: Spans) {
  const [load, read, write] = [loadMs, 0.3, writeMs].map((ms) => Math.round(ms * 1e6) + 41_709);
  return {
    done_reason: doneReason, total_duration: load! + read! + write!, load_duration: load!,
    prompt_eval_count: promptTokens, prompt_eval_duration: read!, eval_count: thinking.length + tokens.length, eval_duration: write!,
  };
}

function* told(host: OllamaHost, saying: Saying, writing: OllamaWriting, spans: Spans, isBroken: boolean): Generator<string> {
  let isOver = false;
  try {
    const pieces = saying.pieces(writing);
    if (isBroken) yield* [...pieces.slice(0, Math.ceil(pieces.length / 2)), saying.error(BROKEN)];
    else yield* [...pieces, ...saying.end(writing, spans)];
    isOver = true;
  } finally {
    if (!isOver) host.cancelled += 1;
  }
}
