/** The body of `/v1/chat/completions`. What the models here cannot be told is refused by name; what changes nothing in the answer is let through. */
import { STOP_WORDS_MAX, TEXT_MESSAGES_MAX, TEXT_TOOLS_MAX } from '@komawari/contract';
import { z } from 'zod';

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const only = <const T extends string | number | boolean>(value: T) => z.literal(value, { error: `only ${String(value)} is possible here` });
const schema = z.record(z.string(), z.json());

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() });
const texts = z.union([z.string(), z.array(textPart).max(1000).transform((parts) => parts.map(({ text }) => text).join('\n'))]);
const imagePart = z.strictObject({ type: z.literal('image_url'), image_url: z.strictObject({ url: z.string(), detail: z.enum(['auto', 'low', 'high', 'original']).optional() }) });

const toolCall = z.object({ id: z.string().min(1).max(200), type: z.literal('function'), function: z.object({ name: z.string().min(1).max(200), arguments: z.string() }) });

const Message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['system', 'developer']), content: texts }),
  z.strictObject({ role: z.literal('user'), content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart, imagePart])).min(1).max(1000)]) }),
  // Programs send back what they were sent, with whatever their client added to it.
  z.object({ role: z.literal('assistant'), content: texts.nullish(), refusal: z.string().nullish(), tool_calls: z.array(toolCall).max(TEXT_TOOLS_MAX).nullish(), audio: z.null().optional(), function_call: z.null().optional() }),
  z.strictObject({ role: z.literal('tool'), tool_call_id: z.string().min(1).max(200), content: texts }),
]);
export type ChatMessage = z.infer<typeof Message>;

export const ChatRequest = z.strictObject({
  model: z.string().min(1).max(400),
  messages: z.array(Message).min(1).max(TEXT_MESSAGES_MAX),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  max_tokens: z.int().min(1).optional(),
  max_completion_tokens: z.int().min(1).optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  stop: z.union([z.string().min(1).max(200).transform((word) => [word]), z.array(z.string().min(1).max(200)).max(STOP_WORDS_MAX)]).optional(),
  response_format: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text') }), z.strictObject({ type: z.literal('json_object') }),
    z.strictObject({ type: z.literal('json_schema'), json_schema: z.strictObject({ name: z.string().regex(NAME), description: z.string().max(4000).optional(), strict: z.boolean().nullish(), schema }) }),
  ]).optional(),
  tools: z.array(z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string().regex(NAME), description: z.string().max(20_000).optional(), parameters: schema.optional(), strict: z.boolean().nullish() }) })).max(TEXT_TOOLS_MAX).optional(),
  tool_choice: z.union([z.enum(['auto', 'none', 'required']), z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string().regex(NAME) }) })]).optional(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']).optional(),
  // One of them is all that these may be.
  n: only(1).optional(), logprobs: only(false).optional(), top_logprobs: only(0).optional(), presence_penalty: only(0).optional(), frequency_penalty: only(0).optional(),
  parallel_tool_calls: only(true).optional(), modalities: z.array(only('text')).optional(), verbosity: only('medium').optional(), logit_bias: z.strictObject({}).optional(),
  // They change nothing in the answer.
  user: z.string().optional(), metadata: z.record(z.string(), z.unknown()).optional(), store: z.boolean().optional(), service_tier: z.string().optional(), safety_identifier: z.string().optional(),
  prompt_cache_key: z.string().optional(), prompt_cache_retention: z.string().optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;
