export { decodeText } from './decode-text.ts';
export { realEngine, type ComicEngine } from './engine.ts';
export { comicsRoom } from './room.ts';
export { acceptText } from './rules.ts';
export { loadStoryboardEngine, packageFontsOf, type StoryboardEngine } from './storyboard-engine.ts';
