/** Draws one panel of a laid-out book. */
import { drawPanel } from '../draw/stage/draw-panel.ts';
import { paintsFor } from '../draw/pen/palettes.ts';
import type { Painters, PanelDrawing } from '../draw/types.ts';
import type { Book } from '../model/book.ts';
import { pictureBox } from '../page/art-page.ts';
import { textAreaOf } from '../page/panels-to-lay.ts';
import { sceneOf } from './panel-scene.ts';
import type { PagePlan } from './plan-pages.ts';
import { slantedTop } from './slanted-top.ts';
import { wholeFaced } from './whole-faced.ts';

/** Throws RangeError when the book or the plan has no such panel. The same input gives the same drawing, byte for byte. */
export function drawPanelOf(painters: Painters, book: Book, plan: PagePlan, panelId: string): PanelDrawing {
  const at = sceneOf(book, panelId);
  const laid = plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
  if (!laid) throw new RangeError(`the plan has no panel ${panelId}`);
  const box = pictureBox(laid);
  const { width, height } = box;
  const size = { width, height, topAt: slantedTop(laid, box) };
  return wholeFaced(at, size, (view) => drawPanel(painters, paintsFor(book.style.palette), view === undefined ? at : { ...at, view }, size, textAreaOf(book, at.panel)));
}
/** Room that the words of a panel ask for in its picture, u²: it decides how people are framed. */
export function roomForWords(book: Book, panelId: string): number {
  return textAreaOf(book, sceneOf(book, panelId).panel);
}
