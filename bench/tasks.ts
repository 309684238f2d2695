/** Durable tasks (rows, events, one transaction) beside bare graphile-worker on the same database: pick-up and rate. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../apps/server/src/config/config.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { ensurePostgres } from '../apps/server/src/postgres/ensure-postgres.ts';
import { atLeast, atMost, interleave, median, percentile, report } from './measure.ts';
import { bareTasks } from './parts/bare-tasks.ts';
import { durableTasks } from './parts/durable-tasks.ts';
import { pickUpsOf, rateOf, type Contestant } from './parts/tasks-contest.ts';

const CONCURRENCY = 10;
const PICK_UPS = { concurrency: CONCURRENCY, count: 20 };
const BULK = { concurrency: CONCURRENCY, batches: 8, batchSize: 50 };
const ROUNDS = 25;
/** As the supervisor gives it to the worker process, which keeps three beside its pool. */
const DATABASE_CONNECTIONS = 16;

const asJson = process.argv.includes('--json');
const dataDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));
const postgres = await ensurePostgres({ dataDir });
const contestants: Contestant[] = [];

try {
  const databaseUrl = postgres.connectionString;
  await migrate(databaseUrl);
  const config: Config = {
    dataDir, host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:8080', databaseUrl, isDatabaseOurs: true, databaseConnectionsMax: DATABASE_CONNECTIONS,
    secrets: { authSecret: randomBytes(32).toString('hex'), encryptionKeyB64: randomBytes(32).toString('base64') }, controlToken: randomBytes(32).toString('hex'), role: 'worker', logLevel: 'error',
  };
  const enter = <T extends Contestant>(contestant: T) => { contestants.push(contestant); return contestant; };
  const ours = enter(await durableTasks(config));
  const bare = enter(bareTasks({ databaseUrl, connectionsMax: DATABASE_CONNECTIONS - 3, isTuned: false }));
  const tuned = enter(bareTasks({ databaseUrl, connectionsMax: DATABASE_CONNECTIONS - 3, isTuned: true }));

  const waits = { ours: [] as number[], bare: [] as number[] };
  const pickUp = async (contestant: Contestant, kept: number[]) => {
    const round = await pickUpsOf(contestant, PICK_UPS);
    kept.push(...round);
    return median(round);
  };
  const pickUps = await interleave(ROUNDS, () => pickUp(ours, waits.ours), () => pickUp(bare, waits.bare));
  // The first bulk finds cold code and small tables.
  for (const contestant of [ours, bare, tuned]) await rateOf(contestant, { ...BULK, batches: 4 });
  const tunedRates: number[] = [];
  const rates = await interleave(ROUNDS, () => rateOf(ours, BULK), async () => {
    tunedRates.push(await rateOf(tuned, BULK));
    return rateOf(bare, BULK);
  });
  report('tasks', [
    atMost('pick-up, p50 from enqueue to handler', 'ms', pickUps.ours, { name: 'bare graphile-worker', value: pickUps.peer }, 2, pickUps.ratio),
    atLeast(`rate, ${BULK.batches} x ${BULK.batchSize} tasks, concurrency ${CONCURRENCY}`, 'tasks/s', rates.ours, { name: 'bare graphile-worker', value: rates.peer }, 0.7, rates.ratio),
  ], {
    'pick-up p95, ms': percentile(waits.ours, 0.95).toFixed(1), 'pick-up p95 of graphile-worker, ms': percentile(waits.bare, 0.95).toFixed(1),
    'rate of graphile-worker with our local queue and batches, tasks/s': Math.round(median(tunedRates)),
  }, asJson);
} finally {
  for (const contestant of contestants) await contestant.close();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
