/** What the artist took from a request, as short things to show. Pure. */
import { Directions } from '@komawari/comic';
import type { PicturedChoices } from '../../../engine/choice-pictures.ts';

export type Chip =
  | { kind: 'shot' | 'time' | 'weather' | 'mood' | 'effect' | 'expression' | 'pose' | 'facing'; value: string; who?: string }
  | { kind: 'leans' | 'mirrored' } | { kind: 'crowd'; count: number };

/** Kinds whose values have a picture. */
export const PICTURED: Readonly<Partial<Record<Chip['kind'], keyof PicturedChoices>>> = { shot: 'shot', time: 'time', weather: 'weather', effect: 'effect', expression: 'expression', pose: 'pose', facing: 'facing' };

/** Nothing for what is not understood: a server may be newer than this page. */
export function chipsOf(raw: unknown): Chip[] {
  const parsed = Directions.safeParse(raw);
  if (!parsed.success) return [];
  const { shot, tilt, time, weather, mood, effects = [], isMirrored, crowd, people = {} } = parsed.data;
  const chips: Chip[] = [];
  if (shot) chips.push({ kind: 'shot', value: shot });
  if (tilt) chips.push({ kind: 'leans' });
  if (isMirrored) chips.push({ kind: 'mirrored' });
  if (time) chips.push({ kind: 'time', value: time });
  if (weather) chips.push({ kind: 'weather', value: weather });
  if (mood) chips.push({ kind: 'mood', value: mood });
  if (crowd) chips.push({ kind: 'crowd', count: crowd });
  for (const value of effects) chips.push({ kind: 'effect', value });
  for (const [who, { expression, pose, facing }] of Object.entries(people)) {
    if (expression) chips.push({ kind: 'expression', value: expression, who });
    if (pose) chips.push({ kind: 'pose', value: pose, who });
    if (facing) chips.push({ kind: 'facing', value: facing, who });
  }
  return chips;
}
