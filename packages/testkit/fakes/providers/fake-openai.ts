/**
 * A stand-in of OpenAI: its image and chat API as of 21 August 2026 (deprecations as of October to November 2026), and of the
 * servers that call themselves compatible with it (vLLM, LM Studio, OpenRouter).
 *
 * Own faults. Images: input-refused and output-refused (the same 400; in a stream the latter is told inside it), empty,
 * wrong-type, bomb, stream-error, expired-address (compatible alone, where `response_format: url` was asked for). Chat:
 * input-refused (a refusal under 200), output-refused (finish_reason content_filter), empty, stream-error. Every other one
 * throws, as does stream-error where no stream was asked for.
 *
 * Left open by the reference and chosen here, each with an option: which image routes send rate headers (`imageRateHeaders`: none);
 * why a 403 comes (`denies`); the form of `shutdown_date` (`shutdownDateForm`: a date); whether a picture that was withheld is
 * billed (`billsWithheld`: no); how many and how large pictures a chat takes (`limits`: any). That gpt-image-2 refuses transparency
 * and input_fidelity rests on second-hand words, as do the limits of area; `imageModel` sets such rules by model, and takes 2.5 and
 * 2.6 to have the free sizes of gpt-image-2.
 *
 * Chosen without an option: several pictures may be streamed, one after the other; an image stream ends with the body, without
 * [DONE]; an error inside an image stream is an event `error`, inside a chat stream a chunk with `error`; `moderation` is for
 * generations alone. The sentences of most 400s are made up: their type, param and code are what matters. Tools, reasoning models
 * and the rules of messages go beyond the reference and follow the common form of the API.
 *
 * Left out: the Responses, Files (`files` holds them instead) and DALL-E APIs, `complexity`, real fetching of addresses
 * (`addresses` holds what they would give), logprobs, stop words.
 */
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import { openaiAlbum } from './openai-album.ts';
import { chatOpenai } from './openai-chat.ts';
import { errorAnswer, OpenaiRefusal, problemOf, unknownModel, type OpenaiErrorForm } from './openai-errors.ts';
import { editOpenai, generateOpenai } from './openai-images.ts';
import { COMPATIBLE_MODELS, isOver, modelList, modelRow, OPENAI_MODELS, type OpenaiModel } from './openai-models.ts';
import { OPENAI_LIMITS, type OpenaiLimits } from './openai-references.ts';
import { openaiGate } from './openai-gate.ts';
import type { Answer, Reply } from './reply.ts';

export type FakeOpenaiOptions = {
  /** Default `openai`. */
  flavour?: 'openai' | 'compatible';
  /** Default `sk-test`; compatible: none is looked at. `null`: none is looked at. */
  key?: string | null;
  /** The one organization and project that the key belongs to; a header that names another is refused. */
  organization?: string;
  project?: string;
  models?: readonly OpenaiModel[];
  /** `YYYY-MM-DD`, for models that are shut down. */
  today?: string;
  shutdownDateForm?: 'date' | 'unix';
  /** Default: openai yes, compatible no. */
  hasImages?: boolean;
  limits?: Partial<OpenaiLimits>;
  /** Pictures that the fake pretends to fetch. */
  addresses?: ReadonlyMap<string, Buffer>;
  errorForm?: OpenaiErrorForm;
  /** Tells the wrong key back in full, as some proxies do, so that a test sees whether it is scrubbed. */
  tellsKey?: boolean;
  /** Refuses all work with 403. */
  denies?: 'country' | 'verification';
  /** At most so many requests for work in a window; unlimited when left out. */
  rate?: { requests: number; windowMs: number };
  imageRateHeaders?: boolean;
  /** Sent as `retry-after-ms` with every 429. */
  retryAfterMs?: number;
  /** Before a whole answer, and between the pieces of a stream. */
  stepMs?: number;
  partialsAtMost?: number;
  billsWithheld?: boolean;
  /** Whether `include_usage` is heard. Default: openai yes, compatible no. */
  tellsUsage?: boolean;
  /** Whether a chat stream begins with a comment. Default: openai no, compatible yes. */
  comments?: boolean;
};

export type FakeOpenai = FakeProvider & {
  /** What an adapter is told: the address with `/v1`. */
  readonly baseUrl: string;
  /** Uploaded files, by id: a test puts them in. */
  readonly files: Map<string, Buffer>;
  /** The next chat answers say this, whatever was asked; `max_tokens` still cuts. */
  say(...texts: string[]): void;
  /** Answers the next listings of models so, one each; faults of work leave them alone. */
  refuseModels(...refusals: { status: number; code?: string }[]): void;
  /** Requests whose caller went away before the answer had ended. */
  abandoned(): number;
};

export async function startFakeOpenai(options: FakeOpenaiOptions = {}): Promise<FakeOpenai> {
  const isPlain = options.flavour === 'compatible';
  const { errorForm = 'openai', stepMs = 0, hasImages = !isPlain } = options;
  const catalogue = { models: options.models ?? (isPlain ? COMPATIBLE_MODELS : OPENAI_MODELS), today: options.today ?? '2026-11-22', isPlain, shutdownDateForm: options.shutdownDateForm ?? 'date' } as const;
  const files = new Map<string, Buffer>();
  const said: string[] = [];
  const refusals: { status: number; code?: string }[] = [];
  let lastId = 0;
  let origin = '';
  const album = openaiAlbum(() => origin);
  const shelf = { addresses: options.addresses ?? new Map<string, Buffer>(), files, fetchesAddresses: !isPlain };
  const limits = { ...OPENAI_LIMITS, ...options.limits };
  const images = { catalogue, limits, shelf, album, errorForm, stepMs, partialsAtMost: options.partialsAtMost ?? Infinity, billsWithheld: options.billsWithheld ?? false };
  const chat = { catalogue, limits, shelf, errorForm, stepMs, tellsUsage: options.tellsUsage ?? !isPlain, comments: options.comments ?? isPlain, said, nextId: () => (lastId += 1) };
  const checked = (route: (asked: Asked, reply: Reply) => Promise<void>): Route => async (asked, reply) => {
    try {
      await route(asked, reply);
    } catch (error) {
      if (!(error instanceof OpenaiRefusal)) throw error;
      await reply.answer(errorAnswer(error.problem, errorForm));
    }
  };
  const refusal = (status: number, code: string | undefined): Answer => ({
    ...errorAnswer(problemOf(status, code), errorForm),
    ...(status === 429 && options.retryAfterMs !== undefined && { headers: { 'retry-after-ms': String(options.retryAfterMs) } }),
  });
  const listing = (find: (asked: Asked) => unknown): Route => checked(async (asked, reply) => {
    const refused = refusals.shift();
    await reply.answer(refused ? refusal(refused.status, refused.code) : { body: find(asked) });
  });
  const routes: Record<string, Route> = {
    'GET /v1/models': listing(() => modelList(catalogue)),
    'GET /v1/models/:model': listing(({ params }) => {
      const id = decodeURIComponent(params['model'] ?? '');
      const model = catalogue.models.find((one) => one.id === id);
      if (!model || isOver(model, catalogue.today)) throw unknownModel(id);
      return modelRow(model, catalogue);
    }),
    'POST /v1/chat/completions': checked((asked, reply) => chatOpenai(asked, reply, chat)),
    ...(hasImages && {
      'POST /v1/images/generations': checked((asked, reply) => generateOpenai(asked, reply, images)),
      'POST /v1/images/edits': checked((asked, reply) => editOpenai(asked, reply, images)),
      ...album.routes,
    }),
  };
  const gate = openaiGate({ ...options, key: options.key === undefined && !isPlain ? 'sk-test' : (options.key ?? undefined), isPlain, errorForm, refusal, routes: Object.keys(routes) });
  const fake = await startFakeProvider({ routes, refusal, guard: (asked, reply) => album.holds(asked.path) || gate.guard(asked, reply) });
  origin = fake.url;
  gate.watch(fake.server);
  return {
    ...fake, baseUrl: `${fake.url}/v1`, files,
    say: (...texts) => void said.push(...texts),
    refuseModels: (...more) => void refusals.push(...more),
    abandoned: gate.abandoned,
  };
}
