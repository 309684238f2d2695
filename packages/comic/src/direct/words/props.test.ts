import { describe, expect, test } from 'vitest';
import type { Language } from '../../model/kinds.ts';
import { matcher } from './match.ts';
import { PROP_WORDS } from './props.ts';

const find = (language: Language, text: string): string[] => matcher(PROP_WORDS, language)(text).map((hit) => hit.concept);

test('every row has words in three languages and stands once', () => {
  for (const [noun, en, zh, ja] of PROP_WORDS) for (const words of [en, zh, ja]) expect(
    words.split('|').every((word) => word.trim().length > 0), noun,
  ).toBe(true);
  expect(new Set(PROP_WORDS.map(([noun]) => noun)).size).toBe(PROP_WORDS.length);
});

describe('finds things', () => {
  test.each<[Language, string, string]>([
    [
      'en', 'She opened her umbrella and ran.', 'umbrella',
    ], ['en', 'A letter lay on the table.', 'letter'], ['en', 'The kittens slept.', 'cat'], ['en', 'He drew his sword.', 'sword'], ['en', 'Her bicycle had a flat tyre.', 'bicycle'],
    ['zh', '她撑开伞，走进雨里。', 'umbrella'], ['zh', '桌上放着一封信。', 'letter'], ['zh', '小猫跳上窗台。', 'cat'], ['zh', '他拔出剑来。', 'sword'], ['zh', '她骑着自行车上学。', 'bicycle'],
    ['ja', '傘を忘れた。', 'umbrella'], ['ja', '机の上に手紙があった。', 'letter'], ['ja', '猫が鳴いた。', 'cat'], ['ja', '彼は剣を抜いた。', 'sword'], ['ja', '自転車で学校へ行く。', 'bicycle'],
  ])('%s: %s', (language, text, noun) => expect(find(language, text)).toContain(noun));
});

describe('does not fire on another sense', () => {
  test.each<[Language, string]>([
    ['en', 'He stared at her and cared for nothing.'], ['en', 'They watched the crowd for hours.'], [
      'en', 'She hated waiting, and the hours ticked by.',
    ], ['en', 'He ducked and presented himself.'], ['en', 'The phrases were rated by the training board.'],
    ['en', 'They crowed over the panes and rocked to sleep.'], ['en', 'He ate an early supper and bowed.'], [
      'en', 'He was stared down by a matchless man of good bearing.',
    ],
    [
      'en', 'She pursed her lips; the puzzled, gifted boy leafed through it, shielded his eyes and rifled the drawer.',
    ], ['en', 'Ruby and Robin booked a table, staged a play and went bowling.'],
    ['zh', '我相信你，你要有信心。'], ['zh', '他花了三天时间，眼花了。'], ['zh', '老师表示本来就是这样。'], ['zh', '他包围了图书馆的秘书。'], ['zh', '马上就来，马路对面。'], ['zh', '报上名来，我相信上天。'], ['zh', '他狼狈地笑了，像是在看热闹。'],
    ['ja', '本当に日本は広い。'], ['ja', '花子は真剣な顔をした。'], ['ja', '一本道を急いで歩いた。'], ['ja', '猫背の男が黙っていた。'], ['ja', '彼女は返事をしなかった。'], ['ja', '信じられない。'], ['ja', 'アリスの印象が馬鹿だとロバートは池袋で言った。'], ['ja', '群馬の対象が矛盾を封鎖し、レベルが上がる。'], ['ja', 'ユタカが眼鏡を上げた。'],
  ])('%s: %s', (language, text) => expect(find(language, text)).toEqual([]));
});
