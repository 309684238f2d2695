import { testConfig, cloneTestDatabase, eventually, stopOwnTestServer, type TestDatabase } from '@komawari/testkit';
import { sql } from 'kysely';
import { pino } from 'pino';
import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryCache } from '../../adapters/cache/memory/memory-cache.ts';
import { systemClock } from '../../adapters/clock/system/system-clock.ts';
import { sortableIds } from '../../adapters/ids/sortable/sortable-ids.ts';
import { consoleMailer } from '../../adapters/mailer/console/console-mailer.ts';
import { diskObjectStore } from '../../adapters/objects/disk/disk-object-store.ts';
import { postgresSignal } from '../../adapters/signal/postgres/postgres-signal.ts';
import { openClient } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { App } from '../app.ts';
import { quotaBilling } from '../billing.ts';
import { UnknownOutcomeError } from '../errors.ts';
import { openStream } from '../events.ts';
import { createWorks } from '../works.ts';
import { cancelTask } from './cancel-task.ts';
import { continueTask } from './continue-task.ts';
import { createTasks } from './create-task.ts';
import { abandonUnknown, reopenUnknown } from './decide-unknown.ts';
import { createChores } from '../chores.ts';
import { createJobRegistry, type WorkRun } from './job-registry.ts';
import { JOB_NAMES } from './job-names.ts';
import { openRunner, runTask } from './run-task.ts';
import { claimTasks, findTask, lockTask, noteInLine } from './store.ts';
import { enqueueAdvances, enqueueTasks } from './queue.ts';
import { sweepTasks } from './sweep.ts';
import { startWorkerPool } from './worker-pool.ts';

let database: TestDatabase;
let app: App;
let work: (run: WorkRun<{ n: number }>) => Promise<void> = async () => undefined;
const ran: string[] = [];
const WAITS = -1;

beforeAll(async () => {
  database = await cloneTestDatabase();
  const config = testConfig({ databaseUrl: database.url });
  const onError = () => undefined;
  const clock = systemClock();
  const client = openClient({ connectionString: database.url, max: 8, name: 'test', onError });
  app = {
    config, client, log: pino({ level: 'silent' }),
    ports: {
      clock, ids: sortableIds(clock), objects: diskObjectStore(config.dataDir), mailer: consoleMailer(() => undefined),
      signal: await postgresSignal({ connectionString: database.url, pool: client.pool, onError }), openCache: (options) => memoryCache({ clock, ...options }),
    },
    billing: quotaBilling({ unitsPerDay: 100 }), works: createWorks(), jobs: createJobRegistry(), chores: createChores(),
  };
  for (const lane of ['working', 'waiting'] as const) app.jobs.add({
    type: 'work', kind: lane === 'working' ? 'test.work' : 'test.wait', input: z.object({ n: z.number() }), failuresMax: 2, ...(lane === 'waiting' ? { lane } : {}),
    async run(run) {
      ran.push(run.task.id);
      await work(run);
      return { result: { n: run.task.input.n } };
    },
  });
}, 60_000);

beforeAll(() => {
  app.jobs.add({
    type: 'parent', kind: 'test.parent', input: z.object({ parts: z.number() }),
    async advance({ input }) {
      return Array.from({ length: input.parts }, (_, n) => ({ kind: 'test.work', key: `part:${n}`, input: { n } }));
    },
  });
});

afterAll(async () => {
  await app.ports.signal.close();
  await app.client.close();
  await database.drop();
  await stopOwnTestServer();
});

beforeEach(async () => {
  ran.length = 0;
  work = async () => undefined;
  await sql`truncate task, stream, hold, spare cascade`.execute(app.client.db);
  await sql`delete from graphile_worker._private_jobs`.execute(app.client.db);
});

async function create(count: number, owner = 'user:a', units = 0): Promise<string[]> {
  return inTransaction(app.client.db, async (tx) => {
    await openStream(tx, { id: owner, owner });
    return createTasks(app, tx, Array.from({ length: count }, (_, n) => ({ kind: 'test.work', owner, stream: owner, input: { n }, units })));
  });
}

const runner = () => openRunner(app, { holder: () => 'me', running: new Map(), isStopping: () => false });
const stateOf = async (id: string) => (await findTask(app.client.db, id))?.state;
const jobCount = async () => Number((await sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_jobs`.execute(app.client.db)).rows[0]?.n);

describe('creating', () => {
  test('row, hold and job appear together or not at all', async () => {
    await expect(inTransaction(app.client.db, async (tx) => {
      await openStream(tx, { id: 's', owner: 'user:a' });
      await createTasks(app, tx, [{ kind: 'test.work', owner: 'user:a', stream: 's', input: { n: 1 }, units: 3 }]);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await jobCount()).toBe(0);
    expect(await app.client.db.selectFrom('hold').selectAll().execute()).toEqual([]);
  });

  test('more than the quota is refused whole, also by several at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => create(1, 'user:q', 30)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
    expect(await jobCount()).toBe(3);
  });

  test('owners take turns', async () => {
    await create(50, 'user:many');
    await create(2, 'user:few');
    const { rows } = await sql<{ owner: string }>`select task.owner from graphile_worker._private_jobs job join task on job.key = 'task:' || task.id order by job.priority, job.run_at, job.id`.execute(app.client.db);
    expect(rows.findIndex((row) => row.owner === 'user:few')).toBeLessThan(3);
    expect(rows.findLastIndex((row) => row.owner === 'user:few')).toBeLessThan(6);
  });
});

async function createParent(parts: number): Promise<string> {
  const [id = ''] = await inTransaction(app.client.db, async (tx) => {
    await openStream(tx, { id: 'user:p', owner: 'user:p' });
    return createTasks(app, tx, [{ kind: 'test.parent', owner: 'user:p', stream: 'user:p', input: { parts } }]);
  });
  return id;
}

describe('a parent', () => {
  test('hears at once of a part that was cancelled before it began', async () => {
    const id = await createParent(1);
    await runTask(runner(), 'test.parent', id);
    await sql`delete from graphile_worker._private_jobs`.execute(app.client.db);
    const part = await app.client.db.selectFrom('task').select('id').where('parent_id', '=', id).executeTakeFirstOrThrow();
    await inTransaction(app.client.db, async (tx) => cancelTask(app, tx, (await lockTask(tx, part.id))!));
    expect(await jobCount()).toBe(1);
    await runTask(runner(), 'test.parent', id);
    expect([await stateOf(part.id), await stateOf(id)]).toEqual(['cancelled', 'incomplete']);
  });

  test.each([[3], [130]])('of %i parts ends when they have', async (parts) => {
    const id = await createParent(parts);
    const pool = await startWorkerPool(app, { working: 2, waiting: 8 });
    try {
      await eventually('the parent ends', async () => (await stateOf(id)) === 'done', 80_000);
    } finally {
      await pool.stop();
    }
    expect(ran).toHaveLength(parts);
  }, 100_000);

  test('of many parts is looked at after a while, however many of them end; one of few at once', async () => {
    const [many, few] = [await createParent(130), await createParent(3)];
    for (const id of [many, few]) await runTask(runner(), 'test.parent', id);
    const dueIn = async (id: string) => (await sql<{ ms: number }>`select extract(epoch from run_at - now())::float8 * 1000 as ms from graphile_worker._private_jobs where key = ${`advance:${id}`}`.execute(app.client.db)).rows.map((row) => row.ms);
    await inTransaction(app.client.db, (tx) => enqueueAdvances(tx, [many, few]));
    const [first = 0] = await dueIn(many);
    expect(first).toBeLessThanOrEqual(130);
    const dueAt = async () => (await sql<{ at: string }>`select run_at::text as at from graphile_worker._private_jobs where key = ${`advance:${many}`}`.execute(app.client.db)).rows;
    const before = await dueAt();
    await inTransaction(app.client.db, (tx) => enqueueAdvances(tx, [many]));
    expect(await dueAt(), 'it does not move away').toEqual(before);
    expect((await dueIn(few))[0]).toBeLessThanOrEqual(0);
  });
});

describe('running', () => {
  test('a result with an old epoch is kept as a spare, never over a newer one', async () => {
    const [id = ''] = await create(1, 'user:a', 2);
    let release = (): void => undefined;
    work = (run) => (run.task.epoch === 1 ? new Promise((resolve) => { release = resolve; }) : Promise.resolve());
    const slow = runTask(runner(), 'test.work', id);
    await eventually('the first attempt runs', () => ran.length === 1);
    await runTask(runner(), 'test.work', id);
    expect(await stateOf(id)).toBe('done');
    release();
    await slow;
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'done', epoch: 2 });
    expect(await app.client.db.selectFrom('spare').select(['task_id', 'epoch']).execute()).toEqual([{ task_id: id, epoch: 1 }]);
    const holds = await app.client.db.selectFrom('hold').select('state').execute();
    expect(holds, 'captured once').toEqual([{ state: 'captured' }]);
  });

  test('a late result does not end a task that another attempt is working on', async () => {
    const [id = ''] = await create(1);
    const release: (() => void)[] = [];
    work = () => new Promise((resolve) => release.push(resolve));
    const first = runTask(runner(), 'test.work', id);
    await eventually('the first attempt runs', () => release.length === 1);
    const second = runTask(runner(), 'test.work', id);
    await eventually('the second attempt runs', () => release.length === 2);
    release[0]?.();
    await first;
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'running', epoch: 2 });
    release[1]?.();
    await second;
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'done', epoch: 2 });
  });

  test('an ended task is not run again', async () => {
    const [id = ''] = await create(1);
    await runTask(runner(), 'test.work', id);
    await runTask(runner(), 'test.work', id);
    expect(ran).toHaveLength(1);
  });

  test('failures are counted, then it ends and its hold is released', async () => {
    const [id = ''] = await create(1, 'user:a', 5);
    work = async () => { throw new Error('boom'); };
    await runTask(runner(), 'test.work', id);
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'queued', failures: 1 });
    await runTask(runner(), 'test.work', id);
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'failed', error_code: 'server.error' });
    expect(await app.client.db.selectFrom('hold').select('state').execute()).toEqual([{ state: 'void' }]);
  });

  test('a task that kills its process again and again is given up', async () => {
    const [id = ''] = await create(1);
    for (let i = 0; i < 21; i += 1) await claimTasks(app.client.db, [id], { holder: 'dead', now: new Date(), leaseUntil: new Date() });
    await runTask(runner(), 'test.work', id);
    expect(ran).toEqual([]);
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'failed', error_code: 'tasks.crashing' });
  });

  test('one that stood in line each time the process died goes on', async () => {
    const [id = ''] = await create(1);
    for (let i = 0; i < 25; i += 1) {
      const [task] = await claimTasks(app.client.db, [id], { holder: 'dead', now: new Date(), leaseUntil: new Date() });
      await noteInLine(app.client.db, task!, true);
    }
    expect(await findTask(app.client.db, id)).toMatchObject({ interruptions: 0 });
    // An attempt that has been taken over has nothing to say any more.
    await noteInLine(app.client.db, { id, epoch: 1 }, false);
    expect(await findTask(app.client.db, id)).toMatchObject({ is_in_line: true });
    await runTask(runner(), 'test.work', id);
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'done', is_in_line: false });
  });
});

describe('a lost answer', () => {
  const decide = (id: string, decision: typeof reopenUnknown) => inTransaction(app.client.db, async (tx) => decision(app, tx, (await lockTask(tx, id)) as never));
  const holdOf = async (id: string) => (await app.client.db.selectFrom('hold').select('state').where('task_id', '=', id).executeTakeFirst())?.state;
  const lose = async () => {
    work = () => Promise.reject(new UnknownOutcomeError('cut'));
    const [id = ''] = await create(1, 'user:a', 1);
    await runTask(runner(), 'test.work', id);
    expect([await stateOf(id), await holdOf(id)]).toEqual(['unknown', 'held']);
    work = async () => undefined;
    return id;
  };

  test('is never asked for again by itself, and its hold stays', async () => {
    const id = await lose();
    await sweepTasks(app);
    await runTask(runner(), 'test.work', id);
    expect([await stateOf(id), await holdOf(id), ran]).toEqual(['unknown', 'held', [id]]);
    await expect(inTransaction(app.client.db, async (tx) => continueTask(app, tx, (await lockTask(tx, id)) as never))).rejects.toThrow('tasks.nothing-to-continue');
  });

  test('is abandoned, or tried once more, each once', async () => {
    const id = await lose();
    await decide(id, abandonUnknown);
    expect([await stateOf(id), await holdOf(id)]).toEqual(['cancelled', 'void']);
    await expect(decide(id, reopenUnknown)).rejects.toThrow('tasks.not-unknown');
    const other = await lose();
    await decide(other, reopenUnknown);
    await expect(decide(other, abandonUnknown)).rejects.toThrow('tasks.not-unknown');
    await runTask(runner(), 'test.work', other);
    expect([await stateOf(other), await holdOf(other)]).toEqual(['done', 'captured']);
  });

  test('after 72 hours its hold is released, and held again for another try', async () => {
    const id = await lose();
    await sql`update hold set expires_at = now() - interval '1 second'`.execute(app.client.db);
    await sweepTasks(app);
    expect([await stateOf(id), await holdOf(id)]).toEqual(['unknown', 'void']);
    await decide(id, reopenUnknown);
    expect(await holdOf(id)).toBe('held');
  });
});

describe('the worker pool', () => {
  test('who waits for somebody else takes no hand from those who work', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    work = async (run) => { if (run.task.input.n === WAITS) await gate; };
    const pool = await startWorkerPool(app, { working: 1, waiting: 5 });
    const waiting = await inTransaction(app.client.db, async (tx) => { await openStream(tx, { id: 'user:a', owner: 'user:a' }); return createTasks(app, tx, Array.from({ length: 5 }, () => ({ kind: 'test.wait', owner: 'user:a', stream: 'user:a', input: { n: WAITS } }))); });
    await eventually('all five wait', () => waiting.every((id) => ran.includes(id)));
    const [id = ''] = await create(1);
    await eventually('the one that works is done', async () => (await stateOf(id)) === 'done');
    expect(await Promise.all(waiting.map(stateOf))).toEqual(Array(5).fill('running'));
    open();
    await eventually('all done', async () => (await Promise.all(waiting.map(stateOf))).every((state) => state === 'done'));
    await pool.stop();
  });

  test('works off what is queued, and cancels what runs', async () => {
    const ids = await create(20);
    const pool = await startWorkerPool(app, { working: 3, waiting: 8 });
    await eventually('all done', async () => (await Promise.all(ids.map(stateOf))).every((state) => state === 'done'));
    const aborted: string[] = [];
    work = (run) => new Promise((_, reject) => run.signal.addEventListener('abort', () => { aborted.push(run.task.id); reject(new Error('aborted')); }));
    const [id = ''] = await create(1);
    await eventually('it runs', () => ran.includes(id));
    await inTransaction(app.client.db, async (tx) => { const task = await lockTask(tx, id); if (task) await cancelTask(app, tx, task); });
    await eventually('it is cancelled', async () => (await stateOf(id)) === 'cancelled');
    expect(aborted).toEqual([id]);
    await pool.stop();
    expect(await jobCount()).toBe(0);
  });

  test('a stop gives running tasks back without counting a failure', async () => {
    const pool = await startWorkerPool(app, { working: 1, waiting: 8 });
    work = (run) => new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const [id = ''] = await create(1);
    await eventually('it runs', () => ran.includes(id));
    await pool.stop();
    expect(await findTask(app.client.db, id)).toMatchObject({ state: 'queued', failures: 0 });
    expect(await jobCount()).toBe(1);
  });

  test('survives the loss of its connections', async () => {
    const pool = await startWorkerPool(app, { working: 2, waiting: 8 });
    for (let round = 0; round < 3; round += 1) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(app.client.db).catch(() => undefined);
      const ids = await eventually('the pool of connections is back', () => create(4).catch(() => undefined));
      await eventually('all done', async () => (await Promise.all(ids.map(stateOf))).every((state) => state === 'done'), 15_000);
    }
    await pool.stop();
  }, 60_000);
});

test('a wish to go on is not swallowed by a job that is fetched in the same moment', async () => {
  const [id = ''] = await create(1);
  const key = `task:${id}`;
  const [fetching, wishing] = [await app.client.pool.connect(), await app.client.pool.connect()];
  await fetching.query('begin');
  await fetching.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w', attempts = 1 where key = $1`, [key]);
  const wished = inTransaction(app.client.db, (tx) => enqueueTasks(tx, [{ id, kind: 'test.work', priority: 0 }]));
  await eventually('the wish waits for the fetch', async () => Number((await wishing.query(`select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rows[0].n) > 0);
  await fetching.query('commit');
  await wished;
  const { rows } = await wishing.query('select key, locked_by from graphile_worker._private_jobs order by id');
  expect(rows).toEqual([{ key: null, locked_by: 'w' }, { key, locked_by: null }]);
  for (const one of [fetching, wishing]) one.release();
});

describe('sweeping', () => {
  test('a task without a job gets one, and a hold past its time is released', async () => {
    const [id = ''] = await create(1, 'user:a', 1);
    await sql`delete from graphile_worker._private_jobs`.execute(app.client.db);
    await sql`update task set created_at = now() - interval '1 minute'`.execute(app.client.db);
    await app.client.db.insertInto('hold').values({ task_id: 'task_gone', owner: 'user:a', amount: 1, created_at: new Date(0), expires_at: new Date(0) }).execute();
    expect(await sweepTasks(app)).toBe(1);
    expect(await sweepTasks(app)).toBe(0);
    expect(await jobCount()).toBe(1);
    const holds = await app.client.db.selectFrom('hold').select(['task_id', 'state']).orderBy('state').execute();
    expect(holds).toEqual([{ task_id: id, state: 'held' }, { task_id: 'task_gone', state: 'void' }]);
  });
});

test('a job that failed because the database was away does not wait for hours', async () => {
  const [id = ''] = await create(1);
  await sql`update graphile_worker._private_jobs set last_error = 'Connection terminated', attempts = 9, run_at = now() + interval '2 hours'`.execute(app.client.db);
  await sweepTasks(app);
  const { rows } = await sql<{ isDue: boolean }>`select run_at <= now() as "isDue" from graphile_worker._private_jobs where key = ${`task:${id}`}`.execute(app.client.db);
  expect(rows).toEqual([{ isDue: true }]);
});

test('what was queued before the clock was set back does not wait for the clock', async () => {
  await create(2);
  await sql`update graphile_worker._private_jobs set run_at = now() + interval '3 hours'`.execute(app.client.db);
  // One of them was being run by a worker that has died since.
  await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() + interval '3 hours' where id = (select min(id) from graphile_worker._private_jobs)`.execute(app.client.db);
  const pool = await startWorkerPool(app, { working: 1, waiting: 8 });
  await eventually('both ran', () => ran.length === 2, 60_000);
  await pool.stop();
});

describe('the registry of jobs', () => {
  const job = (kind: string) => ({ type: 'work' as const, kind, input: z.object({}), failuresMax: 1, run: async () => ({ result: {} }) });
  test('stops the start when a job has no handler, two, or is not declared', () => {
    const registry = createJobRegistry();
    for (const name of JOB_NAMES.slice(1)) registry.add(job(name));
    expect(() => registry.check(JOB_NAMES)).toThrow(`"${JOB_NAMES[0]}" has no handler`);
    expect(() => registry.add(job(JOB_NAMES[1]))).toThrow('has two handlers');
    registry.add(job(JOB_NAMES[0]));
    expect(() => registry.check(JOB_NAMES)).not.toThrow();
    registry.add(job('secret.work'));
    expect(() => registry.check(JOB_NAMES)).toThrow('is not declared');
  });
});
