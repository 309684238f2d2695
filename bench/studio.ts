/** The studio: from a press to the first word of the event stream, with the picture in the queue; the API while a hundred pictures are on their way; a long history. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SocketOut } from '@komawari/contract';
import { safeFetch } from '../apps/server/src/adapters/safe-fetch/safe-fetch.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { ensurePostgres } from '../apps/server/src/postgres/ensure-postgres.ts';
import { atMost, interleave, median, percentile, report, timeOf } from './measure.ts';
import { gallerySizes, hangPictures, RARE_WORD } from './parts/gallery.ts';
import { addProvider, ask, configOf, makeKeyHolder, type Door } from './parts/instance.ts';
import { startProgram, type Program } from './parts/program.ts';

/** From the press until whoever follows the picture hears of it. */
const QUEUED_MAX_MS = 50;
const IN_FLIGHT = 100;
/** The API's p99 may rise by a fifth while they are on their way. */
const RISE_MAX = 1.2;
/** A deep history is read like a short one. */
const DEPTH_MAX = 1.5;
const SEARCH_MAX_MS = 50;
const PRESSES = 40;
const WARM = 10;
const ROUNDS = 3;
/** So long the provider draws: all hundred are on their way for all of a window. */
const DRAWS_MS = 14_000;
const WINDOW_MS = 8000;
/** Somebody who looks around, and some more: 50 requests a second. */
const EVERY_MS = 20;
const READS = 80;
const SIZE = { kind: 'pixels', width: 1024, height: 1024 };

const asJson = process.argv.includes('--json');
const dataDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));
const postgres = await ensurePostgres({ dataDir });
const programs: Program[] = [];

type Made = { id: string; pictures: { id: string; state: string }[] };

try {
  await migrate(postgres.connectionString);
  const config = configOf({ dataDir, databaseUrl: postgres.connectionString });
  const [maker, reader, newcomer] = [await makeKeyHolder(config, { email: 'maker@example.test', role: 'owner' }), await makeKeyHolder(config, { email: 'reader@example.test', role: 'user' }), await makeKeyHolder(config, { email: 'newcomer@example.test', role: 'user' })];
  await hangPictures(config.databaseUrl, { owner: `user:${reader.userId}`, count: gallerySizes.long, mark: 'a' });
  await hangPictures(config.databaseUrl, { owner: `user:${newcomer.userId}`, count: gallerySizes.short, mark: 'b' });
  const provider = `http://127.0.0.1:${await start('slow-provider.ts', { headMs: DRAWS_MS, stepMs: 0, words: '', answers: (ROUNDS + 1) * IN_FLIGHT })}/v1`;
  const url = `http://127.0.0.1:${await start('whole-web.ts', config)}`;
  const [making, reading, beginning]: Door[] = [maker, reader, newcomer].map(({ key }) => ({ url, key }));
  if (!making || !reading || !beginning) throw new Error('three doors were made');
  await addProvider(making, { url: provider, inFlightMax: IN_FLIGHT });

  const { answered, presses } = await pressAgain(making);
  const list = async (door: Door) => await timeOf(() => readWall(door, '?limit=50', 50));
  const search = async (door: Door, found: number) => await timeOf(() => readWall(door, `?limit=50&q=${encodeURIComponent(RARE_WORD)}`, found));
  for (let i = 0; i < WARM; i += 1) for (const door of [reading, beginning]) await list(door);
  const walls = await interleave(READS, () => list(reading), () => list(beginning));
  const searches: number[] = [];
  for (let i = 0; i < READS; i += 1) searches.push(await search(reading, gallerySizes.long / 1000));

  await start('whole-worker.ts', { ...config, role: 'worker' });
  const rounds: { idle: number; busy: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = percentile(await window(reading), 0.99);
    await drawMany(making);
    rounds.push({ idle, busy: percentile(await window(reading), 0.99) });
    await allDrawn(making);
  }
  report('studio', [
    atMost('from the press to the first word of its stream, p90', 'ms', percentile(presses, 0.9), { name: 'limit', value: QUEUED_MAX_MS }, 1),
    atMost(`API p99 while ${IN_FLIGHT} pictures are drawn`, 'ms', median(rounds.map(({ busy }) => busy)), { name: 'the same while nothing is', value: median(rounds.map(({ idle }) => idle)) }, RISE_MAX, median(rounds.map(({ busy, idle }) => busy / idle))),
    atMost(`newest 50 of ${gallerySizes.long} pictures`, 'ms', walls.ours, { name: `of ${gallerySizes.short}`, value: walls.peer }, DEPTH_MAX, walls.ratio),
    atMost(`a rare word in ${gallerySizes.long} pictures, p90`, 'ms', percentile(searches, 0.9), { name: 'limit', value: SEARCH_MAX_MS }, 1),
  ], { 'press to stream, median ms': median(presses).toFixed(1), 'press to answer, median ms': median(answered).toFixed(1), 'search, median ms': median(searches).toFixed(1), 'p99 of the rounds, idle / busy': rounds.map(({ idle, busy }) => `${idle.toFixed(1)} / ${busy.toFixed(1)}`).join(', ') }, asJson);
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts a program of `parts/` and gives its port. */
async function start(file: string, input: object): Promise<number> {
  const program = await startProgram([fileURLToPath(new URL(`./parts/${file}`, import.meta.url)), JSON.stringify(input)], { sign: /is ready on port \d+/ });
  programs.push(program);
  return Number(/port (\d+)/.exec(program.line)?.[1]);
}

/**
 * The form is sent, the answer says that the picture stands in the queue and how its stream is called, and the stream is followed on a
 * socket that is open already, as a page has one; then the picture is taken out again. In ms, to the answer and to the first word.
 */
async function pressAgain(door: Door): Promise<{ answered: number[]; presses: number[] }> {
  const taken = { answered: [] as number[], presses: [] as number[] };
  const follow = await openStreams(door);
  for (let i = 0; i < WARM + PRESSES; i += 1) {
    const began = performance.now();
    const { id, pictures: [picture] } = await ask<Made>(door, 'POST', '/studio/generations', { recipe: { prompt: `press ${i}`, size: SIZE } });
    taken.answered.push(performance.now() - began);
    await follow.first(id);
    taken.presses.push(performance.now() - began);
    if (picture?.state !== 'queued') throw new Error(`the picture is ${picture?.state ?? 'not there'}`);
    await ask(door, 'POST', '/studio/queue/cancel', { pictureIds: [picture.id] });
  }
  follow.close();
  return { answered: taken.answered.slice(WARM), presses: taken.presses.slice(WARM) };
}

/** One open socket to the streams of whoever has the key. */
async function openStreams({ url, key }: Door): Promise<{ first(stream: string): Promise<void>; close(): void }> {
  const { host } = new URL(url);
  const socket = await safeFetch().allowing([host]).openSocket(`ws://${host}/api/v1/socket`, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(60_000), openTimeoutMs: 5000, messageBytesMax: 1_000_000 });
  const messages = socket.messages[Symbol.asyncIterator]();
  return {
    /** Resolves with the first that is told of it. */
    async first(stream) {
      socket.send(JSON.stringify({ type: 'subscribe', stream, after: 0 }));
      for (;;) {
        const { value, done } = await messages.next();
        if (done) throw new Error('the socket has ended');
        const told = SocketOut.parse(JSON.parse(String(value)));
        if (told.type === 'error') throw new Error(told.message);
        if (told.type === 'pong' || told.stream !== stream) continue;
        socket.send(JSON.stringify({ type: 'unsubscribe', stream }));
        return;
      }
    },
    close: () => socket.close(),
  };
}

async function readWall(door: Door, query: string, count: number): Promise<void> {
  const { items } = await ask<{ items: unknown[] }>(door, 'GET', `/studio/pictures${query}`);
  if (items.length !== count) throw new Error(`${items.length} pictures were found instead of ${count}`);
}

/** Reads at a steady pace, whether or not the ones before were answered: what is slow must not keep the next away. In ms. */
async function window(door: Door): Promise<number[]> {
  const reads: Promise<number>[] = [];
  for (const until = performance.now() + WINDOW_MS; performance.now() < until; await sleep(EVERY_MS)) reads.push(timeOf(() => readWall(door, '?limit=50', 50)));
  return Promise.all(reads);
}

/** Resolves when the provider has all of them on its way. */
async function drawMany(door: Door): Promise<void> {
  for (let left = IN_FLIGHT; left > 0; left -= 8) await ask(door, 'POST', '/studio/generations', { recipe: { prompt: 'one of a hundred', count: Math.min(left, 8), size: SIZE, isFresh: true } });
  await until(door, ({ items }) => items.filter(({ state }) => state === 'drawing').length === IN_FLIGHT);
}

async function allDrawn(door: Door): Promise<void> {
  await until(door, ({ items }) => items.length === 0);
}

type Queue = { items: { state: string }[] };

async function until(door: Door, isTrue: (queue: Queue) => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (isTrue(await ask<Queue>(door, 'GET', '/studio/queue'))) return;
    await sleep(100);
  }
  throw new Error('the queue did not come to it');
}
