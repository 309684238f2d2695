import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { studioRoutes, type Picture } from '@komawari/contract';
import { bootServer, eventually, type BootedServer } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addScripted } from '../rooms/studio/testing/add-scripted.ts';
import { scriptProvider, type Script } from '../rooms/studio/testing/scripted-provider.ts';
import { writeInstanceFile } from '../supervisor/control.ts';
import { NoAnswerError, openDoor, type InstanceDoor } from './instance-door.ts';
import { parsePicture } from './picture/parse-picture.ts';
import type { PictureReport } from './picture/report.ts';
import { runPicture } from './picture/run-picture.ts';
import { picture } from './picture.ts';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));

let script: Script;
let server: BootedServer;
let folder: string;
let out: string;
let outs = 0;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  folder = mkdtempSync(join(tmpdir(), 'koma picture '));
  mkdirSync(join(folder, 'run'));
  writeInstanceFile(folder, { pid: process.pid, host: '127.0.0.1', port: Number(new URL(server.url).port), url: server.url, token: server.app.config.controlToken });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command here, in a folder of its own unless told. */
async function koma(args: string[], { lang = 'C', isSameFolder = false } = {}): Promise<{ code: number; text: string; complaint: string }> {
  if (!isSameFolder) out = join(folder, `out-${outs += 1}`);
  const printed: Record<'log' | 'error', string[]> = { log: [], error: [] };
  const spies = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation((line: string) => void printed[name].push(line)));
  try {
    const code = await picture([...args, ...(args[0]?.startsWith('--') ? [] : ['--size', '64x64']), '--out', out], { KOMA_DATA: folder, LC_ALL: lang });
    return { code, text: printed.log.join('\n'), complaint: printed.error.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const files = (): string[] => readdirSync(out).sort();

test('without a provider it says who can add one', async () => {
  expect(await koma(['a cat'])).toEqual({ code: 1, text: '', complaint: expect.stringContaining('An administrator adds one') as string });
  await addScripted(server.app, { name: 'Scripted' });
});

test('every picture becomes a file named after its words and seed, never over another', async () => {
  const first = await koma(['A Lighthouse, at night!', '--count', '3', '--seed', '5', '--json']);
  const report = JSON.parse(first.text) as PictureReport;
  expect([first.code, first.complaint, report.isWhole]).toEqual([0, '', true]);
  expect(report.pictures.map(({ path, seed, number }) => [path, seed, number])).toEqual([5, 6, 7].map((seed, i) => [join(out, `a-lighthouse-at-night-${seed}.png`), seed, i + 1]));
  const before = readFileSync(join(out, 'a-lighthouse-at-night-5.png'));
  expect((await sharp(before).metadata()).format).toBe('png');
  const second = await koma(['A Lighthouse, at night!', '--seed', '5'], { isSameFolder: true });
  expect([second.code, second.text]).toEqual([0, `${join(out, 'a-lighthouse-at-night-5-2.png')}  (16 × 8, seed 5)`]);
  expect(files()).toEqual(['a-lighthouse-at-night-5-2.png', 'a-lighthouse-at-night-5.png', 'a-lighthouse-at-night-6.png', 'a-lighthouse-at-night-7.png']);
  expect(readFileSync(join(out, 'a-lighthouse-at-night-5.png'))).toEqual(before);
});

test('what is missing has its own sentence, in the language of the terminal, beside what is there', async () => {
  script.acts.set('一只猫', ['refused', 'picture']);
  const { code, text, complaint } = await koma(['一只猫', '--count', '2', '--seed', '9'], { lang: 'zh_CN.UTF-8' });
  expect([code, files()]).toEqual([1, [expect.stringMatching(/^一只猫-(9|10)\.png$/)]]);
  expect(text).toContain('一只猫-');
  expect(complaint).toMatch(/^第 [12] 张：.*as scripted/);
});

test('a lost answer says how to look, and each way does what it says', async () => {
  const lose = async (prompt: string): Promise<string> => {
    script.acts.set(prompt, ['unknown']);
    const lost = await koma([prompt]);
    expect([lost.code, files()]).toEqual([1, []]);
    const [, id = ''] = /--check (picture_\w{26}) .*--resend \1 .*--abandon \1 /.exec(lost.complaint) ?? [];
    return id;
  };
  const first = await lose('lost one');
  expect(await koma(['--check', first])).toEqual({ code: 1, text: '', complaint: expect.stringContaining('no way to look') as string });
  const billed = script.billed;
  expect((await koma(['--resend', first])).code).toBe(0);
  expect([script.billed - billed, files()]).toEqual([1, [expect.stringMatching(/^lost-one-\d+\.png$/)]]);
  const second = await lose('lost two');
  expect(await koma(['--abandon', second])).toEqual({ code: 0, text: expect.stringContaining('given up') as string, complaint: '' });
  expect((await koma(['--abandon', second], { lang: 'ja_JP.UTF-8' })).complaint).toContain('もう分かっています');
  script.givesHandles = true;
  const third = await lose('lost three');
  expect((await koma(['--check', third])).code).toBe(0);
  script.givesHandles = false;
  expect(files()).toHaveLength(1);
});

test('Ctrl-C stops the task at the server', async () => {
  script.acts.set('slow', ['hangs', 'hangs']);
  const asked = script.asked.length;
  const child = spawn(process.execPath, [MAIN, 'picture', 'slow', '--size', '64x64', '--count', '2', '--out', join(folder, 'never'), '--json'], { env: { ...process.env, KOMA_DATA: folder, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await eventually('both are asked for', () => script.asked.length === asked + 2, 60_000);
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  const { pictures } = JSON.parse(text) as PictureReport;
  expect(pictures.map(({ state, path }) => [state, path])).toEqual(Array(2).fill(['cancelled', null]));
  expect(readdirSync(join(folder, 'never'))).toEqual([]);
  expect(await server.app.client.db.selectFrom('task').select('state').where('state', 'in', ['queued', 'running']).execute()).toEqual([]);
});

test('an answer that is lost on the way here makes no second generation', async () => {
  const door = await openDoor({ KOMA_DATA: folder }, { hasWorker: true });
  const keys: unknown[] = [];
  const forgetful: InstanceDoor = {
    ...door,
    async ask(route, request) {
      const answer = await door.ask(route, request);
      if (route.id !== studioRoutes.generate.id) return answer;
      keys.push((request?.body as { idempotencyKey?: unknown } | undefined)?.idempotencyKey);
      if (keys.length === 1) throw new NoAnswerError('cut');
      return answer;
    },
  };
  const billed = script.billed;
  const command = parsePicture(['once', '--size', '64x64', '--out', join(folder, 'once')])!;
  const report = await runPicture(command, { door: forgetful, stop: new AbortController().signal, language: 'en' });
  expect([report.isWhole, keys.length, new Set(keys).size, script.billed - billed]).toEqual([true, 2, 1, 1]);
  const gone: InstanceDoor = { ...door, ask: (route, request) => (route.id === studioRoutes.resend.id ? Promise.reject(new NoAnswerError('cut')) : door.ask(route, request)) };
  await expect(runPicture(parsePicture(['--resend', report.pictures[0]!.id])!, { door: gone, stop: new AbortController().signal, language: 'en' })).rejects.toThrow(/before you ask a second time/);
  await expect(runPicture(command, { door, stop: AbortSignal.abort(), language: 'en' })).rejects.toThrow(/before anything was asked for/);
});

test('a picture that can not be written is told of, and can be had from the studio', async () => {
  const door = await openDoor({ KOMA_DATA: folder }, { hasWorker: true });
  const dir = join(folder, 'vanishing');
  const vanishing: InstanceDoor = { ...door, fetchBytes: (address) => { rmSync(dir, { recursive: true, force: true }); return door.fetchBytes(address); } };
  const report = await runPicture(parsePicture(['kept', '--size', '64x64', '--count', '2', '--out', dir])!, { door: vanishing, stop: new AbortController().signal, language: 'en' });
  expect([report.isWhole, report.pictures.map(({ state, path, error }) => [state, path, error?.message])]).toEqual([false, Array(2).fill(['done', null, expect.stringMatching(/vanishing cannot be written \(ENOENT\)/)])]);
});

test('pictures go in, and what is none is named before anything is asked for', async () => {
  const source = join(folder, 'source.png');
  writeFileSync(source, await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } }).png().toBuffer());
  const noise = join(folder, 'noise.png');
  writeFileSync(noise, 'no picture');
  expect((await koma(['the same at night', '--source', source, '--strength', '0.4'])).code).toBe(0);
  expect(script.asked.at(-1)).toMatchObject({ ability: 'vary', strength: 0.4, source: { bytes: expect.any(Uint8Array) as Uint8Array } });
  const asked = script.asked.length;
  await expect(koma(['x', '--source', noise])).rejects.toThrow(/noise\.png: This file is no picture/);
  await expect(koma(['x', '--ref', join(folder, 'none.png')])).rejects.toThrow(/none\.png cannot be read \(not found\)/);
  await expect(koma(['x', '--source', source, '--ref', source, '--seed', '2147483648', '--negative', 'dogs'])).rejects.toThrow(/Scripted knows no negative prompt[^]*Scripted takes 2147483647 at most[^]*Too many pictures: Scripted takes 1,/);
  await expect(koma(['x', '--source', source, '--mask', source])).rejects.toThrow(/Scripted cannot do this with pictures; it can: generate, vary\.\nScripted takes no mask/);
  await expect(picture(['x', '--out', join(source, 'below')], { KOMA_DATA: folder })).rejects.toThrow(/below cannot be written/);
  expect(script.asked.length).toBe(asked);
});

test('a provider and a model are named as they are called; others are listed', async () => {
  await expect(koma(['x', '--provider', 'nobody'])).rejects.toThrow('There is no provider "nobody". Known: Scripted.');
  await expect(koma(['x', '--model', 'none'])).rejects.toThrow('There is no model "none" to draw with. Known: scripted.');
  const { pictures: [made] } = JSON.parse((await koma(['x', '--provider', 'scripted', '--json'])).text) as { pictures: Picture[] };
  expect((await koma(['x', '--provider', made!.model!.providerId, '--model', 'scripted'])).code).toBe(0);
  await addScripted(server.app, { name: 'scripted' });
  await expect(koma(['x', '--model', 'scripted'])).rejects.toThrow(/add --provider \(Scripted, scripted\)/);
  await expect(koma(['x', '--provider', 'SCRIPTED'])).rejects.toThrow(/use the id of one instead \(provider_\w+, provider_\w+\)/);
});
