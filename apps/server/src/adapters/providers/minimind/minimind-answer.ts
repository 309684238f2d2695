import { z } from 'zod';
import type { TextAnswer, TextCall, ToolCall } from '../../../ports/text-provider.ts';
import { cleanSaid, wordsIn } from '../wire/said.ts';
import type { Streamed, Wire } from '../wire/wire.ts';
import { toolCallSieve } from './tool-call-sieve.ts';

const Call = z.object({ id: z.string().nullish(), function: z.object({ name: z.string(), arguments: z.union([z.string(), z.record(z.string(), z.unknown()).transform((given) => JSON.stringify(given))]).nullish() }) });
const Delta = z.object({ content: z.string().nullish(), reasoning_content: z.string().nullish(), tool_calls: z.array(Call).nullish() });
const Chunk = z.union([
  z.object({ error: z.unknown() }).refine(({ error }) => error !== undefined && error !== null),
  z.object({ choices: z.array(z.object({ delta: Delta.nullish(), finish_reason: z.string().nullish() })) }),
]);

/**
 * The answer of a stream that ends with its body. One without `finish_reason` was broken off, since no end is told besides. It says `stop`
 * where `max_tokens` cut it too. Throws ProviderError.
 */
export async function answerOf(streamed: Streamed, { wire, call, body, hasTools }: { wire: Wire; call: TextCall; body: unknown; hasTools: boolean }): Promise<TextAnswer> {
  const sieve = toolCallSieve();
  const toolCalls: ToolCall[] = [];
  let text = '';
  let thinking = '';
  let isEnded = false;
  const tell = (words: string) => {
    if (words === '') return;
    text += words;
    call.onPiece?.({ kind: 'text', text: words });
  };
  for await (const { data } of streamed.events()) {
    const chunk = Chunk.safeParse(jsonOf(data));
    if (!chunk.success) throw wire.lost({ mayBill: true }, { code: 'answer.unreadable' });
    if ('error' in chunk.data) throw wire.fault('down', { code: 'stream.error', said: cleanSaid(wordsOf(chunk.data.error), { secrets: [], texts: wordsIn(body) }) });
    for (const { delta, finish_reason: finish } of chunk.data.choices) {
      if (delta?.reasoning_content) {
        thinking += delta.reasoning_content;
        call.onPiece?.({ kind: 'thinking', text: delta.reasoning_content });
      }
      if (delta?.content) tell(hasTools ? sieve.take(delta.content) : delta.content);
      for (const { id, function: { name, arguments: given } } of delta?.tool_calls ?? []) toolCalls.push({ id: id || `call_${toolCalls.length + 1}`, name, argumentsJson: given ?? '{}' });
      if (finish) isEnded = true;
    }
  }
  if (!isEnded) throw wire.lost({ mayBill: true }, { code: 'answer.unfinished' });
  tell(sieve.end(toolCalls.length > 0));
  if (text.trim() === '' && toolCalls.length === 0) throw wire.fault('empty', { code: 'words.missing' });
  return { text, ...(thinking === '' ? {} : { thinking }), toolCalls, finish: toolCalls.length > 0 ? 'tools' : 'stop' };
}

function wordsOf(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
