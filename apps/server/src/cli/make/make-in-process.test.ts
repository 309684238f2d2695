import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { StartupError } from '../../config/startup-error.ts';
import { docx, epub, p } from '../../rooms/comics/read-story/story-samples.ts';
import { make } from '../make.ts';
import { parseMake } from './parse-make.ts';
import { progressBar } from './progress-bar.ts';
import type { MakeReport } from './report.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'koma in process '));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Runs the command here and gives what it prints. */
async function printed(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    return { code: await make(args, { KOMA_DATA: join(dir, 'data'), LC_ALL: 'C.UTF-8' }), out: lines.join('\n') };
  } finally {
    log.mockRestore();
  }
}

async function saved(name: string, text: string | Uint8Array): Promise<string> {
  await writeFile(join(dir, name), text);
  return join(dir, name);
}

test('makes the files it reports, with every quoted line once', async () => {
  const story = await saved('story.txt', '“走吧！”小明喊道。\n\n“好。”小红笑着说。\n\n他们一起跑出了教室。');
  const { code, out } = await printed(story, '--alone', '--json', '--formats', 'pdf,cbz,koma', '--out', join(dir, 'out'));
  const report = JSON.parse(out) as MakeReport;
  expect(code).toBe(0);
  expect(report.lines.filter((line) => line.quoted).map((line) => line.text)).toEqual(['走吧！', '好。']);
  expect(report.files.map((file) => file.format)).toEqual(['pdf', 'cbz', 'koma']);
  for (const file of report.files) expect((await stat(file.path)).size).toBe(file.bytes);
}, 60_000);

test('tells a person what was made', async () => {
  const story = await saved('plain.md', '# A Walk\n\n"Come along," said Tom.');
  const { code, out } = await printed(story, '--formats', 'koma', '--out', join(dir, 'plain'));
  expect(code).toBe(0);
  expect(out).toMatch(/A Walk: \d+ pages/);
  expect(out).toContain('every line is there');
}, 60_000);

test('takes Word documents and EPUBs, and an EPUB’s own title and author', async () => {
  const word = await saved('walk.docx', docx(p('A Walk', '<w:pStyle w:val="berschrift1"/>') + p('“Come along,” said Tom.')));
  const first = JSON.parse((await printed(word, '--alone', '--json', '--formats', 'koma', '--out', join(dir, 'word'))).out) as MakeReport;
  expect(first).toMatchObject({ title: 'A Walk', lines: [expect.objectContaining({ text: 'Come along,', speaker: 'Tom' })] });
  const book = await saved('book.epub', epub(['<h1>一</h1><p>「<ruby>行<rt>い</rt></ruby>こう」と彼は言った。</p>']));
  const second = JSON.parse((await printed(book, '--alone', '--json', '--formats', 'koma', '--out', join(dir, 'epub'))).out) as MakeReport;
  expect(second).toMatchObject({ title: '灯台', language: 'ja', lines: [expect.objectContaining({ text: '行こう' })] });
}, 60_000);

test('writes pages as WebP and in layers', async () => {
  const story = await saved('layers.md', '# Layers\n\n"Come along," said Tom.');
  const { files } = JSON.parse((await printed(story, '--alone', '--json', '--dpi', '50', '--print', '--formats', 'webp,psd,pdf', '--out', join(dir, 'layers'))).out) as MakeReport;
  expect(files.map((file) => file.name)).toEqual(['Layers-webp.zip', 'Layers-psd.zip', 'Layers.pdf']);
  for (const file of files) expect((await stat(file.path)).size).toBe(file.bytes);
}, 60_000);

test('shows its usage', async () => {
  const { code, out } = await printed('--help');
  expect(code).toBe(0);
  expect(out).toContain('koma make STORY');
});

test.each([
  ['an empty story', ' \n', [], /empty/],
  ['too long a story', 'word '.repeat(40_001), [], /200 000/],
])('%s is refused with a sentence', async (_, text, args, sentence) => {
  const story = await saved('bad.txt', text);
  await expect(printed(story, '--alone', '--out', join(dir, 'bad'), ...args)).rejects.toThrow(sentence);
});

test('a folder that cannot be made is named', async () => {
  const story = await saved('ok.txt', '"Hi," said Tom.');
  await expect(printed(story, '--alone', '--out', join(story, 'below'))).rejects.toThrow(/cannot be written/);
});

test('a story that is not there is named', async () => {
  await expect(printed(join(dir, 'nothing.txt'), '--alone')).rejects.toThrow(StartupError);
});

test('lists all mistakes of the arguments at once', () => {
  expect(() => parseMake(['a', 'b', '--dpi', '9', '--lang', 'fr', '--formats', 'xyz', '--panels', 'many'])).toThrow(/one story[\s\S]*--formats[\s\S]*--lang|--lang[\s\S]*--panels/);
  expect(() => parseMake(['--nonsense'])).toThrow(/do not fit/);
});

test('names the known styles when asked for another', () => {
  expect(() => parseMake(['s.txt', '--style', 'watercolour'])).toThrow(/--style.*storyboard/);
  expect(parseMake(['s.txt', '--style', 'storyboard'])).toMatchObject({ options: { style: 'storyboard' } });
});

test('reads every choice', () => {
  const command = parseMake(['s.txt', '--formats', 'png, epub,png', '--format', 'webtoon', '--direction', 'rtl', '--palette', 'sepia', '--seed', '7', '--title', ' T\u202e ', '--dpi', '300']);
  expect(command).toMatchObject({ story: 's.txt', formats: ['png', 'epub'], dpi: 300, options: { format: 'webtoon', direction: 'rtl', palette: 'sepia', seed: 7, title: 'T' } });
});

test('draws a bar on a terminal, lines at ends elsewhere, nothing when quiet', () => {
  const out: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => out.push(text) > 0 }) as unknown as NodeJS.WriteStream;
  const bar = progressBar(stream(true), { isQuiet: false, language: 'en' });
  bar.step('draw', 1, 2);
  bar.step('draw', 1, 2);
  bar.end();
  expect(out).toHaveLength(2);
  progressBar(stream(false), { isQuiet: false, language: 'en' }).step('write', 2, 2);
  expect(out.at(-1)).toMatch(/2\/2\n$/);
  progressBar(stream(true), { isQuiet: true, language: 'en' }).step('draw', 1, 2);
  expect(out).toHaveLength(3);
});
