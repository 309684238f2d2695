import { expect, test } from 'vitest';
import { batched } from './batch.ts';

test('joins what comes while it is busy, and answers each call with its own result', async () => {
  const sizes: number[] = [];
  const double = batched(async (items: readonly number[]) => {
    sizes.push(items.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return items.map((item) => item * 2);
  }, 10);
  const first = double(1);
  await Promise.resolve();
  await Promise.resolve();
  const rest = Array.from({ length: 25 }, (_, index) => double(index));
  expect(await first).toBe(2);
  expect(await Promise.all(rest)).toEqual(Array.from({ length: 25 }, (_, index) => index * 2));
  expect(sizes).toEqual([1, 10, 10, 5]);
});

test('one bad item spoils only itself', async () => {
  const picky = batched(async (items: readonly number[]) => {
    if (items.includes(3)) throw new Error('three');
    return items;
  }, 10);
  const results = await Promise.allSettled([1, 2, 3, 4].map(picky));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await picky(5)).toBe(5);
});
