/** Cups, dishes and food. */
import { oval, patch, solid, stroke, swell, type Mark, type Sketch } from '../sketch.ts';

/** Steam in two strokes, over a rim at y and from x0 to x1. */
function steam(x: number, top: number, bottom: number, from = 34): Mark[] {
  const y = (t: number): number => top + (bottom - top) * t;
  return [x - 9, x + 9].map((cx, i) => swell(`${cx} ${y(1)} ${cx - 4} ${y(0.7)} ${cx + 4} ${y(0.35 + i * 0.08)} ${cx} ${y(i * 0.12)}`, 1.3, { from }));
}

const bowl = (fill: Mark['fill']): Mark[] => [
  solid('M8 44C8 70 26 84 36 86H68C78 84 96 70 96 44Z', fill ?? 'paper'),
  solid('M36 86H68L66 93H38Z', fill ?? 'paper', { line: 'detail' }),
];

export const KITCHEN: Record<string, Sketch> = {
  cup: {
    width: 70, height: 84, grip: [35, 76],
    marks: [
      ...steam(35, 2, 24),
      solid('M8 30H62C62 56 58 72 50 78H20C12 72 8 56 8 30Z', 'white #dfe8e2'),
      patch('M46 30H62C62 56 58 72 50 78H42C48 66 48 48 46 30Z', '20 #b4c8bf', 'none', { from: 30 }),
      patch('M8.5 44Q35 50 61.5 44L60.5 52Q35 58 9.5 52Z', '55 #5f8a80', 'none', { from: 26 }),
      solid(oval(35, 30, 27, 6), '20 #9fb36b', { line: 'detail' }),
      solid('M20 78H50L48 83H22Z', 'white #dfe8e2', { line: 'detail' }),
    ],
  },
  coffee: {
    width: 90, height: 90, grip: [76, 52],
    marks: [
      ...steam(38, 2, 26),
      stroke('M62 40C84 34 84 66 58 66', 'outline', { from: 0 }),
      stroke('M62 46C75 42 76 60 59 61', 'detail', { from: 40 }),
      solid('M10 32H66C66 58 62 70 52 76H24C14 70 10 58 10 32Z', 'white #f0eadc'),
      patch('M50 32H66C66 58 62 70 52 76H44C50 66 52 50 50 32Z', '20 #d2c6ae', 'none', { from: 30 }),
      solid(oval(38, 32, 28, 6), 'black #5c3a26', { line: 'detail' }),
      solid('M2 78H76Q72 88 58 88H18Q4 88 2 78Z', 'white #f0eadc', { line: 'detail' }),
    ],
  },
  glass: {
    width: 56, height: 84, grip: [28, 66],
    marks: [
      solid('M6 6H50L45 80H11Z', 'white #eef6f8'),
      patch('M8 32Q28 37 48 32L45 79H11Z', '20 #a9d3de', 'none'),
      stroke('M8 32Q28 37 48 32', 'detail', { from: 20 }),
      stroke(oval(28, 6, 22, 4), 'detail', { from: 30 }),
      swell('13 14 15 40 16 68', 1.6, { lineFill: 'paper', from: 30 }),
      stroke('M6 6L11 80H45L50 6', 'outline'),
    ],
  },
  beer: {
    width: 80, height: 90, grip: [66, 54],
    marks: [
      stroke('M56 36C82 32 82 72 56 70', 'outline'),
      stroke('M57 44C70 42 70 63 57 62', 'detail', { from: 40 }),
      solid('M10 26H58V86H10Z', 'white #edb94a'),
      patch('M42 30H58V86H42Z', '20 #d39a2e', 'none', { from: 30 }),
      stroke('M22 40V78M34 40V78M46 40V78', 'detail', { from: 30 }),
      solid('M8 34C2 32 3 20 11 20C10 10 24 6 29 13C35 5 50 8 49 16C60 14 65 28 58 33C56 40 50 38 49 34C45 38 38 38 36 34C32 42 22 42 20 34C16 38 10 38 8 34Z', 'paper'),
    ],
  },
  wine: {
    width: 50, height: 100, grip: [25, 66],
    marks: [
      solid('M9 4H41C46 34 40 50 25 51C10 50 4 34 9 4Z', 'white #f4f6f6'),
      patch('M7 26Q25 31 43 26C43 42 37 49 25 50C13 49 7 42 7 26Z', '70 #8f2f42', 'detail'),
      stroke('M9 4H41C46 34 40 50 25 51C10 50 4 34 9 4Z', 'outline'),
      stroke('M25 51V92', 'outline'),
      solid('M8 97Q8 92 25 91Q42 92 42 97Z', 'white #f4f6f6', { line: 'detail' }),
      swell('13 10 12 20 12 30', 1.2, { from: 60, lineFill: 'paper' }),
    ],
  },
  sake: {
    width: 76, height: 90, grip: [28, 58],
    marks: [
      solid('M20 5H36Q38 5 37 9C34 24 46 30 48 46C50 66 46 82 42 86H14C10 82 6 66 8 46C10 30 22 24 19 9Q18 5 20 5Z', 'white #eceade'),
      patch('M36 9C34 24 46 30 48 46C50 66 46 82 42 86H32C42 66 40 44 30 26Z', '20 #c8c4b0', 'none', { from: 36 }),
      stroke('M8.5 48Q28 54 47.5 48M8.5 54Q28 60 48 54', 'detail', { from: 34 }),
      solid('M50 70H74C73 80 69 85 67 86H57C55 85 51 80 50 70Z', 'white #eceade', { line: 'detail' }),
    ],
  },
  bottle: {
    width: 44, height: 110, grip: [22, 70],
    marks: [
      solid('M17 12H27V34C28 42 38 44 38 56V102Q38 107 33 107H11Q6 107 6 102V56C6 44 16 42 17 34Z', '55 #5d8a66'),
      patch('M27 34C28 42 38 44 38 56V102Q38 107 33 107H28V50Q24 44 24 36Z', 'black #3f6a4a', 'none', { from: 40 }),
      solid('M16 4H28V14H16Z', 'white #d9b98a', { line: 'detail' }),
      patch('M6.5 62H37.500V88H6.500Z', 'white #f3ead2', 'detail', { from: 18 }),
      stroke('M13 70H31M13 76H31M16 82H28', 'fine', { from: 70 }),
      swell('12 54 14 48 18 44', 1.5, { lineFill: 'paper', from: 36 }),
    ],
  },
  teapot: {
    width: 110, height: 84, grip: [100, 44],
    marks: [
      stroke('M82 34C104 26 108 62 80 64', 'outline'),
      stroke('M82 41C96 37 98 57 81 58', 'detail', { from: 50 }),
      solid('M28 52C14 52 16 34 4 30L10 23C24 27 24 40 32 40Z', '40 #a9684f'),
      solid('M56 22C80 22 88 36 88 50C88 66 78 76 70 78H42C34 76 24 66 24 50C24 36 32 22 56 22Z', '40 #b8735a'),
      patch('M66 23C82 26 88 38 88 50C88 66 78 76 70 78H56C76 64 78 42 66 23Z', '55 #94563f', 'none', { from: 40 }),
      swell('32 56 32 42 40 32', 2, { lineFill: 'paper', from: 36 }),
      solid('M34 24Q56 10 78 24Q56 31 34 24Z', '40 #c4826a', { line: 'detail' }),
      solid(oval(56, 12, 6, 5), 'black #7a4632', { line: 'detail' }),
      solid('M40 78H72L70 82H42Z', '40 #a9684f', { line: 'detail' }),
    ],
  },
  knife: {
    width: 24, height: 110, grip: [10, 92],
    marks: [
      solid('M5 66V6Q20 14 20 44V66Z', 'white #d8e0e4'),
      stroke('M16 18Q16.5 40 16 64', 'fine', { from: 40 }),
      patch('M5 66H13V46H5Z', '20 #b4bec4', 'none', { from: 50 }),
      solid('M4 66H15V106Q9.5 109 4 106Z', '70 #5f4230'),
      patch(oval(9.5, 78, 1.4), 'paper', 'none', { from: 60 }),
      patch(oval(9.5, 94, 1.4), 'paper', 'none', { from: 60 }),
    ],
  },
  bread: {
    width: 110, height: 74,
    marks: [
      solid('M8 70C2 50 4 28 18 22C20 10 40 6 50 14C58 6 76 6 82 16C100 18 108 34 104 52C104 62 102 68 100 70Z', '20 #d79a54'),
      patch('M14 68C10 54 12 40 20 36C40 30 70 32 92 40C98 48 98 60 96 68Z', 'white #eec288', 'none', { from: 30 }),
      patch('M82 16C100 18 108 34 104 52C104 62 102 68 100 70H84C96 54 94 30 82 16Z', '40 #b87a3a', 'none', { from: 40 }),
      stroke('M28 20C34 28 34 36 30 44M50 16C56 24 56 34 52 42M73 16C79 24 79 34 74 42', 'detail', { from: 24 }),
      stroke('M8 70C2 50 4 28 18 22C20 10 40 6 50 14C58 6 76 6 82 16C100 18 108 34 104 52C104 62 102 68 100 70Z', 'outline'),
    ],
  },
  apple: {
    width: 80, height: 84,
    marks: [
      solid('M40 26C46 18 74 18 75 46C76 66 60 82 50 80Q40 76 30 80C20 82 4 66 5 46C6 18 34 18 40 26Z', '40 #d0433a'),
      patch('M62 24C72 28 75 36 75 46C76 66 60 82 50 80C62 70 70 48 62 24Z', '70 #a52c2c', 'none', { from: 34 }),
      patch('M16 42C16 34 22 28 29 28C24 33 20 38 20 46C18 48 16 46 16 42Z', 'paper', 'none', { from: 22 }),
      swell('40 28 39 18 44 6', 2),
      patch('M43 16C48 5 62 4 68 9C63 19 51 21 43 16Z', 'white #7aa84f', 'detail'),
      stroke('M47 15Q56 12 63 10', 'fine', { from: 60 }),
      stroke('M33 27Q40 31 47 27', 'detail', { from: 26 }),
    ],
  },
  orange: {
    width: 80, height: 74,
    marks: [
      solid('M40 12C62 12 77 24 77 42C77 62 60 72 40 72C20 72 3 62 3 42C3 24 18 12 40 12Z', '20 #ee9a3a'),
      patch('M62 19C72 25 77 33 77 42C77 62 60 72 40 72C62 64 72 44 62 19Z', '40 #d27a22', 'none', { from: 34 }),
      patch('M14 36C16 27 22 22 30 20C25 26 21 31 19 38C17 41 14 40 14 36Z', 'paper', 'none', { from: 24 }),
      patch('M40 17C36 9 26 6 20 8C24 16 32 19 40 17C46 21 54 20 58 14C52 10 44 11 40 17Z', 'black #5f8f45', 'fine'),
      stroke('M30 46h.1M44 54h.1M52 40h.1M36 60h.1M24 56h.1', 'detail', { from: 60 }),
    ],
  },
  noodles: {
    width: 104, height: 96,
    marks: [
      stroke('M58 48L92 6M66 48L99 12', 'outline'),
      ...steam(38, 4, 32),
      ...bowl('40 #b8463a'),
      patch('M12 56C15 70 27 82 36 86H50C34 78 24 66 22 56Z', 'white #e6b8a8', 'none', { from: 40 }),
      solid(oval(52, 44, 45, 12), 'white #e3a55a', { line: 'detail' }),
      stroke('M14 45C22 36 30 52 38 43C46 36 52 52 60 44C68 37 76 50 88 44M22 50C32 44 40 56 50 50', 'detail', { from: 26 }),
      patch(oval(70, 41, 11, 5), 'paper', 'detail', { from: 40 }),
      patch(oval(70, 41, 4.5, 2.5), '20 #f0a83a', 'fine', { from: 50 }),
      patch('M24 36L36 30L42 40L30 44Z', 'black #33483a', 'fine', { from: 40 }),
    ],
  },
  rice: {
    width: 104, height: 96,
    marks: [
      ...steam(52, 0, 16),
      solid('M14 46C14 22 34 16 52 16C70 16 90 22 90 46Z', 'white #fbfaf4'),
      stroke('M34 32l3 3M50 26l4 2M66 30l-3 4M44 38l4 2M60 40l3-3M76 38l-3 3M26 40l3 2', 'fine', { from: 40 }),
      ...bowl('white #dfe6ee'),
      patch('M10 54Q52 62 94 54L93 60Q52 68 11.5 60Z', '55 #4f6f96', 'none', { from: 26 }),
    ],
  },
  bowl: {
    width: 104, height: 96,
    marks: [
      ...bowl('white #e2d6be'),
      patch('M74 44H96C96 70 78 84 68 86H56C70 76 76 60 74 44Z', '20 #c2b08c', 'none', { from: 30 }),
      solid(oval(52, 44, 44, 11), '20 #b8a88a', { line: 'detail' }),
      stroke('M12 58Q52 68 92 58', 'detail', { from: 30 }),
    ],
  },
  'rice-ball': {
    width: 84, height: 80,
    marks: [
      solid('M42 5C52 5 58 16 66 32C76 50 82 60 78 68C74 76 60 76 42 76C24 76 10 76 6 68C2 60 8 50 18 32C26 16 32 5 42 5Z', 'white #fbfaf4'),
      solid('M28 48H56V76H28Z', 'black #2f3a34', { line: 'detail' }),
      stroke('M38 18l3 3M48 26l-3 4M34 34l4 2M22 46l3 3M62 44l-4 3M66 58l-3 3M16 62l4 2', 'fine', { from: 36 }),
      patch('M60 26C70 44 80 58 77 68C75 74 68 75 60 76C68 62 66 44 60 26Z', '10 #e4e0d0', 'none', { from: 40 }),
    ],
  },
  bun: {
    width: 92, height: 76,
    marks: [
      swell('36 12 32 6 38 0', 1.2, { from: 30 }),
      swell('56 12 52 6 58 0', 1.2, { from: 30 }),
      solid('M6 66C0 44 18 16 46 14C74 16 92 44 86 66Q80 73 46 73Q12 73 6 66Z', 'white #f8f0e0'),
      patch('M66 22C82 32 90 50 86 66Q80 73 56 73C74 62 76 40 66 22Z', '20 #ddceb2', 'none', { from: 34 }),
      stroke('M46 24C42 30 36 33 30 32M46 24C50 30 56 33 62 32M46 24C46 32 44 38 40 42M46 24C48 32 52 38 56 40', 'detail', { from: 26 }),
    ],
  },
  cake: {
    width: 110, height: 110,
    marks: [
      ...[35, 55, 75].flatMap((x) => [solid(`M${x - 3} 26H${x + 3}V50H${x - 3}Z`, 'white #8fc0dc', { line: 'detail' }), patch(`M${x} 8C${x + 6} 15 ${x + 5} 22 ${x} 23C${x - 5} 22 ${x - 6} 15 ${x} 8Z`, 'white #f7c84e', 'detail')]),
      solid('M10 52C10 44 100 44 100 52V98Q55 110 10 98Z', 'white #f6dcc8'),
      patch('M10 76Q55 88 100 76V86Q55 98 10 86Z', '40 #c86a6a', 'none', { from: 24 }),
      solid('M10 52C10 42 100 42 100 52C100 68 94 72 89 64C84 76 76 76 72 66C67 80 58 80 55 68C51 80 42 80 38 66C34 76 26 76 22 64C16 72 10 66 10 52Z', 'white #fdf6f0', { line: 'detail' }),
      patch('M100 52V98Q84 103 76 104Q92 86 90 64Z', '20 #e0b89a', 'none', { from: 40 }),
    ],
  },
  egg: {
    width: 62, height: 80,
    marks: [
      solid('M31 4C46 4 58 28 58 48C58 66 46 76 31 76C16 76 4 66 4 48C4 28 16 4 31 4Z', 'white #f6e6d0'),
      patch('M46 16C54 26 58 38 58 48C58 66 46 76 31 76C50 66 52 38 46 16Z', '20 #e0c4a0', 'none', { from: 28 }),
    ],
  },
};
