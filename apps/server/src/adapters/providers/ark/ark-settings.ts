import { Price, SizeRule } from '@komawari/contract';
import { z } from 'zod';
import { ARK_IMAGE_MODELS, ARK_TEXT_MODELS } from './ark-model-tables.ts';

/** What every model of the account has, of whatever sort. */
const Entry = {
  /** What Komawari knows it by. */
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  /** Sent in place of the id: an inference endpoint, `ep-…`, for accounts that may name nothing else. */
  endpoint: z.string().min(1).max(200).optional(),
  price: Price.optional(),
  endsAt: z.iso.date().optional(),
};

export const ArkImageModel = z.object({
  ...Entry,
  /** In pixels, or `source`: the picture that is edited gives its own size, and none can be asked for. */
  sizes: z.union([z.literal('source'), SizeRule]),
  /** Most pictures that go in, the one that is edited among them. */
  references: z.int().min(0).max(14).default(0),
  /** Nothing is drawn without a picture to edit. */
  needsSource: z.boolean().default(false),
  referenceTypes: z.array(z.enum(['image/png', 'image/jpeg', 'image/webp'])).min(1).default(['image/png', 'image/jpeg', 'image/webp']),
  /** Several pictures of one request. */
  groups: z.boolean().default(false),
  /** Each picture of a group as soon as it is finished. */
  streams: z.boolean().default(false),
  /** Where the format can be chosen: the first is what comes unless told. */
  formats: z.array(z.enum(['jpeg', 'png'])).default([]),
  seed: z.boolean().default(false),
  guidanceDefault: z.number().min(1).max(10).optional(),
  /** How the prompt may be worked over before: `standard`, `fast`. */
  promptModes: z.array(z.string()).default([]),
  webSearch: z.boolean().default(false),
});
export type ArkImageModel = z.infer<typeof ArkImageModel>;

export const ArkTextModel = z.object({
  ...Entry,
  contextTokens: z.int().min(1).optional(),
  answerTokensMax: z.int().min(1).optional(),
  /** `json_schema` is a beta that not every model has; without it the schema stands in the prompt. */
  schema: z.boolean().default(false),
  tools: z.boolean().default(false),
  thinks: z.boolean().default(false),
  sees: z.boolean().default(false),
});
export type ArkTextModel = z.infer<typeof ArkTextModel>;

/** What the operator may change of Ark: which models the account has, and all that its maker changes or never said clearly. */
export const ArkSettings = z.object({
  imageModels: z.array(ArkImageModel).prefault(ARK_IMAGE_MODELS),
  textModels: z.array(ArkTextModel).prefault(ARK_TEXT_MODELS),
  /** The maker's mark in a corner of each picture. */
  watermark: z.boolean().default(false),
  /** `url`: a short answer, and a download that may be tried again. `base64`: for a server that may reach nothing but Ark itself. */
  answersAs: z.enum(['url', 'base64']).default('url'),
  /** Advice is 300 Chinese characters or 600 English words; the limit is not told. */
  promptMax: z.int().min(1).default(4000),
  /** Pictures that go in and come out of one request, together. */
  groupMax: z.int().min(1).max(16).default(15),
  /** How many of a group are drawn is read out of the prompt: put at its end, with the number for `{count}`. Empty: nothing is. */
  groupWords: z.string().max(200).default('A set of {count} images.'),
  /** 10 MB by older pages, 30 MB by newer ones. */
  referenceBytesMax: z.int().min(1).default(10_000_000),
  referencePixelsMax: z.int().min(1).default(36_000_000),
  /** Pictures of one question. */
  seenMax: z.int().min(1).max(100).default(8),
  /** `max_completion_tokens` counts the thoughts too; older models know `max_tokens` alone. */
  tokensField: z.enum(['max_completion_tokens', 'max_tokens']).default('max_completion_tokens'),
  /** Whether an answer in JSON is held to its schema to the letter. */
  strictSchema: z.boolean().default(true),
  /** Asked with GET for whether the key is taken: not told in the reference of the API. */
  checkPath: z.string().regex(/^\//).default('/models'),
  /** Until the head of an answer: several pictures at 4K take minutes. */
  answerTimeoutMs: z.int().min(1000).default(600_000),
}).prefault({});
export type ArkSettings = z.infer<typeof ArkSettings>;
