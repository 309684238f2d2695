/**
 * Volcengine Ark as its vendor SDKs of July and August 2026 and the error page of November 2025 tell it; the tables of parameters
 * are second-hand copies of September 2026. `POST /images/generations` and `POST /chat/completions` below `/api/v3`.
 *
 * Own faults. Pictures: input-refused (400), output-refused (400; a group: each slot, and a top-level error, under 200), slot (a
 * group under 200), empty, wrong-type, bomb, expired-address, stream-error (`InternalServiceError` in a slot, and no more after it).
 * Words: input-refused (400), output-refused (`content_filter` after a few words), empty, stream-error (an `error` event, no
 * `[DONE]`). `faultAt('download', ...)`: expired-address, wrong-type, bomb. Any other throws.
 *
 * Unconfirmed, so chosen here: fields that a model lacks are refused (`onUnsupported`), which holds for `seed` on 4.x; the pro
 * model ends at 4 194 304 pixels without 1.5K (`models`); references end at 10 MB (`maxReferenceBytes`); events close with `[DONE]`
 * (`endsWithDone`) and, after an internal error, without `completed` (`completesAfterInternalError`); no `Retry-After` unless the
 * fault has one; dead addresses answer 403 (`expiredStatus`). A stream is billed whole, also when its caller leaves. References and
 * `max_images` above 15 together are refused; without `max_images` the group shrinks. The 5.0 models give jpeg unless told.
 * The reference gives codes but no sentences: nothing may depend on `message` or on the values of `type`.
 *
 * Left out: the international edition, tool calls, limits by minute (use a fault), fetching references from outside the machine.
 */
import { Album } from './ark-album.ts';
import { answerChat, CHAT_FAULTS } from './ark-chat.ts';
import { readChatOrder } from './ark-chat-request.ts';
import { arkAnswer, arkCode, ArkRefusal } from './ark-errors.ts';
import { FaultQueues } from './ark-fault-queues.ts';
import { answerImages, IMAGE_FAULTS, type MadePicture } from './ark-images.ts';
import { picksFromPrompt, readImageOrder } from './ark-image-request.ts';
import { ARK_CHAT_MODELS, ARK_IMAGE_MODELS, type ArkAccess, type ArkChatModel, type ArkImageModel } from './ark-models.ts';
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import type { Fault, OwnFault } from './fault.ts';
import type { Reply } from './reply.ts';

export type FakeArkOptions = Partial<ArkAccess> & {
  key?: string;
  models?: Record<string, ArkImageModel>;
  chatModels?: Record<string, ArkChatModel>;
  onUnsupported?: 'refuse' | 'ignore';
  maxReferenceBytes?: number;
  /** How many pictures of a group the model makes; usually what the prompt names, else four. */
  picks?: (prompt: string, max: number) => number;
  /** What a chat model says; nothing for its usual echo. */
  says?: (lastWords: string) => string | undefined;
  /** Before each picture, answer or event. */
  stepMs?: number;
  endsWithDone?: boolean;
  completesAfterInternalError?: boolean;
  addressLifeMs?: number;
  expiredStatus?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

export type FakeArk = FakeProvider & {
  /** With `/api/v3`, as an adapter is given it. */
  readonly baseUrl: string;
  readonly key: string;
  /** Every picture made so far. */
  readonly made: readonly MadePicture[];
  /** `fault` befalls the next call that makes something; this, the next fetch of a picture. */
  faultAt(place: 'work' | 'download', ...faults: Fault[]): void;
  /** All addresses given out so far die, as after 24 hours. */
  expireAddresses(): void;
};

const DAY_MS = 24 * 3_600_000;

export async function startFakeArk(options: FakeArkOptions = {}): Promise<FakeArk> {
  const { key = 'ark-test-key', models = ARK_IMAGE_MODELS, chatModels = ARK_CHAT_MODELS, stepMs = 0, now = Date.now, maxReferenceBytes = 10_000_000 } = options;
  const access: ArkAccess = { endpoints: options.endpoints ?? {}, closedEndpoints: options.closedEndpoints ?? [], notOpen: options.notOpen ?? [], endpointOnly: options.endpointOnly ?? false };
  const made: MadePicture[] = [];
  let requests = 0;
  const nowS = () => Math.floor(now() / 1000);
  const queues = new FaultQueues<'work' | 'download'>({
    known: { work: [...new Set([...IMAGE_FAULTS, ...CHAT_FAULTS])], download: ['expired-address', 'wrong-type', 'bomb'] },
    codeOf: arkCode, hand: (fault) => { inner.fault(fault); },
  });
  const album = new Album({ origin: () => inner.url, now, lifeMs: options.addressLifeMs ?? DAY_MS, expiredStatus: options.expiredStatus ?? 403 });
  const imageDesk = { album, made, nowS, stepMs, endsWithDone: options.endsWithDone ?? true, completesAfterInternalError: options.completesAfterInternalError ?? false };
  const chatDesk = { nowS, nextId: () => `chatcmpl-${requests}`, stepMs, says: options.says ?? (() => undefined) };
  const imageRules = { models, access, onUnsupported: options.onUnsupported ?? 'refuse', maxReferenceBytes, picks: options.picks ?? picksFromPrompt };
  const route = (known: readonly OwnFault['kind'][], make: (body: unknown, reply: Reply, fault: Fault | undefined) => Promise<void>): Route => (asked, reply) => queues.work('work', reply, async (fault) => {
    if (fault && isOwnFault(fault) && !known.includes(fault.kind)) throw new Error(`${asked.path} has no fault "${fault.kind}"`);
    await make(bodyOf(asked), reply, fault).catch((error: unknown) => {
      if (!(error instanceof ArkRefusal)) throw error;
      return reply.answer(arkAnswer(error));
    });
  });
  const inner: FakeProvider = await startFakeProvider({
    guard: (asked, reply) => {
      if (!asked.path.startsWith('/api/v3/') || asked.headers.authorization === `Bearer ${key}`) return true;
      void reply.answer(arkAnswer(new ArkRefusal({ status: 401, code: 'AuthenticationError', message: 'The API key in the request is missing or invalid.' })));
      return false;
    },
    // Faults have their code by now: without one, the path itself is wrong.
    refusal: (status, code) => (code === undefined ? { status, headers: { 'content-type': 'text/plain' }, body: '404 page not found' } : arkAnswer(new ArkRefusal({ status, code }))),
    routes: {
      'POST /api/v3/images/generations': route(IMAGE_FAULTS, async (body, reply, fault) => answerImages(await readImageOrder(body, imageRules), { reply, fault, desk: imageDesk })),
      'POST /api/v3/chat/completions': route(CHAT_FAULTS, async (body, reply, fault) => answerChat(await readChatOrder(body, { models: chatModels, access, maxReferenceBytes }), { reply, fault, desk: chatDesk })),
      'GET /pictures/:name': album.route(queues),
    },
  });
  inner.server.prependListener('request', (_, response) => {
    requests += 1;
    response.setHeader('X-Request-Id', `request-${String(requests).padStart(6, '0')}`);
  });
  return {
    ...inner, key, made, baseUrl: `${inner.url}/api/v3`,
    fault: (...faults) => { queues.add('work', faults); },
    faultAt: (place, ...faults) => { queues.add(place, faults); },
    expireAddresses: () => { album.expireAll(); },
  };
}

function isOwnFault(fault: Fault): fault is OwnFault {
  return [...IMAGE_FAULTS, ...CHAT_FAULTS].some((kind) => kind === fault.kind);
}

/** The body as JSON, or `undefined`, which no route takes. */
function bodyOf(asked: Asked): unknown {
  try {
    return asked.json<unknown>();
  } catch {
    return undefined;
  }
}
