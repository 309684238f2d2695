import { openZip } from '@komawari/comic/zip';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { fileNameOf, freeName } from './file-names.ts';
import { streamZip } from './pictures-zip.ts';

const LIMITS = { entriesMax: 100, entryMaxBytes: 1e7, totalMaxBytes: 1e8 };

describe('a zip that is written while it is read', () => {
  test('loads a file when the one before has been taken, and no more when nobody reads on', async () => {
    let loads = 0;
    const files = Array.from({ length: 50 }, (_, i) => ({ name: `${i}.png`, load: async () => { loads += 1; return new Uint8Array(500_000).fill(i); } }));
    const stream = streamZip(files, new Date('2026-11-23'));
    await new Promise((resolve) => stream.once('readable', resolve));
    expect(loads).toBeLessThanOrEqual(3);
    stream.destroy();
    await new Promise((resolve) => stream.once('close', resolve));
    expect(loads).toBeLessThanOrEqual(3);
    loads = 0;
    const zip = openZip(await buffer(streamZip(files, new Date('2026-11-23'))), LIMITS);
    expect([loads, zip.names.length, zip.read('49.png')[7]]).toEqual([50, 50, 49]);
  });

  test('a file that cannot be read breaks it off, so that no half of it passes for the whole', async () => {
    const broken = [{ name: 'a.png', load: async () => new Uint8Array(9) }, { name: 'b.png', load: async () => { throw new Error('gone'); } }];
    await expect(buffer(streamZip(broken, new Date()))).rejects.toThrow('gone');
  });
});

describe('names of files', () => {
  const name = (prompt: string, seed: number | null = 7, mediaType = 'image/png') => fileNameOf({ createdAt: new Date('2026-11-23T23:59:59Z'), prompt, seed, mediaType });

  test.each<[string, string]>([
    ['A cat, on the roof!', '2026-11-23-a-cat-on-the-roof-7.png'], ['屋顶上的猫', '2026-11-23-屋顶上的猫-7.png'], ['  ../..\\etc/passwd\0 ', '2026-11-23-etc-passwd-7.png'], ['🐈', '2026-11-23-7.png'], ['', '2026-11-23-7.png'],
    ['\u202egnp.exe', '2026-11-23-gnp-exe-7.png'], ['x'.repeat(5000), `2026-11-23-${'x'.repeat(40)}-7.png`], ['がぎ', '2026-11-23-がぎ-7.png'],
  ])('%j', (prompt, expected) => { expect(name(prompt)).toBe(expected); });

  test('without a seed, of another kind, taken', () => {
    expect([name('cat', null), name('cat', 7, 'image/jpeg')]).toEqual(['2026-11-23-cat.png', '2026-11-23-cat-7.jpg']);
    const taken = new Set<string>();
    expect(['a.png', 'A.png', 'a.png'].map((one) => freeName(one, taken))).toEqual(['a.png', 'A-2.png', 'a-3.png']);
  });
});
