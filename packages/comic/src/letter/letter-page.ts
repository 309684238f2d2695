import { boxOf } from '../model/geometry.ts';
import { bubbleToHand, letterByHand } from './by-hand.ts';
import type { Fonts } from './fonts/load-fonts.ts';
import { meter } from './meter/meter.ts';
import { bubblesOf } from './place/bubbles-of.ts';
import { panelArea } from './place/panel-area.ts';
import { placePanel } from './place/place-panel.ts';
import { placeSounds, putSounds } from './place/place-sfx.ts';
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

/** The bubbles of one panel, in reading order. */
export function letterPanel(panel: PanelToLetter, page: PageToLetter, fonts: Fonts): Bubble[] {
  const area = panelArea(panel.polygon, page);
  const put = putSounds(panel, page, area, fonts);
  const placed = placePanel(panel, page, area, fonts, put.map((sound) => sound.box));
  const voices = bubblesOf(placed, planTails(placed, panel, area, page), panel, page);
  const sounds = placeSounds(panel, page, area, fonts, voices, put);
  if (sounds.length === 0) return voices;
  return panel.lines.flatMap((line) => (line.kind === 'sfx' ? sounds : voices).filter((bubble) => bubble.lineId === line.id));
}

/** Letters one panel of a page and measures it alone. Throws RangeError for a panel that the page has not. */
export function letterPanelOnly(page: PageToLetter, panelId: string, fonts: Fonts): LetteredPage {
  const panel = page.panels.find(({ id }) => id === panelId);
  if (!panel) throw new RangeError(`the page has no panel ${panelId}`);
  const bubbles = letterPanel(panel, page, fonts);
  return { bubbles, problems: meter({ ...page, panels: [panel] }, { bubbles, problems: [] }) };
}

/**
 * The bubbles of the panel that holds a line, while the line is dragged: all others stand where `before` (the bubbles
 * of the page as last lettered) shows them, so no place is searched. `letterPage` has the last word when it is dropped.
 * Throws RangeError for a line that the page has not.
 */
export function refitBubble(page: PageToLetter, lineId: string, before: readonly Bubble[], fonts: Fonts): Bubble[] {
  const panel = page.panels.find(({ lines }) => lines.some(({ id }) => id === lineId));
  if (!panel) throw new RangeError(`the page has no line ${lineId}`);
  const frame = { box: boxOf(panel.polygon) };
  const lines = panel.lines.map((line) => {
    if (line.id === lineId) return line;
    const own = bubblesOfLine(before, line.id);
    return own.length === 0 ? line : letterByHand(line, page.language, bubbleToHand(own, frame, line, page.language));
  });
  return letterPanel({ ...panel, lines }, page, fonts);
}

/** A line's bubbles and those inside them, as they follow one another on the page. */
export function bubblesOfLine(bubbles: readonly Bubble[], lineId: string): Bubble[] {
  const from = bubbles.findIndex((bubble) => bubble.lineId === lineId && !bubble.isInside);
  if (from < 0) return [];
  const found: Bubble[] = [];
  for (const bubble of bubbles.slice(from)) {
    if (bubble.lineId !== lineId && !bubble.isInside) break;
    found.push(bubble);
  }
  return found;
}
