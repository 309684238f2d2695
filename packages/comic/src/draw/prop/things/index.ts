import type { Sketch } from '../sketch.ts';

/** Our own drawings, by noun. */
export const SKETCHES: Readonly<Record<string, Sketch>> = {};
