import { describe, expect, test } from 'vitest';
import { sampleStory } from '../make/test-story.ts';
import { scriptBook } from '../make/script-book.ts';
import type { Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';
import { gendersOf, genderByName } from './gender-of.ts';
import { dressCast } from './look-for.ts';

const voice = (name: string, more: Partial<Voice> = {}): Voice => ({ key: name, name, aliases: [], descriptions: [], lineCount: 1, mentionCount: 1, ...more });
const dress = (language: Language, story: string, ...voices: Voice[]) => dressCast(voices, { language, era: 'modern', seed: 1, story });

describe('gender by name', () => {
  test.each([
    ['ja', '美子', 'female'], ['ja', '健太郎', 'male'], ['ja', 'ハル', 'male'], ['ja', 'ミオ', 'female'], ['ja', 'ソラくん', 'male'], ['ja', 'けんた', 'male'],
    ['zh', '李娜', 'female'], ['zh', '张伟', 'male'], ['zh', '小满', 'female'], ['zh', '老周', 'male'], ['zh', '王先生', 'male'],
    ['en', 'Mary', 'female'], ['en', 'Tom Baker', 'male'], ['en', 'Mrs. Dale', 'female'], ['en', 'captain', undefined], ['ja', '店', undefined],
  ] as const)('%s %s', (language, name, gender) => expect(genderByName(name, language)).toBe(gender));

  test('evens out over a cast that nothing tells of', () => {
    const voices = ['Zyx', 'Qwv', 'Bryt', 'Flim'].map((name) => voice(name));
    const genders = [...gendersOf(voices, new Map(), { language: 'en', story: '' }).values()];
    expect(genders.filter((one) => one === 'male')).toHaveLength(2);
  });
});

describe('other people’s words', () => {
  test('are not one’s own age, hair or clothes', () => {
    const story = 'Tom looked at his grandmother. Tom saw an old man with a white beard and a hat.';
    const { look } = dress('en', story, voice('Tom', { descriptions: story.split(/(?<=\.) /) })).get('Tom')!;
    expect(look).toMatchObject({ age: 'adult', headwear: 'none' });
    const zh = '老周想起了一个老人。老周看着戴眼镜的奶奶。';
    expect(dress('zh', zh, voice('老周', { descriptions: zh.split(/(?<=。)/) })).get('老周')!.look).toMatchObject({ age: 'adult', gender: 'male' });
  });

  test('but an apposition and one’s own sentence count', () => {
    const story = 'Tom, the elderly doctor, came in. Tom wore round glasses.';
    const { look, outfit } = dress('en', story, voice('Tom', { descriptions: story.split(/(?<=\.) /) })).get('Tom')!;
    expect(look.age).toBe('old');
    expect(look.glasses).toMatch(/round|square/);
    expect(outfit.kind).toBe('lab-coat');
  });
});

test('beasts wear no glasses, beards or patterns of their own accord', () => {
  for (let seed = 0; seed < 30; seed++) {
    const { look, outfit } = dressCast([voice('饭团', { being: 'cat' })], { language: 'zh', era: 'modern', seed, story: '' }).get('饭团')!;
    expect(look).toMatchObject({ glasses: 'none', facialHair: 'none', headwear: 'none' });
    expect(outfit.pattern).toBe('plain');
  }
});

test('the casts of the samples look as told', async () => {
  const looks = async (name: 'lighthouse.en' | 'last-bus.zh' | 'umbrella.ja') => new Map(scriptBook(await sampleStory(name)).bible.cast.map((one) => [one.name, one.look]));
  expect((await looks('last-bus.zh')).get('老周')).toMatchObject({ gender: 'male', age: 'adult' });
  const light = await looks('lighthouse.en');
  expect(light.get('Mina')).toMatchObject({ gender: 'female', age: 'child' });
  expect(light.get('Mr. Barlow')).toMatchObject({ gender: 'male', age: 'old', hairInk: 'white', facialHair: 'long-beard' });
  const umbrella = await looks('umbrella.ja');
  expect(umbrella.get('ハル')?.gender).toBe('male');
  expect(umbrella.get('ミオ')?.gender).toBe('female');
  expect(umbrella.get('おばあさん')).toMatchObject({ gender: 'female', age: 'old' });
});

test('small girls wear no boy’s crop that nothing tells of', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { look } = dressCast([voice('小满', { age: 'child' })], { language: 'zh', era: 'modern', seed, story: '' }).get('小满')!;
    expect(['bowl', 'short-messy', 'buzz']).not.toContain(look.hair);
  }
});

test('who looks at a detective is none', () => {
  const story = 'Tom stared at the detective.';
  for (let seed = 0; seed < 10; seed++) {
    const { look } = dressCast([voice('Tom', { descriptions: [story] })], { language: 'en', era: 'modern', seed, story }).get('Tom')!;
    expect(look.headwear).toBe('none');
  }
});
