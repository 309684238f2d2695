import type { Box, Point } from '../../model/geometry.ts';
import type { Atom, AtomGlyph } from './atom.ts';
import { breakLines } from './break-lines.ts';

/** A line of a block; em, relative to the block's centre. */
export type SetLine = { text: string; rect: Box; atoms: readonly Atom[]; /** Where the first atom's origin lies. */ origin: Point };
/** Text set in lines or columns; em. */
export type Block = { lines: SetLine[]; isVertical: boolean; width: number; height: number; /** Badness per line: raggedness and bad breaks. */ cost: number };

export type BlockStyle = {
  isVertical: boolean;
  /** Distance between lines or columns, em. */
  leading: number;
  /** Height of a line's ink (horizontal) or width of a column, em: what a bubble must clear. */
  thickness: number;
  /** Height above the baseline of the middle of the ink, em. */
  middle: number;
  /** Lines follow the bulge of an ellipse; otherwise all are equal and set flush at the start. */
  isRound: boolean;
};

/** Sets atoms in `count` lines, or undefined when they cannot be broken so. */
export function setBlock(atoms: readonly Atom[], count: number, style: BlockStyle): Block | undefined {
  const profile = style.isRound ? ellipseProfile(count) : Array.from({ length: count }, () => 1);
  const broken = breakLines(atoms, { profile, isLastFree: !style.isRound });
  return broken && setBroken(atoms, broken.ends, style, broken.cost);
}

/** Sets atoms in lines whose ends are known. */
export function setBroken(atoms: readonly Atom[], ends: readonly number[], style: BlockStyle, cost: number): Block {
  let from = 0;
  const count = ends.length;
  const rows = ends.map((to) => {
    const row = joinAtoms(atoms.slice(from, to));
    from = to;
    return row;
  });
  const length = Math.max(0, ...rows.map((row) => row.length));
  const depth = Math.max(0, count - 1) * style.leading + style.thickness;
  const lines = rows.map((row, i) => (style.isVertical ? columnAt(row, i, count, length, style) : lineAt(row, i, count, length, style)));
  return { lines, isVertical: style.isVertical, width: style.isVertical ? depth : length, height: style.isVertical ? length : depth, cost };
}

/** Share of an ellipse's width at the middle of each of n lines, flattened a little: real letterers do not taper to a point. */
function ellipseProfile(n: number): number[] {
  if (n <= 2) return Array.from({ length: n }, () => 1);
  return Array.from({ length: n }, (_, i) => {
    const y = (Math.abs(i - (n - 1) / 2) / (n / 2)) * 0.86;
    return Math.sqrt(1 - y * y);
  });
}

type Row = { text: string; length: number; atoms: readonly Atom[] };

function joinAtoms(atoms: readonly Atom[]): Row {
  const first = atoms[0];
  const last = atoms.at(-1);
  if (!first || !last) return { text: '', length: 0, atoms };
  let [length, text] = [-first.blankBefore, ''];
  for (const atom of atoms) {
    length += atom.advance + atom.space;
    text += atom.text;
  }
  length += (last.hyphen?.advance ?? 0) - last.space - last.blankAfter;
  return { text: text.replaceAll('\n', ' '), length, atoms };
}

/** What one saying has of a set line: its glyphs and the room they take, relative to the block's centre, em. */
export type SetPiece = { saying: number; text: string; rect: Box; glyphs: AtomGlyph[] };

/** The line's pieces, one in the usual case; made only for the block that is chosen. */
export function linePieces({ atoms, origin, rect, text }: SetLine, isVertical: boolean): SetPiece[] {
  const pieces: SetPiece[] = [];
  const along = isVertical ? 'y' : 'x';
  let pen = -(atoms[0]?.blankBefore ?? 0);
  for (const [i, atom] of atoms.entries()) {
    let piece = pieces.at(-1);
    if (!piece || piece.saying !== (atom.saying ?? 0)) {
      if (piece) close(piece, origin[along] + pen, isVertical);
      pieces.push((piece = { saying: atom.saying ?? 0, text: '', rect: pieces.length === 0 ? { ...rect } : startingAt(rect, origin[along] + pen, isVertical), glyphs: [] }));
    }
    piece.text += atom.text;
    for (const g of atom.glyphs) piece.glyphs.push({ ...g, x: g.x + origin.x + (isVertical ? 0 : pen), y: g.y + origin.y + (isVertical ? pen : 0) });
    pen += atom.advance + (i < atoms.length - 1 ? atom.space : -atom.blankAfter);
  }
  const hyphen = atoms.at(-1)?.hyphen;
  if (hyphen) for (const g of hyphen.glyphs) pieces.at(-1)?.glyphs.push({ ...g, x: g.x + origin.x + (isVertical ? 0 : pen), y: g.y + origin.y + (isVertical ? pen : 0) });
  if (pieces.length <= 1) return pieces.map((piece) => ({ ...piece, text }));
  // The space between two sayings belongs to neither.
  return pieces.map((piece, i) => ({ ...piece, text: (i < pieces.length - 1 ? piece.text.trimEnd() : piece.text).replaceAll('\n', ' ') }));
}

function close(piece: SetPiece, end: number, isVertical: boolean): void {
  if (isVertical) piece.rect.height = Math.max(0, end - piece.rect.y);
  else piece.rect.width = Math.max(0, end - piece.rect.x);
}

function startingAt(rect: Box, start: number, isVertical: boolean): Box {
  if (isVertical) return { ...rect, y: start, height: Math.max(0, rect.y + rect.height - start) };
  return { ...rect, x: start, width: Math.max(0, rect.x + rect.width - start) };
}

function lineAt(row: Row, i: number, count: number, length: number, style: BlockStyle): SetLine {
  const y = (i - (count - 1) / 2) * style.leading;
  const x = style.isRound ? -row.length / 2 : -length / 2;
  return { text: row.text, rect: { x, y: y - style.thickness / 2, width: row.length, height: style.thickness }, atoms: row.atoms, origin: { x, y: y + style.middle } };
}

function columnAt(row: Row, i: number, count: number, length: number, style: BlockStyle): SetLine {
  const x = ((count - 1) / 2 - i) * style.leading;
  const y = -length / 2;
  return { text: row.text, rect: { x: x - style.thickness / 2, y, width: style.thickness, height: row.length }, atoms: row.atoms, origin: { x, y } };
}
