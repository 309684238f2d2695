/** The built-in writer's reading of a story: chapters, beats and who says what. */
import type { Language } from '../model/kinds.ts';
import type { Story } from './types.ts';
import { buildChapters } from './beats/build-chapters.ts';
import { listVoices } from './beats/list-voices.ts';
import { cleanText } from './clean/clean-text.ts';
import { checkText, WriterError } from './check-text.ts';
import { detectLanguage } from './detect-language.ts';
import { readEnglish } from './en/read-english.ts';
import { readChinese } from './zh/read-chinese.ts';
import { readJapanese } from './ja/read-japanese.ts';
import { findSpeakers } from './speakers/find-speakers.ts';
import type { LanguageReader, Paragraph, Scenes } from './speakers/scene-types.ts';
import { splitBlocks } from './split/blocks.ts';
import type { Block } from './split/blocks.ts';
import { findQuoteStyle } from './split/quote-marks.ts';
import type { QuoteStyle } from './split/quote-marks.ts';
import { findQuotes } from './split/quotes.ts';
import { joinOpenQuotes } from './split/join-open-quotes.ts';
import { findDashSpeech } from './split/dash-speech.ts';

const READERS: Record<Language, LanguageReader> = { en: readEnglish, zh: readChinese, ja: readJapanese };

export type ReadOptions = { language?: Language; title?: string };

/**
 * Reads a whole story. Every quoted utterance becomes exactly one line beat, in order and word for word; everything
 * else that is text becomes narration, headings become chapter titles.
 * @throws WriterError `writer.empty`, `writer.too-long` or `writer.not-text`
 */
export function readStory(text: string, options: ReadOptions = {}): Story {
  const cleaned = cleanText(text);
  const problem = checkText(text, cleaned);
  if (problem) throw new WriterError(problem);
  const language = options.language ?? detectLanguage(cleaned);
  const reader = READERS[language];
  const style = findQuoteStyle(cleaned, language);
  const blocks = joinOpenQuotes(cleaned, splitBlocks(cleaned), style);
  const notes: Story['notes'] = [];
  const scenes = listScenes({ text: cleaned, language, paragraphs: [] }, blocks, style, reader, notes);
  const speakers = findSpeakers(scenes, reader);
  const voices = listVoices(scenes, speakers, reader);
  const { title, chapters } = buildChapters({ scenes, blocks, speakers, voiceKeys: voices.keys, ...(options.title === undefined ? {} : { title: options.title }) });
  if (speakers.spoken.length === 0) notes.push({ code: 'writer.no-dialogue', detail: '' });
  return { title, language, chapters, voices: voices.voices, notes };
}

function listScenes(scenes: Scenes, blocks: readonly Block[], style: QuoteStyle, reader: LanguageReader, notes: Story['notes']): Scenes {
  const { text, paragraphs } = scenes;
  let chapter = 0;
  let hasBreakBefore = false;
  for (const block of blocks) {
    if (block.type === 'heading') chapter++;
    if (block.type !== 'paragraph') {
      hasBreakBefore = true;
      continue;
    }
    const dash = style.hasDashes ? findDashSpeech(text, block.start, block.end) : [];
    const quotes = dash.length > 0 ? dash : findQuotes(text, block.start, block.end, style);
    paragraphs.push({ start: block.start, end: block.end, quotes, spoken: [], hasBreakBefore: hasBreakBefore || block.hasGapBefore, chapter });
    hasBreakBefore = false;
  }
  paragraphs.forEach((paragraph, i) => {
    for (const quote of paragraph.quotes) if (reader.isUtterance(scenes, paragraph, quote)) paragraph.spoken.push(quote);
    for (const quote of paragraph.quotes) {
      if (quote.isClosed || goesOn(scenes, quote.open, paragraphs[i + 1])) continue;
      notes.push({ code: 'writer.unclosed-quote', detail: text.slice(quote.start, quote.start + 40) });
    }
  });
  return scenes;
}

/** English opens the quote anew in each paragraph of a long speech and closes it only in the last. */
function goesOn(scenes: Scenes, open: string, next: Paragraph | undefined): boolean {
  return scenes.language === 'en' && next !== undefined && scenes.text.startsWith(open, next.start);
}
