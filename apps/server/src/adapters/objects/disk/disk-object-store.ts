import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ObjectKey } from '@komawari/contract';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { LEAVING, listObjects } from './list-objects.ts';

/**
 * Objects as files below `root`, in folders by the first bytes of the key. A file appears under its
 * name only when it is whole and on the disk (written aside, synced, renamed, folder synced).
 */
export function diskObjectStore(root: string): ObjectStore {
  const pathOf = (key: ObjectKey) => join(root, key.slice(0, 2), key.slice(2, 4), key);
  return {
    async put(bytes) {
      const key = keyOf(bytes);
      const path = pathOf(key);
      // Asked after it was made new: a removal that is under way either sees that, or has made room for a new file.
      if (!(await makeNew(path)) || !(await exists(path))) await writeWhole(path, bytes);
      return key;
    },
    async find(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw new Error(`disk object store: ${key} could not be read`, { cause: error });
      }
    },
    has: (key) => exists(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (page) => listObjects(root, page),
    removeUnlessPut: (key, since) => removeUnlessPut(pathOf(key), since),
  };
}

function keyOf(bytes: Uint8Array): ObjectKey {
  return createHash('sha256').update(bytes).digest('hex') as ObjectKey;
}

/** False when there is no such file. */
async function makeNew(path: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Set aside, looked at once more, then removed or put back; what a kill leaves aside, the next listing puts back. */
async function removeUnlessPut(path: string, since: Date): Promise<boolean> {
  const aside = join(dirname(path), `${LEAVING}${basename(path)}`);
  try {
    if ((await stat(path)).mtime > since) return false;
    await rename(path, aside);
    if ((await stat(aside)).mtime > since) {
      await rename(aside, path);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${randomUUID()}`);
  try {
    await writeSynced(aside, bytes);
    await rename(aside, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(aside, { force: true });
    throw new Error('disk object store: the object could not be written', { cause: error });
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself durable; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
