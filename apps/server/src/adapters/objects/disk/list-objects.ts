import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectKey } from '@komawari/contract';
import type { StoredObject } from '../../../ports/object-store.ts';

/** An object that is being removed. */
export const LEAVING = '.leaving-';
const DAY_MS = 86_400_000;
const KEY = /^[0-9a-f]{64}$/;

/** A page of the files below `root`, by key. Mends on its way what killed processes left: removals half done are taken back, drafts of yesterday go. */
export async function listObjects(root: string, { after, limit }: { after: ObjectKey | undefined; limit: number }): Promise<StoredObject[]> {
  const found: StoredObject[] = [];
  for (const first of await namesIn(root)) {
    if (after && first < after.slice(0, 2)) continue;
    for (const second of await namesIn(join(root, first))) {
      if (after && first + second < after.slice(0, 4)) continue;
      const folder = join(root, first, second);
      await mend(folder);
      for (const name of await namesIn(folder)) {
        if (!KEY.test(name) || (after && name <= after)) continue;
        const { size, mtime } = await stat(join(folder, name)).catch(() => ({ size: -1, mtime: new Date() }));
        // Removed by another process between the listing and the look.
        if (size >= 0) found.push({ key: name as ObjectKey, sizeBytes: size, putAt: mtime });
        if (found.length === limit) return found;
      }
    }
  }
  return found;
}

async function mend(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.startsWith('.')) continue;
    const path = join(folder, name);
    const key = join(folder, name.slice(LEAVING.length));
    if (name.startsWith(LEAVING) && !existsSync(key)) await rename(path, key).catch(() => undefined);
    else if (Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}

/** Sorted; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
