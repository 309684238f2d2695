import { z } from 'zod';
import { ProviderError } from '../../../ports/provider.ts';
import type { TextAnswer, TextCall, TextRequest, ToolCall } from '../../../ports/text-provider.ts';
import type { Streamed, Wire } from '../wire/wire.ts';
import { ArkFault, faultOf } from './ark-wire.ts';

const Usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() });
const Call = z.object({ index: z.int().min(0).max(999).nullish(), id: z.string().nullish(), function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish() });
const Message = z.object({ content: z.string().nullish(), reasoning_content: z.string().nullish(), tool_calls: z.array(Call).nullish() });
type Message = z.infer<typeof Message>;
/** `error` may stand under 200. */
export const Said = z.object({ choices: z.array(z.object({ message: Message, finish_reason: z.string().nullish() })).nullish(), usage: Usage.nullish(), error: ArkFault.nullish() });
export type Said = z.infer<typeof Said>;
const Chunk = z.object({ choices: z.array(z.object({ delta: Message.nullish(), finish_reason: z.string().nullish() })).nullish(), usage: Usage.nullish(), error: ArkFault.nullish() });

export type Writing = { wire: Wire; request: TextRequest; call: TextCall };

/** Throws ProviderError. */
export function answerOf({ choices, usage, error }: Said, writing: Writing): TextAnswer {
  if (error) throw failed(error, writing);
  const gathered = gather(writing.call);
  const choice = choices?.[0];
  if (choice) gathered.take(choice.message, choice.finish_reason);
  return gathered.answer(usage);
}

/** Throws ProviderError; what was told until then stays told. */
export async function answerOfChunks({ events }: Streamed, writing: Writing): Promise<TextAnswer> {
  const gathered = gather(writing.call);
  let usage: Said['usage'];
  for await (const { data } of events()) {
    if (data.trim() === '') continue;
    const chunk = Chunk.safeParse(jsonOf(data));
    if (!chunk.success) throw writing.wire.lost({ mayBill: true }, { code: 'answer.unreadable' });
    if (chunk.data.error) throw failed(chunk.data.error, writing);
    usage = chunk.data.usage ?? usage;
    const choice = chunk.data.choices?.[0];
    if (choice) gathered.take(choice.delta ?? {}, choice.finish_reason);
  }
  // A stream that stops without saying why was broken off by somebody in between.
  if (!gathered.isFinished()) throw writing.wire.lost({ mayBill: true }, { code: 'answer.cut' });
  return gathered.answer(usage);
}

/** Under 200 the words before it are paid for: only what is surely no answer is told as such. */
function failed(error: z.infer<typeof ArkFault>, { wire, request }: Writing): ProviderError {
  const prompt = request.messages.map(({ text }) => text).join('\n');
  return faultOf(wire, error, { prompt, otherwise: 'unknown' });
}

function gather(call: TextCall) {
  let [text, thinking, finish] = ['', '', ''];
  const calls = new Map<number, ToolCall>();

  function take({ content, reasoning_content: thought, tool_calls: parts }: Message, reason: string | null | undefined): void {
    if (thought) {
      thinking += thought;
      call.onPiece?.({ kind: 'thinking', text: thought });
    }
    if (content) {
      text += content;
      call.onPiece?.({ kind: 'text', text: content });
    }
    // The first piece of a call has its id and name, all have a part of its arguments.
    for (const [at, { index, id, function: part }] of (parts ?? []).entries()) {
      const place = index ?? at;
      const before = calls.get(place) ?? { id: '', name: '', argumentsJson: '' };
      calls.set(place, { id: before.id || (id ?? ''), name: before.name || (part?.name ?? ''), argumentsJson: before.argumentsJson + (part?.arguments ?? '') });
    }
    finish = reason ?? finish;
  }

  function answer(usage: Said['usage']): TextAnswer {
    if (finish === 'content_filter') throw new ProviderError('refused', { code: finish, side: 'output' });
    const toolCalls = [...calls].toSorted(([a], [b]) => a - b).map(([place, one]) => ({ ...one, id: one.id || `call_${place}` }));
    if (text.trim() === '' && toolCalls.length === 0) throw new ProviderError('empty');
    return {
      text, ...(thinking === '' ? {} : { thinking }), toolCalls, finish: toolCalls.length > 0 ? 'tools' : finish === 'length' ? 'length' : 'stop',
      ...(usage ? { usage: { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } } : {}),
    };
  }

  return { take, answer, isFinished: () => finish !== '' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
