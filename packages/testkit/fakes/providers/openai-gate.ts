/** What stands before every route: the key, who may come, how often, and the headers that all answers carry. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Asked } from './fake-provider.ts';
import { errorAnswer, problemOf, type OpenaiErrorForm, type OpenaiProblem } from './openai-errors.ts';
import type { Answer, Reply } from './reply.ts';

export type OpenaiGateOptions = {
  key?: string;
  organization?: string;
  project?: string;
  tellsKey?: boolean;
  denies?: 'country' | 'verification';
  rate?: { requests: number; windowMs: number };
  imageRateHeaders?: boolean;
  isPlain: boolean;
  errorForm: OpenaiErrorForm;
  refusal: (status: number, code: string | undefined) => Answer;
  /** `POST /v1/chat/completions` and the like. */
  routes: readonly string[];
};

const TOKENS_A_WINDOW = 200_000;

export function openaiGate(options: OpenaiGateOptions) {
  const { rate = { requests: 10_000, windowMs: 60_000 }, isPlain, errorForm } = options;
  let [windowBegan, used, lastRequest, left] = [-Infinity, 0, 0, 0];
  const resetMs = () => Math.max(0, Math.ceil(windowBegan + rate.windowMs - performance.now()));

  /** Headers are set before the shared server writes the head of its answer, which may be a stream. */
  function dress(request: IncomingMessage, response: ServerResponse): void {
    let isOurs = false;
    const destroy = response.destroy.bind(response);
    response.destroy = (error?: Error) => {
      isOurs = true;
      return destroy(error);
    };
    response.on('close', () => { if (!response.writableFinished && !isOurs) left += 1; });
    const isWork = request.method === 'POST';
    if (isWork && resetMs() === 0) [windowBegan, used] = [performance.now(), 0];
    if (isWork) used += 1;
    if (isPlain) return;
    lastRequest += 1;
    response.setHeader('x-request-id', `req_${lastRequest}`);
    if (!isWork || (request.url?.includes('/images/') && !options.imageRateHeaders)) return;
    for (const [name, value] of Object.entries(rateHeaders(rate.requests, rate.requests - used, resetMs()))) response.setHeader(name, value);
  }

  function whyNot(asked: Asked): OpenaiProblem | Answer | undefined {
    if (options.key !== undefined) {
      const problem = keyProblem(asked.headers.authorization, options.key, options.tellsKey ?? false);
      if (problem) return problem;
    }
    for (const [header, owner] of [['openai-organization', options.organization], ['openai-project', options.project]] as const) {
      const named = asked.headers[header];
      if (owner !== undefined && named !== undefined && named !== owner) return { status: 401, message: `${header} header should match the API key`, code: `mismatched_${header.slice(7)}` };
    }
    if (!options.routes.some((route) => isRoute(route, asked))) return { status: 404, message: `Invalid URL (${asked.method} ${asked.path})` };
    if (asked.method !== 'POST') return undefined;
    if (options.denies === 'country') return problemOf(403, 'unsupported_country_region_territory');
    if (options.denies === 'verification') return problemOf(403);
    return options.rate && used > rate.requests ? options.refusal(429, 'rate_limit_exceeded') : undefined;
  }

  return {
    guard(asked: Asked, reply: Reply): boolean {
      const why = whyNot(asked);
      if (why) void reply.answer('body' in why ? why : errorAnswer(why, errorForm));
      return why === undefined;
    },
    watch: (server: Server) => void server.prependListener('request', dress),
    abandoned: () => left,
  };
}

function keyProblem(header: string | undefined, key: string, tellsKey: boolean): OpenaiProblem | undefined {
  const sent = /^Bearer (.+)$/.exec(header ?? '')?.[1];
  if (sent === undefined) return { status: 401, message: "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)." };
  if (sent === key) return undefined;
  return { ...problemOf(401), message: `Incorrect API key provided: ${tellsKey ? sent : `${sent.slice(0, 3)}***${sent.slice(-4)}`}.` };
}

function isRoute(route: string, { method, path }: Asked): boolean {
  const [wanted = '', pattern = ''] = route.split(' ');
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return wanted === method && parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at]);
}

/** Durations as the original writes them: `12ms`, `6.5s`, `1m2.5s`. */
function duration(ms: number): string {
  if (ms < 1000) return `${ms}ms`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes > 0 ? `${minutes}m` : ''}${(ms % 60_000) / 1000}s`;
}

function rateHeaders(limit: number, remaining: number, resetMs: number): Record<string, string> {
  const left = String(Math.max(0, remaining));
  return {
    'x-ratelimit-limit-requests': String(limit), 'x-ratelimit-remaining-requests': left, 'x-ratelimit-reset-requests': duration(resetMs),
    'x-ratelimit-limit-tokens': String(TOKENS_A_WINDOW), 'x-ratelimit-remaining-tokens': String(TOKENS_A_WINDOW - 100), 'x-ratelimit-reset-tokens': '12ms',
  };
}
