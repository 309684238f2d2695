/** The built-in writer's reading of a story: chapters, beats and who says what. */
import type { Language } from '../model/kinds.ts';
import type { Story } from './types.ts';
import { buildChapters } from './beats/build-chapters.ts';
import { listVoices } from './beats/list-voices.ts';
import { findThinkers } from './beats/thinker.ts';
import { cleanText } from './clean/clean-text.ts';
import { checkText, WriterError } from './check-text.ts';
import { detectLanguage } from './detect-language.ts';
import { readEnglish } from './en/read-english.ts';
import { readChinese } from './zh/read-chinese.ts';
import { readJapanese } from './ja/read-japanese.ts';
import { findSpeakers } from './speakers/find-speakers.ts';
import type { LanguageReader, Paragraph, Scenes } from './speakers/scene-types.ts';
import { splitBlocks } from './split/blocks.ts';
import { findQuoteStyle } from './split/quote-marks.ts';
import type { QuoteStyle } from './split/quote-marks.ts';
import { findQuotes } from './split/quotes.ts';
import { joinOpenQuotes } from './split/join-open-quotes.ts';
import { findDashSpeech } from './split/dash-speech.ts';
import { findOwnLines } from './beats/own-lines.ts';
import type { OwnLine } from './beats/own-lines.ts';
import { findScript, quotesOfPart } from './script/find-script.ts';
import type { Script } from './script/find-script.ts';
import { withScript } from './script/script-reader.ts';
import type { Span } from './split/sentences.ts';

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
  const style = findQuoteStyle(cleaned, language);
  const script = findScript(cleaned, joinOpenQuotes(cleaned, splitBlocks(cleaned), style), language);
  const notes: Story['notes'] = [];
  const scenes = listScenes({ text: cleaned, language, paragraphs: [] }, { style, reader: withScript(READERS[language], script, new Map()), script, notes });
  const ownLines = listOwnLines(scenes, script);
  const reader = withScript(READERS[language], script, thoughtsOf(ownLines));
  const speakers = findSpeakers(scenes, reader);
  const thinkers = findThinkers(speakers.cast, scenes.paragraphs, ownLines);
  const voices = listVoices(scenes, speakers, reader, thinkers);
  const { title, chapters } = buildChapters({ scenes, blocks: script.blocks, speakers, voiceKeys: voices.keys, ownLines, thinkers, script, ...(options.title === undefined ? {} : { title: options.title }) });
  if (speakers.spoken.length === 0) notes.push({ code: 'writer.no-dialogue', detail: '' });
  return { title, language, chapters, voices: voices.voices, notes };
}

type Reading = { style: QuoteStyle; reader: LanguageReader; script: Script; notes: Story['notes'] };

function listScenes(scenes: Scenes, { style, reader, script, notes }: Reading): Scenes {
  const { text, paragraphs } = scenes;
  let chapter = 0;
  let hasBreakBefore = false;
  for (const block of script.blocks) {
    if (block.type === 'heading') chapter++;
    if (block.type !== 'paragraph') {
      hasBreakBefore = true;
      continue;
    }
    const part = script.parts.get(block.start);
    const dash = part ? quotesOfPart(part) : style.hasDashes ? findDashSpeech(text, block.start, block.end) : [];
    const quotes = part || dash.length > 0 ? dash : findQuotes(text, block.start, block.end, style);
    paragraphs.push({ start: block.start, end: block.end, quotes, spoken: [], hasBreakBefore: hasBreakBefore || block.hasGapBefore, chapter });
    hasBreakBefore = false;
  }
  paragraphs.forEach((paragraph, i) => {
    for (const quote of paragraph.quotes) if (reader.isUtterance(scenes, paragraph, quote)) paragraph.spoken.push(quote);
    for (const quote of paragraph.quotes) {
      if (quote.isClosed || (quote.end === paragraph.end && goesOn(scenes, quote.open, paragraphs[i + 1]))) continue;
      notes.push({ code: 'writer.unclosed-quote', detail: text.slice(quote.start, quote.start + 40) });
    }
  });
  return scenes;
}

/** Between the quotes of each paragraph that is no script. */
function listOwnLines({ text, language, paragraphs }: Scenes, { parts }: Script): Map<number, OwnLine[]> {
  const found = new Map<number, OwnLine[]>();
  for (const { start, end, spoken } of paragraphs) {
    if (parts.has(start)) continue;
    const lines: OwnLine[] = [];
    let at = start;
    for (const stop of [...spoken, { start: end, end }]) {
      lines.push(...findOwnLines(text, { start: at, end: stop.start }, language));
      at = stop.end;
    }
    if (lines.length > 0) found.set(start, lines);
  }
  return found;
}

function thoughtsOf(ownLines: ReadonlyMap<number, readonly OwnLine[]>): Map<number, Span[]> {
  return new Map([...ownLines].map(([start, lines]) => [start, lines.flatMap(({ kind, outer }) => (kind === 'thought' ? [outer] : []))] as const).filter(([, spans]) => spans.length > 0));
}

/** English opens the quote anew in each paragraph of a long speech and closes it only in the last. */
function goesOn(scenes: Scenes, open: string, next: Paragraph | undefined): boolean {
  return scenes.language === 'en' && next !== undefined && scenes.text.startsWith(open, next.start);
}
