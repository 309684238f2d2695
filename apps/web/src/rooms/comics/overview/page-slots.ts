/** Panels at their places on the pages. Pure. */
import type { PanelState } from './making.ts';

/** In page units. */
export type Frame = { id: string; x: number; y: number; width: number; height: number };
/** `n` counts panels through the book, from 1. */
export type Slot = { panel: PanelState; n: number; frame: Frame | undefined };

export function slotsByPage(panels: readonly PanelState[], frames: ReadonlyMap<number, readonly Frame[]> | undefined): Map<number, Slot[]> {
  const frameOf = new Map([...(frames?.values() ?? [])].flatMap((list) => list.map((frame) => [frame.id, frame] as const)));
  return Map.groupBy(panels.map((panel, index) => ({ panel, n: index + 1, frame: frameOf.get(panel.id) })), (slot) => slot.panel.page);
}

/** As a drawing is placed: whole units around the frame. Percent of the page. */
export function placeOf(frame: Frame, page: { width: number; height: number }): { left: string; top: string; width: string; height: string } {
  const [left, top] = [Math.floor(frame.x), Math.floor(frame.y)];
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1e4) / 100}%`;
  return { left: percent(left, page.width), top: percent(top, page.height), width: percent(Math.ceil(frame.x + frame.width) - left, page.width), height: percent(Math.ceil(frame.y + frame.height) - top, page.height) };
}
