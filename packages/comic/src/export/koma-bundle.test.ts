import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listPanels } from '../model/book.ts';
import { planPages } from '../make/plan-pages.ts';
import { scriptBook } from '../make/script-book.ts';
import { BundleError, readKoma, readKomaInTurns, writeKoma, type BundleErrorCode } from './koma-bundle.ts';
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

/** The same for the pictures alone, which have long names; of the packed size too where it is given. */
function sayOfPictures(zip: Uint8Array, size: number, packed?: number): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || view.getUint16(at + 28, true) < 64) continue;
    view.setUint32(at + 24, size, true);
    if (packed !== undefined) view.setUint32(at + 20, packed, true);
  }
}

function emptyPanels(count: number) {
  const book = scriptBook('"Go!" said Tom.', { seed: 3 });
  return { ...book, chapters: [{ ...book.chapters[0], scenes: [{ ...book.chapters[0]!.scenes[0], panels: Array.from({ length: count }, () => ({})) }] }] };
}

const MANIFEST = '{"format":"komawari-bundle","version":1}';

describe('the bundle', () => {
  test('brings back every book as it was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), fc.nat(), async (words, seed) => {
      const book = scriptBook(`Once there was a town.\n\n${words.join('\n\n')}`, { seed });
      const [file] = await writeKoma({ book, pages: [], problems: [], credits: ['One (CC0)', '二 & <three>'] }, { now: NOW });
      const back = readKoma(file!.bytes);
      expect(back.book).toEqual(book);
      expect(back.credits).toEqual(['One (CC0)', '二 & <three>']);
    }), { numRuns: 25 });
  });

  test('is the same file for the same book', async () => {
    const finished = await testBook('ja');
    expect(await writeKoma(finished, { now: NOW })).toEqual(await writeKoma(finished, { now: NOW }));
  });

  test.each<[string, BundleErrorCode, () => Uint8Array]>([
    ['no zip', 'bundle.unreadable', () => strToU8('this is no zip')],
    ['nothing', 'bundle.unreadable', () => new Uint8Array()],
    ['a cut file', 'bundle.unreadable', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{}' }).subarray(0, 120)],
    ['another program’s zip', 'bundle.unreadable', () => bundle({ 'manifest.json': '{"format":"other"}', 'book.json': '{}' })],
    ['a zip without a manifest', 'bundle.unreadable', () => bundle({ 'book.json': '{}' })],
    ['a manifest without version', 'bundle.damaged', () => bundle({ 'manifest.json': '{"format":"komawari-bundle"}', 'book.json': '{}' })],
    ['a newer version', 'bundle.newer', () => bundle({ 'manifest.json': '{"format":"komawari-bundle","version":3}', 'book.json': '{}' })],
    ['no book', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST })],
    ['broken JSON', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":1' })],
    ['a book of another shape', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":1,"id":"b"}' })],
    ['a book of a newer schema', 'bundle.newer', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '{"schema":2,"pages":[]}' })],
    ['a newer version that older readers do not understand', 'bundle.newer', () => bundle({ 'manifest.json': '{"format":"komawari-bundle","version":4,"reads":3}', 'book.json': '{}' })],
    ['a book nested without end', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': '['.repeat(100_000) + ']'.repeat(100_000) })],
    ['a book of nothing but brackets', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': `[${'[],'.repeat(2_000_000)}[]]` })],
    ...[20_000, 100_000].map((count): [string, BundleErrorCode, () => Uint8Array] => [`a book of ${count} panels without anything`, 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': JSON.stringify(emptyPanels(count)) })]),
    ['a book with an object of countless names', 'bundle.damaged', () => bundle({ 'manifest.json': MANIFEST, 'book.json': JSON.stringify({ ...emptyPanels(1), editions: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`n${i}`, {}])) }) })],
    ['files that lie above the folder', 'bundle.unreadable', () => bundle({ '../manifest.json': MANIFEST, '/book.json': '{}' })],
    ['too many files', 'bundle.too-large', () => bundle(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}`, ''])))],
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

describe('a true bundle', () => {
  const KNOWN = 'a1'.repeat(32);
  const take = (id: string, picture: string) => ({ id, provider: 'p', model: 'm', prompt: '', seed: 1, references: [], inputsHash: 'h', cost: 0, state: 'done' as const, picture });
  const drawnBook = () => {
    const book = structuredClone(scriptBook('"Go!" said Tom.\n\n"Where?" asked Ann.\n\nThey ran over the bridge.', { seed: 3 }));
    book.chapters[0]!.scenes[0]!.panels[0]!.takes.push(take('t1', KNOWN), take('t2', 'f'.repeat(64)));
    return book;
  };
  const bytesOf = async () => (await writeKoma({ book: drawnBook(), pages: [], problems: [], credits: [] }, { now: NOW, findPicture: async (key) => (key === KNOWN ? Uint8Array.of(9, 8, 7) : undefined) }))[0]!.bytes;

  test('carries the pictures of its takes', async () => {
    const back = readKoma(await bytesOf());
    expect(back.book).toEqual(drawnBook());
    expect(back.pictures.map(({ key }) => key)).toEqual([KNOWN]);
    expect(back.pictures[0]!.read()).toEqual(Uint8Array.of(9, 8, 7));
  });

  test('asks for no newer reader than it needs', async () => {
    const readsOf = async (takes: object[]) => {
      const book = structuredClone(scriptBook('"Go!" said Tom.', { seed: 3 }));
      listPanels(book)[0]!.takes.push(...takes.map((change, i) => ({ ...take(`t${i}`, KNOWN), ...change })));
      const [file] = await writeKoma({ book, pages: [], problems: [], credits: [] }, { now: NOW });
      expect(readKoma(file!.bytes).book).toEqual(book);
      return (JSON.parse(strFromU8(unzipSync(file!.bytes)['manifest.json']!)) as { reads: number }).reads;
    };
    expect(await readsOf(Array(8).fill({}))).toBe(1);
    expect(await readsOf(Array(9).fill({}))).toBe(2);
    expect(await readsOf([{ isRejected: true }])).toBe(2);
    expect(await readsOf([{ isShown: true }, {}])).toBe(2);
  });

  test('of a later version is read as far as it is understood', () => {
    const book = scriptBook('"Go!" said Tom.', { seed: 3 });
    const later = bundle({ 'manifest.json': '{"format":"komawari-bundle","version":7,"reads":1,"novelty":true}', 'book.json': JSON.stringify({ ...book, novelty: { deep: 1 } }), 'novelty.bin': 'x' });
    expect(readKoma(later).book).toEqual(book);
  });

  test('with a changed byte anywhere is read or refused, never more', async () => {
    const whole = await bytesOf();
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
      const spoiled = Uint8Array.from(whole);
      for (const [at, value] of changes) spoiled[at] = value;
      expect(codeOf(spoiled)).toMatch(/^bundle\.|^read$/);
    }), { numRuns: 150 });
    fc.assert(fc.property(fc.nat(whole.length - 1), (length) => {
      expect(codeOf(whole.subarray(0, length))).toMatch(/^bundle\./);
    }), { numRuns: 50 });
  });

  test('whose book was changed by hand is refused or can still be laid out', () => {
    const book = drawnBook();
    const places = placesIn(book);
    let laid = 0;
    fc.assert(fc.property(fc.nat(places.length - 1), fc.constantFrom<unknown>(null, '', 'x', -1, 0, 1e9, [], {}, 'x'.repeat(300)), (at, value) => {
      const changed = structuredClone(book);
      places[at]!(changed, value);
      const bytes = bundle({ 'manifest.json': MANIFEST, 'book.json': JSON.stringify(changed) });
      if (codeOf(bytes) !== 'read') return;
      laid += 1;
      expect(planPages(readKoma(bytes).book).pages.length).toBeGreaterThan(0);
    // About one change in thirteen is still a book: enough runs that chance brings more than a few.
    }), { numRuns: 600 });
    expect(laid).toBeGreaterThan(5);
  });
});

describe('pictures in a bundle', () => {
  const MIB = 1024 * 1024;
  const keyOf = (i: number) => i.toString(16).padStart(64, '0');
  const noise = (size: number) => Uint8Array.from({ length: size }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24);
  /** `level` 0 stores, as we do; other programs deflate. */
  const withPictures = (pictures: Uint8Array[], level: 0 | 1 | 9) => {
    const book = structuredClone(scriptBook('"Go!" said Tom. He ran.\n\n'.repeat(80), { seed: 3 }));
    const panels = listPanels(book);
    const take = (i: number) => ({ id: `t${i}`, provider: 'own', model: '', prompt: '', seed: 0, references: [], inputsHash: '', cost: 0, state: 'done' as const, picture: keyOf(i) });
    pictures.forEach((_, i) => panels[i % panels.length]!.takes.push(take(i)));
    const files: Zippable = { 'manifest.json': strToU8(MANIFEST), 'book.json': strToU8(JSON.stringify(book)) };
    pictures.forEach((picture, i) => { files[`pictures/${keyOf(i)}`] = [picture, { level }]; });
    return zipSync(files);
  };

  test.each([0, 1, 9] as const)('show their beginning and are read whole, packed at level %i', (level) => {
    const pictures = [noise(3), noise(300_000), new Uint8Array(200_000).fill(7), new Uint8Array()];
    const back = readKoma(withPictures(pictures, level)).pictures;
    expect(back.map((one) => one.key)).toEqual(pictures.map((_, i) => keyOf(i)));
    for (const [i, one] of back.entries()) {
      expect(one.head()).toEqual(pictures[i]!.slice(0, 256));
      expect(one.read()).toEqual(pictures[i]);
    }
  });

  test('that only a bomb shrinks so far are refused before one is unpacked', () => {
    expect(codeOf(withPictures([new Uint8Array(2 * MIB)], 9))).toBe('bundle.damaged');
  });

  test('of more than 50 MB are refused, whether stored or deflated', () => {
    for (const level of [0, 1] as const) {
      const whole = withPictures([noise(200_000)], level);
      sayOfPictures(whole, 51 * MIB);
      expect(codeOf(whole)).toMatch(level === 0 ? /too-large/ : /damaged|too-large/);
    }
  });

  test('that unpack to more than 128 MB together are refused', () => {
    const whole = withPictures(Array.from({ length: 140 }, () => noise(1000)), 1);
    sayOfPictures(whole, MIB - 1);
    expect(codeOf(whole)).toBe('bundle.too-large');
  });

  test('that lie on top of each other are refused', () => {
    const whole = withPictures(Array.from({ length: 8 }, () => noise(40_000)), 0);
    sayOfPictures(whole, 100_000, 100_000);
    expect(codeOf(whole)).toBe('bundle.damaged');
  });

  test('that say another size than they have are not read', () => {
    const whole = withPictures([noise(200_000)], 1);
    sayOfPictures(whole, 1000);
    const [picture] = readKoma(whole).pictures;
    expect(picture!.head()).toEqual(noise(256));
    expect(() => picture!.read()).toThrow(BundleError);
  });
});

describe('reading in turns', () => {
  test('gives what reading at once gives, and lets others in between', async () => {
    const finished = await testBook('en');
    const [file] = await writeKoma(finished, { now: NOW });
    let pauses = 0;
    const { book, credits } = await readKomaInTurns(file!.bytes, async () => { pauses += 1; });
    expect({ book, credits }).toEqual({ book: readKoma(file!.bytes).book, credits: finished.credits });
    expect(pauses).toBeGreaterThan(3);
  });

  test('takes a book of 5 000 panels, deflated, and refuses one beyond all measure', async () => {
    const book = structuredClone(scriptBook('"Go!" said Tom.\n\n"Where?" asked Ann.', { seed: 3 }));
    const scene = book.chapters[0]!.scenes[0]!;
    const model = scene.panels[0]!;
    book.chapters[0]!.scenes = [{ ...scene, panels: Array.from({ length: 5000 }, (_, i) => ({ ...model, id: `p${i}`, lines: model.lines.map((line, j) => ({ ...line, id: `l${i}-${j}` })) })) }];
    book.chapters = [book.chapters[0]!];
    const [file] = await writeKoma({ book, pages: [], problems: [], credits: [] }, { now: NOW });
    expect(file!.bytes.length).toBeLessThan(JSON.stringify(book).length / 10);
    expect((await readKomaInTurns(file!.bytes, async () => {})).book).toEqual(book);
    const inside = unzipSync(file!.bytes);
    const endless = zipSync({ ...inside, 'book.json': new Uint8Array(25 * 1024 * 1024).fill(32) }, { level: 1 });
    await expect(readKomaInTurns(endless, async () => {})).rejects.toMatchObject({ code: 'bundle.too-large' });
    expect(codeOf(zipSync({ ...inside, 'manifest.json': new Uint8Array(3 * 1024 * 1024).fill(32) }, { level: 1 }))).toBe('bundle.too-large');
  }, 30_000);
});

type Change = (book: unknown, value: unknown) => void;

/** Every place of a tree, as a function that puts something else there. */
function placesIn(value: unknown, way: string[] = []): Change[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const change: Change = (book, other) => {
      const parent = way.reduce((at, step) => (at as Record<string, unknown>)[step], book) as Record<string, unknown>;
      parent[key] = other;
    };
    return [change, ...placesIn((value as Record<string, unknown>)[key], [...way, key])];
  });
}
