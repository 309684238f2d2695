/** Vite plugin: the fonts and icons of the comic engine as gzipped files with a hash in their name. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { slimPack, type IconPack } from '@komawari/comic/draw';
import { FONT_FILES } from '@komawari/comic/letter';
import type { Plugin, UserConfig } from 'vite';

const VIRTUAL = 'virtual:engine-assets';
const PACKS = ['fluent-emoji-high-contrast', 'game-icons'] as const;
const root = join(import.meta.dirname, '../../..');
/** Packing takes seconds and the packages seldom change. */
const cache = join(root, 'node_modules/.cache/komawari/engine');
const find = createRequire(join(root, 'packages/comic/package.json'));

/** For `worker` of a Vite configuration. The first load of the page and its cache know these files by their `engine-`. */
export const engineWorker: NonNullable<UserConfig['worker']> = {
  format: 'es',
  plugins: () => [engineAssets()],
  rolldownOptions: { output: { entryFileNames: 'assets/engine-[hash].js', chunkFileNames: 'assets/engine-[name]-[hash].js' } },
};

function engineAssets(): Plugin {
  return {
    name: 'komawari-engine-assets',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) => (id === `\0${VIRTUAL}` ? moduleOf(packFonts(), packIcons()) : undefined),
  };
}

function moduleOf(fonts: [id: string, path: string][], icons: string): string {
  const address = (name: string, path: string): string => `import ${name} from ${JSON.stringify(`${path.replaceAll('\\', '/')}?url`)};`;
  return [
    ...fonts.map(([, path], i) => address(`font${i}`, path)), address('icons', icons),
    `export const FONT_ADDRESSES = { ${fonts.map(([id], i) => `${JSON.stringify(id)}: font${i}`).join(', ')} };`, 'export const ICONS_ADDRESS = icons;',
  ].join('\n');
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
