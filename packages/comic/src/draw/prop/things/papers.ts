/** Papers, books, money and the small things of desks. */
import { oval, patch, rect, solid, stroke, swell, type Sketch } from '../sketch.ts';

export const PAPERS: Record<string, Sketch> = {
  letter: {
    width: 100, height: 66, grip: [22, 50],
    marks: [
      solid(rect(3, 3, 94, 60, 3), 'white #f6ead0'),
      patch('M4 62L44 31H56L96 62Z', '10 #eadab6', 'none', { from: 40 }),
      stroke('M5 60L41 32M95 60L59 32', 'detail', { from: 20 }),
      solid('M4 5L46 37Q50 40 54 37L96 5Z', 'white #fbf3df', { line: 'detail' }),
      solid('M50 27C55 26 59 30 58 35C59 40 55 44 50 43C45 44 41 40 42 35C41 30 45 26 50 27Z', 'black #b53a3a', { line: 'fine' }),
      stroke('M47 35a3.5 3.5 0 1 1 3.5 3.5', 'fine', { from: 90, lineFill: 'paper' }),
    ],
  },
  book: {
    width: 76, height: 100, grip: [38, 82],
    marks: [
      solid('M8 8Q8 3 14 3H70V90H15Q8 90 8 95Z', '70 #94483a'),
      solid('M15 90H70V98H15Q8 98 8 94Q8 90 15 90Z', 'paper', { line: 'detail' }),
      stroke('M14 94H70', 'fine', { from: 60 }),
      patch('M8 8Q8 3 14 3H18V90H15Q10 90 8 94Z', 'black #6f3128', 'detail'),
      stroke('M8 94Q8 98 15 98H70', 'outline'),
      patch(rect(28, 16, 32, 20, 2), 'paper', 'detail', { from: 28 }),
      stroke('M33 23H55M37 29H51', 'fine', { from: 70 }),
      stroke(rect(24, 10, 40, 73, 2), 'fine', { from: 100, lineFill: 'paper' }),
    ],
  },
  'open-book': {
    width: 110, height: 70, grip: [30, 60],
    marks: [
      solid('M2 14H108V64Q80 58 55 68Q30 58 2 64Z', 'black #7d3b30'),
      solid('M6 8C24 2 44 3 55 11C66 3 86 2 104 8V58C86 53 66 54 55 63C44 54 24 53 6 58Z', 'white #fbf4e2'),
      patch('M55 11C66 3 74 3 80 4C68 7 62 14 62 58Q58 60 55 63Z', '20 #e0d2b0', 'none', { from: 40 }),
      stroke('M55 11V63', 'detail'),
      stroke('M14 18Q30 14 46 20M14 26Q30 22 46 28M14 34Q30 30 46 36M14 42Q28 39 38 43M66 20Q82 14 97 18M66 28Q82 22 97 26M66 36Q82 30 97 34M70 44Q84 39 97 43', 'fine', { from: 56 }),
    ],
  },
  diary: {
    width: 74, height: 100, grip: [37, 84],
    marks: [
      solid(rect(6, 4, 62, 92, 5), '40 #6c86a8'),
      patch('M6 9Q6 4 11 4H18V96H11Q6 96 6 91Z', 'black #41587a', 'detail'),
      patch(rect(28, 18, 30, 22, 2), 'paper', 'detail', { from: 24 }),
      stroke('M33 26H53M33 33H47', 'fine', { from: 70 }),
      stroke('M60 4V96', 'detail', { from: 30 }),
      solid('M40 96V103L44 100L48 103V96Z', 'black #c0453f', { line: 'none', from: 40 }),
    ],
  },
  newspaper: {
    width: 92, height: 100, grip: [46, 86],
    marks: [
      solid('M14 4H84Q89 4 89 9V90Q89 97 82 97H14Z', 'white #efeadc'),
      solid('M4 10H76V92Q76 97 82 97H10Q4 97 4 90Z', 'white #f5f1e6'),
      patch(rect(10, 16, 60, 10), 'black #3d3a36', 'none'),
      patch(rect(10, 34, 30, 26), '40 #a9a296', 'detail', { from: 22 }),
      stroke('M46 36H70M46 42H70M46 48H70M46 54H70M46 60H66M10 68H38M10 74H38M10 80H34M46 68H70M46 74H70M46 80H62', 'fine', { from: 44 }),
      stroke('M46 40H70M46 52H70M10 72H38M46 72H70', 'detail', { until: 44, from: 22 }),
      stroke('M14 20.500H40M46 20.500H66', 'fine', { from: 120, lineFill: 'paper' }),
    ],
  },
  map: {
    width: 110, height: 76, grip: [20, 64],
    marks: [
      solid('M4 10L38 3L72 10L106 3V66L72 73L38 66L4 73Z', 'white #ecdcb0'),
      patch('M38 3L72 10V73L38 66Z', '10 #dcc890', 'none', { from: 30 }),
      stroke('M38 3V66M72 10V73', 'detail', { from: 20 }),
      swell('12 52 24 40 34 44 46 30 58 34 70 24 84 30', 1, { from: 26 }),
      stroke('M88 36L96 46M96 36L88 46', 'outline', { lineFill: 'line' }),
      patch('M14 24L20 14L26 24ZM22 26L28 17L34 26Z', '40 #a5b07a', 'fine', { from: 60 }),
      swell('78 60 84 56 90 60 98 56', 0.8, { from: 60 }),
    ],
  },
  scroll: {
    width: 100, height: 74, grip: [12, 40],
    marks: [
      solid('M14 10H86V64H14Z', 'white #efdfb4'),
      stroke('M26 22H74M26 31H74M26 40H70M26 49H58', 'fine', { from: 50 }),
      patch('M76 10H86V64H76Z', '20 #d6be86', 'none', { from: 36 }),
      solid(rect(3, 3, 14, 68, 6), '40 #b98c54'),
      solid(rect(83, 3, 14, 68, 6), '40 #b98c54'),
      patch(rect(3, 12, 14, 50), 'white #e2cc94', 'detail', { from: 24 }),
      patch(rect(83, 12, 14, 50), 'white #e2cc94', 'detail', { from: 24 }),
    ],
  },
  photo: {
    width: 84, height: 100, grip: [42, 90],
    marks: [
      solid(rect(4, 4, 76, 92, 2), 'white #fbf8f0'),
      patch(rect(11, 11, 62, 60), '20 #cfdbe2', 'detail'),
      // Two people close together, as on every photograph that a story keeps.
      patch('M14 71C14 56 22 50 32 50C42 50 48 56 48 71Z', 'black #4f5f78', 'fine', { from: 20 }),
      patch('M42 71C42 58 49 53 57 53C66 53 71 59 71 71Z', 'white #c98a7c', 'fine', { from: 20 }),
      patch(oval(32, 38, 10, 11), 'paper', 'fine', { from: 20 }),
      patch(oval(56, 42, 9, 10), 'paper', 'fine', { from: 20 }),
      patch('M22 38C20 24 44 22 43 38C40 32 34 34 30 31C28 35 24 34 22 38Z', 'line', 'none', { from: 20 }),
      patch('M47 50C44 30 68 28 66 50C65 42 62 38 58 36C54 40 49 40 47 50Z', '55 #8a5a3c', 'none', { from: 20 }),
      stroke('M28 42Q32 46 36 42M53 46Q56 49 60 46', 'fine', { from: 90 }),
      patch('M66 11H73V71H11V66Q60 66 66 11Z', '10 #b9c8d2', 'none', { from: 400 }),
    ],
  },
  picture: {
    width: 100, height: 84,
    marks: [
      solid(rect(3, 3, 94, 78, 2), '55 #b58a4e'),
      patch(rect(15, 15, 70, 54), 'white #bcd6e6', 'detail'),
      patch('M15 56L36 34L52 52L64 42L85 60V69H15Z', '40 #7f9c6a', 'detail', { from: 22 }),
      patch(oval(70, 27, 6), 'paper', 'fine', { from: 30 }),
      stroke('M3 3L15 15M97 3L85 15M3 81L15 69M97 81L85 69', 'detail', { from: 40 }),
    ],
  },
  paper: {
    width: 74, height: 100, grip: [37, 86],
    marks: [
      solid('M4 3H54L70 19V97H4Z', 'white #f8f4ea'),
      patch('M54 3V19H70Z', '30 #d8d0bc', 'detail'),
      stroke('M14 26H46M14 36H60M14 46H60M14 56H58M14 66H60M14 76H44', 'fine', { from: 40 }),
      stroke('M14 32H56M14 48H58M14 64H48', 'detail', { from: 16, until: 40 }),
    ],
  },
  ticket: {
    width: 100, height: 48, grip: [12, 36],
    marks: [
      solid('M4 4H96V17A7 7 0 0 0 96 31V44H4V31A7 7 0 0 0 4 17Z', 'white #f0d79a'),
      stroke('M68 6V42', 'detail', { from: 26 }),
      stroke('M16 16H56M16 24H56M16 32H42', 'fine', { from: 50 }),
      patch(rect(75, 15, 12, 18), 'line', 'none', { from: 24 }),
    ],
  },
  money: {
    width: 104, height: 62, grip: [20, 50],
    marks: [
      solid('M10 18L98 6L102 46L14 58Z', 'white #c3d2ae'),
      solid('M4 12L96 8L98 50L6 54Z', 'white #d3dfbe'),
      stroke('M11 18L89 14.500L91 44.500L13 48Z', 'fine', { from: 60 }),
      patch(oval(51, 31, 13, 14), '20 #a9bd8e', 'detail', { from: 22 }),
      patch('M44 40C44 34 47 32 51 32C55 32 58 34 58 40ZM46 27A5 5.5 0 1 1 56 27A5 5.5 0 1 1 46 27Z', 'line', 'none', { from: 44 }),
      stroke('M20 24H28M20 30H32M72 38H82M70 32H84', 'fine', { from: 60 }),
    ],
  },
  coin: {
    width: 60, height: 60,
    marks: [
      solid(oval(32, 31, 27, 28), '55 #b0862c'),
      solid(oval(29, 30, 27, 28), 'white #ecc95a'),
      stroke(oval(29, 30, 21, 22), 'fine', { from: 24 }),
      patch('M29 15L33 25L43 26L35 33L38 43L29 37.500L20 43L23 33L15 26L25 25Z', '40 #c99a35', 'detail', { from: 22 }),
      swell('10 36 11 22 22 12', 1.6, { from: 60, lineFill: 'paper' }),
    ],
  },
  ring: {
    width: 70, height: 84, grip: [35, 70],
    marks: [
      solid('M35 32A25 25 0 1 1 34.9 32ZM35 40A17 17 0 1 0 35.1 40Z', '20 #e6c14e'),
      patch(oval(35, 57, 17), 'paper', 'detail'),
      swell('15 62 17 70 26 76', 1.6, { from: 50, lineFill: 'paper' }),
      solid('M18 14L26 4H44L52 14L35 36Z', 'white #bfe6f2'),
      stroke('M18 14H52M26 4L30 14L35 35L40 14L44 4M30 14L35 4L40 14', 'fine', { from: 36 }),
    ],
  },
  pen: {
    width: 16, height: 100, grip: [8, 74],
    marks: [
      solid('M3 6Q8 0 13 6V40H3Z', 'black #2f3d5c'),
      solid('M3.5 40H12.500V76L10.5 82H5.500Z', '55 #4d6084', { line: 'detail' }),
      patch('M2.5 37H13.500V42H2.500Z', 'white #e0c56a', 'detail', { from: 30 }),
      solid('M5.5 82H10.500L8 99Z', 'white #e0c56a', { line: 'detail' }),
      stroke('M13 10V30', 'detail', { from: 40 }),
    ],
  },
  pencil: {
    width: 16, height: 100, grip: [8, 72],
    marks: [
      solid('M2.5 12H13.500V78L8 99L2.5 78Z', 'white #efbd45'),
      patch('M2.5 78H13.500L8 99Z', 'white #f2dcb4', 'detail'),
      patch('M6 91.500H10L8 99Z', 'line', 'none'),
      stroke('M6 14V78M10.2 14V78', 'fine', { from: 60 }),
      solid('M2.5 5Q8 -1 13.5 5V12H2.500Z', '30 #e08a8a', { line: 'detail' }),
    ],
  },
};
