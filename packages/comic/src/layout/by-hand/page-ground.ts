/** Where the cells of a page by hand stand: one area for all of them, or the strips of a 4-koma page. */
import type { Box, PageFormat } from '../../model/geometry.ts';
import type { PageByHand } from '../../model/hand-made.ts';
import type { Direction } from '../../model/kinds.ts';
import { liveArea } from '../page-frame.ts';
import { NO_BLEED, flipBleed, polygonsOf, type Bleed } from '../polygons-of.ts';
import type { Cut, LaidPanel } from '../types.ts';

/** What a page is cut from. The editor gives format and direction of the book. */
export type PageGround = { format: PageFormat; direction: Direction; /** Live area, u; that of a left page of the book when absent. */ live?: Box };

/** A part of the tree with the area it fills; `path` leads to it from the root. */
export type Region = { cut: Cut; live: Box; path: number[] };

const FOUR = 4;

export function liveOf(ground: PageGround): Box {
  return ground.live ?? liveArea({ ...ground, number: 2 });
}

/** A 4-koma page keeps its strips: each is half the page wide and a strip of fewer than four panels is shorter. */
export function regionsOf(cut: Cut, template: string, ground: PageGround): Region[] {
  const live = liveOf(ground);
  const strips = template === '4-koma' && ground.format.id === '4-koma' ? stripsOf(cut) : undefined;
  if (!strips) return [{ cut, live, path: [] }];
  const { gutter } = ground.format;
  const width = (live.width - gutter.column) / 2;
  const cell = (live.height - gutter.row * (FOUR - 1)) / FOUR;
  return strips.map((strip, i) => {
    const isRightHand = (i === 0) === (ground.direction === 'rtl');
    const count = strip.type === 'panel' ? 1 : strip.children.length;
    const height = Math.min(live.height, count * cell + (count - 1) * gutter.row);
    return { cut: strip, live: { x: isRightHand ? live.x + width + gutter.column : live.x, y: live.y, width, height }, path: strips.length === 1 ? [] : [i] };
  });
}

/** Panels of a page by hand in reading order; bleeds count at the edges of the page only. */
export function panelsOn(cut: Cut, page: Pick<PageByHand, 'template' | 'bleeds'>, ground: PageGround): LaidPanel[] {
  const { format, direction } = ground;
  const regions = regionsOf(cut, page.template, ground);
  const isWhole = regions.length === 1 && regions[0]?.cut === cut && regions[0].live.width === liveOf(ground).width;
  const bleeds = isWhole && format.bleed > 0 ? edgeBleeds(cut, page.bleeds, direction) : new Map<string, Bleed>();
  return regions.flatMap((region) => polygonsOf({ cut: region.cut, live: region.live, format, direction, bleeds }));
}

/** Only sides at the edge of the page can bleed. */
export function edgeBleeds(cut: Cut, wished: Readonly<Record<string, Bleed>>, direction: Direction): Map<string, Bleed> {
  const found = new Map<string, Bleed>();
  for (const [id, edge] of edgesOf(cut, direction)) {
    const wish = wished[id];
    if (!wish) continue;
    const bleed = { left: wish.left && edge.left, right: wish.right && edge.right, top: wish.top && edge.top, bottom: wish.bottom && edge.bottom };
    if (Object.values(bleed).some(Boolean)) found.set(id, bleed);
  }
  return found;
}

/** Panel id -> the sides at which it meets the edge of the live area. */
export function edgesOf(cut: Cut, direction: Direction): Map<string, Bleed> {
  const found = new Map<string, Bleed>();
  const walk = (node: Cut, edge: Bleed): void => {
    if (node.type === 'panel') {
      found.set(node.id, direction === 'rtl' ? flipBleed(edge) : edge);
      return;
    }
    const last = node.children.length - 1;
    node.children.forEach((child, i) => walk(child, node.type === 'rows' ? { ...edge, top: edge.top && i === 0, bottom: edge.bottom && i === last } : { ...edge, left: edge.left && i === 0, right: edge.right && i === last }));
  };
  walk(cut, { ...NO_BLEED, left: true, right: true, top: true, bottom: true });
  return found;
}

function stripsOf(cut: Cut): Cut[] | undefined {
  const isStrip = (node: Cut): boolean => node.type === 'panel' || (node.type === 'rows' && node.children.every((child) => child.type === 'panel'));
  if (isStrip(cut)) return [cut];
  return cut.type === 'columns' && cut.children.length === 2 && cut.children.every(isStrip) ? cut.children : undefined;
}
