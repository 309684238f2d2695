/** Things carried about: umbrellas, bags, light. */
import { oval, patch, rect, solid, stroke, swell, type Mark, type Sketch } from '../sketch.ts';

/** An open umbrella whose handle begins at `y`. */
function umbrella(y: number): Mark[] {
  const canopy = 'M56 3C82 4 103 20 108 45Q96 37 84 45Q70 37 56 45Q42 37 28 45Q16 37 4 45C9 20 30 4 56 3Z';
  return [
    patch('M56 4L56 -1', 'paper', 'outline', { isBehind: true }),
    // The inside of the far edge, then the canopy over it.
    solid('M4 45Q16 37 28 44Q42 36 56 43Q70 36 84 44Q96 37 108 45Q96 51 84 49Q70 54 56 51Q42 54 28 49Q16 51 4 45Z', '70 #8a352b', { isBehind: true, line: 'detail' }),
    solid(`M54.6 44h2.8v${y - 44}q.6 9.5-6.2 9.5-5.6 0-5.8-6h2.6q.2 3.4 3.2 3.4 3.4 0 3.4-6.4Z`, '70 #5b3d2a', { line: 'detail' }),
    solid(canopy, '40 #c0503f', { isBehind: true }),
    patch('M56 3C82 4 103 20 108 45Q96 37 84 45C83 27 72 11 56 3Z', '55 #a23f31', 'none', { from: 60, isBehind: true }),
    patch('M16 32C20 21 29 12 40 8C32 15 26 24 24 36Q20 37 17 39Z', 'white #e09a8c', 'none', { from: 50, isBehind: true }),
    stroke('M56 3C40 11 29 27 28 45M56 3C72 11 83 27 84 45M56 3V44', 'detail', { from: 26, isBehind: true }),
    stroke(canopy, 'outline', { isBehind: true }),
  ];
}

export const CARRIED: Record<string, Sketch> = {
  umbrella: { width: 112, height: 100, marks: umbrella(88) },
  // In a raised hand the shaft is longer than in life: the face must stay free.
  'raised-umbrella': { width: 112, height: 130, grip: [56, 117], marks: umbrella(118) },
  'closed-umbrella': {
    width: 20, height: 100, grip: [9, 12],
    marks: [
      solid('M10.5 24V10q0-6.5-5-6.5-4.5 0-4.5 5h-2.5', 'line', { fill: undefined, line: 'outline' }),
      solid('M10 92V99', 'paper'),
      solid('M5 26Q10 21 15 26C17.5 44 15 72 11.5 93Q10 96 8.5 93C4 72 2.5 44 5 26Z', '55 #3f5478'),
      patch('M10 23C11.5 44 11.5 70 10 93C7 72 4.5 46 6 27Z', '30 #6f86ab', 'none', { from: 40 }),
      stroke('M10 23C12.5 44 12.5 70 10.5 92', 'detail', { from: 30 }),
      patch('M4.2 50Q10 54 16 49L15.8 54Q10 59 4.5 55Z', 'white #d9cfae', 'detail', { from: 24 }),
      stroke('M8.8 26h2.8', 'outline'),
    ],
  },
  cane: {
    width: 22, height: 100, grip: [13, 9],
    marks: [
      solid('M13 98.500L12 18C12 9 10 8 7.5 8C5 8 4.5 10.5 4.5 14L1 14C0.5 7 3 3 8 3C14 3 16.5 8 16.5 16L16 98.500Z', '70 #6e4a2f', { line: 'detail' }),
      patch('M12 20h4.600v4h-4.600Z', 'white #d9c27a', 'detail', { from: 40 }),
      patch('M12.8 94h3.400v5h-3.400Z', 'line', 'none'),
    ],
  },
  bag: {
    width: 100, height: 92, grip: [50, 5],
    marks: [
      stroke('M30 42C28 14 38 4 50 4C62 4 72 14 70 42', 'outline'),
      stroke('M35 42C33 18 41 9 50 9C59 9 67 18 65 42', 'detail', { from: 60 }),
      solid('M14 40Q50 34 86 40L97 82Q98 90 90 91Q50 95 10 91Q2 90 3 82Z', '30 #b0774a'),
      patch('M10 58L86 40L97 82Q98 90 90 91Q60 94 40 93Q70 84 84 46Z', '55 #8f5c37', 'none', { from: 56 }),
      solid('M14 40Q50 34 86 40L82 60Q50 70 18 60Z', 'white #c98f5e', { line: 'detail' }),
      patch(rect(44, 55, 12, 15, 3), 'white #e6c66a', 'detail', { from: 24 }),
      stroke('M50 61v4', 'detail', { from: 70 }),
      stroke('M20 56Q50 65 80 56', 'fine', { from: 110 }),
    ],
  },
  'school-bag': {
    width: 84, height: 100, grip: [42, 4],
    marks: [
      stroke('M32 14C32 2 52 2 52 14', 'outline'),
      solid('M8 40C4 52 3 74 6 88L14 88V40ZM76 40C80 52 81 74 78 88L70 88V40Z', '55 #6d2d29', { line: 'detail' }),
      solid('M12 30C12 16 24 11 42 11C60 11 72 16 72 30V90Q72 97 65 97H19Q12 97 12 90Z', '70 #93382f'),
      solid('M12 32C12 16 24 11 42 11C60 11 72 16 72 32V58Q42 68 12 58Z', 'black #a8443a', { line: 'detail' }),
      swell('20 34 22 24 32 18', 2, { lineFill: 'paper', from: 40 }),
      patch('M26 54h7v26h-7ZM51 54h7v26h-7Z', 'white #d9b48a', 'detail', { from: 30 }),
      patch(rect(24.5, 70, 10, 7, 1), 'white #e6d27a', 'detail', { from: 60 }),
      patch(rect(49.5, 70, 10, 7, 1), 'white #e6d27a', 'detail', { from: 60 }),
      stroke('M16 84Q42 90 68 84', 'fine', { from: 90, lineFill: 'paper' }),
    ],
  },
  suitcase: {
    width: 100, height: 82, grip: [50, 6],
    marks: [
      stroke('M38 20V10Q38 5 43 5H57Q62 5 62 10V20', 'outline'),
      solid(rect(4, 18, 92, 62, 7), '40 #a36f42'),
      patch('M4 60Q50 66 96 60V73Q96 80 89 80H11Q4 80 4 73Z', '55 #7f5330', 'none', { from: 60 }),
      patch('M22 18h10v62H22ZM68 18h10v62H68Z', 'white #d3aa74', 'detail', { from: 20 }),
      patch(rect(20.5, 34, 13, 9, 2), 'paper', 'detail', { from: 60 }),
      patch(rect(66.5, 34, 13, 9, 2), 'paper', 'detail', { from: 60 }),
      patch('M4 30V25Q4 18 11 18H17ZM96 30V25Q96 18 89 18H83ZM4 68V73Q4 80 11 80H17ZM96 68V73Q96 80 89 80H83Z', 'black #5f3d22', 'detail', { from: 26 }),
      stroke(rect(4, 18, 92, 62, 7), 'outline'),
      stroke('M42 46h16M42 51h10', 'fine', { from: 120 }),
    ],
  },
  lantern: {
    width: 60, height: 100, grip: [30, 2],
    marks: [
      stroke('M30 2C19 3 18 10 18 16M30 2C41 3 42 10 42 16', 'outline'),
      solid(rect(17, 15, 26, 8, 2), 'black #3a2c28', { line: 'detail' }),
      solid('M18 23H42C60 32 60 76 42 86H18C0 76 0 32 18 23Z', 'white #f0b268'),
      patch('M42 23C60 32 60 76 42 86H34C48 76 48 32 34 23Z', '20 #d98a48', 'none', { from: 40 }),
      stroke('M9 34Q30 38 51 34M5.5 46Q30 50 54.5 46M5 58Q30 62 55 58M7.5 70Q30 74 52.5 70', 'detail', { from: 34 }),
      stroke('M6 40Q30 44 53 40M5 52Q30 56 55 52M6 64Q30 68 54 64M12 78Q30 81 48 78', 'fine', { from: 130 }),
      stroke('M7 46Q30 50 53 46M8 66Q30 70 52 66', 'detail', { until: 34 }),
      solid(rect(17, 85, 26, 7, 2), 'black #3a2c28', { line: 'detail' }),
      stroke('M30 92V99', 'detail', { from: 50 }),
    ],
  },
  lamp: {
    width: 70, height: 100,
    marks: [
      solid('M32 46h6v44h-6Z', 'white #b49a74', { line: 'detail' }),
      solid('M16 98Q16 88 35 88Q54 88 54 98Z', '40 #8f7550'),
      solid('M22 6H48L66 48Q35 56 4 48Z', 'white #f6dd9c'),
      patch('M48 6L66 48Q56 51 44 51.500L40 6Z', '20 #e0bd6c', 'none', { from: 40 }),
      stroke('M24 11Q35 14 46 11M6 44Q35 51 64 44', 'fine', { from: 60 }),
      stroke('M48 52V66', 'detail', { from: 40 }),
      patch(oval(48, 67, 1.8), 'line', 'none', { from: 40 }),
    ],
  },
  candle: {
    width: 44, height: 100, grip: [22, 82],
    marks: [
      patch('M22 3C30 14 31 21 28 27C26 31 18 31 16 27C13 20 19 14 22 3Z', 'white #f7c84e', 'detail'),
      patch('M22 16C25 21 25 25 22 28C19 25 19 21 22 16Z', '20 #e8863a', 'none', { from: 50 }),
      stroke('M22 26V38', 'outline'),
      solid('M13 38Q22 34 31 38V90H13Z', 'white #f6edd8'),
      patch('M25 36Q29 36.5 31 38V90H25Z', '20 #ddcfae', 'none', { from: 40 }),
      stroke('M13 39Q22 43 31 39', 'detail', { from: 30 }),
      swell('15 40 16 52 17 60 18.5 52 18.5 42', 1, { from: 50 }),
      solid('M2 86Q22 94 42 86Q42 96 30 98H14Q2 96 2 86Z', '55 #b08d4a', { line: 'detail' }),
    ],
  },
  flashlight: {
    width: 40, height: 100, grip: [20, 62],
    marks: [
      solid('M11 34L5 16Q20 10 35 16L29 34Z', '55 #58626c'),
      solid('M5 16Q20 10 35 16Q35 6 20 5Q5 6 5 16Z', 'white #fbeeb4', { line: 'detail' }),
      solid('M11 34h18V95Q20 99 11 95Z', 'black #4a535c'),
      swell('15 40 15 60 15 88', 1.4, { lineFill: 'paper', from: 40 }),
      patch(rect(18, 44, 6, 12, 3), 'white #d94f3f', 'detail', { from: 50 }),
    ],
  },
  torch: {
    width: 40, height: 130, grip: [20, 104],
    marks: [
      solid('M15 50h10l-2.5 78h-5Z', '70 #7a5636', { line: 'detail' }),
      solid('M11 44h18l-2 14H13Z', 'black #4a3a2c', { line: 'detail' }),
      solid('M20 2C26 14 38 20 34 36C32 46 8 46 6 36C4 27 10 25 11 16C15 20 15 24 16 26C20 20 19 10 20 2Z', 'white #f4a63c'),
      patch('M20 22C24 28 28 31 26 38C24 43 15 43 14 38C13 33 17 30 20 22Z', '20 #f9df7c', 'detail', { from: 40 }),
    ],
  },
  key: {
    width: 44, height: 100, grip: [22, 84],
    marks: [
      solid('M22 98C34 98 41 90 41 80C41 69 33 63 26 62V16H39V7H33V11H30V3H18V62C11 63 3 69 3 80C3 90 10 98 22 98Z', '40 #cfa544', { line: 'detail' }),
      patch(oval(22, 80, 10, 9), 'paper', 'detail'),
      patch('M15 55h14v5H15Z', 'white #e6cb7c', 'detail', { from: 36 }),
      swell('20.5 50 20.5 34 20.5 10', 1.6, { lineFill: 'paper', from: 44 }),
      stroke('M6 78C6 88 14 94.5 22 94.5', 'fine', { from: 90, lineFill: 'paper' }),
    ],
  },
  wallet: {
    width: 100, height: 74,
    marks: [
      solid('M12 16Q50 6 88 16Q98 40 96 62Q94 72 82 72H18Q6 72 4 62Q2 40 12 16Z', '55 #8a5a3c'),
      solid('M12 16Q50 6 88 16L86 28Q50 20 14 28Z', 'white #e0c06a', { line: 'detail' }),
      solid(oval(44, 8, 6), 'white #e0c06a', { line: 'detail' }),
      solid(oval(56, 8, 6), 'white #e0c06a', { line: 'detail' }),
      swell('14 40 14 54 20 64', 2, { lineFill: 'paper', from: 40 }),
    ],
  },
  handkerchief: {
    width: 90, height: 84, grip: [45, 14],
    marks: [
      solid('M45 8C58 20 74 30 86 34C80 46 74 62 74 76C64 70 56 72 48 82C42 72 32 70 20 78C18 62 12 48 4 38C20 34 34 22 45 8Z', 'white #dbe6f0'),
      swell('45 12 40 34 30 58', 1.2),
      swell('46 12 50 36 52 66', 1.2),
      swell('48 14 58 32 70 48', 1, { from: 40 }),
      stroke('M12 43C17 52 20 62 22 70C32 65 42 66 48 75C56 66 64 65 71 69C71 60 74 49 79 41', 'fine', { from: 50 }),
    ],
  },
  'hand-fan': {
    width: 100, height: 66, grip: [50, 60],
    marks: [
      solid('M50 62L3 38C8 14 28 3 50 3C72 3 92 14 97 38Z', 'white #f0d8c8'),
      patch('M50 60L32 50Q50 38 68 50Z', '40 #8a5a3c', 'detail'),
      stroke('M50 61L14 20M50 61L30 8M50 61V3M50 61L70 8M50 61L86 20', 'fine', { from: 34 }),
      patch('M22 28C32 18 68 18 78 28C72 26 66 25 62 28C56 24 44 24 38 28C34 25 28 26 22 28Z', '30 #d87f86', 'none', { from: 34 }),
      patch(oval(50, 60, 3.5), 'line', 'none'),
    ],
  },
};
