import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { StartupError } from '../../config/startup-error.ts';
import { decodeText } from '../../rooms/comics/index.ts';

/** Larger files are no story of 200 000 characters in any encoding. */
const BYTES_MAX = 4_000_000;

/** Reads a text file in whatever encoding it has, or standard input for `-`. Throws StartupError or AppError with a sentence. */
export async function readStoryFile(path: string): Promise<string> {
  const bytes = path === '-' ? await readStdin() : await readBytes(path);
  if (['.docx', '.epub', '.pdf', '.doc', '.rtf', '.odt'].includes(extname(path).toLowerCase())) throw StartupError.one('make.file-kind', { file: path });
  if (bytes.length > BYTES_MAX) throw StartupError.one('make.file-large', { file: path, megabytes: BYTES_MAX / 1e6 });
  return decodeText(bytes);
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
