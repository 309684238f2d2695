import { expect, test } from 'vitest';
import { learnCalls } from './learn-calls.ts';
import type { Line } from './learn-calls.ts';

const line = (personId: number, calls: readonly string[] = [], isSure = false): Line => ({ personId, calls, isSure, mayAnswer: true });

test('a word of address means the partner of whoever surely says it', () => {
  expect(learnCalls([line(1, ['Grandpa'], true), line(2), line(1, ['Grandpa'], true), line(2)])).toEqual(new Map([['Grandpa', 2]]));
});

test('a word that two people say of each other stays open', () => {
  expect(learnCalls([line(1, ['dear'], true), line(2, ['dear'], true), line(1), line(2)]).size).toBe(0);
});

test('lines without a tag teach nothing', () => {
  expect(learnCalls([line(1, ['Grandpa']), line(2), line(1, ['Grandpa']), line(2)]).size).toBe(0);
});
