import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { BundleError, readKoma, writeKoma, type BundleErrorCode } from './koma-bundle.ts';
import { NOW, testBook } from './test-book.ts';

const WORDS = ['"Go!" said Tom.', '“走吧！”小明喊道。', '「行こう」と彼は言った。', 'Rain fell on the "old" town.', '* * *', '# Two', '', '👩‍👩‍👧‍👦🔥', '\u202e<b>&amp;</b>', '"Never closed, said Ann.'];

function codeOf(bytes: Uint8Array): BundleErrorCode | 'read' {
  try {
    readKoma(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof BundleError) return error.code;
    throw error;
  }
}

function bundle(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Changes what a zip's directory says of the unpacked size of its larger entries (APPNOTE 4.3.12: 24 bytes in). */
function sayUnpacked(zip: Uint8Array, size: number): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 500) view.setUint32(at + 24, size, true);
}

const MANIFEST = '{"format":"komawari-bundle","version":1}';

describe('the bundle', () => {
  test('brings back every book as it was', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), fc.nat(), (words, seed) => {
      const book = scriptBook(`Once there was a town.\n\n${words.join('\n\n')}`, { seed });
      const [file] = writeKoma({ book, pages: [], problems: [], credits: ['One (CC0)', '二 & <three>'] }, { now: NOW });
      const back = readKoma(file!.bytes);
      expect(back.book).toEqual(book);
      expect(back.credits).toEqual(['One (CC0)', '二 & <three>']);
    }), { numRuns: 25 });
  });

  test('is the same file for the same book', async () => {
    const finished = await testBook('ja');
    expect(writeKoma(finished, { now: NOW })).toEqual(writeKoma(finished, { now: NOW }));
  });

  test.each<[string, BundleErrorCode, () => Uint8Array]>([
    ['no zip', 'bundle.unreadable', () => strToU8('this is no zip')],
    ['nothing', 'bundle.unreadable', () => new Uint8Array()],
    ['a cut file', 'bundle.unreadable', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{}' }).subarray(0, 120)],
    ['another program’s zip', 'bundle.unreadable', () => bundle({ 'manifest.json': '{"format":"other"}', 'book.json': '{}' })],
    ['a zip without a manifest', 'bundle.unreadable', () => bundle({ 'book.json': '{}' })],
    ['a manifest without version', 'bundle.damaged', () => bundle({ 'manifest.json': '{"format":"komawari-bundle"}', 'book.json': '{}' })],
    ['a newer version', 'bundle.newer', () => bundle({ 'manifest.json': '{"format":"komawari-bundle","version":2}', 'book.json': '{}' })],
    ['no book', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST })],
    ['broken JSON', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":1' })],
    ['a book of another shape', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":1,"id":"b"}' })],
    ['a manifest that is no object', 'bundle.unreadable', () => bundle({ 'manifest.json': 'null', 'book.json': '{}' })],
  ])('%s is refused', (_name, code, bytes) => expect(codeOf(bytes())).toBe(code));

  test('a zip bomb is not unpacked', () => {
    const bomb = bundle({ 'manifest.json': MANIFEST, 'book.json': ' '.repeat(1000) });
    sayUnpacked(bomb, 300 * 1024 * 1024);
    expect(codeOf(bomb)).toBe('bundle.too-large');
  });

  test('a zip that lies about its sizes is not read', () => {
    const bomb = zipSync({ 'manifest.json': strToU8(MANIFEST), 'book.json': new Uint8Array(20 * 1024 * 1024) }, { level: 1 });
    sayUnpacked(bomb, 1000);
    expect(codeOf(bomb)).toMatch(/^bundle\./);
  });

  test('garbage of any kind ends in a typed error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(codeOf(bytes)).toMatch(/^bundle\./);
    }), { numRuns: 200 });
    const whole = bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":1}' });
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const spoiled = Uint8Array.from(whole);
      spoiled[at] = spoiled[at]! ^ change;
      expect(codeOf(spoiled)).toMatch(/^bundle\./);
    }), { numRuns: 200 });
  });
});
