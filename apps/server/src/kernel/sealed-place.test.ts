import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';
import { sealAllAnew, type SealedPlace } from './sealed-place.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLD, NEW, FOREIGN] = [keyOf(1), keyOf(2), keyOf(3)];
type Rows = Map<string, string>;

/** A place in memory; `before` is called with each step and may throw, as a kill does. */
function placeOf(rows: Rows, before: () => void): SealedPlace<null> {
  return {
    name: 'things', purpose: 'test',
    list: async (_, after, limit) => {
      before();
      return [...rows].filter(([id]) => id > after).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit).map(([id, sealed]) => ({ id, sealed }));
    },
    replace: async (_, { id, from, to }) => {
      before();
      if (rows.get(id) === from) rows.set(id, to);
      before();
    },
  };
}

test('ended at any step and begun again: every text stays readable, and in the end the new key opens all', async () => {
  const kinds = fc.array(fc.constantFrom('old', 'new', 'foreign'), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(kinds, fc.array(fc.nat(30), { maxLength: 8 }), async (made, kills) => {
    const keys = { old: OLD, new: NEW, foreign: FOREIGN };
    const rows: Rows = new Map(made.map((kind, at) => [`id${at + 10}`, seal(`text ${at}`, { keyB64: keys[kind as 'old'], purpose: 'test', owner: `id${at + 10}` })]));
    const foreign = new Set(made.flatMap((kind, at) => (kind === 'foreign' ? [`id${at + 10}`] : [])));
    const read = (keyB64: string, oldKeysB64: string[]) => [...rows].filter(([id]) => !foreign.has(id)).map(([owner, sealed]) => unseal(sealed, { keyB64, oldKeysB64, purpose: 'test', owner }));
    const before = read(NEW, [OLD]);
    for (const steps of kills) {
      let left = steps;
      await sealAllAnew(null, { keyB64: NEW, oldKeysB64: [OLD] }, [placeOf(rows, () => { if (left-- <= 0) throw new Error('killed'); })]).catch(() => undefined);
      expect(read(NEW, [OLD])).toEqual(before);
    }
    const [count] = await sealAllAnew(null, { keyB64: NEW, oldKeysB64: [OLD] }, [placeOf(rows, () => undefined)]);
    expect(read(NEW, [])).toEqual(before);
    expect(count?.unreadable).toBe(foreign.size);
  }), { numRuns: 100 });
});

test('a row that is changed meanwhile keeps its newer text, and is sealed anew in its turn', async () => {
  const [first, second] = ['one', 'two'].map((text) => seal(text, { keyB64: OLD, purpose: 'test', owner: 'a' })) as [string, string];
  const rows: Rows = new Map([['a', first]]);
  let steps = 0;
  await sealAllAnew(null, { keyB64: NEW, oldKeysB64: [OLD] }, [placeOf(rows, () => { if ((steps += 1) === 2) rows.set('a', second); })]);
  expect(unseal(rows.get('a') ?? '', { keyB64: NEW, purpose: 'test', owner: 'a' })).toBe('two');
});

test('more rows than are read at once', async () => {
  const rows: Rows = new Map(Array.from({ length: 450 }, (_, at) => [`id${at + 1000}`, seal('x', { keyB64: OLD, purpose: 'test', owner: `id${at + 1000}` })]));
  expect(await sealAllAnew(null, { keyB64: NEW, oldKeysB64: [OLD] }, [placeOf(rows, () => undefined)])).toEqual([{ name: 'things', sealed: 450, unreadable: 0 }]);
  for (const [owner, sealed] of rows) expect(unseal(sealed, { keyB64: NEW, purpose: 'test', owner })).toBe('x');
});
