import { z } from 'zod';
import type { TextAnswer, TextRequest, ToolCall } from '../../../ports/text-provider.ts';
import { cleanSaid, wordsIn } from '../wire/said.ts';
import type { Ask, Wire } from '../wire/wire.ts';

const Usage = z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) }).nullish().catch(undefined);
const CallPart = z.object({
  index: z.int().min(0).nullish(), id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
/** Thoughts come under either name. */
const Words = z.object({
  content: z.string().nullish(), refusal: z.string().nullish(), reasoning_content: z.string().nullish().catch(undefined), reasoning: z.string().nullish().catch(undefined),
  tool_calls: z.array(CallPart).nullish(),
});
/** A whole answer has `message`, a chunk `delta`; the last chunk may hold nothing but what was used. */
export const Chunk = z.object({
  choices: z.array(z.object({ index: z.int().nullish(), message: Words.nullish(), delta: Words.nullish(), finish_reason: z.string().nullish() })),
  usage: Usage,
});
export type Chunk = z.infer<typeof Chunk>;

/** What was said so far. */
export type Told = { text: string; thinking: string; refusal: string; calls: { id: string; name: string; arguments: string; index: number }[]; finish: string | undefined; usage: TextAnswer['usage'] };

export function nothingTold(): Told {
  return { text: '', thinking: '', refusal: '', calls: [], finish: undefined, usage: undefined };
}

/** Takes a chunk or a whole answer in, and gives back what is new in it. Only the first choice is asked for. */
export function takeIn(told: Told, { choices, usage }: Chunk): { text: string; thinking: string } {
  if (usage) told.usage = { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  const fresh = { text: '', thinking: '' };
  for (const { index, message, delta, finish_reason: finish } of choices) {
    if ((index ?? 0) !== 0) continue;
    const words = delta ?? message;
    fresh.text += words?.content ?? '';
    fresh.thinking += words?.reasoning_content ?? words?.reasoning ?? '';
    told.refusal += words?.refusal ?? '';
    for (const part of words?.tool_calls ?? []) takeCall(told, part, message !== undefined && message !== null);
    told.finish = finish ?? told.finish;
  }
  told.text += fresh.text;
  told.thinking += fresh.thinking;
  return fresh;
}

/** Parts of one call share its index, or its id, or come after it with neither. */
function takeCall(told: Told, { index, id, function: called }: z.infer<typeof CallPart>, isWhole: boolean): void {
  const last = told.calls.at(-1);
  const known = isWhole ? undefined : told.calls.find((call) => (typeof index === 'number' ? call.index === index : id ? call.id === id : call === last));
  const call = known ?? { id: '', name: '', arguments: '', index: index ?? told.calls.length };
  if (!known) told.calls.push(call);
  if (id) call.id = id;
  if (called?.name) call.name ||= called.name;
  call.arguments += called?.arguments ?? '';
}

type Asked = { wire: Wire; ask: Ask; request: TextRequest; restore: ((text: string) => string) | undefined };

/** Throws ProviderError. */
export function answerOf(told: Told, { wire, ask, request, restore }: Asked): TextAnswer {
  if (told.finish === 'content_filter') throw wire.fault('refused', { side: 'output', code: 'content_filter' });
  if (told.refusal) throw wire.fault('refused', { side: 'input', code: 'refusal', said: cleanSaid(told.refusal, { secrets: [], texts: wordsIn(request.messages) }) });
  if (told.finish === 'error') throw wire.lost(ask, { code: 'error' });
  const toolCalls = told.calls.filter(({ name }) => name !== '').map((call, at): ToolCall => ({ id: call.id || `call_${at}`, name: call.name, argumentsJson: call.arguments || '{}' }));
  if (told.text === '' && toolCalls.length === 0) throw wire.fault('empty', { code: told.finish === 'length' ? 'words.cut' : 'words.missing' });
  return {
    text: restore ? restore(told.text) : told.text, ...(told.thinking ? { thinking: told.thinking } : {}), toolCalls,
    finish: toolCalls.length > 0 ? 'tools' : told.finish === 'length' ? 'length' : 'stop', ...(told.usage ? { usage: told.usage } : {}),
  };
}
