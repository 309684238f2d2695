import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, makeFolder, removeFolder, until } from '../supervisor/testing/instances.ts';

const main = fileURLToPath(new URL('../main.mjs', import.meta.url));
let dir: string;
beforeAll(() => { dir = makeFolder(); });
afterAll(() => removeFolder(dir));

type Ended = { code: number | null; out: string; err: string };

function koma(args: string[], env: Record<string, string> = {}): { ended: Promise<Ended>; out(): string; kill(signal: NodeJS.Signals): void } {
  const { LANG: _lang, LC_ALL: _all, ...rest } = process.env;
  const child = spawn(process.execPath, [main, ...args], { env: { ...rest, KOMA_DATA: join(dir, 'data'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { ended, out: () => out, kill: (signal) => child.kill(signal) };
}

test('help lists the commands', async () => {
  const { code, out } = await koma(['help']).ended;
  expect(code).toBe(0);
  for (const name of ['serve', 'doctor']) expect(out).toContain(`  ${name}`);
});

test('an unknown command is one sentence', async () => {
  const { code, err } = await koma(['draw']).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^There is no command "draw"\. Known commands: .*serve.*\.\n$/);
});

test.each([
  ['a role without a database', ['serve', '--role', 'worker'], {}, /^A worker process of its own needs DATABASE_URL/],
  ['an unknown role', ['serve', '--role', 'cook'], {}, /^--role must be web or worker, not "cook"/],
  ['a wrong setting, in Chinese', ['serve'], { KOMA_PORT: 'x', LANG: 'zh_CN.UTF-8' }, /^KOMA_PORT 必须是 1 到 65535 之间的整数/],
  ['a data folder that is a device', ['serve'], { KOMA_DATA: '/dev/null/data', LC_ALL: 'ja_JP.UTF-8' }, /^データフォルダー \/dev\/null\/data に書き込めません/],
])('%s is one sentence and exit code 1', async (_name, args, env, sentence) => {
  const { code, err } = await koma(args, env).ended;
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('a taken port is one sentence and exit code 1', async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const { code, err } = await koma(['serve'], { KOMA_PORT: String(port) }).ended;
  other.close();
  expect({ code, err }).toEqual({ code: 1, err: `Port ${port} on 127.0.0.1 is used by another program: stop it, or choose another port with KOMA_PORT.\n` });
});

test('doctor tells the same to people and to programs', async () => {
  const [people, programs] = await Promise.all([koma(['doctor']).ended, koma(['doctor', '--json'], { KOMA_PORT: 'none' }).ended]);
  expect(people.out).toMatch(/ok +Node +24/);
  const report = JSON.parse(programs.out) as { isFit: boolean; findings: { name: string; isThere: boolean; detail: string }[] };
  expect(report.isFit).toBe(false);
  expect(report.findings.find(({ name }) => name === 'settings')).toMatchObject({ isThere: false, detail: expect.stringContaining('KOMA_PORT must be a whole number') });
  expect(report.findings.filter(({ name }) => ['PostgreSQL', 'fonts', 'sharp (pictures)'].includes(name)).every(({ isThere }) => isThere)).toBe(true);
  expect(programs.code).toBe(1);
});

test('the whole program starts, says where it is, and stops', async () => {
  const port = await freePort();
  const program = koma(['serve'], { KOMA_PORT: String(port), KOMA_DATA: join(dir, 'whole') });
  await until(() => program.out().includes('Komawari is ready'), 60_000);
  expect(program.out()).toContain(`Komawari is ready: http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  expect((await koma(['doctor'], { KOMA_PORT: String(port), KOMA_DATA: join(dir, 'whole') }).ended).out).toMatch(/ok +unused objects +none/);
  const second = await koma(['serve'], { KOMA_PORT: String(port), KOMA_DATA: join(dir, 'whole') }).ended;
  expect({ code: second.code, err: second.err }).toEqual({ code: 1, err: expect.stringMatching(/^Another instance of Komawari uses/) });
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});

test('data of a newer version is refused, and untouched', async () => {
  const port = await freePort();
  const env = { KOMA_PORT: String(port), KOMA_DATA: join(dir, 'whole') };
  const { ensurePostgres } = await import('../postgres/ensure-postgres.ts');
  const { default: pg } = await import('pg');
  const postgres = await ensurePostgres({ dataDir: env.KOMA_DATA });
  const client = new pg.Client({ connectionString: postgres.connectionString });
  await client.connect();
  await client.query(`insert into kysely_migration (name, timestamp) values ('9999-tomorrow', '')`);
  await client.end();
  await postgres.stop();
  const { code, err } = await koma(['serve'], env).ended;
  expect({ code, err }).toEqual({ code: 1, err: 'The data was written by a newer version of Komawari (9999-tomorrow): update the program, or choose another folder with KOMA_DATA.\n' });
});

test('a file of settings that is broken is named', async () => {
  writeFileSync(join(dir, 'komawari.json'), '{');
  const { code, err } = await koma(['serve'], { KOMA_DATA: dir }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/komawari\.json is not valid JSON/);
});

test('web and worker run apart on a database of one\'s own', async () => {
  const { ensurePostgres } = await import('../postgres/ensure-postgres.ts');
  const postgres = await ensurePostgres({ dataDir: join(dir, 'shared database'), isThrowaway: true });
  const port = await freePort();
  const env = { DATABASE_URL: postgres.connectionString, KOMA_PORT: String(port), KOMA_DATA: join(dir, 'apart') };
  const web = koma(['serve', '--role', 'web'], env);
  const worker = koma(['serve', '--role', 'worker'], env);
  await until(() => web.out().includes('Komawari is ready'), 60_000);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  const other = await koma(['serve', '--role', 'web'], { ...env, KOMA_DATA: join(dir, 'other') }).ended;
  expect(other.err).toContain(`Port ${port} on 127.0.0.1 is used by another program`);
  web.kill('SIGTERM');
  worker.kill('SIGTERM');
  expect([(await web.ended).code, (await worker.ended).code]).toEqual([0, 0]);
  await postgres.stop();
});
