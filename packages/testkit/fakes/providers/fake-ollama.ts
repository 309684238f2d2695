/**
 * Ollama on the wire: the API of version 0.33.0 as of 21 Aug 2026.
 *
 * It answers chat, generate, tags, ps, pull, show, delete, version, and `/v1/chat/completions` and `/v1/models`; lines of JSON by
 * default, one object with `"stream": false`. No key. A page of another origin is refused as the original does.
 * Own faults: `empty` (an answer without words) and `stream-error` (an `error` line after a 200, also in a pull; HTTP 500 where
 * nothing is streamed). All others throw when they are set: there is no moderation and no picture to go wrong.
 * Faults befall chat, generate and pull; `faultLookup` sets those of the other routes.
 *
 * Not certain, and so chosen: sentences of refusals; thinking is off unless asked (`thinksByDefault`); a cloud model ignores
 * `format` (`cloudFormat`); `/v1` ignores what it does not support (`unsupported`), tells errors as OpenAI does, and in a stream
 * as an event; bytes that are no png, jpeg or webp are a 400; a model that is not in the registry is told inside the stream of a
 * pull; another origin gets a bare 403.
 * Left out: embeddings, completions and responses of `/v1`, `/v1/models/<id>`, thinking in `/v1`, create, copy, push, HEAD,
 * `context` of generate, cutting prompts to the context, patterns in schemas.
 */
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import { OllamaHost } from './ollama-host.ts';
import { infer, linesFor, loadOnly } from './ollama-infer.ts';
import { INSTALLED, REGISTRY, shownOf, tagOf, type OllamaModel } from './ollama-models.ts';
import { eventsFor, nativeOf } from './ollama-openai.ts';
import { pull } from './ollama-pull.ts';
import { OllamaRefusal, refusalOf, type OllamaFace } from './ollama-refusal.ts';
import { bodyOf, nameIn, promptOf, type OllamaPrompt } from './ollama-request.ts';
import type { Reply } from './reply.ts';

export type FakeOllamaOptions = {
  models?: readonly OllamaModel[];
  /** Can be pulled. */
  registry?: readonly OllamaModel[];
  version?: string;
  /** Between two tokens, and two lines of a pull. */
  stepMs?: number;
  loadMs?: number;
  /** Answers written at once; the rest waits. */
  parallel?: number;
  /** How many may wait; one more gets a 503. */
  maxQueue?: number;
  /** How long a model stays when the request does not say. */
  keepMs?: number;
  /** Tokens of context when the request does not say. */
  contextLength?: number;
  now?: () => number;
  /** Origins of pages that may call, beside those of this machine. */
  origins?: readonly string[];
  tellsCapabilities?: boolean;
  thinksByDefault?: boolean;
  cloudFormat?: 'ignored' | 'refused';
  unsupported?: 'ignored' | 'refused';
  /** The words of an answer, instead of the echo. */
  write?: (prompt: OllamaPrompt) => string;
};

export type FakeOllama = FakeProvider & {
  /** Answers the next requests of tags, ps, show, delete, version and `/v1/models` so, one each, in order. */
  faultLookup(...faults: Fault[]): void;
  /** Names, in the order they came. */
  installed(): string[];
  /** Those in memory now; `expiresAt` in milliseconds, Infinity for ever. */
  loaded(): { name: string; expiresAt: number; contextLength: number }[];
  /** Bytes of a layer that are on the disk. */
  fetchedBytes(digest: string): number;
  /** Answers whose caller went away before their end, also while waiting. */
  cancelled(): number;
};

const WIRE_FAULTS = ['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall'];
const NEAR = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?$/;

export async function startFakeOllama(options: FakeOllamaOptions = {}): Promise<FakeOllama> {
  const { models = INSTALLED, registry = REGISTRY, version = '0.33.0', stepMs = 0, parallel = 4, maxQueue = 512, loadMs = 0, contextLength = 4096, now = Date.now, origins = [], tellsCapabilities = true } = options;
  const host = new OllamaHost({ installed: models, registry, parallel, maxQueue, loadMs, contextLength, now });
  const rules = { thinksByDefault: options.thinksByDefault ?? false, cloudFormat: options.cloudFormat ?? 'ignored', keepMs: options.keepMs ?? 300_000 };
  const inferring = { host, stepMs, write: options.write };
  const faults: { work: Fault[]; lookup: Fault[] } = { work: [], lookup: [] };
  let face: OllamaFace = 'api';
  let answers = 0;

  /** The shared queue holds one fault at most, moved there when the request that it is meant for begins. */
  const route = (queue: Fault[], act: (asked: Asked, reply: Reply, fault: Fault | undefined) => void | Promise<void>): Route => (asked, reply) => {
    const mine = face;
    fake.fault(...queue.splice(0, 1));
    return reply.work(async (fault) => {
      try {
        await act(asked, reply, fault);
      } catch (error) {
        if (!(error instanceof OllamaRefusal)) throw error;
        await reply.answer(refusalOf(mine, error.status, error.message));
      }
    });
  };
  const work = (act: Parameters<typeof route>[1]) => route(faults.work, act);
  const lookup = (answer: (asked: Asked) => unknown) => route(faults.lookup, (asked, reply) => reply.answer({ headers: { 'content-type': 'application/json; charset=utf-8' }, body: answer(asked) }));
  const talk = (kind: 'chat' | 'generate') => work(async (asked, reply, fault) => {
    const prompt = promptOf(bodyOf(asked), kind, host, rules);
    if (prompt.isBare) return loadOnly(prompt, kind, reply, host);
    await infer(prompt, linesFor(prompt, kind, host), reply, fault, inferring);
  });

  const routes: Record<string, Route> = {
    'GET /': (_, reply) => reply.answer({ headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Ollama is running' }),
    'GET /api/version': lookup(() => ({ version })),
    'GET /api/tags': lookup(() => ({ models: [...host.installed.values()].map((model) => tagOf(model, tellsCapabilities)) })),
    'GET /api/ps': lookup(() => ({ models: host.rows() })),
    'POST /api/show': lookup((asked) => shownOf(host.get(nameIn(bodyOf(asked))))),
    'DELETE /api/delete': lookup((asked) => {
      host.remove(host.get(nameIn(bodyOf(asked))));
      return '';
    }),
    'POST /api/chat': talk('chat'),
    'POST /api/generate': talk('generate'),
    'POST /api/pull': work((asked, reply, fault) => pull(host, bodyOf(asked), reply, { fault, stepMs })),
    'POST /v1/chat/completions': work(async (asked, reply, fault) => {
      const body = bodyOf(asked);
      const prompt = promptOf(nativeOf(body, options.unsupported ?? 'ignored'), 'chat', host, { ...rules, thinksByDefault: false });
      await infer(prompt, eventsFor(prompt, body, answers += 1, host), reply, fault, inferring);
    }),
    'GET /v1/models': lookup(() => ({ object: 'list', data: [...host.installed.values()].map(({ name }) => ({ id: name, object: 'model', created: Math.floor(now() / 1000), owned_by: 'library' })) })),
  };

  const fake: FakeProvider = await startFakeProvider({
    routes,
    guard(asked, reply) {
      face = asked.path.startsWith('/v1/') ? 'v1' : 'api';
      const isForeign = asked.headers.origin !== undefined && !NEAR.test(asked.headers.origin) && !origins.includes(asked.headers.origin);
      if (isForeign) void reply.answer({ status: 403, headers: { 'content-type': 'text/plain' }, body: '' });
      else if (!routes[`${asked.method} ${asked.path}`]) void reply.answer({ status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' });
      else return true;
      return false;
    },
    refusal: (status, code) => refusalOf(face, status, code),
  });

  return {
    ...fake,
    fault: (...more) => void faults.work.push(...more.map((fault) => known(fault, ['empty', 'stream-error']))),
    faultLookup: (...more) => void faults.lookup.push(...more.map((fault) => known(fault, []))),
    installed: () => [...host.installed.keys()],
    loaded: () => host.loaded().map(({ model: { name }, expiresAt, contextLength: length }) => ({ name, expiresAt, contextLength: length })),
    fetchedBytes: (digest) => host.fetchedBytes.get(digest) ?? 0,
    cancelled: () => host.cancelled,
  };
}

function known(fault: Fault, own: readonly string[]): Fault {
  if (![...WIRE_FAULTS, ...own].includes(fault.kind)) throw new Error(`Ollama has no fault ${fault.kind} here`);
  return fault;
}
