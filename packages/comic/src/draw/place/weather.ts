/** What falls over the whole picture: rain in clusters, snow in three sizes, fog in bands, blown leaves. */
import { seededRandom, type Random } from '../../model/random.ts';
import { num } from '../pen/path.ts';
import type { Sketch } from './base/sketch.ts';

/** The weather layer of an outdoor picture; empty when nothing falls. */
export function weatherLayer(s: Sketch): string {
  if (s.isIndoor) return '';
  const r = seededRandom(`${s.spec.seed}:weather`);
  const { weather, season } = s.spec;
  const area = (s.camera.width * s.camera.height) / 360_000;
  const density = s.isSoft ? 0.45 : 1;
  if (weather === 'rain') return rain(s, r, Math.round(230 * area * density), 0.16);
  if (weather === 'storm') return rain(s, r, Math.round(300 * area * density), 0.42);
  if (weather === 'snow') return snow(s, r, Math.round(190 * area * density));
  if (weather === 'fog') return fogBanks(s, r);
  if (weather === 'wind') return wind(s, r, area);
  if (season === 'spring' || season === 'autumn') return blown(s, r, Math.round(14 * Math.sqrt(area) * density), 0.3);
  return '';
}

/** White strokes cut the dark parts and black strokes the light ones: both lie over the picture. */
function rain(s: Sketch, r: Random, count: number, slant: number): string {
  const { width, height } = s.camera;
  const [black, white] = ['', ''].map(() => ({ thin: '', thick: '' })) as [Record<'thin' | 'thick', string>, Record<'thin' | 'thick', string>];
  const clusters = Array.from({ length: 9 }, () => ({ x: r.between(-0.1, 1.1) * width, y: r.between(-0.1, 1) * height }));
  for (let i = 0; i < count; i++) {
    const c = r.pick(clusters);
    const isFree = r.chance(0.35);
    const x = isFree ? r.between(-0.1, 1.1) * width : c.x + (r.next() + r.next() - 1) * width * 0.2;
    const y = isFree ? r.between(-0.1, 1) * height : c.y + (r.next() + r.next() - 1) * height * 0.4;
    const long = height * (r.chance(0.25) ? r.between(0.14, 0.28) : r.between(0.03, 0.1));
    const lean = slant + r.between(-0.02, 0.02);
    const d = `M${num(x)} ${num(y)}l${num(-long * lean)} ${num(long)}`;
    const isWhite = s.light.isNight ? r.chance(0.88) : r.chance(y < s.horizon ? 0.78 : 0.55);
    (isWhite ? white : black)[r.chance(0.25) ? 'thick' : 'thin'] += d;
  }
  return strokes(s.pen.paints.paper, white, 1.9, 3) + strokes(s.pen.paints.line, black, 1, 1.7) + splashes(s, r);
}

function strokes(colour: string, d: Record<'thin' | 'thick', string>, thin: number, thick: number): string {
  const one = (path: string, weight: number): string => (path === '' ? '' : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round"/>`);
  return one(d.thin, thin) + one(d.thick, thick);
}

function splashes(s: Sketch, r: Random): string {
  if (s.isSoft || s.horizon > s.camera.height - 20) return '';
  let d = '';
  for (let i = 0; i < 34; i++) {
    const z = 1 / (1 / 2400 + r.next() * (1 / 190 - 1 / 2400));
    const p = s.spot({ x: r.between(-0.8, 0.8) * z, y: 0, z });
    const k = r.between(3, 6);
    if (p === undefined || p.x < 0 || p.x > s.camera.width || p.y > s.camera.height) continue;
    const q = Math.max(1.6, Math.min(8, k * p.scale));
    d += `M${num(p.x - q)} ${num(p.y)}Q${num(p.x)} ${num(p.y + q * 0.5)} ${num(p.x + q)} ${num(p.y)}M${num(p.x - q * 0.4)} ${num(p.y - q * 0.4)}l${num(-q * 0.5)} ${num(-q * 0.8)}M${num(p.x + q * 0.4)} ${num(p.y - q * 0.4)}l${num(q * 0.5)} ${num(-q * 0.8)}`;
  }
  return d === '' ? '' : `<path d="${d}" fill="none" stroke="${s.light.isNight ? s.pen.paints.paper : s.pen.paints.line}" stroke-width="1"/>`;
}

function snow(s: Sketch, r: Random, count: number): string {
  const { width, height } = s.camera;
  let [small, big] = ['', ''];
  for (let i = 0; i < count; i++) {
    const kind = r.next();
    const size = kind < 0.58 ? r.between(1.9, 3) : kind < 0.91 ? r.between(3.4, 5) : r.between(6.5, 10);
    const [x, y] = [r.between(0, width), r.between(0, height)];
    const [a, b] = [size * r.between(0.85, 1.1), size * r.between(0.85, 1.1)];
    const d = `M${num(x - a)} ${num(y)}Q${num(x - a)} ${num(y - b)} ${num(x)} ${num(y - b)}T${num(x + a)} ${num(y)}T${num(x)} ${num(y + b)}T${num(x - a)} ${num(y)}Z`;
    if (size > 3.2) big += d;
    else small += d;
  }
  const rim = s.light.isNight ? '' : ` stroke="${s.pen.paints.line}" stroke-width="0.7"`;
  return `<path d="${small}" fill="${s.pen.paints.paper}"/><path d="${big}" fill="${s.pen.paints.paper}"${rim}/>`;
}

/** The veil of a foggy place, thickest at the horizon. It lies behind the people, whose faces are on that line. */
export function fogVeil(s: Sketch): string {
  if (s.isIndoor || s.spec.weather !== 'fog') return '';
  const { width, height } = s.camera;
  const { paper } = s.pen.paints;
  const line = Math.max(height * 0.2, Math.min(height * 0.62, s.horizon));
  const thick = s.light.isNight ? 0.5 : 0.92;
  const id = `kf${Math.round(line)}-${Math.round(height)}-${s.light.isNight ? 'n' : 'd'}${s.pen.paints.id}`;
  const [from, to] = [line - height * 0.42, line + height * 0.26];
  const stops = [[0, 0], [0.3, 0.35], [0.58, 1], [0.7, 0.75], [1, 0]].map(([at, k]) => `<stop offset="${at}" stop-color="${paper}" stop-opacity="${(k! * thick).toFixed(2)}"/>`).join('');
  const defs = `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${num(from)}" x2="0" y2="${num(to)}">${stops}</linearGradient></defs>`;
  return `${defs}<path d="M-5 ${num(from)}H${num(width + 5)}V${num(to)}H-5Z" fill="url(#${id})"/>`;
}

/** Low banks of fog that drift over the ground and the people's feet. */
function fogBanks(s: Sketch, r: Random): string {
  if (s.isSoft) return '';
  const { width, height } = s.camera;
  let banks = '';
  for (let i = 0; i < 4; i++) {
    const [x, y, w, h] = [r.between(0, 1) * width, height * r.between(0.8, 0.95), width * r.between(0.25, 0.45), height * r.between(0.02, 0.035)];
    const top = Array.from({ length: 9 }, (_, k) => ({ x: x - w + (k * w) / 4, y: y - Math.sin((Math.PI * k) / 8) * h * r.between(0.7, 1.4) }));
    banks += `M${num(top[0]!.x)} ${num(y)}${top.slice(1).map((p, k) => `Q${num((top[k]!.x + p.x) / 2)} ${num(Math.min(top[k]!.y, p.y) - h * 0.4)} ${num(p.x)} ${num(p.y)}`).join('')}Z`;
  }
  return `<path d="${banks}" fill="${s.pen.paints.paper}" fill-opacity="${s.light.isNight ? 0.3 : 0.75}"/>`;
}

function wind(s: Sketch, r: Random, area: number): string {
  const { width, height } = s.camera;
  let d = '';
  for (let i = 0; i < 12 * Math.sqrt(area); i++) {
    const [x, y, long] = [r.between(-0.1, 0.9) * width, r.between(0.05, 0.95) * height, width * r.between(0.1, 0.3)];
    d += `M${num(x)} ${num(y)}C${num(x + long * 0.35)} ${num(y - 9)} ${num(x + long * 0.6)} ${num(y + 8)} ${num(x + long)} ${num(y - 4)}`;
    if (r.chance(0.3)) d += `q${num(long * 0.12)} -8 ${num(long * 0.06)} -15q-9 -5 -11 5`;
  }
  const colour = s.light.isNight ? s.pen.paints.paper : s.pen.paints.line;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.1" stroke-linecap="round"/>${blown(s, r, Math.round(26 * Math.sqrt(area)), 0.9)}`;
}

/** Petals in spring, leaves in other seasons. */
function blown(s: Sketch, r: Random, count: number, spread: number): string {
  const { width, height } = s.camera;
  const isSpring = s.spec.season === 'spring';
  let [light, dark] = ['', ''];
  for (let i = 0; i < count; i++) {
    const [x, y] = [r.between(0, width), r.between(0, height * (0.6 + spread * 0.4))];
    const a = r.between(0, Math.PI);
    const long = (isSpring ? 5.5 : 8) * r.between(0.6, 1.3);
    const [dx, dy] = [Math.cos(a) * long, Math.sin(a) * long];
    const d = `M${num(x - dx)} ${num(y - dy)}Q${num(x - dy * 0.6)} ${num(y + dx * 0.6)} ${num(x + dx)} ${num(y + dy)}Q${num(x + dy * 0.5)} ${num(y - dx * 0.5)} ${num(x - dx)} ${num(y - dy)}Z`;
    if (isSpring || r.chance(0.5)) light += d;
    else dark += d;
  }
  const fill = s.plain(isSpring ? 0 : 1, isSpring ? '#f9c9d6' : s.spec.season === 'autumn' ? '#e39a4a' : '#8fb565');
  return `<path d="${light}" fill="${fill}" stroke="${s.pen.paints.line}" stroke-width="0.9"/><path d="${dark}" fill="${s.pen.paints.isColour ? s.plain(4, '#b5602f') : s.pen.paints.line}"/>`;
}
