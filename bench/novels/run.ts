/**
 * Who says what in whole English novels, beside published systems, in one run and by one measure.
 * `node bench/novels/run.ts CORPUS PEERS [--json]`: checkouts of the two public repositories named in docs/speakers.md.
 * Exit code 1 unless the share of quotations with the right speaker is above that of the published rule-based system.
 */
import { readStory } from '../../packages/comic/src/writer/index.ts';
import { listNovels, readNovel } from './read-corpus.ts';
import type { Novel, QuoteType } from './read-corpus.ts';
import { letters, readBookNlp, readGutenTag } from './read-peers.ts';
import type { Attributed } from './read-peers.ts';

const [corpus, peers] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (corpus === undefined || peers === undefined) {
  console.error('Usage: node bench/novels/run.ts CORPUS PEERS [--json]');
  process.exit(2);
}

/** Characters read at once: about a chapter. */
const PIECE = 40_000;

const SYSTEMS = ['ours', 'BookNLP', 'GutenTag'] as const;
type System = (typeof SYSTEMS)[number];
type Tally = { right: number; all: number };
const tallies = new Map<string, Tally>();
const rows: { novel: string; quotations: number; shares: Record<string, number> }[] = [];

for (const name of listNovels(corpus)) {
  const others: Record<string, Attributed> = { BookNLP: readBookNlp(peers, name), GutenTag: readGutenTag(peers, name) };
  if (Object.values(others).some((found) => found.length === 0)) continue;
  const novel = readNovel(corpus, name);
  const found: Record<System, Attributed> = { ours: readOurs(novel.text), BookNLP: others['BookNLP'] ?? [], GutenTag: others['GutenTag'] ?? [] };
  const shares: Record<string, number> = {};
  for (const system of SYSTEMS) {
    const right = judge(novel, found[system]);
    shares[system] = right.filter(Boolean).length / right.length;
    right.forEach((isRight, i) => {
      count(system, novel.quotations[i]?.type ?? 'Implicit', isRight);
      count(system, 'all', isRight);
    });
  }
  rows.push({ novel: name, quotations: novel.quotations.length, shares });
}
report();

/** Our own reading, piece by piece as chapters are pasted. */
function readOurs(text: string): Attributed {
  const found: [string, string][] = [];
  for (let at = 0; at < text.length; ) {
    const end = pieceEnd(text, at);
    const story = readStory(text.slice(at, end), { language: 'en' });
    const names = new Map(story.voices.map((voice) => [voice.key, voice.name]));
    for (const beat of story.chapters.flatMap((chapter) => chapter.beats)) if (beat.type === 'line' && beat.isQuoted) found.push([beat.text, names.get(beat.speakerKey ?? '') ?? '']);
    at = end;
  }
  return found;
}

/** At a chapter's head in the last part of the piece, else between two paragraphs. */
function pieceEnd(text: string, at: number): number {
  const latest = at + PIECE;
  if (latest >= text.length) return text.length;
  const earliest = at + Math.floor(PIECE * 0.6);
  const head = text.slice(earliest, latest).search(/\n\s*\n\s*(?:CHAPTER|Chapter|[IVXL]+\.?\s*\n)[^\n]{0,60}\n/);
  if (head >= 0) return earliest + head;
  const gap = text.lastIndexOf('\n\n', latest);
  return gap > at ? gap : latest;
}

/** Quotations are found in order by their letters; one that a system does not have counts as wrong. */
function judge(novel: Novel, found: Attributed): boolean[] {
  const keys = found.map(([words]) => letters(words));
  let from = 0;
  return novel.quotations.map(({ words, speaker }) => {
    const wanted = letters(words);
    const at = keys.slice(from, from + 60).findIndex((key) => key === wanted || (wanted.length > 12 && (key.startsWith(wanted.slice(0, 40)) || (key.length > 12 && wanted.startsWith(key)))));
    if (wanted === '' || at < 0) return false;
    from += at;
    return isNamed(novel, found[from]?.[1] ?? '', speaker);
  });
}

/** The same name, words of it that fit nobody else, or a longer form of it. */
function isNamed({ aliases }: Novel, name: string, speaker: string): boolean {
  const own = wordsOf(name);
  if (own.length === 0) return false;
  const known = (aliases.get(speaker) ?? [speaker]).map(wordsOf);
  if (known.some((alias) => alias.join(' ') === own.join(' '))) return true;
  const isPart = known.some((alias) => own.every((word) => alias.includes(word)));
  const fitsOther = [...aliases.keys()].some((other) => other !== speaker && own.every((word) => wordsOf(other).includes(word)));
  if (isPart && !fitsOther) return true;
  return known.some((alias) => alias.length > 0 && alias.every((word) => own.includes(word)) && alias.some((word) => word.length > 3 && !/^(?:lady|miss|mrs|lord|doctor|captain|colonel)$/.test(word)));
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().replace(/^(?:the|a|an) /, '').replace(/[-–]/g, ' ').replace(/[^\p{L} ]/gu, '').split(/\s+/).filter((word) => word !== '');
}

function count(system: System, type: QuoteType | 'all', isRight: boolean): void {
  const tally = tallies.get(`${system} ${type}`) ?? { right: 0, all: 0 };
  tallies.set(`${system} ${type}`, { right: tally.right + (isRight ? 1 : 0), all: tally.all + 1 });
}

function report(): void {
  const shareOf = (key: string): number => { const { right, all } = tallies.get(key) ?? { right: 0, all: 1 }; return right / all; };
  const ratio = shareOf('ours all') / shareOf('GutenTag all');
  if (process.argv.includes('--json')) console.log(JSON.stringify({ novels: rows, totals: Object.fromEntries(tallies), ratio, goal: 1 }));
  else {
    for (const { novel, quotations, shares } of rows) console.log(`${novel.padEnd(30)} ${String(quotations).padStart(5)}  ${SYSTEMS.map((system) => `${system} ${percent(shares[system] ?? 0)}`).join('  ')}`);
    for (const type of ['Explicit', 'Anaphoric', 'Implicit', 'all']) console.log(`${type.padEnd(10)} ${SYSTEMS.map((system) => `${system} ${percent(shareOf(`${system} ${type}`))} of ${tallies.get(`${system} ${type}`)?.all ?? 0}`).join('  ')}`);
    console.log(`ours over the published rule-based system: ${ratio.toFixed(2)} (goal > 1)`);
  }
  process.exitCode = ratio > 1 ? 0 : 1;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
