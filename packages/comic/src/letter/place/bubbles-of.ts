import type { Point } from '../../model/geometry.ts';
import { seededRandom } from '../../model/random.ts';
import { bodyOutline } from '../shape/bubble-outline.ts';
import { neckBetween, type Tail } from '../shape/tail.ts';
import type { Bubble, PageToLetter, PanelToLetter, PlacedGlyph, TextRun } from '../types.ts';
import { lineGlyphs, type Block } from '../text/set-block.ts';
import { boxOfPath } from '../shape/flatten-path.ts';
import type { Placed } from './score.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** Turns placed shapes into the bubbles of the page. */
export function bubblesOf(placed: readonly Placed[], tails: readonly (Tail | undefined)[], panel: PanelToLetter, page: PageToLetter): Bubble[] {
  return placed.map((p, i) => {
    const { unit, shape } = p;
    const random = seededRandom(`${page.seed}:${unit.line.id}:${unit.part}`);
    const before = placed[i - 1];
    const neck = p.isLinked && before ? neckBetween({ outline: before.shape.inner, centre: before }, { outline: shape.inner, centre: p }) : '';
    const isEmpty = shape.block.lines.every((line) => line.atoms.every((atom) => atom.glyphs.length === 0));
    const outline = isEmpty ? '' : bodyOutline(shape, p, random) + (tails[i]?.d ?? '') + neck;
    return {
      lineId: unit.line.id, panelId: panel.id, kind: unit.kind, part: unit.part, partCount: unit.partCount,
      outline, box: isEmpty ? { x: round(p.x), y: round(p.y), width: 0, height: 0 } : boxOfPath(outline),
      ...(tails[i] && !isEmpty ? { tailTip: { x: round(tails[i].tip.x), y: round(tails[i].tip.y) } } : {}),
      ...setText(shape.block, p, shape.size), sizeU: round(shape.size), isVertical: shape.block.isVertical,
      ...(neck !== '' ? { joinsPrevious: true } : {}),
    };
  });
}

/** Glyphs and runs of a block at a place and size, page u. */
function setText(block: Block, at: Point, size: number): { glyphs: PlacedGlyph[]; runs: TextRun[] } {
  const glyphs = block.lines.flatMap((line) =>
    lineGlyphs(line, block.isVertical).map((g) => ({ fontId: g.fontId, glyphId: g.glyphId, x: round(at.x + g.x * size), y: round(at.y + g.y * size), scale: g.unit * size, turn: g.turn })),
  );
  const runs = block.lines.map(({ text, rect }) => ({
    text, isVertical: block.isVertical, sizeU: round(size),
    box: { x: round(at.x + rect.x * size), y: round(at.y + rect.y * size), width: round(rect.width * size), height: round(rect.height * size) },
  }));
  return { glyphs, runs };
}
