import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { testBook, whiteTools } from './testing.ts';
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
  const [file] = await writeWebtoon(finished, await whiteTools(), { dpi: 150 }, { width: 690, maxHeight: 1000 });
  for (const [name, bytes] of Object.entries(unzipSync(file!.bytes))) if (name.endsWith('.png')) expect(sizeOfPng(bytes)).toSatisfy(([width, height]: [number, number]) => width === 690 && height <= 1000);
});
