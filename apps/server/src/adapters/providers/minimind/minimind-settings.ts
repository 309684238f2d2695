import { z } from 'zod';

/** What the operator may change of MiniMind's server. It tells nothing of itself. */
export const MinimindSettings = z.object({
  /** Sent along, and ignored there: whatever was loaded at its start answers. */
  model: z.string().min(1).max(200).default('minimind'),
  name: z.string().min(1).max(200).default('MiniMind'),
  /** UNCONFIRMED: told nowhere, and different from one set of weights to the next. */
  contextTokens: z.int().min(256).optional(),
  answerTokensMax: z.int().min(1).default(8192),
  /** Temperature 0 makes it fail: colder than this is asked as this. */
  temperatureMin: z.number().positive().max(2).default(0.01),
  /** Weights that were trained to think, or to call tools. */
  thinks: z.boolean().default(true),
  tools: z.boolean().default(true),
}).prefault({});
export type MinimindSettings = z.infer<typeof MinimindSettings>;
