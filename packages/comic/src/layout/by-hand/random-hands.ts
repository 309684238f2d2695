/** For tests only: books and pages by hand as wild as the model allows. */
import { PAGE_FORMATS } from '../../model/geometry.ts';
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import { DIRECTIONS, FORMATS, type FormatId } from '../../model/kinds.ts';
import { seededRandom, type Random } from '../../model/random.ts';
import type { LayoutInput, PanelToLay } from '../types.ts';

export function randomBook(seed: number, formats: readonly FormatId[] = FORMATS): LayoutInput {
  const random = seededRandom(`book:${seed}`);
  const panels = Array.from({ length: random.integer(1, 45) }, (_, i): PanelToLay => ({
    id: `p${i + 1}`, importance: random.integer(1, 6), textArea: random.chance(0.2) ? 0 : random.between(1_000, 90_000), opensScene: random.chance(0.1), isAction: random.chance(0.4),
    ...(random.chance(0.5) ? { aspect: random.between(0.3, 3) } : {}),
  }));
  return { panels, format: PAGE_FORMATS[random.pick(formats)], direction: random.pick(DIRECTIONS), seed, ...(random.chance(0.2) ? { titleHeight: random.integer(0, 900) } : {}) };
}

/** A tree over the panels in order. `wild`: weights and slants anywhere in the model's bounds. */
export function randomCut(ids: readonly string[], random: Random, wild: boolean, depth = 0): HandCut {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return { type: 'panel', id: only };
  const count = depth >= 6 ? ids.length : random.integer(2, Math.min(4, ids.length));
  const ends = Array.from({ length: count - 1 }, () => random.integer(1, ids.length - 1));
  const bounds = [...new Set([0, ...ends, ids.length])].sort((a, b) => a - b);
  const children = bounds.slice(1).map((end, i) => randomCut(ids.slice(bounds[i], end), random, wild, depth + 1));
  return {
    type: random.chance(0.6) === (depth % 2 === 0) ? 'rows' : 'columns', children,
    weights: children.map(() => (wild ? Math.min(50, 0.02 * 2 ** random.between(0, 11.2)) : random.between(0.8, 1.25))),
    slants: children.map((_, i) => (i === children.length - 1 || random.chance(0.4) ? 0 : wild ? random.integer(-400, 400) : random.integer(-40, 40))),
  };
}

export function randomPage(id: string, ids: readonly string[], random: Random, wild: boolean): PageByHand {
  const side = (): boolean => random.chance(0.5);
  const bleeds = Object.fromEntries(ids.filter(() => random.chance(0.4)).map((panel) => [panel, { left: side(), right: side(), top: side(), bottom: side() }]));
  return { id, template: 'by-hand', cut: randomCut(ids, random, wild), bleeds };
}

/** Pages that fit the script and pages that no longer do: panels gone, doubled, out of order, far apart, in two pages. */
export function randomHands(book: LayoutInput, seed: number): PageByHand[] {
  const random = seededRandom(`hands:${seed}`);
  const all = book.panels.map((panel) => panel.id);
  return Array.from({ length: random.integer(0, 5) }, (_, k) => {
    const from = random.integer(0, all.length - 1);
    const ids = all.slice(from, from + random.integer(1, random.chance(0.2) ? 12 : 6));
    const spoiled = ids.flatMap((id) => {
      const chance = random.next();
      if (chance < 0.06) return [`gone-${id}`];
      if (chance < 0.1) return [id, id];
      if (chance < 0.15) return ids.length > 1 ? [] : [id];
      if (chance < 0.18) return [random.pick(all)];
      return [id];
    });
    const named = spoiled.length > 0 ? spoiled.slice(0, 12) : ids;
    if (random.chance(0.15)) named.reverse();
    return randomPage(`h${k}`, named, random, random.chance(0.6));
  });
}
