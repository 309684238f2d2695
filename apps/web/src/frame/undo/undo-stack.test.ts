import { expect, test } from 'vitest';
import { pushStep, takeStep } from './undo-stack.ts';

const back = async () => undefined;

test('the newest goes first, a named one by itself, and nothing is undone twice', () => {
  const [first, second, third] = [pushStep(back), pushStep(back), pushStep(back)];
  expect(takeStep(second)?.id).toBe(second);
  expect(takeStep(second)).toBeUndefined();
  expect([takeStep()?.id, takeStep()?.id, takeStep()]).toEqual([third, first, undefined]);
});

test('old steps are forgotten, not the new ones', () => {
  const ids = Array.from({ length: 30 }, () => pushStep(back));
  expect(takeStep(ids[0])).toBeUndefined();
  expect(takeStep()?.id).toBe(ids.at(-1));
  while (takeStep());
});
