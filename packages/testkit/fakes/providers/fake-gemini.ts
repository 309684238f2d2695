/**
 * A stand-in of Google Gemini on the wire, the vendor's API as of August 2026 (lifecycle of models: May to October 2026), with
 * pictures as input. Base: `<url>/v1beta`. It answers `generateContent` and `streamGenerateContent` (with `alt=sse` and without)
 * and lists models. Only camelCase fields are read.
 *
 * Own faults: `input-refused` (a blocked prompt), `output-refused` (a candidate without content; in a stream after the first piece),
 * `empty` (see EMPTY_FORMS), `wrong-type`, `bomb`, `stream-error`. `refuseFor` chooses the reasons. The others cannot happen here
 * and throw: one picture a call, no addresses, no tasks. A `status` fault tells `retryAfterS` as RetryInfo in its body, never in a
 * header; for its codes see `statusRefusal`.
 *
 * UNCONFIRMED and chosen: the shape of the model listing and of one model; a missing key (403), the key as a query parameter (not
 * read); usage counts, `responseId`, `modelVersion`; `{error}` as an event or element within a stream; the sentences of errors;
 * `quotaId` below `violations[]`; a model that draws and is told no modalities (TEXT and IMAGE), a size where it is fixed, more than
 * one candidate, pictures whose bytes are not of their type, JSON from a model that draws (all four refused); what
 * `gemini-models.ts` names. Options tell the rest.
 *
 * Left out: the Interactions API, `:predict` of Imagen (its models are shut down and answer 404), tools, caches, batches, counting
 * of tokens, putting up files by the wire (`keepFile` does it), safety ratings, rate limits by themselves (`status` faults).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import { answerOf, type BlockReason, type EmptyForm, type WithheldReason } from './gemini-answers.ts';
import type { KeptFile } from './gemini-contents.ts';
import { errorAnswer, GeminiRefusal, keyRefusal, noKeyRefusal, noModelRefusal, packWait, statusRefusal } from './gemini-errors.ts';
import { GEMINI_MODELS, GEMINI_RETIRED, isRetired, listedModel, type GeminiModel } from './gemini-models.ts';
import { GeminiParts, type Returned } from './gemini-parts.ts';
import { readAsk, type GeminiAsk } from './gemini-request.ts';
import { tellGemini, type Telling } from './gemini-telling.ts';
import type { Reply } from './reply.ts';

export type GeminiOptions = {
  key?: string;
  models?: readonly GeminiModel[];
  retired?: readonly string[];
  /** Before an answer begins, and between the pieces of a stream. */
  stepMs?: number;
  pictureType?: 'png' | 'jpeg';
  /** UNCONFIRMED: 7 or 20 MB by source, raised in 2026. */
  maxRequestBytes?: number;
  /** UNCONFIRMED: before the names of safety categories. */
  safetyPrefix?: string;
  /** UNCONFIRMED ("may be"): errors of a stream without `alt=sse` as an array of one. */
  wrapsStreamErrors?: boolean;
  /** Whether models that think show it before their pictures. */
  hasThoughts?: boolean;
  /** UNCONFIRMED: without `aspectRatio`, the ratio of the last picture that was sent; else 1:1. */
  followsReference?: boolean;
  /** UNCONFIRMED: whether what was withheld, or came without what was asked, is billed. */
  billsWithheld?: boolean;
  /** UNCONFIRMED: the end of lines in events. */
  lineEnd?: '\r\n' | '\n';
  /** Whether listing models takes faults too. */
  isListingWork?: boolean;
};

export type Reasons = { input?: BlockReason; output?: WithheldReason; empty?: EmptyForm };

export type FakeGemini = FakeProvider & {
  readonly key: string;
  /** The reasons that later refusals give; what is left out gets its usual one again. */
  refuseFor(reasons: Reasons): void;
  /** Puts up a picture; its address goes into `fileData.fileUri`. */
  keepFile(bytes: Uint8Array, mimeType: string): string;
  /** For each part of the model that was sent back, in order: whether it is as it was given out, signature included. */
  returned(): readonly Returned[];
  /** How often the caller was gone before the answer began; the work is done and billed all the same. */
  abandoned(): number;
};

export async function startFakeGemini(options: GeminiOptions = {}): Promise<FakeGemini> {
  const { key = 'test-gemini-key', models = GEMINI_MODELS, retired = GEMINI_RETIRED, wrapsStreamErrors = true, isListingWork = false } = options;
  const files = new Map<string, KeptFile>();
  const limits = { maxRequestBytes: options.maxRequestBytes ?? 20 * 1024 * 1024, safetyPrefix: options.safetyPrefix ?? 'HARM_CATEGORY_', files };
  const parts = new GeminiParts();
  const alive = models.filter(({ id }) => !isRetired(id, retired));
  // The refusal of a fault is not told which request it answers.
  const now = new AsyncLocalStorage<Asked>();
  const isWrapped = (asked: Asked | undefined) => asked !== undefined && wrapsStreamErrors && formOf(asked) === 'array';
  const counts = { made: 0, answers: 0, abandoned: 0 };
  let reasons: Reasons = {};

  const generate: Route = async (asked, reply) => {
    const { id, method } = callOf(asked);
    const model = alive.find((one) => one.id === id);
    if (!model || model.makes === 'vectors' || !/^(streamG|g)enerateContent$/.test(method)) throw noModelRefusal(id, method);
    const ask = await readAsk(asked.body, model, limits);
    parts.take(ask.modelParts);
    await reply.work((fault) => answer(ask, asked, reply, fault));
  };

  async function answer(ask: GeminiAsk, asked: Asked, reply: Reply, fault: Fault | undefined): Promise<void> {
    const index = ask.seed === undefined ? counts.made : Math.abs(ask.seed);
    const telling: Telling = await tellGemini(ask, fault, {
      reasons, isStream: formOf(asked) !== 'whole',
      drawing: { index, type: options.pictureType ?? 'png', followsReference: options.followsReference ?? true, hasThoughts: (options.hasThoughts ?? true) && ask.model.isThinking === true },
    });
    if (telling.isMade) counts.made += 1;
    if (telling.isMade || (telling.isWithheld && options.billsWithheld)) reply.bill();
    parts.give(telling.candidates.flatMap((one) => ('content' in one ? one.content?.parts ?? [] : [])));
    if (options.stepMs) await sleep(options.stepMs);
    if (reply.isLeft) counts.abandoned += 1;
    counts.answers += 1;
    const responseId = `response-${counts.answers}`;
    const pieces: object[] = telling.candidates.map((one) => answerOf(ask, one, responseId));
    if (telling.error) pieces.push(telling.error);
    if (formOf(asked) === 'whole') return reply.answer({ headers: { 'content-type': 'application/json; charset=UTF-8' }, body: pieces[0] });
    if (formOf(asked) === 'sse') return reply.stream('text/event-stream', events(pieces, options.lineEnd ?? '\r\n'), options.stepMs);
    return reply.stream('application/json; charset=UTF-8', elements(pieces), options.stepMs);
  }

  const list: Route = async ({ query }, reply) => {
    const [size, from] = [Number(query.get('pageSize') ?? 50), Number(query.get('pageToken') ?? 0)];
    if (!Number.isInteger(size) || size < 0 || !Number.isInteger(from)) throw new GeminiRefusal(400, 'Request contains an invalid argument.');
    const to = from + Math.min(size || 50, 1000);
    const answering = () => reply.answer({ body: { models: alive.slice(from, to).map(listedModel), ...(to < alive.length ? { nextPageToken: String(to) } : {}) } });
    await (isListingWork ? reply.work(answering) : answering());
  };

  const show: Route = async (asked, reply) => {
    const { id } = callOf(asked);
    const model = alive.find((one) => one.id === id);
    if (!model) throw noModelRefusal(id, 'getModel');
    await reply.answer({ body: listedModel(model) });
  };

  const refusing = (route: Route): Route => (asked, reply) => now.run(asked, async () => {
    try {
      await route(asked, reply);
    } catch (error) {
      if (!(error instanceof GeminiRefusal)) throw error;
      await reply.answer(errorAnswer(error.body, isWrapped(asked)));
    }
  });

  const provider = await startFakeProvider({
    routes: { 'POST /v1beta/models/:call': refusing(generate), 'GET /v1beta/models': refusing(list), 'GET /v1beta/models/:call': refusing(show) },
    refusal: (status, code) => errorAnswer(statusRefusal(status, code, key), isWrapped(now.getStore())),
    guard(asked, reply) {
      const given = asked.headers['x-goog-api-key'];
      if (given !== key) void reply.answer(errorAnswer(given ? keyRefusal() : noKeyRefusal(), isWrapped(asked)));
      return given === key;
    },
  });
  return {
    ...provider, key,
    fault: (...faults) => provider.fault(...faults.map(packWait)),
    refuseFor: (more) => { reasons = more; },
    keepFile(bytes, mimeType) {
      const uri = `${provider.url}/v1beta/files/file-${files.size + 1}`;
      files.set(uri, { bytes, mimeType });
      return uri;
    },
    returned: () => parts.returned, abandoned: () => counts.abandoned,
  };
}

/** `models/<id>:<method>`; the colon may come escaped. */
function callOf({ params }: Asked): { id: string; method: string } {
  const [id = '', method = ''] = decodeURIComponent(params['call'] ?? '').split(':');
  return { id, method };
}

function formOf({ path, query }: Asked): 'whole' | 'sse' | 'array' {
  if (!/(:|%3A)streamGenerateContent$/i.test(path)) return 'whole';
  return query.get('alt') === 'sse' ? 'sse' : 'array';
}

/** Each a whole answer of its own; nothing marks the end. */
function events(pieces: readonly object[], lineEnd: string): string[] {
  return pieces.map((piece) => `data: ${JSON.stringify(piece)}${lineEnd}${lineEnd}`);
}

function elements(pieces: readonly object[]): string[] {
  return pieces.map((piece, at) => `${at === 0 ? '[' : ',\r\n'}${JSON.stringify(piece, null, 2)}${at === pieces.length - 1 ? ']' : '\n'}`);
}
