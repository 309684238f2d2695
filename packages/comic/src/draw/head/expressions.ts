/** What each expression does to eyes, brows and mouth, and the signs comics add to it. */
import type { Expression } from '../../model/kinds.ts';

type EyeKind =
  | 'open'
  | 'happy' // arcs upwards
  | 'closed' // arcs downwards, at rest
  | 'tight' // pressed shut: > <
  | 'white' // round, white, a dot for a pupil
  | 'heart'
  | 'dots'; // empty stare
type MouthKind = 'line' | 'open' | 'teeth' | 'wavy' | 'cat' | 'side' | 'wail';
export type Sign = 'sweat' | 'sweats' | 'vein' | 'veins' | 'tears' | 'streams' | 'blush' | 'cheeks' | 'gloom' | 'zzz' | 'bubble' | 'dots' | 'hearts' | 'sparkle' | 'bags' | 'puff' | 'shake' | 'wrinkle' | 'shade' | 'wet' | 'start';

export type Face = {
  eyes: {
    kind: EyeKind;
    /** 1 is rest, 0 shut, 1.3 torn open. */
    open: number;
    /** + lowers the inner end of the upper lid (anger), - the outer (grief). */
    slant: number;
    /** The lower lid comes up, 0..1. */
    squint: number;
    iris: number;
    gaze: [number, number];
  };
  /** `raise` in head units; `tilt` + is angry; `bend` + arches; `odd` lifts one brow more than the other. */
  brows: { raise: number; tilt: number; bend: number; odd: number };
  /** `width` of the resting width, `open` in head units, `curve` + smiles, `skew` pulls one corner up. */
  mouth: { kind: MouthKind; width: number; open: number; curve: number; skew: number; teeth: number; tongue: boolean };
  signs: Sign[];
};

type Part = { eyes?: Partial<Face['eyes']>; brows?: Partial<Face['brows']>; mouth?: Partial<Face['mouth']>; signs?: Sign[] };

const FACES: Record<Expression, Part> = {
  neutral: { mouth: { curve: 0.24 } },
  smile: { eyes: { open: 0.92, squint: 0.25 }, brows: { raise: 0.012, bend: 0.3 }, mouth: { curve: 0.85, width: 1.15 }, signs: ['cheeks'] },
  laugh: { eyes: { kind: 'happy' }, brows: { raise: 0.035, bend: 0.5 }, mouth: { kind: 'open', width: 1.5, open: 0.17, curve: 1, teeth: 1, tongue: true }, signs: ['cheeks'] },
  grin: { eyes: { open: 0.95, squint: 0.35 }, brows: { raise: 0.01, tilt: 0.15 }, mouth: { kind: 'teeth', width: 1.5, open: 0.062, curve: 0.95 } },
  smirk: { eyes: { open: 0.7, squint: 0.2, gaze: [0.35, 0] }, brows: { raise: 0.004, tilt: 0.3, odd: 0.035 }, mouth: { kind: 'side', width: 1.1, curve: 0.3, skew: 1 } },
  sad: { eyes: { open: 0.82, slant: -0.5, gaze: [0, -0.45] }, brows: { raise: 0.012, tilt: -0.85 }, mouth: { curve: -0.8, width: 0.85 } , signs: ['wet'] },
  cry: { eyes: { kind: 'closed', slant: -0.7 }, brows: { raise: 0.02, tilt: -1.05 }, mouth: { kind: 'wail', width: 1.0, open: 0.105, curve: -0.62, tongue: true }, signs: ['streams'] },
  angry: { eyes: { open: 0.95, slant: 0.65, iris: 0.86 }, brows: { raise: -0.026, tilt: 0.95 }, mouth: { kind: 'teeth', width: 0.95, open: 0.05, curve: -0.7 }, signs: ['vein', 'wrinkle'] },
  furious: { eyes: { open: 1.2, slant: 0.95, iris: 0.42 }, brows: { raise: -0.03, tilt: 1.35 }, mouth: { kind: 'open', width: 1.55, open: 0.21, curve: -0.75, teeth: 2, tongue: true }, signs: ['veins', 'wrinkle', 'shade'] },
  surprised: { eyes: { open: 1.22, iris: 0.84 }, brows: { raise: 0.055, bend: 0.75 }, mouth: { kind: 'open', width: 0.55, open: 0.075, curve: 0 }, signs: ['start'] },
  shocked: { eyes: { kind: 'white', open: 1.35, iris: 0.16 }, brows: { raise: 0.075, bend: 0.9, tilt: -0.3 }, mouth: { kind: 'open', width: 1, open: 0.2, curve: -0.15, teeth: 1 }, signs: ['gloom', 'start'] },
  afraid: { eyes: { open: 1.12, iris: 0.62, slant: -0.25 }, brows: { raise: 0.03, tilt: -0.9 }, mouth: { kind: 'wavy', width: 1.1, curve: -0.3 }, signs: ['sweats', 'shake'] },
  terrified: { eyes: { kind: 'white', open: 1.25, iris: 0.24, slant: -0.2 }, brows: { raise: 0.05, tilt: -1.15 }, mouth: { kind: 'wail', width: 1.35, open: 0.16, curve: -0.5, teeth: 2 }, signs: ['gloom', 'sweats', 'tears', 'shake'] },
  worried: { eyes: { open: 0.98, slant: -0.3, gaze: [0.2, -0.1] }, brows: { raise: 0.018, tilt: -0.8 }, mouth: { kind: 'line', width: 0.7, curve: -0.65 }, signs: ['sweat'] },
  embarrassed: { eyes: { open: 0.85, slant: -0.25, gaze: [0.75, -0.35] }, brows: { raise: 0.016, tilt: -0.6 }, mouth: { kind: 'wavy', width: 0.8, curve: 0.1 }, signs: ['blush', 'sweat'] },
  disgusted: { eyes: { open: 0.6, slant: 0.2, squint: 0.45, iris: 0.85, gaze: [-0.3, 0] }, brows: { raise: -0.004, tilt: 0.35, odd: 0.022 }, mouth: { kind: 'wavy', width: 1.2, curve: -1.25, skew: -0.7 }, signs: ['wrinkle', 'gloom'] },
  tired: { eyes: { open: 0.45, slant: -0.15, gaze: [0, -0.35] }, brows: { raise: -0.002, tilt: -0.4 }, mouth: { kind: 'open', width: 0.6, open: 0.022, curve: -0.5 }, signs: ['bags', 'puff'] },
  asleep: { eyes: { kind: 'closed' }, brows: { raise: 0.008, bend: 0.2 }, mouth: { kind: 'open', width: 0.45, open: 0.03, curve: 0 }, signs: ['zzz', 'bubble'] },
  thinking: { eyes: { open: 0.9, gaze: [0.6, 0.7] }, brows: { raise: 0.012, tilt: 0.25, odd: 0.034 }, mouth: { kind: 'side', width: 0.7, curve: -0.35, skew: -0.3 } },
  determined: { eyes: { open: 0.9, slant: 0.42, iris: 0.96 }, brows: { raise: -0.02, tilt: 0.72 }, mouth: { kind: 'line', width: 0.95, curve: -0.25 }, signs: ['shade'] },
  suspicious: { eyes: { open: 0.48, slant: 0.12, squint: 0.25, gaze: [0.8, 0] }, brows: { raise: -0.012, tilt: 0.4, odd: 0.03 }, mouth: { kind: 'side', width: 0.75, curve: -0.3, skew: -0.5 } },
  pained: { eyes: { kind: 'tight' }, brows: { raise: -0.004, tilt: -0.55 }, mouth: { kind: 'teeth', width: 1.15, open: 0.06, curve: -0.5 }, signs: ['sweats', 'tears'] },
  loving: { eyes: { kind: 'heart', open: 1.1, squint: 0.1 }, brows: { raise: 0.028, bend: 0.5, tilt: -0.2 }, mouth: { kind: 'open', width: 0.95, open: 0.06, curve: 1, tongue: true }, signs: ['blush', 'hearts'] },
  pleading: { eyes: { open: 1.2, iris: 1.16, slant: -0.35, gaze: [0, 0.2] }, brows: { raise: 0.034, tilt: -1.15 }, mouth: { kind: 'wavy', width: 0.6, curve: -0.2 }, signs: ['wet', 'blush'] },
  smug: { eyes: { kind: 'closed', open: 0.3 }, brows: { raise: 0.04, bend: 0.35, tilt: 0.1 }, mouth: { kind: 'cat', width: 1.25, curve: 0.9 }, signs: ['sparkle'] },
  blank: { eyes: { kind: 'dots' }, brows: { raise: 0.02, bend: 0.1 }, mouth: { kind: 'line', width: 0.5, curve: 0 }, signs: ['dots'] },
};

export function faceFor(expression: Expression): Face {
  const part = FACES[expression];
  return {
    eyes: { kind: 'open', open: 1, slant: 0, squint: 0, iris: 1, gaze: [0, 0], ...part.eyes },
    brows: { raise: 0, tilt: 0, bend: 0.15, odd: 0, ...part.brows },
    mouth: { kind: 'line', width: 1, open: 0, curve: 0, skew: 0, teeth: 0, tongue: false, ...part.mouth },
    signs: part.signs ?? [],
  };
}

/** Speech opens the mouth on top of the expression, 0..1. */
export function talking(face: Face, talk: number): Face {
  if (talk <= 0) return face;
  const m = face.mouth;
  if (m.open > 0.05) return { ...face, mouth: { ...m, open: m.open * (1 + 0.25 * talk) } };
  const isSoft = m.kind === 'wavy' || m.kind === 'side' || m.kind === 'cat';
  return { ...face, mouth: { ...m, kind: 'open', width: m.width * (isSoft ? 0.72 : m.curve > 0.3 ? 0.8 : 0.66), open: 0.042 + 0.06 * talk, curve: m.curve * 0.85, tongue: true, teeth: m.curve > 0.3 ? 1 : m.teeth } };
}
