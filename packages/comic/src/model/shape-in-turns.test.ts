import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scriptBook } from '../make/script-book.ts';
import { Book } from './book.ts';
import { shapeInTurns } from './shape-in-turns.ts';

const BOOK = scriptBook('"Go!" said Tom.\n\n"Where?" asked Ann.', { seed: 3 });
const SCENE = BOOK.chapters[0]!.scenes[0]!;
const PANEL = SCENE.panels[0]!;

function withPanels(panels: unknown[]): unknown {
  return { ...BOOK, chapters: [{ ...BOOK.chapters[0], scenes: [{ ...SCENE, panels }] }] };
}
const panels = (count: number, more: object = {}) => Array.from({ length: count }, (_, i) => ({ ...PANEL, id: `p${i}`, ...more }));

/** What came of it, in how many turns, and how long the longest was, ms. */
function shape(schema: z.ZodType, value: unknown): { value?: unknown; hasFault: boolean; turns: number; longest: number } {
  const steps = shapeInTurns(schema, value);
  for (let [turns, longest] = [1, 0]; ; turns += 1) {
    const start = performance.now();
    try {
      const step = steps.next();
      longest = Math.max(longest, performance.now() - start);
      if (step.done) return { value: step.value, hasFault: false, turns, longest };
    } catch {
      return { hasFault: true, turns, longest: Math.max(longest, performance.now() - start) };
    }
  }
}

describe('a shape in turns', () => {
  test('is what Zod gives: defaults come in, what is unknown goes, order stays', () => {
    const { takes: _, crowd: __, ...bare } = PANEL;
    const large = { ...(withPanels([...panels(2000, { novelty: [1, 2] }), { ...bare, id: 'last' }]) as object), templates: undefined, novelty: { deep: Array.from({ length: 9000 }, () => ({})) } };
    const { value, turns } = shape(Book, large);
    expect(JSON.stringify(value)).toBe(JSON.stringify(Book.parse(large)));
    expect(turns).toBeGreaterThan(20);
  });

  test('asks of large parts what Zod asks: lengths, names, choices, what was refined', () => {
    const many = Array.from({ length: 1500 }, (_, i) => i);
    const cases: [z.ZodType, unknown][] = [
      [z.object({ list: z.array(z.int()).max(2000) }), { list: many }], [z.object({ list: z.array(z.int()).max(20) }), { list: many }],
      [z.object({ list: z.array(z.int()).optional() }), { list: many }], [z.object({ list: z.array(z.int()).default([]) }), { list: [...many, 'x'] }],
      [z.object({ list: z.array(z.int()) }).refine((one) => one.list.length < 20), { list: many }],
      [z.partialRecord(z.enum(['en', 'ja']), z.array(z.int())), { en: many }], [z.partialRecord(z.enum(['en', 'ja']), z.array(z.int())), { zh: many }],
      [z.union([z.array(z.int()), z.string()]), many], [z.object({ list: z.array(z.int()) }), { list: Object.fromEntries(many.map((i) => [i, i])) }],
      [z.array(z.discriminatedUnion('is', [z.object({ is: z.literal('a'), list: z.array(z.int()) }), z.object({ is: z.literal('b') })])), [{ is: 'a', list: [...many, ...many, ...many, ...many] }, { is: 'b', list: many }]],
      [z.discriminatedUnion('is', [z.object({ is: z.literal('a') })]), { is: 'c', list: many }], [z.object({ any: z.unknown() }), { any: Array(9000).fill({}) }],
      [z.object({ list: z.array(z.int()), other: z.string() }), { list: many }], [z.strictObject({ list: z.array(z.int()) }), { list: many, other: 1 }],
    ];
    for (const [schema, value] of cases) {
      const known = schema.safeParse(value);
      expect(shape(schema, value)).toMatchObject({ hasFault: !known.success, ...(known.success ? { value: known.data } : {}) });
    }
  });

  test.each<[string, () => unknown]>([
    ['panels of nothing but wrong things', () => withPanels(panels(1500, { effects: Array(60).fill(0), lines: Array(30).fill({}), takes: Array(8).fill({}) }))],
    ['long lists of wrong things', () => withPanels(panels(20, { effects: Array(20_000).fill(0) }))],
    ['faults in the depth of one panel', () => withPanels([{ ...PANEL, lines: Array.from({ length: 20_000 }, () => ({ ruby: Array(6).fill({}), letter: { en: { parts: Array(6).fill({}) } } })) }])],
    ['a page cut into thousands', () => ({ ...BOOK, layout: { pages: Array.from({ length: 9 }, () => ({ id: 'x', cut: { type: 'rows', children: Array(20_000).fill({ type: 'rows', children: [{}] }), weights: [], slants: [] } })) } })],
  ])('stops at the first of %s', (_name, make) => {
    const value = make();
    const start = performance.now();
    expect(() => Book.parse(value)).toThrow();
    const whole = performance.now() - start;
    // Another process on the same core makes a turn longer, never shorter: the best of a few is what it takes.
    const readings = Array.from({ length: 3 }, () => shape(Book, value));
    expect(readings.every(({ hasFault }) => hasFault)).toBe(true);
    expect(Math.min(...readings.map(({ longest }) => longest))).toBeLessThan(whole / 4);
  });
});
