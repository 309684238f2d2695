/** What hands do while somebody talks: nobody speaks with hanging arms all the time. */
import type { Expression, LineKind, Pose } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';

/** Poses that are acted with arms and head alone, so that legs may sit or walk. */
const UPPER = new Set<Pose>([
  'stand-hands-hips', 'arms-crossed', 'wave', 'point', 'reach', 'hold-out', 'hold', 'think', 'head-in-hands', 'cover-mouth', 'cheer', 'shrug', 'read',
  'write', 'phone', 'eat', 'drink', 'pray', 'salute',
  'look-up', 'explain', 'hand-on-chest', 'fists', 'scratch-head', 'startle',
]);

export function isGesture(pose: Pose): boolean {
  return UPPER.has(pose);
}

/** What arms do in talk, by the feeling. */
export const TALK: Partial<Record<Expression, readonly Pose[]>> = {
  neutral: ['explain', 'explain', 'stand'], smile: ['explain', 'hand-on-chest', 'stand'], grin: ['fists', 'explain', 'stand-hands-hips'],
  laugh: ['stand-hands-hips', 'hand-on-chest', 'explain'],
  smirk: ['arms-crossed', 'explain'], smug: [
    'hand-on-chest', 'stand-hands-hips', 'arms-crossed',
  ], angry: ['point', 'stand-hands-hips', 'fists'], furious: ['fists', 'point'],
  determined: ['fists', 'stand-hands-hips', 'point'], surprised: ['startle', 'explain'], shocked: ['startle'], afraid: ['startle', 'hand-on-chest'],
  terrified: ['startle'],
  worried: ['hand-on-chest', 'explain'], embarrassed: ['scratch-head', 'hand-on-chest'], thinking: ['think', 'scratch-head'],
  suspicious: ['think', 'arms-crossed'], sad: ['hand-on-chest', 'stand'],
  pleading: ['pray', 'hand-on-chest'], loving: ['hand-on-chest'], disgusted: ['arms-crossed'], blank: ['stand'],
};

/** A gesture for a spoken line, in about three of five lines. */
export function gestureFor(expression: Expression, kinds: readonly LineKind[], random: Random): Pose | undefined {
  if (kinds.every((kind) => kind === 'thought')) return random.chance(0.4) ? 'think' : undefined;
  if (kinds.includes('whisper')) return random.chance(0.6) ? 'cover-mouth' : undefined;
  const choice = TALK[expression];
  return choice && random.chance(kinds.includes('shout') ? 0.85 : 0.6) ? random.pick(choice) : undefined;
}
