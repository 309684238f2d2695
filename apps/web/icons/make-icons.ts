// Draws the icons of the installed app from the seal: `node apps/web/icons/make-icons.ts`. The results are kept in
// `public/icons/`, so that a build needs no artist.
import { writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';

const out = new URL('../public/icons/', import.meta.url);
const PANELS = 'M6.5 6.5h11L14.8 16H6.5zM20.8 6.5h4.7V16h-7.4zM6.5 19h19v6.5h-19z';
const RED = '#d0382a';
const PAPER = '#fbf8f1';

/** The seal as it stands in the rail: a stamp with a little air. */
const stamp = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="1" y="1" width="30" height="30" rx="3" fill="${RED}"/><path d="${PANELS}" fill="${PAPER}"/></svg>`;
/** Red to the edges; the panels inside the circle that every launcher leaves. */
const fullBleed = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${RED}"/><g transform="translate(16 16) scale(.84) translate(-16 -16)"><path d="${PANELS}" fill="${PAPER}"/></g></svg>`;

await draw('seal-192', stamp, 192);
await draw('seal-512', stamp, 512);
await draw('seal-maskable-512', fullBleed, 512);
await draw('seal-apple-180', fullBleed, 180);

async function draw(name: string, svg: string, width: number): Promise<void> {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
  await writeFile(new URL(`${name}.png`, out), await sharp(png).png({ palette: true, colours: 32, effort: 10 }).toBuffer());
}
