import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileStem } from './file-name.ts';

describe('a file name made from a title', () => {
  test.each([
    ['A Tale: Two/Cities?', 'A Tale Two Cities'], ['  雨の夜  ', '雨の夜'], ['...hidden', 'hidden'], ['ends in dots. . .', 'ends in dots'], ['\u202egnp.exe\u202c', 'gnp.exe'], ['tab\tline\nbreak', 'tab line break'],
    ['a\u200bb\ufeffc', 'a b c'], ['𠮷野家', '𠮷野家'], ['café'.normalize('NFD'), 'café'],
  ])('%j becomes %j', (title, stem) => expect(fileStem(title)).toBe(stem));

  test.each(['CON', 'nul', 'Com1', 'LPT9', 'aux', 'con.txt', 'COM¹', 'CONIN$', '', '???', '.', '..', '///'])('%j is no name a system keeps for itself', (title) => {
    const stem = fileStem(title);
    expect(stem).toMatch(/^comic/);
    expect(stem).not.toMatch(/[<>:"/\\|?*]/);
  });

  test('never cuts an emoji in half and stays short enough for every file system', () => {
    for (const title of ['👩‍👩‍👧‍👦'.repeat(1000), '字'.repeat(4000), 'x'.repeat(4000), '🔥'.repeat(4000)]) {
      const stem = fileStem(title);
      expect(stem.isWellFormed()).toBe(true);
      // 255 bytes less the longest ending and a numbered draft's.
      expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(200);
      expect(stem.length).toBeGreaterThan(10);
      expect(stem).not.toMatch(/\u200d$/u);
    }
  });

  test('any title gives a name that Windows, macOS and Linux take', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const stem = fileStem(title);
      expect(stem).not.toBe('');
      // oxlint-disable-next-line no-control-regex -- such characters are what must be gone
      expect(stem).not.toMatch(/[\u0000-\u001f<>:"/\\|?*\u007f]|^[.\s]|[.\s]$/u);
      expect(stem).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
      expect(stem.isWellFormed()).toBe(true);
      expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(200);
      expect(fileStem(stem)).toBe(stem);
    }), { numRuns: 400 });
  });
});
