import { MakeOptions } from '@komawari/contract';
import { expect, test } from 'vitest';
import { changeDraft, emptyDraft, optionsOf, parseDraft } from './draft.ts';

test('a draft comes back as it was kept', () => {
  const draft = changeDraft(emptyDraft(), { text: '“Hi”', title: 'T', palette: 'neon', direction: 'rtl', panels: 24 });
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
});

test('what is no draft harms nothing', () => {
  for (const json of [undefined, '', '{', '3', 'null']) expect(parseDraft(json)).toBeUndefined();
  expect(parseDraft('{"text":5,"format":"toString","panels":7}')).toMatchObject({ text: '', format: 'manga-b5', panels: 'auto' });
});

test('a change makes another comic, sending again does not', () => {
  const draft = emptyDraft();
  expect(changeDraft(draft, { text: 'x' }).key).not.toBe(draft.key);
});

test('what is left to the writer is left out, and the contract takes the rest', () => {
  expect(optionsOf({ ...emptyDraft(), title: '  ' })).toEqual({ format: 'manga-b5', palette: 'black-and-white' });
  expect(MakeOptions.parse(optionsOf({ ...emptyDraft(), title: 'T', direction: 'rtl', language: 'ja', panels: 12 }))).toMatchObject({ direction: 'rtl', language: 'ja', panels: 12 });
});
