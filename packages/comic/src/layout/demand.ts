import type { PanelToLay } from './types.ts';

/** Shortest side of a panel, u: one inch is read without effort. */
export const MIN_SIDE = 150;
/** A panel is at least this many times the area of its lettering. */
export const TEXT_ROOM = 2.2;
/** On one page no panel is smaller than this share of one of lower importance. */
export const RANK_SHARE = 0.5;
/** A splash fills at least this share of the live area. */
export const SPLASH_SHARE = 0.45;
export const SPLASH = 6;

/** Room that importance 1..6 takes, in panels of importance 3. */
const ROOM = [0.56, 0.56, 0.76, 1, 1.5, 2.25, 3.8];

/** The panel with every wish brought into sane bounds, so that no later step meets a NaN. */
export function saneDemand(panel: PanelToLay): PanelToLay {
  const importance = Math.round(finite(panel.importance, 3));
  const aspect = panel.aspect === undefined ? undefined : finite(panel.aspect, 1);
  return {
    ...panel,
    importance: Math.min(SPLASH, Math.max(1, importance)),
    textArea: Math.max(0, finite(panel.textArea, 0)),
    aspect: aspect === undefined ? undefined : Math.min(4, Math.max(0.3, aspect)),
  };
}

/** Room wanted, in panels of importance 3; `cell` is the area of such a panel, u². */
export function roomWanted(panel: PanelToLay, cell: number): number {
  return Math.max(ROOM[panel.importance] ?? 1, (panel.textArea * TEXT_ROOM * 1.2) / cell);
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
