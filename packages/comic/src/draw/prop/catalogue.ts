/** What the artist knows of each thing: whose drawing, how large, how a hand takes it. */
import { CATALOGUE_ROWS } from './catalogue-rows.ts';
import type { Sketch } from './sketch.ts';
import { SKETCHES } from './things/index.ts';

export type PackId = 'fluent-emoji-high-contrast' | 'game-icons';
export type IconId = `fluent:${string}` | `game:${string}`;

/** `none` cannot be held; the rest name where the fist sits and how the thing follows it. */
export type Hold = 'none' | 'palm' | 'pinch' | 'hang' | 'shaft' | 'blade' | 'cup' | 'over' | 'front' | 'hug';

/** [noun, drawing (`own` or an icon), height in cm, how it is held, natural colour of an icon] */
export type CatalogueRow = readonly [noun: string, drawing: 'own' | IconId, cm: number, hold: Hold, colour?: string];

export type Thing = { noun: string; cm: number; hold: Hold; colour: string; icon?: IconId; sketch?: Sketch };

/** Grip as shares of the thing's box, and how far (0..1) and with which extra turn (radians) it follows the fist. */
export const HOLDS: Record<Exclude<Hold, 'none'>, { at: readonly [x: number, y: number]; follow: number; turn: number }> = {
  palm: { at: [0.5, 0.82], follow: 0.15, turn: 0 },
  pinch: { at: [0.5, 0.9], follow: 0.4, turn: 0.1 },
  hang: { at: [0.5, 0.05], follow: 0, turn: 0 },
  shaft: { at: [0.5, 0.7], follow: 0.45, turn: 0 },
  blade: { at: [0.5, 0.9], follow: 1, turn: 0 },
  cup: { at: [0.5, 0.86], follow: 0, turn: 0 },
  over: { at: [0.5, 0.86], follow: 0.1, turn: 0.03 },
  front: { at: [0.5, 0.75], follow: 0.3, turn: 0 },
  hug: { at: [0.5, 0.6], follow: 0, turn: 0 },
};

/** By noun of the word table. */
export const CATALOGUE: ReadonlyMap<string, Thing> = new Map(CATALOGUE_ROWS.map(([noun, drawing, cm, hold, colour = '#b8b0a4']) => [
  noun,
  { noun, cm, hold, colour, ...(drawing === 'own' ? { sketch: sketchOf(noun) } : { icon: drawing }) },
]));

function sketchOf(noun: string): Sketch {
  const sketch = SKETCHES[noun];
  if (!sketch) throw new RangeError(`no drawing of "${noun}"`);
  return sketch;
}

/** Height of a thing beside people, cm; undefined for nouns the artist does not know. */
export function propHeightCm(noun: string): number | undefined {
  return CATALOGUE.get(noun)?.cm;
}

const RAISED: ReadonlySet<Hold> = new Set(['over', 'cup', 'front', 'hug', 'palm', 'pinch']);

/** True for things that are hidden or out of place in a hand that hangs down: umbrellas, cups, books, letters. */
export function wantsRaisedHand(noun: string): boolean {
  const thing = CATALOGUE.get(noun);
  return thing !== undefined && RAISED.has(thing.hold);
}

/** False for what no hand carries: vehicles, large animals, furniture. */
export function isHoldable(noun: string): boolean {
  const hold = CATALOGUE.get(noun)?.hold;
  return hold !== undefined && hold !== 'none';
}
