/** One small drawing for each style of the house, 64 by 48. They are printed: ink on white, by day and by night. */
import type { ReactNode } from 'react';
import type { StyleName } from '../desk/styles.ts';

const INK = 'var(--page-ink)';
const RED = 'var(--page-mark)';
const BLUE = 'var(--page-hand)';
const GREEN = 'var(--green)';
const AMBER = 'var(--amber)';
const PAPER = 'var(--page-white)';

const poly = (points: string, fill: string, opacity = 1) => <polygon key={`${points}${fill}`} points={points} fill={fill} fillOpacity={opacity} />;
const line = (d: string, width = 1.4, stroke = INK, opacity = 1) => <path key={`${d}${width}`} d={d} fill="none" stroke={stroke} strokeWidth={width} strokeOpacity={opacity} strokeLinecap="round" strokeLinejoin="round" />;
const dot = (x: number, y: number, radius: number, fill: string, opacity = 1) => <circle key={`${x} ${y} ${radius}`} cx={x} cy={y} r={radius} fill={fill} fillOpacity={opacity} />;
const cell = (x: number, y: number, size: number, fill: string) => <rect key={`${x} ${y}`} x={x} y={y} width={size} height={size} fill={fill} shapeRendering="crispEdges" />;

/** `count` points around a middle, by turns at two distances. */
function star(x: number, y: number, count: number, far: number, near: number): string {
  return Array.from({ length: count * 2 }, (_, n) => {
    const [angle, distance] = [(Math.PI * n) / count - Math.PI / 2, n % 2 ? near : far];
    return `${(x + Math.cos(angle) * distance * 1.25).toFixed(1)},${(y + Math.sin(angle) * distance).toFixed(1)}`;
  }).join(' ');
}

/** Lines that run from the edge of the panel towards its middle. */
function speedLines(): ReactNode {
  return Array.from({ length: 40 }, (_, n) => {
    const angle = (Math.PI * 2 * n) / 40;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const from = 15 + ((n * 7) % 5) * 1.6;
    const side = 0.036;
    const at = (turn: number, distance: number) => `${(32 + Math.cos(angle + turn) * distance * 1.3).toFixed(1)},${(24 + Math.sin(angle + turn) * distance).toFixed(1)}`;
    return poly(`${(32 + cos * from * 1.25).toFixed(1)},${(24 + sin * from).toFixed(1)} ${at(-side, 46)} ${at(side, 46)}`, INK);
  });
}

const SPRITE = ['..oooo....oooo..', '.orrrroooorrrro.', 'orrwwrrrrrrrrrro', 'orrwrrrrrrrrrrro', 'orrrrrrrrrrrrrdo', '.orrrrrrrrrrrdo.', '..orrrrrrrrrdo..', '...orrrrrrrdo...', '....orrrrrdo....', '.....orrrdo.....', '......ordo......', '.......oo.......'];
const SPRITE_FILL: Readonly<Record<string, string>> = { o: INK, r: RED, d: 'var(--vermilion-deep)', w: PAPER };

/** A block seen from above its corner: left, right and top are three shades. */
const block = (x: number, y: number, fill: string) => [
  poly(`${x},${y} ${x + 11},${y + 5.5} ${x + 11},${y + 17.5} ${x},${y + 23} ${x - 11},${y + 17.5} ${x - 11},${y + 5.5}`, PAPER),
  poly(`${x},${y} ${x + 11},${y + 5.5} ${x},${y + 11} ${x - 11},${y + 5.5}`, fill, 0.35), poly(`${x - 11},${y + 5.5} ${x},${y + 11} ${x},${y + 23} ${x - 11},${y + 17.5}`, fill, 0.95), poly(`${x},${y + 11} ${x + 11},${y + 5.5} ${x + 11},${y + 17.5} ${x},${y + 23}`, fill, 0.65),
];

const DRAWN: Readonly<Record<StyleName, ReactNode>> = {
  anime: <>
    {line('M6 25 Q16 9 36 9 Q52 10 58 25', 3.6)}{line('M54 17 L60 13 M57 22 L63 20', 2.2)}{line('M17 40 Q34 47 51 37', 1.4)}
    <clipPath id="style-anime"><path d="M6 25 Q16 9 36 9 Q52 10 58 25 Q52 44 34 44 Q14 42 6 25" /></clipPath>
    <g clipPath="url(#style-anime)"><ellipse cx="34" cy="26" rx="13" ry="17" fill={BLUE} /><ellipse cx="34" cy="36" rx="9" ry="6" fill={RED} fillOpacity="0.75" /><ellipse cx="34" cy="24" rx="6" ry="9" fill={INK} /></g>
    {dot(28, 18, 4.2, PAPER)}{dot(40, 33, 2.2, PAPER)}{line('M10 6 Q26 -1 46 4', 2)}
  </>,
  manga: <>
    {speedLines()}<path d="M32 11 L36 19 L45 20 L38.500 26 L40 35 L32 30.500 L24 35 L25.500 26 L19 20 L28 19 Z" fill={PAPER} stroke={INK} strokeWidth="2" strokeLinejoin="round" />
  </>,
  comic: <>
    <rect width="64" height="48" fill={BLUE} fillOpacity="0.22" />{Array.from({ length: 60 }, (_, n) => dot(3 + (n % 12) * 5.3 + (Math.floor(n / 12) % 2) * 2.6, 3 + Math.floor(n / 12) * 10, 1.3, RED, 0.55))}
    <polygon points={star(32, 24, 11, 23, 15)} fill={INK} transform="translate(2 2)" /><polygon points={star(32, 24, 11, 22, 14.5)} fill={RED} stroke={INK} strokeWidth="2.4" strokeLinejoin="round" /><polygon points={star(32, 24, 9, 13, 8.500)} fill={PAPER} stroke={INK} strokeWidth="2" strokeLinejoin="round" />
  </>,
  ink: <>
    <path d="M0 42 Q12 30 19 20 Q23 14 27 22 Q31 30 40 33 Q52 37 64 35 L64 42 Z" fill={INK} fillOpacity="0.16" /><path d="M14 40 Q28 24 36 10 Q40 5 43 13 Q48 27 61 38 Q50 34 44 24 Q41 18 39 19 Q34 30 24 38 Z" fill={INK} fillOpacity="0.82" />
    {line('M2 43 Q24 38 46 42', 2.6, INK, 0.55)}{line('M9 12 q3 -3 6 0 q3 -3 6 0', 1.4)}<rect x="53" y="5" width="6" height="8" rx="1" fill={RED} />{line('M55 7.500 h2.500 M55 10.500 h2.500', 0.8, PAPER)}
  </>,
  lineArt: <>
    {line('M32 45 Q31 30 32 22', 1.1)}{line('M32 22 Q22 18 24 6 Q30 8 32 14 Q34 8 40 6 Q42 18 32 22', 1.1)}{line('M32 22 Q29 14 32 5 Q35 14 32 22', 1.1)}{line('M32 40 Q20 40 14 29 Q26 28 32 40 M14 29 Q24 32 32 40', 1.1)}{line('M32 36 Q42 36 49 25 Q37 25 32 36 M49 25 Q40 29 32 36', 1.1)}
  </>,
  watercolour: <>
    <path d="M10 27 Q6 13 20 9 Q34 5 39 15 Q43 26 33 32 Q18 39 10 27" fill={BLUE} fillOpacity="0.42" /><path d="M26 19 Q36 8 48 13 Q61 19 56 31 Q50 42 37 38 Q23 33 26 19" fill={RED} fillOpacity="0.38" /><path d="M16 34 Q24 23 36 28 Q46 33 41 41 Q33 48 22 44 Q12 41 16 34" fill={AMBER} fillOpacity="0.45" />
    {line('M10 27 Q6 13 20 9 Q34 5 39 15', 0.9, BLUE, 0.7)}{line('M48 13 Q61 19 56 31 Q50 42 37 38', 0.9, RED, 0.7)}{dot(55, 7, 2, RED, 0.4)}{dot(7, 39, 2.6, AMBER, 0.45)}{dot(12, 43, 1.2, AMBER, 0.45)}
  </>,
  photo: <>
    {dot(32, 24, 20, INK)}{dot(32, 24, 17.5, PAPER)}
    {Array.from({ length: 6 }, (_, n) => <path key={n} d="M32 6.500 L47.200 15.200 L40.500 24 L36 16.200 Z" fill={INK} fillOpacity={n % 2 ? 0.6 : 1} transform={`rotate(${n * 60} 32 24)`} />)}{dot(32, 24, 8.2, BLUE)}{dot(29.500, 21, 2.6, PAPER, 0.85)}
  </>,
  cinematic: <>
    <rect width="64" height="48" fill={INK} /><rect y="8" width="64" height="28" fill={PAPER} /><rect y="8" width="64" height="28" fill={RED} fillOpacity="0.72" />{dot(44, 27, 9, PAPER)}<path d="M0 30 Q16 25 30 29 T64 29 V40 H0 Z" fill={INK} /><path d="M20 31 V22 Q20 19 22 19 Q24 19 24 22 V31 Z" fill={INK} />{dot(22, 16.800, 2, INK)}
  </>,
  film: <>
    <rect x="3" y="4" width="58" height="40" rx="2" fill={INK} /><rect x="10" y="12" width="44" height="24" fill={PAPER} />{Array.from({ length: 7 }, (_, n) => [<rect key={`t${n}`} x={7 + n * 7.600} y="6.500" width="4" height="3.200" rx="0.800" fill={PAPER} />, <rect key={`b${n}`} x={7 + n * 7.600} y="38.300" width="4" height="3.200" rx="0.800" fill={PAPER} />])}
    {dot(44, 19, 4, RED)}<path d="M10 36 L22 21 L30 30 L37 24 L54 36 Z" fill={INK} fillOpacity="0.6" />{Array.from({ length: 26 }, (_, n) => dot(12 + ((n * 17) % 41), 14 + ((n * 11) % 21), 0.5, INK, 0.5))}
  </>,
  digital: <>
    <path d="M4 39 Q8 18 24 22 Q38 26 34 12 Q47 17 40 30 Q33 43 17 37 Q9 35 4 39" fill={BLUE} fillOpacity="0.85" /><path d="M8 36 Q14 25 25 28 Q37 30 37 20 Q41 30 33 34 Q22 38 8 36" fill={GREEN} fillOpacity="0.8" /><path d="M14 33.500 Q22 29 30 31 Q24 35 14 33.500" fill={AMBER} />
    <path d="M36 19 L52 3 Q57 2 57 7 L41 24 L34.500 25.500 Z" fill={PAPER} stroke={INK} strokeWidth="1.600" strokeLinejoin="round" />{line('M48.500 6.500 L53.500 11.500', 1.4)}{dot(35.500, 24.500, 1.3, INK)}
  </>,
  fantasy: <>
    <rect width="64" height="48" fill={BLUE} fillOpacity="0.16" />{dot(46, 13, 8, RED, 0.85)}<path d="M8 48 V30 H12 V27 H15 V30 H18 V20 L22 11 L26 20 V28 H30 V15 L34 5 L38 15 V28 H42 V23 L46 15 L50 23 V32 H55 V48 Z" fill={INK} /><path d="M34 5 V1 L38.500 2.800 L34 4.500" fill={RED} />
    <path d="M20.500 25 h3 v4 h-3 Z M32.500 20 h3 v5 h-3 Z M31 48 v-8 a3 3 0 0 1 6 0 v8 Z M44.800 28 h2.600 v4 h-2.600 Z" fill={AMBER} /><polygon points={star(12, 11, 4, 4, 1.2)} fill={INK} /><polygon points={star(57, 27, 4, 2.600, 0.8)} fill={INK} />
  </>,
  neon: <>
    <rect width="64" height="48" fill={INK} />{[6, 3.4, 1.4].map((width, n) => line('M6 40 V22 H15 V14 H24 V40 M40 40 V18 H48 V25 H58 V40', width, RED, [0.16, 0.35, 1][n]))}{[6, 3.4, 1.4].map((width, n) => <circle key={width} cx="32" cy="22" r="9" fill="none" stroke={PAPER} strokeWidth={width} strokeOpacity={[0.12, 0.25, 1][n]} />)}{line('M2 43 H62', 1.2, PAPER, 0.8)}{line('M19 45.500 H45', 0.8, RED, 0.9)}
  </>,
  isometric: <>{block(32, 14, INK)}{block(20.5, 20, BLUE)}{block(43.5, 20, GREEN)}{block(32, 2, RED)}</>,
  lowPoly: <>
    {poly('47,4 56,8 57,17 48,20 40,15 41,7', RED, 0.85)}{poly('47,4 48,12 41,7', PAPER, 0.45)}{poly('48,12 57,17 48,20', INK, 0.15)}
    {poly('2,45 14,27 20,45', BLUE, 0.55)}{poly('14,27 26,8 20,45', BLUE, 0.35)}{poly('26,8 31,27 20,45', BLUE, 0.95)}{poly('26,8 40,30 31,27', BLUE, 0.7)}{poly('31,27 40,30 38,45 20,45', BLUE, 0.82)}{poly('40,30 50,22 62,45 38,45', BLUE, 0.5)}{poly('50,22 62,45 47,45', BLUE, 0.9)}{poly('26,8 20.500,17 25,16 28.200,18.500 30.500,15', PAPER)}
  </>,
  origami: <>
    {poly('4,12 31,26 22,33', RED, 0.55)}{poly('31,26 47,3 38,30', RED, 0.95)}{poly('31,26 36,6 25,18', RED, 0.4)}{poly('22,33 31,26 38,30 32,44', RED, 0.75)}{poly('38,30 31,26 32,44', RED, 0.5)}{poly('38,30 55,20 49,29', RED, 0.8)}{poly('55,20 61,25 53.500,23.500', RED)}{line('M4 12 L31 26 L47 3 M31 26 L32 44 M38 30 L55 20', 0.8, INK, 0.55)}
  </>,
  clay: <>
    <ellipse cx="32" cy="43" rx="21" ry="3" fill={INK} fillOpacity="0.16" /><path d="M14 32 Q12 11 31 8 Q52 6 51 30 Q51 43 32 43 Q15 43 14 32" fill={PAPER} /><path d="M14 32 Q12 11 31 8 Q52 6 51 30 Q51 43 32 43 Q15 43 14 32" fill={RED} fillOpacity="0.68" /><path d="M14 32 Q16 41 31 41 Q46 41 50.500 26 Q53 43 32 43 Q15 43 14 32" fill={INK} fillOpacity="0.22" />{line('M20 17 q5 -6 12 -6 M22 20 q4 -5 9 -5 M25 22 q2 -3 6 -3', 1.1, PAPER, 0.7)}{dot(27, 27, 2.4, INK)}{dot(41, 26, 2.4, INK)}{line('M30 33 Q35 36.500 39 32', 1.8)}<path d="M45 10 Q51 1 56 6 Q57 12 49 14 Z" fill={GREEN} />
  </>,
  model: <>
    <ellipse cx="36" cy="42" rx="20" ry="3.500" fill={INK} fillOpacity="0.2" />{dot(32, 23, 19, BLUE, 0.9)}<path d="M32 4 A19 19 0 0 1 32 42 A30 30 0 0 0 45 23 A30 30 0 0 0 32 4" fill={INK} fillOpacity="0.28" /><ellipse cx="25" cy="14" rx="6" ry="4" fill={PAPER} fillOpacity="0.7" transform="rotate(-35 25 14)" />
    {line('M13.200 23 Q32 31 50.800 23 M16.500 33 Q32 39 47.500 33 M17 11.500 Q32 18 47 11.500 M32 4 Q20 23 32 42 M32 4 Q44 23 32 42', 0.7, PAPER, 0.75)}
  </>,
  pixel: <>{SPRITE.flatMap((row, y) => [...row].flatMap((sign, x) => (sign === '.' ? [] : [cell(8 + x * 3, 6 + y * 3, 3.06, SPRITE_FILL[sign] ?? INK)])))}</>,
};

/** Words of one's own: a pen beside three lines. */
const OWN = <>{line('M9 14 H33 M9 24 H27 M9 34 H21', 2.4, INK, 0.5)}<path d="M30 36 L50 9 Q54 5 57.500 8.500 Q60 12 57 15.500 L37 41 L29 44 Z" fill={PAPER} stroke={INK} strokeWidth="1.800" strokeLinejoin="round" /><path d="M29 44 L30.300 39 L33.500 42.300 Z" fill={INK} />{line('M47 13 L54 19', 1.6, RED)}</>;
const NONE = <><rect x="9" y="6" width="46" height="36" rx="2" fill="none" stroke={INK} strokeOpacity="0.55" strokeWidth="1.600" strokeDasharray="4 3.500" />{line('M17 36 L47 12', 1.6, INK, 0.55)}</>;

/** A style of one's own by the first letter of its name. */
function Letter({ name }: { name: string }) {
  const [letter = ''] = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return <>{Array.from({ length: 70 }, (_, n) => dot(2 + (n % 14) * 4.600 + (Math.floor(n / 14) % 2) * 2.3, 4 + Math.floor(n / 14) * 10, 1.2, INK, 0.16))}{dot(32, 24, 18, PAPER)}<circle cx="32" cy="24" r="18" fill="none" stroke={INK} strokeWidth="1.800" /><text x="32" y="32.500" textAnchor="middle" fontSize="24" fontWeight="700" fontFamily="var(--display)" fill={RED}>{letter}</text></>;
}

/** The drawing of a style; of one's own, and of none, what is meant. It says nothing to those who hear the page: the word beside it does. */
export function StylePicture({ id, name }: { id: StyleName | 'own' | 'none'; name?: string }) {
  return <svg className="style-picture" viewBox="0 0 64 48" aria-hidden="true">{id === 'own' ? (name === undefined ? OWN : <Letter name={name} />) : id === 'none' ? NONE : DRAWN[id]}</svg>;
}
