import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StartupError } from './startup-error.ts';

/**
 * Where the data lies when `KOMA_DATA` does not say it.
 * Root on Linux gets a system folder: PostgreSQL then runs as another user, who cannot look below root's own home.
 */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Komawari');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Komawari');
  if (process.getuid?.() === 0) return '/var/lib/komawari';
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'komawari');
}

export function dataDirOf(env: NodeJS.ProcessEnv): string {
  return resolve(env.KOMA_DATA || defaultDataDir(env));
}

/** One folder after the other: Node's own recursive way never ends where a file system answers ENOENT for good, as /proc does. */
function makeFolders(dir: string): void {
  const missing: string[] = [];
  for (let at = dir; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, { mode: 0o711 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  if (!statSync(dir).isDirectory()) throw Object.assign(new Error(`${dir} is no folder`), { code: 'ENOTDIR' });
}

/** Makes the folder and proves that a file can be written in it. @throws StartupError data.unwritable, data.full */
export function prepareDataDir(dir: string): void {
  try {
    makeFolders(dir);
    // A temporary folder made by root has mode 700: PostgreSQL, another user then, must be able to pass through.
    if (process.getuid?.() === 0 && (statSync(dir).mode & 0o001) === 0) chmodSync(dir, statSync(dir).mode | 0o011);
    const probe = join(dir, `.write-probe-${process.pid}`);
    const file = openSync(probe, 'w', 0o600);
    try {
      writeSync(file, 'probe');
    } finally {
      closeSync(file);
      unlinkSync(probe);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw StartupError.one('data.full', { dir }, { cause: error });
    throw StartupError.one('data.unwritable', { dir, why: code }, { cause: error });
  }
}
