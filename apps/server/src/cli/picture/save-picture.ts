import { constants } from 'node:fs';
import { access, copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Picture } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';

const SLUG_MAX = 40;
const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };
const TRIES_MAX = 10_000;

/** Makes the folder before anything is drawn that it could not hold. Throws StartupError. */
export async function makeOutFolder(dir: string): Promise<void> {
  await orUnwritable(dir, async () => {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
  });
}

/** `<slug>-<seed or number>.png`; with `-2`, `-3` ... where a file of that name is. Whole or not at all. Gives its path. Throws StartupError. */
export async function savePicture(dir: string, picture: Pick<Picture, 'id' | 'prompt' | 'seed' | 'slot' | 'mediaType'>, bytes: Uint8Array): Promise<string> {
  const stem = `${slugOf(picture.prompt)}-${picture.seed ?? picture.slot + 1}`;
  const ending = ENDINGS[picture.mediaType ?? ''] ?? 'png';
  const draft = resolve(join(dir, `.${picture.id}.${process.pid}.part`));
  return orUnwritable(resolve(dir), async () => {
    try {
      await writeFile(draft, bytes);
      for (let number = 1; number <= TRIES_MAX; number += 1) {
        const path = resolve(join(dir, `${stem}${number === 1 ? '' : `-${number}`}.${ending}`));
        if (await placed(draft, path)) return path;
      }
      throw new Error(stem);
    } finally {
      await rm(draft, { force: true });
    }
  });
}

/** Words of the prompt that any file system takes, in any script. */
export function slugOf(prompt: string): string {
  const words = prompt.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return [...words].slice(0, SLUG_MAX).join('').replace(/^-+|-+$/g, '') || 'picture';
}

/** Never over a file that is there: a link is made or not; a file system without links copies, or not. */
async function placed(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  try {
    await copyFile(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function orUnwritable<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw StartupError.one('make.unwritable', { file, why: codeOf(cause) }, { cause });
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
