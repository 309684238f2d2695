import { PICTURE_TAGS_MAX } from '@komawari/contract';
import { expect, test } from 'vitest';
import { addable, proposedTags } from './seen-tags.ts';

test('what is there already is not added again, and no more than there is room for', () => {
  const proposed = proposedTags(['Cat', 'rain', 'night'], ['cat']);
  expect(proposed).toEqual([{ tag: 'Cat', isThere: true }, { tag: 'rain', isThere: false }, { tag: 'night', isThere: false }]);
  expect(addable(proposed, ['cat'])).toEqual(['rain', 'night']);
  const many = Array.from({ length: PICTURE_TAGS_MAX - 1 }, (_, at) => `tag ${at}`);
  expect(addable(proposedTags(['rain', 'night'], many), many)).toEqual(['rain']);
  expect(addable(proposedTags(['rain'], [...many, 'x', 'y']), [...many, 'x', 'y'])).toEqual([]);
});
