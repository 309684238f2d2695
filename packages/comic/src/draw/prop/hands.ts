/**
 * Hands in close-up, drawn round the point where they touch a thing: the thumb's pad, the middle of
 * the fist, the fingertip. A hand is about 150 units long; `isBehind` marks lie behind the thing.
 */
import type { Ink } from '../../model/kinds.ts';
import { patch, solid, stroke, type Fill, type Mark, type Sketch } from './sketch.ts';

type Hand = (sleeve: Ink, reach: number) => Sketch;

/** Cuff and sleeve from the wrist (x, y) along a direction; `reach` leads past the picture's edge. */
function sleeve(ink: Ink, at: { x: number; y: number; half: number; angle: number; reach: number }, isBehind: boolean): Mark[] {
  const [c, s] = [Math.cos(at.angle), Math.sin(at.angle)];
  const p = (along: number, across: number): string => `${(at.x + along * c - across * s).toFixed(1)} ${(at.y + along * s + across * c).toFixed(1)}`;
  const w = at.half;
  const fill: Fill = `${ink} #5b6f8f`;
  const more = { isBehind };
  return [
    solid(`M${p(24, -w * 1.14)}L${p(at.reach, -w * 1.8)}L${p(at.reach, w * 1.8)}L${p(24, w * 1.14)}Z`, fill, more),
    stroke(`M${p(44, -w * 0.7)}L${p(92, -w * 0.3)}M${p(40, w * 0.5)}L${p(84, w * 0.55)}`, 'detail', { ...more, ...(ink === 'black' || ink === 'dark' ? { lineFill: 'paper' } : {}) }),
    solid(`M${p(0, -w * 1.08)}L${p(28, -w * 1.24)}L${p(28, w * 1.24)}L${p(0, w * 1.08)}Q${p(6, 0)} ${p(0, -w * 1.08)}Z`, 'white #f4f1ea', more),
  ];
}

/** Thumb before the thing, fingers behind it, from the lower right. */
export const PINCH: Hand = (ink, reach) => ({
  width: 200, height: 200,
  marks: [
    ...sleeve(ink, { x: 132, y: 112, half: 35, angle: 0.72, reach }, true),
    // Index finger and the back of the hand; its tip is hidden by what it holds.
    solid('M-34 -22C-36 -38 -18 -46 0 -44C34 -46 66 -38 90 -14C108 6 126 40 162 86L112 138C86 120 66 112 52 108C20 100 -8 60 -34 -22Z', 'skin', { isBehind: true }),
    solid('M70 22C40 16 10 20 -6 30C-20 40 -12 56 4 54C30 50 54 54 82 60Z', 'skin', { isBehind: true, line: 'detail' }),
    solid('M80 50C52 44 26 48 12 58C0 68 8 83 24 81C48 77 68 80 92 86Z', 'skin', { isBehind: true, line: 'detail' }),
    solid('M90 78C66 72 44 75 33 84C23 93 30 106 44 105C62 102 80 106 100 112Z', 'skin', { isBehind: true, line: 'detail' }),
    patch('M66 18C80 14 96 30 104 60L118 110L84 104Z', 'skin', 'none', { isBehind: true }),
    stroke('M26 34Q30 42 26 51M42 62Q46 70 42 78M58 88Q62 95 59 102', 'fine', { isBehind: true }),
    // The thumb: filled whole, inked open towards the hand.
    patch('M104 44C92 20 70 2 44 -6C26 -12 2 -20 -16 -14C-30 -8 -28 10 -14 14C4 18 20 18 34 28C48 40 62 66 92 82Z', 'skin', 'none'),
    stroke('M108 50C94 22 70 2 44 -6C26 -12 2 -20 -16 -14C-30 -8 -28 10 -14 14C4 18 20 18 34 28C46 38 54 52 66 64', 'outline'),
    patch('M-20 -8C-10 -14 4 -12 12 -7C8 2 -6 6 -18 2C-22 -1 -22 -5 -20 -8Z', 'paper', 'fine'),
    stroke('M38 2Q44 8 42 16M44 4Q50 10 48 18', 'fine'),
    stroke('M96 74Q102 64 100 52', 'fine'),
  ],
});

/** Four fingers round an upright thing, thumb and palm behind it, the arm from below. */
export const FIST: Hand = (ink, reach) => ({
  width: 200, height: 200,
  marks: [
    ...sleeve(ink, { x: 42, y: 106, half: 36, angle: 1.18, reach }, true),
    solid('M-44 -14C-46 20 -26 56 2 84L14 122L82 96C86 70 82 40 66 8L40 -54H-30Z', 'skin', { isBehind: true }),
    solid('M-30 2C-40 -14 -46 -34 -42 -56C-40 -70 -22 -72 -18 -58C-14 -44 -16 -30 -8 -18Z', 'skin', { isBehind: true }),
    patch('M-39 -54C-36 -64 -25 -64 -22 -54C-24 -48 -34 -46 -38 -48Z', 'paper', 'fine', { isBehind: true }),
    // Back of the hand to the right of the thing.
    patch('M36 -52C62 -56 74 -30 80 0C86 34 88 70 82 96L40 104C30 70 34 40 34 0Z', 'skin', 'none'),
    solid('M46 -54C18 -60 -12 -58 -26 -52C-40 -46 -38 -28 -24 -27C2 -28 24 -26 42 -24Z', 'skin', { line: 'detail' }),
    solid('M50 -28C20 -32 -14 -32 -30 -26C-43 -20 -41 -2 -27 -1C2 -3 26 -1 44 1Z', 'skin', { line: 'detail' }),
    solid('M52 -2C22 -6 -10 -6 -26 0C-38 6 -36 23 -23 24C4 22 28 24 46 26Z', 'skin', { line: 'detail' }),
    solid('M52 24C28 20 2 20 -12 25C-24 31 -21 46 -9 46C12 45 30 46 46 49Z', 'skin', { line: 'detail' }),
    patch('M40 -52C58 -52 66 -30 68 0C70 24 66 46 60 56L42 50C48 20 48 -20 40 -52Z', 'skin', 'none'),
    stroke('M-30 -54C-10 -60 20 -60 44 -54C66 -50 74 -28 80 0C86 34 88 70 82 98', 'outline'),
    stroke('M-24 -52C-40 -46 -38 -28 -26 -27C-42 -22 -42 -3 -27 -1C-38 4 -36 23 -23 24C-24 32 -20 46 -9 46C12 45 26 46 40 48', 'outline'),
    stroke('M46 -44Q52 -34 50 -26M52 -18Q57 -8 55 0M53 8Q57 16 55 25', 'fine'),
    stroke('M-2 -54Q2 -42 -1 -30M-6 -28Q-2 -16 -5 -4M-4 -2Q0 10 -3 21', 'fine'),
  ],
});

/** The index finger from the right; its tip at the origin. */
export const POINT: Hand = (ink, reach) => ({
  width: 200, height: 200,
  marks: [
    ...sleeve(ink, { x: 152, y: 66, half: 34, angle: 0.36, reach }, false),
    solid('M2 6C-8 -2 -2 -16 12 -14C34 -10 58 -12 82 -14C108 -16 132 2 160 32L136 100C116 100 98 98 84 92C70 84 66 60 72 24C50 22 24 20 2 6Z', 'skin'),
    solid('M112 12C92 10 74 14 64 22C52 32 60 48 76 46C92 43 104 46 116 50Z', 'skin', { line: 'detail' }),
    solid('M116 40C98 37 82 40 72 48C62 58 70 72 84 70C98 67 108 70 120 74Z', 'skin', { line: 'detail' }),
    solid('M120 66C104 63 90 66 82 73C74 82 81 94 94 92C104 90 114 92 126 94Z', 'skin', { line: 'detail' }),
    patch('M104 8C124 4 142 30 152 50L138 96C126 98 120 94 118 88C112 60 110 40 104 8Z', 'skin', 'none'),
    // The thumb lies on the curled fingers.
    solid('M126 28C114 16 98 14 80 18C66 22 68 38 82 38C98 36 108 44 120 52', 'skin', { line: 'detail' }),
    patch('M76 22C82 19 90 19 94 21C94 28 86 32 78 31C74 28 74 25 76 22Z', 'paper', 'fine'),
    patch('M3 -8C8 -13 16 -12 21 -9C18 -4 8 -2 3 -4Z', 'paper', 'fine'),
    stroke('M46 -10Q50 -2 48 6M84 -12Q90 -4 88 4', 'fine'),
  ],
});
