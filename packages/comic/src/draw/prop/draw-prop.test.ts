import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROP_WORDS } from '../../direct/words/props.ts';
import { seededRandom } from '../../model/random.ts';
import { paintsFor } from '../pen/palettes.ts';
import { makePen } from '../pen/pen.ts';
import type { DrawProp } from '../types.ts';
import { CATALOGUE, type PackId } from './catalogue.ts';
import { hasAuthor } from './credits.ts';
import { drawHandInsert, isHoldable, loadPropIcons, makeDrawHeld, makeDrawProp, propHeightCm, wantsRaisedHand, type IconPack, type PropIcons } from './index.ts';

const require = createRequire(import.meta.url);
const pen = makePen(paintsFor('black-and-white'), seededRandom(1));
const colourPen = makePen(paintsFor('vibrant'), seededRandom(1));
const nouns = [...CATALOGUE.keys()];
let icons: PropIcons;
let draw: DrawProp;
const reads: string[] = [];

beforeAll(async () => {
  icons = await loadPropIcons((pack: PackId) => {
    reads.push(pack);
    return Promise.resolve(JSON.parse(readFileSync(require.resolve(`@iconify-json/${pack}/icons.json`), 'utf8')) as IconPack);
  });
  draw = makeDrawProp(icons);
});

describe('the catalogue', () => {
  test('draws every noun of the word table', () => {
    expect(PROP_WORDS.length).toBeGreaterThanOrEqual(220);
    expect(PROP_WORDS.map(([noun]) => noun).filter((noun) => draw(pen, noun, { base: { x: 0, y: 0 }, size: 60 }) === undefined)).toEqual([]);
  });

  test('holds at least 30 drawings of our own', () => {
    expect([...CATALOGUE.values()].filter((thing) => thing.sketch).length).toBeGreaterThanOrEqual(30);
  });

  test('reads each package once', () => {
    expect(reads.toSorted()).toEqual([...new Set(reads)].toSorted());
  });

  test('does not know what it cannot draw', () => {
    expect(draw(pen, 'honesty', { base: { x: 0, y: 0 }, size: 60 })).toBeUndefined();
    expect(makeDrawProp(new Map())(pen, 'scissors', { base: { x: 0, y: 0 }, size: 60 })).toBeUndefined();
  });
});

describe('a thing on the ground', () => {
  test.each([12, 60, 700])('has finite numbers and stands on its base at %i u', (size) => {
    for (const noun of nouns) {
      for (const p of [pen, colourPen]) {
        const drawn = draw(p, noun, { base: { x: 300, y: 400 }, size })!;
        expect(drawn.svg, noun).not.toMatch(/NaN|Infinity|undefined/u);
        expect(drawn.svg.startsWith('<path'), noun).toBe(true);
        expect(drawn.box.y + drawn.box.height, noun).toBeCloseTo(400, 3);
        expect(drawn.box.x + drawn.box.width / 2, noun).toBeCloseTo(300, 3);
        expect(drawn.box.height, noun).toBeLessThanOrEqual(size + 0.001);
      }
    }
  });

  test('is the same each time', () => {
    for (const noun of nouns) expect(draw(pen, noun, { base: { x: 1, y: 2 }, size: 50 })).toEqual(draw(pen, noun, { base: { x: 1, y: 2 }, size: 50 }));
  });

  test('credits drawings that are not ours, and only those', () => {
    for (const [noun, thing] of CATALOGUE) expect(Boolean(draw(pen, noun, { base: { x: 0, y: 0 }, size: 50 })!.credit), noun).toBe(thing.sketch === undefined);
    expect(draw(pen, 'scissors', { base: { x: 0, y: 0 }, size: 50 })!.credit).toContain('MIT');
    expect(draw(pen, 'harp', { base: { x: 0, y: 0 }, size: 50 })!.credit).toContain('CC BY 3.0 (Delapouite)');
    expect([...CATALOGUE.values()].filter((thing) => thing.icon && !hasAuthor(thing.icon))).toEqual([]);
  });

  test('takes less than two milliseconds', () => {
    const times = nouns.map((noun) => {
      const start = performance.now();
      draw(pen, noun, { base: { x: 0, y: 0 }, size: 300 });
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(2);
  });
});

describe('a thing in a hand', () => {
  test('is drawn for what can be held, at every turn of the fist', () => {
    const held = makeDrawHeld(icons);
    for (const [noun, thing] of CATALOGUE) {
      for (const angle of [-1.2, -0.5, 0, 0.5, 1.2]) {
        const svg = held(noun, { hand: { x: 100, y: 100 }, scale: 2, angle, side: 'back' }) + held(noun, { hand: { x: 100, y: 100 }, scale: 2, angle, side: 'front' });
        expect(svg === '', noun).toBe(thing.hold === 'none');
        expect(svg, noun).not.toMatch(/NaN|Infinity|undefined/u);
      }
    }
  });

  test('an umbrella opens behind the hand when it is raised and is closed when the arm hangs', () => {
    const held = makeDrawHeld(icons);
    const at = { hand: { x: 0, y: 0 }, scale: 2, side: 'back' } as const;
    expect(held('umbrella', { ...at, angle: 0 })).not.toBe('');
    expect(held('umbrella', { ...at, angle: 1.1 })).toBe('');
  });

  test('is known to the director by its way of being held', () => {
    expect(['umbrella', 'cup', 'book', 'bag', 'cane', 'car'].map(wantsRaisedHand)).toEqual([true, true, true, false, false, false]);
    expect(['umbrella', 'car', 'honesty'].map(isHoldable)).toEqual([true, false, false]);
    expect(propHeightCm('letter')).toBe(13);
    expect(propHeightCm('honesty')).toBeUndefined();
  });

  test('takes the colours of the panel with its pen', () => {
    const held = makeDrawHeld(icons);
    const at = { hand: { x: 0, y: 0 }, scale: 2, angle: 0, side: 'front' } as const;
    expect(held('book', { ...at, pen: colourPen })).not.toBe(held('book', at));
  });
});

describe('a hand in close-up', () => {
  test('pinches, grips or points, inside the picture', () => {
    for (const noun of ['letter', 'cup', 'map', 'sword', 'coin', 'axe']) {
      const drawn = drawHandInsert(pen, noun, { width: 400, height: 300, sleeveInk: 'black', prop: draw });
      expect(drawn, noun).toBeDefined();
      expect(drawn!.svg).not.toMatch(/NaN|Infinity|undefined/u);
      expect(drawn!.box.x + drawn!.box.width).toBeLessThanOrEqual(400.001);
      expect(drawn!.box.y + drawn!.box.height).toBeLessThanOrEqual(300.001);
    }
  });

  test('leaves large things alone', () => {
    for (const noun of ['car', 'dog', 'whale', 'honesty']) expect(drawHandInsert(pen, noun, { width: 400, height: 300, sleeveInk: 'white', prop: draw })).toBeUndefined();
  });
});
