/** Comics are drawn while processes die at random: nothing acknowledged is lost, nothing stored is made twice. */
import { eventually, testConfig } from '@komawari/testkit';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { killablePostgres } from '../../../../../packages/testkit/faults/killable-postgres.ts';
import { killableRole, type Killable } from '../../../../../packages/testkit/faults/killable.ts';
import { migrate } from '../../db/migrate.ts';

const KILLS = process.env['KOMA_LONG'] === '1' ? 200 : 50;
const PANELS = 24;
const OPEN_COMICS = 3;
const folder = mkdtempSync(join(tmpdir(), 'koma-kills-'));
const toStop: Killable[] = [];

afterAll(async () => {
  for (const part of toStop.reverse()) await part.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`${KILLS} kills: no task lost, no stored result made twice`, async () => {
  const random = seeded(Number(process.env['KOMA_SEED'] ?? 7));
  const drawLog = join(folder, 'draws.log');
  const processLog = join(folder, 'processes.log');
  writeFileSync(drawLog, '');
  const postgres = await killablePostgres(folder);
  toStop.push(postgres);
  await migrate(postgres.url);
  const port = await freePort();
  const config = testConfig({ dataDir: folder, databaseUrl: postgres.url, port, publicUrl: `http://127.0.0.1:${port}`, logLevel: 'warn', databaseConnectionsMax: 10 });
  const engine = { delayMs: 30, logFile: drawLog };
  const web = killableRole('web', { config: { ...config, role: 'web' }, engine }, processLog);
  const worker = killableRole('worker', { config: { ...config, role: 'worker' }, engine }, processLog);
  toStop.push(web, worker);

  const client = apiClient(config.publicUrl, config.controlToken);
  const comics: string[] = [];
  const feeding = new AbortController();
  const feed = feedComics(client, comics, feeding.signal);
  await eventually('the first comic is accepted', () => comics.length > 0, 30_000);

  const killed: Record<string, number> = {};
  // On a slow machine it takes more of them until some comics were under way.
  for (let kill = 0; kill < KILLS || comics.length <= 2; kill += 1) {
    await sleep(100 + random() * 900);
    const choice = random();
    // The supervisor's death takes all three along.
    const victims = choice < 0.25 ? [web] : choice < 0.6 ? [worker] : choice < 0.85 ? [postgres] : [web, worker, postgres];
    await Promise.all(victims.map((victim) => victim.kill()));
    const name = victims.length === 1 ? victims[0]?.name ?? '' : 'all';
    killed[name] = (killed[name] ?? 0) + 1;
  }
  feeding.abort();
  await feed;
  expect(comics.length).toBeGreaterThan(2);

  const db = new pg.Pool({ connectionString: postgres.url, max: 2 });
  db.on('error', () => undefined);
  try {
    await eventually('all comics are finished', async () => {
      const { rows } = await db.query(`select count(*)::int as open from comic where state in ('queued', 'running')`);
      return rows[0].open === 0;
    }, 120_000).catch(async (error: unknown) => {
      const { rows } = await db.query(`select t.id, t.kind, t.key, t.state, t.epoch, t.failures, t.interruptions, t.holder, (select count(*)::int from graphile_worker._private_jobs j where j.payload ->> 'taskId' = t.id) as jobs from task t where state in ('queued', 'running') limit 20`);
      throw new Error(`${String(error)}\n${JSON.stringify(rows, null, 1)}\n${readFileSync(processLog, 'utf8').slice(-4000)}`);
    });
    await expectWhole(db, comics);
    const { draws, wasted } = await expectNothingTwice(db, drawLog);
    console.log(`kills ${JSON.stringify(killed)}; ${comics.length} comics, ${comics.length * PANELS} panels, ${draws} drawings begun, ${wasted} interrupted and begun again`);
  } finally {
    await db.end();
  }
}, 1_800_000);

async function expectWhole(db: pg.Pool, comics: readonly string[]): Promise<void> {
  const { rows } = await db.query(`select id, state, panel_count, panels_done, panels_failed, page_count from comic order by id`);
  expect(rows.map((row) => row.id)).toEqual([...comics].sort());
  for (const row of rows) expect(row).toMatchObject({ state: 'done', panel_count: PANELS, panels_done: PANELS, panels_failed: 0 });
  const open = await db.query(`select id, kind, state from task where state <> 'done'`);
  expect(open.rows).toEqual([]);
  const holds = await db.query(`select state, count(*)::int as count from hold group by state`);
  expect(holds.rows).toEqual([{ state: 'captured', count: comics.length * PANELS }]);
  const gaps = await db.query(`select stream_id from event group by stream_id having min(seq) <> 1 or max(seq) <> count(*) or max(seq) <> (select last_seq from stream where id = stream_id)`);
  expect(gaps.rows, 'event numbers without gaps').toEqual([]);
  // A job whose task ended while its worker died is taken off when it is run again.
  const jobs = () => db.query('select key, attempts, last_error, run_at, locked_by from graphile_worker._private_jobs');
  await eventually('no job is left behind', async () => (await jobs()).rows.length === 0, 60_000).catch(async (error: unknown) => { throw new Error(`${String(error)} ${JSON.stringify((await jobs()).rows)}`); });
}

/** A drawing may begin again only as long as none was stored; the moment of storing stands in the row. */
async function expectNothingTwice(db: pg.Pool, drawLog: string): Promise<{ draws: number; wasted: number }> {
  const { rows } = await db.query(`select comic.title, panel_id, stored_at from comic_panel join comic on comic.id = comic_id`);
  const storedAt = new Map(rows.map((row) => [`${row.title} ${row.panel_id}`, (row.stored_at as Date).getTime()]));
  const lines = readFileSync(drawLog, 'utf8').trim().split('\n').map((line) => /^draw (.+) (\d+)$/.exec(line)).filter((match) => match !== null);
  const late = lines.filter((match) => Number(match[2]) > (storedAt.get(match[1] ?? '') ?? 0));
  expect(late.map((match) => match[0]), 'drawn again after it was stored').toEqual([]);
  const doubled = await db.query(`select stream_id, data ->> 'panelId' as panel, count(*)::int from event where data ->> 'type' = 'comic.panel' group by 1, 2 having count(*) <> 1`);
  expect(doubled.rows, 'stored more than once').toEqual([]);
  return { draws: lines.length, wasted: lines.length - rows.length };
}

type Client = { create(key: string): Promise<string>; countOpen(): Promise<number> };

function apiClient(url: string, token: string): Client {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' };
  return {
    async create(key) {
      const text = [key, ...Array.from({ length: PANELS - 1 }, (_, index) => `Line ${index}`)].join('\n');
      const reply = await fetch(`${url}/api/v1/comics`, { method: 'POST', headers, body: JSON.stringify({ text, idempotencyKey: key }), signal: AbortSignal.timeout(5000) });
      if (reply.status !== 202) throw new Error(`${reply.status} ${await reply.text()}`);
      return ((await reply.json()) as { id: string }).id;
    },
    async countOpen() {
      const reply = await fetch(`${url}/api/v1/comics?limit=20`, { headers, signal: AbortSignal.timeout(5000) });
      const { items } = (await reply.json()) as { items: { state: string }[] };
      return items.filter((item) => item.state === 'queued' || item.state === 'running').length;
    },
  };
}

/** Keeps a few comics in the making. What was sent and not acknowledged is sent again under the same key until it is. */
async function feedComics(client: Client, comics: string[], stop: AbortSignal): Promise<void> {
  let isSending = false;
  while (!stop.aborted || isSending) {
    try {
      if (isSending || (await client.countOpen()) < OPEN_COMICS) {
        isSending = true;
        comics.push(await client.create(`story-${comics.length}`));
        isSending = false;
      }
    } catch (error) {
      // The killed server refuses, breaks off, or says that it is not ready.
      if (!/fetch failed|ECONN|aborted|timeout|503|terminated|socket|JSON|filter/i.test(String(error))) throw error;
    }
    await sleep(100);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** mulberry32: a failing run can be repeated with its seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
