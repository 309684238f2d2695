/** Compares the lines of a story that was read with what a person wrote down. */
import { createHash } from 'node:crypto';
import type { Story } from '../../packages/comic/src/writer/index.ts';

export type Annotation = {
  slug: string;
  title: string;
  author: string;
  source: string;
  language: 'en' | 'ja' | 'zh';
  form: 'story' | 'novel';
  split: 'dev' | 'test';
  /** What was right when the text was read for the first time, before its errors were looked at. */
  firstRun?: { round: number; explicitRight: number; right: number };
  /** Other names of a speaker, any of which counts as right. */
  aliases: Record<string, string[]>;
  quotes: { ordinal: number; opening: string; hash: string; speaker: string; isExplicit: boolean }[];
};

export type Score = Pick<Annotation, 'slug' | 'language' | 'form' | 'split'> & {
  quotes: number;
  kept: number;
  explicit: number;
  explicitRight: number;
  right: number;
  /** Lines that the writer does not mark as unsure, and how many of them are right. */
  sure: number;
  sureRight: number;
  errors: string[];
  firstRun?: { round: number; explicitRight: number; right: number };
};

/** First 16 hex digits of the SHA-256 of the words without white space: the words themselves need not be kept. */
export function hashQuote(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex').slice(0, 16);
}

/** Lines are matched to annotations in order by hash; a line that is missing, doubled or out of order is not kept. */
export function scoreText(annotation: Annotation, story: Story): Score {
  const lines = story.chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat] : []));
  const score: Score = { slug: annotation.slug, language: annotation.language, form: annotation.form, split: annotation.split, quotes: annotation.quotes.length, kept: 0, explicit: 0, explicitRight: 0, right: 0, sure: 0, sureRight: 0, errors: [], ...(annotation.firstRun === undefined ? {} : { firstRun: annotation.firstRun }) };
  let from = 0;
  for (const quote of annotation.quotes) {
    if (quote.isExplicit) score.explicit++;
    const at = lines.findIndex((line, i) => i >= from && hashQuote(line.text) === quote.hash);
    const line = lines[at];
    if (!line) {
      score.errors.push(`${quote.ordinal} lost: ${quote.opening}`);
      continue;
    }
    from = at + 1;
    score.kept++;
    const isSure = line.isUnsure !== true;
    if (isSure) score.sure++;
    const voice = story.voices.find((known) => known.key === line.speakerKey);
    if (voice && isSame(annotation, quote.speaker, [voice.name, ...voice.aliases])) {
      score.right++;
      if (isSure) score.sureRight++;
      if (quote.isExplicit) score.explicitRight++;
    } else score.errors.push(`${quote.ordinal}${quote.isExplicit ? ' explicit' : ''} ${quote.speaker}, not ${voice?.name ?? '?'} (${line.attribution}): ${quote.opening}`);
  }
  return score;
}

function isSame(annotation: Annotation, speaker: string, names: readonly string[]): boolean {
  const right = new Set([speaker, ...(annotation.aliases[speaker] ?? [])].map(normalize));
  return names.some((name) => right.has(normalize(name)));
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/^(?:the|a|an|his|her|my) /, '').replace(/[.\s’']/g, '');
}
