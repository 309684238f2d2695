/** A language model as the writer's second reader: who is in the story, and who says what. */
export { applyReading, type ReadingReport } from './apply-reading.ts';
export { askReader, readReaderAnswer, type ReaderQuestion } from './ask-reader.ts';
export { checkAnswer, fillHoles, type CheckedAnswer } from './check-answer.ts';
export { storyParts, type StoryPart } from './story-parts.ts';
