import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

/** Smaller ones fit the first packets as they are. */
const LEAST_BYTES = 1400;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** The best that the client takes (RFC 9110, 12.5.3). */
export function codingOf(accepted: string | undefined): 'br' | 'gzip' | undefined {
  const weights = new Map((accepted ?? '').toLowerCase().split(',').map((part) => {
    const [name = '', ...rest] = part.split(';').map((word) => word.trim());
    const weight = rest.find((word) => word.startsWith('q='));
    return [name, weight === undefined ? 1 : Number(weight.slice(2))];
  }));
  const weigh = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  return (['br', 'gzip'] as const).filter((name) => weigh(name) > 0).sort((a, b) => weigh(b) - weigh(a))[0];
}

/**
 * Sends an answer compressed where that pays, on a thread of its own. Only for answers to GET: those that give out a
 * secret are answers to POST, and what lies beside a secret in one answer must not tell its length (BREACH). Who sits
 * at this machine gets it as it is: nothing is slower there than packing.
 */
export async function sendCompressed(reply: FastifyReply, text: string): Promise<FastifyReply> {
  const { method, headers, ctx } = reply.request;
  if (method !== 'GET' || text.length < LEAST_BYTES) return reply.send(text);
  reply.header('vary', 'accept-encoding');
  const coding = ctx.isLocal ? undefined : codingOf(headers['accept-encoding']);
  if (!coding) return reply.send(text);
  const bytes = Buffer.from(text, 'utf8');
  const packed = coding === 'br' ? await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) : await toGzip(bytes, { level: 4 });
  return reply.header('content-encoding', coding).send(packed);
}
