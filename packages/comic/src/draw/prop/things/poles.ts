/** Long things on poles. */
import { oval, patch, solid, stroke, swell, type Sketch } from '../sketch.ts';

export const POLES: Record<string, Sketch> = {
  broom: {
    width: 40, height: 150, grip: [20, 62],
    marks: [
      solid('M18 3Q20 1 22 3V106H18Z', '30 #b98a54', { line: 'detail' }),
      solid('M14 104H26L37 146Q20 152 3 146Z', '20 #dcb566'),
      patch('M13 104H27L28.5 112H11.5Z', 'black #a8443a', 'detail'),
      stroke('M14 114L9 147M18 114L17 149M22 114L24 149M26 114L31 147', 'fine', { from: 60 }),
    ],
  },
  spear: {
    width: 20, height: 190, grip: [10, 96],
    marks: [
      solid('M8.5 30H11.5V187H8.5Z', '55 #8f6138', { line: 'detail' }),
      solid('M10 2L17 22L10 36L3 22Z', 'white #dfe7ec', { line: 'detail' }),
      patch('M10 2L17 22L10 36Z', '20 #aebac2', 'none', { from: 40 }),
      patch('M6 36Q10 33 14 36L15 48L10 44L5 48Z', 'black #b5443c', 'fine'),
    ],
  },
  staff: {
    width: 34, height: 170, grip: [16, 72],
    marks: [
      solid('M14 36L18 36L19 168Q16 170 13 168Z', '55 #80603e', { line: 'detail' }),
      solid('M14 44C2 40 0 18 10 8C20 0 34 8 32 20C31 28 22 30 20 24L24 22C26 24 28 20 27 17C25 10 16 10 12 16C8 24 12 32 19 36Z', '55 #80603e', { line: 'detail' }),
      solid(oval(18, 20, 6), 'white #9fd8e6', { line: 'detail' }),
      stroke('M14.5 60L18 64M14 90L18 94M14 120L18.5 124', 'fine', { from: 80 }),
    ],
  },
  shovel: {
    width: 36, height: 130, grip: [18, 52],
    marks: [
      solid('M16 12H20V84H16Z', '30 #a9794a', { line: 'detail' }),
      solid('M8 3H28V12H20L18 17L16 12H8Z', '55 #8a5f38', { line: 'detail' }),
      solid('M14 82H22L33 88V106Q32 122 18 128Q4 122 3 106V88Z', '55 #7d868e'),
      swell('10 92 9 106 14 118', 1.4, { lineFill: 'paper', from: 40 }),
    ],
  },
  'fishing-rod': {
    width: 100, height: 190, grip: [10, 172],
    marks: [
      swell('92 6 96 60 92 96 94 118', 0.6),
      solid('M6 188L13 188L18 150L92 6L88 5L12 148Z', '55 #a9794a', { line: 'fine' }),
      patch('M6 188H13L17 156L10 156Z', 'black #5a3f2a', 'fine'),
      solid(oval(22, 152, 6), 'white #c0c6cc', { line: 'detail' }),
      solid('M94 118C100 122 99 132 94 134C89 132 88 122 94 118Z', '40 #d24a3f', { line: 'detail' }),
      stroke('M94 134V144C94 150 87 150 88 144', 'fine', { from: 60 }),
    ],
  },
  flag: {
    width: 90, height: 150, grip: [6, 118],
    marks: [
      solid('M4 4H8V149H4Z', '55 #8f6138', { line: 'detail' }),
      solid(oval(6, 4, 4), 'white #e0bf62', { line: 'detail' }),
      solid('M8 10C24 2 38 20 54 14C66 10 76 8 86 12L78 32L86 54C72 48 64 54 54 58C38 64 24 46 8 54Z', '40 #c8423a'),
      patch('M54 14C66 10 76 8 86 12L78 32L86 54C72 48 64 54 54 58C58 44 58 28 54 14Z', '55 #9c302b', 'none', { from: 40 }),
      stroke('M24 8C28 22 28 36 25 49', 'fine', { from: 50 }),
    ],
  },
};
