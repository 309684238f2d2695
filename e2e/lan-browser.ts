/** What the test of the home network needs: the program with --lan, and browsers that trust its authority or do not. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from './testing/real-instance.ts';

const root = join(import.meta.dirname, '..');
const MAIN = join(root, 'apps/server/src/main.mjs');
const START_MS = 60_000;

export interface LanProgram {
  port: number;
  /** What stood in the terminal. */
  said(): string;
  /** Where plain HTTP is, by this machine's own name. */
  trustPort: number;
  /** Kills the web process without warning and waits until another one serves. */
  killWeb(): Promise<void>;
  stop(): Promise<void>;
}

export async function startLanProgram(): Promise<LanProgram> {
  const dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-e2e-'));
  const port = await freePort();
  const { VITEST: _vitest, NODE_ENV: _env, LANG: _lang, LC_ALL: _all, ...rest } = process.env;
  const child = spawn(process.execPath, [MAIN, 'serve', '--lan'], { cwd: root, env: { ...rest, KOMA_DATA: dataDir, KOMA_PORT: String(port), KOMA_LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const until = async (isTrue: () => boolean | Promise<boolean>) => {
    for (const endsAt = performance.now() + START_MS; !(await isTrue()); await sleep(50)) {
      if (child.exitCode !== null || performance.now() > endsAt) throw new Error(`the program does not serve:\n${said}`);
    }
  };
  try {
    await until(() => said.includes('fingerprint (SHA-256)'));
    const { url, token } = JSON.parse(readFileSync(join(dataDir, 'run', 'instance.json'), 'utf8')) as { url: string; token: string };
    const answers = () => fetch(`${url}/readyz`, { headers: { authorization: `Bearer ${token}` } }).then((reply) => reply.ok, () => false);
    const webPid = () => {
      const line = execFileSync('ps', ['--ppid', String(child.pid), '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n').find((text) => text.includes('--role web'));
      return line === undefined ? undefined : Number.parseInt(line, 10);
    };
    return {
      port, stop, said: () => said, trustPort: Number(new URL(url).port),
      async killWeb() {
        const before = webPid();
        if (before === undefined) throw new Error('there is no web process');
        process.kill(before, 'SIGKILL');
        await until(async () => webPid() !== before && (await answers()));
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A start that must fail at once. */
export function failToStart(port: number, language: string): { status: number | null; stderr: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-e2e-'));
  const { LC_ALL: _all, ...rest } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'serve', '--lan'], { cwd: root, env: { ...rest, LANG: language, KOMA_DATA: dataDir, KOMA_PORT: String(port) }, encoding: 'utf8', timeout: 30_000 });
  rmSync(dataDir, { recursive: true, force: true });
  return { status, stderr };
}

/** NSS' own tool: the only way into the store that Chromium reads on Linux. Debian and Ubuntu: package `libnss3-tools`. */
export function hasCertutil(): boolean {
  return spawnSync('certutil', ['-H'], { stdio: 'ignore' }).error === undefined;
}

export interface Trusting {
  browser: Browser;
  close(): Promise<void>;
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser with a home of its own, in which the authority is installed as a user would do it; or not. `*.local` leads to this machine. */
export async function openTrusting(authorityPem: string | undefined): Promise<Trusting> {
  const home = mkdtempSync(join(tmpdir(), 'koma-home-'));
  if (authorityPem !== undefined) {
    const store = join(home, '.pki', 'nssdb');
    const file = join(home, 'komawari.crt');
    mkdirSync(store, { recursive: true });
    writeFileSync(file, authorityPem);
    execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
    execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'Komawari at home', '-i', file]);
  }
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--host-resolver-rules=MAP *.local 127.0.0.1'];
  const executablePath = BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error(`no Chromium found (${BROWSERS.join(', ')}): install the package \`chromium\``);
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, HOME: home } as Record<string, string> });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
