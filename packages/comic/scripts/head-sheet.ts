/** Contact sheets of the heads, as PNG: `node packages/comic/scripts/head-sheet.ts FOLDER [SHEET ...]`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Look } from '../src/model/book.ts';
import * as K from '../src/model/kinds.ts';
import { seededRandom } from '../src/model/random.ts';
import { drawHead } from '../src/draw/head/draw-head.ts';
import { blackAndWhite, makePen, type Paints } from '../src/draw/pen/pen.ts';
import { toneDefs } from '../src/draw/pen/tone.ts';
import type { HeadSpec } from '../src/draw/types.ts';

type Cell = { spec: HeadSpec; label: string; unit?: number; paints?: Paints };
const ANGLES = { front: [0, 0], 'three-quarter': [0.6, 0], profile: [Math.PI / 2, 0], back: [Math.PI, 0], above: [0.5, 0.7], below: [0.5, -0.5] } as const;

function sampleLook(seed: string, part: Partial<Look> = {}): Look {
  const r = seededRandom(seed);
  return {
    being: 'human', gender: r.pick(K.GENDERS.slice(0, 2)), age: 'adult', build: r.pick(K.BUILDS), height: 1, hair: r.pick(K.HAIR_STYLES), hairInk: r.pick(K.INKS),
    face: { shape: r.next(), eyes: r.next(), brows: r.next(), nose: r.next(), mouth: r.next() },
    facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false,
    colours: { skin: '#f6d3b8', hair: r.pick(['#3b2a22', '#7a4a2b', '#d9a84e', '#28303f', '#a83a2b']), top: '#3a6ea5', bottom: '#444444', accent: '#d94f3d' }, ...part,
  };
}

function colour(): Paints {
  return { ...blackAndWhite(), id: 'vibrant', isColour: true, tone: (_step, c) => c ?? '#c9ced6', ink: (_ink, c) => c ?? '#888', line: '#1d1a22', paper: '#fffdf8', skin: (c) => c ?? '#f6d3b8' };
}

function sheet(cells: Cell[], columns: number, size: number): string {
  const rows = Math.ceil(cells.length / columns);
  const body = cells.map((cell, i) => {
    const [x, y] = [(i % columns) * size, Math.floor(i / columns) * size];
    const unit = cell.unit ?? size * 0.5;
    const pen = makePen(cell.paints ?? blackAndWhite(), seededRandom(i));
    const head = drawHead(pen, cell.spec, { chin: { x: x + size / 2, y: y + size * 0.76 }, unit });
    return `${head.behind}${head.front}<text x="${x + 6}" y="${y + size - 6}" font-size="14" font-family="sans-serif" fill="#777">${cell.label}</text>`;
  });
  const [w, h] = [columns * size, rows * size];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${toneDefs()}</defs><rect width="${w}" height="${h}" fill="#fff"/>${body.join('')}</svg>`;
}

const angle = (name: keyof typeof ANGLES): HeadSpec['angle'] => ({ yaw: ANGLES[name][0], pitch: ANGLES[name][1], roll: 0 });
const GIRL = sampleLook('girl', { gender: 'female', age: 'teen', hair: 'bob-fringe', hairInk: 'black', face: { shape: 0.4, eyes: 0.7, brows: 0.4, nose: 0.2, mouth: 0.5 } });
const MAN = sampleLook('man', { gender: 'male', hair: 'side-part', hairInk: 'black', face: { shape: 0.7, eyes: 0.4, brows: 0.6, nose: 0.5, mouth: 0.6 } });

const SHEETS: Record<string, () => string> = {
  expressions: () => sheet(K.EXPRESSIONS.flatMap((expression, i): Cell[] => [{ label: expression, spec: { look: i % 2 ? MAN : GIRL, expression, angle: { yaw: i % 4 < 2 ? 0.6 : -0.6, pitch: 0, roll: 0 } } }]), 6, 230),
  'expressions-man': () => sheet(K.EXPRESSIONS.map((expression): Cell => ({ label: expression, spec: { look: MAN, expression, angle: angle('front') } })), 6, 230),
  angles: () => sheet([GIRL, MAN].flatMap((look) => [-Math.PI / 2, -1.1, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2, Math.PI / 2, 2, 2.6, Math.PI].flatMap((yaw): Cell[] => [0, 0.7, -0.5].map((pitch) => ({ label: `${yaw.toFixed(1)} ${pitch}`, spec: { look, expression: 'neutral', angle: { yaw, pitch, roll: 0 } } })))), 9, 190),
  people: () => sheet(Array.from({ length: 24 }, (_, i): Cell => ({ label: `person ${i % 12}`, spec: { look: sampleLook(`p${i % 12}`, { age: K.AGES[(i % 12) % 4] === 'child' ? 'teen' : 'adult' }), expression: i < 12 ? 'neutral' : 'smile', angle: angle(i < 12 ? 'three-quarter' : 'front') } })), 6, 230),
  ages: () => sheet(K.GENDERS.flatMap((gender) => K.AGES.flatMap((age): Cell[] => ['front', 'three-quarter', 'profile'].map((a) => ({ label: `${gender} ${age}`, spec: { look: sampleLook(`${gender}${age}`, { gender, age, hair: gender === 'male' ? 'short-crop' : gender === 'female' ? 'shoulder' : 'short-messy', hairInk: age === 'old' ? 'white' : 'tone' }), expression: 'neutral', angle: angle(a as 'front') } })))), 6, 230),
  colour: () => sheet(Array.from({ length: 12 }, (_, i): Cell => ({ label: '', paints: colour(), spec: { look: sampleLook(`p${i}`), expression: K.EXPRESSIONS[i]!, angle: angle('three-quarter') } })), 6, 230),
  wear: () => sheet(K.HEADWEARS.slice(1).flatMap((headwear, i) => (['front', 'three-quarter', 'profile', 'back', 'above', 'below'] as const).map((a): Cell => ({ label: headwear, spec: { look: { ...(i % 2 ? MAN : GIRL), headwear, hair: i % 2 ? 'short-messy' : 'shoulder' }, expression: 'smile', angle: angle(a) } }))), 12, 150),
  'face-things': () => sheet([...K.GLASSES.slice(1).map((glasses) => ({ glasses })), ...K.FACIAL_HAIR.slice(1).map((facialHair) => ({ facialHair })), { freckles: true }, { scar: true }].flatMap((part, i) => (['front', 'three-quarter', 'profile'] as const).map((a): Cell => ({ label: Object.values(part).join(), spec: { look: { ...MAN, hairInk: K.INKS[i % 5]!, ...part }, expression: 'smile', angle: angle(a) } }))), 6, 230),
  animals: () => sheet([...['fox', 'cat', 'dog', 'rabbit', 'bear', 'bird', 'mouse', 'wolf', 'tiger', 'frog', 'pig', 'horse', 'dragon', 'monkey', 'owl', 'turtle', 'lion', 'panda', 'cow'].map((animal) => ({ animal, being: 'animal' as const })), { being: 'robot' as const }, { being: 'ghost' as const }].flatMap((part, i) => (['front', 'three-quarter', 'profile', 'back'] as const).map((a, k): Cell => ({ label: 'animal' in part ? part.animal : part.being, spec: { look: { ...sampleLook(`b${i}`), ...part }, expression: (['smile', 'laugh', 'surprised', 'angry'] as const)[(i + k) % 4]!, angle: angle(a) } }))), 8, 190),
  large: () => sheet([[GIRL, 'neutral', 0.6], [MAN, 'neutral', -0.6], [GIRL, 'smile', 0], [MAN, 'determined', 0.25], [GIRL, 'surprised', Math.PI / 2], [MAN, 'angry', -Math.PI / 2], [GIRL, 'laugh', -0.4], [MAN, 'worried', 0.9]].map(([look, expression, yaw]): Cell => ({ label: `${String(expression)} ${String(yaw)}`, spec: { look: look as Look, expression: expression as HeadSpec['expression'], angle: { yaw: yaw as number, pitch: 0, roll: 0 } } })), 4, 400),
  sizes: () => sizes(),
};
for (const part of [0, 1, 2, 3]) {
  SHEETS[`hair-${part}`] = () => sheet(K.HAIR_STYLES.slice(part * 7, part * 7 + 7).flatMap((hair, i) => (Object.keys(ANGLES) as (keyof typeof ANGLES)[]).map((name): Cell => ({
    label: `${hair} ${name}`, spec: { look: { ...GIRL, gender: (i + part) % 2 ? 'male' : 'female', age: 'adult', hair, hairInk: K.INKS[(i + part) % 5]! }, expression: 'neutral', angle: angle(name) },
  }))), 6, 230);
}

function sizes(): string {
  const cells = [14, 20, 30, 45, 60, 90, 140, 200, 320].map((unit) => ({ unit }));
  let x = 10;
  const body = cells.map(({ unit }) => {
    x += unit * 0.7;
    const heads = [GIRL, MAN].map((look, k) => {
      const head = drawHead(makePen(blackAndWhite(), seededRandom(1)), { look, expression: k ? 'angry' : 'smile', angle: { yaw: 0.6, pitch: 0, roll: 0 } }, { chin: { x, y: 420 + k * 420 }, unit });
      return head.behind + head.front;
    });
    x += unit * 0.75;
    return heads.join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1500 900" width="1500" height="900"><defs>${toneDefs()}</defs><rect width="1500" height="900" fill="#fff"/>${body.join('')}</svg>`;
}
SHEETS.huge = () => {
  const heads: [Look, HeadSpec['expression'], number, number, number, number][] = [[GIRL, 'afraid', 0.5, 300, 1500, 1800], [MAN, 'determined', -0.4, 350, 1300, 1500], [GIRL, 'laugh', -0.5, 380, 820, 900], [MAN, 'sad', 0.6, 330, 780, 800]];
  const view = heads.map(([look, expression, yaw, x, y, unit], i) => {
    const d = drawHead(makePen(blackAndWhite(), seededRandom(1)), { look, expression, angle: { yaw, pitch: 0, roll: 0.05 } }, { chin: { x, y }, unit });
    return `<svg x="${i * 720}" y="0" width="700" height="900" viewBox="0 0 700 900">${d.behind}${d.front}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2880 900" width="2160" height="675"><defs>${toneDefs()}</defs><rect width="2880" height="900" fill="#fff"/>${view.join('')}</svg>`;
};

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('Give a folder to write the sheets to.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(SHEETS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  writeFileSync(join(folder, `${name}.png`), new Resvg(make(), { background: '#fff', font: { loadSystemFonts: true } }).render().asPng());
}
