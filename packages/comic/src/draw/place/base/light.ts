/** How time, weather and lamps change what a surface looks like. */
import type { PlaceSpec } from '../../types.ts';

export type Light = {
  isNight: boolean;
  isIndoor: boolean;
  /** Indoors with the lamps out, or outdoors by night. */
  isDark: boolean;
  /** Multiplies red, green, blue of every colour. */
  factor: readonly [number, number, number];
  /** Level of a surface (0 paper .. 7 ink) under this light. */
  raise(level: number): number;
  darkness: number;
};

/** `isIndoor` places keep their lamps on by night unless the mood wants them out. */
export function lightOf(spec: PlaceSpec, isIndoor: boolean): Light {
  const isNight = spec.time === 'night';
  const isGrim = spec.mood === 'dark' || spec.mood === 'mysterious' || spec.mood === 'tense';
  const isDark = isNight && (!isIndoor || isGrim);
  const isDull = spec.weather !== 'clear' && spec.weather !== 'wind' && spec.weather !== 'snow';
  if (isDark) {
    return { isNight, isIndoor, isDark, factor: [0.36, 0.42, 0.62], darkness: 0.75, raise: (level) => 1.2 + level * 0.96 };
  }
  if (isIndoor) {
    const factor = isNight ? ([1, 0.94, 0.8] as const) : spec.time === 'dusk' ? ([1, 0.86, 0.74] as const) : ([1, 1, 0.98] as const);
    return { isNight, isIndoor, isDark, factor, darkness: isNight ? 0.25 : 0.15, raise: (level) => level };
  }
  if (spec.time === 'dusk') return { isNight, isIndoor, isDark, factor: [0.98, 0.74, 0.62], darkness: 0.45, raise: (level) => (level > 0 ? level * 1.1 + 0.4 : 0) };
  if (spec.time === 'dawn') return { isNight, isIndoor, isDark, factor: [1, 0.92, 0.9], darkness: 0.2, raise: (level) => level * 0.9 };
  if (isDull) return { isNight, isIndoor, isDark, factor: [0.84, 0.87, 0.9], darkness: 0.3, raise: (level) => level };
  return { isNight, isIndoor, isDark, factor: [1, 1, 1], darkness: 0.1, raise: (level) => level };
}
