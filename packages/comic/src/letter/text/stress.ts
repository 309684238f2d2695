/** Stressed runs of a text: bold, leaning, or with dots beside the characters. */
import type { Line } from '../../model/book.ts';
import type { Stress } from '../../model/hand-made.ts';
import type { Language } from '../../model/kinds.ts';
import { SYMBOL_UPEM, symbolGlyph } from '../fonts/drawn-symbols.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import type { FontId } from '../types.ts';
import type { Atom, AtomGlyph } from './atom.ts';
import { cleanText, textOfLine } from './clean-text.ts';
import { isFullWidth } from './kinsoku.ts';
import { cleanOffsets } from './offsets.ts';

/** Fonts of the same hand that are bolder or lean. */
const BOLDER: Partial<Record<FontId, FontId>> = { 'comic-neue': 'comic-neue-bold', 'comic-neue-italic': 'comic-neue-bold-italic', 'noto-sans-sc': 'noto-sans-sc-bold' };
const LEANING: Partial<Record<FontId, FontId>> = { 'comic-neue': 'comic-neue-italic', 'comic-neue-bold': 'comic-neue-bold-italic' };

/** Fonts that stressed runs of a line may call for, beside those of its kind. */
export function stressFonts(id: FontId): FontId[] {
  return [BOLDER[id], LEANING[id], LEANING[BOLDER[id] ?? id]].filter((font) => font !== undefined);
}

/** Stroke of a letter made bold, em. */
const STROKE = 0.052;
/** Fonts whose strokes are broad already: their counters would fill. */
const HEAVY = new Set<FontId>(['yusei-magic', 'reggae-one', 'dela-gothic-one', 'bangers']);
/** Tangent of the angle at which a letter leans: 12 degrees. */
const SLANT = 0.21;

/** The stressed runs of a line in clean offsets; stale ones are clipped or dropped. Dots are for Chinese and Japanese, leaning letters for Latin. */
export function stressOf(line: Line, language: Language): Stress[] {
  const runs = line.stress?.[language];
  if (!runs || runs.length === 0) return [];
  const raw = textOfLine(line, language);
  const length = cleanText(raw).length;
  const toClean = cleanOffsets(raw);
  return runs.flatMap((run) => {
    if (!Number.isFinite(run.start) || !Number.isFinite(run.end) || (run.how === 'dots' && language === 'en')) return [];
    const [start, end] = [toClean(run.start), Math.min(length, toClean(run.end))];
    return end > start ? [{ start, end, how: run.how }] : [];
  });
}

export const hasDots = (runs: readonly Stress[]): boolean => runs.some((run) => run.how === 'dots');

type Setting = { fonts: Fonts; language: Language; isVertical: boolean; chain: readonly FontId[]; /** Makes the same atoms with other fonts. */ build: (chain: readonly FontId[]) => Atom[]; /** Sets a piece of a word. */ word: (text: string, chain: readonly FontId[]) => Atom };

/** Stresses atoms whose text begins at `offset` of the clean text. Atoms, breaks and texts stay what they are. */
export function addStress(atoms: Atom[], runs: readonly Stress[], offset: number, setting: Setting): void {
  if (runs.length === 0) return;
  const built = new Map<string, Atom[]>();
  let at = offset;
  for (const [i, atom] of atoms.entries()) {
    const [start, end] = [at, at + atom.text.trimEnd().length];
    at += atom.text.length;
    const hit = runs.filter((run) => run.start < end && run.end > start);
    if (hit.length === 0) continue;
    const isLatin = !isFullWidth(atom.text, setting.language !== 'en');
    const how = hit.filter((run) => run.how === 'bold' || (run.how === 'italic' && isLatin));
    if (how.length > 0) {
      const isWhole = setting.isVertical || !isLatin || how.every((run) => run.start <= start && run.end >= end);
      if (isWhole) replace(atom, styled(how.map((run) => run.how), setting, built, i), how.map((run) => run.how), setting);
      else replaceInPieces(atom, start, how, setting);
    }
    if (hit.some((run) => run.how === 'dots') && isFullWidth(atom.text, true) && /[\p{L}\p{N}]/u.test(atom.text)) atom.glyphs.push(dotBeside(atom, setting));
  }
}

type How = Stress['how'];

/** The chain with the fonts of a stress in front of those they belong to. */
function chainFor(how: readonly How[], { chain, fonts }: Setting): FontId[] {
  const has = (id: FontId | undefined): FontId[] => (id !== undefined && fonts.ids.includes(id) ? [id] : []);
  return chain.flatMap((id) => {
    const bold = how.includes('bold') ? has(BOLDER[id]) : [];
    const leaning = how.includes('italic') ? has(LEANING[bold[0] ?? id]) : [];
    return [...leaning, ...bold, id];
  });
}

function styled(how: readonly How[], setting: Setting, built: Map<string, Atom[]>, i: number): Atom | undefined {
  const key = [...new Set(how)].sort().join();
  let atoms = built.get(key);
  if (!atoms) built.set(key, (atoms = setting.build(chainFor(how, setting))));
  return atoms[i];
}

function replace(atom: Atom, by: Atom | undefined, how: readonly How[], setting: Setting): void {
  const from = by ?? atom;
  atom.advance = from.advance;
  atom.blankBefore = from.blankBefore;
  atom.blankAfter = from.blankAfter;
  atom.glyphs = from.glyphs.map((glyph) => drawn(glyph, how, setting));
  if (from.hyphen) atom.hyphen = { advance: from.hyphen.advance, glyphs: from.hyphen.glyphs.map((glyph) => drawn(glyph, how, setting)) };
}

/** A word of which only some letters are stressed. */
function replaceInPieces(atom: Atom, start: number, runs: readonly Stress[], setting: Setting): void {
  const word = atom.text.trimEnd();
  const cuts = [...new Set([0, word.length, ...runs.flatMap((run) => [run.start - start, run.end - start])])].filter((cut) => cut >= 0 && cut <= word.length).sort((a, b) => a - b);
  const glyphs: AtomGlyph[] = [];
  let pen = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1]!, cuts[i]!];
    const how = runs.filter((run) => run.start - start <= from && run.end - start >= to).map((run) => run.how);
    const piece = setting.word(word.slice(from, to), how.length > 0 ? chainFor(how, setting) : setting.chain);
    for (const glyph of piece.glyphs) glyphs.push({ ...drawn(glyph, how, setting), x: glyph.x + pen });
    pen += piece.advance;
  }
  atom.glyphs = glyphs;
  atom.advance = pen;
}

/** A font that is bold or leans already says enough; other letters get a stroke or a shear. */
function drawn(glyph: AtomGlyph, how: readonly How[], { chain }: Setting): AtomGlyph {
  const isBold = isBolderThanUsual(glyph.fontId, chain);
  const isLeaning = Object.values(LEANING).includes(glyph.fontId);
  return {
    ...glyph,
    ...(how.includes('bold') && !isBold ? { bold: HEAVY.has(glyph.fontId) ? STROKE * 0.65 : STROKE } : {}),
    ...(how.includes('italic') && !isLeaning ? { slant: SLANT } : {}),
  };
}

/** A bold font says nothing where it is the usual one of the line: it must stand for a lighter one that comes first. */
function isBolderThanUsual(id: FontId, chain: readonly FontId[]): boolean {
  const place = (font: FontId): number => (chain.includes(font) ? chain.indexOf(font) : chain.length);
  return chain.some((light) => (BOLDER[light] === id || LEANING[BOLDER[light] ?? light] === id) && BOLDER[light] !== undefined && place(light) < place(id));
}

/** Right of a column; above Japanese and below Chinese lines (JIS X 4051, GB/T 15834). */
function dotBeside(atom: Atom, { chain, language, isVertical }: Setting): AtomGlyph {
  const size = language === 'ja' ? 0.48 : 0.42;
  const glyph = { fontId: chain[0]!, glyphId: symbolGlyph(language === 'ja' ? 'sesame' : 'dot'), unit: size / SYMBOL_UPEM, turn: 0 };
  // The drawing's middle lies half an em right of its origin and 0.37 em above it.
  if (isVertical) return { ...glyph, x: 0.7 - size / 2, y: atom.advance / 2 + size * 0.37 };
  const middle = language === 'ja' ? -1.02 : 0.3;
  return { ...glyph, x: atom.advance / 2 - size / 2, y: middle + size * 0.37 };
}
