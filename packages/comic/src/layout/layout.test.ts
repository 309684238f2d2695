import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_FORMATS } from '../model/geometry.ts';
import { DIRECTIONS, FORMATS, type FormatId } from '../model/kinds.ts';
import { brokenLaws } from './broken-laws.ts';
import { areaOf, layOut, TEMPLATES, type LayoutInput, type PanelToLay } from './index.ts';
import { countPanels, shapeOf } from './plan.ts';

const RUNS = process.env['KOMA_LONG'] === '1' ? 10_000 : 500;
const BOOK_FORMATS = ['manga-b5', 'a4', 'us-comic', 'square'] as const;

const anyPanel = fc.record({
  importance: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 6 }) }),
  textArea: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 12, arbitrary: fc.integer({ min: 1_000, max: 60_000 }) },
    { weight: 3, arbitrary: fc.integer({ min: 60_000, max: 300_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 300_000, max: 3_000_000 }) },
  ),
  opensScene: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  aspect: fc.option(fc.double({ min: 0.2, max: 5, noNaN: true }), { nil: undefined, freq: 2 }),
  isAction: fc.boolean(),
});

const anyBook: fc.Arbitrary<LayoutInput> = fc.record({
  panels: fc.array(anyPanel, { minLength: 1, maxLength: 60, size: 'max' }).map((panels) => panels.map((panel, i) => ({ id: `p${i + 1}`, ...panel }))),
  format: fc.constantFrom(...FORMATS).map((id) => PAGE_FORMATS[id]),
  direction: fc.constantFrom(...DIRECTIONS),
  seed: fc.nat(),
  density: fc.option(fc.double({ min: 1, max: 9, noNaN: true }), { nil: undefined, freq: 2 }),
  titleHeight: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined, freq: 1 }),
});

function panelsLike(count: number, some: Partial<PanelToLay> = {}): PanelToLay[] {
  return Array.from({ length: count }, (_, i) => ({ id: `p${i + 1}`, importance: 3, textArea: 20_000, opensScene: i === 0, isAction: false, ...some }));
}

function bookOf(panels: PanelToLay[], format: FormatId = 'manga-b5', more: Partial<LayoutInput> = {}): LayoutInput {
  return { panels, format: PAGE_FORMATS[format], direction: 'rtl', seed: 5, ...more };
}

describe('laws', () => {
  test(`hold in ${RUNS} random books`, { timeout: RUNS * 200 }, () => {
    fc.assert(fc.property(anyBook, (book) => {
      expect(brokenLaws(layOut(book), book)).toEqual([]);
    }), { numRuns: RUNS });
  });

  test('the check sees what is wrong', () => {
    const book = bookOf(panelsLike(24));
    const broken = (change: (pages: ReturnType<typeof layOut>) => void): string => {
      const pages = structuredClone(layOut(book));
      change(pages);
      return brokenLaws(pages, book).join('\n');
    };
    const corner = (pages: ReturnType<typeof layOut>): { x: number; y: number }[] => pages[1]?.panels[0]?.polygon ?? [];
    expect(broken((pages) => corner(pages).forEach((p) => (p.x -= 40)))).toMatch(/ends at|overlaps/);
    expect(broken((pages) => corner(pages).forEach((p) => (p.y += 60)))).toMatch(/overlaps/);
    expect(broken((pages) => corner(pages).forEach((p) => (p.y = p.y > 100 ? p.y - 5 : p.y)))).toMatch(/gutter|wrong box/);
    expect(broken((pages) => pages[1]?.panels.reverse())).toMatch(/script order/);
    expect(broken((pages) => { const laid = pages[0]?.panels[0]; if (laid) laid.bleed.left = !laid.bleed.left; })).toMatch(/ends at/);
    const weak = { ...book, panels: book.panels.map((panel, i) => ({ ...panel, textArea: i === 3 ? 1_000_000 : 0 })) };
    expect(brokenLaws(layOut(book), weak).join()).toMatch(/for a text of/);
    const wrongWay = { ...book, direction: 'ltr' as const };
    expect(brokenLaws(layOut(book), wrongWay).join()).toMatch(/geometry reads/);
  });

  test('the same input gives the same pages, another seed other ones', () => {
    const book = bookOf(panelsLike(60).map((panel, i) => ({ ...panel, importance: 1 + (i * 7) % 6 })));
    expect(layOut(book)).toEqual(layOut(structuredClone(book)));
    expect(layOut({ ...book, seed: 6 })).not.toEqual(layOut(book));
  });
});

describe('books of every size', () => {
  test.each(FORMATS)('%s: none, one, two, three panels', (format) => {
    expect(layOut(bookOf([], format))).toEqual([]);
    for (const count of [1, 2, 3]) {
      const book = bookOf(panelsLike(count), format);
      const pages = layOut(book);
      expect(pages).toHaveLength(1);
      expect(brokenLaws(pages, book)).toEqual([]);
    }
  });

  test.each(FORMATS)('%s: 300 panels, all weak, all splashes, huge texts', (format) => {
    const mixed = panelsLike(300).map((panel, i) => ({ ...panel, importance: 1 + ((i * 5) % 7) % 5, isAction: i % 11 < 3 }));
    for (const panels of [mixed, panelsLike(40, { importance: 1 }), panelsLike(14, { importance: 6 }), panelsLike(9, { textArea: 2_000_000 })]) {
      const book = bookOf(panels, format);
      expect(brokenLaws(layOut(book), book)).toEqual([]);
    }
  });

  test('senseless demands are brought into bounds', () => {
    const panels = panelsLike(6).map((panel, i) => ({ ...panel, importance: [NaN, -4, 99, 2.4, 3, 1][i] ?? 3, textArea: [NaN, -1, Infinity, 0, 5, 1e4][i] ?? 0, aspect: i === 2 ? NaN : 0 }));
    for (const format of FORMATS) expect(layOut(bookOf(panels, format)).flatMap((page) => page.panels)).toHaveLength(6);
  });

  test.each(BOOK_FORMATS)('%s: about as many panels a page as wished, no small panel alone at the end', (format) => {
    for (let count = 2; count <= 60; count++) {
      const pages = layOut(bookOf(panelsLike(count), format));
      if (count > 12) expect(count / pages.length).toBeGreaterThan(3.2);
      expect(pages.at(-1)?.panels.length).toBeGreaterThan(1);
      expect(pages.every((page) => page.panels.length <= 9)).toBe(true);
    }
    const dense = layOut(bookOf(panelsLike(60), format, { density: 7 }));
    const airy = layOut(bookOf(panelsLike(60), format, { density: 3 }));
    expect(dense.length).toBeLessThan(airy.length);
  });
});

describe('the editor', () => {
  test('stronger panels are larger on the whole', () => {
    const panels = panelsLike(200).map((panel, i) => ({ ...panel, importance: 1 + ((i * 13) % 17) % 6, textArea: 5_000 }));
    const sizes = new Map<number, number[]>();
    for (const page of layOut(bookOf(panels))) for (const laid of page.panels) {
      const importance = panels.find((panel) => panel.id === laid.id)?.importance ?? 0;
      sizes.set(importance, [...(sizes.get(importance) ?? []), areaOf(laid.polygon)]);
    }
    const mean = (importance: number): number => (sizes.get(importance) ?? []).reduce((sum, size, _, all) => sum + size / all.length, 0);
    for (const importance of [2, 3, 4, 5]) expect(mean(importance + 1)).toBeGreaterThan(1.1 * mean(importance));
  });

  test('a splash bleeds and fills half a page or all of it', () => {
    const panels = panelsLike(30).map((panel, i) => ({ ...panel, importance: i % 10 === 4 ? 6 : 3 }));
    const live = (1075 - 134) * (1518 - 150);
    const splashes = layOut(bookOf(panels)).flatMap((page) => page.panels).filter((laid) => Number(laid.id.slice(1)) % 10 === 5);
    expect(splashes).toHaveLength(3);
    for (const splash of splashes) {
      expect(areaOf(splash.polygon)).toBeGreaterThan(0.45 * live);
      expect(Object.values(splash.bleed).filter(Boolean).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('action leans, calm stands upright', () => {
    const leaning = (isAction: boolean): number => layOut(bookOf(panelsLike(60, { isAction }))).filter((page) => page.panels.some((laid) => areaOf(laid.polygon) < laid.box.width * laid.box.height - 1)).length;
    expect(leaning(true)).toBeGreaterThan(8);
    expect(leaning(false)).toBe(0);
  });

  test('pages in a row differ', () => {
    const pages = layOut(bookOf(panelsLike(100).map((panel, i) => ({ ...panel, importance: 2 + (i % 3) }))));
    const same = pages.slice(1).filter((page, i) => page.template === pages[i]?.template);
    expect(same.length).toBeLessThanOrEqual(1);
    expect(new Set(pages.map((page) => page.template)).size).toBeGreaterThan(pages.length / 4);
  });

  test('most scenes that can open a page do', () => {
    const panels = panelsLike(96).map((panel, i) => ({ ...panel, opensScene: i % 12 === 0 }));
    const firsts = new Set(layOut(bookOf(panels)).map((page) => page.panels[0]?.id));
    expect(panels.filter((panel) => panel.opensScene && firsts.has(panel.id)).length).toBeGreaterThanOrEqual(6);
  });

  test('sides, title room and direction', () => {
    const panels = panelsLike(20);
    const [first, second] = layOut(bookOf(panels, 'manga-b5', { titleHeight: 200, direction: 'ltr' }));
    expect([first?.side, second?.side]).toEqual(['right', 'left']);
    expect(Math.min(...(first?.panels.map((laid) => laid.box.y) ?? []))).toBe(272);
    expect(layOut(bookOf(panels))[0]?.side).toBe('left');
  });
});

describe('strips', () => {
  test('4-koma: equal panels, four to a strip, the last one shorter', () => {
    const pages = layOut(bookOf(panelsLike(14), '4-koma'));
    expect(pages.map((page) => page.panels.length)).toEqual([8, 6]);
    const sizes = new Set(pages.flatMap((page) => page.panels.map((laid) => `${laid.box.width.toFixed(3)}x${laid.box.height.toFixed(3)}`)));
    expect(sizes.size).toBe(1);
    const [a, e] = [pages[0]?.panels[0], pages[0]?.panels[4]];
    expect(a?.box.x).toBeGreaterThan(e?.box.x ?? Infinity);
  });

  test('webtoon: pages of at most 12 000 u, scenes further apart than beats, strong panels over the full width', () => {
    const panels = panelsLike(120).map((panel, i) => ({ ...panel, opensScene: i % 10 === 0, importance: i % 10 === 7 ? 5 : 3 }));
    const pages = layOut(bookOf(panels, 'webtoon'));
    for (const page of pages) {
      expect(page.height).toBeLessThanOrEqual(12_000);
      page.panels.forEach((laid, i) => {
        const number = Number(laid.id.slice(1)) - 1;
        const above = page.panels[i - 1];
        const gap = above ? laid.box.y - above.box.y - above.box.height : 0;
        if (above) expect(gap > 200).toBe(number % 10 === 0);
        if (number % 10 === 7) expect(laid.box).toMatchObject({ x: 0, width: 800 });
      });
    }
  });
});

test('there are at least 30 templates, each with its own name, none of them ambiguous', () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(30);
  expect(new Set(TEMPLATES.map((template) => template.name)).size).toBe(TEMPLATES.length);
  for (const { plan, name } of TEMPLATES) {
    expect(countPanels(plan), name).toBeLessThanOrEqual(9);
    expect(shapeOf(plan), name).not.toMatch(/c\(r\([^c]*\),r\(/);
  }
});
