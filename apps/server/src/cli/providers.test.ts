import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Provider } from '@komawari/contract';
import { bootServer, cloneTestDatabase, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startFakeA1111 } from '../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import { PROVIDER_KINDS } from '../adapters/providers/kinds.ts';
import { writeInstanceFile } from '../supervisor/control.ts';
import type { PictureReport } from './picture/report.ts';
import { picture } from './picture.ts';
import { providers } from './providers.ts';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));
const LOGIN = 'koma:very-secret';

let server: BootedServer;
let fake: Awaited<ReturnType<typeof startFakeA1111>>;
let folder: string;

beforeAll(async () => {
  fake = await startFakeA1111({ key: LOGIN });
  server = await bootServer({ hasWorker: true, providerKinds: PROVIDER_KINDS });
  folder = mkdtempSync(join(tmpdir(), 'koma providers '));
  mkdirSync(join(folder, 'run'));
  writeInstanceFile(folder, { pid: process.pid, host: '127.0.0.1', port: Number(new URL(server.url).port), url: server.url, token: server.app.config.controlToken });
}, 60_000);
afterAll(async () => {
  await server.close();
  await fake.close();
  rmSync(folder, { recursive: true });
});

type Ended = { code: number; text: string; complaint: string };

/** Runs a command here. Whatever it says, no key is in it. */
async function run(command: typeof providers, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const printed: Record<'log' | 'error', string[]> = { log: [], error: [] };
  const spies = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation((line: string) => void printed[name].push(line)));
  try {
    const code = await command(args, { KOMA_DATA: folder, LC_ALL: 'C', ...env });
    const [text, complaint] = [printed.log.join('\n'), printed.error.join('\n')];
    expect(text + complaint).not.toContain('very-secret');
    return { code, text, complaint };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const koma = (args: string[], env?: NodeJS.ProcessEnv): Promise<Ended> => run(providers, args, env);

test('before there is one it says how to find what can be added', async () => {
  expect((await koma(['list'])).text).toContain('koma providers kinds');
  const { text } = await koma(['kinds'], { LC_ALL: 'zh_CN.UTF-8' });
  expect(text).toMatch(/^种类 .*\n(.*\n)*a1111 .*login（可选）/);
  expect(await koma(['add', 'nonsense'])).toEqual({ code: 1, text: '', complaint: 'There is no make of provider with this name here: nonsense.' });
});

test('a key comes from a variable; without one the provider is added, and says what is wrong', async () => {
  const mute = await koma(['add', 'a1111', '--name', 'At home', '--url', fake.url, '--allow-private']);
  expect([mute.code, mute.text, mute.complaint]).toEqual([0, expect.stringMatching(/^At home was added \(provider_\w+\)\.$/), expect.stringContaining('does not accept the key')]);
  expect(await koma(['test', 'at HOME'], { LC_ALL: 'ja_JP.UTF-8' })).toEqual({ code: 1, text: '', complaint: expect.stringContaining('At home：') as string });
  expect((await koma(['remove', 'At home'])).text).toBe('At home and its keys were removed; pictures stay.');
  const { code, text, complaint } = await koma(['add', 'a1111', '--name', 'At home', '--url', fake.url, '--allow-private', '--secret-env', 'login=A1111_LOGIN', '--setting', 'flavour="a1111"', '--at-once', '2'], { A1111_LOGIN: LOGIN });
  expect([code, text, complaint]).toEqual([0, expect.stringMatching(/was added.*\nAt home answers \(AUTOMATIC1111.*models: \d+\.$/), '']);
  const { items } = JSON.parse((await koma(['list', '--json'])).text) as { items: unknown[] };
  expect(items.map((item) => Provider.parse(item))).toMatchObject([{ name: 'At home', secretsSet: ['login'], isPrivateAllowed: true, inFlightMax: 2, settings: expect.stringContaining('a1111') as string }]);
});

test('a key is read from standard input, by the program itself', async () => {
  const child = spawn(process.execPath, [MAIN, 'providers', 'add', 'a1111', '--name', 'Piped', '--url', fake.url, '--allow-private', '--secret', 'login=-', '--json'], { env: { ...process.env, KOMA_DATA: folder }, stdio: ['pipe', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stdin.end(`${LOGIN}\n`);
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(Provider.parse(JSON.parse(said.join('')))).toMatchObject({ name: 'Piped', secretsSet: ['login'], health: { failures: 0 } });
  expect(said.join('')).not.toContain('very-secret');
  expect((await koma(['test', 'Piped'])).code).toBe(0);
});

test('it is switched off and on, made the one for pictures, listed and removed', async () => {
  expect((await koma(['disable', 'Piped'])).text).toBe('Piped is off.');
  const { models } = (JSON.parse((await koma(['list', '--json'])).text) as { items: Provider[] }).items.find(({ name }) => name === 'At home')!;
  const modelId = models.find(({ job }) => job === 'image')!.modelId;
  expect(await koma(['default', 'picture', 'At home', modelId])).toEqual({ code: 0, text: `picture: ${modelId} of At home`, complaint: '' });
  expect((await koma(['default', 'script', 'At home', modelId])).code).toBe(1);
  const { text } = await koma(['list'], { LC_ALL: 'ja_JP.UTF-8' });
  expect(text).toMatch(/^名前 .*\n(.*\n)*Piped .*無効.*\n(.*\n)*picture：At home の /);
  expect(text).toMatch(/At home +a1111 +有効 +(\d+)\/\1 +http:\/\/127/);
  expect((await koma(['enable', 'Piped'])).code).toBe(0);
  expect((await koma(['remove', 'Piped'])).code).toBe(0);
  await expect(koma(['test', 'Piped'])).rejects.toThrow('There is no provider "Piped". Known: At home.');
});

test('pictures come from a provider that was set up so', async () => {
  const out = join(folder, 'out');
  const { code, text } = await run(picture, ['a lighthouse', '--provider', 'at home', '--size', '512x512', '--seed', '3', '--count', '2', '--out', out, '--json']);
  const { pictures } = JSON.parse(text) as PictureReport;
  expect([code, pictures.map(({ path, width }) => [path, width])]).toEqual([0, [3, 4].map((seed) => [join(out, `a-lighthouse-${seed}.png`), 512])]);
  expect(readFileSync(pictures[0]!.path!).length).toBe(pictures[0]!.sizeBytes);
});

test('without a running instance all of it works alone', async () => {
  const database = await cloneTestDatabase();
  const env = { KOMA_DATA: join(folder, 'alone'), DATABASE_URL: database.url };
  try {
    const added = await koma(['add', 'a1111', '--url', fake.url, '--allow-private', '--secret-env', 'login=LOGIN'], { ...env, LOGIN });
    expect([added.code, added.text]).toEqual([0, expect.stringContaining('AUTOMATIC1111 / Forge answers')]);
    const out = join(folder, 'alone-out');
    const drawn = await run(picture, ['a lone lighthouse', '--size', '512x512', '--seed', '8', '--out', out], env);
    expect([drawn.code, drawn.text, drawn.complaint]).toEqual([0, `${join(out, 'a-lone-lighthouse-8.png')}  (512 × 512, seed 8)`, '']);
  } finally {
    await database.drop();
  }
});
