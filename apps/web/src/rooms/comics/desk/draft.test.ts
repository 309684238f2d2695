import { MakeOptions } from '@komawari/contract';
import { expect, test } from 'vitest';
import { changeDraft, dropStory, emptyDraft, optionsOf, parseDraft, previewOptionsOf, samplePreview, hasUsualLook } from './draft.ts';

test('a draft comes back as it was kept', () => {
  const draft = changeDraft(emptyDraft(), { text: '“Hi”', title: 'T', author: 'A', notes: 'n', style: 'noir', axes: { palette: 'neon', line: 'none' }, direction: 'rtl', panels: 24 });
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
});

test('what is no draft harms nothing, and a draft of the first version keeps its palette', () => {
  for (const json of [undefined, '', '{', '3', 'null']) expect(parseDraft(json)).toBeUndefined();
  expect(parseDraft('{"text":5,"format":"toString","panels":3,"style":"constructor","axes":{"art":"hasOwnProperty","mood":7}}')).toMatchObject({ text: '', format: 'manga-b5', panels: 'auto', style: 'storyboard', axes: {} });
  expect(parseDraft('{"text":"x","palette":"neon"}')).toMatchObject({ text: 'x', style: 'storyboard', axes: { palette: 'neon' } });
});

test('a model that draws or writes is asked for by its address, and nothing else is', () => {
  const address = `provider_${'a'.repeat(26)}/some/model:7b`;
  const draft = changeDraft(emptyDraft(), { artist: address, writer: address });
  expect(MakeOptions.parse(optionsOf(draft))).toMatchObject({ artist: address, writer: address });
  expect(parseDraft(JSON.stringify(draft))).toMatchObject({ artist: address, writer: address });
  expect(parseDraft(JSON.stringify({ ...draft, artist: 'provider_x/y', writer: 7 }))).toMatchObject({ artist: 'storyboard', writer: 'built-in' });
  expect(previewOptionsOf(draft)).not.toHaveProperty('artist');
});

test('a change makes another comic, sending again does not', () => {
  const draft = emptyDraft();
  expect(changeDraft(draft, { text: 'x' }).key).not.toBe(draft.key);
});

test('what is left to the writer is left out, and the contract takes the rest', () => {
  expect(optionsOf({ ...emptyDraft(), title: '  ' })).toEqual({ format: 'manga-b5', style: 'storyboard' });
  const options = optionsOf({ ...emptyDraft(), title: 'T', author: ' A ', notes: 'wet ink', direction: 'rtl', language: 'ja', panels: 12, style: 'shojo', axes: { mood: 'sad' } });
  expect(MakeOptions.parse(options)).toMatchObject({ direction: 'rtl', language: 'ja', panels: 12, author: 'A', style: 'shojo', mood: 'sad' });
});

test('the first panel shows people once their manner is chosen', () => {
  expect(previewOptionsOf(emptyDraft())).toMatchObject({ preset: 'storyboard', shows: 'first' });
  expect(previewOptionsOf({ ...emptyDraft(), style: 'gag' })).toMatchObject({ preset: 'gag', shows: 'people' });
  expect(previewOptionsOf({ ...emptyDraft(), style: 'gag', axes: { character: 'none' } })).toMatchObject({ character: 'none', shows: 'first' });
});

test('a sample has somebody in it, whatever is chosen, and nothing of the story that is written', () => {
  expect(samplePreview(emptyDraft())).toMatchObject({ preset: 'storyboard', shows: 'people' });
  expect(samplePreview({ ...emptyDraft(), title: 'Mine', language: 'ja', axes: { character: 'none' } })).not.toMatchObject({ title: 'Mine' });
  expect(samplePreview({ ...emptyDraft(), title: 'Mine', language: 'ja' })).toEqual(samplePreview(emptyDraft()));
});

test('a sent story leaves the desk; the look stays for the next', () => {
  expect(dropStory({ ...emptyDraft(), text: 'x', title: 't', style: 'noir', author: 'A' })).toMatchObject({ text: '', title: '', style: 'noir', author: 'A' });
});

test('a look is usual until something is chosen that a panel shows', () => {
  const draft = emptyDraft();
  expect(hasUsualLook(changeDraft(draft, { text: 'The lamp went out.', author: 'Mika' }))).toBe(true);
  for (const change of [{ style: 'noir' }, { format: 'webtoon' }, { direction: 'ltr' }, { panels: 12 }, { axes: { palette: 'warm' } }] as const) expect(hasUsualLook(changeDraft(draft, change))).toBe(false);
});
