import { liveArea, sideOf } from '../page-frame.ts';
import type { LaidPage, LayoutInput } from '../types.ts';
import { legalCut } from './legal-cut.ts';
import { panelsOn } from './page-ground.ts';
import type { HandRun } from './hand-runs.ts';

/** The polygons of a page by hand, made legal for the side it stands on. Its run fits this book, so there is room. */
export function layHandPage({ page, from }: HandRun, number: number, input: Pick<LayoutInput, 'format' | 'direction' | 'titleHeight'>): LaidPage {
  const { format, direction } = input;
  const live = liveArea({ ...input, number: from === 0 ? 1 : number });
  // A title stands above the panels of page 1.
  const mayBleedTop = from > 0 || !((input.titleHeight ?? 0) > 0);
  const bleeds = mayBleedTop ? page.bleeds : Object.fromEntries(Object.entries(page.bleeds).map(([id, bleed]) => [id, { ...bleed, top: false }]));
  const frame = { template: page.template, bleeds };
  const ground = { format, direction, live };
  const cut = legalCut(page.cut, frame, ground) ?? page.cut;
  return { number, side: sideOf(number, direction), width: format.width, height: format.height, template: page.template, cut, panels: panelsOn(cut, frame, ground), handId: page.id };
}
