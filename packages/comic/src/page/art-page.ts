/** Puts the drawings of a page's panels into one SVG document: art and frames, without lettering. */
import type { LaidPage, LaidPanel } from '../layout/index.ts';
import { path, num } from '../draw/pen/path.ts';
import { toneDefs } from '../draw/pen/tone.ts';
import type { PanelDrawing } from '../draw/types.ts';

const FRAME = 3.4;

/** Size and place of the picture behind a panel: whole units, so that tones keep to the pixel grid. */
export function pictureBox(panel: LaidPanel): { x: number; y: number; width: number; height: number } {
  const [x, y] = [Math.floor(panel.box.x), Math.floor(panel.box.y)];
  return { x, y, width: Math.ceil(panel.box.x + panel.box.width) - x, height: Math.ceil(panel.box.y + panel.box.height) - y };
}

/** `bleed` u are added on every side of the trim; a webtoon has none. */
export function artDocument(page: LaidPage, drawings: ReadonlyMap<string, PanelDrawing>, options: { bleed: number; paper: string; line: string; extra?: string }): string {
  const { bleed } = options;
  const view = `${-bleed} ${-bleed} ${page.width + bleed * 2} ${page.height + bleed * 2}`;
  const body = page.panels.map((panel) => panelSvg(page, panel, drawings.get(panel.id), options.line)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${view}" width="${page.width + bleed * 2}" height="${page.height + bleed * 2}"><defs>${toneDefs()}</defs><rect x="${-bleed}" y="${-bleed}" width="${page.width + bleed * 2}" height="${page.height + bleed * 2}" fill="${options.paper}"/>${body}${options.extra ?? ''}</svg>`;
}

function panelSvg(page: LaidPage, panel: LaidPanel, drawing: PanelDrawing | undefined, ink: string): string {
  const outline = path().polyline(panel.polygon, true).d;
  const clipId = `c${page.number}-${panel.id}`;
  const box = pictureBox(panel);
  const art = drawing === undefined ? '' : `<g clip-path="url(#${clipId})"><g transform="translate(${num(box.x)} ${num(box.y)})">${drawing.svg}</g></g>`;
  return `<clipPath id="${clipId}"><path d="${outline}"/></clipPath>${art}<path d="${outline}" fill="none" stroke="${ink}" stroke-width="${FRAME}" stroke-linejoin="miter"/>`;
}
