import { HomeHostName } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandOf, nameOf, stateOf } from './host-facts.ts';

test('a name is one here where it is one to the server', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', ' ', '.', 'ü', '_'), maxLength: 40 }), (typed) => {
    expect(nameOf(typed)).toBe(HomeHostName.safeParse(typed).data);
  }));
  expect([nameOf(' Attic '), nameOf('gaming-pc'), nameOf('-x'), nameOf('')]).toEqual(['attic', 'gaming-pc', undefined, undefined]);
});

test('the command has no token in it', () => {
  expect(commandOf('https://comics.example')).toBe('npx koma host --server https://comics.example --to http://127.0.0.1:11434');
});

test.each([
  [{ isConnected: true, connectedAt: '2026-11-23T05:00:00.000Z', lastSeenAt: '2026-11-23T05:01:00.000Z' }, { word: 'stateHere', at: '2026-11-23T05:00:00.000Z' }],
  [{ isConnected: false, connectedAt: null, lastSeenAt: '2026-11-23T05:01:00.000Z' }, { word: 'stateGone', at: '2026-11-23T05:01:00.000Z' }],
  [{ isConnected: false, connectedAt: null, lastSeenAt: null }, { word: 'stateNever', at: null }],
])('%j', (host, state) => { expect(stateOf(host)).toEqual(state); });
