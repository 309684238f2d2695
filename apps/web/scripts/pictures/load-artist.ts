/** The built-in artist with the icons of the installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadPropIcons, storyboardArtist, type Painters } from '@komawari/comic/draw';

const find = createRequire(new URL('../../../../packages/comic/package.json', import.meta.url));

export async function loadArtist(): Promise<Painters> {
  return storyboardArtist(await loadPropIcons(async (pack) => JSON.parse(await readFile(find.resolve(`@iconify-json/${pack}/icons.json`), 'utf8'))));
}
