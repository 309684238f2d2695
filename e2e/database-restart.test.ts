/** PostgreSQL dies and comes back while readers ask and a comic is drawn: a short while of "try again", never an error of ours. */
import { eventually } from '@komawari/testkit';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { realInstance, type RealInstance } from './testing/real-instance.ts';

const STORY = readFileSync(new URL('../docs/samples/lighthouse.en.md', import.meta.url), 'utf8');
const READERS = 8;

let instance: RealInstance | undefined;
afterAll(async () => {
  await instance?.stop();
  instance?.remove();
});

test.runIf(process.platform === 'linux')('readers wait a moment, and the comic is finished', async () => {
  const koma = (instance = await realInstance());
  await koma.start();
  const { body } = await koma.call('POST', '/api/v1/comics', { body: { text: STORY } });
  const { id } = body as { id: string };
  const answers: { status: number; at: number }[] = [];
  const reading = new AbortController();
  const readers = Array.from({ length: READERS }, () => readOn(koma, `/api/v1/comics/${id}`, answers, reading.signal));
  const restarts: { from: number; to: number }[] = [];
  for (let round = 0; round < 3; round += 1) {
    await sleep(1500);
    const from = performance.now();
    expect(await koma.kill('postgres')).toBe(true);
    await eventually('PostgreSQL is back', () => koma.pidOf('postgres') !== undefined, 30_000);
    const to = performance.now();
    restarts.push({ from, to });
    await eventually('all is well again', () => answers.slice(-READERS * 3).every(({ status, at }) => status === 200 && at > to), 10_000);
  }
  reading.abort();
  await Promise.all(readers);
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  expect([...byStatus.keys()].filter((status) => status !== 200 && status !== 503), 'nothing but answers and "not ready"').toEqual([]);
  const late = (byStatus.get(503) ?? []).filter(({ at }) => !restarts.some(({ from, to }) => at > from && at < to + 5000));
  expect(late, '503 long after a restart').toEqual([]);
  await eventually('the comic is done', async () => ((await koma.call('GET', `/api/v1/comics/${id}`)).body as { state: string }).state === 'done', 120_000);
  console.log(`${answers.length} reads, ${byStatus.get(503)?.length ?? 0} told to try again; PostgreSQL away for ${restarts.map(({ from, to }) => Math.round(to - from)).join(', ')} ms`);
}, 300_000);

async function readOn(koma: RealInstance, path: string, answers: { status: number; at: number }[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const status = await koma.call('GET', path).then((reply) => reply.status, () => 0);
    answers.push({ status, at: performance.now() });
    await sleep(20);
  }
}
