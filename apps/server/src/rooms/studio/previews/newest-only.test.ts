import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestOnly } from './newest-only.ts';

const settle = async () => { for (let i = 0; i < 10; i += 1) await Promise.resolve(); };

test('the last is worked on, in order and one at a time, and an end ends it', async () => {
  // Told a value, or the work or the rest at hand goes on.
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('tell', 'go'), { maxLength: 40 }), fc.option(fc.nat(40), { nil: undefined }), async (steps, endAt) => {
    const worked: number[] = [];
    const held: (() => void)[] = [];
    let atOnce = 0;
    const hold = () => new Promise<void>((resolve) => { held.push(resolve); });
    const line = newestOnly<number>(async (value) => {
      expect((atOnce += 1)).toBe(1);
      worked.push(value);
      await hold();
      atOnce -= 1;
    }, hold);
    let told = 0;
    let lastBefore: number | undefined;
    for (const [at, step] of steps.entries()) {
      if (at === endAt) line.end();
      if (step === 'tell') {
        line.tell((told += 1));
        if (endAt === undefined || at < endAt) lastBefore = told;
      } else held.shift()?.();
      await settle();
    }
    const atEnd = worked.length;
    for (let next = held.shift(); next; next = held.shift()) { next(); await settle(); }
    expect(worked).toEqual([...new Set(worked)].sort((a, b) => a - b));
    expect(held.length + atOnce).toBe(0);
    if (endAt === undefined || endAt >= steps.length) expect(worked.at(-1)).toBe(lastBefore);
    else expect(worked.length).toBe(atEnd);
  }), { numRuns: 200 });
});
