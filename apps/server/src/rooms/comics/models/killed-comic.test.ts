/** Comics are drawn by a model that bills while the worker is killed at random: no panel is lost, and none is asked for twice by itself. */
import { Comic, type Provider } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killableRole, type Killable } from '../../../../../../packages/testkit/faults/killable.ts';
import { startFakeOpenai } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';
import { realEngine } from '../engine.ts';

/** Each start of a worker takes a second or two; the long suite has more of them, and whole stories. */
const [COMICS, KILLS, LETTERS] = process.env['KOMA_LONG'] === '1' ? [3, 40, undefined] : [1, 3, 1000];
const STORY = readFileSync(join(import.meta.dirname, '../../../../../../docs/samples/lighthouse.en.md'), 'utf8').slice(0, LETTERS);
const folder = mkdtempSync(join(tmpdir(), 'koma-killed-comic-'));
let server: BootedServer;
let fake: Awaited<ReturnType<typeof startFakeOpenai>>;
let worker: Killable | undefined;
let author: Account;

beforeAll(async () => {
  fake = await startFakeOpenai({ key: 'sk-test' });
  server = await bootServer({ engine: realEngine() });
  author = await server.account('owner');
}, 60_000);

afterAll(async () => {
  await worker?.stop();
  await server.close();
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const reply = await server.call(method, `/api/v1${path}`, { headers: author.headers, ...(body ? { body } : {}) });
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body as Answer;
}

const works = () => fake.asked.filter(({ method, path }) => method === 'POST' && /\/images\/(generations|edits)$/.test(path)).length;
const read = async (id: string) => Comic.parse(await call('GET', `/comics/${id}`));

test(`${KILLS} kills of the worker: each panel of ${COMICS} comics is drawn, and what the provider was asked is never repeated by itself`, async () => {
  const { id: provider } = await call<Provider>('POST', '/providers', { kind: 'openai', name: 'Fake', url: fake.baseUrl, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true, inFlightMax: 2 });
  const log = join(folder, 'worker.log');
  worker = killableRole('worker', { config: { ...server.app.config, role: 'worker', databaseConnectionsMax: 8 }, engine: 'real' }, log);
  for (let i = 0; i < COMICS * 40; i += 1) fake.fault({ kind: 'slow', ms: 150 + ((i * 97) % 250) });
  const ids: string[] = [];
  for (let i = 0; i < COMICS; i += 1) ids.push((await call<{ id: string }>('POST', '/comics', { text: STORY, options: { artist: `${provider}/gpt-image-2` } })).id);

  for (let kill = 0; kill < KILLS; kill += 1) {
    // It is killed while something is on its way, or, with everything drawn, whatever it does.
    const before = works();
    await eventually('the worker asks', () => works() > before, 8000).catch(() => undefined);
    await sleep((kill * 73) % 200);
    await worker.kill();
  }
  const ended = () => eventually('the comics end', async () => {
    const comics = await Promise.all(ids.map(read));
    return comics.every(({ state }) => !['queued', 'running'].includes(state)) && comics;
  }, 120_000).catch((error: unknown) => { throw new Error(`${String(error)}\n${readFileSync(log, 'utf8').slice(-4000)}`); });
  const first = await ended();
  const panels = first.flatMap(({ panelStates }) => panelStates);
  const lost = first.flatMap(({ id, panelStates }) => panelStates.filter(({ state }) => state === 'unknown').map((panel) => ({ comicId: id, panelId: panel.id })));
  const states = Object.entries(Object.groupBy(panels, ({ state }) => state)).map(([state, list]) => `${list.length} ${state}`).join(', ');
  console.log(`kills ${KILLS}; panels ${states}; asked ${works()}, billed ${fake.billed()}`);
  expect(panels.every(({ state }) => state === 'done' || state === 'unknown')).toBe(true);
  expect([works(), fake.billed()]).toEqual([panels.length, panels.length]);

  // A person decides about those that nobody knows of; then the books are whole.
  for (const { comicId, panelId } of lost) expect(await call('POST', `/comics/${comicId}/panels/${panelId}/decide`, { decision: 'resend' })).toEqual({ decided: 1 });
  await eventually('the comics are whole', async () => (await Promise.all(ids.map(read))).every(({ state }) => state === 'done'), 60_000);
  expect(works()).toBe(panels.length + lost.length);
}, 600_000);
