import { z } from 'zod';

/** What the operator may change of Ollama. */
export const OllamaSettings = z.object({
  /**
   * Tokens of question and answer together, as far as the model has them. Asked for with every request: the server's own default is small,
   * and what does not fit is cut from the beginning without a word. More needs more memory.
   */
  contextTokens: z.int().min(512).max(2_000_000).default(8192),
  answerTokensMax: z.int().min(1).optional(),
  /** How long a model stays in memory after a request: `10m`, `1h`, `-1m` for ever. The server's own (5 minutes) unless set. */
  keepAlive: z.string().regex(/^-?(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$|^0$/).optional(),
  /** How hard a model thinks, by its name: for those that take a level and not yes or no, such as gpt-oss. */
  thinkLevels: z.record(z.string(), z.enum(['low', 'medium', 'high'])).default({}),
  /** UNCONFIRMED: ends of names of models that run at the vendor's, which take no format. */
  cloudEndings: z.array(z.string().min(1)).default(['-cloud', ':cloud']),
  /** Of pictures that go in: the reference names no limits. */
  picturesMax: z.int().min(1).max(64).default(4),
  pictureBytesMax: z.int().min(1024).default(10 * 2 ** 20),
  picturePixelsMax: z.int().min(1024).default(20_000_000),
  /** Until a model is in memory. */
  loadTimeoutMs: z.int().min(1000).default(600_000),
  /** A pull that breaks off is gone on with so many times in all. */
  pullTriesMax: z.int().min(1).max(100).default(5),
  pullRetryMs: z.int().min(1).default(2000),
}).prefault({});
export type OllamaSettings = z.infer<typeof OllamaSettings>;
