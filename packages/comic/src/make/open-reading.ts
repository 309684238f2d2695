/** The script of a story whose people and speakers a language model tells, part by part. */
import type { Book } from '../model/book.ts';
import { applyReading, askReader, checkAnswer, fillHoles, readReaderAnswer, storyParts, type CheckedAnswer, type ReaderQuestion, type ReadingReport } from '../writer/by-model/index.ts';
import { readStory } from '../writer/index.ts';
import { bookOfStory, type ScriptOptions } from './script-book.ts';

export type StoryReading = {
  /** How many parts there are to be asked about. */
  parts: number;
  /** About a part, after those before it; once it has been answered, about what that answer left out or got wrong. */
  question(part: number): ReaderQuestion;
  /** Takes the words of an answer, whatever they are. Gives the lines of the part that are still open. */
  answer(part: number, text: string): readonly string[];
  /** What was not told stays as the built-in writer reads it, marked unsure. */
  finish(writer: string): { book: Book; report: ReadingReport };
};

/** Throws the writer's typed error for text that is empty, too long or no text. The same answers give the same book. */
export function openReading(text: string, options: ScriptOptions = {}): StoryReading {
  const story = readStory(text, { ...(options.language === undefined ? {} : { language: options.language }), ...(options.title === undefined ? {} : { title: options.title }) });
  const parts = storyParts(story);
  const answers: (CheckedAnswer | undefined)[] = parts.map(() => undefined);
  const partAt = (at: number) => {
    const part = parts[at];
    if (!part) throw new RangeError(`the story has no part ${at}`);
    return part;
  };
  return {
    parts: parts.length,
    question(at) {
      const known = answers.slice(0, at).flatMap((answer) => answer?.people ?? []);
      return askReader(partAt(at), known, answers[at]?.missing);
    },
    answer(at, words) {
      const part = partAt(at);
      const checked = checkAnswer(part, readReaderAnswer(words));
      const before = answers[at];
      const now = before ? fillHoles(before, checked, part) : checked;
      answers[at] = now;
      return now.missing;
    },
    finish(writer) {
      const read = applyReading(story, answers.flatMap((answer) => answer ?? []));
      const book = bookOfStory(read.story, text, options);
      return { book: { ...book, madeBy: { ...book.madeBy, writer } }, report: read.report };
    },
  };
}
