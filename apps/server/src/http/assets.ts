import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

type Asset = { Params: { '*': string } };

/**
 * Files with a hash in their name, by one route: some hundred pictures of choices cost nothing at the start, and a
 * page of a newer build finds its parts though this process is older. Comes after the static plugin.
 */
export function mountAssets(server: FastifyInstance, webFolder: string): void {
  const assets = join(webFolder, 'assets');
  server.get<Asset>('/assets/*', { config: { access: { who: 'anyone' } } }, async ({ params }, reply) => reply.sendFile(params['*'], assets));
}
