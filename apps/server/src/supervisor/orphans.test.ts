import { afterEach, beforeEach, expect, test } from 'vitest';
import { answers, freePort, makeFolder, noneAlive, removeFolder, startInstance, until } from './testing/instances.ts';

let env: Record<string, string>;
let port = 0;

beforeEach(async () => {
  port = await freePort();
  env = { KOMA_DATA: makeFolder(), KOMA_PORT: String(port) };
});
afterEach(() => removeFolder(env['KOMA_DATA'] ?? ''));

const rounds = process.env['KOMA_LONG'] === '1' ? 20 : 2;

test('kill -9 of the supervisor leaves nothing, and the next start goes on', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { supervisor, pids } = await startInstance(env);
    supervisor.kill('SIGKILL');
    await until(() => noneAlive(Object.values(pids)), 5_000);
  }
  await startAndStop();
});

test('kill -9 of everything at once: the next start cleans up and goes on', async () => {
  const { supervisor, pids } = await startInstance(env);
  for (const pid of [supervisor.pid ?? 0, ...Object.values(pids)]) process.kill(pid, 'SIGKILL');
  await startAndStop();
});

test('a start right after kill -9 of the supervisor does not stumble over what still ends', async () => {
  const { supervisor, pids } = await startInstance(env);
  supervisor.kill('SIGKILL');
  await startAndStop();
  expect(noneAlive(Object.values(pids))).toBe(true);
});

test('a worker in an endless loop does not outlive a killed supervisor', async () => {
  const { supervisor, pids } = await startInstance({ ...env, KOMA_TEST_STUBBORN: '1' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  supervisor.kill('SIGKILL');
  await until(() => noneAlive(Object.values(pids)), 20_000);
});

test('a worker in an endless loop does not hold a stop for ever', async () => {
  const { supervisor, pids } = await startInstance({ ...env, KOMA_TEST_STUBBORN: '1' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  supervisor.kill('SIGTERM');
  await until(() => supervisor.exitCode !== null, 20_000);
  expect(noneAlive(Object.values(pids))).toBe(true);
});

async function startAndStop(): Promise<void> {
  const { supervisor, pids } = await startInstance(env);
  expect(await answers(port)).toBe(true);
  supervisor.kill('SIGTERM');
  await until(() => supervisor.exitCode !== null, 20_000);
  expect(noneAlive(Object.values(pids))).toBe(true);
}
