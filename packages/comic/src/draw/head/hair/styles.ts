/** The cuts: how each hair style grows, falls and is tied. */
import type { HairStyle } from '../../../model/kinds.ts';
import type { Random } from '../../../model/random.ts';
import { lerp } from '../space.ts';
import type { Fall, Heading, LockGroup, TipKind } from './lock.ts';

/** A row of locks side by side; `u` runs 0..1 along the row. */
type Comb = {
  group: LockGroup;
  count: number;
  root(u: number): Heading;
  tip(u: number): Heading;
  lift: readonly [number, number, number];
  half: number;
  rootWidth?: number;
  tipKind: TipKind;
  fall?(u: number): Fall;
  /** Degrees of disorder at the tips. */
  ragged: number;
};

export type Tail = {
  at: Heading;
  lift: number;
  /** Degrees the tail leaves sideways, and how far it stands off, head units. */
  reach: number;
  rise: number;
  length: number;
  half: number;
  kind: 'loose' | 'braid';
  wave: number;
};
/** A ball of hair: bun, curl, afro. */
type Ball = { at: Heading; lift: number; radius: number };

export type Cut = {
  combs: Comb[];
  tails: Tail[];
  balls: Ball[];
  /** Cropped to a shadow: the whole head, or all but the top. */
  shaved: 'none' | 'all' | 'sides';
  hasEars: boolean;
  /** How far the solid cap under the locks stands off; absent when bald. */
  cap?: number;
  isCurly?: boolean;
  /** Drawn back from the hairline: the cap reaches down to it. */
  isCombed?: boolean;
};

const CROWN: Heading = [180, 74];

type RowOptions = Partial<Pick<Comb, 'half' | 'rootWidth' | 'tipKind' | 'ragged' | 'lift' | 'fall'>>;

/** A row from one root heading, tips between two azimuths at a height. */
function row(group: LockGroup, count: number, [from, to]: readonly [number, number], end: number | ((u: number) => number), options: RowOptions = {}, root: Heading | ((u: number) => Heading) = CROWN): Comb {
  return {
    group, count,
    root: typeof root === 'function' ? root : () => root,
    tip: (u) => [lerp(from, to, u), typeof end === 'function' ? end(u) : end],
    lift: options.lift ?? [0.07, 0.12, 0.07], half: options.half ?? 0.075, rootWidth: options.rootWidth, tipKind: options.tipKind ?? 'point',
    fall: options.fall, ragged: options.ragged ?? 5,
  };
}

const mirror = (make: (side: 1 | -1) => Comb): Comb[] => [make(1), make(-1)];
const fall = (length: number, flare = 0, wave = 0, waves = 1): (() => Fall) => () => ({ length, flare, wave, waves });

/** Both sides before the ears, and the back down to the nape. */
function shortSides(end: number, options: RowOptions = {}): Comb[] {
  return mirror((s) => row('side', 5, [58 * s, 98 * s], (u) => lerp(end + 8, end, u), { half: 0.06, ...options }));
}
function shortBack(end: number, options: RowOptions = {}): Comb {
  return row('back', 11, [98, 262], (u) => end - 12 * Math.sin(u * Math.PI), { half: 0.085, ...options });
}
function longBack(length: number, options: RowOptions = {}): Comb {
  return row('back', options.tipKind === 'blunt' ? 12 : 17, [92, 268], -14, { half: 0.08, fall: fall(length), rootWidth: 0.3, tipKind: 'point', ...options });
}

/** Hair combed back from the hairline to a tie or the nape. */
function combedTo(tie: Heading, options: RowOptions = {}): Comb[] {
  const line = (u: number): Heading => {
    const azimuth = lerp(-112, 112, u);
    const a = Math.abs(azimuth);
    return [azimuth, a < 45 ? 40 - a * 0.1 : a < 75 ? 35 - (a - 45) * 0.95 : 6 - (a - 75) * 0.6];
  };
  const nape = (u: number): Heading => [lerp(112, 248, u), -18 - 20 * Math.sin(u * Math.PI)];
  const opt: RowOptions = { half: 0.07, lift: [0.03, 0.07, 0.05], rootWidth: 0.3, ragged: 0, ...options };
  return [row('fringe', 15, [tie[0], tie[0]], tie[1], opt, line), row('back', 9, [tie[0], tie[0]], tie[1], opt, nape)];
}

const STYLES: Record<HairStyle, (random: Random) => Cut> = {
  'short-crop': () => ({ ...none, cap: 0.05, combs: [row('fringe', 8, [-52, 52], (u) => 25 - 5 * Math.sin(u * 9), { half: 0.062, lift: [0.06, 0.1, 0.05] }, [150, 72]), ...shortSides(-4, { lift: [0.05, 0.07, 0.03] }), shortBack(-26, { lift: [0.05, 0.07, 0.03] })] }),
  'short-messy': () => ({ ...none, cap: 0.1, combs: [row('fringe', 8, [-64, 58], (u) => 8 - 11 * Math.sin(u * 7 + 1), { half: 0.082, lift: [0.12, 0.22, 0.13], ragged: 10 }), ...shortSides(-18, { ragged: 10, lift: [0.1, 0.17, 0.19], half: 0.07 }), shortBack(-30, { ragged: 10, lift: [0.1, 0.18, 0.2] }), ...spikes(13, 0.17, 30, 76)] }),
  'short-spiky': () => ({ ...none, cap: 0.07, combs: [row('fringe', 7, [-48, 48], (u) => 22 - 8 * Math.sin(u * 8), { half: 0.07, lift: [0.1, 0.16, 0.14], ragged: 6 }), ...shortSides(-8, { lift: [0.06, 0.1, 0.12], ragged: 6 }), shortBack(-24, { lift: [0.06, 0.12, 0.2], ragged: 6 }), ...spikes(15, 0.3, 40, 80)] }),
  'side-part': () => ({ ...none, cap: 0.06, combs: [row('fringe', 8, [-28, 72], (u) => lerp(34, 6, u), { half: 0.08, lift: [0.08, 0.18, 0.09], rootWidth: 0.55, ragged: 3 }, (u) => [-34, lerp(40, 66, u)]), row('fringe', 4, [-66, -40], (u) => lerp(6, 32, u), { half: 0.06, lift: [0.06, 0.09, 0.05], rootWidth: 0.6, ragged: 3 }, [-36, 58]), ...shortSides(-8, { lift: [0.05, 0.08, 0.04] }), shortBack(-27, { lift: [0.06, 0.09, 0.04] })] }),
  'slicked-back': () => ({ ...none, isCombed: true, cap: 0.075, combs: [...combedTo([180, 26], { lift: [0.06, 0.13, 0.1], half: 0.055 }), row('back', 11, [100, 260], -30, { half: 0.08, lift: [0.08, 0.11, 0.05], ragged: 4 }, [180, 40])] }),
  buzz: () => ({ ...none, shaved: 'all' }),
  bald: () => ({ ...none }),
  'bald-sides': () => ({ ...none, combs: [...mirror((s) => row('side', 5, [74 * s, 104 * s], -14, { half: 0.05, lift: [0.03, 0.12, 0.06], ragged: 5 }, [100 * s, 26])), row('back', 10, [100, 260], (u) => -26 - 8 * Math.sin(u * 3.14), { half: 0.075, lift: [0.03, 0.12, 0.06] }, (u) => [lerp(100, 260, u), 22])] }),
  bob: () => ({ ...none, hasEars: false, cap: 0.08, combs: [row('fringe', 6, [-20, 62], (u) => lerp(26, -4, u), { half: 0.08, lift: [0.08, 0.12, 0.08], rootWidth: 0.5, ragged: 3 }, [-18, 54]), row('fringe', 4, [-62, -20], (u) => lerp(-4, 24, u), { half: 0.075, lift: [0.08, 0.13, 0.08], ragged: 3 }, [-16, 54]), ...mirror((s) => row('side', 5, [80 * s, 108 * s], -8, { half: 0.085, lift: [0.08, 0.14, 0.13], tipKind: 'point', fall: fall(0.3, -0.1), ragged: 2 })), longBack(0.3, { lift: [0.08, 0.14, 0.13], fall: fall(0.3, -0.12), ragged: 2 })] }),
  'bob-fringe': () => ({ ...none, hasEars: false, cap: 0.08, combs: [row('fringe', 10, [-56, 56], 3, { half: 0.075, lift: [0.08, 0.13, 0.07], tipKind: 'blunt', ragged: 1.5 }), ...mirror((s) => row('side', 5, [80 * s, 108 * s], -8, { half: 0.08, lift: [0.08, 0.14, 0.13], tipKind: 'blunt', fall: fall(0.24, -0.05), ragged: 1 })), longBack(0.24, { lift: [0.08, 0.14, 0.13], tipKind: 'blunt', fall: fall(0.24, -0.06), ragged: 1 })] }),
  shoulder: () => ({ ...none, hasEars: false, cap: 0.07, combs: [row('fringe', 8, [-60, 60], (u) => 8 - 8 * Math.cos(u * 6.3), { half: 0.075, lift: [0.08, 0.14, 0.08], ragged: 5 }, [-14, 62]), ...mirror((s) => row('side', 5, [80 * s, 108 * s], -10, { half: 0.085, lift: [0.07, 0.12, 0.12], fall: fall(0.52, 0.08), ragged: 4 })), longBack(0.52, { lift: [0.07, 0.12, 0.12], fall: fall(0.52, 0.1), ragged: 4 })] }),
  'long-straight': () => ({ ...none, hasEars: false, cap: 0.07, combs: [row('fringe', 6, [-4, 64], (u) => lerp(28, -6, u), { half: 0.075, lift: [0.06, 0.1, 0.07], rootWidth: 0.5, ragged: 2 }, [-2, 56]), row('fringe', 6, [-64, -4], (u) => lerp(-6, 28, u), { half: 0.075, lift: [0.06, 0.1, 0.07], rootWidth: 0.5, ragged: 2 }, [-2, 56]), ...mirror((s) => row('side', 5, [80 * s, 106 * s], -12, { half: 0.08, lift: [0.07, 0.11, 0.1], fall: fall(0.95, 0.02), ragged: 3 })), longBack(1.2, { lift: [0.07, 0.11, 0.08], fall: fall(1.2, 0.03), ragged: 3 })] }),
  'long-wavy': () => ({ ...none, hasEars: false, cap: 0.09, combs: [row('fringe', 5, [16, 66], (u) => lerp(24, -8, u), { half: 0.085, lift: [0.08, 0.15, 0.1], rootWidth: 0.5, ragged: 4 }, [14, 56]), row('fringe', 6, [-66, 16], (u) => lerp(-8, 26, u), { half: 0.085, lift: [0.08, 0.15, 0.1], rootWidth: 0.5, ragged: 4 }, [12, 56]), ...mirror((s) => row('side', 5, [80 * s, 108 * s], -12, { half: 0.095, lift: [0.08, 0.15, 0.16], fall: fall(0.85, 0.1, 0.045, 1.7), ragged: 6 })), longBack(1, { lift: [0.08, 0.15, 0.16], fall: fall(1, 0.16, 0.05, 1.8), half: 0.1, ragged: 6 })] }),
  hime: () => ({ ...none, hasEars: false, cap: 0.07, combs: [row('fringe', 10, [-50, 50], 4, { half: 0.075, lift: [0.07, 0.11, 0.06], tipKind: 'blunt', ragged: 1 }), ...mirror((s) => row('side', 3, [66 * s, 84 * s], -10, { half: 0.062, lift: [0.07, 0.1, 0.1], tipKind: 'blunt', fall: fall(0.3, 0), ragged: 0.5 })), ...mirror((s) => row('side', 3, [86 * s, 104 * s], -14, { half: 0.08, lift: [0.07, 0.1, 0.07], tipKind: 'blunt', fall: fall(1.15, 0.02), ragged: 1 })), longBack(1.2, { lift: [0.07, 0.1, 0.07], tipKind: 'blunt', fall: fall(1.2, 0.02), ragged: 1 })] }),
  ponytail: () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([172, 46]), row('fringe', 7, [-58, 50], (u) => 12 - 9 * Math.cos(u * 6.3), { half: 0.065, lift: [0.06, 0.12, 0.07] }, [-10, 66]), ...mirror((s) => row('side', 2, [66 * s, 76 * s], -12, { half: 0.035, lift: [0.05, 0.08, 0.1], fall: fall(0.16, 0.02) }, [60 * s, 50]))], tails: [{ at: [168, 48], lift: 0.14, reach: 0.42, rise: 0.3, length: 1.05, half: 0.11, kind: 'loose', wave: 0.05 }] }),
  'side-ponytail': () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([100, 20]), row('fringe', 7, [-60, 52], (u) => lerp(2, 20, u), { half: 0.065, lift: [0.06, 0.13, 0.07] }, [24, 62])], tails: [{ at: [100, 20], lift: 0.14, reach: 0.22, rise: 0.1, length: 0.85, half: 0.085, kind: 'loose', wave: 0.04 }] }),
  'twin-tails': () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([112, 30]), ...combedTo([-112, 30]), row('fringe', 9, [-56, 56], (u) => 7 - 7 * Math.cos(u * 12.6), { half: 0.065, lift: [0.06, 0.12, 0.06] }), ...mirror((s) => row('side', 2, [64 * s, 74 * s], -14, { half: 0.038, lift: [0.05, 0.08, 0.08], fall: fall(0.22, 0) }, [50 * s, 56]))], tails: [1, -1].map((s) => ({ at: [110 * s, 32] as const, lift: 0.14, reach: 0.24, rise: 0.12, length: 0.95, half: 0.085, kind: 'loose' as const, wave: 0.04 })) }),
  braid: () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([180, -24]), row('fringe', 8, [-60, 60], (u) => 12 - 10 * Math.cos(u * 6.3), { half: 0.065, lift: [0.06, 0.13, 0.08] }, [12, 62])], tails: [{ at: [172, -26], lift: 0.1, reach: 0.05, rise: 0, length: 0.95, half: 0.075, kind: 'braid', wave: 0 }] }),
  'twin-braids': () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([118, -20]), ...combedTo([-118, -20]), row('fringe', 8, [-56, 56], (u) => 12 - 8 * Math.cos(u * 6.3), { half: 0.065, lift: [0.06, 0.11, 0.06] }, [0, 66])], tails: [1, -1].map((s) => ({ at: [98 * s, -24] as const, lift: 0.16, reach: 0.05, rise: 0, length: 0.75, half: 0.066, kind: 'braid' as const, wave: 0 })) }),
  bun: () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([180, 48]), ...mirror((s) => row('side', 2, [62 * s, 72 * s], -10, { half: 0.03, lift: [0.05, 0.09, 0.1], fall: fall(0.14, 0.03) }, [54 * s, 48]))], balls: [{ at: [180, 58], lift: 0.3, radius: 0.17 }] }),
  'double-bun': () => ({ ...none, isCombed: true, cap: 0.05, combs: [...combedTo([100, 58]), ...combedTo([-100, 58]), row('fringe', 9, [-54, 54], (u) => 6 - 6 * Math.cos(u * 12.6), { half: 0.065, lift: [0.06, 0.11, 0.06] }), ...mirror((s) => row('side', 2, [64 * s, 74 * s], -14, { half: 0.036, lift: [0.05, 0.08, 0.08], fall: fall(0.18, 0) }, [50 * s, 52]))], balls: [1, -1].map((s) => ({ at: [104 * s, 52] as const, lift: 0.26, radius: 0.145 })) }),
  curly: (random) => ({ ...none, hasEars: false, cap: 0.12, isCurly: true, balls: curls(random, 58, 0.1, 0.115, -34) }),
  afro: (random) => ({ ...none, hasEars: false, cap: 0.42, isCurly: true, balls: curls(random, 92, 0.42, 0.088, -24) }),
  pixie: () => ({ ...none, cap: 0.06, combs: [row('fringe', 9, [-58, 66], (u) => lerp(20, -6, u) - 5 * Math.sin(u * 11), { half: 0.07, lift: [0.07, 0.15, 0.07], ragged: 4 }, [-40, 66]), ...shortSides(-22, { half: 0.05, lift: [0.06, 0.09, 0.05] }), shortBack(-36, { lift: [0.07, 0.12, 0.03], ragged: 6 })] }),
  topknot: () => ({ ...none, isCombed: true, cap: 0.04, combs: combedTo([180, 70], { lift: [0.025, 0.05, 0.08] }), balls: [{ at: [180, 74], lift: 0.2, radius: 0.105 }] }),
  mohawk: () => ({ ...none, shaved: 'sides', combs: crest() }),
  bowl: () => ({ ...none, cap: 0.1, combs: [row('fringe', 12, [-66, 66], 4, { half: 0.075, lift: [0.1, 0.16, 0.13], tipKind: 'blunt', ragged: 0 }), ...mirror((s) => row('side', 4, [68 * s, 100 * s], 1, { half: 0.075, lift: [0.1, 0.16, 0.14], tipKind: 'blunt', ragged: 0 })), row('back', 13, [100, 260], -4, { half: 0.09, lift: [0.1, 0.17, 0.14], tipKind: 'blunt', ragged: 0 })] }),
  undercut: () => ({ ...none, shaved: 'sides', cap: undefined, combs: [row('fringe', 9, [-20, 78], (u) => lerp(32, 10, u), { half: 0.085, lift: [0.1, 0.26, 0.12], rootWidth: 0.6, ragged: 5 }, (u) => [-60, lerp(34, 70, u)]), row('back', 7, [86, 180], 30, { half: 0.09, lift: [0.1, 0.2, 0.08], ragged: 5 }, [-100, 62]), row('back', 4, [-180, -120], 40, { half: 0.08, lift: [0.1, 0.14, 0.06], ragged: 4 }, [-100, 66])] }),
};

const none: Cut = { combs: [], tails: [], balls: [], shaved: 'none', hasEars: true };

/** Locks that stand up from the scalp. */
function spikes(count: number, height: number, low: number, high: number): Comb[] {
  const at = (u: number): Heading => [u * 360 * 1.618 * count, lerp(low, high, (u * count * 0.37) % 1)];
  return [{ group: 'back', count, root: at, tip: (u) => [at(u)[0] + 8, at(u)[1] - 20], lift: [0.02, height * 0.45, height + 0.12], half: 0.085, rootWidth: 0.9, tipKind: 'point', ragged: 6 }];
}

/** A comb of spikes over the middle of the head, from the forehead to the nape. */
function crest(): Comb[] {
  const along = (angle: number): Heading => (angle < 90 ? [0, angle] : [180, 180 - angle]);
  return [{ group: 'back', count: 14, root: (u) => along(lerp(40, 196, u)), tip: (u) => along(lerp(44, 214, u)), lift: [0, 0.34, 0.66], half: 0.085, rootWidth: 1, tipKind: 'point', ragged: 1 }];
}

/** Balls spread evenly over the scalp above the hairline (golden spiral). */
function curls(random: Random, count: number, lift: number, radius: number, low: number): Ball[] {
  const balls: Ball[] = [];
  for (let i = 0; i < count; i++) {
    const elevation = (Math.asin(1 - ((i + 0.5) / count) * (1 - Math.sin((low * Math.PI) / 180))) * 180) / Math.PI;
    const azimuth = (i * 222.5) % 360;
    const front = Math.abs(((azimuth + 180) % 360) - 180);
    if (elevation < (front < 52 ? 26 : front < 82 ? 2 : -60)) continue;
    balls.push({ at: [azimuth, elevation], lift, radius: radius * random.between(0.85, 1.15) });
  }
  return balls;
}

export function cutFor(style: HairStyle, random: Random): Cut {
  return STYLES[style](random);
}
