import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStory } from '../read-story.ts';

function quoted(text: string): string[] {
  return readStory(text, { language: 'en' }).chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat.text] : []));
}

test.each([
  ['"He said "no" and left," said Tom.', ['He said "no" and left,']],
  ['"He wrote, \'Your "poor" uncle.\' In quotes!" said Tom. "Read it."', ['He wrote, \'Your "poor" uncle.\' In quotes!', 'Read it.']],
  ['"I think so, said Tom. "It is late," said Ann.', ['I think so,', 'It is late,']],
  ['"Well, "said Tom. "Go," said Ann.', ['Well,', 'Go,']],
  ['"Nobody home, said Tom. "No," said Ann. "None," said Bo.', ['Nobody home,', 'No,', 'None,']],
  ['"“Double trouble,”" said Ada, and shut the book.', ['“Double trouble,”']],
  ['"Mixed marks,” said Tom. “And back," said Ann.', ['Mixed marks,', 'And back,']],
  ['He showed her the chart. "Oh, no," said Jill.', ['Oh, no,']],
  ['She thought of a rope and "courage," said Jill, and went.', ['courage,']],
  ['They called the place "Home," and so it was.', []],
  ['男は答えた。“I have been waiting,” he added.', ['I have been waiting,']],
])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));

test('quotes that nest to any depth are read in a time that grows with the text', () => {
  fc.assert(fc.property(fc.constantFrom('"', '”', '“', '"a ', ' "a', '" '), fc.integer({ min: 1, max: 40_000 }), (mark, times) => {
    const start = performance.now();
    readStory(`Tom said "go". ${mark.repeat(times)}`, { language: 'en' });
    expect(performance.now() - start).toBeLessThan(5000);
  }), { numRuns: 12 });
});
