import { API_PREFIX, type Route, type UiLanguage } from '@komawari/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { admit } from '../kernel/access.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor, Ctx } from '../kernel/ctx.ts';
import type { BytesReply, Mounted, StreamReply } from '../kernel/room.ts';
import { sendCompressed } from './compress.ts';
import { PICTURE_CSP } from './security-headers.ts';
import { serializerOf } from './serializer.ts';

const JSON_MAX_BYTES = 4_000_000;

/** Lets anonymous callers in as guests where the site allows it. */
export type GuestDoor = { mayEnter(ctx: Ctx): boolean; open(ctx: Ctx): Promise<Actor> };

/** Mounts one route of the contract: access, then input by its schemas, then the verb, then the answer by its schema. */
export function mountRoute(server: FastifyInstance, { route, handle }: Mounted, guests: GuestDoor): void {
  // Made for the first answer: most routes of a start are not asked at once.
  let serialize: ((value: unknown) => string) | undefined;
  server.route({
    method: route.method,
    url: API_PREFIX + route.path,
    bodyLimit: route.takesUpload?.maxBytes ?? JSON_MAX_BYTES,
    config: { access: route.access, ...(route.limit ? { rateLimit: { max: route.limit.max, timeWindow: route.limit.windowSeconds * 1000 } } : {}) },
    preParsing: async (request) => {
      if (!becomesGuest(route, request.ctx, guests)) admit(route.access, request.ctx.actor, route.method, request.ctx.app.ports.clock.now());
    },
    handler: async (request, reply) => {
      const { ctx } = request;
      const input = readInput(route, request, ctx.language);
      if (becomesGuest(route, ctx, guests)) ctx.actor = await guests.open(ctx);
      const answer = await handle(ctx, input);
      if (route.access.author && !ctx.proof.isAuthor) throw new Error(`${route.id} answered without proving who made the thing`);
      for (const cookie of ctx.http?.setCookies ?? []) reply.header('set-cookie', cookie);
      if (route.givesBytes) return sendBytes(reply, answer as BytesReply | StreamReply);
      reply.code(route.status ?? 200).header('cache-control', 'no-store').type('application/json; charset=utf-8');
      if (!route.response) return reply.send('');
      serialize ??= await serializerOf(route.response);
      return sendCompressed(reply, serialize(answer));
    },
  });
}

/** Work may be started without an account; reading and changing need somebody whose it is. */
function becomesGuest(route: Route, ctx: Ctx, guests: GuestDoor): boolean {
  return route.access.who === 'guest' && route.method === 'POST' && !route.access.author && guests.mayEnter(ctx);
}

function readInput(route: Route, request: FastifyRequest, language: UiLanguage) {
  const isUpload = route.takesUpload !== undefined;
  return {
    params: parse(route.params, request.params, language) as never,
    query: parse(route.query, request.query, language) as never,
    body: (isUpload ? undefined : parse(route.body, request.body ?? undefined, language)) as never,
    upload: isUpload ? readUpload(request, route.takesUpload?.mediaTypes ?? []) : new Uint8Array(),
    uploadName: fileNameOf(request.headers['content-disposition']),
  };
}

function readUpload(request: FastifyRequest, mediaTypes: readonly string[]): Uint8Array {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!mediaTypes.includes(type) || !(request.body instanceof Uint8Array)) throw new AppError('request.media-type');
  return request.body;
}

const LOCALES = { 'zh-CN': z.locales.zhCN().localeError, ja: z.locales.ja().localeError, en: z.locales.en().localeError } as const;

function parse(schema: z.ZodType | undefined, value: unknown, language: UiLanguage): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: LOCALES[language] });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new AppError('request.invalid', { detail: `${where ? `${where}: ` : ''}${issue?.message ?? ''}`.slice(0, 300) });
}

function fileNameOf(header: string | undefined): string | undefined {
  const match = /filename\*=UTF-8''([^;]+)|filename="?([^";]+)"?/i.exec((header ?? '').slice(0, 1000));
  if (!match) return undefined;
  try {
    return decodeURIComponent(match[1] ?? match[2] ?? '');
  } catch {
    return undefined;
  }
}

function sendBytes(reply: FastifyReply, answer: BytesReply | StreamReply): FastifyReply {
  reply.type(answer.mediaType).header('cache-control', 'immutable' in answer && answer.immutable ? 'private, max-age=31536000, immutable' : 'private, no-cache');
  if (answer.mediaType.startsWith('image/')) reply.header('content-security-policy', PICTURE_CSP);
  // A proxy in between is not to gather what is told as it comes.
  if (answer.mediaType.startsWith('text/event-stream')) reply.header('x-accel-buffering', 'no');
  if (answer.fileName !== undefined) reply.header('content-disposition', dispositionOf(answer.fileName));
  if ('stream' in answer) return reply.send(answer.stream);
  return reply.send(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
}

/** RFC 6266: a plain ASCII name for old clients, the real one in UTF-8. */
export function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
