import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admit } from '../kernel/access.ts';
import type { App } from '../kernel/app.ts';
import { hasBearer } from '../kernel/bearer.ts';
import { AppError } from '../kernel/errors.ts';
import type { ForeignApi, ForeignReply, ForeignRoute } from '../kernel/foreign-api.ts';
import { toAppError } from './error-map.ts';
import { goneOf } from './gone.ts';
import { readJsonWithPictures } from './json-body.ts';
import { languageOf } from './language.ts';
import { addressGroup, callerAddress } from './origin.ts';

/** Mounts an API that speaks in shapes of its own, errors and unknown addresses included. */
export async function mountForeign(server: FastifyInstance, app: App, api: ForeignApi): Promise<void> {
  await server.register(async (scope) => {
    const refuse = (request: FastifyRequest, error: unknown): ForeignReply => {
      const refusal = api.refuse(error, { known: toAppError(error), language: request.ctx?.language ?? languageOf(request.headers['accept-language']) });
      if (refusal.status === 500 && !request.raw.destroyed) app.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed');
      return refusal;
    };
    scope.setErrorHandler((error, request, reply) => send(reply, refuse(request, error)));
    scope.setNotFoundHandler(() => { throw new AppError('not-found'); });
    readJsonWithPictures(scope);
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of api.routes) mountOne(scope, route, refuse);
  }, { prefix: api.prefix });
}

function mountOne(scope: FastifyInstance, route: ForeignRoute, refuse: (request: FastifyRequest, error: unknown) => ForeignReply): void {
  scope.route({
    method: route.method, url: route.path, ...(route.bodyMaxBytes === undefined ? {} : { bodyLimit: route.bodyMaxBytes }),
    config: { access: route.access, rateLimit: { max: route.perMinute, timeWindow: 60_000, keyGenerator: keyOf } },
    // No cookies here: another site could make a visitor's browser send them.
    preParsing: async ({ ctx, headers }) => {
      if (!hasBearer(headers)) throw new AppError('access.key-needed');
      admit(route.access, ctx.actor, route.method, ctx.app.ports.clock.now());
    },
    handler: async (request, reply) => {
      const { ctx } = request;
      const answer = await route.handle(ctx, {
        // Fastify gives each hole of the path as text.
        params: request.params as Record<string, string | undefined>, header: (name) => headerOf(request, name), body: request.body, gone: goneOf(reply.raw), origin: originOf(request), refuse: (error) => refuse(request, error),
      });
      if (route.access.author && !ctx.proof.isAuthor) throw new Error(`${route.path} answered without proving who made the thing`);
      return send(reply, answer);
    },
  });
}

function send(reply: FastifyReply, { status, headers = {}, body }: ForeignReply): FastifyReply {
  reply.code(status).headers({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8', 'x-request-id': reply.request.id, ...headers });
  if (typeof body === 'string') return reply.send(body);
  return body instanceof Uint8Array ? reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength)) : reply.send(Readable.from(body));
}

/** Each key has its own allowance; whoever shows none that is known counts by address. */
function keyOf(request: FastifyRequest): string {
  if (request.ctx.actor.kind === 'anonymous') return addressGroup(callerAddress(request.ip, request.socket.remoteAddress));
  return `key:${createHash('sha256').update(request.headers.authorization ?? '').digest('base64url')}`;
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The name was vetted before; behind a proxy the public address says whether it is HTTPS. */
function originOf(request: FastifyRequest): string {
  const known = new URL(request.ctx.app.config.publicUrl);
  return request.host === known.host ? known.origin : `${request.protocol}://${request.host}`;
}
