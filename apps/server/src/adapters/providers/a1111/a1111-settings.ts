import { z } from 'zod';

const Side = z.int().min(8).max(16_384);

/** What the operator may change of AUTOMATIC1111 or Forge. The size of pictures is bounded by the card, which nobody tells us. */
export const A1111Settings = z.object({
  /** `auto` looks at how the server words a refusal. */
  flavour: z.enum(['auto', 'a1111', 'forge']).default('auto'),
  multipleOf: z.int().min(1).max(128).default(8),
  sideMin: Side.default(64),
  sideMax: Side.default(2048),
  areaMax: z.int().min(4096).default(2048 * 2048),
  countMax: z.int().min(1).max(16).default(8),
  stepsDefault: z.int().min(1).max(150).default(20),
  guidanceDefault: z.number().min(1).max(30).default(7),
  /** Whether the model of before is loaded again after each picture. */
  restoresModel: z.boolean().default(false),
  /** Whether the server keeps pictures on its own disk too. */
  savesPictures: z.boolean().default(false),
  /**
   * `task` asks for one task by its id; `global` takes whatever the server does for ours, for one that nobody else uses and that does not
   * know the other way; `none` asks nothing.
   */
  progress: z.enum(['task', 'global', 'none']).default('task'),
  pollMs: z.int().min(5).max(60_000).default(700),
  /** The whole of one request, with what waits before it. */
  answerTimeoutMs: z.int().min(1000).default(1_800_000),
  /** Not told in the reference of the API: `GET /sdapi/v1/loras`. */
  asksForLoras: z.boolean().default(false),
}).prefault({});
export type A1111Settings = z.infer<typeof A1111Settings>;
