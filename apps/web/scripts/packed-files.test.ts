import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { packFile } from './packed-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'koma-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a script is packed twice and comes out as it was; a tiny one stays alone', async () => {
  const [script, tiny] = [join(folder, 'script.js'), join(folder, 'tiny.js')];
  const text = 'export const words = "the lamp went out";\n'.repeat(200);
  writeFileSync(script, text);
  writeFileSync(tiny, 'export {};');
  await Promise.all([packFile(script), packFile(tiny)]);
  expect(brotliDecompressSync(readFileSync(`${script}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${script}.gz`)).toString()).toBe(text);
  expect([existsSync(`${tiny}.br`), existsSync(`${tiny}.gz`)]).toEqual([false, false]);
});
