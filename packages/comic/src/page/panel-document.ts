/** One panel as a whole SVG document: what a browser shows while the page is still being drawn. */
import { toneDefs } from '../draw/pen/tone.ts';
import { paintsFor } from '../draw/pen/palettes.ts';
import type { PanelDrawing } from '../draw/types.ts';
import type { Book } from '../model/book.ts';
import type { PagePlan } from '../make/plan-pages.ts';
import { panelSvg, pictureBox } from './art-page.ts';

/** Room for the frame's outer half, u. */
const RIM = 2;

/** Throws RangeError when the plan has no such panel. */
export function panelDocument(book: Book, plan: PagePlan, panelId: string, drawing: PanelDrawing): string {
  const page = plan.pages.find((candidate) => candidate.panels.some((panel) => panel.id === panelId));
  const laid = page?.panels.find((panel) => panel.id === panelId);
  if (!page || !laid) throw new RangeError(`the plan has no panel ${panelId}`);
  const { x, y, width, height } = pictureBox(laid);
  const [w, h] = [width + RIM * 2, height + RIM * 2];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x - RIM} ${y - RIM} ${w} ${h}" width="${w}" height="${h}"><defs>${toneDefs()}</defs>${panelSvg(page, laid, drawing, paintsFor(book.style.palette).line)}</svg>`;
}
