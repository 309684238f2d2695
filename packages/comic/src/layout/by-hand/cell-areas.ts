/** The upright areas of all parts of a cut tree, with the gutter lines that bound them. */
import type { Box } from '../../model/geometry.ts';
import { partsOf, type HalfPlane } from '../polygons-of.ts';
import type { Cut } from '../types.ts';
import { regionsOf, type PageGround } from './page-ground.ts';

/** In reading coordinates: a right-to-left page is mirrored, so that columns run from left to right. */
export type CellArea = { node: Cut; path: number[]; area: Box; planes: HalfPlane[]; /** The whole region, u. */ frame: Box };

/** Every node of the tree, parents before children. Nodes above the strips of a 4-koma page are absent. */
export function cellAreas(cut: Cut, template: string, ground: PageGround): CellArea[] {
  const { format, direction } = ground;
  const found: CellArea[] = [];
  const walk = (cell: CellArea): void => {
    found.push(cell);
    const { node, path, frame } = cell;
    if (node.type === 'panel') return;
    partsOf(node, cell.area, cell.planes, format).forEach(([child, part], i) => walk({ node: child, path: [...path, i], ...part, frame }));
  };
  for (const { cut: node, live, path } of regionsOf(cut, template, ground)) {
    const frame = direction === 'rtl' ? { ...live, x: format.width - live.x - live.width } : live;
    walk({ node, path, area: frame, planes: [], frame });
  }
  return found;
}

export function areaAt(cells: readonly CellArea[], path: readonly number[]): Box | undefined {
  return cells.find((cell) => cell.path.length === path.length && cell.path.every((index, i) => index === path[i]))?.area;
}
