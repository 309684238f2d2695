/** Flowers, weapons, vehicles and play. */
import { oval, patch, rect, solid, stroke, swell, type Mark, type Sketch } from '../sketch.ts';

const PETALS = [0, 1, 2, 3, 4].map((i) => (i * 2 * Math.PI) / 5 - Math.PI / 2);

/** An open flower of five petals round (x, y), `r` from the middle to the tips. */
function blossom(x: number, y: number, r: number, fill: Mark['fill'], more: Partial<Mark> = {}): Mark[] {
  const petals = PETALS.map((a) => solid(oval(Math.round((x + Math.cos(a) * r * 0.58) * 10) / 10, Math.round((y + Math.sin(a) * r * 0.58) * 10) / 10, r * 0.44), fill ?? 'paper', { line: 'detail', ...more }));
  return [...petals, solid(oval(x, y, r * 0.26), '30 #f2c14a', { line: 'detail', ...more })];
}

function rose(x: number, y: number, r: number): Mark[] {
  const p = (px: number, py: number): string => `${Math.round((x + px * r) * 10) / 10} ${Math.round((y + py * r) * 10) / 10}`;
  return [
    solid(`M${p(0, -1)}C${p(0.7, -1)} ${p(1.05, -0.5)} ${p(0.95, 0.1)}C${p(0.9, 0.7)} ${p(0.5, 1)} ${p(0, 1)}C${p(-0.5, 1)} ${p(-0.9, 0.7)} ${p(-0.95, 0.1)}C${p(-1.05, -0.5)} ${p(-0.7, -1)} ${p(0, -1)}Z`, '40 #d24a5c', { line: 'detail' }),
    patch(`M${p(0.3, -0.2)}C${p(0.8, 0)} ${p(0.9, 0.4)} ${p(0.6, 0.75)}C${p(0.3, 1)} ${p(-0.3, 1)} ${p(-0.5, 0.85)}C${p(0.1, 0.7)} ${p(0.4, 0.3)} ${p(0.3, -0.2)}Z`, '70 #a82f45', 'none', { from: 44 }),
    stroke(`M${p(-0.2, -0.45)}C${p(0.1, -0.7)} ${p(0.45, -0.5)} ${p(0.3, -0.2)}C${p(0.1, 0.1)} ${p(-0.4, 0)} ${p(-0.45, -0.4)}C${p(-0.4, -0.85)} ${p(0.5, -0.95)} ${p(0.65, -0.3)}C${p(0.7, 0.2)} ${p(0.1, 0.5)} ${p(-0.35, 0.3)}M${p(-0.9, 0)}C${p(-0.6, 0.5)} ${p(-0.2, 0.7)} ${p(0.2, 0.7)}`, 'fine', { from: 20 }),
  ];
}

const wheel = (x: number, y: number, r: number): Mark[] => [solid(oval(x, y, r), 'black #3a3a40'), solid(oval(x, y, r * 0.5), 'white #d0d4d8', { line: 'detail' })];

export const OUTDOORS: Record<string, Sketch> = {
  fire: {
    width: 100, height: 100,
    marks: [
      solid('M6 88L70 72L76 82L12 98ZM94 88L30 72L24 82L88 98Z', '55 #6d4b30'),
      patch(oval(9, 93, 4.5, 5), 'white #d9b382'), patch(oval(91, 93, 4.5, 5), 'white #d9b382'),
      solid('M50 84C30 84 22 70 26 56C28 48 34 44 34 34C42 38 44 44 44 48C46 34 44 20 54 6C56 20 68 26 70 40C72 36 72 32 71 28C80 40 82 58 76 70C71 80 62 84 50 84Z', 'white #f2b13c'),
      patch('M50 82C38 82 34 72 38 62C40 57 43 55 44 50C48 52 50 56 50 59C54 54 53 46 57 40C60 48 66 54 66 64C66 74 60 82 50 82Z', '20 #e8803a'),
      patch('M50 81C44 81 42 76 44 70C46 67 48 66 49 62C54 66 57 70 56 75C55 79 53 81 50 81Z', 'paper', 'none', { from: 30 }),
      stroke('M18 92L60 80M82 92L44 80', 'fine', { from: 50 }),
    ],
  },
  flower: {
    width: 60, height: 100, grip: [30, 78],
    marks: [
      swell('30 32 28 56 31 80 29 100', 2.2),
      solid('M30 70C34 54 50 52 57 56C52 68 42 74 30 72ZM29 84C22 70 10 68 3 72C8 82 18 88 29 86Z', '40 #6f9e4f', { line: 'detail' }),
      stroke('M32 70Q42 64 52 58M27 84Q18 78 8 74', 'fine', { from: 50 }),
      ...blossom(30, 28, 28, 'white #f0a0b4'),
    ],
  },
  rose: {
    width: 56, height: 104, grip: [28, 80],
    marks: [
      swell('28 36 26 60 29 84 27 104', 2.2),
      solid('M28 66C36 52 48 54 54 58C50 68 40 74 28 70ZM27 84C20 72 8 72 2 76C8 86 18 90 27 87Z', '55 #4f7f45', { line: 'detail' }),
      solid('M28 46L14 38L22 34H36L42 38Z', '55 #4f7f45', { line: 'detail' }),
      ...rose(28, 22, 20),
    ],
  },
  bouquet: {
    width: 84, height: 104, grip: [42, 84],
    marks: [
      solid('M10 44L4 30L16 34L18 20L28 32ZM74 44L80 30L68 34L66 20L56 32Z', '55 #5f8f4c', { line: 'detail' }),
      solid('M8 42L42 96L76 42Q42 56 8 42Z', 'white #f6ecd8'),
      solid('M34 84L26 103H58L50 84Z', 'white #ecdcc0', { line: 'detail' }),
      patch('M76 42L42 96L50 84Q60 64 58 50Z', '20 #dcc8a4', 'none', { from: 36 }),
      stroke('M30 54L40 84M54 54L46 84', 'fine', { from: 44 }),
      ...blossom(20, 34, 15, 'white #f5b8c6'),
      ...blossom(64, 34, 15, 'white #f3d27a'),
      ...rose(42, 20, 15),
      ...blossom(32, 46, 12, 'paper', { from: 26 }),
      ...rose(54, 48, 10),
      solid('M28 82Q42 90 56 82L54 90Q42 96 30 90Z', 'black #c0453f', { line: 'detail' }),
    ],
  },
  'cherry-blossom': {
    width: 100, height: 84, grip: [88, 74],
    marks: [
      swell('98 82 76 60 50 46 20 38 4 26', 4.5),
      swell('62 52 66 34 80 18', 2.5),
      ...blossom(22, 34, 17, 'white #f7c9d5'),
      ...blossom(54, 44, 16, 'white #f7c9d5'),
      ...blossom(78, 18, 14, 'white #f9dbe3'),
      ...blossom(44, 16, 11, 'white #f9dbe3', { from: 24 }),
      patch('M88 44C94 42 97 46 95 51C90 52 87 49 88 44Z', 'white #f7c9d5', 'fine', { from: 36 }),
    ],
  },
  leaf: {
    width: 74, height: 84,
    marks: [
      solid('M14 70C2 44 16 12 66 6C74 40 56 72 20 70Z', '30 #d08a3c'),
      patch('M66 6C74 40 56 72 20 70C40 56 58 34 66 6Z', '55 #a8662a', 'none', { from: 30 }),
      swell('4 82 16 68 36 44 62 10', 1.8),
      stroke('M28 56L24 34M40 40L38 22M30 54L52 54M42 38L60 36', 'fine', { from: 34 }),
    ],
  },
  sword: {
    width: 34, height: 130, grip: [17, 108],
    marks: [
      solid('M11 92V17L17 1L23 17V92Z', 'white #dfe7ec', { line: 'detail' }),
      patch('M17 1L23 17V92H17Z', '20 #aebac2', 'none', { from: 26 }),
      stroke('M17 14V84', 'fine', { from: 40 }),
      solid('M13.5 100H20.500V120H13.500Z', '70 #6b3f2a', { line: 'detail' }),
      stroke('M13.5 106L20.5 103M13.5 112L20.5 109M13.5 118L20.5 115', 'fine', { from: 60, lineFill: 'paper' }),
      solid('M1 90Q17 96 33 90L34 97Q17 103 0 97Z', '40 #d4ae4c'),
      solid(oval(17, 124, 5.5), '40 #d4ae4c', { line: 'detail' }),
    ],
  },
  katana: {
    width: 26, height: 134, grip: [14, 114],
    marks: [
      solid('M7 100C3 66 5 32 22 2C23 30 22 62 20 100Z', 'white #dfe7ec', { line: 'detail' }),
      swell('12 96 10 70 12 44 18 16', 0.6, { from: 100 }),
      solid('M10.5 106H17.500L18 130Q14 133 10 130Z', 'black #3a3448', { line: 'detail' }),
      stroke('M11 111L17 115M17 111L11 115M11 119L17 123M17 119L11 123', 'fine', { lineFill: 'paper', from: 50 }),
      solid(oval(14, 103, 11, 3.8), '55 #c9a24a', { line: 'detail' }),
    ],
  },
  dagger: {
    width: 30, height: 90, grip: [15, 74],
    marks: [
      solid('M9 54V20L15 3L21 20V54Z', 'white #dfe7ec'),
      patch('M15 3L21 20V54H15Z', '20 #aebac2', 'none', { from: 24 }),
      solid('M11 62H19V80H11Z', '70 #6b3f2a', { line: 'detail' }),
      solid('M2 54H28V61H2Z', '40 #d4ae4c', { line: 'detail' }),
      solid(oval(15, 83, 5.5), '40 #d4ae4c', { line: 'detail' }),
    ],
  },
  bow: {
    width: 50, height: 124, grip: [40, 62],
    marks: [
      stroke('M10 6L10 118', 'fine'),
      solid('M8 3C30 8 46 38 44 62C46 86 30 116 8 121L8 117C26 110 38 86 37 62C38 38 26 14 8 7Z', '55 #9a6a38', { line: 'detail' }),
      patch('M36 52H46V72H36Z', 'black #4a3020', 'detail', { from: 24 }),
      stroke('M2 62H58', 'detail'),
      patch('M58 57L70 62L58 67Z', 'line', 'fine'),
      stroke('M4 62L-2 57M4 62L-2 67M9 62L3 57M9 62L3 67', 'detail', { from: 26 }),
    ],
  },
  shield: {
    width: 84, height: 100,
    marks: [
      solid('M42 3C56 10 68 12 80 12C82 50 72 82 42 97C12 82 2 50 4 12C16 12 28 10 42 3Z', '55 #6f8aa8'),
      solid('M42 13C54 19 62 21 71 21C72 52 64 74 42 86C20 74 12 52 13 21C22 21 30 19 42 13Z', 'white #c9d6e2', { line: 'detail' }),
      patch('M42 13C54 19 62 21 71 21C72 52 64 74 42 86Z', '30 #8aa2bc', 'none', { from: 30 }),
      patch('M38 18H46V40H68V48H46V82H38V48H15V40H38Z', '40 #c0453f', 'detail', { from: 22 }),
    ],
  },
  gun: {
    width: 104, height: 66, grip: [86, 44], isLeftward: true,
    marks: [
      solid('M62 30L100 36L96 62H80L74 40H62Z', '70 #6b4630'),
      solid('M4 8H74C90 8 98 16 98 28L74 34H44L40 24H4Z', 'black #4b5058'),
      solid(rect(46, 10, 24, 20, 5), '55 #6a717a', { line: 'detail' }),
      stroke('M48 34C48 46 62 46 64 36', 'outline'),
      stroke('M56 36C58 38 58 41 56 42', 'detail', { from: 34 }),
      swell('8 12 24 11.5 42 11.5', 1.6, { lineFill: 'paper', from: 36 }),
      solid('M8 8L10 3H14L16 8ZM84 10L92 2L96 8L92 14Z', 'black #4b5058', { line: 'detail' }),
      stroke('M84 42L94 44M84 48L93 50M84 54L92 56', 'fine', { from: 60, lineFill: 'paper' }),
    ],
  },
  bicycle: {
    width: 130, height: 88, grip: [94, 12],
    marks: [
      ...[26, 104].flatMap((x) => [stroke(oval(x, 62, 24), 'outline'), stroke(oval(x, 62, 20), 'fine', { from: 60 }), stroke(`M${x - 24} 62H${x + 24}M${x} 38V86M${x - 17} 45L${x + 17} 79M${x + 17} 45L${x - 17} 79`, 'fine', { from: 90 }), patch(oval(x, 62, 2.5), 'line', 'none')]),
      stroke('M26 62L48 30H86L58 64L48 30M26 62H58', 'outline'),
      stroke('M104 62L86 18', 'outline'),
      stroke('M86 18C84 10 90 8 98 8', 'outline'),
      stroke('M48 30L46 20', 'outline'),
      solid('M34 18Q44 12 58 17Q56 22 46 22Q38 22 34 18Z', 'black #5a3a2a', { line: 'detail' }),
      solid(oval(58, 64, 6), 'white #b8c0c8', { line: 'detail' }),
      stroke('M58 64L66 76M62 77H71', 'detail', { from: 30 }),
      solid('M96 14H118L114 34H100Z', 'white #d9b47a', { line: 'detail', from: 34 }),
      stroke('M99 21H116M100 27H115', 'fine', { from: 70 }),
    ],
  },
  car: {
    width: 160, height: 74,
    marks: [
      solid('M6 58C2 44 6 34 22 30L40 28C48 12 56 5 74 4H98C112 4 122 14 132 28C148 30 156 38 155 56Q155 60 150 60H10Q6 60 6 58Z', '30 #d2604f'),
      patch('M6 50H156Q156 60 150 60H10Q6 60 6 50Z', '55 #a23f34', 'none', { from: 40 }),
      patch('M48 28C54 15 60 10 72 10H80V28ZM86 10H97C108 10 115 18 121 28H86Z', 'white #d3e8f0', 'detail'),
      stroke('M83 30V56M22 36H40M92 36H99', 'fine', { from: 50 }),
      stroke('M56 26L68 12M94 26L104 13', 'fine', { from: 70 }),
      patch('M148 36Q155 38 155 46L148 45Z', 'white #f7e8a0', 'detail', { from: 30 }),
      patch('M7 38Q12 37 14 44L6 46Z', 'black #8a2a24', 'fine', { from: 30 }),
      ...wheel(38, 58, 14), ...wheel(124, 58, 14),
    ],
  },
  boat: {
    width: 130, height: 62,
    marks: [
      stroke('M72 34L118 2', 'outline'),
      solid('M114 7L126 -6L129 -2L120 9Z', '40 #b98a52', { line: 'detail' }),
      solid('M2 24Q66 36 128 22Q122 50 104 60H26Q8 50 2 24Z', '30 #b07e48'),
      patch('M5 36Q66 48 126 34L122 42Q66 54 8 44Z', '55 #85592c', 'none', { from: 30 }),
      stroke('M5 34Q66 46 126 32M10 46Q66 56 120 44', 'detail', { from: 34 }),
      solid('M2 24Q66 14 128 22Q66 36 2 24Z', '55 #7a5330', { line: 'detail' }),
      patch('M38 20L52 19.500V29L38 28ZM80 19L94 20V28L80 29Z', 'white #d9b483', 'fine', { from: 40 }),
    ],
  },
  ball: {
    width: 80, height: 80,
    marks: [
      solid(oval(40, 40, 36), 'white #f4efe4'),
      patch('M40 4C58 4 76 20 76 40C58 44 44 26 40 4ZM6 28C22 24 36 42 34 75C16 72 4 58 4 40Q4 34 6 28Z', '40 #d2604f', 'detail'),
      patch('M64 13C72 20 76 30 76 40C76 60 60 76 40 76C62 66 74 42 64 13Z', '20 #c2b8a4', 'none', { from: 60 }),
      stroke('M40 4C44 26 58 44 76 40M6 28C22 24 36 42 34 75', 'detail', { from: 20 }),
      swell('14 24 20 16 28 11', 2, { from: 40, lineFill: 'paper' }),
      stroke(oval(40, 40, 36), 'outline'),
    ],
  },
  'toy-top': {
    width: 70, height: 80,
    marks: [
      stroke('M35 14V3', 'outline'),
      solid('M4 30C10 18 22 14 35 14C48 14 60 18 66 30C60 48 46 60 38 74L35 79L32 74C24 60 10 48 4 30Z', '40 #cf5a48'),
      patch('M7 36C20 44 50 44 63 36C60 42 56 47 52 52C42 56 28 56 18 52C14 47 10 42 7 36Z', 'white #f0d27a', 'detail', { from: 20 }),
      stroke('M4 30C18 38 52 38 66 30', 'detail', { from: 30 }),
      swell('14 26 22 20 32 18', 1.6, { lineFill: 'paper', from: 36 }),
    ],
  },
  football: {
    width: 80, height: 80,
    marks: [
      solid(oval(40, 40, 36), 'white #faf8f2'),
      patch('M40 27L53 36L48 51H32L27 36Z', 'line', 'fine'),
      patch('M28 6Q40 2 52 6L48 14H32ZM72 24Q78 36 75 48L67 44L64 32ZM8 24Q2 36 5 48L13 44L16 32ZM18 68Q24 74 33 75L36 67L27 60ZM62 68Q56 74 47 75L44 67L53 60Z', 'line', 'fine'),
      stroke('M40 27V14M53 36L65 31M48 51L54 61M32 51L26 61M27 36L15 31', 'detail', { from: 24 }),
      stroke(oval(40, 40, 36), 'outline'),
    ],
  },
  balloon: {
    width: 60, height: 130, grip: [30, 122],
    marks: [
      swell('30 70 26 86 33 104 30 128', 0.9),
      solid('M30 3C48 3 57 18 57 34C57 50 44 62 30 66C16 62 3 50 3 34C3 18 12 3 30 3Z', '40 #d8534a'),
      patch('M46 9C54 16 57 26 57 34C57 50 44 62 30 66C48 52 54 30 46 9Z', '55 #b03a34', 'none', { from: 40 }),
      patch('M12 32C12 22 17 14 24 12C20 20 17 26 17 34C15 37 12 36 12 32Z', 'paper', 'none', { from: 24 }),
      solid('M26 65H34L37 72H23Z', '40 #d8534a', { line: 'detail' }),
    ],
  },
  hat: {
    width: 110, height: 52,
    marks: [
      solid('M2 40C6 32 22 30 34 30H78C92 30 104 32 108 40C100 50 80 51 55 51C30 51 10 50 2 40Z', 'white #e6c88a'),
      solid('M28 36C28 12 38 4 55 4C72 4 82 12 82 36Q55 46 28 36Z', 'white #ecd299'),
      patch('M66 7C76 11 82 20 82 36Q76 38.5 70 39.500C74 26 72 14 66 7Z', '20 #c9a45e', 'none', { from: 34 }),
      patch('M28 28Q55 38 82 28V37Q55 47 28 37Z', 'black #a8443a', 'detail'),
      stroke('M34 18Q55 25 76 18M38 11Q55 17 72 11M10 40Q24 44 34 44M76 44Q90 44 100 40', 'fine', { from: 50 }),
    ],
  },
  anchor: {
    width: 80, height: 100,
    marks: [
      solid('M36 28H44V82C56 80 64 72 66 62L58 64L72 46L78 68L71 65C68 82 56 92 40 97C24 92 12 82 9 65L2 68L8 46L22 64L14 62C16 72 24 80 36 82Z', '70 #5d6670', { line: 'detail' }),
      solid(rect(22, 32, 36, 7, 3), '70 #5d6670', { line: 'detail' }),
      stroke(oval(40, 16, 10), 'outline'),
    ],
  },
};
