// `node bench/web/bundle-size.ts [--json]`: what a first visit loads, in gzip, against the limits of the web app.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { rootDir } from '../../scripts/find-node.mjs';
import { atMost, report } from '../measure.ts';

const SCRIPT_LIMIT_BYTES = 180_000;
const STYLE_LIMIT_BYTES = 25_000;
const LANGUAGES = ['en', 'zh-CN', 'ja'];

type Chunk = { file: string; imports?: string[]; css?: string[] };
export type FirstLoad = { scriptBytes: number; styleBytes: number; files: { file: string; bytes: number }[] };

/** The page, its first view and the words of the longest language: all that is fetched before anything is pressed. Sizes in gzip. */
export function measureFirstLoad(dist: string, firstView = 'src/rooms/comics/home/Home.tsx', rooms = ['src/frame/words', 'src/rooms/comics/words', 'src/rooms/comics/words/desk']): FirstLoad {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const sizeOf = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const files = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest of the build does not know ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.css?.forEach((file) => files.add(file));
    chunk.imports?.forEach(take);
  };
  for (const key of ['index.html', firstView]) take(key);
  const longest = LANGUAGES.toSorted((a, b) => wordBytes(b) - wordBytes(a))[0]!;
  rooms.forEach((room) => take(`${room}/${longest}.ts`));
  const sized = [...files].map((file) => ({ file, bytes: sizeOf(file) })).toSorted((a, b) => b.bytes - a.bytes);
  const sum = (ending: string) => sized.filter(({ file }) => file.endsWith(ending)).reduce((bytes, file) => bytes + file.bytes, 0);
  return { scriptBytes: sum('.js'), styleBytes: sum('.css'), files: sized };

  function wordBytes(language: string): number {
    return rooms.reduce((bytes, room) => bytes + sizeOf(manifest[`${room}/${language}.ts`]!.file), 0);
  }
}

if (import.meta.main) {
  buildWebWhenNeeded();
  const { scriptBytes, styleBytes, files } = measureFirstLoad(join(rootDir, 'apps/web/dist'));
  const kb = (bytes: number) => Math.round(bytes / 100) / 10;
  report('web bundle', [
    atMost('script of the first load, gzip', 'KB', kb(scriptBytes), { name: 'limit', value: SCRIPT_LIMIT_BYTES / 1000 }, 1),
    atMost('style of the first load, gzip', 'KB', kb(styleBytes), { name: 'limit', value: STYLE_LIMIT_BYTES / 1000 }, 1),
  ], Object.fromEntries(files.slice(0, 8).map(({ file, bytes }) => [file.replace('assets/', ''), `${kb(bytes)} KB`])), process.argv.includes('--json'));
}
