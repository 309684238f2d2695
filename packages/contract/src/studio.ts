/** The studio: from a recipe to pictures. */
import { z } from 'zod';
import { GenerationId, InputId, PictureId, ProviderId, TaskId } from './ids.ts';
import { ImageAbility, PixelSize, Ratio, Resolution } from './studio-models.ts';
import { TaskState } from './tasks.ts';

export const PROMPT_MAX = 32_000;
export const NEGATIVE_PROMPT_MAX = 4000;
export const PICTURES_MAX = 8;
export const REFERENCES_MAX = 16;

/** A model at a provider. */
export const ModelRef = z.strictObject({ providerId: ProviderId, modelId: z.string().min(1).max(200) });
export type ModelRef = z.infer<typeof ModelRef>;

export const AskedSize = z.union([PixelSize, z.strictObject({ ratio: Ratio, resolution: Resolution.optional() })]);
export type AskedSize = z.infer<typeof AskedSize>;

/** All that a picture is made of. The same recipe with the same seed gives the same picture, where the model can do that. */
export const Recipe = z.strictObject({
  ability: ImageAbility.default('generate'),
  prompt: z.string().max(PROMPT_MAX).default(''),
  negativePrompt: z.string().max(NEGATIVE_PROMPT_MAX).optional(),
  /** The model set up for pictures unless told. */
  model: ModelRef.optional(),
  size: AskedSize.default({ ratio: '1:1' }),
  /** Pictures, each with a seed of its own: the seed and those that follow it. */
  count: z.int().min(1).max(PICTURES_MAX).default(1),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  steps: z.number().min(1).max(1000).optional(),
  guidance: z.number().min(0).max(100).optional(),
  strength: z.number().min(0).max(1).optional(),
  sourceId: InputId.optional(),
  referenceIds: z.array(InputId).max(REFERENCES_MAX).default([]),
  maskId: InputId.optional(),
  /** The model's own settings, by name. */
  settings: z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
  /** Another model may step in for one that is out of order, busy, or without money; unless told, only where none was named. */
  mayTurnElsewhere: z.boolean().optional(),
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
  mediaType: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  sizeBytes: z.int(),
  isFavourite: z.boolean(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type Picture = z.infer<typeof Picture>;

export const Generation = z.object({ id: GenerationId, taskId: TaskId, stream: z.string(), recipe: Recipe, createdAt: z.iso.datetime(), pictures: z.array(Picture) });
export type Generation = z.infer<typeof Generation>;
