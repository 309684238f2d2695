/** Vite plugin: the fonts and icons of the comic engine as gzipped files with a hash in their name. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { slimPack, type IconPack } from '@komawari/comic/draw';
import { FONT_FILES } from '@komawari/comic/letter';
import type { Plugin, UserConfig } from 'vite';

const PACKS = ['fluent-emoji-high-contrast', 'game-icons'] as const;
const root = join(import.meta.dirname, '../../..');
/** Packing takes seconds and the packages seldom change. */
const cache = join(root, 'node_modules/.cache/komawari/engine');
const find = createRequire(join(root, 'packages/comic/package.json'));

/** For `worker` of a Vite configuration: files of the engine are known by their `engine-`. */
export const engineWorker: NonNullable<UserConfig['worker']> = {
  format: 'es',
  rolldownOptions: { output: { entryFileNames: 'assets/engine-[hash].js', chunkFileNames: 'assets/engine-[name]-[hash].js' } },
};

/** The worker reads the addresses from `import.meta.env`. */
export function engineAssets(): Plugin {
  const fonts = packFonts();
  const icons = packIcons();
  const files = new Map([...fonts.map(([, path]) => path), icons].map((path) => [addressOf(path), path]));
  return {
    name: 'komawari-engine-assets',
    config: () => ({
      define: {
        'import.meta.env.KOMA_ENGINE_FONTS': JSON.stringify(JSON.stringify(Object.fromEntries(fonts.map(([id, path]) => [id, `/${addressOf(path)}`])))),
        'import.meta.env.KOMA_ENGINE_ICONS': JSON.stringify(`/${addressOf(icons)}`),
      },
    }),
    generateBundle() {
      for (const [fileName, path] of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = files.get((request.url ?? '').slice(1));
        if (path === undefined) return next();
        response.setHeader('content-type', 'application/octet-stream').end(readFileSync(path));
      });
    },
  };
}

/** `assets/engine-<name>-<hash>.bin`. */
function addressOf(path: string): string {
  return `assets/${basename(path, '.bin')}-${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 8)}.bin`;
}

function packFonts(): [id: string, path: string][] {
  return Object.entries(FONT_FILES).map(([id, file]) => [id, packed(`engine-${id}`, file.package, () => readFileSync(join(folderOf(file.package), file.file)))]);
}

function packIcons(): string {
  const packages = PACKS.map((pack) => `@iconify-json/${pack}`);
  const text = JSON.stringify(Object.fromEntries(PACKS.map((pack, i) => [pack, slimPack(pack, readJson<IconPack>(join(folderOf(packages[i]!), 'icons.json')))])));
  // The list of wanted icons may change without the packages.
  return packed('engine-icons', text.length.toString(36), () => Buffer.from(text));
}

/** Path of the packed file; made when the cache has none of this package's version. */
function packed(name: string, source: string, read: () => Buffer): string {
  const version = source.startsWith('@') ? readJson<{ version: string }>(join(folderOf(source), 'package.json')).version : source;
  const path = join(cache, version, `${name}.bin`);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, gzipSync(read(), { level: 9 }));
  }
  return path;
}

function folderOf(name: string): string {
  return dirname(find.resolve(`${name}/package.json`));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
