import type { WordRow } from './match.ts';

/** Things a story names and the artist can draw. */
export const PROP_WORDS: readonly WordRow<string>[] = [
  ['umbrella', 'umbrella|parasol', '伞', '傘'], ['letter', 'letter|envelope', '信|信封', '手紙|封筒'], ['book', 'book|diary|notebook', '书|日记|本子', '本|日記|ノート'],
  ['key', 'key', '钥匙', '鍵'], ['clock', 'clock|watch', '钟|表|怀表|时钟', '時計'], ['lantern', 'lantern|lamp', '灯笼|灯|提灯', '提灯|ランプ|灯り|ランタン'],
  ['cat', 'cat|kitten', '猫', '猫|ネコ'], ['dog', 'dog|puppy', '狗', '犬|いぬ'], ['bird', 'bird|sparrow|swallow', '鸟|麻雀|燕子', '鳥|小鳥'],
  ['cup', 'cup|mug|tea', '杯|茶', '湯のみ|カップ|コップ|お茶'], ['flower', 'flower|rose', '花|玫瑰', '花|バラ'], ['sword', 'sword|blade', '剑|刀', '剣|刀'],
];
