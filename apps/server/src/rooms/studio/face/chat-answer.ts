/** Answers in the shapes of `/v1/chat/completions`, whole and in chunks. Pure. */
import type { TextAnswer, TextPiece, TextUsage } from '../../../ports/text-provider.ts';
import type { ChatRequest } from './chat-request.ts';
import { fitsSchema } from './fits-schema.ts';
import { OpenaiRefusal } from './openai-refusal.ts';

export type ChatHead = { id: string; created: number; model: string };

const REASONS = { stop: 'stop', length: 'length', tools: 'tool_calls' } as const;

/** Models think aloud under `reasoning_content`, as other servers say it. */
export function completionOf(head: ChatHead, { text, thinking, toolCalls, finish, usage }: TextAnswer): object {
  const calls = toolCalls.map(({ id, name, argumentsJson }) => ({ id, type: 'function', function: { name, arguments: argumentsJson } }));
  const content = text === '' && calls.length > 0 ? null : text;
  return {
    ...head, object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null, ...(thinking ? { reasoning_content: thinking } : {}), ...(calls.length > 0 ? { tool_calls: calls } : {}) }, logprobs: null, finish_reason: REASONS[finish] }],
    ...(usage ? { usage: usageOf(usage) } : {}),
  };
}

export function firstChunk(head: ChatHead, wantsUsage: boolean): string {
  return chunk(head, { role: 'assistant', content: '', refusal: null }, wantsUsage);
}

export function pieceChunk(head: ChatHead, { kind, text }: TextPiece, wantsUsage: boolean): string {
  return chunk(head, kind === 'thinking' ? { reasoning_content: text } : { content: text }, wantsUsage);
}

/** Calls, the end, and what was used. */
export function lastChunks(head: ChatHead, { toolCalls, finish, usage }: TextAnswer, wantsUsage: boolean): string {
  const calls = toolCalls.map(({ id, name, argumentsJson }, index) => chunk(head, { tool_calls: [{ index, id, type: 'function', function: { name, arguments: argumentsJson } }] }, wantsUsage));
  const end = chunk(head, {}, wantsUsage, REASONS[finish]);
  const used = wantsUsage && usage ? event({ ...head, object: 'chat.completion.chunk', choices: [], usage: usageOf(usage) }) : '';
  return `${calls.join('')}${end}${used}data: [DONE]\n\n`;
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

function chunk(head: ChatHead, delta: object, wantsUsage: boolean, reason: string | null = null): string {
  return event({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }], ...(wantsUsage ? { usage: null } : {}) });
}

function usageOf({ inputTokens, outputTokens }: TextUsage): object {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

/** Small models put JSON between fences, though they were asked for nothing else. */
export function withoutFences(text: string): string {
  const inner = /^\s*```[a-z]*\s*\n([^]*?)\n?\s*```\s*$/i.exec(text)?.[1];
  return inner !== undefined && jsonOf(inner) !== undefined ? inner : text;
}

/** Whoever asked for strictness gets what fits, or is told that there is none. What was cut cannot fit, and says so by itself. Throws OpenaiRefusal. */
export function mustHold({ response_format: format, tools = [] }: ChatRequest, answer: TextAnswer): void {
  if (answer.finish === 'length') return;
  if (format?.type === 'json_schema' && format.json_schema.strict === true && answer.toolCalls.length === 0) mustBe(answer.text, format.json_schema.schema, 'The answer of the model');
  for (const { name, argumentsJson } of answer.toolCalls) {
    const tool = tools.find((one) => one.function.name === name)?.function;
    if (tool?.strict === true) mustBe(argumentsJson, tool.parameters ?? true, `What the model calls ${name} with`);
  }
}

function mustBe(text: string, schema: unknown, what: string): void {
  const value = jsonOf(text);
  if (value !== undefined && fitsSchema(value.json, schema)) return;
  throw new OpenaiRefusal({ status: 502, type: 'server_error', code: 'answer_does_not_fit', message: `${what} does not fit the schema, though it was to be strict; it may have cost. Try another model, or leave strict out.` });
}

function jsonOf(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
