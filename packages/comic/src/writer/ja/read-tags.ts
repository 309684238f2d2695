/** Reads speech tags and deeds around a Japanese quote. */
import type { Clue, ClueContext, Mention } from '../speakers/scene-types.ts';
import { trimSpan } from '../split/sentences.ts';
import type { Quote } from '../split/quotes.ts';
import type { Span } from '../split/sentences.ts';
import { CLUES } from './clue-scores.ts';
import { readAbove, readBefore } from './read-before.ts';
import { readBehind } from './read-behind.ts';

export function readJapaneseClues(context: ClueContext): Clue[] {
  return readClues(context, () => {
    const sure = readClues({ ...context, index: context.index - 1 }).find(({ score, side }) => score >= CLUES.pronoun && side === undefined);
    return sure && { ...sure, attribution: 'action', score: CLUES.goesOn };
  });
}

/** `speakerAbove`: the clue of the quote above, asked for over one quote only. */
function readClues(context: ClueContext, speakerAbove?: () => Clue | undefined): Clue[] {
  const { scenes, utterances, index } = context;
  const utterance = utterances[index];
  if (!utterance) return [];
  const { text } = scenes;
  const paragraph = scenes.paragraphs[utterance.paragraph];
  const isFirst = paragraph?.spoken[0] === utterance.quote;
  const isAlone = isBlank(text, utterance.after);
  const after = isAlone && paragraph?.spoken.at(-1) === utterance.quote ? nextParagraph(context, utterance.paragraph) : utterance.after;
  const clues: Clue[] = [];
  const isThisBelow = isFirst && isAlone && /^[^。「]{1,60}こう[、]?[言云いい答申][^。「]{0,6}。$/.test(text.slice(after.start, after.end).trim());
  // `Xはこう言った。` between two quotes tells of the lower one where the upper one has its own announcement.
  const announced = isThisBelow ? readAbove(context) : undefined;
  const tag = announced && announced.score >= CLUES.announcedPronoun && announced.attribution === 'explicit' ? undefined : readBehind(context, after, isAlone);
  if (tag) clues.push(tag);
  const before = tag !== undefined && tag.score >= CLUES.pronoun ? undefined : readBefore(context, utterance.before);
  if (before) clues.push(before);
  const isTold = clues.some((clue) => clue.score >= 11 && clue.side === undefined);
  if (isFirst && isBlank(text, utterance.before) && !isTold) {
    const above = readAbove(context, speakerAbove);
    if (above) clues.push(above);
  }
  clues.push(...readOthersNamed(context, utterance.quote));
  const self = clues.some(({ score }) => score >= 4) ? undefined : narratorNear(context, utterance.quote.start);
  if (self) clues.push({ attribution: 'turn', score: CLUES.narrator, mention: self });
  // ふたりは黙っていた: no answer is to come from the two as one.
  return clues.filter(({ hearer }) => hearer === undefined || context.cast.persons[hearer]?.kind !== 'group');
}

/** Nobody says さん or ちゃん of himself. */
function readOthersNamed({ scenes, cast }: ClueContext, { innerStart, innerEnd }: Quote): Clue[] {
  const words = scenes.text.slice(innerStart, innerEnd);
  if (!/(?:さん|ちゃん|くん|君|先生|様|さま|殿)/.test(words)) return [];
  const named = cast.persons.filter((person) => person.kind === 'name' && [...person.aliases].some((alias) => HONORED.test(alias) && words.includes(alias)));
  const at = { start: innerStart, end: innerStart, isSubject: false };
  return named.map((person): Clue => ({ attribution: 'turn', score: CLUES.honoredInQuote, mention: { ...at, personId: person.id } }));
}

const HONORED = /.(?:さん|ちゃん|くん|君|先生|様|さま|殿)$/;

function isBlank(text: string, span: Span): boolean {
  const { start, end } = trimSpan(text, span);
  return end <= start;
}

function narratorNear(context: ClueContext, at: number): Mention | undefined {
  const isSelf = ({ pronoun, isSubject, personId }: Mention): boolean => pronoun === 'self' && isSubject && personId !== undefined;
  const near = context.mentionsIn({ start: Math.max(0, at - CLUES.narratorBack), end: at }).findLast(isSelf);
  // The story may begin before its narrator says I.
  const isBegun = near !== undefined || context.mentionsIn({ start: 0, end: at }).some(isSelf);
  const mention = isBegun ? near : context.mentionsIn({ start: at, end: at + CLUES.narratorAhead }).find(({ pronoun }) => pronoun === 'self');
  if (!mention) return undefined;
  const { pronoun: _pronoun, ...fields } = mention;
  return fields;
}

function nextParagraph(context: ClueContext, index: number): Span {
  const next = context.scenes.paragraphs[index + 1];
  if (!next || next.hasBreakBefore) return { start: 0, end: 0 };
  return { start: next.start, end: next.spoken[0]?.start ?? next.end };
}
