import type { Line } from '../../model/book.ts';
import type { Language } from '../../model/kinds.ts';
import type { FontId } from '../types.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import type { Atom, AtomGlyph } from './atom.ts';
import { cleanText, splitGraphemes } from './clean-text.ts';
import { wordAtom } from './horizontal-atoms.ts';
import { NEVER } from './phrase-breaks.ts';
import { uprightCell } from './vertical-cells.ts';

export type RubySpan = { start: number; end: number; text: string };

/** The ruby that stands over the text of a language; without a language it is the book's own. */
export function rubyOf(line: Pick<Line, 'ruby'>, language: Language): Line['ruby'] {
  return line.ruby.every((run) => run.language === undefined) ? line.ruby : line.ruby.filter((run) => (run.language ?? language) === language);
}

/** Size of ruby against its base. */
const RUBY_SIZE = 0.5;

/**
 * Ruby spans moved from the raw text to the cleaned one, in order, without those that overlap,
 * lie outside, or do not hold together.
 */
export function cleanRuby(raw: string, ruby: readonly RubySpan[]): RubySpan[] {
  const trimmed = cleanText(raw).length;
  const lead = cleanText(`x${raw}`).length - 1 - trimmed;
  const at = (index: number): number => cleanText(`x${raw.slice(0, index)}x`).length - 2 - lead;
  let free = 0;
  const kept: RubySpan[] = [];
  for (const span of [...ruby].sort((a, b) => a.start - b.start)) {
    if (span.end > raw.length || span.end <= span.start) continue;
    const [start, end, text] = [at(span.start), at(span.end), cleanText(span.text)];
    if (start < free || end <= start || end > trimmed || text === '') continue;
    kept.push({ start, end, text });
    free = end;
  }
  return kept;
}

/** Adds ruby to atoms whose text begins at `offset` of the clean text: above the line, or right of the column. */
export function addRuby(atoms: Atom[], spans: readonly RubySpan[], offset: number, set: { fonts: Fonts; chain: readonly FontId[]; isVertical: boolean }): boolean {
  let at = offset;
  const begins = atoms.map((atom) => {
    const begin = at;
    at += atom.text.length;
    return begin;
  });
  let hasRuby = false;
  for (const span of spans) {
    const first = begins.findIndex((begin, i) => begin >= span.start && begin < span.end && atoms[i]!.glyphs.length > 0);
    if (first < 0 || span.start < offset) continue;
    const members = atoms.filter((_, i) => begins[i]! >= span.start && begins[i]! < span.end);
    annotate(members, span.text, set);
    hasRuby = true;
  }
  return hasRuby;
}

function annotate(members: Atom[], text: string, set: { fonts: Fonts; chain: readonly FontId[]; isVertical: boolean }): void {
  for (const atom of members.slice(0, -1)) atom.breakCost = NEVER;
  const cells = rubyCells(text, set);
  const length = cells.reduce((sum, cell) => sum + cell.advance, 0) * RUBY_SIZE;
  const base = members.reduce((sum, atom) => sum + atom.advance, 0);
  // A reading longer than its base spreads the base, save for a quarter em that may overhang.
  const extra = Math.max(0, length - base - 0.25) / members.length;
  if (extra > 0) for (const atom of members) spread(atom, extra, set.isVertical);
  const room = base + extra * members.length;
  const gap = cells.length > 0 ? Math.max(0, room - length) / cells.length : 0;
  let pen = (room - length - gap * cells.length) / 2 + gap / 2;
  for (const cell of cells) {
    members[0]!.glyphs.push(...cell.glyphs.map((g) => rubyGlyph(g, pen, set.isVertical)));
    pen += cell.advance * RUBY_SIZE + gap;
  }
}

function rubyCells(text: string, set: { fonts: Fonts; chain: readonly FontId[]; isVertical: boolean }): Atom[] {
  const isLatin = /^[\p{Script=Latin}\s\p{M}]+$/u.test(text);
  if (isLatin && !set.isVertical) return [wordAtom(text, set.fonts, set.chain)];
  return splitGraphemes(text).map((c) => (set.isVertical ? uprightCell(c, set.fonts, set.chain) : wordAtom(c, set.fonts, set.chain)));
}

function rubyGlyph(glyph: AtomGlyph, pen: number, isVertical: boolean): AtomGlyph {
  const [x, y, unit] = [glyph.x * RUBY_SIZE, glyph.y * RUBY_SIZE, glyph.unit * RUBY_SIZE];
  return isVertical ? { ...glyph, x: x + 0.78, y: y + pen, unit } : { ...glyph, x: x + pen, y: y - 0.94, unit };
}

function spread(atom: Atom, extra: number, isVertical: boolean): void {
  atom.advance += extra;
  atom.glyphs = atom.glyphs.map((g) => (isVertical ? { ...g, y: g.y + extra / 2 } : { ...g, x: g.x + extra / 2 }));
}
