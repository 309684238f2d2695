/**
 * Draws the lettering samples with dummy people: `node scripts/letter-sheet.ts FOLDER [NAME...]`.
 * Prints the readability problems and the time per page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { bubblesSvg, letterPage, type Fonts, type PageToLetter } from '../src/letter/index.ts';
import { testFonts } from '../src/letter/test-fonts.ts';
import { SAMPLES } from './letter-samples.ts';

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/letter-sheet.ts FOLDER [NAME...]');
mkdirSync(folder, { recursive: true });
const fonts = await testFonts();
for (const { name, page } of SAMPLES) {
  if (names.length > 0 && !names.includes(name)) continue;
  const lettered = letterPage(page, fonts);
  const svg = dummyPage(page, bubblesSvg(lettered, fonts));
  writeFileSync(join(folder, `${name}.png`), new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: 1075 } }).render().asPng());
  console.log(name, `${median(page, fonts).toFixed(1)} ms`, `${Math.round(svg.length / 1024)} KB`, lettered.problems.map((p) => `${p.code}:${p.lineId}${p.amount === undefined ? '' : `(${p.amount})`}`).join(' '));
}

function median(page: PageToLetter, loaded: Fonts): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    letterPage(page, loaded);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3]!;
}

function dummyPage(page: PageToLetter, lettering: string): string {
  const panels = page.panels.map((panel, i) => {
    const points = panel.polygon.map((p) => `${p.x},${p.y}`).join(' ');
    const people = panel.people.map(({ headBox: h, bodyBox: b, mouth: m, faceBox: f }) =>
      `<rect x="${b.x}" y="${b.y}" width="${b.width}" height="${b.height}" rx="40" fill="#bbb"/><ellipse cx="${h.x + h.width / 2}" cy="${h.y + h.height / 2}" rx="${h.width / 2}" ry="${h.height / 2}" fill="#fff" stroke="#000" stroke-width="3"/>` +
      `<circle cx="${m.x}" cy="${m.y}" r="6" fill="#c00"/><rect x="${f.x}" y="${f.y}" width="${f.width}" height="${f.height}" fill="none" stroke="#c00" stroke-dasharray="3 4"/>`).join('');
    const free = panel.keepFree.map((k) => `<rect x="${k.x}" y="${k.y}" width="${k.width}" height="${k.height}" fill="#8ac"/>`).join('');
    return `<clipPath id="c${i}"><polygon points="${points}"/></clipPath><g clip-path="url(#c${i})"><polygon points="${points}" fill="#ddd"/>${people}${free}</g><polygon points="${points}" fill="none" stroke="#000" stroke-width="4"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}${lettering}</svg>`;
}
