import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSettings } from '../config/load-settings.ts';
import { findRunningInstance, instanceFile } from './control.ts';
import { supervise, type Instance } from './supervise.ts';
import { answers, freePort, makeFolder, noneAlive, removeFolder, until } from './testing/instances.ts';

const dataDir = makeFolder();
let port = 0;
let instance: Instance;

beforeAll(async () => {
  port = await freePort();
  instance = await start({});
});

afterAll(async () => {
  await instance.stop();
  removeFolder(dataDir);
});

function start(more: Record<string, string>, signal = new AbortController().signal): Promise<Instance> {
  const env = { ...process.env, KOMA_DATA: dataDir, KOMA_PORT: String(port), ...more };
  const role = fileURLToPath(new URL('testing/fake-role.ts', import.meta.url));
  return supervise({ settings: loadSettings(env), env, program: (part) => ({ args: [role, part], env }), say: () => undefined, signal, isThrowaway: true });
}

describe('a running instance', () => {
  test('is found by a command of the same user, and by nobody else', async () => {
    const found = await findRunningInstance(dataDir);
    expect(found).toMatchObject({ pid: process.pid, port, url: `http://127.0.0.1:${port}` });
    expect(statSync(instanceFile(dataDir)).mode & 0o077).toBe(0);
  });

  test('refuses a second one with a sentence', async () => {
    await expect(start({})).rejects.toThrow(/Another instance of Komawari uses the data folder/);
    expect(await answers(port)).toBe(true);
  });

  test.each(['web', 'worker', 'postgres'] as const)('replaces %s after kill -9', async (part) => {
    await until(() => Object.keys(instance.pids()).length === 3, 10_000);
    const before = instance.pids()[part] ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => ![undefined, before].includes(instance.pids()[part]), 10_000);
    await until(() => answers(port), 10_000);
    expect(noneAlive([before])).toBe(true);
  });

  test('stops whole, and again at once', async () => {
    await until(() => Object.keys(instance.pids()).length === 3, 10_000);
    const pids = Object.values(instance.pids());
    await Promise.all([instance.stop(), instance.stop()]);
    expect(noneAlive(pids)).toBe(true);
    expect(await findRunningInstance(dataDir)).toBeUndefined();
  });
});

describe('a start that cannot succeed', () => {
  test('names the taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start({})).rejects.toThrow(`Port ${port} on 127.0.0.1 is used by another program`);
    await new Promise((resolve) => other.close(resolve));
  });

  test('names an address that is not of this machine', async () => {
    await expect(start({ KOMA_HOST: '203.0.113.7' })).rejects.toThrow(/has no address 203\.0\.113\.7/);
  });

  test('names the part that fails, and leaves nothing running', async () => {
    await expect(start({ KOMA_TEST_BROKEN: '1' })).rejects.toThrow(/web process cannot start: the sky is falling/);
    instance = await start({});
    expect(await answers(port)).toBe(true);
    await instance.stop();
  });

  test('names a database that does not answer', async () => {
    await expect(start({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/x` })).rejects.toThrow(/does not answer/);
  });

  test('ends when it is asked to in the middle', async () => {
    const abort = new AbortController();
    const starting = start({}, abort.signal);
    abort.abort();
    await expect(starting).rejects.toThrow(/abort/);
    instance = await start({});
  });
});
