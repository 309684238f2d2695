/** Finds what of a text is written as a script: lines with the speaker's name before them, directions, heads of scenes. */
import type { Language } from '../../model/kinds.ts';
import { trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import type { Block } from '../split/blocks.ts';
import type { Quote } from '../split/quotes.ts';
import { readLabel, readSpacedLabel, tellsThought } from './labels.ts';
import type { ScriptLabel } from './labels.ts';
import { cutPieces } from './pieces.ts';
import type { ScriptPiece } from './pieces.ts';
import { readSceneHead } from './scene-heads.ts';
import type { SceneHead } from './scene-heads.ts';

export type ScriptPart =
  | { type: 'speech'; label: ScriptLabel; pieces: ScriptPiece[] }
  | { type: 'direction'; inner: Span }
  | { type: 'head'; head: SceneHead };

/** `parts` by the start of their block. `blocks` are those given, some joined or turned from headings into paragraphs. */
export type Script = { blocks: Block[]; parts: ReadonlyMap<number, ScriptPart> };

/** So many lines in a row are no accident. */
const LEAST = 3;

type Row = { block: Block; label?: ScriptLabel; isDirection: boolean; head?: SceneHead };

/** Texts without such lines come back with their blocks as they were and no parts. */
export function findScript(text: string, blocks: readonly Block[], language: Language): Script {
  const joined = joinContinued(text, blocks, language);
  const rows = joined.map((block): Row => readRow(text, block, language, false));
  const plain = knownSpeakers(text, rows);
  const known = plain.size === 0 && language === 'ja' ? spacedSpeakers(text, rows) : plain;
  const isSpaced = plain.size === 0 && known.size > 0;
  const hasSureHead = rows.some(({ head }) => head?.isSure);
  if (known.size === 0 && !hasSureHead) return { blocks: [...blocks], parts: new Map() };
  const parts = new Map<number, ScriptPart>();
  const turned = joined.map((block): Block => {
    const { isDirection, head, ...row } = readRow(text, block, language, known.size > 0);
    const label = isSpaced && block.type === 'paragraph' ? readSpacedLabel(text, block) : row.label;
    const part = head ? ({ type: 'head', head } as const) : label && isKnown(label, known) ? speech(text, block, label, language) : isDirection && known.size > 0 ? ({ type: 'direction', inner: bracketed(text, block) } as const) : undefined;
    if (!part || (block.type === 'heading' && part.type !== 'head')) return block;
    parts.set(block.start, part);
    return part.type === 'head' ? { ...block, type: 'paragraph' } : block;
  });
  return { blocks: turned, parts };
}

/** What a part says, as quotes for the finder of speakers; none for a narrator or a sound. */
export function quotesOfPart(part: ScriptPart): Quote[] {
  if (part.type !== 'speech' || part.label.role !== 'person') return [];
  return part.pieces.filter(({ type }) => type === 'said').map(({ outer, inner }): Quote => ({ start: outer.start, end: outer.end, innerStart: inner.start, innerEnd: inner.end, open: '—', isClosed: true }));
}

function readRow(text: string, block: Block, language: Language, isInScript: boolean): Row {
  if (block.type === 'mark') return { block, isDirection: false };
  const head = readSceneHead(text, block, language, isInScript);
  const isParagraph = block.type === 'paragraph';
  const label = isParagraph && !head ? readLabel(text, block, language) : undefined;
  return { block, ...(label ? { label } : {}), ...(head ? { head } : {}), isDirection: isParagraph && /^[(（［[][^()（）［］[\]]+[)）］\]][。.]?$/u.test(text.slice(block.start, block.end)) };
}

const keyOf = (name: string): string => name.toLowerCase();
const isKnown = (label: ScriptLabel, known: ReadonlySet<string>): boolean => label.role !== 'person' || known.has(keyOf(label.name));

/** The speakers of all passages that are surely script. */
function knownSpeakers(text: string, rows: readonly Row[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { label } of rows) if (label) counts.set(keyOf(label.name), (counts.get(keyOf(label.name)) ?? 0) + 1);
  const labelled = rows.filter(({ label }) => label).length;
  const isMostly = labelled >= LEAST && labelled >= rows.length * 0.4;
  const known = new Set<string>();
  let run: (Row & { label: ScriptLabel })[] = [];
  const close = (): void => {
    if (run.length >= LEAST && isTalk(text, run, counts)) for (const { label } of run) known.add(keyOf(label.name));
    run = [];
  };
  for (const row of rows) {
    if (row.label && (!row.label.isDotted || (counts.get(keyOf(row.label.name)) ?? 0) >= 2)) run.push({ ...row, label: row.label });
    else if (!isMostly && !row.isDirection && !row.head) close();
  }
  close();
  return known;
}

/** Talk has speakers who come back; where none does, the words themselves must be talk, not a list or a form. */
function isTalk(text: string, run: readonly (Row & { label: ScriptLabel })[], counts: ReadonlyMap<string, number>): boolean {
  const words = run.map(({ block, label }) => text.slice(label.span.end, block.end));
  const ended = words.filter((said) => /[.!?…。！？~～—」』”")）]$/u.test(said)).length;
  const returns = run.some(({ label }) => label.role === 'person' && (counts.get(keyOf(label.name)) ?? 0) >= 2);
  if (returns) return words.filter((said) => /\p{L}|…/u.test(said)).length >= words.length * 0.7;
  const personal = words.filter((said) => /[?!？！]|\b(?:I|you|we|me|my|your)\b|[我你您俺僕私]|「/iu.test(said)).length;
  return ended >= words.length * 0.66 && personal >= words.length * 0.5;
}

/** `名前\u3000台詞` counts when most lines are so and each name comes again. */
function spacedSpeakers(text: string, rows: readonly Row[]): Set<string> {
  const labels = rows.map(({ block }) => (block.type === 'paragraph' ? readSpacedLabel(text, block) : undefined));
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  const again = new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name));
  const fitting = labels.filter((label) => label && again.has(label.name)).length;
  return fitting >= 4 && fitting >= rows.length * 0.6 && again.size >= 2 ? again : new Set();
}

function speech(text: string, block: Block, label: ScriptLabel, language: Language): ScriptPart | undefined {
  const pieces = cutPieces(text, { start: label.span.end, end: block.end }, language);
  if (pieces.length === 0) return undefined;
  const first = pieces[0]?.type === 'manner' ? text.slice(pieces[0].inner.start, pieces[0].inner.end) : '';
  return { type: 'speech', label: label.isThought || !tellsThought(first) ? label : { ...label, isThought: true }, pieces };
}

function bracketed(text: string, block: Block): Span {
  const end = /[。.]$/.test(text.slice(block.start, block.end)) ? block.end - 1 : block.end;
  return trimSpan(text, { start: block.start + 1, end: end - 1 });
}

/** A label's line that breaks off goes on in the next one when no empty line lies between. */
function joinContinued(text: string, blocks: readonly Block[], language: Language): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const goesOn = language === 'en' && last?.type === 'paragraph' && block.type === 'paragraph' && block.start - last.end === 1 && isBrokenOff(text, last, /^\p{Ll}/u.test(text.slice(block.start, block.start + 2)));
    if (goesOn && last) joined[joined.length - 1] = { ...last, end: block.end };
    else joined.push(block);
  }
  return joined;
}

function isBrokenOff(text: string, block: Block, isSmallBelow: boolean): boolean {
  const label = readLabel(text, block, 'en');
  return label?.role === 'person' && (isSmallBelow ? /[\p{L},;—-]$/u : /,$/).test(text.slice(label.span.end, block.end));
}
