import { ImageAbility, PictureInput, Price, SizeRule } from '@komawari/contract';
import { z } from 'zod';

const Id = z.string().min(1).max(200);
/** Fields of the body that are sent along as they stand. */
const Fields = z.record(z.string().min(1).max(100), z.json());

/**
 * How an answer is held to a schema. `strict`: the schema is written anew as strict mode wants it; `plain`: it is sent as it is;
 * `object`: only that it is JSON; `prompt`: it stands in the words alone.
 */
export const SchemaWay = z.enum(['strict', 'plain', 'object', 'prompt']);
export type SchemaWay = z.infer<typeof SchemaWay>;

/** What is known of models for words whose id is like `id`; the first row that fits counts. */
export const TextRow = z.object({
  id: Id, name: Id.optional(),
  pictures: z.boolean().default(true),
  schema: SchemaWay.optional(),
  tools: z.boolean().default(true),
  seed: z.boolean().default(true),
  /** Whether temperature, top_p and stop words are taken: models that reason refuse them. */
  isSampled: z.boolean().default(true),
  contextTokens: z.int().min(1).optional(),
  answerTokensMax: z.int().min(1).optional(),
  /** Sent when thinking is asked for, and when it is asked not to; without both it cannot be chosen. */
  thinkingOn: Fields.optional(),
  thinkingOff: Fields.optional(),
  price: Price.optional(),
});
export type TextRow = z.infer<typeof TextRow>;

/** A choice of the form: `field` is how it is sent, `for` whether a new picture or an edit takes it. */
const Choice = z.object({ name: z.string().min(1).max(60), field: z.string().min(1).max(60), choices: z.array(z.string().min(1).max(60)).min(1), for: z.enum(['generate', 'edit', 'both']).default('both') });

/** The same of models for pictures. */
export const ImageRow = z.object({
  id: Id, name: Id.optional(),
  abilities: z.array(ImageAbility).min(1).default(['generate']),
  sizes: SizeRule,
  countMax: z.int().min(1).max(16).default(10),
  promptMax: z.int().min(1).default(32_000),
  references: PictureInput.optional(),
  choices: z.array(Choice).default([]),
  /** Previews of one picture, 0 for none: they cost tokens of their own. */
  previews: z.int().min(0).max(3).default(0),
  price: Price.optional(),
});
export type ImageRow = z.infer<typeof ImageRow>;

/** What strict mode does not take. Dropped limits only loosen it: the caller checks the answer anyway. */
export const StrictRules = z.object({
  drops: z.array(z.string()).default([
    'default', 'minLength', 'maxLength', 'uniqueItems', 'minProperties', 'maxProperties', 'propertyNames', 'contains', 'minContains', 'maxContains', 'not', 'if', 'then', 'else',
    'dependentRequired', 'dependentSchemas', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', '$schema', '$id', '$anchor', '$comment',
  ]),
  formats: z.array(z.string()).default(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid']),
}).prefault({});
export type StrictRules = z.infer<typeof StrictRules>;

const MEDIA_TYPES: PictureInput['mediaTypes'] = ['image/png', 'image/jpeg', 'image/webp'];
/** Each file under 50 MB; of pixels nothing is told. */
const REFERENCES: PictureInput = { countMax: 16, bytesMax: 49_999_999, pixelsMax: 50_000_000, mediaTypes: MEDIA_TYPES };
/** How many and how large pictures a chat takes is unconfirmed. */
export const Vision = PictureInput.prefault({ countMax: 10, bytesMax: 20 * 2 ** 20, pixelsMax: 50_000_000, mediaTypes: MEDIA_TYPES });

const FREE: SizeRule = { kind: 'free', multipleOf: 16, sideMin: 256, sideMax: 3840, areaMin: 655_360, areaMax: 8_294_400, aspectMax: 3, resolutions: ['1K', '1.5K', '2K'] };
const THREE: SizeRule = { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }] };

const choice = (name: string, choices: string[], { field = name, of = 'both' }: { field?: string; of?: 'generate' | 'edit' | 'both' } = {}) => ({ name, field, choices, for: of });
const QUALITIES = ['auto', 'low', 'medium', 'high'];
const COMMON = [choice('format', ['png', 'jpeg', 'webp'], { field: 'output_format' }), choice('moderation', ['auto', 'low'], { of: 'generate' })];
const FIDELITY = choice('fidelity', ['low', 'high'], { field: 'input_fidelity', of: 'edit' });
const ANY_GROUND = choice('background', ['auto', 'opaque', 'transparent']);

/** Previews are billed by themselves: whoever wants them says so in the settings. */
const GPT = { abilities: ['generate', 'edit', 'inpaint', 'outpaint'] satisfies ImageAbility[], references: REFERENCES };
/** Those that leave the ground clear can take a background away. */
const CLEAR = { ...GPT, abilities: [...GPT.abilities, 'cut-out'] satisfies ImageAbility[] };
const IMAGE_ROWS: z.input<typeof ImageRow>[] = [
  { id: 'gpt-image-2', ...GPT, sizes: FREE, choices: [choice('quality', QUALITIES), choice('background', ['auto', 'opaque']), ...COMMON] },
  { id: 'gpt-image-2*', ...CLEAR, sizes: FREE, choices: [choice('quality', [...QUALITIES, 'xhigh', 'max']), ANY_GROUND, ...COMMON, FIDELITY] },
  { id: 'gpt-image-1-mini*', ...CLEAR, sizes: THREE, choices: [choice('quality', QUALITIES), ANY_GROUND, ...COMMON] },
  { id: 'gpt-image-*', ...CLEAR, sizes: THREE, choices: [choice('quality', QUALITIES), ANY_GROUND, ...COMMON, FIDELITY] },
  { id: 'chatgpt-image-*', ...CLEAR, sizes: THREE, choices: [choice('quality', QUALITIES), ANY_GROUND, ...COMMON, FIDELITY] },
];
const REASONING = { isSampled: false, seed: false };
const TEXT_ROWS: z.input<typeof TextRow>[] = [
  { id: 'gpt-5-chat*' }, { id: 'gpt-5*', ...REASONING }, { id: 'o1*', ...REASONING }, { id: 'o3*', ...REASONING }, { id: 'o4*', ...REASONING }, { id: 'gpt-3.5*', pictures: false, schema: 'object' }, { id: 'gpt-*' }, { id: 'chatgpt-*' },
];
const NOT_TEXT = ['*image*', '*embedding*', '*tts*', '*whisper*', '*transcribe*', '*audio*', '*realtime*', '*moderation*', '*-instruct*', '*search*', '*codex*', '*deep-research*', '*-pro', '*-pro-*'];

export const OpenaiSettings = z.object({
  organization: z.string().max(200).optional(),
  project: z.string().max(200).optional(),
  imageModels: z.array(ImageRow).prefault(IMAGE_ROWS),
  textModels: z.array(TextRow).prefault(TEXT_ROWS),
  /** Ids that are no models for a chat, whatever row they would fit. */
  notText: z.array(Id).default(NOT_TEXT),
  vision: Vision,
  strict: StrictRules,
  /** The field of an edit's pictures; the service refuses `image` when it comes several times (unconfirmed). */
  pictureField: z.enum(['image[]', 'image']).default('image[]'),
}).prefault({});
export type OpenaiSettings = z.infer<typeof OpenaiSettings>;
