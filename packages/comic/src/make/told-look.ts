/** How the words of a book describe one of its people: what a look goes back to. */
import { toldName } from '../direct/cast-names.ts';
import { describeVoices } from '../direct/describe-voices.ts';
import { dressCast } from '../direct/look-for.ts';
import { eraOf } from '../direct/scenes.ts';
import { listLines, listPanels, type Book, type Look, type OutfitSpec } from '../model/book.ts';
import type { Beat, Story, Voice } from '../writer/types.ts';

export type ToldLook = { look: Look; outfit: OutfitSpec };

/** As one chapter of narration may be read for looks; more tells nothing new of a face. */
const WORDS_MAX = 60_000;

/**
 * Reads the book's own lines as the writer reads a story, so that what was edited counts. The whole cast is dressed, since
 * nobody should look like another; nothing of the looks they have now is read. Throws RangeError for a
 * character the book has not.
 */
export function toldLook(book: Book, characterId: string): ToldLook {
  const person = book.bible.cast.find((one) => one.id === characterId);
  if (!person) throw new RangeError(`the book has no character ${characterId}`);
  const { story, text } = storyOf(book);
  const dressed = dressCast(describeVoices(story.voices, story), { language: book.language, era: book.bible.places[0]?.era ?? eraOf(story, text), seed: book.seed, story: text });
  return dressed.get(characterId)!;
}

function storyOf(book: Book): { story: Story; text: string } {
  const beats: Beat[] = [];
  const pieces: string[] = [];
  let length = 0;
  const put = (text: string): { start: number; end: number } => {
    const start = length;
    pieces.push(text);
    length += text.length + 1;
    return { start, end: start + text.length };
  };
  for (const panel of listPanels(book)) {
    if (length > WORDS_MAX) break;
    for (const line of panel.lines) {
      const text = line.text[book.language] ?? '';
      if (line.kind === 'narration') beats.push({ type: 'narration', text, mentions: [], isTag: false, ...put(text) });
      else put(book.language === 'en' ? `“${text}”` : `「${text}」`);
    }
    if (panel.action !== '') beats.push({ type: 'narration', text: panel.action, mentions: [], isTag: true, ...put(panel.action) });
  }
  const spoken = Map.groupBy(listLines(book), (line) => line.speakerId);
  const voices = book.bible.cast.map((one): Voice => ({
    key: one.id, name: toldName(one), aliases: one.aliases.filter((alias) => alias !== toldName(one)), descriptions: [], lineCount: spoken.get(one.id)?.length ?? 0, mentionCount: 0,
  }));
  return { story: { title: book.title, language: book.language, chapters: [{ title: '', beats }], voices, notes: [] }, text: pieces.join('\n') };
}
