import { randomUUID } from 'node:crypto';
import { ALL_ROUTES, type Access, type UiLanguage } from '@komawari/contract';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { App } from '../kernel/app.ts';
import type { Actor, Ctx } from '../kernel/ctx.ts';
import { AppError } from '../kernel/errors.ts';
import type { LanDoor } from '../lan/lan-door.ts';
import type { Room } from '../kernel/room.ts';
import { errorBody, toAppError } from './error-map.ts';
import { readJson } from './json-body.ts';
import { languageOf } from './language.ts';
import { localCallers } from './local-callers.ts';
import { goneOf } from './gone.ts';
import { mountForeign } from './mount-foreign.ts';
import { mountRoute, type GuestDoor } from './mount.ts';
import { addressGroup, callerAddress, refuseForeignOrigin } from './origin.ts';
import { ownNamesOf, refuseForeignHost } from './own-names.ts';
import { mountProbes } from './probes.ts';
import { mountRoomSocket } from './room-sockets.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { mountSocket } from './socket.ts';
import { mountWebApp } from './web-app.ts';

declare module 'fastify' {
  interface FastifyRequest { ctx: Ctx }
  interface FastifyContextConfig { access?: Access }
}

export type ServerOptions = {
  rooms: readonly Room[];
  resolveActor(headers: IncomingHttpHeaders): Promise<Actor>;
  guests: GuestDoor;
  version: string;
  webFolder: string;
  /** Requests a minute from one address; routes may have less. 0 switches all limits off. */
  requestsPerMinute: number;
};

/** The HTTP server with everything mounted, not yet listening. Throws for a route that does not declare `access`. */
export async function buildServer(app: App, options: ServerOptions): Promise<FastifyInstance> {
  const lan = await openLan(app);
  const server: FastifyInstance = Fastify({
    ...(lan ? { https: lan.tls() } : {}),
    loggerInstance: app.log as FastifyBaseLogger, logController: new LogController({ disableRequestLogging: true }), childLoggerFactory: (logger) => logger, genReqId: () => randomUUID(), trustProxy: app.config.trustedProxies ?? false,
    requestTimeout: 60_000, forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    schemaController: { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } },
    frameworkErrors: (error, request, reply) => sendError(reply as FastifyReply, toAppError(error), languageOf(request.headers['accept-language']), request.id),
  });
  demandAccess(server);
  server.setErrorHandler((raw, request, reply) => {
    const error = toAppError(raw);
    // A database that is away is told once by its pool; a stack for each request would bury what matters.
    if (error.status >= 500 && !reply.raw.destroyed) app.log[error.code === 'server.stopping' ? 'debug' : 'error']({ err: raw, requestId: request.id, route: request.routeOptions.url }, 'a request failed');
    sendError(reply, error, request.ctx?.language ?? languageOf(request.headers['accept-language']), request.id);
  });
  // Not on a home network: a name that has sent it would take its plain page that helps to trust it away.
  addSecurityHeaders(server, { demandsHttps: app.config.publicUrl.startsWith('https:') && !lan });
  readUploadsAsBytes(server);
  readJson(server);
  const isLocal = localCallers({
    publicUrl: app.config.publicUrl, hasOwnTls: lan !== undefined,
    warn: (address) => app.log.warn({ address }, 'a proxy on this machine passes neither the name it is asked under nor X-Forwarded-For: nobody counts as sitting here any more. docs/accounts.md shows its configuration'),
  });
  addCtx(server, { app, options, isOwnName: lan?.isOwnName ?? ownNamesOf(app.config.publicUrl), isLocal });
  if (options.requestsPerMinute > 0) await addRateLimits(server, options.requestsPerMinute);
  await server.register(websocket, { options: { maxPayload: 16_384, perMessageDeflate: false } });
  mountProbes(server, app, options.version);
  lan?.mount(server);
  mountSocket(server, app, options.resolveActor);
  for (const room of options.rooms) for (const openDoor of room.sockets ?? []) mountRoomSocket(server, app, openDoor);
  for (const room of options.rooms) for (const mounted of room.routes) mountRoute(server, mounted, options.guests);
  for (const room of options.rooms) if (room.foreign) await mountForeign(server, app, room.foreign);
  await mountWebApp(server, options.webFolder);
  return server;
}

/** The code of `--lan` is loaded only with it. */
async function openLan({ config, ports: { clock }, log }: App): Promise<LanDoor | undefined> {
  if (!config.lan) return undefined;
  const { openLanDoor } = await import('../lan/lan-door.ts');
  return openLanDoor({ config: { ...config, lan: config.lan }, clock, log });
}

/** The contract's schemas are Zod's: Fastify's own compilers would be a sixth of what a start loads, for nothing. */
function refuseSchema(): never {
  throw new Error('a route has a JSON schema: what comes in and goes out is declared in the contract');
}

/** Makes the start fail for a route that does not say who may call it. */
export function demandAccess(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (!route.config?.access && !['HEAD', 'OPTIONS'].includes(String(route.method)) && !isAsset(route)) throw new Error(`${String(route.method)} ${route.url} does not declare who may call it`);
  });
}

function sendError(reply: FastifyReply, error: AppError, language: UiLanguage, requestId: string): void {
  void reply.code(error.status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(JSON.stringify(errorBody(error, language, requestId)));
}

/** Files of the built web app are mounted by the static plugin, which has no place for `access`; they are public. */
function isAsset(route: { url: string; handler: unknown; config?: unknown }): boolean {
  return !route.url.startsWith('/api') && /\.\w+$/.test(route.url) && route.url !== '/openapi.json';
}

function readUploadsAsBytes(server: FastifyInstance): void {
  const mediaTypes = new Set(['application/octet-stream', ...ALL_ROUTES.flatMap((route) => route.takesUpload?.mediaTypes ?? [])]);
  server.addContentTypeParser([...mediaTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function addCtx(server: FastifyInstance, { app, options, isOwnName, isLocal }: { app: App; options: ServerOptions; isOwnName: (name: string) => boolean; isLocal: ReturnType<typeof localCallers> }): void {
  server.decorateRequest('ctx');
  server.addHook('onRequest', async (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const base = { app, requestId: request.id, language, isLocal: isLocal({ remoteAddress: request.socket.remoteAddress, headers: request.headers, httpVersion: request.raw.httpVersion }), proof: { isAuthor: false } };
    request.ctx = { ...base, actor: { kind: 'anonymous' } };
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    refuseForeignHost(request, isOwnName);
    if (isWrite || request.headers.upgrade !== undefined) refuseForeignOrigin(request.headers);
    const actor = await options.resolveActor(request.headers);
    request.ctx = { ...base, actor, http: { get headers() { return toHeaders(request.headers, callerOf(request)); }, setCookies: [], get gone() { return goneOf(reply.raw); } } };
  });
  // After the rate limits, so that guessing keys is counted; before any route, whoever may call it.
  server.addHook('preParsing', async ({ ctx }) => {
    if (ctx.actor.kind === 'anonymous' && ctx.actor.hasBadKey) throw new AppError('access.bad-key');
  });
}

function callerOf(request: FastifyRequest): string {
  return callerAddress(request.ip, request.socket.remoteAddress);
}

/** The address of the caller is ours to say: what the client claims about it is dropped. */
function toHeaders(raw: IncomingHttpHeaders, address: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  headers.set('x-forwarded-for', address);
  return headers;
}

async function addRateLimits(server: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    global: true, max: requestsPerMinute, timeWindow: 60_000, keyGenerator: (request) => addressGroup(callerOf(request)),
    allowList: (request) => ['/healthz', '/readyz', '/metrics'].includes(request.url),
    errorResponseBuilder: () => new AppError('request.too-many'),
  });
}
