// A child for the supervisor's tests: the real protocol and the real database check around a listener of ten lines.
import { createServer } from 'node:http';
import pg from 'pg';
import type { Config } from '../../config/config.ts';
import { checkServer } from '../../postgres/check-server.ts';
import type { Part } from '../messages.ts';
import { runSupervisedRole, type RunningRole } from '../role-process.ts';

const roles: Record<Part, (config: Config) => Promise<RunningRole | void>> = {
  prepare: (config) => checkServer(config.databaseUrl),
  web: fakeWeb,
  worker: fakeWorker,
};

const part = process.argv[2] as Part;
runSupervisedRole(part, Promise.resolve(roles[part]));

async function fakeWeb(config: Config): Promise<RunningRole> {
  if (process.env['KOMA_TEST_BROKEN']) throw new Error('the sky is falling');
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const server = createServer((_request, response) => {
    pool.query('select 1 as one').then(
      () => response.end('ok'),
      () => {
        response.statusCode = 503;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}

async function fakeWorker(config: Config): Promise<RunningRole> {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  await pool.query('select 1');
  // A loop without end obeys no polite signal: the case that the orphan watch exists for.
  if (process.env['KOMA_TEST_STUBBORN'])
    setTimeout(() => {
      for (;;) Math.sqrt(2);
    }, 300);
  return { stop: () => pool.end() };
}
