/** For tests and the letter sheet only: fonts from the installed packages. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FONT_FILES } from './fonts/font-files.ts';
import { loadFonts, type Fonts } from './fonts/load-fonts.ts';
import { FONT_IDS, type FontId, type FontSource } from './types.ts';

const find = createRequire(import.meta.url);

export const packageFonts: FontSource = async (id) => {
  const { package: name, file } = FONT_FILES[id];
  const bytes = await readFile(join(dirname(find.resolve(`${name}/package.json`)), file));
  return new Uint8Array(bytes).buffer;
};

export function testFonts(ids: readonly FontId[] = FONT_IDS): Promise<Fonts> {
  return loadFonts(packageFonts, ids);
}
