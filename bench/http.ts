/** A list read through the whole stack (session, access, limits, contract) beside a bare Fastify + pg handler with the same SQL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../apps/server/src/config/config.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { ensurePostgres } from '../apps/server/src/postgres/ensure-postgres.ts';
import { atLeast, interleave, percentile, report } from './measure.ts';
import { loadOf } from './parts/load.ts';
import { startProgram, type Program } from './parts/program.ts';
import { fillShelf } from './parts/shelf.ts';

const ROWS = 10_000;
const CONNECTIONS = 50;
const ROUNDS = 100;
const ROUND_MS = 300;
const PATH = '/api/v1/comics';
/** As the supervisor gives it to the web process, which keeps one for LISTEN. */
const DATABASE_CONNECTIONS = 16;

const asJson = process.argv.includes('--json');
const dataDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));
const postgres = await ensurePostgres({ dataDir });
const programs: Program[] = [];

try {
  await migrate(postgres.connectionString);
  const config: Config = {
    dataDir, host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:8080', databaseUrl: postgres.connectionString, isDatabaseOurs: true, databaseConnectionsMax: DATABASE_CONNECTIONS,
    secrets: { authSecret: randomBytes(32).toString('hex'), encryptionKeyB64: randomBytes(32).toString('base64') }, controlToken: randomBytes(32).toString('hex'), role: 'web', logLevel: 'warn',
  };
  const shelf = await fillShelf(config, ROWS);
  const ours = await start('whole-web.ts', config);
  const bare = await start('bare-read.ts', { databaseUrl: config.databaseUrl, connectionsMax: DATABASE_CONNECTIONS - 1, statement: shelf.statement });
  const cookie = await signIn(ours, shelf);
  const body = await sameBody(ours, bare, cookie);

  const bodyBytes = Buffer.byteLength(body);
  const latencies = { ours: [] as number[], bare: [] as number[] };
  const round = async (port: number, kept: number[], ms = ROUND_MS) => {
    const load = await loadOf({ port, path: PATH, cookie, bodyBytes }, { connections: CONNECTIONS, ms });
    kept.push(...load.latenciesMs);
    return load.requestsPerSecond;
  };
  // Code that was never run hot is slow in the first second.
  for (const port of [ours, bare]) await round(port, [], 2_000);
  const rates = await interleave(ROUNDS, () => round(ours, latencies.ours), () => round(bare, latencies.bare));
  report('http', [
    atLeast(`list read, ${ROWS} rows, ${CONNECTIONS} connections`, 'requests/s', rates.ours, { name: 'bare Fastify + pg with the same SQL', value: rates.peer }, 0.8, rates.ratio),
  ], {
    'p50, ms': percentile(latencies.ours, 0.5).toFixed(1), 'p99, ms': percentile(latencies.ours, 0.99).toFixed(1), 'p99 of the bare server, ms': percentile(latencies.bare, 0.99).toFixed(1),
    'answer, bytes': bodyBytes, requests: latencies.ours.length + latencies.bare.length,
  }, asJson);
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts a server of `parts/` and gives its port. */
async function start(file: string, input: object): Promise<number> {
  const path = fileURLToPath(new URL(`./parts/${file}`, import.meta.url));
  const program = await startProgram([path, JSON.stringify(input)], { sign: /is ready on port \d+/ });
  programs.push(program);
  return Number(/port (\d+)/.exec(program.line)?.[1]);
}

async function signIn(port: number, { email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  if (!answer.ok) throw new Error(`the sign-in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Both must give the very same answer, or they do not do the same work. */
async function sameBody(ours: number, bare: number, cookie: string): Promise<string> {
  const [one = '', other = ''] = await Promise.all([ours, bare].map(async (port) => (await fetch(`http://127.0.0.1:${port}${PATH}`, { headers: { cookie } })).text()));
  if (one !== other) throw new Error(`the answers differ:\n${one.slice(0, 500)}\n${other.slice(0, 500)}`);
  return one;
}
