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
import { readKind, isOffPanel } from './line-kind.ts';
import { isMereTag, joinShortSentences } from './narration.ts';
import { readOpeningTitle } from './opening-title.ts';
import type { OwnLine } from './own-lines.ts';
import { buildScriptPart } from './script-beats.ts';
import type { Thinker } from './thinker.ts';
import type { Script } from '../script/find-script.ts';

export type BuildInput = {
  scenes: Scenes;
  blocks: readonly Block[];
  speakers: Speakers;
  voiceKeys: ReadonlyMap<PersonId, string>;
  /** Thoughts and sounds outside of quotes, by the start of their paragraph. */
  ownLines: ReadonlyMap<number, readonly OwnLine[]>;
  /** By the start of the words thought. */
  thinkers: ReadonlyMap<number, Thinker>;
  script: Script;
  title?: string;
};

type Writer = BuildInput & { mentions: MentionIndex };

export function buildChapters(input: BuildInput): Pick<Story, 'title' | 'chapters'> {
  const { scenes, blocks } = input;
  const chapters: StoryChapter[] = [];
  const spokenByStart = new Map(input.speakers.spoken.map((spoken) => [spoken.utterance.quote.start, spoken]));
  const mentions = indexMentions(input.speakers.cast.mentions);
  const writer: Writer = { ...input, mentions };
  const say = (quote: { start: number }): Beat | undefined => {
    const spoken = spokenByStart.get(quote.start);
    return spoken && buildLine(input, spoken);
  };
  let beats: Beat[] = [];
  let paragraphIndex = 0;
  let isBelowHead = false;
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
    const part = input.script.parts.get(block.start);
    // What stands below a head belongs to its scene.
    if (reason && part?.type !== 'head' && !isBelowHead) beats.push({ type: 'break', reason, start: block.start, end: block.start });
    isBelowHead = part?.type === 'head';
    if (part) {
      beats.push(...buildScriptPart(part, { text: scenes.text, language: scenes.language, tell: (span, isTag) => tell(writer, span, false, isTag), say }));
      continue;
    }
    let at = paragraph.start;
    for (const quote of paragraph.spoken) {
      beats.push(...narrate(writer, { start: at, end: quote.start }, paragraph, true));
      const line = say(quote);
      if (line) beats.push(line);
      at = quote.end;
    }
    beats.push(...narrate(writer, { start: at, end: paragraph.end }, paragraph, paragraph.spoken.length > 0));
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
    attribution: key === undefined ? 'unknown' : spoken.attribution, ...(spoken.isUnsure ? { isUnsure: true } : {}), isQuoted: true, cue, isOffPanel: isOffPanel(cue, scenes.language),
    start: quote.innerStart, end: quote.innerEnd,
  };
}

/** Narration with the thoughts and sounds in it that stand without quotes. */
function narrate(writer: Writer, span: Span, paragraph: Span, isBesideQuote: boolean): Beat[] {
  const beats: Beat[] = [];
  let at = span.start;
  for (const line of writer.ownLines.get(paragraph.start) ?? []) {
    if (line.outer.start < span.start || line.outer.end > span.end) continue;
    const isThought = line.kind === 'thought';
    beats.push(...tell(writer, { start: at, end: line.before?.start ?? line.outer.start }, isBesideQuote));
    if (line.before) beats.push(...tell(writer, { start: Math.max(at, line.before.start), end: line.outer.start }, true));
    beats.push(...(line.kind === 'told' ? tell(writer, line.words, false) : [buildOwnLine(writer, line)]));
    if (line.after) beats.push(...tell(writer, line.after, true, isThought));
    at = line.after?.end ?? line.outer.end;
  }
  return [...beats, ...tell(writer, { start: at, end: span.end }, isBesideQuote)];
}

function buildOwnLine({ scenes, voiceKeys, thinkers }: Writer, line: OwnLine): Beat {
  const { words, before, after } = line;
  const text = scenes.text.slice(words.start, words.end);
  const base = { type: 'line', text, isQuoted: false, isOffPanel: false, start: words.start, end: words.end } as const;
  if (line.kind !== 'thought') return { ...base, kind: 'sfx', attribution: 'unknown', cue: '' };
  const thinker = thinkers.get(words.start);
  const key = thinker?.personId === undefined ? undefined : voiceKeys.get(thinker.personId);
  const cue = [before, after].flatMap((tag) => (tag ? [scenes.text.slice(tag.start, tag.end)] : [])).join(' ');
  return { ...base, kind: 'thought', ...(key === undefined ? {} : { speakerKey: key }), attribution: key === undefined ? 'unknown' : (thinker?.attribution ?? 'unknown'), cue };
}

/** `isTag` makes everything a tag; otherwise a short tag of speech beside a quote is told apart. */
function tell({ scenes, voiceKeys, mentions }: Writer, span: Span, isBesideQuote: boolean, isTag = false): Beat[] {
  if (trimSpan(scenes.text, span).end <= trimSpan(scenes.text, span).start) return [];
  const sentences = splitSentences(scenes.text, span, scenes.language);
  return joinShortSentences(scenes.text, sentences, scenes.language).map((part): Beat => {
    const text = scenes.text.slice(part.start, part.end);
    const keys = mentions.within(part).flatMap((mention) => (mention.personId === undefined ? [] : (voiceKeys.get(mention.personId) ?? [])));
    return { type: 'narration', text, mentions: [...new Set(keys)], start: part.start, end: part.end, isTag: isTag || (isBesideQuote && isMereTag(text, scenes.language)) };
  });
}

/** The first heading is the title of the whole when the text opens with two or has no other. */
function nameChapters({ title, scenes, script }: BuildInput, chapters: StoryChapter[]): Pick<Story, 'title' | 'chapters'> {
  if (title !== undefined && title.trim() !== '') return { title: title.trim().slice(0, 400), chapters };
  const first = chapters[0]?.title ?? '';
  if (first !== '') return { title: first.slice(0, 400), chapters };
  const said = [...script.parts.values()].flatMap((part) => (part.type === 'speech' ? part.pieces : [])).find(({ type }) => type === 'said')?.inner;
  return { title: readOpeningTitle(said ? scenes.text.slice(said.start, said.end) : scenes.text, scenes.language), chapters };
}
