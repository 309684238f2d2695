/** Choices that are shapes rather than drawings: page formats, reading directions, page templates, kinds of bubble. */
import { FORMATS, LINE_KINDS, PAGE_FORMATS, type FormatId, type LineKind } from '@komawari/comic';
import { liveArea, polygonsOf, TEMPLATES, type Cut, type PageTemplate } from '@komawari/comic/draw';

export type VectorChoice = { kind: string; values: readonly string[]; draw: (value: string) => string };

const INK = '#17140f';
const PAPER = '#fffdf8';
const TONE = '#cfc8ba';
const PANEL_FILLS = [PAPER, TONE, INK, PAPER, '#e9e3d6', PAPER] as const;

/** Named page templates as they stand in the engine; kinds of bubble in the letterer's own forms, simplified. */
export const VECTOR_CHOICES: readonly VectorChoice[] = [
  { kind: 'format', values: FORMATS, draw: (value) => formatPicture(value as FormatId) },
  { kind: 'direction', values: ['ltr', 'rtl', 'auto'], draw: directionPicture },
  { kind: 'template', values: TEMPLATES.map(({ name }) => name), draw: (value) => templatePicture(TEMPLATES.find(({ name }) => name === value)!) },
  { kind: 'line-kind', values: LINE_KINDS, draw: (value) => bubblePicture(value as LineKind) },
];

const svg = (width: number, height: number, inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 2}" height="${height * 2}">${inner}</svg>`;
const whole = (value: number): string => String(Math.round(value * 10) / 10);
const rect = (x: number, y: number, width: number, height: number, fill: string, stroke = 1.5): string => `<rect x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" fill="${fill}" stroke="${INK}" stroke-width="${stroke}"/>`;

type Shares = readonly (readonly [x: number, y: number, width: number, height: number])[];
const FORMAT_PANELS: Record<FormatId, Shares> = {
  'manga-b5': [[0, 0, 1, 0.3], [0.56, 0.34, 0.44, 0.28], [0, 0.34, 0.5, 0.28], [0, 0.66, 1, 0.34]],
  a4: [[0, 0, 1, 0.22], [0, 0.25, 0.48, 0.22], [0.52, 0.25, 0.48, 0.22], [0, 0.5, 0.3, 0.22], [0.34, 0.5, 0.66, 0.22], [0, 0.75, 1, 0.25]],
  'us-comic': [[0, 0, 1, 0.46], [0, 0.5, 0.45, 0.5], [0.5, 0.5, 0.5, 0.22], [0.5, 0.76, 0.5, 0.24]],
  square: [[0, 0, 0.48, 0.46], [0.52, 0, 0.48, 0.46], [0, 0.52, 1, 0.48]],
  '4-koma': [[0.12, 0.06, 0.76, 0.2], [0.12, 0.3, 0.76, 0.2], [0.12, 0.54, 0.76, 0.2], [0.12, 0.78, 0.76, 0.2]],
  webtoon: [[0, 0, 1, 0.2], [0.12, 0.26, 0.76, 0.16], [0, 0.5, 1, 0.26], [0.2, 0.84, 0.8, 0.16]],
};

/** Every page at the same scale, so that sizes can be compared. */
function formatPicture(format: FormatId): string {
  const { width, height } = format === 'webtoon' ? { width: 560, height: 1850 } : PAGE_FORMATS[format];
  const scale = 84 / 1850;
  const [w, h] = [width * scale, height * scale];
  const [x, y, rim] = [(72 - w) / 2, (96 - h) / 2, format === 'webtoon' ? 0 : 4];
  const panels = FORMAT_PANELS[format].map(([px, py, pw, ph], i) => rect(x + rim + px * (w - rim * 2), y + rim + py * (h - rim * 2), pw * (w - rim * 2), ph * (h - rim * 2), PANEL_FILLS[i % 6]!, 1));
  return svg(72, 96, `<rect x="${whole(x + 2)}" y="${whole(y + 2)}" width="${whole(w)}" height="${whole(h)}" fill="${TONE}"/>${rect(x, y, w, h, PAPER)}${panels.join('')}`);
}

/** Four panels and the way of the eye over them. */
function directionPicture(value: string): string {
  const page = rect(14, 4, 68, 88, PAPER) + [[18, 8], [50, 8], [18, 50], [50, 50]].map(([x, y]) => rect(x!, y!, 28, 38, '#f3eee2', 1)).join('');
  const eye = (colour: string, isMirrored: boolean): string => `<g${isMirrored ? ' transform="matrix(-1 0 0 1 96 0)"' : ''} fill="none" stroke="${colour}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M26 27H68L28 69H68"/><path d="M61 62l8 7-8 7"/></g>`;
  return svg(96, 96, page + (value === 'auto' ? eye(TONE, true) + eye('#d0382a', false).replace('stroke-width', 'stroke-dasharray="1 6" stroke-width') : eye('#d0382a', value === 'rtl')));
}

function templatePicture({ plan }: PageTemplate): string {
  const format = PAGE_FORMATS['manga-b5'];
  const live = liveArea({ format, number: 3, direction: 'ltr' });
  let leaf = 0;
  const cutOf = (node: PageTemplate['plan'], width: number, height: number): Cut => {
    if (node.type === 'panel') return { type: 'panel', id: String(leaf++) };
    const total = node.weights.reduce((sum, weight) => sum + weight, 0);
    const isRows = node.type === 'rows';
    return {
      type: node.type, weights: node.weights, slants: node.slants.map((slant) => slant * (isRows ? width : height)),
      children: node.parts.map((part, i) => (isRows ? cutOf(part, width, (height * node.weights[i]!) / total) : cutOf(part, (width * node.weights[i]!) / total, height))),
    };
  };
  const panels = polygonsOf({ cut: cutOf(plan, live.width, live.height), live, format, direction: 'ltr', bleeds: new Map() });
  const scale = 90 / format.height;
  const shapes = panels.map(({ polygon }, i) => `<path d="M${polygon.map((p) => `${whole(p.x * scale + 4)} ${whole(p.y * scale + 3)}`).join('L')}Z" fill="${PANEL_FILLS[(i * 5 + 3) % 6]}" stroke="${INK}" stroke-width="1.2"/>`);
  return svg(72, 96, `${rect(4, 3, format.width * scale, 90, PAPER, 1)}${shapes.join('')}`);
}

const LINES = (ys: readonly number[], half: number): string => ys.map((y, i) => `M${48 - half + (i % 2) * 4} ${y}h${half * 2 - (i % 2) * 8}`).join('');

function bubblePicture(kind: LineKind): string {
  const words = (half: number): string => `<path d="${LINES([28, 36, 44], half)}" fill="none" stroke="${INK}" stroke-width="3" stroke-linecap="round"/>`;
  const body = (d: string, more = ''): string => `<path d="${d}" fill="${PAPER}" stroke="${INK}" stroke-width="2" stroke-linejoin="round"${more}/>`;
  const round = 'M57 60C55 70 49 78 40 82C44 74 45 67 44 60.5C24 59 10 49 10 36C10 22 26 12 48 12S86 22 86 36C86 48 74 57.5 57 60Z';
  if (kind === 'speech') return svg(96, 96, body(round) + words(20));
  if (kind === 'whisper') return svg(96, 96, body(round, ' stroke-dasharray="5 4"') + `<path d="${LINES([30, 36, 42], 14)}" fill="none" stroke="${INK}" stroke-width="2" stroke-linecap="round"/>`);
  if (kind === 'narration') return svg(96, 96, rect(10, 20, 76, 44, PAPER, 2) + `<path d="M18 31h60M18 41h60M18 51h36" fill="none" stroke="${INK}" stroke-width="3" stroke-linecap="round"/>`);
  if (kind === 'sfx') return svg(96, 96, `<g fill="${PAPER}" stroke="${INK}" stroke-width="2.5" stroke-linejoin="round" transform="rotate(-9 48 46)"><path d="M12 28l22-5-1 9-9 2 9 21-9 5-7-24-6 1Z"/><path d="M40 22l9-2 3 15 8-18 9-1-12 25 16 19-11 3-11-17-1 18-8 2Z"/><path d="M78 14l9-2-2 32-6 1ZM78 51l7-1 1 8-8 1Z"/></g>`);
  if (kind === 'shout') return svg(96, 96, body(burst()) + `<path d="${LINES([29, 38, 47], 18)}" fill="none" stroke="${INK}" stroke-width="4.5" stroke-linecap="round"/>`);
  return svg(96, 96, body(cloud()) + body('M34 68a5 4.5 0 1 1-.1 0ZM25 80a3 2.5 0 1 1-.1 0Z') + words(18));
}

function burst(): string {
  const points = Array.from({ length: 26 }, (_, i) => {
    const t = (i / 26) * 2 * Math.PI;
    const reach = i % 2 === 0 ? 1.2 + 0.12 * Math.sin(3 * t) : 0.88;
    return `${whole(48 + Math.cos(t) * 36 * reach)} ${whole(39 + Math.sin(t) * 27 * reach)}`;
  });
  points.splice(8, 0, '36 84');
  return `M${points.join('L')}Z`;
}

function cloud(): string {
  const at = (i: number): [number, number] => [48 + Math.cos((i / 9) * 2 * Math.PI) * 32, 37 + Math.sin((i / 9) * 2 * Math.PI) * 20];
  return `M${at(0).map(whole).join(' ')}${Array.from({ length: 9 }, (_, i) => `A12.5 11 0 0 1 ${at(i + 1).map(whole).join(' ')}`).join('')}Z`;
}
