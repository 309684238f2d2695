/** From the text of a story to its book, by the built-in writer. */
import { directStory } from '../direct/direct-book.ts';
import { styleFor, type StyleWish } from '../direct/style/presets.ts';
import { styleBook } from '../direct/style/style-book.ts';
import { Book } from '../model/book.ts';
import type { Direction, FormatId, Language } from '../model/kinds.ts';
import { hashText } from '../model/random.ts';
import { cleanRuby, readStory, type Story } from '../writer/index.ts';

/** The axes of style come from the preset; each that is given wins over it. */
export type ScriptOptions = StyleWish & {
  title?: string;
  author?: string;
  /** Told from the text when absent. */
  language?: Language;
  format?: FormatId;
  direction?: Direction;
  /** About how many panels; as many as the story needs when absent. */
  panels?: number;
  /** The same text and seed give the same book; told from the text when absent. */
  seed?: number;
};

/** Throws the writer's typed error for text that is empty, too long or no text. */
export function scriptBook(text: string, options: ScriptOptions = {}): Book {
  return bookOfStory(readStory(text, { language: options.language, title: options.title }), text, options);
}

/** The book of a story that was read out of `text`. */
export function bookOfStory(story: Story, text: string, options: ScriptOptions): Book {
  const cleaned = cleanRuby(text);
  const { palette, preset, art, mood, character, line, composition, notes } = options;
  const style = styleFor({ palette, preset, art, mood, character, line, composition, notes });
  const book = directStory(story, cleaned.text, {
    ruby: cleaned.ruby, format: options.format ?? 'manga-b5', direction: options.direction, seed: options.seed ?? hashText(text), panels: options.panels, palette: style.palette, preset: style.preset, author: options.author,
  });
  return styleBook(book, style);
}
