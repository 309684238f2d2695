import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { EMBED_CSP } from './security-headers.ts';
import { mountAssets } from './assets.ts';

const NOT_BUILT = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Komawari</title><h1>Komawari</h1><p>The web app is not built. Run <code>npm run build</code>, or use the <a href="/api">API</a>.</p></html>';

/**
 * Serves the built web app: files with a hash in their name for ever, the page itself always fresh, and the
 * page for every address that only the app knows.
 */
export async function mountWebApp(server: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  const isBuilt = existsSync(index);
  if (isBuilt) {
    await server.register(fastifyStatic, {
      // The build lays a brotli and a gzip beside each script and style.
      root: folder, index: false, wildcard: false, cacheControl: false, globIgnore: ['assets/**'], preCompressed: true,
      setHeaders: (response, path) => void response.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
    mountAssets(server, folder);
  }
  const page = isBuilt ? readFileSync(index) : Buffer.from(NOT_BUILT);
  const sendPage = (reply: FastifyReply) => reply.code(200).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  server.get('/', { config: { access: { who: 'anyone' } } }, async (_request, reply) => sendPage(reply));
  server.setNotFoundHandler(async (request, reply) => {
    if (isPageVisit(request)) return sendPage(isEmbed(request) ? mayBeFramed(reply) : reply);
    throw new AppError('not-found');
  });
}

function isPageVisit(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  return request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path) && /text\/html/.test(request.headers.accept ?? '');
}

function isEmbed(request: FastifyRequest): boolean {
  return /^\/embed\/[\w-]{20,64}$/.test(request.url.split('?')[0] ?? '');
}

function mayBeFramed(reply: FastifyReply): FastifyReply {
  return reply.removeHeader('x-frame-options').header('content-security-policy', EMBED_CSP).header('cross-origin-resource-policy', 'cross-origin');
}
