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
  ['夜里十一点半的时候雨下得很大而且风也吹得人睁不开眼睛。', 'zh', '夜里十一点半的时候雨下得很大…'],
  ['“我昨天晚上在图书馆里面看见了一只会说话的猫。”他说。', 'zh', '我昨天晚上在图书馆里面看见了…'],
  ['放課後になると急に雨が降り出して校庭の隅にある古い桜の木が揺れた。', 'ja', '放課後になると急に雨が降り出して…'],
  ['The children who lived at the end of the long road were never seen.', 'en', 'The children who lived at the end…'],
  ['“”', 'en', '…'],
] as const)('%s', (text, language, title) => {
  expect(readOpeningTitle(text, language)).toBe(title);
});

test('a title is never cut inside of a word that fits, and an ellipsis tells that it is cut', () => {
  const story = 'the lamp went out over harbour boats while seven sailors slept below deck'.split(' ');
  for (let start = 0; start < story.length - 8; start++) {
    const sentence = story.slice(start).join(' ');
    const title = readOpeningTitle(`${sentence}.`, 'en');
    expect(title.endsWith('…')).toBe(title.replace('…', '') !== sentence);
    for (const word of title.replace('…', '').split(' ')) expect(story).toContain(word);
  }
});
