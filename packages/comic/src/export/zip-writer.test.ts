import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipWriter } from './zip-writer.ts';

const NOW = new Date(2026, 4, 6, 7, 8, 9);

test('writes what fflate writes at once', () => {
  const entries = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z][a-z0-9/]{0,12}[a-zé雨]$/), bytes: fc.uint8Array({ maxLength: 400 }), isStored: fc.boolean() }), { selector: ({ name }) => name, minLength: 1, maxLength: 6 });
  fc.assert(fc.property(entries, (list) => {
    const zip = zipWriter(NOW);
    for (const { name, bytes, isStored } of list) zip.add(name, bytes, { isStored });
    const made = zip.finish();
    expect(made).toEqual(zipSync(Object.fromEntries(list.map(({ name, bytes, isStored }) => [name, [bytes, isStored ? { level: 0, mtime: NOW } : { mtime: NOW }]] as const))));
    expect(Object.keys(unzipSync(made))).toEqual(list.map(({ name }) => name));
  }), { numRuns: 60 });
});
