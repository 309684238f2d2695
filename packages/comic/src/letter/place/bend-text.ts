import { boxOf, type Box, type Point } from '../../model/geometry.ts';
import type { Atom, AtomGlyph } from '../text/atom.ts';
import { EM_CENTRE } from '../text/vertical-cells.ts';

/** Letters along an arc, each turned with it; em. `box` holds their em squares. */
export type BentText = { glyphs: AtomGlyph[]; box: Box };

export type Bend = { isVertical: boolean; /** Degrees, clockwise. */ tilt: number; /** -1..1: how much the line arches. */ arch: number; /** How much the letters differ in size. */ swell: number; /** Longest row, em. */ longest?: number | undefined };

/** Longest row of a sound before it is set in two or more, em. */
const LONGEST = 9;

export function bendText(atoms: readonly Atom[], bend: Bend): BentText {
  const rows = rowsOf(atoms, bend.longest ?? LONGEST);
  const glyphs: AtomGlyph[] = [];
  const corners: Point[] = [];
  rows.forEach((row, r) => bendRow(row, (r - (rows.length - 1) / 2) * 1.02, bend, glyphs, corners));
  if (corners.length === 0) corners.push({ x: -0.5, y: -0.5 }, { x: 0.5, y: 0.5 });
  return { glyphs, box: boxOf(corners) };
}

function rowsOf(atoms: readonly Atom[], longest: number): Atom[][] {
  const length = atoms.reduce((sum, a) => sum + a.advance + a.space, 0);
  const aim = length / Math.ceil(length / Math.max(1, longest));
  const rows: Atom[][] = [[]];
  let filled = 0;
  for (const atom of atoms) {
    if (filled >= aim * 0.98 && rows.at(-1)!.length > 0) {
      rows.push([]);
      filled = 0;
    }
    rows.at(-1)!.push(atom);
    filled += atom.advance + atom.space;
  }
  return rows;
}

function bendRow(row: readonly Atom[], offset: number, bend: Bend, glyphs: AtomGlyph[], corners: Point[]): void {
  const letters = row.flatMap((atom) => lettersOf(atom, bend.isVertical));
  const length = letters.reduce((sum, l) => sum + l.advance, 0);
  const curve = (bend.arch * 0.9) / Math.max(3, length);
  let pen = -length / 2;
  letters.forEach((letter, i) => {
    const t = pen + letter.advance / 2;
    pen += letter.advance;
    const phi = t * curve;
    const along = Math.abs(curve) < 1e-6 ? t : Math.sin(phi) / curve;
    const sag = Math.abs(curve) < 1e-6 ? 0 : (1 - Math.cos(phi)) / curve;
    const at = bend.isVertical ? { x: -offset - sag, y: along } : { x: along, y: offset + sag };
    const size = 1 + bend.swell * Math.sin(i * 1.9 + 0.6);
    const angle = bend.tilt + (phi * 180) / Math.PI;
    place(letter, rotate(at, bend.tilt), angle, size, bend.isVertical, glyphs, corners);
  });
}

type Letter = { glyphs: AtomGlyph[]; advance: number };

/** One letter each, with its origin in its middle. */
function lettersOf(atom: Atom, isVertical: boolean): Letter[] {
  if (isVertical) return [{ glyphs: atom.glyphs.map((g) => ({ ...g, y: g.y - atom.advance / 2 })), advance: atom.advance * 0.96 + atom.space }];
  const count = atom.glyphs.length;
  const letters = atom.glyphs.map((g, i) => {
    const end = i + 1 < count ? atom.glyphs[i + 1]!.x : atom.advance;
    const advance = Math.max(0.05, end - g.x);
    return { glyphs: [{ ...g, x: -advance / 2, y: g.y + EM_CENTRE }], advance: advance + 0.02 };
  });
  if (letters.length > 0) letters.at(-1)!.advance += atom.space;
  return letters;
}

function place(letter: Letter, at: Point, angle: number, size: number, isVertical: boolean, glyphs: AtomGlyph[], corners: Point[]): void {
  for (const g of letter.glyphs) {
    const p = rotate({ x: g.x * size, y: g.y * size }, angle);
    glyphs.push({ ...g, x: at.x + p.x, y: at.y + p.y, unit: g.unit * size, turn: g.turn + angle });
  }
  const [w, h] = isVertical ? [0.5 * size, (letter.advance / 2) * size] : [(letter.advance / 2) * size, 0.46 * size];
  for (const [x, y] of [[-w, -h], [w, -h], [w, h], [-w, h]]) {
    const p = rotate({ x: x!, y: y! }, angle);
    corners.push({ x: at.x + p.x, y: at.y + p.y });
  }
}

function rotate(p: Point, degrees: number): Point {
  const t = (degrees * Math.PI) / 180;
  return { x: p.x * Math.cos(t) - p.y * Math.sin(t), y: p.x * Math.sin(t) + p.y * Math.cos(t) };
}
