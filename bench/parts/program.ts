/** A program that a measurement starts, waits for and ends again; nothing of it stays behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

export type Program = { pid: number; /** The line that matched. */ line: string; stop(): Promise<void> };

const alive = new Set<ChildProcess>();
process.on('exit', () => { for (const child of alive) child.kill('SIGTERM'); });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** Starts Node with `args` and waits for a line on its standard output that matches `sign`. Throws with its last words when it ends before. */
export async function startProgram(args: readonly string[], options: { sign: RegExp; env?: NodeJS.ProcessEnv }): Promise<Program> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  const exited = once(child, 'exit').then(() => void alive.delete(child));
  const lastWords: string[] = [];
  // Both pipes are read to their end: a full pipe would stop the program.
  createInterface({ input: child.stderr }).on('line', (line) => { lastWords.push(line); lastWords.splice(0, lastWords.length - 20); });
  const line = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${args.join(' ')} ${why}\n${lastWords.join('\n')}`));
    const timer = setTimeout(() => { child.kill('SIGKILL'); fail('was not ready in time'); }, READY_LIMIT_MS);
    createInterface({ input: child.stdout }).on('line', (text) => { if (options.sign.test(text)) { clearTimeout(timer); resolve(text); } });
    void exited.then(() => { clearTimeout(timer); fail('ended before it was ready'); });
  });
  return {
    pid: child.pid ?? -1,
    line,
    async stop() {
      child.kill('SIGTERM');
      const timer = new AbortController();
      await Promise.race([exited, sleep(STOP_LIMIT_MS, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      if (alive.has(child)) child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A port of the loopback address that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
