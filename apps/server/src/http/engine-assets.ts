import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Left out where each file of the app gets a route of its own. */
export const CHOICE_PICTURES = 'assets/choices-*/**';

type Picture = { Params: { kind: string; file: string } };

/** The pictures of choices: some hundred small files under an address with a hash; one route serves them all. Comes after the static plugin. */
export function mountChoicePictures(server: FastifyInstance, webFolder: string): void {
  const assets = join(webFolder, 'assets');
  const folders = existsSync(assets) ? readdirSync(assets).filter((name) => name.startsWith('choices-')) : [];
  for (const name of folders) {
    server.get<Picture>(`/assets/${name}/:kind/:file`, { config: { access: { who: 'anyone' } } }, async ({ params }, reply) => reply.sendFile(`${params.kind}/${params.file}`, join(assets, name)));
  }
}
