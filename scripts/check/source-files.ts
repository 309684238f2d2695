import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../find-node.mjs';

const skipped = new Set(['node_modules', 'dist', 'coverage', 'out', 'shots', '.git', 'target']);

/** Paths of the project's own files, relative to its folder: what git knows or would add; all of them without git. */
export function projectFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: rootDir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64e6 });
    return listed.split('\0').filter((path) => path && existsSync(join(rootDir, path)));
  } catch {
    // An unpacked archive has no history; the folder itself is the list.
    return walk('');
  }
}

function walk(dir: string): string[] {
  return readdirSync(join(rootDir, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = dir ? `${dir}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Written by machines, or tests: long files are no sin there. */
export function isGenerated(path: string): boolean {
  return /(^|\/)generated\/|\.gen\.[a-z]+$|\.d\.ts$/.test(path);
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$|^e2e\/|\/testing\/|^packages\/testkit\//.test(path);
}
