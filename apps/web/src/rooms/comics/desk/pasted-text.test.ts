import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters, cutToFit, looksLikeHtml, putIn } from './pasted-text.ts';
import { kindOfFile, mediaTypeOf } from './story-file.ts';

test('characters are counted as a list of them would be', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(countCharacters(text)).toBe([...text].length); }), { numRuns: 60 });
});

test('what is cut fits, and is a beginning', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 120 }), (text, limit) => {
    const cut = cutToFit(text, limit);
    expect(countCharacters(cut)).toBeLessThanOrEqual(Math.max(limit, 0));
    expect(text.startsWith(cut)).toBe(true);
    if (countCharacters(text) <= limit) expect(cut).toBe(text);
  }), { numRuns: 300 });
});

test('a cut ends where something ends', () => {
  expect(cutToFit(`${'字'.repeat(95)}。${'尾'.repeat(50)}`, 100)).toBe(`${'字'.repeat(95)}。`);
  expect(cutToFit(`${'word '.repeat(40)}`, 98)).toBe(Array.from({ length: 19 }, () => 'word').join(' '));
});

test('the source of a page is told from a story that mentions a tag', () => {
  expect(looksLikeHtml('<!DOCTYPE html><title>x</title>')).toBe(true);
  expect(looksLikeHtml('<p>One</p>\n<p>Two</p>')).toBe(true);
  expect(looksLikeHtml('She typed <br> and sighed. I <3 you.')).toBe(false);
});

test('a piece stands in place of what was selected', () => expect(putIn('one two three', 'TWO', 4, 7)).toBe('one TWO three'));

test('files go where they are read', () => {
  expect(['a.txt', 'a', 'a.md', 'a.EPUB', 'a.docx', 'a.htm', 'a.koma', 'a.pdf', 'a.doc'].map((name) => kindOfFile(name, 10))).toEqual(['text', 'text', 'text', 'document', 'document', 'document', 'bundle', 'other', 'other']);
  expect(kindOfFile('a.txt', 9_000_000)).toBe('too-large');
  expect([mediaTypeOf('A.Epub'), mediaTypeOf('x.docx').split('.').at(-1), mediaTypeOf('x')]).toEqual(['application/epub+zip', 'document', 'application/octet-stream']);
});
