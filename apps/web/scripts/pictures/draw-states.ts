// Draws the pictures of the app's states: `node apps/web/scripts/pictures/draw-states.ts [name ...]`. They are kept in
// `public/states`, since a build needs no new ones.
import { mkdir, writeFile } from 'node:fs/promises';
import { drawState } from './draw-state.ts';
import { loadArtist } from './load-artist.ts';
import { STATE_SCENES } from './state-scenes.ts';

const out = new URL('../../public/states/', import.meta.url);
await mkdir(out, { recursive: true });
const painters = await loadArtist();
const names = process.argv.slice(2);
for (const [name, scene] of Object.entries(STATE_SCENES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const svg = await drawState(painters, scene);
  await writeFile(new URL(`${name}.svg`, out), svg);
  console.log(`${name} ${Math.round(svg.length / 1000)} KB`);
}
