import { Price, SizeRule } from '@komawari/contract';
import { z } from 'zod';
import { VISUAL_MODELS } from './visual-model-table.ts';

export const VisualModel = z.object({
  /** The `req_key` of the service. */
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  sizes: SizeRule,
  promptMax: z.int().min(1).default(800),
  seed: z.boolean().default(false),
  /** One that decides by itself how many pictures it draws, and bills each: it is held to one. */
  forcesSingle: z.boolean().default(false),
  price: Price.optional(),
  endsAt: z.iso.date().optional(),
});
export type VisualModel = z.infer<typeof VisualModel>;

const HOUR_MS = 3_600_000;

/** What the operator may change of the visual service: what its maker changes, and what is not told clearly. */
export const VisualSettings = z.object({
  models: z.array(VisualModel).prefault(VISUAL_MODELS),
  region: z.string().min(1).default('cn-north-1'),
  service: z.string().min(1).default('cv'),
  version: z.string().min(1).default('2022-08-31'),
  submitAction: z.string().min(1).default('CVSync2AsyncSubmitTask'),
  resultAction: z.string().min(1).default('CVSync2AsyncGetResult'),
  /** The maker's mark in a corner of each picture. */
  watermark: z.boolean().default(false),
  /** `url`: short answers, and a download that may be tried again. `base64`: for a server that may reach nothing but the service itself. */
  answersAs: z.enum(['url', 'base64']).default('url'),
  pollMs: z.int().min(5).max(60_000).default(2000),
  /** Looks after a task that fail in a row before it is given up. */
  looksMax: z.int().min(1).max(100).default(8),
  /** How long a task is looked after. The service itself keeps it for 12 hours. */
  taskTimeoutMs: z.int().min(1000).max(12 * HOUR_MS).default(HOUR_MS),
}).prefault({});
export type VisualSettings = z.infer<typeof VisualSettings>;
