import { ensurePostgres, type RunningPostgres } from '../../../apps/server/src/postgres/ensure-postgres.ts';
import type { Killable } from './killable.ts';

/** The program's own PostgreSQL on a data folder. Killed without warning it recovers when it is started again. */
export async function killablePostgres(dataDir: string): Promise<Killable & { url: string }> {
  let running: RunningPostgres = await ensurePostgres({ dataDir });
  return {
    name: 'postgres',
    url: running.connectionString,
    async kill() {
      process.kill(running.pid, 'SIGKILL');
      await running.exited;
      await running.stop();
      running = await ensurePostgres({ dataDir });
    },
    stop: () => running.stop(),
  };
}
