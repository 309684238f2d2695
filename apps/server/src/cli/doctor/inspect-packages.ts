import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBinaries, linkLibraries } from '../../postgres/binaries.ts';
import type { Finding } from './inspect-machine.ts';

const reinstall = 'Run `npm ci` in the project folder.';
const oldestNode = 24;

/** What the packages bring: each is really loaded, since a file that exists may not run on this machine. */
export async function inspectPackages(): Promise<Finding[]> {
  return [
    { name: 'Node', isThere: Number(process.versions.node.split('.')[0]) >= oldestNode, isNeeded: true, detail: process.versions.node, remedy: reinstall },
    postgres(),
    await loads('sharp (pictures)', async () => {
      const { default: sharp } = await import('sharp');
      await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } }).png().toBuffer();
      return `libvips ${sharp.versions.vips}`;
    }),
    await loads('resvg (pages)', async () => {
      const { Resvg } = await import('@resvg/resvg-js');
      new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>').render();
      return 'draws';
    }),
    fonts(),
  ];
}

function postgres(): Finding {
  const finding = { name: 'PostgreSQL', isNeeded: !process.env['DATABASE_URL'], remedy: `${reinstall} Or set DATABASE_URL to a PostgreSQL 15 or newer.` };
  try {
    const { dir } = findBinaries();
    linkLibraries(dir);
    const done = spawnSync(join(dir, 'bin/postgres'), ['--version'], { encoding: 'utf8' });
    return { ...finding, isThere: done.status === 0, detail: done.stdout.trim() || done.stderr.trim() };
  } catch (error) {
    return { ...finding, isThere: false, detail: (error as Error).message };
  }
}

/** The font packages that the engine's package asks for. */
function fonts(): Finding {
  const require = createRequire(import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL('../../../../../packages/comic/package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string> };
  const wanted = Object.keys(manifest.dependencies).filter((name) => name.startsWith('@expo-google-fonts/'));
  const missing = wanted.filter((name) => {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      return !readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.ttf'));
    } catch {
      return true;
    }
  });
  return { name: 'fonts', isThere: missing.length === 0, isNeeded: true, detail: missing.length === 0 ? `${wanted.length} families` : `missing: ${missing.join(', ')}`, remedy: reinstall };
}

async function loads(name: string, load: () => Promise<string>): Promise<Finding> {
  try {
    return { name, isThere: true, isNeeded: true, detail: await load() };
  } catch (error) {
    return { name, isThere: false, isNeeded: true, detail: (error as Error).message.split('\n')[0] ?? '', remedy: reinstall };
  }
}
