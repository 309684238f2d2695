/** What reads story files. Loaded when one is there: parsers of documents are larger than the room around them. */
export async function loadStoryReader() {
  return import('./read-story-file.ts');
}
