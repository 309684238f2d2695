/** Lays the beats of a story out in order, chapter by chapter. */
import type { Beat, Story, StoryChapter } from '../types.ts';
import { readHeading } from '../split/headings.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import type { Block } from '../split/blocks.ts';
import type { Speakers, SpokenBy } from '../speakers/find-speakers.ts';
import type { PersonId, Scenes } from '../speakers/scene-types.ts';
import { indexMentions } from '../speakers/mention-index.ts';
import type { MentionIndex } from '../speakers/mention-index.ts';
import { findBreak } from './find-break.ts';
import { cutLongChapters } from './cut-chapters.ts';
import { findOwnLine, readKind, isOffPanel } from './line-kind.ts';
import { isMereTag, joinShortSentences } from './narration.ts';
import { readOpeningTitle } from './opening-title.ts';
import { findThoughtLines } from './thought-lines.ts';
import type { ThoughtLine } from './thought-lines.ts';

export type BuildInput = {
  scenes: Scenes;
  blocks: readonly Block[];
  speakers: Speakers;
  voiceKeys: ReadonlyMap<PersonId, string>;
  title?: string;
};

export function buildChapters(input: BuildInput): Pick<Story, 'title' | 'chapters'> {
  const { scenes, blocks } = input;
  const chapters: StoryChapter[] = [];
  const spokenByStart = new Map(input.speakers.spoken.map((spoken) => [spoken.utterance.quote.start, spoken]));
  const mentions = indexMentions(input.speakers.cast.mentions);
  let beats: Beat[] = [];
  let paragraphIndex = 0;
  let bookTitle: string | undefined;
  const open = (title: string): void => {
    beats = [];
    chapters.push({ title, beats });
  };
  for (const block of blocks) {
    if (block.type === 'heading') {
      const heading = readHeading(scenes.text.slice(block.start, block.end), true) ?? scenes.text.slice(block.start, block.end);
      const last = chapters.at(-1);
      if (last && last.beats.length === 0 && chapters.length === 1 && bookTitle === undefined && last.title !== '') {
        // Two headings at the very start: the book's and the chapter's.
        bookTitle = last.title;
        last.title = heading;
      } else if (last && last.beats.length === 0) last.title = last.title === '' ? heading : `${last.title} ${heading}`;
      else open(heading);
      continue;
    }
    if (chapters.length === 0) open('');
    if (block.type === 'mark') {
      beats.push({ type: 'break', reason: 'mark', start: block.start, end: block.end });
      continue;
    }
    const paragraph = scenes.paragraphs[paragraphIndex++];
    if (!paragraph) continue;
    const reason = findBreak(scenes, block, beats);
    if (reason) beats.push({ type: 'break', reason, start: block.start, end: block.start });
    let at = paragraph.start;
    for (const quote of paragraph.spoken) {
      beats.push(...narrate(input, mentions, { start: at, end: quote.start }, paragraph.spoken.length > 0));
      const spoken = spokenByStart.get(quote.start);
      if (spoken) beats.push(buildLine(input, spoken));
      at = quote.end;
    }
    beats.push(...narrate(input, mentions, { start: at, end: paragraph.end }, paragraph.spoken.length > 0));
  }
  return nameChapters(bookTitle === undefined || input.title !== undefined ? input : { ...input, title: bookTitle }, cutLongChapters(chapters.length === 0 ? [{ title: '', beats: [] }] : chapters, scenes.language));
}

function buildLine({ scenes, voiceKeys }: BuildInput, spoken: SpokenBy): Beat {
  const { quote, before, after } = spoken.utterance;
  const text = scenes.text.slice(quote.innerStart, quote.innerEnd);
  const key = spoken.personId === undefined ? undefined : voiceKeys.get(spoken.personId);
  const cue = [scenes.text.slice(Math.max(before.start, before.end - 160), before.end), scenes.text.slice(after.start, Math.min(after.end, after.start + 160))]
    .map((part) => part.trim()).filter((part) => part !== '').join(' ');
  return {
    type: 'line', text, kind: readKind(text, cue, spoken.manner, scenes.language), ...(key === undefined ? {} : { speakerKey: key }),
    attribution: key === undefined ? 'unknown' : spoken.attribution, isQuoted: true, cue, isOffPanel: isOffPanel(cue, scenes.language),
    start: quote.innerStart, end: quote.innerEnd,
  };
}

/** Narration with the thoughts in it that bear no marks. */
function narrate(input: BuildInput, mentions: MentionIndex, span: Span, isBesideQuote: boolean): Beat[] {
  const thoughts = input.scenes.language === 'en' && !isBesideQuote ? findThoughtLines(input.scenes.text, span) : [];
  const beats: Beat[] = [];
  let at = span.start;
  for (const thought of thoughts) {
    const isTagFirst = thought.tag.start < thought.words.start;
    beats.push(...tell(input, mentions, { start: at, end: Math.min(thought.tag.start, thought.words.start) }, isBesideQuote));
    const line = buildThought(input, mentions, thought);
    const tag = tell(input, mentions, thought.tag, true);
    beats.push(...(isTagFirst ? [...tag, line] : [line, ...tag]));
    at = Math.max(thought.tag.end, thought.words.end);
  }
  beats.push(...tell(input, mentions, { start: at, end: span.end }, isBesideQuote));
  return beats;
}

function buildThought({ scenes, voiceKeys }: BuildInput, mentions: MentionIndex, { words, tag }: ThoughtLine): Beat {
  const thinker = mentions.within(tag).find((mention) => mention.personId !== undefined);
  const key = thinker?.personId === undefined ? undefined : voiceKeys.get(thinker.personId);
  const attribution = key === undefined ? 'unknown' : thinker?.pronoun === undefined ? 'explicit' : 'pronoun';
  return {
    type: 'line', text: scenes.text.slice(words.start, words.end), kind: 'thought', ...(key === undefined ? {} : { speakerKey: key }), attribution,
    isQuoted: false, cue: scenes.text.slice(tag.start, tag.end), isOffPanel: false, start: words.start, end: words.end,
  };
}

function tell(input: BuildInput, mentions: MentionIndex, span: Span, isBesideQuote: boolean): Beat[] {
  const { scenes, voiceKeys } = input;
  if (trimSpan(scenes.text, span).end <= trimSpan(scenes.text, span).start) return [];
  const sentences = splitSentences(scenes.text, span, scenes.language);
  return joinShortSentences(scenes.text, sentences, scenes.language).map((part): Beat => {
    const text = scenes.text.slice(part.start, part.end);
    const keys = mentions.within(part).flatMap((mention) => (mention.personId === undefined ? [] : (voiceKeys.get(mention.personId) ?? [])));
    const unique = [...new Set(keys)];
    const own = findOwnLine(text, scenes.language);
    if (own && !isBesideQuote) {
      const speakerKey = own.kind === 'thought' ? (unique[0] ?? lastKey(input, mentions, part.start)) : undefined;
      return {
        type: 'line', text: own.text, kind: own.kind, ...(speakerKey === undefined ? {} : { speakerKey }), attribution: speakerKey === undefined ? 'unknown' : 'default',
        isQuoted: false, cue: '', isOffPanel: false, start: part.start + own.from, end: part.start + own.from + own.text.length,
      };
    }
    return { type: 'narration', text, mentions: unique, start: part.start, end: part.end, isTag: isBesideQuote && isMereTag(text, scenes.language) };
  });
}

function lastKey({ voiceKeys }: BuildInput, mentions: MentionIndex, at: number): string | undefined {
  for (const mention of mentions.before(at, 12)) {
    const key = mention.personId === undefined ? undefined : voiceKeys.get(mention.personId);
    if (key !== undefined && mention.isSubject) return key;
  }
  return undefined;
}

/** The first heading is the title of the whole when the text opens with two or has no other. */
function nameChapters({ title, scenes }: BuildInput, chapters: StoryChapter[]): Pick<Story, 'title' | 'chapters'> {
  if (title !== undefined && title.trim() !== '') return { title: title.trim().slice(0, 400), chapters };
  const first = chapters[0]?.title ?? '';
  if (first !== '') return { title: first.slice(0, 400), chapters };
  return { title: readOpeningTitle(scenes.text, scenes.language), chapters };
}
