/** The built-in writer: from a story to beats, voices and speakers. */
export { readStory } from './read-story.ts';
export type { ReadOptions } from './read-story.ts';
export { cleanRuby, cleanText } from './clean/clean-text.ts';
export type { RubyRun } from './clean/lift-ruby.ts';
export { checkText, MAX_STORY_LENGTH, WriterError } from './check-text.ts';
export type { WriterProblem } from './check-text.ts';
export { detectLanguage } from './detect-language.ts';
export type { Attribution, Beat, Story, StoryChapter, Voice } from './types.ts';
