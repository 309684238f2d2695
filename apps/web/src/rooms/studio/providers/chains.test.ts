import type { Provider } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesToStandIn, moved, rowsOf } from './chains.ts';

const draws = (modelId: string, more: object = {}, isEnabled = true) => ({ modelId, name: modelId.toUpperCase(), job: 'image', isEnabled, image: { abilities: ['generate'], ...more }, text: null });
const writes = (modelId: string, pictures?: object) => ({ modelId, name: modelId, job: 'text', isEnabled: true, image: null, text: { pictures } });
const provider = (id: string, models: object[], more: object = {}) => ({ id, name: id, isEnabled: true, isUsable: true, models, ...more }) as unknown as Provider;
const providers = [provider('own', [draws('pen')], { kind: 'built-in' }), provider('a', [draws('ink'), draws('brush', { references: {} }), draws('old', {}, false), writes('poet'), writes('eyes', {})]), provider('b', [draws('away')], { isEnabled: false })];

test('only what is on and able, and is no artist of the house, may stand in', () => {
  const ids = (job: Parameters<typeof candidatesToStandIn>[0], chain: { providerId: string; modelId: string }[] = []) => candidatesToStandIn(job, providers, chain).map(({ modelId }) => modelId);
  expect([ids('picture'), ids('edit'), ids('words'), ids('vision')]).toEqual([['ink', 'brush'], ['brush'], ['poet', 'eyes'], ['eyes']]);
  expect(ids('picture', [{ providerId: 'a', modelId: 'ink' }])).toEqual(['brush']);
});

test('what is off or gone is shown as such', () => {
  expect(rowsOf('picture', [{ providerId: 'a', modelId: 'ink' }, { providerId: 'a', modelId: 'old' }, { providerId: 'b', modelId: 'away' }, { providerId: 'c', modelId: 'gone' }], providers).map(({ name, isOff }) => [name, isOff])).toEqual([['INK', false], ['OLD', true], ['AWAY', true], ['gone', true]]);
});

test('moving loses nothing, and moving back undoes it', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 6 }), fc.nat(6), fc.constantFrom(-1 as const, 1 as const), (names, at, by) => {
    const chain = names.map((modelId) => ({ providerId: 'a', modelId }));
    const after = moved(chain, at, by);
    expect(new Set(after)).toEqual(new Set(chain));
    if (after !== chain) expect(moved(after, at + by, by === 1 ? -1 : 1)).toEqual(chain);
  }));
});
