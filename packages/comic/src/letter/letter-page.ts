import type { Fonts } from './fonts/load-fonts.ts';
import { meter } from './meter/meter.ts';
import { bubblesOf } from './place/bubbles-of.ts';
import { panelArea } from './place/panel-area.ts';
import { placePanel } from './place/place-panel.ts';
import { placeSounds } from './place/place-sfx.ts';
import { planTails } from './place/plan-tails.ts';
import type { Bubble, LetteredPage, PageToLetter, PanelToLetter } from './types.ts';

/**
 * Letters a page: every line of every panel becomes at least one bubble, in reading order.
 * What could not be done well is listed in `problems`. The same input gives the same bubbles.
 */
export function letterPage(page: PageToLetter, fonts: Fonts): LetteredPage {
  const bubbles = page.panels.flatMap((panel) => letterPanel(panel, page, fonts));
  return { bubbles, problems: meter(page, { bubbles, problems: [] }) };
}

function letterPanel(panel: PanelToLetter, page: PageToLetter, fonts: Fonts): Bubble[] {
  const area = panelArea(panel.polygon, page);
  const placed = placePanel(panel, page, area, fonts);
  const voices = bubblesOf(placed, planTails(placed, panel, area), panel, page);
  const sounds = placeSounds(panel, page, area, fonts, voices);
  if (sounds.length === 0) return voices;
  return panel.lines.flatMap((line) => (line.kind === 'sfx' ? sounds : voices).filter((bubble) => bubble.lineId === line.id));
}
