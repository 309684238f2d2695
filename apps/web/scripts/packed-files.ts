/** Vite plugin: beside each script and style a brotli and a gzip of it, made once; the server only has to choose. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts and icons of the engine are packed already, pictures as well. */
const PACKABLE = /^assets\/[^/]+\.(js|css|json|wasm)$/;
/** Below this a packet of the network is hardly smaller. */
const LEAST_BYTES = 1000;
/** Higher levels cost ten times the time for some per cent. */
const BROTLI_LEVEL = 9;

export function packedFiles(): Plugin {
  return {
    name: 'komawari-packed-files',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      await Promise.all(Object.keys(bundle).filter((name) => PACKABLE.test(name)).map((name) => packFile(join(dir, name))));
    },
  };
}

/** Browsers ask for brotli on https and on their own machine only; in a home network they take gzip. */
export async function packFile(path: string): Promise<void> {
  const bytes = readFileSync(path);
  if (bytes.length < LEAST_BYTES) return;
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  if (brotli.length < bytes.length) writeFileSync(`${path}.br`, brotli);
  if (zipped.length < bytes.length) writeFileSync(`${path}.gz`, zipped);
}
