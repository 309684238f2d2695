import { MIN_SIDE } from '../demand.ts';
import { singleBand, spaceBefore, type Band } from '../strip-band.ts';
import type { Cut, LayoutInput, PanelToLay } from '../types.ts';
import { leavesOf } from './cut-tree.ts';
import type { HandRun } from './hand-runs.ts';
import { stripRows } from './strip-rows.ts';

/** Tallest band, and the least distance between two, u. */
export const BAND_MOST = 10_000;
const SPACE_LEAST = 20;

/**
 * The bands of a strip by hand: heights and distances from its tree, the rest as usual. Columns stand side by
 * side when all have an inch of width; what is nested deeper comes one below the other.
 */
export function handBands({ page, from, to }: HandRun, usual: readonly Band[], above: Band | undefined, input: LayoutInput): Band[] {
  const panels = new Map(input.panels.slice(from, to).map((panel) => [panel.id, panel]));
  const own = new Map(usual.map((band) => [keyOf(band.panels), band]));
  const bands: Band[] = [];
  let gap = 0;
  for (const row of stripRows(page.cut)) {
    const ids = leavesOf(row.node);
    const groups = sideBySide(row.node, input) ? [ids] : ids.map((id) => [id]);
    for (const [i, group] of groups.entries()) {
      const inside = group.flatMap((id) => panels.get(id) ?? []);
      const [first] = inside;
      if (!first) continue;
      const before = bands.at(-1) ?? above;
      const band = own.get(keyOf(inside)) ?? fresh(inside, first, before, input);
      const height = row.height === undefined || groups.length > 1 ? band.height : Math.round(Math.min(BAND_MOST, Math.max(MIN_SIDE + 1, row.height)));
      const widths = inside.length > 1 ? (widthsOf(row.node, input) ?? band.widths) : band.widths;
      bands.push({ ...band, height, widths, space: Math.max(SPACE_LEAST, band.space + (i === 0 ? gap : 0)) });
    }
    gap = row.gap;
  }
  return bands;
}

function fresh(inside: PanelToLay[], first: PanelToLay, before: Band | undefined, input: LayoutInput): Band {
  const single = singleBand(first, before, input.format, 0);
  if (inside.length === 1) return single;
  const height = Math.max(...inside.map((panel) => singleBand(panel, before, input.format, 0).height));
  return { panels: inside, widths: [], x: input.format.safe, height, space: spaceBefore(first, before, input.format.gutter.row) };
}

function sideBySide(node: Cut, input: LayoutInput): boolean {
  return node.type === 'columns' && widthsOf(node, input) !== undefined;
}

/** Widths of columns, or undefined when they are too narrow or not plain panels. */
function widthsOf(node: Cut, { format }: LayoutInput): number[] | undefined {
  if (node.type !== 'columns' || node.children.some((child) => child.type !== 'panel')) return undefined;
  const free = format.width - 2 * format.safe - format.gutter.column * (node.children.length - 1);
  const weights = node.children.map((_, i) => node.weights?.[i] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => (free * weight) / total);
  if (widths.every((width) => width >= MIN_SIDE)) return widths;
  const even = free / weights.length;
  return even >= MIN_SIDE ? weights.map(() => even) : undefined;
}

function keyOf(panels: readonly PanelToLay[]): string {
  return panels.map((panel) => panel.id).join('\n');
}
