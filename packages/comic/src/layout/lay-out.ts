import { saneDemand } from './demand.ts';
import { layBook } from './lay-book.ts';
import { layFourKoma } from './lay-four-koma.ts';
import { layWebtoon } from './lay-webtoon.ts';
import type { LaidPage, LayoutInput } from './types.ts';

/**
 * Lays panels out in script order on pages of polygons. Pure: the same input gives the same pages.
 * Every panel appears once; no panels give no pages. Lengths are page units (1/150 inch). Panels whose
 * text needs more than a page stand alone on one; 4-koma panels are equal and take no account of text.
 * Pages by hand hold what `handRuns` finds of them. Pages are remembered and shared: do not change them.
 */
export function layOut(input: LayoutInput): LaidPage[] {
  const sane = { ...input, panels: input.panels.map(saneDemand) };
  if (input.format.id === '4-koma') return layFourKoma(sane);
  if (input.format.id === 'webtoon') return layWebtoon(sane);
  return layBook(sane);
}
