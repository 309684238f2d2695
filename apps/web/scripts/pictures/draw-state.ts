/** One picture of a state: the panel, what stands before it, and a file that suits light and dark pages. */
import { makePen, paintsFor, seededRandom, toneDefs, type Painters } from '@komawari/comic/draw';
import { renderAsync } from '@resvg/resvg-js';
import { encodePicture } from './encode-picture.ts';
import { ANN, drawOnePanel } from './one-panel.ts';
import type { StateScene } from './state-scenes.ts';

const [WIDTH, HEIGHT] = [960, 720];
const LIGHT_BYTES = 30_000;

export function stateDocument(painters: Painters, scene: StateScene): string {
  const pen = makePen(paintsFor('black-and-white'), seededRandom('state'));
  const things = (scene.things ?? []).map(({ noun, x, y, size }) => {
    const drawing = painters.prop(pen, noun, { base: { x: x * WIDTH, y: y * HEIGHT }, size: size * HEIGHT });
    if (!drawing) throw new RangeError(`the artist has no ${noun}`);
    return drawing.svg;
  });
  const { stands } = scene;
  const person = stands ? painters.figure(pen, { look: ANN, outfit: { kind: 'coat', topInk: 'tone', bottomInk: 'dark', pattern: 'plain' }, expression: 'worried', pose: stands.pose, angle: { yaw: stands.yaw, pitch: 0, roll: 0 } }, { feet: { x: stands.x * WIDTH, y: stands.y * HEIGHT }, scale: stands.cm }).svg : '';
  const own = (drawing = ''): string => `<g transform="scale(2)">${drawing}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><defs>${toneDefs()}</defs>${drawOnePanel(painters, { ...scene, width: WIDTH, height: HEIGHT })}${own(scene.under)}${person}${things.join('')}${own(scene.over)}</svg>`;
}

/**
 * An SVG that holds the picture's greys: on light pages they become ink without paper; on dark ones, ink on a sheet.
 * The few greys of a drawing this large are a tenth of the size of its lines.
 */
export async function drawState(painters: Painters, scene: StateScene): Promise<string> {
  // At one pixel a unit the dots of the tones fall on whole pixels.
  const picture = await renderAsync(stateDocument(painters, scene), { background: '#fff', font: { loadSystemFonts: false } });
  const fine = await encodePicture(picture, 4);
  const grey = Buffer.from(fine.length > LIGHT_BYTES ? await encodePicture(picture, 3) : fine);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360" width="480" height="360">',
    '<style>@media(prefers-color-scheme:dark){image{filter:url(#sheet)}}</style>',
    '<filter id="ink" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="0 0 0 0 .09 0 0 0 0 .08 0 0 0 0 .06 -.33 -.34 -.33 0 .94"/></filter>',
    '<filter id="sheet" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values=".27 .28 .27 0 .08 .27 .28 .27 0 .07 .26 .26 .26 0 .06 0 0 0 1 0"/></filter>',
    `<image width="480" height="360" filter="url(#ink)" href="data:image/webp;base64,${grey.toString('base64')}"/></svg>\n`,
  ].join('');
}
