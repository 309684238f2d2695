import type { ModelRef } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standInsFor } from './stand-ins.ts';

const ready = (name: string, isBuiltIn?: true) => ({ providerId: name.slice(0, 1), model: { id: name }, ...(isBuiltIn ? { isBuiltIn } : {}) });
const all = [ready('a1'), ready('a2'), ready('b1'), ready('b2'), ready('c1'), ready('own', true)];
const refs = (...names: string[]) => names.map((name) => ({ providerId: name.slice(0, 1), modelId: name }) as ModelRef);
const first = all[0]!;
const names = (chain: readonly ModelRef[] | undefined, isAble: (name: string) => boolean = () => true) => standInsFor(first, all, { chain, isAble: ({ model }) => isAble(model.id) }).map(({ model }) => model.id);

test('where nobody chose, the able ones of other providers stand in', () => {
  expect(names(undefined)).toEqual(['b1', 'b2', 'c1']);
  expect(names(undefined, (name) => name !== 'b1')).toEqual(['b2', 'c1']);
});

test('a chain is followed in its order, another model of the same provider too; an empty one means nobody', () => {
  expect(names(refs('c1', 'a2'))).toEqual(['c1', 'a2']);
  expect(names(refs('c1', 'gone', 'b1', 'c1'), (name) => name !== 'c1')).toEqual(['b1']);
  expect(names([])).toEqual([]);
});

test('whatever the chain, those that stand in are able, each once, never the chosen one nor the built-in artist', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom<string[]>('a1', 'a2', 'b1', 'b2', 'c1', 'own', 'gone')), fc.uniqueArray(fc.constantFrom<string[]>('a1', 'a2', 'b1', 'b2', 'c1', 'own')), (chain, able) => {
    const found = names(refs(...chain), (name) => able.includes(name));
    expect(new Set(found).size).toBe(found.length);
    for (const name of found) expect([able.includes(name), chain.includes(name), name === 'a1' || name === 'own']).toEqual([true, true, false]);
    expect(found).toEqual([...new Set(chain)].filter((name) => found.includes(name)));
  }));
});
