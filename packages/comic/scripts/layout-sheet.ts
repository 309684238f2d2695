/**
 * Draws layouts as outlines for the eye: `node scripts/layout-sheet.ts FOLDER [SEED]`.
 * Writes templates.png, one sheet per page format, and webtoon.png.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { layOut, liveArea, polygonsOf, TEMPLATES, type Cut, type LaidPage, type PanelToLay } from '../src/layout/index.ts';
import { countPanels, type Plan } from '../src/layout/plan.ts';
import { PAGE_FORMATS, type PageFormat } from '../src/model/geometry.ts';
import { seededRandom } from '../src/model/random.ts';

const [folder = 'layout-sheet', seedText = '7'] = process.argv.slice(2);
const seed = Number(seedText);
const INKS = ['#fff', '#f4f1ea', '#e9e4d8', '#dcd5c4', '#f3c9a5', '#ec9a6f', '#dd5f4b'];

mkdirSync(folder, { recursive: true });
write('templates', TEMPLATES.map(templatePage).map((page) => drawPage(page, PAGE_FORMATS['manga-b5'], new Map())), PAGE_FORMATS['manga-b5'], 11);
for (const [id, direction] of [['manga-b5', 'rtl'], ['us-comic', 'ltr'], ['square', 'ltr'], ['4-koma', 'rtl']] as const) {
  const panels = storyPanels(90);
  const format = PAGE_FORMATS[id];
  const pages = layOut({ panels, format, direction, seed, titleHeight: id === '4-koma' ? 0 : 180 });
  write(id, pages.slice(0, 24).map((page) => drawPage(page, format, byId(panels))), format, 8);
}
const panels = storyPanels(40);
const strips = layOut({ panels, format: PAGE_FORMATS.webtoon, direction: 'ltr', seed });
const tall = { ...PAGE_FORMATS.webtoon, height: Math.max(...strips.map((page) => page.height)) };
write('webtoon', strips.map((page) => drawPage(page, tall, byId(panels))), tall, strips.length);

/** A story's rhythm: scenes of quiet beats that rise to a strong picture. */
function storyPanels(count: number): PanelToLay[] {
  const random = seededRandom(seed).fork('story');
  let left = 0;
  let isFight = false;
  return Array.from({ length: count }, (_, i) => {
    const opensScene = left === 0;
    if (opensScene) [left, isFight] = [random.integer(6, 16), random.chance(0.3)];
    left--;
    const importance = opensScene ? random.pick([3, 4, 5]) : left === 1 ? random.pick([4, 5, 6]) : random.pick([1, 2, 2, 2, 3, 3, 3, 3, 4]);
    return {
      id: `${i + 1}`, importance, opensScene, isAction: isFight && random.chance(0.7),
      textArea: random.chance(0.75) ? random.between(4_000, 45_000) : 0,
      aspect: opensScene ? 1.8 : random.chance(0.15) ? random.pick([0.6, 1, 2]) : undefined,
    };
  });
}

function templatePage({ name, plan }: (typeof TEMPLATES)[number]): LaidPage {
  const format = PAGE_FORMATS['manga-b5'];
  const live = liveArea({ format, number: 1, direction: 'ltr' });
  let leaf = 0;
  const toCut = (node: Plan, width: number, height: number): Cut => {
    if (node.type === 'panel') return { type: 'panel', id: `${++leaf}` };
    const isRows = node.type === 'rows';
    const total = node.weights.reduce((sum, weight) => sum + weight, 0);
    const children = node.parts.map((part, i) => toCut(part, isRows ? width : (width * (node.weights[i] ?? 1)) / total, isRows ? (height * (node.weights[i] ?? 1)) / total : height));
    return { type: node.type, children, weights: node.weights, slants: node.slants.map((slant) => slant * (isRows ? width : height)) };
  };
  const cut = toCut(plan, live.width, live.height);
  return { number: countPanels(plan), side: 'right', width: format.width, height: format.height, template: name, cut, panels: polygonsOf({ cut, live, format, direction: 'ltr', bleeds: new Map() }) };
}

function drawPage(page: LaidPage, format: PageFormat, demands: ReadonlyMap<string, PanelToLay>): string {
  const panels = page.panels.map(({ id, polygon, box }) => {
    const demand = demands.get(id);
    const points = polygon.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ');
    const side = Math.sqrt((demand?.textArea ?? 0) * 1.2);
    const text = side > 0 ? `<ellipse cx="${box.x + box.width / 2}" cy="${box.y + box.height * 0.62}" rx="${side * 0.55}" ry="${side * 0.48}" fill="#fff" stroke="#888" stroke-width="3"/>` : '';
    const label = demand ? `${id} · ${demand.importance}${demand.opensScene ? ' S' : ''}${demand.isAction ? ' !' : ''}` : id;
    return `<polygon points="${points}" fill="${INKS[demand?.importance ?? 1]}" stroke="#111" stroke-width="7"/>${text}<text x="${box.x + 40}" y="${box.y + 78}" font-size="62" font-family="sans-serif">${label}</text>`;
  });
  return `<rect width="${page.width}" height="${page.height}" fill="#fff" stroke="#bbb" stroke-width="3"/>${panels.join('')}<text x="20" y="${format.height + 75}" font-size="56" fill="#06c" font-family="sans-serif">${page.number} ${page.side} ${page.template.slice(0, 34)}</text>`;
}

function write(name: string, pages: string[], format: PageFormat, columns: number): void {
  const [width, height] = [format.width + 90, format.height + 130];
  const cells = pages.map((page, i) => `<g transform="translate(${45 + (i % columns) * width} ${40 + Math.floor(i / columns) * height})">${page}</g>`);
  const [w, h] = [columns * width, Math.ceil(pages.length / columns) * height];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}"><rect width="${w}" height="${h}" fill="#e8e8e8"/>${cells.join('')}</svg>`;
  writeFileSync(join(folder, `${name}.png`), new Resvg(svg, { fitTo: { mode: 'width', value: Math.min(1800, w) } }).render().asPng());
}

function byId(list: PanelToLay[]): Map<string, PanelToLay> {
  return new Map(list.map((panel) => [panel.id, panel]));
}
