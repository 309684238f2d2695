import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeIn } from './build-web.mjs';

const root = mkdtempSync(join(tmpdir(), 'koma-build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a new build keeps the parts of the one before for a day, then lets them go', () => {
  const into = join(root, 'dist');
  const build = (files: Record<string, string>, at: Date) => {
    const fresh = mkdtempSync(join(root, 'fresh-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      writeFileSync(join(fresh, name), text);
    }
    takeIn(fresh, into, at);
  };
  const has = (name: string) => existsSync(join(into, name));
  const day = (n: number) => new Date(Date.UTC(2026, 0, n, n));
  build({ 'index.html': 'one', '.vite/manifest.json': '{}', 'assets/a-1.js': 'a', 'assets/b-1.js': 'b', 'assets/choices-1/pose/run.svg': 'r' }, day(1));
  build({ 'index.html': 'two', '.vite/manifest.json': '{"two":1}', 'assets/a-1.js': 'a', 'assets/b-2.js': 'bb', 'assets/choices-1/pose/run.svg': 'r' }, day(3));
  expect(readFileSync(join(into, 'index.html'), 'utf8')).toBe('two');
  expect(readFileSync(join(into, '.vite/manifest.json'), 'utf8')).toBe('{"two":1}');
  expect(['assets/a-1.js', 'assets/b-2.js', 'assets/choices-1/pose/run.svg'].every(has)).toBe(true);
  // Its last build was two days before: nobody has it open now.
  expect(has('assets/b-1.js')).toBe(false);
  build({ 'index.html': 'three', 'assets/a-3.js': 'aaa' }, new Date(day(3).getTime() + 3_600_000));
  expect(['assets/a-1.js', 'assets/b-2.js', 'assets/a-3.js'].every(has)).toBe(true);
});
