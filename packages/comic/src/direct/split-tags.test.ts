import { describe, expect, test } from 'vitest';
import { listLines } from '../model/book.ts';
import { scriptBook } from '../make/script-book.ts';
import { toldLook } from '../make/told-look.ts';
import { splitTags } from './split-tags.ts';

const split = (text: string, language: 'en' | 'zh' | 'ja', beside: { isAfter?: boolean; isBefore?: boolean }) =>
  splitTags({ type: 'narration', text, mentions: [], start: 10, end: 10 + text.length, isTag: false }, { isAfter: false, isBefore: false, ...beside }, language).map((beat) => (beat.isTag ? `(${beat.text})` : beat.text));

describe('behind a speech', () => {
  test.each([
    ['en', 'he said softly. The door creaked in the wind.', ['(he said softly.)', 'The door creaked in the wind.']],
    ['en', 'said Mrs. Lane. She put the lamp on the table and sat down.', ['(said Mrs. Lane.)', 'She put the lamp on the table and sat down.']],
    ['en', 'she whispered, closing the heavy door behind all of us.', ['(she whispered,)', 'Closing the heavy door behind all of us.']],
    ['en', 'said a woman with a green umbrella, who had been sitting beside the palm.', ['(said)', 'A woman with a green umbrella, who had been sitting beside the palm.']],
    ['en', 'Mina shouted. The storm took the words away.', ['(Mina shouted.)', 'The storm took the words away.']],
    ['en', 'Nobody said anything. The rain talked to itself.', ['Nobody said anything. The rain talked to itself.']],
    ['en', 'He said nothing more, and the train left without him.', ['He said nothing more, and the train left without him.']],
    ['en', 'he said, and walked to the window that looked over the harbour.', ['he said, and walked to the window that looked over the harbour.']],
    ['en', 'Nobody answered. It was the stranger who spoke at last.', ['Nobody answered. It was the stranger who spoke at last.']],
    ['en', 'said the inspector, and turned over a fresh sheet.', ['said the inspector, and turned over a fresh sheet.']],
    ['zh', '谁也不敢回答。最后是宋可站了起来。', ['谁也不敢回答。最后是宋可站了起来。']],
    ['zh', '老周哈哈大笑，笑着笑着，眼睛也湿了。', ['老周哈哈大笑，笑着笑着，眼睛也湿了。']],
    ['en', 'shouted Mr. Adeyemi from somewhere in the heap of players.', ['shouted Mr. Adeyemi from somewhere in the heap of players.']],
    ['zh', '老周说。车门慢慢地开了，雨飘了进来。', ['(老周说。)', '车门慢慢地开了，雨飘了进来。']],
    ['zh', '她低声说，把旧纸箱轻轻放在膝盖上。', ['(她低声说，)', '把旧纸箱轻轻放在膝盖上。']],
    ['zh', '他不知道，车早就开走了。', ['他不知道，车早就开走了。']],
    ['ja', 'と言った。言っている意味は、よくわからなかった。', ['(と言った。)', '言っている意味は、よくわからなかった。']],
    ['ja', 'となりで猫が鳴いた。', ['となりで猫が鳴いた。']],
  ] as const)('%s: %s', (language, text, parts) => expect(split(text, language, { isAfter: true })).toEqual(parts));
});

describe('before a speech', () => {
  test.each([
    ['en', 'He put the lamp on the table and said,', ['He put the lamp on the table.', '(and said,)']],
    ['en', 'The whole room went dark. Then Mina whispered,', ['The whole room went dark.', '(Then Mina whispered,)']],
    ['zh', '老周从后视镜里看着她，问：', ['老周从后视镜里看着她。', '(，问：)']],
    ['zh', '雨越下越大。他笑着说：', ['雨越下越大。', '(他笑着说：)']],
    ['zh', '他知道，她一定会回来的。', ['他知道，她一定会回来的。']],
  ] as const)('%s: %s', (language, text, parts) => expect(split(text, language, { isBefore: true })).toEqual(parts));
});

test('somebody without a name is shown with a capital letter, and still looks as the story tells', () => {
  const story = '"All hands on deck!" shouted the captain.\n\nThe captain had a white beard. "Hurry," said Mina.\n\n"The rocks!" cried the captain.';
  const book = scriptBook(story, { language: 'en' });
  const captain = book.bible.cast.find((person) => person.name === 'Captain');
  expect(captain?.aliases).toContain('captain');
  expect(listLines(book).filter((line) => line.speakerId === captain?.id).map((line) => line.speaker)).toEqual(['Captain', 'Captain']);
  expect(toldLook(book, captain?.id ?? '').look.hair).toBe(captain?.look.hair);
});

test('no tag is a caption of its own, and every quoted line stays, once and in order', () => {
  const book = scriptBook('Mina ran up.\n\n"Wait," he said softly. The door creaked behind them in the wind that came from the sea.\n\nHe put the old brass lamp carefully on the table in the middle of the room and said, "Now we can see."\n\n"Yes," Mina shouted. The storm took her words.', { language: 'en' });
  const lines = listLines(book).map((line) => line.text.en);
  expect(listLines(book).filter((line) => line.isQuoted).map((line) => line.text.en)).toEqual(['Wait,', 'Now we can see.', 'Yes,']);
  expect(lines).toContain('The door creaked behind them in the wind that came from the sea.');
  expect(lines.filter((line) => /\b(?:said|shouted)\b/.test(line ?? ''))).toEqual([]);
});
