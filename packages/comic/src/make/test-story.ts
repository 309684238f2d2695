/** For tests only: the artist and fonts of the installed packages, and small stories. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { storyboardArtist } from './artist.ts';
import { loadPropIcons } from '../draw/prop/index.ts';
import type { Painters } from '../draw/types.ts';

const find = createRequire(import.meta.url);
let painters: Promise<Painters> | undefined;

export function testPainters(): Promise<Painters> {
  return (painters ??= loadPropIcons(async (pack) => JSON.parse(await readFile(join(dirname(find.resolve(`@iconify-json/${pack}/package.json`)), 'icons.json'), 'utf8'))).then(storyboardArtist));
}

export function sampleStory(name: 'lighthouse.en' | 'last-bus.zh' | 'umbrella.ja'): Promise<string> {
  return readFile(new URL(`../../../../docs/samples/${name}.md`, import.meta.url), 'utf8');
}
