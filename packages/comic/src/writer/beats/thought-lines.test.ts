import { describe, expect, test } from 'vitest';
import { readStory } from '../index.ts';
import type { Language } from '../../model/kinds.ts';
import { findOwnLines } from './own-lines.ts';
import { findThoughtLines } from './thought-lines.ts';

const thoughtsIn = (text: string, language: Language): string[] => findThoughtLines(text, { start: 0, end: text.length }, language).map(({ words }) => text.slice(words.start, words.end));
const ownIn = (text: string, language: Language): string[] => findOwnLines(text, { start: 0, end: text.length }, language).map(({ kind, words }) => `${kind}: ${text.slice(words.start, words.end)}`);
const linesOf = (text: string, language: Language): unknown[] => {
  const story = readStory(text, { language });
  return story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'line' ? [[beat.kind, story.voices.find(({ key }) => key === beat.speakerKey)?.name ?? '?', beat.text]] : []));
};

describe('thoughts by their tags', () => {
  test.each([
    ['It rained. He thought, I can’t do this. He left.', ['I can’t do this.']],
    ['Where is everybody? thought Peter. He ran.', ['Where is everybody?']],
    ['I must go, thought Mrs. Lane.', ['I must go,']],
    ['He thought, however, that I was late.', []],
    ['He thought, John was late.', []],
    ['He thought about it. Peter thought so too.', []],
    ['“Where are you?” thought Peter.', []],
  ] as const)('en: %s', (text, thoughts) => expect(thoughtsIn(text, 'en')).toEqual(thoughts));

  test.each([
    ['他心想：这下完了，妈妈一定会骂我。老师开始发卷子。', ['这下完了，妈妈一定会骂我。']],
    ['小明心想，不如装病吧。他举起手。', ['不如装病吧。']],
    ['我该怎么办呢？小明暗想。', ['我该怎么办呢？']],
    ['要是能回家就好了，他想。', ['要是能回家就好了']],
    ['他想：是谁呢？我得去看看。门开了。', ['是谁呢？我得去看看。']],
    ['他想了想。他不想去。', []],
    ['他想去北京，可是没有钱。', []],
    ['小明心想：“我去。”', []],
  ] as const)('zh: %s', (text, thoughts) => expect(thoughtsIn(text, 'zh')).toEqual(thoughts));

  test.each([
    ['もう帰ろう、とミサキは思った。雷が落ちた。', ['もう帰ろう']],
    ['ケンタは、これは夢だ、と思った。', ['これは夢だ']],
    ['なぜだろう？ と彼は考えた。', ['なぜだろう？']],
    ['――どうして僕はいつもこうなんだろう。', ['どうして僕はいつもこうなんだろう。']],
    ['彼は思った。もう間に合わないかな。', ['もう間に合わないかな。']],
    ['もう帰ろうと思った。', []],
    ['――雨は夜まで続いた。', []],
    ['「帰ろう」と思った。', []],
  ] as const)('ja: %s', (text, thoughts) => expect(thoughtsIn(text, 'ja')).toEqual(thoughts));
});

describe('thoughts and sounds by their marks', () => {
  test.each([
    ['*I hate this. It squeaks.* Nora sat. *Crash!*', ['thought: I hate this. It squeaks.', 'sfx: Crash!']],
    ['*This is the end,* she thought. Nora sat.', ['thought: This is the end,']],
    ['*Three years earlier*', ['told: Three years earlier']],
    ['(What now?) He sat (it was late) and (she knew it) cried.', ['thought: What now?']],
    ['(He left the room.)', ['told: He left the room.']],
    ['He fell. Bang! The door flew open. Thud. A bang was heard.', ['sfx: Bang!', 'sfx: Thud']],
    ['Drip. Drip. Drip. The tap was old. Tick-tock, tick-tock.', ['sfx: Drip. Drip. Drip', 'sfx: Tick-tock, tick-tock']],
  ] as const)('en: %s', (text, lines) => expect(ownIn(text, 'en')).toEqual(lines));

  test.each([
    ['（完了，我什么都没复习。）', ['thought: 完了，我什么都没复习。']],
    ['（全班大笑。小明低下头。）', ['told: 全班大笑。小明低下头。']],
    ['小红坐在旁边（她总是第一名），看了他一眼。', []],
    ['砰！门被风吹开了。轰隆一声，外面打雷了。轰隆一声。他当了兵。', ['sfx: 砰！', 'sfx: 轰隆一声']],
    ['哗啦啦！啪嗒，啪嗒。', ['sfx: 哗啦啦！啪嗒，啪嗒']],
  ] as const)('zh: %s', (text, lines) => expect(ownIn(text, 'zh')).toEqual(lines));

  test.each([
    ['（まいったな、傘がない）', ['thought: まいったな、傘がない']],
    ['（ケンタは立ち上がった。）', ['told: ケンタは立ち上がった。']],
    ['ドン！ 雷が落ちた。ガシャーン。ザアザア。ゴロゴロ……ドドドド！', ['sfx: ドン！', 'sfx: ガシャーン。ザアザア。ゴロゴロ……ドドドド！']],
    ['ジョン！ケン。メロン。', []],
  ] as const)('ja: %s', (text, lines) => expect(ownIn(text, 'ja')).toEqual(lines));
});

describe('the thinker', () => {
  test('stands in the tag', () => {
    expect(linesOf('Peter came in. Peter sat down.\n\nWhere is everybody? thought Peter.\n\nHe thought, I can’t wait.', 'en')).toEqual([['thought', 'Peter', 'Where is everybody?'], ['thought', 'Peter', 'I can’t wait.']]);
  });

  test('is whom the narration follows, not whom the thought is about', () => {
    expect(linesOf('Nora walked into the office. *I am going to be sick,* she thought.\n\n"Please sit down," said Mr. Blake. *He hates me already.* Nora sat down.', 'en')).toEqual([
      ['thought', 'Nora', 'I am going to be sick,'], ['speech', 'Mr. Blake', 'Please sit down,'], ['thought', 'Nora', 'He hates me already.'],
    ]);
  });

  test('of brackets in Chinese and Japanese', () => {
    expect(linesOf('小明走进考场，手心全是汗。\n\n（完了，我什么都没复习。）\n\n“安静。”老师说。', 'zh')).toEqual([['thought', '小明', '完了，我什么都没复习。'], ['speech', '老师', '安静。']]);
    expect(linesOf('ケンタは空を見上げた。ケンタは困った。\n\n（まいったな、傘がない）', 'ja')).toEqual([['thought', 'ケンタ', 'まいったな、傘がない']]);
  });
});

test.each([
  ['（まさか、あれを読まれたのか）と源さんは思った。「これを書いたのは誰なんだ」', 'まさか、あれを読まれたのか', 'これを書いたのは誰なんだ'],
  ['小满看着门。（完了，钥匙不见了。）她想。“妈，你看见我的钥匙了吗？”', '完了，钥匙不见了。', '妈，你看见我的钥匙了吗？'],
])('brackets with a tag of thinking: %s', (text, thought, said) => {
  const lines = readStory(text).chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'line' ? [[beat.kind, beat.text]] : []));
  expect(lines).toEqual([['thought', thought], ['speech', said]]);
});
