import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { testBook, whiteTools } from './test-book.ts';
import type { FinishedBook } from './types.ts';
import { writeEpub } from './write-epub.ts';

async function written(finished: FinishedBook) {
  const [file] = await writeEpub(finished, await whiteTools(), { dpi: 75 });
  const entries = unzipSync(file!.bytes);
  const text = (name: string): string => strFromU8(entries[name]!);
  return { bytes: file!.bytes, entries, text, opf: text('OEBPS/package.opf') };
}

test('the mimetype comes first and is stored', async () => {
  const { bytes } = await written(await testBook('en'));
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)).toBe(0);
});

test('everything in the file is listed and everything listed is there', async () => {
  const { entries, opf } = await written(await testBook('ja'));
  const listed = Array.from(opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/g), ([, id, href]) => ({ id: id!, href: `OEBPS/${href}` }));
  expect(listed.map((item) => item.href).sort()).toEqual(Object.keys(entries).filter((name) => name.startsWith('OEBPS/') && !name.endsWith('.opf')).sort());
  expect(new Set(listed.map((item) => item.id)).size).toBe(listed.length);
  const spine = Array.from(opf.matchAll(/<itemref idref="([^"]+)"/g), ([, id]) => id!);
  const ids = new Set(listed.map((item) => item.id));
  expect(spine.every((id) => ids.has(id))).toBe(true);
  expect(spine).toEqual([...spine].sort());
});

test('a Japanese book opens from the right and its pages lie on the sides they were laid for', async () => {
  const finished = await testBook('ja');
  const { opf } = await written(finished);
  expect(opf).toContain('page-progression-direction="rtl"');
  expect(Array.from(opf.matchAll(/page-spread-(left|right)/g), ([, side]) => side)).toEqual(finished.pages.map((page) => page.laid.side));
});

test('each picture has words in its place, and each line stands once, in order', async () => {
  const finished = await testBook('en');
  const { text } = await written(finished);
  const said: string[] = [];
  for (const [i] of finished.pages.entries()) {
    const page = text(`OEBPS/page-${String(i + 1).padStart(3, '0')}.xhtml`);
    expect(/ alt="([^"]+)"/.exec(page)![1]!.length).toBeGreaterThan(8);
    expect(page).toMatch(/<meta name="viewport" content="width=\d+, height=\d+"\/>/);
    said.push(...Array.from(page.matchAll(/<p>(.*?)<\/p>/g), ([, line]) => line!));
  }
  expect(said.filter((line) => /^[^:]+: /.test(line))).toEqual(['Mara: Who is there?', 'Jonas: Only me.', 'Jonas: I brought the key.', 'Mara: Then hurry!', 'Jonas: It opened nothing.']);
});

test('a title cannot break the XML', async () => {
  const { opf, text } = await written(await testBook('en'));
  expect(opf).toContain('<dc:title>The &quot;Odd&quot; &lt;Key&gt; &amp; Co</dc:title>');
  expect(opf).toContain('<dc:creator>A. &quot;Quill&quot; &amp; Sons</dc:creator>');
  expect(text('OEBPS/nav.xhtml')).not.toContain('<Key>');
});

test('two books never share an identifier, one book always has the same', async () => {
  const identifier = async (finished: FinishedBook): Promise<string> => /<dc:identifier id="id">([^<]+)</.exec((await written(finished)).opf)![1]!;
  const [en, ja] = [await testBook('en'), await testBook('ja')];
  expect(await identifier(en)).toBe(await identifier(en));
  expect(await identifier(en)).not.toBe(await identifier(ja));
});
