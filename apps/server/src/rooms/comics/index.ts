export { decodeText } from './decode-text.ts';
export { loadStoryboardEngine, packageFontsOf, realEngine, type ComicEngine } from './engine.ts';
export { comicsRoom } from './room.ts';
export { acceptText } from './rules.ts';
export type { StoryboardEngine } from './storyboard-engine.ts';
export { readStoryFile } from './read-story/read-story-file.ts';
export { NOTICE_SENTENCES, type StoryFile } from './read-story/story-file.ts';
