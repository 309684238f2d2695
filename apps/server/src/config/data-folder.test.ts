import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareDataDir } from './data-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'koma-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('makes every missing folder, twice without harm', () => {
  const dir = join(root, 'a', 'b c', 'd');
  prepareDataDir(dir);
  prepareDataDir(dir);
  expect(statSync(dir).isDirectory()).toBe(true);
});

test('a file in the way is a sentence', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => prepareDataDir(join(root, 'file'))).toThrow(/data\.unwritable|written|folder/i);
  expect(() => prepareDataDir(join(root, 'file', 'below'))).toThrow();
});

test.runIf(process.platform === 'linux')('a place where no folder can be made ends with a sentence', () => {
  expect(() => prepareDataDir('/proc/nope/data')).toThrow();
});
