/** The peer of `start`: a bare Fastify in front of the same PostgreSQL. `node bare-start.ts DATA_FOLDER PORT` */
import Fastify from 'fastify';
import pg from 'pg';
import { ensurePostgres } from '../../apps/server/src/postgres/ensure-postgres.ts';

const [dataDir = '', port = ''] = process.argv.slice(2);
const postgres = await ensurePostgres({ dataDir });
const pool = new pg.Pool({ connectionString: postgres.connectionString });
await pool.query('select 1');
const server = Fastify();
server.get('/healthz', async () => ({ status: 'ok' }));
process.on('SIGTERM', () => void stop());
await server.listen({ host: '127.0.0.1', port: Number(port) });
console.log('The bare server is ready');

async function stop(): Promise<void> {
  await server.close();
  await pool.end();
  await postgres.stop();
  process.exit(0);
}
