import { describe, expect, test } from 'vitest';
import type { Gender, Language } from '../model/kinds.ts';
import { touchBetween } from './contact.ts';
import { deedsOf, deedsOfOne, type Actors } from './deeds.ts';

const actors = (people: Record<string, Gender>): Actors => ({ names: new Map(Object.keys(people).map((name) => [name, [name]])), genders: new Map(Object.entries(people)) });
const told = (language: Language, text: string, people: Record<string, Gender>, recent: string[] = []) => deedsOf([{ text, mentions: Object.keys(people).filter((name) => text.includes(name)) }], actors(people), recent, language);

describe('a clause belongs to its subject', () => {
  test.each([
    ['en', 'Nora lay down, and Theo climbed the rope.', { Nora: 'female', Theo: 'male' }, 'Theo', 'Theo climbed the rope.'],
    ['en', 'Ada hugged Pip. Then he laughed.', { Ada: 'female', Pip: 'male' }, 'Pip', 'Then he laughed.'],
    ['zh', '小满跳了起来，外婆坐在沙发上。', { 小满: 'female', 外婆: 'female' }, '外婆', '外婆坐在沙发上。'],
    ['zh', '阿七把刀递给林远。他笑了。', { 阿七: 'female', 林远: 'male' }, '林远', '他笑了。'],
    ['ja', 'ミオは走り出した。ソラは手紙を読んだ。', { ミオ: 'female', ソラ: 'male' }, 'ソラ', 'ソラは手紙を読んだ。'],
    ['ja', 'カヨはハルの手に、羅針盤を握らせた。', { カヨ: 'female', ハル: 'male' }, 'ハル', ''],
  ] as const)('%s %s', (language, text, people, who, expected) => {
    expect(deedsOfOne(told(language, text, people, Object.keys(people)), who)).toBe(expected);
  });

  test('things and tears do nothing for anybody', () => {
    expect(deedsOfOne(told('en', 'Mr. Barlow sat down. Tears ran into his beard.', { 'Mr. Barlow': 'male' }), 'Mr. Barlow')).toBe('Mr. Barlow sat down.');
  });

  test('they are those who acted last', () => {
    const [deed] = told('en', 'They climbed the stairs.', { Ada: 'female', Pip: 'male' }, ['Ada', 'Pip']);
    expect(deed!.subjects.toSorted()).toEqual(['Ada', 'Pip']);
  });
});

describe('touch', () => {
  const people = { Ada: 'female', Pip: 'male' } as const;
  test.each([['Ada hugged Pip.', 'hug'], ['Ada took his hand.', 'hand'], ['Ada handed him the letter.', 'give'], ['Ada held the lamp in her arms.', undefined], ['Ada hugged the parcel.', undefined]] as const)('%s', (text, how) => {
    expect(touchBetween(told('en', text, people, ['Pip']), ['Ada', 'Pip'], 'en')?.how).toBe(how);
  });

  test('who takes is given to', () => {
    expect(touchBetween(told('zh', '小满接过信。', { 小满: 'female', 妈妈: 'female' }), ['小满', '妈妈'], 'zh')).toEqual({ how: 'give', from: '妈妈', to: '小满' });
  });
});
