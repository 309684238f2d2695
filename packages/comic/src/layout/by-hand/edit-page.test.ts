import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_FORMATS } from '../../model/geometry.ts';
import { PageByHand } from '../../model/hand-made.ts';
import { seededRandom } from '../../model/random.ts';
import { brokenLaws } from '../broken-laws.ts';
import { layOut, type LaidPage, type LayoutInput, type PanelToLay } from '../index.ts';
import { leavesOf } from './cut-tree.ts';
import { applyTemplate, guttersOf, mergeCells, movePanelToPage, moveGutter, pageByHand, setBleed, slantGutter, slantsAllowed, splitPanelCell, swapCells, templateOf, templatesFor, type PageGround } from './index.ts';
import { randomBook } from './random-hands.ts';

const RUNS = process.env['KOMA_LONG'] === '1' ? 5_000 : 150;
const ground: PageGround = { format: PAGE_FORMATS['manga-b5'], direction: 'rtl' };
const leaf = (id: string) => ({ type: 'panel' as const, id });
/** a over the pair b, c over d. */
const page: PageByHand = { id: 'h', template: 'by-hand', bleeds: {}, cut: { type: 'rows', weights: [1, 1, 1], slants: [0, 0, 0], children: [leaf('a'), { type: 'columns', children: [leaf('b'), leaf('c')], weights: [1, 1], slants: [0, 0] }, leaf('d')] } };

function panelsNamed(ids: readonly string[]): PanelToLay[] {
  return ids.map((id) => ({ id, importance: 3, textArea: 10_000, opensScene: false, isAction: false }));
}

function lay(hand: PageByHand, own: PageGround = ground): LaidPage {
  const input: LayoutInput = { panels: panelsNamed(leavesOf(hand.cut)), ...own, seed: 1, byHand: [hand] };
  const pages = layOut(input);
  expect(brokenLaws(pages, input)).toEqual([]);
  expect(pages[0]?.handId).toBe(hand.id);
  PageByHand.parse(hand);
  return pages[0] as LaidPage;
}

const boxOn = (laid: LaidPage, id: string) => laid.panels.find((panel) => panel.id === id)?.box ?? { x: NaN, y: NaN, width: NaN, height: NaN };

describe('gutters', () => {
  test('lie in the middle between panels and know which way they go', () => {
    const gutters = guttersOf(lay(page), ground);
    expect(gutters.map(({ path, index, type }) => [path.join(), index, type])).toEqual([['', 0, 'rows'], ['', 1, 'rows'], ['1', 0, 'columns']]);
    const column = gutters[2];
    const laid = lay(page);
    expect(column?.toward).toEqual({ x: -1, y: 0 });
    expect(column?.from.x).toBeCloseTo((boxOn(laid, 'c').x + boxOn(laid, 'c').width + boxOn(laid, 'b').x) / 2, 6);
    // It ends in the middle of nothing: at the gutters above and below.
    expect(column?.from.y).toBeCloseTo(boxOn(laid, 'b').y, 6);
    expect(column?.to.y).toBeCloseTo(boxOn(laid, 'b').y + boxOn(laid, 'b').height, 6);
  });

  test('move by what the hand moved, and stop where a panel would be too small', () => {
    const before = lay(page);
    const moved = lay(moveGutter(before, [], 0, 60, ground));
    expect(boxOn(moved, 'a').height).toBeCloseTo(boxOn(before, 'a').height + 60, 1);
    expect(boxOn(moved, 'd')).toEqual(expect.objectContaining({ width: boxOn(before, 'd').width }));
    expect(boxOn(moved, 'd').height).toBeCloseTo(boxOn(before, 'd').height, 1);
    const far = lay(moveGutter(before, [], 0, 99_999, ground));
    expect(boxOn(far, 'b').height).toBeGreaterThanOrEqual(150);
    expect(boxOn(far, 'b').height).toBeLessThan(175);
    const { travel } = guttersOf(before, ground)[0] ?? { travel: { min: 0, max: 0 } };
    expect(travel.max).toBeCloseTo(boxOn(before, 'b').height - 150, -1);
    expect(travel.min).toBeCloseTo(150 - boxOn(before, 'a').height, -1);
  });

  test('lean as far as is legal, back to straight, and not where there is none', () => {
    const leaning = slantGutter(page, [1], 0, 90, ground);
    const laid = lay(leaning);
    expect(guttersOf(laid, ground)[2]?.slant).toBe(90);
    expect(laid.panels.find((panel) => panel.id === 'b')?.polygon).not.toEqual(lay(page).panels.find((panel) => panel.id === 'b')?.polygon);
    expect(lay(slantGutter(leaning, [1], 0, 0, ground)).panels).toEqual(lay(page).panels);
    const most = guttersOf(lay(slantGutter(page, [1], 0, 400, ground)), ground)[2]?.slant ?? 0;
    expect(most).toBeGreaterThan(200);
    expect(slantsAllowed(lay(page), [1], 0, ground).max).toBeCloseTo(most, -1);
    expect(slantGutter(page, [7], 3, 50, ground)).toEqual(page);
    expect(moveGutter(page, [], 2, 50, ground)).toEqual(page);
    expect(moveGutter(page, [], 0, NaN, ground)).toEqual(page);
  });
});

describe('cells', () => {
  test('split in both ways; only that cell changes', () => {
    const before = lay(page);
    for (const way of ['rows', 'columns'] as const) {
      for (const id of ['a', 'b', 'c', 'd']) {
        const split = splitPanelCell(page, id, way, 'new', ground) as PageByHand;
        const ids = leavesOf(split.cut);
        expect(ids.indexOf('new')).toBe(ids.indexOf(id) + 1);
        const laid = lay(split);
        for (const other of ['a', 'b', 'c', 'd'].filter((one) => one !== id)) expect(boxOn(laid, other).height).toBeCloseTo(boxOn(before, other).height, 1);
        expect(boxOn(laid, 'new').width).toBeCloseTo(boxOn(laid, id).width, 1);
      }
    }
    expect(splitPanelCell(page, 'nobody', 'rows', 'new', ground)).toBeUndefined();
    let full: PageByHand | undefined = page;
    for (let i = 0; full && i < 20; i++) full = splitPanelCell(full, 'd', 'rows', `n${i}`, ground);
    expect(full).toBeUndefined();
  });

  test('merge gives the room to the neighbour', () => {
    const laid = lay(mergeCells(page, 'b', 'c'));
    expect(boxOn(laid, 'b').width).toBeCloseTo(boxOn(lay(page), 'a').width, 6);
    const tall = lay(mergeCells(page, 'd', 'a'));
    expect(tall.panels.map((panel) => panel.id)).toEqual(['b', 'c', 'd']);
    expect(mergeCells(page, 'a', 'a')).toEqual(page);
  });

  test('swap tells which panels change places in the script', () => {
    const { page: swapped, swap } = swapCells(setBleed(page, 'a', { left: true, right: true, top: true, bottom: false }), 'a', 'd');
    expect(swap).toEqual(['a', 'd']);
    const laid = lay(swapped);
    expect(laid.panels.map((panel) => panel.id)).toEqual(['d', 'b', 'c', 'a']);
    expect(laid.panels[0]?.bleed).toEqual({ left: true, right: true, top: true, bottom: false });
  });

  test('bleeds reach the edge, inside the page they have no effect', () => {
    const all = { left: true, right: true, top: true, bottom: true };
    expect(lay(setBleed(page, 'a', all)).panels[0]?.bleed).toEqual({ ...all, bottom: false });
    // Right to left: b is the right one of the pair.
    expect(lay(setBleed(page, 'b', all)).panels[1]?.bleed).toEqual({ left: false, right: true, top: false, bottom: false });
    expect(setBleed(setBleed(page, 'a', all), 'a', { left: false, right: false, top: false, bottom: false }).bleeds).toEqual({});
  });
});

describe('templates', () => {
  test('every number of panels up to 12 has some, all of them can be laid, each with a drawing', () => {
    for (const format of [PAGE_FORMATS['manga-b5'], PAGE_FORMATS.square, PAGE_FORMATS['4-koma']]) for (let count = 1; count <= 12; count++) {
      const own = { format, direction: 'ltr' as const };
      const choices = templatesFor(count, own);
      expect(choices.length, `${format.id} ${count}`).toBeGreaterThanOrEqual(2);
      expect(new Set(choices.map((choice) => choice.name)).size).toBe(choices.length);
      const ids = Array.from({ length: count }, (_, i) => `p${i}`);
      const blank: PageByHand = { id: 'h', template: 'by-hand', bleeds: {}, cut: count === 1 ? leaf('p0') : { type: 'rows', children: ids.map(leaf), weights: ids.map(() => 1), slants: ids.map(() => 0) } };
      for (const { name, path } of choices) {
        expect(path.match(/M/g)).toHaveLength(count);
        expect(lay(applyTemplate(blank, name, own) as PageByHand, own).template).toBe(name);
      }
    }
    expect(templatesFor(3, { ...ground, format: PAGE_FORMATS.webtoon })).toEqual([]);
    expect(applyTemplate(page, 'splash', ground)).toBeUndefined();
    expect(applyTemplate(page, 'unknown', ground)).toBeUndefined();
  });

  test("one's own page becomes a template for other panels", () => {
    const own = templateOf(setBleed(slantGutter(page, [], 0, 40, ground), 'd', { left: true, right: true, top: false, bottom: true }), 'mine');
    PageByHand.parse(own);
    const other: PageByHand = { id: 'g', template: 'by-hand', bleeds: {}, cut: { type: 'rows', children: ['w', 'x', 'y', 'z'].map(leaf), weights: [1, 1, 1, 1], slants: [0, 0, 0, 0] } };
    const applied = applyTemplate(other, JSON.parse(JSON.stringify(own)) as PageByHand, ground) as PageByHand;
    expect(applied).toMatchObject({ id: 'g', template: 'mine' });
    const plain = lay(setBleed(slantGutter(page, [], 0, 40, ground), 'd', { left: true, right: true, top: false, bottom: true }));
    expect(lay(applied).panels.map((panel) => panel.polygon)).toEqual(plain.panels.map((panel) => panel.polygon));
    expect(applyTemplate({ ...other, cut: leaf('w') }, own, ground)).toBeUndefined();
  });
});

describe('page breaks', () => {
  const next: PageByHand = { ...page, id: 'g', cut: { type: 'columns', children: [leaf('e'), leaf('f')], weights: [1, 1], slants: [0, 0] } };

  test('a panel goes to the other page, with what lies between', () => {
    const over = movePanelToPage(page, next, 'd', ground);
    expect([over?.prev, over?.next].map((one) => one && leavesOf(one.cut).join(''))).toEqual(['abc', 'def']);
    const back = movePanelToPage(page, next, 'e', ground);
    expect([back?.prev, back?.next].map((one) => one && leavesOf(one.cut).join(''))).toEqual(['abcde', 'f']);
    expect(leavesOf(movePanelToPage(page, next, 'c', ground)?.next?.cut ?? leaf(''))).toEqual(['c', 'd', 'e', 'f']);
    const all = movePanelToPage(page, next, 'f', ground);
    expect(all && 'next' in all).toBe(false);
    for (const one of [over?.prev, over?.next, back?.prev, back?.next, all?.prev]) if (one) lay(one);
    expect(movePanelToPage(page, next, 'nobody', ground)).toBeUndefined();
  });

  test('only the page that changed is laid out again', () => {
    const input = { ...randomBook(3, ['a4']), titleHeight: 0 };
    const before = layOut(input);
    const index = before.findIndex((one) => one.panels.length > 2);
    const own = { format: input.format, direction: input.direction };
    const [gutter] = guttersOf(before[index] as LaidPage, own);
    const after = layOut({ ...input, byHand: [moveGutter(pageByHand(before[index] as LaidPage, 'h'), gutter?.path ?? [], gutter?.index ?? 0, 30, own)] });
    after.forEach((one, i) => (i === index ? expect(one.panels).not.toEqual(before[i]?.panels) : expect(one).toEqual(before[i])));
  });
});

test(`${RUNS} random sittings leave legal pages`, { timeout: RUNS * 200 }, () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const book = { ...randomBook(seed), titleHeight: 0 };
    const own = { format: book.format, direction: book.direction };
    const random = seededRandom(`sitting:${seed}`);
    const laid = random.pick(layOut(book));
    let hand = pageByHand(laid, 'h');
    for (let step = 0; step < 6; step++) {
      const ids = leavesOf(hand.cut);
      const current = lay(hand, own);
      const gutters = guttersOf(current, own);
      const side = (): boolean => random.chance(0.5);
      const act = random.integer(0, 6);
      if (act <= 1 && gutters.length > 0) hand = moveGutter(current, random.pick(gutters).path, random.pick(gutters).index, random.between(-900, 900), own);
      else if (act === 2 && gutters.length > 0) hand = slantGutter(current, random.pick(gutters).path, random.pick(gutters).index, random.between(-500, 500), own);
      else if (act === 3) hand = splitPanelCell(current, random.pick(ids), random.pick(['rows', 'columns']), `n${step}`, own) ?? hand;
      else if (act === 4) hand = mergeCells(current, random.pick(ids), random.pick(ids));
      else if (act === 5) hand = setBleed(current, random.pick(ids), { left: side(), right: side(), top: side(), bottom: side() });
      else hand = swapCells(current, random.pick(ids), random.pick(ids)).page;
    }
    lay(hand, own);
  }), { numRuns: RUNS });
});
