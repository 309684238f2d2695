export { loadStoryboardEngine, packageFontsOf, realEngine, type ComicEngine } from './engine.ts';
export { comicsRoom } from './room.ts';
export { acceptText } from './rules.ts';
export type { StoryboardEngine } from './storyboard-engine.ts';
export { loadStoryReader } from './read-story/load-story-reader.ts';
export { NOTICE_SENTENCES, type StoryFile } from './read-story/story-file.ts';
