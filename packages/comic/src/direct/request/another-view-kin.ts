/** The milder kin of a view: the same side and staging, nearer, lower or from a gentler angle. */
import type { Panel } from '../../model/book.ts';
import type { Directions } from '../../model/hand-made.ts';
import type { Shot } from '../../model/kinds.ts';

const GENTLER: Partial<Record<Shot, readonly Shot[]>> = {
  'birds-eye': ['full', 'cowboy'], wide: ['full', 'cowboy'], establishing: ['wide', 'full'], full: ['cowboy', 'medium'], 'low-angle': ['cowboy', 'medium'],
  'extreme-close-up': ['close-up', 'bust'], 'close-up': ['bust', 'medium'], 'over-shoulder': ['bust', 'medium'], bust: ['medium', 'close-up'], cowboy: ['full', 'medium'], medium: ['cowboy', 'bust'],
};
/** From above a gentler shot stays a view from above. */
const HIGH = 0.7;

/** The view itself first, then one step further from it each; all of them valid directions. */
export function viewsLike(panel: Panel, due: Directions): Directions[] {
  const shot = due.shot ?? panel.shot;
  const kin = (GENTLER[shot] ?? []).map((gentler): Directions => ({ ...due, shot: gentler, view: { ...due.view, ...(shot === 'birds-eye' ? { rise: HIGH } : {}) } }));
  const framed = [due, ...kin].flatMap((view) => nearer(view));
  const quiet = framed.map((view) => withoutActing(view));
  const shown = due.effects === undefined ? [] : framed.map((view): Directions => ({ ...view, effects: panel.effects.slice(-6) }));
  const last = panel.characters.length === 0 ? [] : nearer({ ...due, shot: panel.shot, tilt: 0, view: { ...due.view, rise: 0.3, zoom: 1.15, aside: 0 } });
  return [...framed, ...quiet, ...shown, ...shown.map(withoutActing), ...last, ...last.map(withoutActing)];
}

/** Where people are lost in the picture they are taken nearer, to its middle, and seen less steeply. */
function nearer(due: Directions): Directions[] {
  const { zoom = 1, rise = 0, aside = 0 } = due.view ?? {};
  const as = (by: number, steep: number, off: number): Directions => ({ ...due, view: { ...due.view, zoom: Math.min(2, Math.max(0.5, zoom * by)), ...(rise === 0 ? {} : { rise: rise * steep }), ...(aside === 0 ? {} : { aside: aside * off }) } });
  return [due, as(1.25, 1, 1), as(1.25, 1, 0.4), as(1, 0.5, 0.4), as(1.5, 1, 0.4), as(1.5, 0.5, 0.2), as(0.8, 0.5, 0.4), as(0.65, 0.3, 0)];
}

/** Gestures of the view are left out; how people are turned stays. */
function withoutActing(view: Directions): Directions {
  const { people } = view;
  return people === undefined ? view : { ...view, people: Object.fromEntries(Object.entries(people).flatMap(([id, { facing }]) => (facing === undefined ? [] : [[id, { facing }]]))) };
}
