/** What hands do to a line's bubble, as ops of the book. Pure. */
import type { EditOp } from '@komawari/comic/edit';
import { bubbleToHand, letterByHand, type BubbleByHand, type LaidPanel } from '@komawari/comic/by-hand';
import type { Book } from '@komawari/comic';
import type { DeskBubble } from '../../../engine/client.ts';
import { lineOf } from './page-ops.ts';

export type Language = Book['language'];
type Line = NonNullable<ReturnType<typeof lineOf>>['line'];

/** What is set by hand of a line; `undefined` makes all automatic again. None for a line that is gone. */
export function letterOps(book: Book, lineId: string, language: Language, hand: BubbleByHand | undefined): EditOp[] {
  const line = lineOf(book, lineId)?.line;
  if (!line) return [];
  const { letter } = letterByHand(line, language, hand);
  return [{ op: 'set', kind: 'line', id: lineId, field: 'letter', value: letter ?? null }];
}

/** The hand-made value that shows the line just as it is seen now: where a drag begins. */
export function handSeen(bubbles: readonly DeskBubble[], panel: Pick<LaidPanel, 'box'>, line: Line, language: Language): BubbleByHand {
  // Glyphs are not looked at: outlines, runs and boxes tell all.
  return bubbleToHand(bubbles.map((bubble) => ({ ...bubble, glyphs: [] })), panel, line, language);
}

/** All bubbles of a line on the page, those inside them too. */
export function bubblesOf(bubbles: readonly DeskBubble[], lineId: string): DeskBubble[] {
  const from = bubbles.findIndex((bubble) => bubble.lineId === lineId && !bubble.isInside);
  if (from < 0) return bubbles.filter((bubble) => bubble.lineId === lineId);
  const end = bubbles.findIndex((bubble, i) => i > from && bubble.lineId !== lineId && !bubble.isInside);
  return bubbles.slice(from, end < 0 ? undefined : end);
}

/** A text typed on the page. A bubble that was set by hand keeps its shape: its measure grows as the side of its area does. */
export function textOps(book: Book, lineId: string, language: Language, to: string): EditOp[] {
  const line = lineOf(book, lineId)?.line;
  const from = line?.text[language] ?? '';
  if (!line || from === to) return [];
  const hand = line.letter?.[language];
  const grown = Math.sqrt(Math.max(1, to.length) / Math.max(1, from.length));
  const letter: EditOp[] = hand?.measure === undefined ? [] : letterOps(book, lineId, language, { ...hand, measure: Math.min(2000, Math.max(30, hand.measure * grown)) });
  return [{ op: 'text', id: lineId, language, from, to }, ...letter];
}

export function kindOps(book: Book, lineId: string, kind: Line['kind']): EditOp[] {
  const line = lineOf(book, lineId)?.line;
  return line && line.kind !== kind ? [{ op: 'set', kind: 'line', id: lineId, field: 'kind', value: kind }] : [];
}

export type Range = { start: number; end: number };

/** A reading above a part of the text; an empty one takes it away. Readings that the part touches go. */
export function rubyOps(line: Line, language: Language, own: Language, range: Range, text: string): EditOp[] {
  const kept = line.ruby.filter((run) => (run.language ?? own) !== language || run.end <= range.start || run.start >= range.end);
  const run = { ...range, text, ...(language === own ? {} : { language }) };
  return [{ op: 'set', kind: 'line', id: line.id, field: 'ruby', value: text.trim() === '' ? kept : [...kept, run].sort((a, b) => a.start - b.start) }];
}

export type How = 'bold' | 'italic' | 'dots';

/** Stresses a part of the text, or takes the same stress off it where all of it has it. */
export function stressOps(line: Line, language: Language, range: Range, how: How): EditOp[] {
  const before = line.stress?.[language] ?? [];
  const isOn = before.some((run) => run.how === how && run.start <= range.start && run.end >= range.end);
  const cut = before.flatMap((run) => (run.how !== how ? [run] : [{ ...run, end: Math.min(run.end, range.start) }, { ...run, start: Math.max(run.start, range.end) }].filter((part) => part.end > part.start)));
  const after = isOn ? cut : [...cut, { ...range, how }];
  const { [language]: _, ...others } = line.stress ?? {};
  const stress = after.length === 0 ? others : { ...others, [language]: after.sort((a, b) => a.start - b.start) };
  return [{ op: 'set', kind: 'line', id: line.id, field: 'stress', value: Object.keys(stress).length === 0 ? null : stress }];
}

export function hasStress(line: Line, language: Language, range: Range, how: How): boolean {
  return (line.stress?.[language] ?? []).some((run) => run.how === how && run.start <= range.start && run.end >= range.end);
}

/** The line goes on in a linked bubble at this place of its text. */
export function splitBubble(hand: BubbleByHand, offset: number, textLength: number): BubbleByHand {
  if (offset <= 0 || offset >= textLength) return hand;
  const { parts: _, ...rest } = hand;
  return { ...rest, splits: [...new Set([...(hand.splits ?? []), offset])].sort((a, b) => a - b).slice(0, 5) };
}

/** All linked bubbles become one again. */
export function joinBubbles(hand: BubbleByHand): BubbleByHand {
  const { parts: _, ...rest } = hand;
  return { ...rest, splits: [] };
}
