import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportBook } from './export-book.ts';
import { testBook, whiteTools } from './test-book.ts';
import type { ExportFormat, FinishedBook } from './types.ts';

/** The same art with the words of another language: what is exported is the finished book as it is given. */
async function inChinese(): Promise<FinishedBook> {
  const finished = await testBook('en');
  return { ...finished, book: { ...finished.book, title: '怪钥匙', language: 'zh', direction: 'rtl' } };
}

async function entries(format: ExportFormat, finished: FinishedBook): Promise<Record<string, Uint8Array>> {
  const tools = { ...(await whiteTools()), encodeWebp: async () => Uint8Array.of(1, 2, 3) };
  const [file] = await exportBook(format, finished, tools, { dpi: 40 });
  expect(file!.name).toMatch(/^怪钥匙/);
  return unzipSync(file!.bytes);
}

test('every file tells the language and direction of the book it was given', async () => {
  const finished = await inChinese();
  const info = strFromU8((await entries('cbz', finished))['ComicInfo.xml']!);
  expect(info).toContain('<LanguageISO>zh</LanguageISO>');
  expect(info).toContain('<Manga>YesAndRightToLeft</Manga>');
  const book = await entries('epub', finished);
  const opf = strFromU8(book['OEBPS/package.opf']!);
  expect(opf).toContain('<dc:language>zh</dc:language>');
  expect(opf).toContain('xml:lang="zh"');
  expect(opf).toContain('page-progression-direction="rtl"');
  for (const [name, bytes] of Object.entries(book)) if (name.endsWith('.xhtml')) expect(strFromU8(bytes)).toContain('lang="zh"');
  const [pdf] = await exportBook('pdf', finished, await whiteTools(), { dpi: 40 });
  const raw = Buffer.from(pdf!.bytes).toString('latin1');
  expect(raw).toMatch(/\/Lang \(zh\)/);
  expect(raw).toMatch(/\/Direction \/R2L/);
  expect((await entries('koma', finished))['book.json']).toBeDefined();
});

test('pages as WebP are numbered, with their credits', async () => {
  const finished = await inChinese();
  const names = Object.keys(await entries('webp', finished));
  expect(names).toEqual([...finished.pages.map((_, i) => `怪钥匙-${String(i + 1).padStart(3, '0')}.webp`), 'CREDITS.txt']);
  await expect(exportBook('webp', finished, await whiteTools(), { dpi: 40 })).rejects.toThrow(RangeError);
});
