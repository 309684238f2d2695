/** Pictures are drawn at a provider that bills while the worker is killed at random: no picture is lost, and none is asked for twice by itself. */
import { Generation, Picture } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killableRole, type Killable } from '../../../../../../packages/testkit/faults/killable.ts';
import { startFakeOpenai } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';

/** A worker takes a second or two to start: a hundred moments are for the long suite. */
const KILLS = process.env['KOMA_LONG'] === '1' ? 100 : 12;
const folder = mkdtempSync(join(tmpdir(), 'koma-killed-worker-'));
let server: BootedServer;
let fake: Awaited<ReturnType<typeof startFakeOpenai>>;
let worker: Killable | undefined;
let me: Account;

beforeAll(async () => {
  fake = await startFakeOpenai({ key: 'sk-test' });
  server = await bootServer();
  me = await server.account('owner');
}, 60_000);

afterAll(async () => {
  await worker?.stop();
  await server.close();
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

const api = (method: string, path: string, body?: object) => server.call(method, `/api/v1${path}`, { headers: me.headers, ...(body ? { body } : {}) });
const db = () => server.app.client.db;
const promptOf = (asked: (typeof fake.asked)[number]) => asked.json<{ prompt: string }>().prompt;
const works = () => fake.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/images/generations'));

test(`${KILLS} kills of the worker: each picture ends once, and what the provider was asked is never repeated by itself`, async () => {
  const random = seeded(Number(process.env['KOMA_SEED'] ?? 11));
  const added = await api('POST', '/providers', { kind: 'openai', name: 'Fake', url: fake.baseUrl, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true, inFlightMax: 6 });
  expect(added.status, added.text).toBe(201);
  const log = join(folder, 'worker.log');
  worker = killableRole('worker', { config: { ...server.app.config, role: 'worker', databaseConnectionsMax: 8 }, engine: { delayMs: 0 } }, log);

  const generations: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    generations.push(await generate(`kill ${kill}`, 1 + Math.floor(random() * 3)));
    // Most answers take about as long as a worker lives.
    for (let i = 0; i < 2; i += 1) fake.fault({ kind: 'slow', ms: Math.floor(random() * 300) });
    // It is killed while something is on its way, or after a while.
    const before = works().length;
    await eventually('the worker asks', () => works().length > before, 5000).catch(() => undefined);
    await sleep(random() * 350);
    await worker.kill();
  }

  const open = () => db().selectFrom('picture').select('id').where('state', '=', 'queued').execute();
  await eventually('all pictures have ended', async () => (await open()).length === 0, 120_000).catch((error: unknown) => { throw new Error(`${String(error)}\n${readFileSync(log, 'utf8').slice(-4000)}`); });
  const pictures = await picturesOf(generations);
  const states = Object.entries(Object.groupBy(pictures, ({ state }) => state)).map(([state, list]) => [state, list?.length] as const).toSorted();
  console.log(`kills ${KILLS}; pictures ${JSON.stringify(Object.fromEntries(states))}; asked ${works().length}, billed ${fake.billed()}`);

  expect(states.every(([state]) => state === 'done' || state === 'unknown')).toBe(true);
  expectAskedAtMost(1, pictures);
  await expectHolds(pictures);
  for (const picture of pictures) if (picture.state === 'done') expect((await server.call('GET', picture.url!, { headers: me.headers })).bytes.byteLength).toBe(picture.sizeBytes);

  // A person decides about those that nobody knows of; then all is whole.
  const lost = pictures.filter(({ state }) => state === 'unknown');
  for (const picture of lost) expect((await api('POST', `/studio/pictures/${picture.id}/resend`)).status).toBe(202);
  await eventually('those that were sent again are there', async () => (await picturesOf(generations)).every(({ state }) => state === 'done'), 60_000);
  expectAskedAtMost(2, pictures);
  await expectHolds(await picturesOf(generations));
  const parents = await db().selectFrom('task').select('state').where('kind', '=', 'studio.generate').execute();
  expect(new Set(parents.map(({ state }) => state))).toEqual(new Set(['done']));
}, 1_800_000);

async function generate(prompt: string, count: number): Promise<string> {
  const reply = await api('POST', '/studio/generations', { recipe: { prompt, count, size: { kind: 'pixels', width: 1024, height: 1024 } } });
  expect(reply.status, reply.text).toBe(202);
  return Generation.parse(reply.body).id;
}

async function picturesOf(generations: readonly string[]): Promise<Picture[]> {
  const all = await Promise.all(generations.map(async (id) => Generation.parse((await api('GET', `/studio/generations/${id}`)).body).pictures));
  return all.flat();
}

/** Pictures of one generation have one prompt. */
function expectAskedAtMost(times: number, pictures: readonly Picture[]): void {
  const asked = Map.groupBy(works(), promptOf);
  for (const [prompt, list] of Map.groupBy(pictures, (picture) => picture.prompt)) expect(asked.get(prompt)?.length ?? 0, prompt).toBeLessThanOrEqual(list.length * times);
}

async function expectHolds(pictures: readonly Picture[]): Promise<void> {
  const holds = await db().selectFrom('hold').select(['task_id', 'state']).execute();
  const stateOf = new Map(holds.map((hold) => [hold.task_id, hold.state]));
  for (const picture of pictures) expect(stateOf.get(picture.taskId), picture.state).toBe(picture.state === 'done' ? 'captured' : 'held');
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
