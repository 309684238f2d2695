/** One card's picture: drawn by the artist, rasterised small. Screentone at this size would be grey noise, so tones become flat greys. */
import type { Painters } from '@komawari/comic/draw';
import { renderAsync } from '@resvg/resvg-js';
import type { DrawnChoice } from './choice-list.ts';
import { encodePicture } from './encode-picture.ts';
import { drawOnePanel } from './one-panel.ts';

const GREYS = 8;

export async function drawChoice(painters: Painters, choice: DrawnChoice, value: string): Promise<Uint8Array> {
  const { width, height, widthU } = choice;
  const heightU = Math.round((widthU * height) / width);
  const inner = drawOnePanel(painters, { ...choice.wish(value as never), width: widthU, height: heightU });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthU} ${heightU}" width="${widthU}" height="${heightU}"><defs>${FLAT_TONES}</defs>${inner}</svg>`;
  return encodePicture(await renderAsync(svg, { background: '#fff', fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }), GREYS);
}

const grey = (percent: number): string => `rgb(${Array(3).fill(Math.round(255 * (1 - percent / 100))).join()})`;
const FLAT_TONES = [10, 20, 30, 40, 55, 70].map((step) => `<linearGradient id="kt${step}"><stop stop-color="${grey(step)}"/></linearGradient>`).join('') + '<linearGradient id="kts40"><stop stop-opacity=".4"/></linearGradient>';
