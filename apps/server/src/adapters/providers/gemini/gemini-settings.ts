import { Price, Ratio, Resolution } from '@komawari/contract';
import { z } from 'zod';

const Id = z.string().min(1).max(200);
/** Fields of `thinkingConfig`, sent as they stand. */
const Fields = z.record(z.string().min(1).max(100), z.json());

/** What is known of models for pictures whose id is like `id`; the first row that fits counts. */
const GeminiImageRow = z.object({
  id: Id, name: Id.optional(),
  ratios: z.array(Ratio).min(1),
  /** None where the size is fixed: then none is sent. */
  resolutions: z.array(Resolution).default([]),
  /** The picture that is worked on counts as one of them. */
  referencesMax: z.int().min(1).max(64),
  /** A picture is one request: several are asked for one after the other. */
  countMax: z.int().min(1).max(16).default(4),
  promptMax: z.int().min(1).default(32_000),
  price: Price.optional(),
});

/** The same of models for words. */
const GeminiTextRow = z.object({
  id: Id, name: Id.optional(),
  pictures: z.boolean().default(true),
  schema: z.boolean().default(true),
  seed: z.boolean().default(true),
  /** Sent when thinking is asked for, and when it is asked not to; without both it cannot be chosen. */
  thinkingOn: Fields.optional(),
  thinkingOff: Fields.optional(),
  price: Price.optional(),
});

const TEN = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
const FOURTEEN = [...TEN, '1:4', '4:1', '1:8', '8:1'];
const IMAGE_ROWS: z.input<typeof GeminiImageRow>[] = [
  { id: 'gemini-2.5-flash-image*', ratios: TEN, referencesMax: 3 },
  { id: 'gemini-3-pro-image*', ratios: TEN, resolutions: ['1K', '2K', '4K'], referencesMax: 14 },
  { id: 'gemini-3.1-flash-image*', ratios: FOURTEEN, resolutions: ['1K', '512', '2K', '4K'], referencesMax: 14 },
  // How many pictures it takes is unconfirmed.
  { id: 'gemini-nano-banana*', ratios: FOURTEEN, resolutions: ['1K', '2K', '4K'], referencesMax: 14 },
];
const TEXT_ROWS: z.input<typeof GeminiTextRow>[] = [
  { id: 'gemma-*', pictures: false, schema: false },
  { id: 'gemini-*', thinkingOn: { includeThoughts: true } },
];
const NOT_TEXT = ['*image*', '*banana*', '*embedding*', '*tts*', '*audio*', '*live*', '*robotics*', '*computer-use*'];

export const GeminiSettings = z.object({
  imageModels: z.array(GeminiImageRow).prefault(IMAGE_ROWS),
  textModels: z.array(GeminiTextRow).prefault(TEXT_ROWS),
  /** Ids that are no models for words, whatever row they would fit. */
  notText: z.array(Id).default(NOT_TEXT),
  /** Of one picture, and of a whole request with all of them as base64: 7 or 20 MB by source, raised in 2026 (unconfirmed). */
  pictureBytesMax: z.int().min(1).default(7 * 2 ** 20),
  requestBytesMax: z.int().min(1).default(20 * 2 ** 20),
  picturePixelsMax: z.int().min(1).default(50_000_000),
  /** Pictures of one request for words (unconfirmed). */
  seenMax: z.int().min(1).max(3000).default(16),
  /** Sent with each request; the rest stays as the service has it. */
  safety: z.array(z.object({ category: z.string().min(1).max(100), threshold: z.string().min(1).max(100) })).default([]),
}).prefault({});
export type GeminiSettings = z.infer<typeof GeminiSettings>;
