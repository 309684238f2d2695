/** What every browser test needs beside its pages: a server of its own, and a browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { coverBrowser } from './page-coverage.ts';

const root = join(import.meta.dirname, '../..');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const START_MS = 60_000;
const STOP_MS = 20_000;

/** The whole program on a folder and a port of its own. */
export type RunningProgram = { url: string; /** What it has printed so far. */ said(): string; stop(): Promise<void> };

export async function startProgram(): Promise<RunningProgram> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'koma-e2e-'));
  const port = await freePort();
  const env = { ...process.env, KOMA_DATA: dataFolder, KOMA_PORT: String(port), KOMA_HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [join(root, 'apps/server/src/main.mjs'), 'serve'], { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data) => { said += String(data); });
  child.stderr.on('data', (data) => { said += String(data); });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  for (const until = Date.now() + START_MS; !(await isReady(url)); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`the program did not start:\n${said}`);
  }
  return { url, said: () => said, stop };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then((response) => response.ok, () => false);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port was given');
  return address.port;
}

/** The system's own Chromium, told not to call home; without a UTF-8 locale it would call every file with a Chinese name `download`. */
export async function openBrowser(): Promise<Browser> {
  return coverBrowser(await chromium.launch({ executablePath: findBrowser(), env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    // A page of somebody else that frames the reader is played by an address that does not exist.
    '--disable-features=LocalNetworkAccessChecks'] }));
}

export function findBrowser(): string {
  const path = BROWSERS.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`no Chromium found (${BROWSERS.join(', ')}): install the package \`chromium\``);
  return path;
}
