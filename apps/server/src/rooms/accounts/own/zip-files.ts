import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { OwnFile } from '../../../kernel/works.ts';

/** The store takes whole objects, so the file has to fit into the worker's memory. */
const TOTAL_MAX_BYTES = 1_000_000_000;
const PACKED_ALREADY = /\.(png|jpe?g|webp|avif|gif|pdf|cbz|epub|zip|mp4|koma)$/i;

/** Packs files one by one as they come. What would grow beyond a gigabyte is left out and named in a list inside. */
export async function zipFiles(files: AsyncIterable<OwnFile>, options: { now: Date; signal: AbortSignal }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const leftOut: string[] = [];
  const names = new Set<string>();
  let total = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
    total += chunk.length;
  });
  const add = (path: string, bytes: Uint8Array) => {
    const name = freeName(safePath(path), names);
    const entry = PACKED_ALREADY.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = options.now;
    zip.add(entry);
    entry.push(bytes, true);
  };
  for await (const file of files) {
    options.signal.throwIfAborted();
    if (total + file.bytes.length > TOTAL_MAX_BYTES) leftOut.push(file.path);
    else add(file.path, file.bytes);
  }
  if (leftOut.length > 0) add('left-out.txt', new TextEncoder().encode(`These files did not fit into one archive. Save them from their own pages.\n\n${leftOut.join('\n')}\n`));
  zip.end();
  return Buffer.concat(chunks);
}

/** No path leaves the folder it is unpacked into, and every part is a name on every system. */
export function safePath(path: string): string {
  const parts = path.split('/').map((part) => [...part.normalize('NFC').replace(/[\p{Cc}<>:"\\|?*]/gu, '_')].slice(0, 80).join('').replace(/^[. ]+|[. ]+$/g, '')).filter((part) => part !== '');
  return parts.join('/') || 'file';
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = name.replace(/(\.[^./]*)?$/, `-${count}$1`);
  taken.add(free.toLowerCase());
  return free;
}
