/**
 * Contact sheets of the places: `node scripts/place-sheet.ts OUT [kind,kind...|all] [mode,mode...]` writes PNG
 * files with a grey dummy of 168 cm for scale. Modes: eye low bird high medium bust soft colour times weathers
 * eras colour-night colour-dusk night dusk rain snow fog.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { project, type Camera } from '../src/draw/camera.ts';
import { blackAndWhite, makePen, type Paints } from '../src/draw/pen/pen.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import { drawPlace } from '../src/draw/place/draw-place.ts';
import type { PlaceSpec } from '../src/draw/types.ts';
import { DAY_TIMES, PLACES, WEATHERS, type PlaceKind } from '../src/model/kinds.ts';
import { seededRandom } from '../src/model/random.ts';

const [W, H] = [640, 400];
const CAMERAS: Record<string, Camera> = {
  eye: { width: W, height: H, eye: 140, pitch: 0.04, focal: 560, centre: { x: W / 2, y: H / 2 } },
  low: { width: W, height: H, eye: 35, pitch: -0.28, focal: 480, centre: { x: W / 2, y: H / 2 } },
  bird: { width: W, height: H, eye: 620, pitch: 0.8, focal: 620, centre: { x: W / 2, y: H / 2 } },
  bust: { width: W, height: H, eye: 155, pitch: 0, focal: 1500, centre: { x: W / 2, y: 160 } },
  medium: { width: W, height: H, eye: 155, pitch: 0, focal: 1400, centre: { x: W / 2, y: 110 } },
  high: { width: W, height: H, eye: 430, pitch: 0.62, focal: 560, centre: { x: W / 2, y: H / 2 } },
  close: { width: W, height: H, eye: 150, pitch: 0, focal: 1900, centre: { x: W / 2, y: H / 2 } },
};
const COLOUR: Paints = { ...blackAndWhite(), id: 'vibrant', isColour: true, tone: (_, colour) => colour ?? '#cccccc', line: '#1d1b22' };

type Cell = { spec: PlaceSpec; camera: Camera; label: string; isColour?: boolean };

function draw({ spec, camera, isColour }: Cell): { svg: string; ms: number } {
  const pen = makePen(isColour ? COLOUR : blackAndWhite(), seededRandom(spec.seed));
  const start = performance.now();
  const d = drawPlace(pen, spec, camera);
  const ms = performance.now() - start;
  const z = camera === CAMERAS['close'] ? 170 : camera === CAMERAS['bust'] ? 230 : 350;
  const foot = project(camera, { x: 0, y: 0, z });
  const head = project(camera, { x: 0, y: 168, z });
  const k = foot.scale;
  const dummy = `<g fill="#b9b9b9" stroke="#fff" stroke-width="3"><path d="M${foot.x - 14 * k} ${foot.y}L${head.x - 20 * k} ${head.y + (foot.y - head.y) * 0.2}H${head.x + 20 * k}L${foot.x + 14 * k} ${foot.y}Z"/><circle cx="${head.x}" cy="${head.y + 11 * k}" r="${11 * k}"/></g>`;
  return { svg: d.far + d.middle + dummy + d.near + d.weather, ms };
}

function sheet(cells: readonly Cell[], columns: number, file: string): void {
  const rows = Math.ceil(cells.length / columns);
  const [cw, ch] = [W + 16, H + 40];
  const times: number[] = [];
  const sizes: number[] = [];
  const body = cells.map((cell, i) => {
    const { svg, ms } = draw(cell);
    times.push(ms);
    sizes.push(svg.length);
    return `<g transform="translate(${(i % columns) * cw + 8} ${Math.floor(i / columns) * ch + 32})"><clipPath id="c${i}"><path d="M0 0H${W}V${H}H0Z"/></clipPath><g clip-path="url(#c${i})">${svg}</g><path d="M0 0H${W}V${H}H0Z" fill="none" stroke="#000" stroke-width="3"/><text x="4" y="-8" font-size="20" font-family="sans-serif">${cell.label} ${ms.toFixed(0)}ms ${(svg.length / 1024).toFixed(0)}K</text></g>`;
  });
  const size = `${columns * cw} ${rows * ch}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"><defs>${toneDefs()}</defs><rect width="100%" height="100%" fill="#fff"/>${body.join('')}</svg>`;
  writeFileSync(file, new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: columns * 500 } }).render().asPng());
  const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!;
  process.stdout.write(`${file}: median ${median(times).toFixed(1)} ms, ${(median(sizes) / 1024).toFixed(0)} KB, largest ${(Math.max(...sizes) / 1024).toFixed(0)} KB\n`);
}

function spec(kind: PlaceKind, change: Partial<PlaceSpec> = {}): PlaceSpec {
  return { kind, era: 'modern', time: 'day', weather: 'clear', season: 'summer', mood: 'calm', seed: 7, detail: 1, ...change };
}

const DAY_MODES: Record<string, Partial<PlaceSpec>> = { night: { time: 'night' }, dusk: { time: 'dusk' }, rain: { weather: 'rain' }, snow: { weather: 'snow', season: 'winter' }, fog: { weather: 'fog' } };
const [out = 'sheets', only, mode = 'eye'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const kinds = only && only !== 'all' ? (only.split(',') as PlaceKind[]) : [...PLACES];
const modes = mode.split(',');
for (const one of modes) {
  const cells: Cell[] = [];
  for (const kind of kinds) {
    if (one === 'times') for (const time of DAY_TIMES) cells.push({ spec: spec(kind, { time }), camera: CAMERAS['eye']!, label: `${kind} ${time}` });
    else if (one === 'weathers') for (const weather of WEATHERS) for (const time of ['day', 'night'] as const) cells.push({ spec: spec(kind, { weather, time, season: weather === 'snow' ? 'winter' : 'autumn' }), camera: CAMERAS['eye']!, label: `${kind} ${weather} ${time}` });
    else if (one === 'eras') for (const era of ['modern', 'past', 'fantasy', 'future'] as const) cells.push({ spec: spec(kind, { era }), camera: CAMERAS['eye']!, label: `${kind} ${era}` });
    else if (one.startsWith('colour')) cells.push({ spec: spec(kind, DAY_MODES[one.slice(7)]), camera: CAMERAS['eye']!, label: kind, isColour: true });
    else if (one === 'soft') cells.push({ spec: spec(kind, { detail: 0.15 }), camera: CAMERAS['close']!, label: `${kind} close` });
    else if (one === 'bust') cells.push({ spec: spec(kind, { detail: 0.4 }), camera: CAMERAS['bust']!, label: `${kind} bust` });
    else if (one in DAY_MODES) cells.push({ spec: spec(kind, DAY_MODES[one]), camera: CAMERAS['eye']!, label: `${kind} ${one}` });
    else cells.push({ spec: spec(kind, { detail: one === 'medium' ? 0.75 : 1 }), camera: CAMERAS[one] ?? CAMERAS['eye']!, label: `${kind} ${one}` });
  }
  for (let i = 0; i * 12 < cells.length; i++) sheet(cells.slice(i * 12, i * 12 + 12), 3, join(out, `${one}-${String(i).padStart(2, '0')}.png`));
}
