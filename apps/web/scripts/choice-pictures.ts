/** Vite plugin: draws the pictures of the choices when the engine has changed since the last build, and puts them beside the app. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { drawChoices } from './pictures/draw-choices.ts';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/komawari/choices');
/** What a picture depends on. */
const SOURCES = ['packages/comic/src/draw', 'packages/comic/src/model', 'packages/comic/src/layout', 'packages/comic/src/direct/style', 'apps/web/scripts/pictures'];

/** The app reads the folder's address from `import.meta.env.KOMA_CHOICES`. */
export function choicePictures(): Plugin {
  const version = fingerprint();
  const address = `assets/choices-${version}`;
  const folder = join(cache, version);
  return {
    name: 'komawari-choice-pictures',
    config: () => ({ define: { 'import.meta.env.KOMA_CHOICES': JSON.stringify(`/${address}/`) } }),
    async buildStart() {
      if (!this.meta.watchMode) await draw(folder);
    },
    generateBundle() {
      for (const path of listFiles(folder)) this.emitFile({ type: 'asset', fileName: `${address}/${path}`, source: readFileSync(join(folder, path)) });
    },
    async configureServer(server) {
      await draw(folder);
      server.middlewares.use(`/${address}`, (request, response, next) => {
        const path = join(folder, (request.url ?? '').split('?')[0]!.replaceAll('..', ''));
        if (!existsSync(path)) return next();
        response.setHeader('content-type', path.endsWith('.svg') ? 'image/svg+xml' : 'image/webp').end(readFileSync(path));
      });
    },
  };
}

/** Under its final name only when complete: a build that is stopped half-way leaves nothing that looks finished. */
async function draw(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const draft = `${folder}.${process.pid}`;
  await drawChoices(draft);
  for (const old of existsSync(cache) ? readdirSync(cache) : []) if (!old.includes('.')) rmSync(join(cache, old), { recursive: true, force: true });
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const dir of SOURCES) for (const path of listFiles(join(root, dir))) if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(join(root, dir, path)));
  return hash.digest('hex').slice(0, 12);
}

function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1).replaceAll('\\', '/')).sort();
}
