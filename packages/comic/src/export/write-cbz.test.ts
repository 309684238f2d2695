import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseSvg, type SvgNode } from './svg-nodes.ts';
import { NOW, testBook, whiteTools } from './test-book.ts';
import type { FinishedBook } from './types.ts';
import { writeCbz } from './write-cbz.ts';
import { comicInfo } from './comic-info.ts';
import { writePng } from './write-pictures.ts';

/** ComicInfo 2.0's order of the elements that are written here. */
const ORDER = ['Title', 'Series', 'Number', 'Summary', 'Notes', 'Year', 'Month', 'Day', 'Writer', 'PageCount', 'LanguageISO', 'BlackAndWhite', 'Manga', 'Characters'];

async function written(finished: FinishedBook): Promise<{ entries: Record<string, Uint8Array>; info: string; pages: SvgNode[] }> {
  const [file] = await writeCbz(finished, await whiteTools(), { dpi: 75 });
  const entries = unzipSync(file!.bytes);
  const info = strFromU8(entries['ComicInfo.xml']!);
  return { entries, info, pages: parseSvg(info.slice(info.indexOf('<Pages>')))[0]!.children };
}

test('pages stand in reading order and ComicInfo says what each is', async () => {
  const finished = await testBook('ja');
  const { entries, info, pages } = await written(finished);
  const pictures = Object.keys(entries).filter((name) => name.endsWith('.png'));
  expect(pictures).toEqual(finished.pages.map((_, i) => `${String(i + 1).padStart(3, '0')}.png`));
  expect(pictures).toEqual([...pictures].sort());
  expect(pages.map((page) => page.attributes['Image'])).toEqual(finished.pages.map((_, i) => String(i)));
  expect(pages.map((page) => page.attributes['Type'])).toEqual(finished.pages.map((page) => ({ cover: 'FrontCover', story: 'Story', colophon: 'Other' })[page.role]));
  pages.forEach((page, i) => expect(Number(page.attributes['ImageSize'])).toBe(entries[pictures[i]!]!.length));
  expect(info).toContain('<Manga>YesAndRightToLeft</Manga>');
  expect(info).toContain('<LanguageISO>ja</LanguageISO>');
  expect(info).toContain(`<PageCount>${pages.length}</PageCount>`);
});

test('elements follow the schema, and words of the story cannot break the XML', async () => {
  const finished = await testBook('en');
  const { info } = await written(finished);
  const names = Array.from(info.matchAll(/^ {2}<(\w+)>/gm), ([, name]) => name!).filter((name) => name !== 'Pages');
  expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
  expect(info).toContain('<Title>The &quot;Odd&quot; &lt;Key&gt; &amp; Co</Title>');
  expect(info).toContain('<Writer>A. &quot;Quill&quot; &amp; Sons</Writer>');
  expect(info).toContain('<Manga>Yes</Manga>');
});

test('a summary is never cut inside a character', async () => {
  const finished = await testBook('en');
  const page = { ...finished.pages[0]!, alternative: [{ panelId: 'p', description: '', lines: [{ speaker: 'A', kind: 'speech', text: `x${'🔥'.repeat(400)}` }] }] };
  const info = comicInfo({ ...finished, pages: [page] }, [], NOW);
  expect(/<Summary>(.*)<\/Summary>/.exec(info)![1]!.length).toBeGreaterThan(300);
  expect(info.isWellFormed()).toBe(true);
});

test('a colour book says so and holds JPEG pages', async () => {
  const { entries, info } = await written(await testBook('en', { palette: 'warm' }));
  expect(info).toContain('<BlackAndWhite>No</BlackAndWhite>');
  expect(Object.keys(entries)).toContain('001.jpg');
});

test('more pages than 999 would still sort', async () => {
  const finished = await testBook('en');
  const pages = Array.from({ length: 1001 }, () => finished.pages[2]!);
  const tools = await whiteTools();
  const picture = { bytes: new Uint8Array(1), width: 1, height: 1, extension: 'png' as const, mediaType: 'image/png' as const };
  for (const write of [writeCbz, writePng]) {
    const [file] = await write({ ...finished, pages }, tools, { dpi: 75, pictures: async () => picture });
    const names = Object.keys(unzipSync(file!.bytes)).filter((name) => name.endsWith('.png'));
    expect(names).toEqual([...names].sort());
  }
});
