/** Words from the models that are set up, asked for by other programs and by the pages. */
import { z } from 'zod';
import { InputId, ProviderId } from './ids.ts';
import { defineRoute } from './route.ts';
import { ModelRef } from './studio.ts';
import { Price, TextModel } from './studio-models.ts';

export const TEXT_MESSAGES_MAX = 2000;
export const TEXT_TOOLS_MAX = 128;
export const STOP_WORDS_MAX = 4;

/** JSON Schema of draft 2020-12. */
const JsonSchema = z.record(z.string().max(200), z.json());
const text = z.string().max(4_000_000);
const ToolCall = z.strictObject({ id: z.string().min(1).max(200), name: z.string().min(1).max(200), /** JSON as the model wrote it. */ argumentsJson: z.string().max(1_000_000) });

const Message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), text }),
  /** Pictures by the ids under which they were given; for models that see. */
  z.strictObject({ role: z.literal('user'), text, pictureIds: z.array(InputId).max(20).default([]) }),
  z.strictObject({ role: z.literal('assistant'), text, toolCalls: z.array(ToolCall).max(TEXT_TOOLS_MAX).default([]) }),
  z.strictObject({ role: z.literal('tool'), callId: z.string().min(1).max(200), name: z.string().min(1).max(200), text }),
]);

/** What a text is written for, when no model is named: the one that was chosen for it, or the first there is. */
export const TextPurpose = z.enum(['words', 'script', 'vision']);
export type TextPurpose = z.infer<typeof TextPurpose>;

const AskForText = z.strictObject({
  /** Unless told, the model of `purpose`; then another may step in for one that is out of order. */
  model: ModelRef.optional(),
  purpose: TextPurpose.default('words'),
  messages: z.array(Message).min(1).max(TEXT_MESSAGES_MAX),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  answerTokensMax: z.int().min(1).optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  stop: z.array(z.string().min(1).max(200)).max(STOP_WORDS_MAX).optional(),
  thinking: z.boolean().optional(),
  /** The answer is to be JSON of this schema; whoever asks checks it. */
  schema: z.strictObject({ name: z.string().min(1).max(64), schema: JsonSchema }).optional(),
  tools: z.array(z.strictObject({ name: z.string().min(1).max(64), description: z.string().max(20_000).default(''), schema: JsonSchema })).max(TEXT_TOOLS_MAX).optional(),
  toolChoice: z.union([z.enum(['auto', 'none', 'required']), z.strictObject({ name: z.string().min(1).max(64) })]).optional(),
  /** Written anew even where one's own same request (with a seed, or temperature 0) has an answer already, which would be free. */
  isFresh: z.boolean().default(false),
});
export type AskForText = z.infer<typeof AskForText>;

const Text = z.object({
  text: z.string(), thinking: z.string().nullable(), toolCalls: z.array(ToolCall), finish: z.enum(['stop', 'length', 'tools']),
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int() }).nullable(),
  /** Who wrote it. */
  model: ModelRef,
  /** It is the answer to the same request made before, and cost nothing. */
  isCached: z.boolean(),
});

export type WrittenText = z.infer<typeof Text>;

/** One event of a text as it comes: `data: {…}`, an empty line after each. After `end` or `error` nothing follows. */
export type TextEvent =
  | { type: 'piece'; kind: 'text' | 'thinking'; text: string }
  | { type: 'end'; answer: WrittenText }
  | { type: 'error'; error: { code: string; message: string } };

/** A model that can write now. */
const TextModelOffer = z.object({ providerId: ProviderId, providerName: z.string(), /** Whether a request may cost money. */ bills: z.boolean(), isDefault: z.boolean(), model: TextModel, price: Price.nullable() });

export const studioTextRoutes = {
  models: defineRoute({
    id: 'studio.text-models', method: 'GET', path: '/studio/text-models', summary: 'Models that can write now, and what each can do',
    access: { who: 'user' }, response: z.object({ items: z.array(TextModelOffer) }),
  }),
  write: defineRoute({
    id: 'studio.write', method: 'POST', path: '/studio/texts', summary: 'Words of a model, when they are whole; as they come: /studio/texts/stream',
    access: { who: 'user', permission: 'pictures.make' }, body: AskForText, response: Text,
    errors: ['studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.input-gone', 'studio.budget-task', 'studio.budget-user', 'studio.budget-all', 'studio.budget-unknown', 'billing.quota-used-up', 'studio.provider-busy', 'studio.provider-down'], limit: { max: 120, windowSeconds: 60 },
  }),
  stream: defineRoute({
    id: 'studio.stream-text', method: 'POST', path: '/studio/texts/stream', summary: 'Words of a model as they come: server-sent events with pieces, then the whole answer or what went wrong',
    access: { who: 'user', permission: 'pictures.make' }, body: AskForText, givesBytes: ['text/event-stream'],
    errors: ['studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.input-gone', 'billing.quota-used-up', 'studio.provider-busy', 'studio.provider-down'], limit: { max: 120, windowSeconds: 60 },
  }),
};
