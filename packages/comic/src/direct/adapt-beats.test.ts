import { expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { textOfLine } from '../letter/text/clean-text.ts';
import { listLines } from '../model/book.ts';
import { readStory } from '../writer/index.ts';
import { adaptBeats } from './adapt-beats.ts';

function told(text: string): string[] {
  const story = readStory(text, { language: 'en' });
  return adaptBeats(story.chapters.flatMap((chapter) => chapter.beats), 'en').flatMap((beat) => (beat.type === 'narration' && !beat.isTag ? [beat.text] : []));
}

test('half a sentence between two speeches is not told again', () => {
  expect(told('"Well," and with this he rose, "let us go."')).toEqual([]);
});

test('a long sentence beside a speech is told, however it begins', () => {
  const long = 'and the train went past the field and the river and the town with the lights and the people who did not look up, '.repeat(80);
  expect(told(`"Wait," said Lou, and then it began: ${long}and it stopped.`).join('').length).toBeGreaterThan(8000);
});

test('a bubble closes with a full stop where a tag closed the sentence, and the line keeps its comma', () => {
  const book = scriptBook('"Come here," said Tom.\n\n"Well," she said, "let us go."\n\n"Yes," said Tom. "Go."\n\n"Why, oh why?" said Ann.', { language: 'en' });
  const lines = listLines(book).filter((line) => line.isQuoted);
  expect(lines.map((line) => line.text.en)).toEqual(['Come here,', 'Well,', 'let us go.', 'Yes,', 'Go.', 'Why, oh why?']);
  expect(lines.map((line) => textOfLine(line, 'en'))).toEqual(['Come here.', 'Well,', 'let us go.', 'Yes.', 'Go.', 'Why, oh why?']);
});

test('a list of things is told', () => {
  expect(told('They had brought three things.\n\na rope\n\na torch\n\nThen they went down.').join(' ')).toContain('a rope');
});

test('titles, names and voices of any length make a book', () => {
  const book = scriptBook(`# ${'The Very Long Title 很长 '.repeat(300)}\n\n"Short," said Tom.\n\n## ${'x'.repeat(2000)}🔥\n\n"Again," said ${'Maximilian'.repeat(40)}.`);
  expect(book.title.length).toBeLessThanOrEqual(400);
  expect(book.title.isWellFormed()).toBe(true);
  expect(listLines(book).filter((line) => line.isQuoted).map((line) => line.text[book.language])).toEqual(['Short,', 'Again,']);
});

test('readings stand over their words in the line, also in one that is spread over panels', () => {
  const speech = `この道は｜何処《どこ》へ続くのか、それを知る者はもう誰《だれ》もいない。${'長い話だ。'.repeat(40)}浪人《ろうにん》は行った。`;
  const book = scriptBook(`夜だった。\n\n「${speech}」と小僧《こぞう》が言った。`);
  const lines = listLines(book).filter((line) => line.isQuoted);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.flatMap((line) => line.ruby.map((run) => [line.text.ja!.slice(run.start, run.end), run.text]))).toEqual([['何処', 'どこ'], ['誰', 'だれ'], ['浪人', 'ろうにん']]);
  expect(lines.map((line) => line.text.ja).join('')).toBe(speech.replaceAll(/｜|《[^》]*》/gu, ''));
});

test.each(['Chapter 1', '# Only a title', '# One\n\n## Two'])('%j alone makes a book of its words', (text) => {
  expect(listLines(scriptBook(text)).length).toBeGreaterThan(0);
});
