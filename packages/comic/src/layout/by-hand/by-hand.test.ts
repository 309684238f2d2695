import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_FORMATS } from '../../model/geometry.ts';
import { PageByHand } from '../../model/hand-made.ts';
import { DIRECTIONS, FORMATS } from '../../model/kinds.ts';
import { seededRandom } from '../../model/random.ts';
import { brokenLaws } from '../broken-laws.ts';
import { layOut, pageByHand, type LayoutInput, type PanelToLay } from '../index.ts';
import { leavesOf } from './cut-tree.ts';
import { randomBook, randomHands, randomPage } from './random-hands.ts';

const RUNS = process.env['KOMA_LONG'] === '1' ? 10_000 : 300;
const PAGED = ['manga-b5', 'a4', 'us-comic', 'square'] as const;

function panelsLike(count: number, some: Partial<PanelToLay> = {}): PanelToLay[] {
  return Array.from({ length: count }, (_, i) => ({ id: `p${i + 1}`, importance: 3, textArea: 20_000, opensScene: i === 0, isAction: false, ...some }));
}

const ids = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);
const book = (panels: PanelToLay[], byHand: PageByHand[], more: Partial<LayoutInput> = {}): LayoutInput => ({ panels, format: PAGE_FORMATS['manga-b5'], direction: 'rtl', seed: 5, byHand, ...more });
const stack = (id: string, panels: readonly string[]): PageByHand => ({ id, template: 'by-hand', bleeds: {}, cut: { type: 'rows', children: panels.map((panel) => ({ type: 'panel', id: panel })), weights: panels.map(() => 1), slants: panels.map(() => 0) } });
const idsOn = (input: LayoutInput, handId: string): string[] | undefined => layOut(input).find((page) => page.handId === handId)?.panels.map((panel) => panel.id);

describe('laws', () => {
  test(`hold in ${RUNS} random books with pages by hand`, { timeout: RUNS * 200 }, () => {
    let honoured = 0;
    fc.assert(fc.property(fc.nat(), (seed) => {
      const input = { ...randomBook(seed), byHand: randomHands(randomBook(seed), seed) };
      const pages = layOut(input);
      honoured += pages.filter((page) => page.handId !== undefined).length;
      expect(brokenLaws(pages, input)).toEqual([]);
      expect(pages.map((page) => page.number)).toEqual(pages.map((_, i) => i + 1));
    }), { numRuns: RUNS });
    expect(honoured).toBeGreaterThan(RUNS / 2);
  });

  test('a sane page that fits the script is honoured, whatever its weights and slants', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const input = randomBook(seed, PAGED);
      const random = seededRandom(seed);
      const from = random.integer(0, input.panels.length - 1);
      const own = input.panels.slice(from, from + random.integer(1, 3)).map((panel) => panel.id);
      const page = randomPage('h', own, random, true);
      expect(idsOn({ ...input, titleHeight: 0, byHand: [page] }, 'h')).toEqual(own);
    }), { numRuns: 120 });
  });
});

describe('a captured page', () => {
  test.each(FORMATS)('%s: has the same polygons, and so have all other pages', (format) => {
    for (const seed of [1, 2, 3, 4]) {
      const input = { ...randomBook(seed, [format]), titleHeight: 0 };
      const pages = layOut(input);
      const captured = pages.map((page, i) => PageByHand.parse(pageByHand(page, `h${i}`)));
      const shapes = (some: typeof pages): unknown => some.map(({ panels, height, number, side }) => ({ panels, height, number, side }));
      for (const byHand of [...captured.map((page) => [page]), captured]) expect(shapes(layOut({ ...input, byHand }))).toEqual(shapes(pages));
      // Captured again from the page by hand, it is the same page by hand.
      const again = layOut({ ...input, byHand: captured }).map((page, i) => pageByHand(page, `h${i}`));
      expect(shapes(layOut({ ...input, byHand: again }))).toEqual(shapes(pages));
    }
  });

  test('both directions bleed and lean alike', () => {
    for (const direction of DIRECTIONS) {
      const input = { ...randomBook(9, ['manga-b5']), direction, titleHeight: 0 };
      const pages = layOut({ ...input, panels: input.panels.map((panel) => ({ ...panel, isAction: true })) });
      expect(pages.some((page) => page.panels.some((panel) => panel.bleed.left || panel.bleed.right))).toBe(true);
      const byHand = pages.map((page, i) => pageByHand(page, `h${i}`));
      expect(layOut({ ...input, byHand }).map((page) => page.panels)).toEqual(pages.map((page) => page.panels));
    }
  });
});

describe('when the script changes', () => {
  const panels = panelsLike(30);
  const page = stack('h', ids(10, 13));

  test('the page holds its panels and the rest is laid around it', () => {
    const input = book(panels, [page]);
    expect(idsOn(input, 'h')).toEqual(ids(10, 13));
    expect(layOut(input).flatMap((one) => one.panels.map((panel) => panel.id))).toEqual(ids(1, 30));
  });

  test('a deleted panel leaves its cell, a page without panels goes', () => {
    expect(idsOn(book(panels.filter((panel) => panel.id !== 'p11'), [page]), 'h')).toEqual(['p10', 'p12', 'p13']);
    expect(idsOn(book(panels.filter((panel) => !ids(10, 13).includes(panel.id)), [page]), 'h')).toBeUndefined();
  });

  test('up to three new panels join beside their predecessor, a new scene does not', () => {
    const withNew = (count: number): PanelToLay[] => panels.flatMap((panel) => [panel, ...(panel.id === 'p11' ? Array.from({ length: count }, (_, i) => ({ ...panel, id: `new${i + 1}` })) : [])]);
    expect(idsOn(book(withNew(1), [page]), 'h')).toEqual(['p10', 'p11', 'new1', 'p12', 'p13']);
    const laid = layOut(book(withNew(1), [page])).find((one) => one.handId === 'h');
    const [, before, joined] = laid?.panels ?? [];
    expect(joined?.box.y).toBeCloseTo(before?.box.y ?? 0, 6);
    expect(idsOn(book(withNew(3), [page]), 'h')).toHaveLength(7);
    expect(idsOn(book(withNew(4), [page]), 'h')).toEqual(['p10', 'p11']);
    expect(brokenLaws(layOut(book(withNew(4), [page])), book(withNew(4), [page]))).toEqual([]);
  });

  test('panels that changed places fill the cells in script order; those moved away leave', () => {
    const moved = (id: string, to: number): PanelToLay[] => panels.filter((panel) => panel.id !== id).toSpliced(to, 0, panels.find((panel) => panel.id === id) as PanelToLay);
    expect(idsOn(book(moved('p12', 9), [page]), 'h')).toEqual(['p12', 'p10', 'p11', 'p13']);
    expect(idsOn(book(moved('p11', 25), [page]), 'h')).toEqual(['p10', 'p12', 'p13']);
  });

  test('two pages that name the same panels: the first keeps them', () => {
    const input = book(panels, [page, stack('g', ids(12, 16))]);
    expect(idsOn(input, 'h')).toEqual(ids(10, 13));
    expect(idsOn(input, 'g')).toEqual(ids(14, 16));
  });

  test('more panels than a page has room for are laid by themselves', () => {
    const tall = book(panels, [stack('h', ids(1, 12))], { format: PAGE_FORMATS.square });
    expect(idsOn(tall, 'h')).toBeUndefined();
    expect(brokenLaws(layOut(tall), tall)).toEqual([]);
  });
});

test('nothing in the model makes the layout throw', () => {
  const odd = { id: 'h', template: 'x', bleeds: { p1: { left: true, right: true, top: true, bottom: true } }, cut: { type: 'rows', children: [{ type: 'columns', children: [{ type: 'panel', id: 'p1' }], weights: [NaN], slants: [Infinity] }, { type: 'panel', id: 'p2' }], weights: [], slants: [] } } as unknown as PageByHand;
  for (const format of FORMATS) {
    const input = book(panelsLike(5), [odd, odd], { format: PAGE_FORMATS[format] });
    expect(brokenLaws(layOut(input), input)).toEqual([]);
    expect(leavesOf(layOut(input)[0]?.cut ?? odd.cut)).toEqual(layOut(input)[0]?.panels.map((panel) => panel.id));
  }
});
