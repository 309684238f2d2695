/** The engine's third door for a browser: what the page editor does to pages, bubbles and pictures. Light: no fonts, no artist. */
export { boxOf, PAGE_FORMATS, type Box, type PageFormat, type Point } from '../model/geometry.ts';
export type { BubbleByHand, Crop, PageByHand } from '../model/hand-made.ts';
export type { LineKind } from '../model/kinds.ts';
export * from '../layout/by-hand/index.ts';
export { asHand, leavesOf } from '../layout/by-hand/cut-tree.ts';
export { panelsOn } from '../layout/by-hand/page-ground.ts';
export { liveArea } from '../layout/page-frame.ts';
export type { LaidPage, LaidPanel } from '../layout/types.ts';
export { aimTail, bubbleToHand, letterByHand, moveBubble, moveTail, resizeBubble, turnSound } from '../letter/by-hand.ts';
export { fontChoicesFor } from '../letter/fonts/font-chains.ts';
export { usualTurn } from '../letter/place/place-sfx.ts';
export type { Bubble, Problem } from '../letter/types.ts';
export { isUntranslated } from './in-language.ts';
