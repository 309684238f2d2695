import { describe, expect, test } from 'vitest';
import { headBefore } from './head-noun.ts';
import { isNoPerson } from './no-persons.ts';

const HEADS: readonly (readonly [string, string | undefined])[] = [
  ['炭焼きの源さんは', '源さん'], ['白い服の老人が', '老人'], ['背の低い男は', '男'], ['ロシター技師が', 'ロシター技師'], ['羊飼いは', '羊飼い'], ['木こりは', '木こり'], ['雪だるまは', '雪だるま'],
  ['その日うさぎは', 'うさぎ'], ['突然杉が', '杉'], ['或日河合君は', '河合君'], ['乗り手は', '乗り手'],
  ['お上人は', 'お上人'], ['四ツになる光吉も', '光吉'], ['妹のさやかが', 'さやか'], ['と言いかけたが', undefined], ['食べが', undefined],
];

describe('the head of a noun phrase', () => {
  test.each(HEADS.map(([phrase, head]) => ({ phrase, head })))('$phrase', ({ phrase, head }) => {
    const found = headBefore(phrase, phrase.length - 1, 0);
    expect(found && phrase.slice(found.start, found.end)).toBe(head);
  });
});

describe('what is no person', () => {
  test.each(['声', '話し声', '雨', '言葉だけ', '夕方', '三人', '何事', '彼', 'それ', '調子'])('%s', (word) => expect(isNoPerson(word)).toBe(true));
  test.each(['中村', '山口', '夏目', '美雪', '老人', '先生', '源造', 'ミナ', 'さやか', '子'])('%s is one', (word) => expect(isNoPerson(word)).toBe(false));
});
