import { z } from 'zod';
import { ImageRow, SchemaWay, StrictRules, TextRow, Vision } from '../openai/openai-settings.ts';

/** Whether a model sees pictures is told by few servers: these names are those of models that do. */
const TEXT_ROWS: z.input<typeof TextRow>[] = [
  ...['*vision*', '*-vl*', '*llava*', '*pixtral*', '*gemma-3*', '*internvl*', '*-4v*', '*molmo*'].map((id) => ({ id })), { id: '*', pictures: false },
];

/** What the operator may change of a server that speaks as OpenAI does. */
export const OpenaiCompatibleSettings = z.object({
  /** Of models that the server lists; where it lists none, those without `*`. What the server tells of a model itself goes before `pictures`. */
  textModels: z.array(TextRow).prefault(TEXT_ROWS),
  notText: z.array(z.string().min(1).max(200)).default(['*embed*', '*rerank*', '*whisper*', '*tts*', '*moderation*']),
  /** None unless told: nothing shows which of the models draw. */
  imageModels: z.array(ImageRow).default([]),
  vision: Vision,
  schema: SchemaWay.default('plain'),
  strict: StrictRules,
  tokensField: z.enum(['max_tokens', 'max_completion_tokens']).default('max_tokens'),
  /** Whether a stream is asked to end with what it used; a server that refuses `stream_options` needs `false`. */
  asksForUsage: z.boolean().default(true),
  pictureField: z.enum(['image[]', 'image']).default('image[]'),
  /** How pictures are to come back; nothing is sent unless told. */
  responseFormat: z.enum(['b64_json', 'url']).optional(),
  /** How long an answer may take to begin: one that is not streamed begins when it is done. */
  answerTimeoutMs: z.int().min(1000).default(1_800_000),
  /** The currency (ISO 4217) of the prices that the server tells with its models, as OpenRouter does; without it they are not looked at. */
  pricesIn: z.string().length(3).optional(),
}).prefault({});
export type OpenaiCompatibleSettings = z.infer<typeof OpenaiCompatibleSettings>;
