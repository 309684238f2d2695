import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readKoma, scriptBook } from '@komawari/comic/make';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MakeReport } from './make/report.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MAIN = join(ROOT, 'apps/server/src/main.ts');
const XSD = join(ROOT, 'packages/testkit/schemas/comicinfo-2.0.xsd');

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'koma make '));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

type Ended = { code: number; stdout: string; stderr: string };

async function koma(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [MAIN, 'make', ...args], { env: { ...process.env, KOMA_DATA: join(dir, 'data'), LC_ALL: 'C.UTF-8' }, maxBuffer: 64e6, timeout: 110_000 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const ended = error as { code?: number; stdout: string; stderr: string };
    return { code: ended.code ?? 1, stdout: ended.stdout, stderr: ended.stderr };
  }
}

async function makeReport(story: string, ...args: string[]): Promise<MakeReport> {
  const ended = await koma(story, '--out', join(dir, 'out'), '--json', ...args);
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  return JSON.parse(ended.stdout) as MakeReport;
}

async function saved(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, text);
  return path;
}

/** Text as a reader searches it: line ends and spaces do not count. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '');
}

describe.each([['lighthouse.en', 'ltr'], ['last-bus.zh', 'ltr'], ['umbrella.ja', 'rtl']])('the sample %s', (name, direction) => {
  test('becomes whole, valid files in every format', async () => {
    const path = join(ROOT, 'docs/samples', `${name}.md`);
    const story = await readFile(path, 'utf8');
    const report = await makeReport(path, '--formats', 'pdf,cbz,epub,webtoon,png,koma');
    const file = (format: string): string => report.files.find((made) => made.format === format)!.path;

    const inStory = Array.from(story.matchAll(/“([^”]+)”|"([^"]+)"|「([^」]+)」/g), (match) => match[1] ?? match[2] ?? match[3]!);
    expect(report.lines.filter((line) => line.quoted).map((line) => line.text)).toEqual(inStory);
    expect(report.lines.map((line) => line.order)).toEqual(report.lines.map((_, i) => i));
    expect(report.problems).toEqual([]);
    expect(report.direction).toBe(direction);

    await run('qpdf', ['--check', file('pdf')]);
    const pdfText = squeezed((await run('pdftotext', [file('pdf'), '-'], { maxBuffer: 16e6 })).stdout);
    const missing = inStory.flatMap((line) => line.split(/[。！？.!?,，、…\s—]+/u)).filter((part) => part.length > 1 && part.length < 9 && !pdfText.includes(squeezed(part)));
    expect(missing.length / inStory.length, missing.join(' | ')).toBeLessThan(0.1);
    for (const format of ['cbz', 'epub', 'webtoon', 'png', 'koma']) await run('unzip', ['-tq', file(format)]);
    // Java finds no file under a name in Chinese where the machine has no UTF-8 locale.
    await run('java', ['-jar', '/usr/share/java/epubcheck.jar', '--failonwarnings', await saved(`${name}.epub`, await readFile(file('epub')))]);

    const cbz = unzipSync(await readFile(file('cbz')));
    expect(Object.keys(cbz).filter((entry) => entry.endsWith('.png'))).toHaveLength(report.pages);
    await run('xmllint', ['--noout', '--schema', XSD, await saved(`${name}.xml`, cbz['ComicInfo.xml']!)]);
    for (const [entry, bytes] of Object.entries(unzipSync(await readFile(file('webtoon'))))) if (entry.endsWith('.png')) expect(sizeOfPng(bytes), entry).toSatisfy(({ width, height }) => width === 800 && height <= 1280);
    const { book } = readKoma(await readFile(file('koma')));
    expect(book).toEqual(scriptBook(story));
  });
});

function sizeOfPng(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

test('the same story and seed give the same pages, byte for byte', async () => {
  const path = await saved('same.txt', '“走吧！”小明喊道。\n\n“好。”小红笑着说。');
  const pages = async (out: string): Promise<string[]> => {
    const report = await makeReport(path, '--formats', 'png', '--out', join(dir, out));
    return Object.entries(unzipSync(await readFile(report.files[0]!.path))).map(([name, bytes]) => `${name}:${Buffer.from(bytes).toString('base64')}`);
  };
  expect(await pages('first')).toEqual(await pages('second'));
});

test.each([
  ['GB18030', Buffer.from('a1b0d7dfb0c9a3a1a1b1d0a1c3f7bab0b5c0a1a30a0aa1b0bac3b5c4a1a3a1b1d0a1baecd0a6d7c5cbb5a1a30a', 'hex'), '走吧！'],
  ['UTF-16', Buffer.from('\ufeff“走吧！”小明喊道。', 'utf16le'), '走吧！'],
  ['Shift_JIS', Buffer.from('817582e082a4814182a982a682eb82a4817682c6836e838b82cd8cbe82c182bd81420a0a817582a482f18141894a82aa82d382c182c482ab82bd82cb817682c6837e834982aa8fce82c182bd8142', 'hex'), 'もう、かえろう'],
])('a file in %s is read rightly', async (_, bytes, expected) => {
  const report = await makeReport(await saved('encoded.txt', bytes), '--formats', 'koma');
  expect(report.lines.map((line) => line.text)).toContain(expected);
});

test.each([
  ['an empty file', () => saved('empty.txt', ' \n'), [], /empty/],
  ['too long a story', () => saved('long.txt', 'word '.repeat(40_001)), [], /200 000/],
  ['binary garbage', () => saved('noise.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256))), [], /no readable text/],
  ['a broken Word file', () => saved('story.docx', 'PK'), [], /damaged/],
  ['a missing file', async () => join(dir, 'nothing.txt'), [], /cannot be read \(not found\)/],
  ['an unknown format', () => saved('ok.txt', '"Hi," said Tom.'), ['--formats', 'pdf,xyz'], /--formats must be one of/],
  ['several mistakes at once', () => saved('ok.txt', '"Hi," said Tom.'), ['--dpi', '9', '--lang', 'fr'], /--lang[\s\S]*--dpi/],
  ['an unknown option', () => saved('ok.txt', '"Hi," said Tom.'), ['--nonsense'], /do not fit/],
])('%s ends in one clear sentence and exit code 1', async (_, story, args, sentence) => {
  const ended = await koma(await story(), '--out', join(dir, 'bad'), ...args);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(sentence);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});
