import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { scriptBook } from '../../make/script-book.ts';
import { sampleStory } from '../../make/test-story.ts';
import { listPanels, type Book, type Panel } from '../../model/book.ts';
import { Directions } from '../../model/hand-made.ts';
import { readRequest } from './read-request.ts';

let book: Book;
let panel: Panel;
beforeAll(async () => {
  book = scriptBook(await sampleStory('lighthouse.en'));
  panel = listPanels(book).find((one) => one.characters.length >= 2)!;
});
const read = (request: string) => readRequest(book, panel.id, { request, attempt: 1 });
const nameOf = (index: number) => book.bible.cast.find((one) => one.id === panel.characters[index]!.id)!.name;

describe('words of a request', () => {
  test.each([
    ['close-up, at night', { shot: 'close-up', time: 'night' }], ['从上往下看，下雨', { shot: 'birds-eye', weather: 'rain' }], ['夕暮れ、あおりで', { shot: 'low-angle', time: 'dusk' }],
    ['extreme close-up', { shot: 'extreme-close-up' }], ['mirrored with focus lines', { isMirrored: true }], ['no effects', { effects: [] }], ['没有人群', { crowd: 0 }],
  ])('%s', (request, wanted) => {
    expect(read(request)).toMatchObject(wanted);
  });

  test('a word inside another is no word', () => {
    expect(read('a rainbow knight').time).toBeUndefined();
    expect(read('a rainbow knight').weather).toBeUndefined();
  });

  test('who is named is meant, else everybody', () => {
    const [first, second] = panel.characters as [Panel['characters'][number], Panel['characters'][number]];
    expect(read(`${nameOf(0)} angry, ${nameOf(1)} crying`).people).toMatchObject({ [first.id]: { expression: 'angry' }, [second.id]: { expression: 'cry' } });
    expect(Object.keys(read('everyone laughing').people ?? {})).toHaveLength(panel.characters.length);
  });

  test('closer and farther go by steps', () => {
    const once = read('closer');
    expect(readRequest(book, panel.id, { request: 'closer', before: once, attempt: 2 }).shot).not.toBe(once.shot);
  });
});

test('without words each attempt is another view', () => {
  const views = [1, 2, 3, 4, 5, 6].map((attempt) => JSON.stringify(readRequest(book, panel.id, { request: '', attempt })));
  expect(new Set(views).size).toBeGreaterThanOrEqual(5);
});

test('whatever is asked, the directions are valid', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 500 }), fc.string({ unit: fc.constantFrom(...'夜雨哭怒笑 closer angry from above 上から特写'), maxLength: 300 })), fc.nat(9), (request, attempt) => {
    expect(Directions.safeParse(readRequest(book, panel.id, { request, attempt })).success).toBe(true);
  }), { numRuns: 200 });
});
