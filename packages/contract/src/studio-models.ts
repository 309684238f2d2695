/** What a model can do, as its adapter declares it: forms show only this, and anything else is refused before it costs. */
import { z } from 'zod';

/**
 * `generate` words to a picture; `vary` a picture and words, with `strength`; `edit` a picture changed by words;
 * `inpaint` only where the mask is white; `outpaint` beyond the edges; `upscale` larger; `cut-out` without its background.
 */
export const IMAGE_ABILITIES = ['generate', 'vary', 'edit', 'inpaint', 'outpaint', 'upscale', 'cut-out'] as const;
export const ImageAbility = z.enum(IMAGE_ABILITIES);
export type ImageAbility = z.infer<typeof ImageAbility>;

/** Width to height. */
export const Ratio = z.string().regex(/^[1-9]\d?:[1-9]\d?$/);

/** Nominal long or square side: `1K` is about 1 megapixel, `2K` about 4, `4K` about 16. */
export const RESOLUTIONS = ['512', '1K', '1.5K', '2K', '3K', '4K'] as const;
export const Resolution = z.enum(RESOLUTIONS);
export type Resolution = z.infer<typeof Resolution>;

export const PixelSize = z.object({ width: z.int().min(1).max(65_536), height: z.int().min(1).max(65_536) });
export type PixelSize = z.infer<typeof PixelSize>;

/** The sizes that a model draws in. */
export const SizeRule = z.discriminatedUnion('kind', [
  /** Exactly these, in pixels. */
  z.object({ kind: z.literal('fixed'), sizes: z.array(PixelSize).min(1) }),
  /** A ratio and a resolution by name; the model chooses the pixels. */
  z.object({ kind: z.literal('named'), ratios: z.array(Ratio).min(1), resolutions: z.array(Resolution) }),
  /** Any pixels within bounds. `aspectMax`: the longer side over the shorter one, at most. */
  z.object({
    kind: z.literal('free'), multipleOf: z.int().min(1), sideMin: z.int().min(1), sideMax: z.int().min(1),
    areaMin: z.int().min(1), areaMax: z.int().min(1), aspectMax: z.number().min(1), resolutions: z.array(Resolution).min(1),
  }),
]);
export type SizeRule = z.infer<typeof SizeRule>;

export const NumberRange = z.object({ min: z.number(), max: z.number(), step: z.number().positive(), default: z.number() });
export type NumberRange = z.infer<typeof NumberRange>;

/** Pictures that go in. */
export const PictureInput = z.object({
  countMax: z.int().min(1), bytesMax: z.int().min(1), pixelsMax: z.int().min(1),
  mediaTypes: z.array(z.enum(['image/png', 'image/jpeg', 'image/webp'])).min(1),
});
export type PictureInput = z.infer<typeof PictureInput>;

/** A setting of one model alone, such as `sampler` or `quality`; sent only when the user chose it. */
export const ModelSetting = z.discriminatedUnion('kind', [
  z.object({ name: z.string(), kind: z.literal('choice'), choices: z.array(z.string()).min(1), default: z.string().optional() }),
  z.object({ name: z.string(), kind: z.literal('number'), range: NumberRange }),
  z.object({ name: z.string(), kind: z.literal('switch'), default: z.boolean() }),
]);
export type ModelSetting = z.infer<typeof ModelSetting>;

/** In millionths of one unit of `currency` (ISO 4217), so that sums are exact. */
export const Price = z.object({ currency: z.string().length(3), perPictureMicros: z.int().min(0).optional(), perMillionInputTokensMicros: z.int().min(0).optional(), perMillionOutputTokensMicros: z.int().min(0).optional() });
export type Price = z.infer<typeof Price>;

export const ImageModel = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  abilities: z.array(ImageAbility).min(1),
  sizes: SizeRule,
  /** Pictures of one call. */
  countMax: z.int().min(1).max(16),
  promptMax: z.int().min(1),
  /** Characters; absent where there is no such thing. */
  negativePromptMax: z.int().min(1).optional(),
  /** The largest seed; absent where the same seed does not give the same picture. */
  seedMax: z.int().min(1).optional(),
  steps: NumberRange.optional(),
  guidance: NumberRange.optional(),
  strength: NumberRange.optional(),
  /** The picture that is worked on counts as one of them. */
  references: PictureInput.optional(),
  mask: z.boolean(),
  /** What is seen while it draws: nothing, the share that is done, or the picture as it becomes. */
  progress: z.enum(['none', 'share', 'previews']),
  settings: z.array(ModelSetting),
  price: Price.optional(),
  /** A day after which the provider answers no more, where it says so. */
  endsAt: z.iso.date().optional(),
});
export type ImageModel = z.infer<typeof ImageModel>;

export const TextModel = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  /** Tokens of question and answer together, where known. */
  contextTokens: z.int().min(1).optional(),
  answerTokensMax: z.int().min(1).optional(),
  streams: z.boolean(),
  /** Whether answers can be held to a JSON schema by the provider itself; otherwise it stands in the prompt and is checked after. */
  schema: z.boolean(),
  tools: z.boolean(),
  seed: z.boolean(),
  /** Whether it can be told to think, or not to. */
  thinks: z.boolean(),
  /** Pictures that it can see; absent for one that cannot. */
  pictures: PictureInput.optional(),
  price: Price.optional(),
  endsAt: z.iso.date().optional(),
});
export type TextModel = z.infer<typeof TextModel>;
