/** The guided view: which panel comes next, and where the camera stands. Pure; boxes in page units, the view in pixels. */
import type { SharedComic } from '@komawari/contract';

export type Page = SharedComic['pages'][number];
export type Box = { x: number; y: number; width: number; height: number };
/** `panelId` null: the whole page. */
export type Step = { page: number; panelId: string | null; box: Box };
export type Size = { width: number; height: number };
/** A point p of the page is shown at `p * scale + (x, y)`. */
export type Camera = { scale: number; x: number; y: number };

/** Every stop of the way through a book. A page of at most one panel is shown whole, others also when asked for. */
export function stepsOf(pages: readonly Page[], withWholePages: boolean): Step[] {
  return pages.flatMap((page) => {
    const whole: Step = { page: page.number, panelId: null, box: { x: 0, y: 0, width: page.width, height: page.height } };
    if (page.panels.length < 2) return [whole];
    const panels = page.panels.map(({ id, ...box }): Step => ({ page: page.number, panelId: id, box: within(box, page) }));
    return withWholePages ? [whole, ...panels] : panels;
  });
}

/** The step where somebody is; the first of the page when the panel is not there. -1 in an empty book. */
export function stepAt(steps: readonly Step[], page: number, panelId: string | null): number {
  const exact = steps.findIndex((step) => step.page === page && step.panelId === panelId);
  return exact >= 0 ? exact : steps.findIndex((step) => step.page >= page);
}

/** Fits a box into the view with a margin; what is smaller than a third of its page comes no closer than that. */
export function cameraTo(box: Box, page: Size, view: Size, marginPx: number): Camera {
  const room = { width: Math.max(40, view.width - 2 * marginPx), height: Math.max(40, view.height - 2 * marginPx) };
  const closest = 3 * Math.min(room.width / Math.max(1, page.width), Math.max(room.height / Math.max(1, page.height), room.width / Math.max(1, page.width)));
  const scale = Math.min(room.width / Math.max(1, box.width), room.height / Math.max(1, box.height), closest);
  return { scale, x: view.width / 2 - (box.x + box.width / 2) * scale, y: view.height / 2 - (box.y + box.height / 2) * scale };
}

/** Panels that bleed reach over the page; the reader sees its trim. */
function within(box: Box, page: Size): Box {
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const [right, bottom] = [Math.min(page.width, box.x + box.width), Math.min(page.height, box.y + box.height)];
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : { x: 0, y: 0, ...page };
}
