import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { BEINGS, FACINGS, HEADWEARS, PALETTES, POSES } from '../model/kinds.ts';
import type { Look, Style } from '../model/book.ts';
import { drawPerson, drawPlaceAlone, type PersonView } from './model-sheet.ts';
import { testPainters } from './test-story.ts';

const style: Style = { preset: 'storyboard', art: 'none', mood: 'none', palette: 'black-and-white', character: 'none', line: 'none', composition: 'none', notes: '' };
const look: Look = {
  being: 'human', gender: 'female', age: 'teen', build: 'slim', height: 0.96, hair: 'bob', hairInk: 'black', face: { shape: 0.4, eyes: 0.8, brows: 0.4, nose: 0.3, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f6d9c3', hair: '#2b2530', top: '#2e6f95', bottom: '#2d3a4f', accent: '#c0392b' },
};
const view: PersonView = { look, outfit: { kind: 'coat', topInk: 'tone', bottomInk: 'dark', pattern: 'plain' }, style, shows: 'figure', facing: 'left', expression: 'smile', pose: 'stand', fineness: 1 };
const sizeOf = (svg: string) => / width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1).map(Number);

/** How far the drawing stays from each edge, as shares of the picture. */
function inkOf(svg: string): { left: number; top: number; right: number; bottom: number } {
  const { width, height, pixels } = new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: 93 } }).render();
  const at: { x: number; y: number }[] = [];
  for (let i = 0; i < width * height; i += 1) if ((pixels[i * 4] ?? 255) < 200) at.push({ x: i % width, y: Math.floor(i / width) });
  const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)];
  return { left: Math.min(...xs) / width, top: Math.min(...ys) / height, right: 1 - (Math.max(...xs) + 1) / width, bottom: 1 - (Math.max(...ys) + 1) / height };
}

describe('a person drawn alone', () => {
  test('is the same for the same view, and another for another one', async () => {
    const painters = await testPainters();
    expect(drawPerson(painters, view)).toBe(drawPerson(painters, { ...view }));
    expect(drawPerson(painters, { ...view, look: { ...look, hair: 'afro' } })).not.toBe(drawPerson(painters, view));
  });

  test('stands in a picture of one size, whoever it is and whichever way it looks', async () => {
    const painters = await testPainters();
    for (const being of BEINGS) for (const facing of FACINGS) for (const shows of ['face', 'head', 'whole', 'figure'] as const) {
      const svg = drawPerson(painters, { ...view, shows, facing, look: { ...look, being } });
      expect(sizeOf(svg)).toEqual(shows === 'head' || shows === 'face' ? [300, 300] : [310, 620]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test('does not move its face when the hat changes', async () => {
    const painters = await testPainters();
    const boxes = new Set(HEADWEARS.map((headwear) => /viewBox="([^"]+)"/.exec(drawPerson(painters, { ...view, shows: 'head', look: { ...look, headwear } }))?.[1]));
    expect(boxes.size).toBe(1);
  });

  test('is whole in every pose: nothing of who stretches or lies leaves the picture, and who crouches fills it', async () => {
    const painters = await testPainters();
    for (const [i, pose] of POSES.entries()) {
      const svg = drawPerson(painters, { ...view, shows: 'pose', pose, look: { ...look, ...(i % 2 === 0 ? {} : { age: 'child', height: 0.64 }) } });
      expect(sizeOf(svg)).toEqual([465, 620]);
      const ink = inkOf(svg);
      expect(Math.min(ink.left, ink.top, ink.right, ink.bottom), pose).toBeGreaterThan(0);
      expect(Math.max(1 - ink.left - ink.right, 1 - ink.top - ink.bottom), pose).toBeGreaterThan(0.68);
    }
  });

  test('has the colours of every palette, flat greys when small and dots when large', async () => {
    const painters = await testPainters();
    for (const palette of PALETTES) expect(drawPerson(painters, { ...view, style: { ...style, palette } })).toMatch(/^<svg .*<\/svg>$/s);
    expect(drawPerson(painters, view)).not.toContain('<pattern id="kt40"');
    expect(drawPerson(painters, { ...view, fineness: 2 })).toContain('<pattern id="kt40"');
  });
});

test('a place drawn alone changes with its hour and weather', async () => {
  const painters = await testPainters();
  const place = { id: 'p3', kind: 'street', era: 'modern', time: 'day', weather: 'clear', season: 'summer', mood: 'calm', style, seed: 5 } as const;
  const pictures = [place, { ...place, time: 'night' as const }, { ...place, weather: 'rain' as const }, { ...place, id: 'p4' }].map((one) => drawPlaceAlone(painters, one));
  expect(new Set(pictures).size).toBe(4);
  expect(sizeOf(pictures[0]!)).toEqual([560, 400]);
});
