import { readFile, stat } from 'node:fs/promises';
import { studioRoutes, type PictureInputFile } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';
import { RefusedError, type InstanceDoor } from '../instance-door.ts';

const { maxBytes } = studioRoutes.addInput.takesUpload;

/** The bytes of a picture that goes in, before anything is sent. Throws StartupError. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) throw StartupError.one('picture.too-large', { file, megabytes: maxBytes / 1e6 });
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw StartupError.one('picture.unreadable', { file, why: code === 'ENOENT' ? 'not found' : code === 'EISDIR' ? 'is a folder' : code }, { cause });
  }
}

/** Hands it to the studio. Throws StartupError that names the file when it is no picture, or too large a one. */
export async function uploadInput(door: InstanceDoor, { file, bytes }: { file: string; bytes: Uint8Array }): Promise<PictureInputFile> {
  try {
    return await door.ask(studioRoutes.addInput, { upload: bytes });
  } catch (error) {
    if (error instanceof RefusedError) throw StartupError.one('picture.not-taken', { file, why: error.message }, { cause: error });
    throw error;
  }
}
