import type { Sketch } from '../sketch.ts';
import { ANIMALS } from './animals.ts';
import { CARRIED } from './carried.ts';
import { DEVICES } from './devices.ts';
import { FIELDS } from './fields.ts';
import { KITCHEN } from './kitchen.ts';
import { OUTDOORS } from './outdoors.ts';
import { PAPERS } from './papers.ts';
import { POLES } from './poles.ts';

/** Our own drawings, by noun. */
export const SKETCHES: Readonly<Record<string, Sketch>> = { ...CARRIED, ...PAPERS, ...KITCHEN, ...DEVICES, ...ANIMALS, ...OUTDOORS, ...FIELDS, ...POLES };
