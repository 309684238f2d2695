import { Look, OutfitSpec } from '@komawari/comic';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surpriseLook, surpriseOutfit, surprisePerson } from './surprise.ts';
import { testBook } from './test-book.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const [ann] = testBook().bible.cast;

test('a surprise is a look that a book may hold, and somebody of the same kind', () => fc.assert(fc.property(seed, (number) => {
  const look = surpriseLook(ann!.look, number);
  expect(Look.parse(look)).toEqual(look);
  expect(look).toMatchObject({ being: 'human', gender: 'female', age: 'teen', facialHair: 'none' });
  expect(['bald', 'bald-sides', 'buzz']).not.toContain(look.hair);
  expect(surpriseLook(ann!.look, number)).toEqual(look);
  expect(OutfitSpec.parse(surpriseOutfit(number))).toEqual(surpriseOutfit(number));
  expect(Look.parse(surprisePerson(number).look)).toBeDefined();
}), { numRuns: 60 }));

test('two seeds give two people', () => expect(surpriseLook(ann!.look, 1)).not.toEqual(surpriseLook(ann!.look, 2)));
