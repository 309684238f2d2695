import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Signal } from '../../../apps/server/src/ports/signal.ts';
import { eventually } from '../src/eventually.ts';

/** What every signal must do. `open` connects one more process; `breakOff` cuts the connections of all. */
export function signalSuite(name: string, harness: { open(): Promise<Signal>; breakOff(): Promise<void> }): void {
  describe(`signal: ${name}`, () => {
    let one: Signal;
    let two: Signal;
    beforeAll(async () => { [one, two] = await Promise.all([harness.open(), harness.open()]); }, 60_000);
    afterAll(async () => { await Promise.all([one.close(), two.close()]); });

    test('reaches every process, in order, on its channel only', async () => {
      const heard: string[] = [];
      const elsewhere: string[] = [];
      const off = [one.on('koma_event', (payload) => heard.push(`one ${payload}`)), two.on('koma_event', (payload) => heard.push(`two ${payload}`)), two.on('koma_cancel', (payload) => elsewhere.push(payload))];
      for (const payload of ['a', 'b', 'c']) await one.send('koma_event', payload);
      await eventually('all heard', () => heard.length === 6);
      expect(heard.filter((line) => line.startsWith('two'))).toEqual(['two a', 'two b', 'two c']);
      expect(elsewhere).toEqual([]);
      for (const stop of off) stop();
      await one.send('koma_event', 'd');
      await one.send('koma_cancel', 'x');
      expect(heard).toHaveLength(6);
    });

    test('comes back after its connection broke, and says that something may be missed', async () => {
      let gaps = 0;
      const heard: string[] = [];
      one.onGap(() => { gaps += 1; });
      one.on('koma_actor', (payload) => heard.push(payload));
      await harness.breakOff();
      await eventually('the gap is told', () => gaps > 0);
      await eventually('messages come again', async () => {
        await two.send('koma_actor', 'again').catch(() => undefined);
        return heard.includes('again');
      });
    });
  });
}
