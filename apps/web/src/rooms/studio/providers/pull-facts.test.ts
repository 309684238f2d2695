import type { HostedModel, ModelPull } from '@komawari/contract';
import { expect, test } from 'vitest';
import { bytesText, pullsToShow, secondsLeftOf, withSample, type Sample } from './pull-facts.ts';

const samplesOf = (...all: [number, number][]) => all.reduce<readonly Sample[]>((samples, [atMs, doneBytes]) => withSample(samples, { atMs, doneBytes }), []);

test('bytes are told as people say them', () => {
  expect([0, 999, 4_200, 1_321_092_313, 12_000_000_000, 640_000_000].map((bytes) => bytesText(bytes, 'en'))).toEqual(['0 byte', '999 byte', '4.2 kB', '1.3 GB', '12 GB', '640 MB']);
});

test('the time left follows the last half minute, and is not guessed', () => {
  expect(secondsLeftOf(samplesOf([0, 0]), 100)).toBeUndefined();
  expect(secondsLeftOf(samplesOf([0, 0], [1000, 50]), 100)).toBeUndefined();
  expect(secondsLeftOf(samplesOf([0, 0], [5000, 50]), 100)).toBe(5);
  expect(secondsLeftOf(samplesOf([0, 0], [5000, 0]), 100)).toBeUndefined();
  expect(secondsLeftOf(samplesOf([0, 0], [5000, 100]), 100)).toBeUndefined();
  // It was slow once.
  expect(secondsLeftOf(samplesOf([0, 0], [60_000, 10], [70_000, 60]), 100)).toBe(8);
  // Begun anew.
  expect(secondsLeftOf(samplesOf([0, 90], [5000, 10]), 100)).toBeUndefined();
});

test('what has arrived is no line any more; what ended without it stays to be seen', () => {
  const pull = (model: string, state: ModelPull['state']) => ({ model, state }) as ModelPull;
  const shown = pullsToShow([pull('a', 'running'), pull('b', 'done'), pull('c', 'failed'), pull('d', 'cancelled'), pull('e', 'failed')], [{ modelId: 'b:latest' }, { modelId: 'd:latest' }] as HostedModel[]);
  expect(shown.map(({ model }) => model)).toEqual(['a', 'c', 'e']);
});
