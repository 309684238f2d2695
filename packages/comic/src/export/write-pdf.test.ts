import { strFromU8, unzlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { testBook, whiteTools } from './test-book.ts';
import type { ExportOptions, FinishedBook } from './types.ts';
import { writePdf } from './write-pdf.ts';

type Written = { raw: string; streams: string[]; toUnicode: Map<string, string> };

/** The objects of a PDF as pdfkit lays them: dictionaries in clear, streams deflated. */
async function written(finished: FinishedBook, options: Partial<ExportOptions> = {}): Promise<Written> {
  const [file] = await writePdf(finished, await whiteTools(), { dpi: 75, ...options });
  const raw = strFromU8(file!.bytes, true);
  const streams: string[] = [];
  for (const match of raw.matchAll(/\/Length (\d+)[^]*?>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const bytes = file!.bytes.subarray(start, start + Number(match[1]));
    try {
      streams.push(strFromU8(unzlibSync(bytes), true));
    } catch {
      streams.push(strFromU8(bytes, true));
    }
  }
  const map = streams.find((stream) => stream.includes('beginbfchar')) ?? '';
  const toUnicode = new Map(Array.from(map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g), ([, cid, units]) => [cid!, String.fromCharCode(...units!.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16)))]));
  return { raw, streams, toUnicode };
}

/** What a reader's search finds, run by run. */
function textOf({ streams, toUnicode }: Written): string[] {
  return streams.flatMap((stream) => Array.from(stream.matchAll(/<((?:[0-9a-f]{4})+)> Tj/g), ([, codes]) => codes!.match(/.{4}/g)!.map((cid) => toUnicode.get(cid) ?? '\ufffd').join('')));
}

test.each(['en', 'ja'] as const)('every run of lettering can be searched (%s)', async (language) => {
  const finished = await testBook(language);
  const pdf = await written(finished);
  const runs = finished.pages.flatMap((page) => page.lettered.bubbles.flatMap((bubble) => bubble.runs)).filter((run) => run.text !== '' && run.box.width > 0 && run.box.height > 0);
  expect(textOf(pdf)).toEqual(runs.map((run) => run.text));
  expect(pdf.streams.some((stream) => stream.includes('3 Tr'))).toBe(true);
  expect(pdf.raw).toContain(`/Lang (${language})`);
});

test('no number in a page is one that a reader cannot take', async () => {
  for (const stream of (await written(await testBook('ja'))).streams.filter((one) => one.includes(' cm'))) expect(stream).not.toMatch(/NaN|undefined|Infinity|\de[+-]\d/);
});

test('a right-to-left book says so and is set in columns', async () => {
  const ja = await written(await testBook('ja'));
  expect(ja.raw).toContain('/Direction /R2L');
  expect(ja.streams.some((stream) => stream.includes('/KTv'))).toBe(true);
  expect((await written(await testBook('en'))).raw).not.toContain('/R2L');
});

test('title, author and credits stand in the file', async () => {
  const finished = await testBook('en');
  const { raw } = await written(finished);
  expect(raw).toContain('The "Odd" <Key> & Co');
  expect(raw).toContain("Komawari's built-in storyboard artist");
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(finished.pages.length);
});

test('a printer gets bleed, trim and crop marks', async () => {
  const finished = await testBook('en');
  const plain = await written(finished);
  expect(plain.raw).not.toContain('/TrimBox');
  const { raw } = await written(finished, { withBleed: true, withCropMarks: true });
  const numbers = (name: string): number[] => new RegExp(`/${name} \\[([^\\]]+)\\]`).exec(raw)![1]!.split(' ').map(Number);
  const [sheet, bleed, trim] = [numbers('MediaBox'), numbers('BleedBox'), numbers('TrimBox')];
  const page = finished.pages[0]!;
  const point = 72 / 150;
  expect(trim[2]! - trim[0]!).toBeCloseTo(page.laid.width * point, 2);
  expect(trim[3]! - trim[1]!).toBeCloseTo(page.laid.height * point, 2);
  expect(trim[0]! - bleed[0]!).toBeCloseTo(page.bleed * point, 2);
  expect(bleed[0]!).toBeGreaterThan(sheet[0]!);
  expect(bleed[2]!).toBeLessThan(sheet[2]!);
});

test('the colour book’s pictures are JPEG, as they are', async () => {
  expect((await written(await testBook('en', { palette: 'pastel' }))).raw).toContain('/DCTDecode');
});

test('progress counts the pages', async () => {
  const finished = await testBook('en');
  const steps: number[] = [];
  await written(finished, { onProgress: (done) => steps.push(done) });
  expect(steps).toEqual(finished.pages.map((_, i) => i + 1));
});
