import { readFile } from 'node:fs/promises';
import { StartupError } from '../../config/startup-error.ts';
import { loadStoryReader, type StoryFile } from '../../rooms/comics/index.ts';

/** Reads a story file of any kind and encoding, or standard input for `-`. Throws StartupError or AppError with a sentence. */
export async function readStoryFile(path: string): Promise<StoryFile> {
  const reader = await loadStoryReader();
  return reader.readStoryFile(path === '-' ? await readStdin() : await readBytes(path), path);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw StartupError.one('make.unreadable', { file: path, why: code === 'ENOENT' ? 'not found' : code === 'EISDIR' ? 'is a folder' : code }, { cause });
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
