import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import { freeName } from './file-names.ts';

export type ZipFile = { name: string; /** Undefined where it is gone. */ load(): Promise<Uint8Array | undefined> };

/**
 * A zip that is written while it is read: one file at a time is in memory. Pictures are packed already, so they are stored
 * as they are. What is gone is named in a list inside. Sizes are those of plain zip: below 4 GB in all.
 */
export function streamZip(files: readonly ZipFile[], now: Date): Readable {
  return Readable.from(chunksOf(files, now), { objectMode: false, highWaterMark: 1 << 16 });
}

async function* chunksOf(files: readonly ZipFile[], now: Date): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const names = new Set<string>();
  const gone: string[] = [];
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = now;
    zip.add(entry);
    entry.push(bytes, true);
  };
  for (const { name, load } of files) {
    const bytes = await load();
    if (!bytes) gone.push(name);
    else add(freeName(name, names), bytes);
    yield* made.splice(0);
  }
  if (gone.length > 0) add('not-there.txt', new TextEncoder().encode(`These pictures are no longer there.\n\n${gone.join('\n')}\n`));
  zip.end();
  yield* made.splice(0);
}
