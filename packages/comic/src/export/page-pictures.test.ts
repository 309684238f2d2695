import { expect, test } from 'vitest';
import { exportBook } from './export-book.ts';
import { isColourBook, isColourPage } from './page-document.ts';
import { pagePictures, pictureKinds } from './page-pictures.ts';
import { testBook, whiteTools } from './test-book.ts';

test('each page is drawn once for all formats together', async () => {
  const finished = await testBook('en');
  const tools = await whiteTools();
  const pictures = pagePictures(finished, tools, 75, pictureKinds(['pdf', 'cbz', 'epub', 'png']));
  for (const format of ['pdf', 'cbz', 'epub', 'png'] as const) await exportBook(format, finished, tools, { dpi: 75, pictures });
  expect(tools.drawn).toHaveLength(finished.pages.length);
  expect(tools.laidOver).toBe(finished.pages.length);
});

test('a format alone makes only what it needs', async () => {
  const finished = await testBook('en');
  const tools = await whiteTools();
  await exportBook('pdf', finished, tools, { dpi: 75 });
  expect(tools.laidOver).toBe(0);
});

test('colour pages are JPEG for readers and lossless where that is asked for', async () => {
  const finished = await testBook('en', { palette: 'pastel' });
  const pictures = pagePictures(finished, await whiteTools(), 75, ['art', 'whole', 'lossless']);
  const page = finished.pages[0]!;
  expect([(await pictures(page, 'art')).extension, (await pictures(page, 'whole')).extension, (await pictures(page, 'lossless')).extension]).toEqual(['jpg', 'jpg', 'png']);
});

test('a kind nobody asked for is refused once the page is made', async () => {
  const finished = await testBook('en');
  const pictures = pagePictures(finished, await whiteTools(), 75, ['art']);
  await pictures(finished.pages[0]!, 'art');
  await expect(pictures(finished.pages[0]!, 'whole')).rejects.toThrow(RangeError);
});

test('the resolution tells the width', async () => {
  const finished = await testBook('en');
  const pictures = pagePictures(finished, await whiteTools(), 300, ['art']);
  expect((await pictures(finished.pages[0]!, 'art')).width).toBe(finished.pages[0]!.laid.width * 2);
});

test('pictures put aside come back as they were and make the same files', async () => {
  const finished = await testBook('en');
  const shelf: Uint8Array[] = [];
  const tools = { ...(await whiteTools()), spool: async (bytes: Uint8Array) => { const at = shelf.push(bytes) - 1; return async () => shelf[at]!; } };
  const pictures = pagePictures(finished, tools, 75, ['art', 'whole']);
  const [put] = await exportBook('cbz', finished, tools, { dpi: 75, pictures });
  const [kept] = await exportBook('cbz', finished, await whiteTools(), { dpi: 75 });
  expect(put!.bytes).toEqual(kept!.bytes);
  expect(shelf.length).toBe(finished.pages.length * 2);
});

test('a page with a picture of one\'s own keeps its colours in a book of black and white; the others stay grey', async () => {
  const finished = await testBook('en');
  const [first, second] = finished.pages;
  const own = { ...first!, art: `${first!.art}<image href="data:image/png;base64,AA"/>` };
  expect(isColourPage(finished.book, own)).toBe(true);
  expect(isColourPage(finished.book, second!)).toBe(false);
  expect(isColourBook({ ...finished, pages: [own, second!] })).toBe(true);
});
