import { EditError } from '@komawari/comic/edit';
import { expect, test } from 'vitest';
import { noticeWords } from './notice-words.ts';

test('a step that fits the book no longer is told in words of its own: no server refused it', () => {
  const misfit = { error: new EditError('edit.invalid', 'gone') };
  expect(noticeWords({ notices: [], refused: [misfit, misfit] })).toEqual(['noticeMisfit']);
  expect(noticeWords({ notices: [{ code: 'gone' }], refused: [misfit, { error: new Error('400') }] })).toEqual(['noticeGone', 'noticeMisfit', 'noticeRefused']);
});

test('what needs no words has none', () => expect(noticeWords({ notices: [{ code: 'merged' }, { code: 'exists' }], refused: [] })).toEqual([]));
