/** The studio: from a recipe to pictures. */
import { z } from 'zod';
import { BoardId, GenerationId, InputId, PictureId, ProviderId, TaskId } from './ids.ts';
import { defineRoute } from './route.ts';
import { VARIABLE_NAME_MAX, VARIABLE_VALUE_MAX, VARIABLES_MAX } from './studio-craft.ts';
import { ImageAbility, ImageModel, PixelSize, Price, Ratio, Resolution } from './studio-models.ts';
import { TASK_STATES, TaskState } from './tasks.ts';

export const PROMPT_MAX = 32_000;
export const NEGATIVE_PROMPT_MAX = 4000;
export const PICTURES_MAX = 8;
export const REFERENCES_MAX = 16;

/** A model at a provider. */
export const ModelRef = z.strictObject({ providerId: ProviderId, modelId: z.string().min(1).max(200) });
export type ModelRef = z.infer<typeof ModelRef>;

/** A model in one word, for queries, choices and the command line: `provider_…/model-id`. */
export const ModelAddress = z.string().max(240).regex(/^provider_[0-9a-z]{26}\/.{1,200}$/u);
export type ModelAddress = z.infer<typeof ModelAddress>;

export function modelOfAddress(address: ModelAddress): ModelRef {
  const at = address.indexOf('/');
  return ModelRef.parse({ providerId: address.slice(0, at), modelId: address.slice(at + 1) });
}

/** Who draws the panels of a comic: the built-in artist, or a model. */
export const STORYBOARD_ARTIST = 'storyboard';
export const ArtistId = z.union([z.literal(STORYBOARD_ARTIST), ModelAddress]);
export type ArtistId = z.infer<typeof ArtistId>;

/** Who reads the story of a comic: the built-in writer, or a model beside it. */
export const BUILT_IN_WRITER = 'built-in';
export const WriterId = z.union([z.literal(BUILT_IN_WRITER), ModelAddress]);
export type WriterId = z.infer<typeof WriterId>;

export const AskedSize = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pixels'), ...PixelSize.shape }),
  z.strictObject({ kind: z.literal('ratio'), ratio: Ratio, resolution: Resolution.optional() }),
]);
export type AskedSize = z.infer<typeof AskedSize>;

export const EnlargeFactor = z.union([z.literal(2), z.literal(4)]);
export type EnlargeFactor = z.infer<typeof EnlargeFactor>;

/** One that came with the house by its name, or one's own by its id; the words as they were sent. */
export const PromptStyle = z.strictObject({ id: z.string().regex(/^[a-zA-Z0-9_]{1,60}$/), words: z.string().max(2000) });
export type PromptStyle = z.infer<typeof PromptStyle>;

/** What the words of a picture were made of. */
export const PromptTemplate = z.object({ prompt: z.string(), variables: z.record(z.string(), z.string()) });
export type PromptTemplate = z.infer<typeof PromptTemplate>;

const GrownSide = z.int().min(0).max(6000);
const Growth = z.strictObject({
  left: GrownSide, top: GrownSide, right: GrownSide, bottom: GrownSide,
  /** All of it is as the model drew it; unless told, what was there stays as it was, pixel by pixel, but for a seam at its edges. */
  isRedrawn: z.boolean().optional(),
});

/** All that a picture is made of. The same recipe with the same seed gives the same picture, where the model can do that. */
export const Recipe = z.strictObject({
  ability: ImageAbility.default('generate'),
  prompt: z.string().max(PROMPT_MAX).default(''),
  /** For each picture its seed chooses among `{red|blue}` and the lines of `__lists__` in the prompt, and `{{variables}}` are filled; unless told, the words are sent as they stand. */
  hasChoices: z.boolean().optional(),
  /** What stands in the place of `{{hair}}` or `{{hair=silver}}`, by the name in small letters. */
  variables: z.record(z.string().min(1).max(VARIABLE_NAME_MAX), z.string().max(VARIABLE_VALUE_MAX)).refine((all) => Object.keys(all).length <= VARIABLES_MAX).optional(),
  /** Which style the end of the prompt is of, and its words there: to find pictures by it, and to take it out again. */
  style: PromptStyle.optional(),
  negativePrompt: z.string().max(NEGATIVE_PROMPT_MAX).optional(),
  /** The model set up for pictures unless told. */
  model: ModelRef.optional(),
  size: AskedSize.default({ kind: 'ratio', ratio: '1:1' }),
  /** Pictures, each with a seed of its own: the seed and those that follow it. */
  count: z.int().min(1).max(PICTURES_MAX).default(1),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  steps: z.number().min(1).max(1000).optional(),
  guidance: z.number().min(0).max(100).optional(),
  strength: z.number().min(0).max(1).optional(),
  sourceId: InputId.optional(),
  referenceIds: z.array(InputId).max(REFERENCES_MAX).default([]),
  maskId: InputId.optional(),
  /** Where the mask says that it is drawn anew: where it is white, unless told; `clear`, where one can see through it. */
  maskKind: z.enum(['white', 'clear']).optional(),
  /** How far `outpaint` goes beyond each edge of the picture, in its pixels; the size follows from it. */
  grows: Growth.optional(),
  /** The model's own settings, by name. */
  settings: z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
  /** Another model may step in for one that is out of order, busy, or without money; unless told, only where none was named. */
  mayTurnElsewhere: z.boolean().optional(),
  /** The picture is one that was there, made larger here without a model; drawn again, it is drawn as that one was. */
  enlarged: z.strictObject({ pictureId: PictureId, factor: EnlargeFactor }).optional(),
  /** Drawn anew even where the same request with the same seed has an answer already, which would be free. */
  isFresh: z.boolean().optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/** One picture of a generation, or the place that it will have. */
export const Picture = z.object({
  id: PictureId,
  generationId: GenerationId,
  taskId: TaskId,
  /** Its place in the generation, from 0. */
  slot: z.int(),
  state: TaskState,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  prompt: z.string(),
  seed: z.int().nullable(),
  /** Who made it; null until it is there. */
  model: ModelRef.nullable(),
  /** Where the original is; null until it is there. */
  url: z.string().nullable(),
  /** The same as WebP, 512 px on its long side; null until it is there, and where none could be made. Never changes. */
  thumbnailUrl: z.string().nullable(),
  mediaType: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  sizeBytes: z.int(),
  isFavourite: z.boolean(),
  /** It is the answer to the same request made before, and cost nothing. */
  isCached: z.boolean(),
  /** One's own words about it. */
  note: z.string(),
  tags: z.array(z.string()),
  boardIds: z.array(BoardId),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** When it was put into the trash, which empties itself after the days that the operator set; null for one that is not there. */
  deletedAt: z.iso.datetime().nullable(),
  /** The rule of the house that put it there: too old, one's own share full, or that of all. Null for one that is not there, or that somebody threw away. */
  deletedBy: z.enum(['days', 'quota', 'total']).nullable(),
});
export type Picture = z.infer<typeof Picture>;

/** All that is given has to fit. */
export const PicturesQuery = z.object({
  /** `next` of the page before: pages stay the same while new pictures come on top. */
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Words, or parts of words, of prompt, negative prompt or note. */
  q: z.string().max(200).optional(),
  providerId: ProviderId.optional(),
  modelId: z.string().max(200).optional(),
  /** `open` waits or is drawn; `troubled` ended without a picture, or nobody knows. */
  state: z.enum([...TASK_STATES, 'open', 'troubled']).optional(),
  favourite: z.enum(['true', 'false']).optional(),
  boardId: BoardId.optional(),
  tag: z.string().max(60).optional(),
  /** Of the house by its name, or one's own by its id. */
  style: z.string().max(60).optional(),
  /** Created at this moment or after it. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Created before this moment. */
  to: z.iso.datetime({ offset: true }).optional(),
  generationId: GenerationId.optional(),
  trash: z.enum(['true', 'false']).default('false'),
  /** Ask for `total` too. */
  count: z.enum(['true', 'false']).default('false'),
});

export const Generation = z.object({ id: GenerationId, taskId: TaskId, stream: z.string(), recipe: Recipe, createdAt: z.iso.datetime(), pictures: z.array(Picture) });
export type Generation = z.infer<typeof Generation>;

/** A picture that was given to work on. */
export const PictureInputFile = z.object({ id: InputId, mediaType: z.string(), width: z.int(), height: z.int(), sizeBytes: z.int() });
export type PictureInputFile = z.infer<typeof PictureInputFile>;

/** A model that can be drawn with now. */
export const ImageModelOffer = z.object({ providerId: ProviderId, providerName: z.string(), /** Whether a request may cost money. */ bills: z.boolean(), isDefault: z.boolean(), model: ImageModel, price: Price.nullable() });
export type ImageModelOffer = z.infer<typeof ImageModelOffer>;

const make = { who: 'user', permission: 'pictures.make' } as const;
const generation = z.object({ generationId: GenerationId });
const picture = z.object({ pictureId: PictureId });
const INPUT_FORMATS = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'] as const;
const INPUT_TYPES = [...INPUT_FORMATS, 'application/octet-stream'] as const;

export const studioRoutes = {
  models: defineRoute({
    id: 'studio.models', method: 'GET', path: '/studio/models', summary: 'Models that pictures can be drawn with now, and what each can do',
    access: { who: 'user' }, response: z.object({ items: z.array(ImageModelOffer) }),
  }),
  generate: defineRoute({
    id: 'studio.generate', method: 'POST', path: '/studio/generations', summary: 'Draw pictures of a recipe',
    access: make, body: z.strictObject({ recipe: Recipe, /** The same key again gives the same generation. */ idempotencyKey: z.string().min(1).max(200).optional() }), response: Generation, status: 202,
    errors: ['studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.input-gone', 'studio.quota-full', 'studio.disk-full', 'studio.budget-task', 'studio.budget-user', 'studio.budget-all', 'studio.budget-unknown', 'billing.quota-used-up', 'request.idempotency-conflict'], limit: { max: 120, windowSeconds: 60 },
  }),
  generation: defineRoute({
    id: 'studio.generation', method: 'GET', path: '/studio/generations/:generationId', summary: 'A generation with its pictures as they are now',
    access: { who: 'user', author: 'generation' }, params: generation, response: Generation, errors: ['not-found'],
  }),
  pictures: defineRoute({
    id: 'studio.pictures', method: 'GET', path: '/studio/pictures', summary: 'One\'s own pictures, newest first',
    access: { who: 'user' }, query: PicturesQuery, response: z.object({ items: z.array(Picture), next: z.string().nullable(), /** Of all pages, where it was asked for; at most 100 000. */ total: z.int().nullable() }),
  }),
  file: defineRoute({
    id: 'studio.file', method: 'GET', path: '/studio/pictures/:pictureId/file', summary: 'The picture as its provider made it, which never changes; or as a file to keep, with what it was made of inside',
    access: { who: 'user', author: 'picture' }, params: picture, query: z.object({
      /** `true`: prompt, model and seed are written into the file, as text that other programs read too; `false`: they are not, nor what the provider wrote. */
      making: z.enum(['true', 'false']).optional(),
      /** As a file with a name; `making` is then as the account has it, unless told. */
      download: z.enum(['true', 'false']).default('false'),
    }), givesBytes: ['image/png', 'image/jpeg', 'image/webp'], errors: ['not-found'],
  }),
  addInput: defineRoute({
    id: 'studio.add-input', method: 'POST', path: '/studio/inputs', summary: 'Give a picture to work on, or a mask: turned upright, without metadata',
    access: make, takesUpload: { mediaTypes: INPUT_TYPES, maxBytes: 50_000_000 }, response: PictureInputFile, status: 201,
    errors: ['pictures.not-a-picture', 'pictures.too-many-pixels', 'request.too-large', 'studio.quota-full', 'studio.disk-full'], limit: { max: 120, windowSeconds: 60 },
  }),
  inputFile: defineRoute({
    id: 'studio.input-file', method: 'GET', path: '/studio/inputs/:inputId/file', summary: 'A picture that was given, as it was given; never changes',
    access: { who: 'user', author: 'input' }, params: z.object({ inputId: InputId }), givesBytes: INPUT_FORMATS, errors: ['not-found'],
  }),
  check: defineRoute({
    id: 'studio.check', method: 'POST', path: '/studio/pictures/:pictureId/check', summary: 'Look at the provider for an answer that was lost',
    access: { ...make, author: 'picture' }, params: picture, response: Picture, status: 202, errors: ['not-found', 'tasks.not-unknown', 'studio.cannot-check'],
  }),
  resend: defineRoute({
    id: 'studio.resend', method: 'POST', path: '/studio/pictures/:pictureId/resend', summary: 'Send again what got no answer; it may be charged a second time',
    access: { ...make, author: 'picture' }, params: picture, response: Picture, status: 202, errors: ['not-found', 'tasks.not-unknown', 'billing.quota-used-up'],
  }),
  abandon: defineRoute({
    id: 'studio.abandon', method: 'POST', path: '/studio/pictures/:pictureId/abandon', summary: 'Give up what got no answer',
    access: { ...make, author: 'picture' }, params: picture, response: Picture, errors: ['not-found', 'tasks.not-unknown'],
  }),
};
