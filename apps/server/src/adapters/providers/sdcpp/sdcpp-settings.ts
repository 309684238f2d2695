import { z } from 'zod';

const Side = z.int().min(8).max(16_384);

/** What the operator may change of `sd-server`. Its list of what it can do has no fixed shape: what it does not tell is told here. */
export const SdcppSettings = z.object({
  multipleOf: z.int().min(1).max(128).default(64),
  sideMin: Side.default(64),
  sideMax: Side.default(2048),
  areaMax: z.int().min(4096).default(2048 * 2048),
  countMax: z.int().min(1).max(16).default(4),
  referencesMax: z.int().min(0).max(16).default(4),
  stepsDefault: z.int().min(1).max(150).default(20),
  guidanceDefault: z.number().min(0).max(30).default(7),
  /** Unless the server tells its own. */
  samplers: z.array(z.string()).default([]),
  schedulers: z.array(z.string()).default([]),
  loras: z.array(z.string()).default([]),
  format: z.enum(['png', 'jpeg', 'webp']).default('png'),
  pollMs: z.int().min(5).max(60_000).default(1000),
  /** Looks after a job that fail in a row before it is given up. */
  looksMax: z.int().min(1).max(100).default(8),
  /** From asking for a job to its end, with what waits before it. */
  jobTimeoutMs: z.int().min(1000).default(3_600_000),
}).prefault({});
export type SdcppSettings = z.infer<typeof SdcppSettings>;
