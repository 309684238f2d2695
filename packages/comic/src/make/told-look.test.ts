import { expect, test } from 'vitest';
import { scriptBook } from './script-book.ts';
import { sampleStory } from './test-story.ts';
import { toldLook } from './told-look.ts';

test('a look that was never changed is what the words tell, for nearly everybody', async () => {
  let same = 0;
  let all = 0;
  for (const sample of ['lighthouse.en', 'last-bus.zh', 'umbrella.ja'] as const) {
    const book = scriptBook(await sampleStory(sample));
    for (const person of book.bible.cast) {
      const { look } = toldLook(book, person.id);
      all += 1;
      same += look.hair === person.look.hair && look.gender === person.look.gender && look.age === person.look.age ? 1 : 0;
    }
  }
  expect(same / all).toBeGreaterThan(0.7);
});

test('gives back the look, whatever was done to it, and the being', () => {
  const book = scriptBook('“Who is there?” asked Mara. Mara had long red hair and freckles. “Only me,” said the fox.');
  const [mara] = book.bible.cast;
  const told = toldLook(book, mara!.id);
  expect(told.look).toMatchObject({ being: 'human', freckles: true });
  const changed = { ...book, bible: { ...book.bible, cast: book.bible.cast.map((one) => (one.id === mara!.id ? { ...one, look: { ...one.look, hair: 'mohawk' as const, freckles: false, scar: true } } : one)) } };
  expect(toldLook(changed, mara!.id)).toEqual(told);
  const fox = book.bible.cast.find((one) => one.look.animal === 'fox');
  expect(fox && toldLook(book, fox.id).look.animal).toBe('fox');
  expect(() => toldLook(book, 'nobody')).toThrow(RangeError);
});
