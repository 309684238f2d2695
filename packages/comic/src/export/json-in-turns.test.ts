import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { jsonInTurns, type JsonLimits } from './json-in-turns.ts';

const LIMITS: JsonLimits = { depthMax: 20, valuesMax: 2_000_000, arrayMax: 1_000_000, membersMax: 1_000_000 };
const LARGE = 'x'.repeat(140_000);

/** Read to its end, and how long the longest turn was, ms. */
function readWhole(json: string | Uint8Array, limits: Partial<JsonLimits> = {}): { value: unknown; turns: number; longest: number } {
  const steps = jsonInTurns(typeof json === 'string' ? strToU8(json) : json, { ...LIMITS, ...limits });
  for (let [turns, longest] = [1, 0]; ; turns += 1) {
    const start = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) return { value: step.value, turns, longest };
  }
}

describe('JSON in turns', () => {
  test('gives what JSON.parse gives, however large its parts are', () => {
    // A few strings longer than a piece make any part of the tree a large one.
    const value = fc.jsonValue({ maxDepth: 6 });
    fc.assert(fc.property(value, fc.infiniteStream(fc.nat(9)), fc.boolean(), (tree, dice, isSpaced) => {
      const grown = JSON.stringify(tree, (name, inner: unknown) => (name !== '__proto__' && Array.isArray(inner) && dice.next().value > 6 ? [...inner, LARGE] : inner), isSpaced ? 2 : 0);
      const expected = JSON.parse(grown, function (this: Record<string, unknown>, name, inner: unknown) { return name === '__proto__' ? undefined : inner; }) as unknown;
      expect(withoutProto(readWhole(grown).value)).toEqual(expected);
    }), { numRuns: 60 });
  });

  test('reads many small things, keys said twice, and a mark at the beginning', () => {
    const many = { list: Array.from({ length: 60_000 }, (_, i) => ({ id: `p${i}`, 'a "b\\': [i, [i]] })), names: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`k${i}`, '文字'])), end: null };
    expect(readWhole(JSON.stringify(many)).value).toEqual(many);
    expect(readWhole(JSON.stringify(many)).turns).toBeGreaterThan(20);
    expect(readWhole(`\uFEFF{"a":1,"b":"${LARGE}","a":[2]}`).value).toEqual({ a: [2], b: LARGE });
    expect((readWhole(`{"__proto__":["${LARGE}"],"a":1}`).value as { length?: number }).length).toBeUndefined();
  });

  test.each([
    '', ' ', '1,2', '[1', '[1}', '{"a":1]', ']', '[1,]', '[,1]', '{"a":1,}', '{"a"}', '[1 2]', '{1:2}', '"open', '[1]]', 'nul', '[1]x',
    `[["${LARGE}"] 1]`, `[1 ["${LARGE}"]]`, `[["${LARGE}"],]`, `[["${LARGE}"]["${LARGE}"]]`, `{"a" ["${LARGE}"]}`, `{["${LARGE}"]}`, `{"a":["${LARGE}"],}`, `{"a":["${LARGE}"] "b":1}`, `[,["${LARGE}"]]`, `[["${LARGE}"}`, `["${LARGE}",,1]`, `["${LARGE}",,["${LARGE}"]]`,
    `{"a":1["${LARGE}"]}`, `{"a":-["${LARGE}"]}`, `{"a":1e["${LARGE}"]}`, `[\u00a0["${LARGE}"]]`, `[["${LARGE}"]\ufeff]`, `[["${LARGE}"]\v]`,
  ])('refuses what is no JSON (%#)', (json) => expect(() => readWhole(json)).toThrow(SyntaxError));

  test('refuses what is beyond its limits', () => {
    expect(() => readWhole('['.repeat(22) + ']'.repeat(22))).toThrow(RangeError);
    expect(readWhole('['.repeat(20) + ']'.repeat(20)).value).toBeDefined();
    expect(() => readWhole('[1,2,3,4]', { arrayMax: 3 })).toThrow(RangeError);
    expect(readWhole('[1,2,3]', { arrayMax: 3 }).value).toEqual([1, 2, 3]);
    expect(() => readWhole('{"a":1,"b":2}', { membersMax: 1 })).toThrow(RangeError);
    expect(() => readWhole('[[],[],[],[]]', { valuesMax: 6 })).toThrow(RangeError);
    expect(() => readWhole(`["${'x'.repeat(5 << 20)}"]`)).toThrow(RangeError);
    expect(readWhole(`["${'x'.repeat(5 << 20)}"]`, { stringMaxBytes: 6 << 20 }).value).toEqual(['x'.repeat(5 << 20)]);
  });

  test('lets others in between, where JSON.parse takes a second', () => {
    const shapes = `[${Array.from({ length: 400_000 }, (_, i) => `{"k${i}":${i}}`).join()}]`;
    const start = performance.now();
    JSON.parse(shapes);
    const atOnce = performance.now() - start;
    // Another process on the same core makes a turn longer, never shorter: the best of a few readings is what it takes.
    const longest = Math.min(...Array.from({ length: 3 }, () => readWhole(shapes).longest));
    expect(longest).toBeLessThan(atOnce / 4);
  });
});

/** Small parts keep such a member as JSON.parse does, as a name like any other. */
function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === '__proto__' ? [] : [[name, withoutProto(inner)]])));
}
