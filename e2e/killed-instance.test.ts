/**
 * The whole program with its real engine, started as a user starts it, while its parts and its supervisor are
 * killed at random: every comic is finished in the end, and nothing that was stored is made a second time.
 */
import { eventually } from '@komawari/testkit';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../packages/comic/src/model/random.ts';
import { realInstance, type Part, type RealInstance } from './testing/real-instance.ts';

const KILLS = process.env['KOMA_LONG'] === '1' ? 200 : 50;
const OPEN_COMICS = 3;
const STORIES = ['lighthouse.en', 'last-bus.zh', 'umbrella.ja'].map((name) => readFileSync(new URL(`../docs/samples/${name}.md`, import.meta.url), 'utf8'));

let instance: RealInstance | undefined;
afterAll(async () => {
  await instance?.stop();
  instance?.remove();
});

test.runIf(process.platform === 'linux')(`${KILLS} kills of web, worker, PostgreSQL and supervisor: no task lost, no stored result made twice`, async () => {
  const { next: random } = seededRandom(`kills ${process.env['KOMA_SEED'] ?? 7}`);
  const started = performance.now();
  const koma = (instance = await realInstance());
  await koma.start();
  await watchRows(koma.databaseUrl());
  const comics = new Set<string>();
  const feeding = new AbortController();
  const feed = feedComics(koma, comics, feeding.signal);
  await eventually('the first comic is accepted', () => comics.size > 0, 30_000);

  const killed = await killAtRandom(koma, random);
  const killedAfterS = Math.round((performance.now() - started) / 1000);
  feeding.abort();
  await feed;
  await finishAll(koma, comics);
  const figures = await expectWhole(koma, comics);
  await koma.stop();
  await eventually('no process is left', () => koma.processes().length === 0, 15_000);
  console.log(`kills ${JSON.stringify(killed)} in ${killedAfterS} s, all finished after ${Math.round((performance.now() - started) / 1000)} s; ${JSON.stringify(figures)}`);
}, 1_800_000);

async function killAtRandom(koma: RealInstance, random: () => number): Promise<Record<Part, number>> {
  const killed: Record<Part, number> = { web: 0, worker: 0, postgres: 0, supervisor: 0 };
  for (let kills = 0; kills < KILLS;) {
    await sleep(200 + random() * 1600);
    const choice = random();
    const part: Part = choice < 0.22 ? 'web' : choice < 0.56 ? 'worker' : choice < 0.76 ? 'postgres' : 'supervisor';
    const before = part === 'supervisor' ? koma.processes() : [];
    if (!(await koma.kill(part))) continue;
    kills += 1;
    killed[part] += 1;
    if (part !== 'supervisor') continue;
    await koma.start();
    await eventually('the killed instance leaves nothing behind', () => !koma.processes().some((pid) => before.includes(pid)), 15_000);
  }
  return killed;
}

/** Rows tell on themselves: every change of a task's state or epoch, and every drawing that is replaced, is written down in its own transaction. */
async function watchRows(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (db) => db.query(`
    create table seen_task (nr bigint generated always as identity, task_id text, state text, epoch int);
    create table seen_part (nr bigint generated always as identity, comic_id text, part text, key text);
    create function see_task() returns trigger language plpgsql as $$ begin
      if (new.state, new.epoch) is distinct from (old.state, old.epoch) then insert into seen_task (task_id, state, epoch) values (new.id, new.state, new.epoch); end if; return null; end $$;
    create trigger see_task after update on task for each row execute function see_task();
    create function see_panel() returns trigger language plpgsql as $$ begin insert into seen_part (comic_id, part, key) values (new.comic_id, 'panel:' || new.panel_id, new.drawing_key); return null; end $$;
    create trigger see_panel after update of drawing_key on comic_panel for each row execute function see_panel();
    create function see_page() returns trigger language plpgsql as $$ begin insert into seen_part (comic_id, part, key) values (new.comic_id, 'page:' || new.number, new.page_key); return null; end $$;
    create trigger see_page after update of page_key on comic_page for each row execute function see_page();`));
}

/** Keeps a few comics in the making. What was sent and not acknowledged is sent again under the same key. */
async function feedComics(koma: RealInstance, comics: Set<string>, stop: AbortSignal): Promise<void> {
  let pending: object | undefined;
  for (let number = 0; !stop.aborted || pending; await sleep(250)) {
    try {
      if (!pending && (await countOpen(koma)) >= OPEN_COMICS) continue;
      pending ??= { text: STORIES[number % STORIES.length], idempotencyKey: `comic ${number}`, options: { seed: number } };
      const reply = await koma.call('POST', '/api/v1/comics', { body: pending });
      if (reply.status !== 202) continue;
      comics.add((reply.body as { id: string }).id);
      pending = undefined;
      number += 1;
    } catch {
      // The web process or its database is being killed just now.
    }
  }
}

async function countOpen(koma: RealInstance): Promise<number> {
  const { body } = await koma.call('GET', '/api/v1/comics?limit=20');
  return (body as { items: { state: string }[] }).items.filter(({ state }) => state === 'queued' || state === 'running').length;
}

/** What kills alone made incomplete is continued, as its reader would. */
async function finishAll(koma: RealInstance, comics: ReadonlySet<string>): Promise<void> {
  const open = new Set(comics);
  await eventually('every comic is done', async () => {
    try {
      for (const id of open) {
        const { state } = (await koma.call('GET', `/api/v1/comics/${id}`)).body as { state: string };
        if (state === 'done') open.delete(id);
        else if (state === 'incomplete') await koma.call('POST', `/api/v1/comics/${id}/continue`);
      }
    } catch (error) {
      // `fetch` says TypeError while the web process is being started again after the last kill.
      if (!(error instanceof TypeError)) throw error;
    }
    await sleep(500);
    return open.size === 0;
  }, 400_000).catch(async (error: unknown) => {
    const rows = await withDatabase(koma.databaseUrl(), (db) => db.query(`select t.id, t.kind, t.key, t.state, t.epoch, t.failures, t.interruptions, t.error_code, (select count(*)::int from graphile_worker._private_jobs j where j.payload ->> 'taskId' = t.id) as jobs from task t where state <> 'done' limit 20`));
    throw new Error(`${String(error)}\n${JSON.stringify(rows.rows, null, 1)}\n${readFileSync(koma.logFile, 'utf8').slice(-4000)}`);
  });
}

async function expectWhole(koma: RealInstance, comics: ReadonlySet<string>) {
  return withDatabase(koma.databaseUrl(), async (db) => {
    const rows = async (statement: string) => (await db.query(statement)).rows as Record<string, unknown>[];
    expect((await rows('select id from comic order by id')).map((row) => row['id']), 'what was accepted, all of it and once').toEqual([...comics].sort());
    expect(await rows(`select id, kind, state from task where state <> 'done'`), 'tasks that are not done').toEqual([]);
    expect(await rows(`select id from comic where panels_done <> panel_count or panels_failed <> 0 or panel_count = 0`), 'counts').toEqual([]);
    expect(await rows(`select comic_id from comic_panel where drawing_key is null or picture_key is null union select comic_id from comic_page where page_key is null or preview_key is null`), 'parts without a result').toEqual([]);
    expect(await rows(`select comic_id, part, count(*)::int from seen_part group by 1, 2 having count(*) <> 1`), 'results stored more than once').toEqual([]);
    expect(await rows(`select later.task_id, later.state, later.epoch from seen_task ended join task on task.id = ended.task_id and task.parent_id is not null join seen_task later on later.task_id = ended.task_id and later.nr > ended.nr where ended.state = 'done'`), 'parts begun again after their result was stored').toEqual([]);
    expect(await rows(`select state, count(*)::int from hold where state <> 'captured' group by 1`), 'holds').toEqual([]);
    expect(await rows(`select stream_id from event group by stream_id having min(seq) <> 1 or max(seq) <> count(*)`), 'event numbers without gaps').toEqual([]);
    await expectObjects(koma, comics);
    const [figures] = await rows(`select (select count(*)::int from comic) as comics, (select count(*)::int from comic_panel) as panels, (select count(*)::int from comic_page) as pages,
      (select count(*)::int from seen_task where state = 'running' and epoch > 0) as attempts, (select count(*)::int from task where parent_id is not null) as parts, (select coalesce(max(interruptions), 0) from task) as "mostInterrupted", (select count(*)::int from spare) as spares`);
    return figures;
  });
}

/** What the rows name can be read, whole. */
async function expectObjects(koma: RealInstance, comics: ReadonlySet<string>): Promise<void> {
  for (const id of [...comics].slice(0, 3)) {
    const { pages } = (await koma.call('GET', `/api/v1/comics/${id}`)).body as { pages: { picture: string; preview: string }[] };
    for (const { picture, preview } of pages) {
      expect((await koma.call('GET', picture)).text).toMatch(/<\/svg>\s*$/);
      expect((await koma.call('GET', preview)).bytes.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    }
  }
}

async function withDatabase<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url });
  db.on('error', () => undefined);
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
