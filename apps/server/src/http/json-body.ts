import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';

/** What JSON.parse takes at once, in some 20 ms at most, whatever stands in it. */
const AT_ONCE_BYTES = 1 << 17;

type JsonLimits = { depthMax: number; valuesMax: number; arrayMax: number; membersMax: number; stringMaxBytes?: number };

/** More than any request of ours has: 4 MB of the shortest edits that mean something. */
const LIMITS: JsonLimits = { depthMax: 100, valuesMax: 300_000, arrayMax: 20_000, membersMax: 1000 };

/** A member called `__proto__`, in any spelling: Fastify's own parser refuses it in small bodies. */
const SUSPECT = /"(?:_|\\u005[Ff]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[Ff])(?:t|\\u0074)(?:o|\\u006[Ff])(?:_|\\u005[Ff]){2}"\s*:/;

/** Reads JSON bodies: small ones as Fastify does, large ones in steps, since a few megabytes of many small things hold JSON.parse up for half a second. */
export function readJson(server: FastifyInstance, limits: JsonLimits = LIMITS): void {
  const atOnce = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body, done) => {
    if (body.length <= AT_ONCE_BYTES) return atOnce(request, body.toString('utf8'), done);
    if (SUSPECT.test(body.toString('latin1'))) return done(new AppError('request.not-json'));
    inSteps(body, limits).then((value) => done(null, value), (error: unknown) => done(new AppError(error instanceof RangeError ? 'request.too-large' : 'request.not-json', { cause: error })));
  });
}

/** The same for requests that have whole pictures in them, as base64 of some 10 MB. */
export function readJsonWithPictures(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  readJson(scope, { ...LIMITS, stringMaxBytes: 14_000_000 });
}

async function inSteps(body: Buffer, limits: JsonLimits): Promise<unknown> {
  const { jsonInTurns } = await import('@komawari/comic/json');
  const turns = jsonInTurns(body, limits);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    await setImmediate();
  }
}
