import { expect, test } from 'vitest';
import { readOpeningTitle } from './opening-title.ts';

test.each([
  ['“You are late,” said Mrs. Lane.', 'en', 'You are late'],
  ['"Hello," said Tom. He sat.', 'en', 'Hello'],
  ['“Where is it?” said Tom.', 'en', 'Where is it?'],
  ["'I won't go!' said Nora.", 'en', "I won't go!"],
  ['Mr. Hart met Mrs. Lane in St. Ives. It rained.', 'en', 'Mr. Hart met Mrs. Lane in St. Ives'],
  ['Tom said, “Come here at once. We go.”', 'en', 'Tom said, Come here at once'],
  ['The boys’ hats were wet. It rained.', 'en', 'The boys’ hats were wet'],
  ['When the long rain had stopped, the old man went out to look for his dog.', 'en', 'When the long rain had stopped'],
  ['The old man went out to look for his dog in the wet and empty streets.', 'en', 'The old man went out to look for his dog…'],
  ['他说：‘快走！’', 'zh', '他说：‘快走！’'],
  ['他说：‘快走！我们不等。’', 'zh', '他说：快走！'],
  ['Tom said, “Go! 😀 and run.', 'en', 'Tom said, Go!'],
  ['“快走！”他说。', 'zh', '快走！'],
  ['「おはよう。」と太郎が言った。', 'ja', 'おはよう'],
  ['从前有一座很高很高的山，山上有一座很老很老的庙。', 'zh', '从前有一座很高很高的山'],
  ['“”', 'en', '…'],
] as const)('%s', (text, language, title) => {
  expect(readOpeningTitle(text, language)).toBe(title);
});
