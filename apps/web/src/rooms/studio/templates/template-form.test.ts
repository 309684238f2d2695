import { TemplateContent } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, type Draft } from '../desk/draft.ts';
import { promptWith, STYLES } from '../desk/styles.ts';
import { styleOffers } from './style-list.ts';
import { asksFor, contentOfDraft, fileOfTemplates, foundTemplates, partOfTemplate, templatesOfFile, titleOf } from './template-form.ts';
import { withValue } from './VariableFields.tsx';

const MINE = `style_${'1'.repeat(26)}`;
const styles = styleOffers([{ id: MINE, name: 'Woodcut', words: 'woodcut', negativeWords: 'photo', isHidden: false }], (style) => style);
const template = (part: object = {}) => TemplateContent.parse({ title: 'Hero', prompt: 'a {{hair=silver}} hero', ...part });
const draft = (part: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, prompt: 'a cat', ...part });

describe('a template and the form', () => {
  test('what it says nothing of stays as it is', () => {
    expect(partOfTemplate(template(), styles)).toEqual({ prompt: 'a {{hair=silver}} hero', negativePrompt: '' });
    const model = { providerId: `provider_${'0'.repeat(26)}` as never, modelId: 'm' };
    expect(partOfTemplate(template({ negativePrompt: 'text', size: { kind: 'ratio', ratio: '2:3' }, model }), styles)).toMatchObject({ negativePrompt: 'text', size: { kind: 'ratio', ratio: '2:3' }, model });
  });

  test('a style has the words of the template, else its own; where there is none of its name, the words stay', () => {
    expect(partOfTemplate(template({ style: { id: 'ink', words: '' } }), styles)).toMatchObject({ style: 'ink', styleWords: STYLES.ink.words });
    expect(partOfTemplate(template({ style: { id: 'ink', words: 'my ink' } }), styles)).toMatchObject({ style: 'ink', styleWords: 'my ink', styleNegative: '' });
    expect(partOfTemplate(template({ style: { id: MINE, words: '' } }), styles)).toMatchObject({ style: MINE, styleWords: 'woodcut', styleNegative: 'photo' });
    expect(partOfTemplate(template({ style: { id: `style_${'2'.repeat(26)}`, words: 'etching' } }), styles)).toMatchObject({ prompt: 'a {{hair=silver}} hero, etching', style: null, styleWords: '' });
  });

  test('what is kept of the form gives the same words and style again', () => {
    const words = fc.stringMatching(/^[a-z猫{}=|, ]{0,20}[a-z猫]$/u);
    fc.assert(fc.property(words, fc.constantFrom(null, 'ink', MINE), fc.oneof(fc.constant(''), words), words, (prompt, style, styleWords, negativePrompt) => {
      const before = draft({ prompt, style, styleWords, negativePrompt, size: { kind: 'ratio', ratio: '3:2' } });
      const content = contentOfDraft(before, 'T', 'en');
      expect(TemplateContent.parse(content)).toEqual(content);
      const after = { ...draft({ style: null }), ...partOfTemplate(content, styles) };
      expect(promptWith(after.prompt, after.styleWords)).toBe(promptWith(prompt, styleWords));
      expect([after.style, after.negativePrompt, after.size]).toEqual([styleWords.trim() === '' ? null : style, negativePrompt.trim(), before.size]);
    }), { numRuns: 200 });
  });

  test('a title is the first words, with what is filled in', () => {
    expect([titleOf('a {{hair=silver}} {{who}}'), titleOf('x'.repeat(50)), titleOf('a fishing boat at dawn, a cat asleep on the nets')]).toEqual(['a silver who', `${'x'.repeat(40)} …`, 'a fishing boat at dawn, a cat asleep on …']);
    expect(asksFor(template({ prompt: '{{Hair}} {{b=}} {{hair}}' }))).toEqual(['Hair', 'b']);
  });
});

test('templates are found by words anywhere in them', () => {
  const all = [template(), template({ title: 'Ｃover', note: 'for books' }), template({ title: '封面', prompt: '狐狸' })];
  expect([foundTemplates(all, 'HERO silver'), foundTemplates(all, 'cover book'), foundTemplates(all, '狐'), foundTemplates(all, ' '), foundTemplates(all, 'nowhere')].map((found) => found.length)).toEqual([2, 1, 1, 3, 0]);
});

test('a file is read as it was written, and others are none', () => {
  const all = [template({ size: { kind: 'ratio', ratio: '2:3' }, language: 'ja', style: { id: 'ink', words: '' } }), template({ title: 'Two' })];
  expect(templatesOfFile(`\ufeff${fileOfTemplates(all)}`)?.map((one) => TemplateContent.parse(one))).toEqual(all);
  expect(templatesOfFile('[{"title":"x"}]')).toEqual([{ title: 'x' }]);
  expect(['', '{', '{}', '[]', '7', 'null', '{"templates":7}', '<html>'].map(templatesOfFile)).toEqual(Array.from({ length: 8 }));
});

test('values are kept, the newest last', () => {
  expect(Object.entries(withValue({ a: '1', b: '2' }, 'a', '3'))).toEqual([['b', '2'], ['a', '3']]);
  expect(withValue({ a: '1' }, 'a', '')).toEqual({});
});
