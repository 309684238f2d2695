import { boxOf, type Box, type Point } from '../../model/geometry.ts';
import { seededRandom } from '../../model/random.ts';
import { bodyOutline } from '../shape/bubble-outline.ts';
import { neckBetween, type Tail } from '../shape/tail.ts';
import type { Bubble, PageToLetter, PanelToLetter, PlacedGlyph, TextRun } from '../types.ts';
import { linePieces, type Block } from '../text/set-block.ts';
import { boxOfPath } from '../shape/flatten-path.ts';
import type { Placed } from './score.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** Turns placed shapes into the bubbles of the page; further lines in one outline follow it as bubbles without. */
export function bubblesOf(placed: readonly Placed[], tails: readonly (Tail | undefined)[], panel: PanelToLetter, page: PageToLetter): Bubble[] {
  return placed.flatMap((p, i) => {
    const { unit, shape } = p;
    const random = seededRandom(`${page.seed}:${unit.line.id}:${unit.part}`);
    const before = placed[i - 1];
    const neck = p.isLinked && before ? neckBetween({ outline: before.shape.inner, centre: before }, { outline: shape.inner, centre: p }) : '';
    const isEmpty = shape.block.lines.every((line) => line.atoms.every((atom) => atom.glyphs.length === 0));
    const outline = isEmpty ? '' : bodyOutline(shape, p, random) + (tails[i]?.d ?? '') + neck;
    const base = { panelId: panel.id, kind: unit.kind, sizeU: round(shape.size), isVertical: shape.block.isVertical };
    const [own, ...others] = [unit.line, ...unit.further].map((line, saying) => ({ line, set: setText(shape.block, p, shape.size, saying) }));
    return [
      {
        ...base, lineId: unit.line.id, part: unit.part, partCount: unit.partCount,
        outline, box: isEmpty ? { x: round(p.x), y: round(p.y), width: 0, height: 0 } : boxOfPath(outline),
        ...(tails[i] && !isEmpty ? { tailTip: { x: round(tails[i].tip.x), y: round(tails[i].tip.y) } } : {}),
        ...own!.set, ...(neck !== '' ? { joinsPrevious: true } : {}),
      },
      ...others.map(({ line, set }): Bubble => ({ ...base, lineId: line.id, part: 0, partCount: 1, outline: '', box: boxAround(set.runs.map((run) => run.box)), ...set, joinsPrevious: true, isInside: true })),
    ];
  });
}

function boxAround(boxes: readonly Box[]): Box {
  const box = boxOf(boxes.flatMap((b) => [{ x: b.x, y: b.y }, { x: b.x + b.width, y: b.y + b.height }]));
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}

/** Glyphs and runs of one saying of a block at a place and size, page u. */
function setText(block: Block, at: Point, size: number, saying: number): { glyphs: PlacedGlyph[]; runs: TextRun[] } {
  const pieces = block.lines.flatMap((line) => linePieces(line, block.isVertical)).filter((piece) => piece.saying === saying);
  const glyphs = pieces.flatMap((piece) =>
    piece.glyphs.map((g) => ({ fontId: g.fontId, glyphId: g.glyphId, x: round(at.x + g.x * size), y: round(at.y + g.y * size), scale: g.unit * size, turn: g.turn, ...(g.bold ? { bold: round(g.bold * size) } : {}), ...(g.slant ? { slant: g.slant } : {}) })),
  );
  const runs = pieces.map(({ text, rect }, i) => ({
    text: saying < lastSaying(block) && i === pieces.length - 1 ? text.trimEnd() : text, isVertical: block.isVertical, sizeU: round(size),
    box: { x: round(at.x + rect.x * size), y: round(at.y + rect.y * size), width: round(rect.width * size), height: round(rect.height * size) },
  }));
  return { glyphs, runs };
}

const lastSaying = (block: Block): number => block.lines.at(-1)?.atoms.at(-1)?.saying ?? 0;
