/** Puts the drawings of a page's panels into one SVG fragment: art and frames, without lettering. */
import type { LaidPage, LaidPanel } from '../layout/index.ts';
import { path, num } from '../draw/pen/path.ts';
import type { PanelDrawing } from '../draw/types.ts';

const FRAME = 3.4;

/** Size and place of the picture behind a panel: whole units, so that tones keep to the pixel grid. */
export function pictureBox(panel: LaidPanel): { x: number; y: number; width: number; height: number } {
  const [x, y] = [Math.floor(panel.box.x), Math.floor(panel.box.y)];
  return { x, y, width: Math.ceil(panel.box.x + panel.box.width) - x, height: Math.ceil(panel.box.y + panel.box.height) - y };
}

/** SVG fragment of a page without lettering: paper out to the bleed, pictures, frames. */
export function artOf(page: LaidPage, drawings: ReadonlyMap<string, PanelDrawing>, ground: { bleed: number; paper: string; line: string }): string {
  const { bleed } = ground;
  const paper = `<rect x="${-bleed}" y="${-bleed}" width="${page.width + bleed * 2}" height="${page.height + bleed * 2}" fill="${ground.paper}"/>`;
  return paper + page.panels.map((panel) => panelSvg(page, panel, drawings.get(panel.id), ground.line)).join('');
}

export function panelSvg(page: LaidPage, panel: LaidPanel, drawing: PanelDrawing | undefined, ink: string): string {
  const outline = path().polyline(panel.polygon, true).d;
  const clipId = `c${page.number}-${panel.id}`;
  const box = pictureBox(panel);
  const art = drawing === undefined ? '' : `<g clip-path="url(#${clipId})"><g transform="translate(${num(box.x)} ${num(box.y)})">${drawing.svg}</g></g>`;
  return `<clipPath id="${clipId}"><path d="${outline}"/></clipPath>${art}<path d="${outline}" fill="none" stroke="${ink}" stroke-width="${FRAME}" stroke-linejoin="miter"/>`;
}
