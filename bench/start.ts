/** A second start (all installed, data there) beside a bare Fastify with the same PostgreSQL; idle memory by process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atMost, interleave, report } from './measure.ts';
import { memoryByPart, type Part } from './parts/memory.ts';
import { freePort, startProgram, type Program } from './parts/program.ts';

const MAIN = fileURLToPath(new URL('../apps/server/src/main.mjs', import.meta.url));
const BARE = fileURLToPath(new URL('./parts/bare-start.ts', import.meta.url));
const IDLE_MS = 6_000;

const asJson = process.argv.includes('--json');
const dataDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));

type Started = { ms: number; program: Program };

/** From the spawn to the line that says so, and proof: an answer to `/healthz`. */
async function started(args: string[], port: number, env?: NodeJS.ProcessEnv): Promise<Started> {
  const begin = performance.now();
  const program = await startProgram(args, { sign: /is ready/, ...(env ? { env } : {}) });
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  const ms = performance.now() - begin;
  if (!answer.ok) throw new Error(`/healthz answered ${answer.status}`);
  return { ms, program };
}

async function startOurs(): Promise<Started> {
  const port = await freePort();
  return started([MAIN, 'serve'], port, { KOMA_DATA: dataDir, KOMA_PORT: String(port), KOMA_HOST: '127.0.0.1', DATABASE_URL: '', LC_ALL: 'C' });
}

async function startBare(env?: NodeJS.ProcessEnv): Promise<Started> {
  const port = await freePort();
  return started([BARE, dataDir, String(port)], port, env);
}

async function timeOfStart(start: () => Promise<Started>): Promise<number> {
  const { ms, program } = await start();
  await program.stop();
  return ms;
}

async function idleMemory(): Promise<Map<Part, number>> {
  const { program } = await startOurs();
  await sleep(IDLE_MS);
  const memory = memoryByPart(program.pid);
  await program.stop();
  return memory;
}

try {
  const firstMs = await timeOfStart(startOurs);
  await timeOfStart(startBare);
  const times = await interleave(5, () => timeOfStart(startOurs), () => timeOfStart(startBare));
  const memory = await idleMemory();
  const of = (part: Part) => memory.get(part) ?? 0;
  report('start', [
    atMost('second start, ready', 'ms', times.ours, { name: 'bare Fastify with the same PostgreSQL', value: times.peer }, 3, times.ratio),
    atMost('idle memory, web + worker', 'MB', of('web') + of('worker'), { name: 'limit', value: 300 }, 1),
    atMost('idle memory, PostgreSQL', 'MB', of('PostgreSQL'), { name: 'limit', value: 60 }, 1),
  ], {
    'first start, ms': Math.round(firstMs),
    ...Object.fromEntries([...memory].map(([part, megabytes]) => [`idle memory of ${part}, MB`, Number(megabytes.toFixed(1))])),
    'memory is': process.platform === 'linux' ? 'proportional set size' : 'resident set size',
  }, asJson);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
