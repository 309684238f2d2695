import { expect, test } from 'vitest';
import { readStory } from '../index.ts';
import { findThoughtLines } from './thought-lines.ts';

const thoughtsIn = (text: string): string[] => findThoughtLines(text, { start: 0, end: text.length }).map(({ words }) => text.slice(words.start, words.end));

test.each([
  ['It rained. He thought, I can’t do this. He left.', ['I can’t do this.']],
  ['Where is everybody? thought Peter. He ran.', ['Where is everybody?']],
  ['I must go, thought Mrs. Lane.', ['I must go,']],
  ['He thought, however, that I was late.', []],
  ['He thought, John was late.', []],
  ['He thought about it. Peter thought so too.', []],
  ['“Where are you?” thought Peter.', []],
] as const)('%s', (text, thoughts) => {
  expect(thoughtsIn(text)).toEqual(thoughts);
});

test('a thought is a line of the one who thinks it', () => {
  const story = readStory('Peter came in. Peter sat down.\n\nWhere is everybody? thought Peter.\n\nHe thought, I can’t wait.', { language: 'en' });
  const lines = story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'line' ? [beat] : []));
  expect(lines.map(({ text, kind, isQuoted, speakerKey }) => [text, kind, isQuoted, story.voices.find(({ key }) => key === speakerKey)?.name])).toEqual([
    ['Where is everybody?', 'thought', false, 'Peter'],
    ['I can’t wait.', 'thought', false, 'Peter'],
  ]);
});
