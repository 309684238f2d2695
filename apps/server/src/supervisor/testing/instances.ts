import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startOf } from '../leftover-children.ts';

export type Pids = { postgres: number; web: number; worker: number };

/** A temporary folder with a space in its name. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'koma test '));
}

export function removeFolder(dir: string): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts an instance as a process; resolves when it serves, with the numbers of its processes. */
export async function startInstance(env: Record<string, string>): Promise<{ supervisor: ChildProcess; pids: Pids }> {
  const supervisor = spawn(process.execPath, [fileURLToPath(new URL('fake-instance.ts', import.meta.url))], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  supervisor.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  supervisor.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await until(() => output.includes('\n') || supervisor.exitCode !== null, 30_000);
  if (!output) throw new Error(errors);
  return { supervisor, pids: JSON.parse(output) as Pids };
}

export async function until(isTrue: () => boolean | Promise<boolean>, limitMs: number): Promise<void> {
  const endsAt = performance.now() + limitMs;
  while (!(await isTrue())) {
    if (performance.now() > endsAt) throw new Error(`not within ${limitMs} ms`);
    await sleep(20);
  }
}

export async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.status === 200,
    () => false,
  );
}

export function noneAlive(pids: number[]): boolean {
  return pids.every((pid) => startOf(pid) === undefined);
}
