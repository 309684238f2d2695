import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { testFonts } from '../letter/test-fonts.ts';
import { exportStrip } from '../make/export-strip.ts';
import { testPainters } from '../make/test-story.ts';
import { testBook, whiteTools } from './test-book.ts';
import { writeWebtoon } from './write-webtoon.ts';

function sizeOfPng(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('slices are 800 wide, at most 1 280 high, and together as long as the strip', async () => {
  const finished = await testBook('en', { isStrip: true });
  const tools = await whiteTools();
  const [file] = await writeWebtoon(finished, tools, { dpi: 150 });
  const slices = Object.entries(unzipSync(file!.bytes)).filter(([name]) => name.endsWith('.png'));
  expect(slices.map(([name]) => name)).toEqual(slices.map((_, i) => `${String(i + 1).padStart(3, '0')}.png`));
  const sizes = slices.map(([, bytes]) => sizeOfPng(bytes));
  for (const [width, height] of sizes) {
    expect(width).toBe(800);
    expect(height).toBeLessThanOrEqual(1280);
  }
  expect(sizes.reduce((sum, [, height]) => sum + height, 0)).toBe(finished.pages.reduce((sum, page) => sum + Math.round((page.laid.height * 800) / page.laid.width), 0));
});

test('other shops take other sizes', async () => {
  const finished = await testBook('en', { isStrip: true });
  const [file] = await writeWebtoon(finished, await whiteTools(), { dpi: 150, slices: { width: 690, maxHeight: 1000 } });
  for (const [name, bytes] of Object.entries(unzipSync(file!.bytes))) if (name.endsWith('.png')) expect(sizeOfPng(bytes)).toSatisfy(([width, height]: [number, number]) => width === 690 && height <= 1000);
});

test.each([{ width: 0, maxHeight: 1280 }, { width: 800.5, maxHeight: 1280 }, { width: 800, maxHeight: 1e6 }])('slices of $width x $maxHeight are refused', async (slices) => {
  await expect(writeWebtoon(await testBook('en', { isStrip: true }), await whiteTools(), { dpi: 150, slices })).rejects.toThrow(RangeError);
});

test('a strip made page by page is the same as one made at once, and progress counts its pages', async () => {
  const finished = await testBook('en', { isStrip: true });
  const [atOnce, byPage] = [await whiteTools(), await whiteTools()];
  const [expected] = await writeWebtoon(finished, atOnce, { dpi: 150 });
  const steps: number[] = [];
  const fonts = await testFonts(['comic-neue', 'comic-neue-bold', 'bangers', 'patrick-hand']);
  const [file] = await exportStrip(finished.book, { ...byPage, fonts, painters: await testPainters() }, { dpi: 150, onProgress: (done) => steps.push(done) });
  expect(byPage.drawn).toEqual(atOnce.drawn);
  expect(file).toEqual(expected);
  expect(steps).toEqual(finished.pages.map((_, i) => i + 1));
});

test('a page that cannot be drawn fails the file', async () => {
  const finished = await testBook('en', { isStrip: true });
  const tools = await whiteTools();
  await expect(writeWebtoon(finished, { ...tools, rasterise: () => Promise.reject(new RangeError('too many pixels')) }, { dpi: 150 })).rejects.toThrow('too many pixels');
});
