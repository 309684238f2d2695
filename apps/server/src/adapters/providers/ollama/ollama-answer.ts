import { z } from 'zod';
import type { TextAnswer, TextCall, ToolCall } from '../../../ports/text-provider.ts';
import { cleanSaid, wordsIn } from '../wire/said.ts';
import type { Streamed, Wire } from '../wire/wire.ts';
import { Said } from './ollama-wire.ts';

const Call = z.object({ id: z.string().nullish(), function: z.object({ name: z.string(), arguments: z.unknown() }) });
const Line = z.object({
  message: z.object({ content: z.string().nullish(), thinking: z.string().nullish(), tool_calls: z.array(Call).nullish() }).nullish(),
  done: z.boolean().nullish(), done_reason: z.string().nullish(), prompt_eval_count: z.number().nullish(), eval_count: z.number().nullish(),
});

/** The answer of a stream of lines, the last of which says `done`. Throws ProviderError. */
export async function answerOf(streamed: Streamed, { wire, call, body }: { wire: Wire; call: TextCall; body: unknown }): Promise<TextAnswer> {
  const toolCalls: ToolCall[] = [];
  let text = '';
  let thinking = '';
  for await (const line of streamed.lines()) {
    const { message, done, ...end } = readLine(line, { wire, body });
    if (message?.thinking) {
      thinking += message.thinking;
      call.onPiece?.({ kind: 'thinking', text: message.thinking });
    }
    if (message?.content) {
      text += message.content;
      call.onPiece?.({ kind: 'text', text: message.content });
    }
    for (const { id, function: { name, arguments: given } } of message?.tool_calls ?? []) toolCalls.push({ id: id || `call_${toolCalls.length + 1}`, name, argumentsJson: JSON.stringify(given ?? {}) });
    if (!done) continue;
    if (text.trim() === '' && toolCalls.length === 0) throw wire.fault('empty', { code: 'words.missing' });
    return {
      text, ...(thinking === '' ? {} : { thinking }), toolCalls, finish: toolCalls.length > 0 ? 'tools' : end.done_reason === 'length' ? 'length' : 'stop',
      // What it has read before and still knows is not counted again: the field is left out then.
      ...(end.eval_count == null ? {} : { usage: { inputTokens: end.prompt_eval_count ?? 0, outputTokens: end.eval_count } }),
    };
  }
  throw wire.lost({ mayBill: true }, { code: 'answer.unfinished' });
}

function readLine(line: string, { wire, body }: { wire: Wire; body: unknown }): z.infer<typeof Line> {
  const json = jsonOf(line);
  const failed = Said.safeParse(json);
  if (failed.success) throw wire.fault('down', { code: 'stream.error', said: cleanSaid(failed.data.error, { secrets: [], texts: wordsIn(body) }) });
  const read = Line.safeParse(json);
  if (!read.success) throw wire.lost({ mayBill: true }, { code: 'answer.unreadable' });
  return read.data;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
