/** Takes a finished page apart again: paper, pictures, frames, bubbles and letters, each as its own SVG fragment. */
import type { LaidPanel } from '../layout/index.ts';
import { toneDefs } from '../draw/pen/tone.ts';
import type { Bubble } from '../letter/index.ts';
import type { Box } from '../model/geometry.ts';
import type { FinishedPage } from './types.ts';

/** `picture` is not clipped: it fills the panel's box and a little more than its polygon. Empty where nothing is drawn yet. */
export type PanelLayer = { panel: LaidPanel; picture: string; clipped: string; frame: string };
/** Bubbles joined by necks are one layer; `shape` is empty for sound effects, which have no bubble. */
export type BubbleLayer = { lineId: string; bubbles: Bubble[]; shape: string; letters: string };
export type PageLayers = { ground: string; panels: PanelLayer[]; bubbles: BubbleLayer[]; /** Lettering of covers and other pages without bubbles. */ rest: string };

/** Throws RangeError for a page whose art was thrown away. */
export function pageLayers(page: FinishedPage): PageLayers {
  const starts = page.laid.panels.map((panel) => ({ panel, at: page.art.indexOf(`<clipPath id="c${page.laid.number}-${panel.id}">`) }));
  for (const { panel, at } of starts) if (at < 0) throw new RangeError(`page ${page.laid.number} has no art for panel ${panel.id}`);
  const ends = starts.map(({ at }) => Math.min(page.art.length, ...starts.map((other) => other.at).filter((other) => other > at)));
  const first = Math.min(page.art.length, ...starts.map(({ at }) => at));
  return { ground: page.art.slice(0, first), panels: starts.map(({ panel, at }, i) => panelLayer(panel, page.art.slice(at, ends[i]))), ...letteringOf(page) };
}

function panelLayer(panel: LaidPanel, svg: string): PanelLayer {
  const clipEnd = svg.indexOf('</clipPath>') + '</clipPath>'.length;
  const outline = /<path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  // The frame is the last path along the polygon.
  const frameAt = svg.lastIndexOf(`<path d="${outline}"`);
  const inside = svg.slice(clipEnd, frameAt);
  return { panel, picture: inside.replace(/^<g clip-path="[^"]*">/, '<g>'), clipped: svg.slice(0, frameAt), frame: svg.slice(frameAt) };
}

const GROUP = /<g class="bubble [a-z]+" data-line="([^"]*)">(.*?)<\/g>/gs;
const PATH = /<path\b[^>]*\/>/g;

/** Letters are the paths that are written small and scaled; all others are bodies of bubbles. */
function letteringOf(page: FinishedPage): Pick<PageLayers, 'bubbles' | 'rest'> {
  const groups = groupsOf(page.lettered.bubbles);
  const found = [...page.lettering.matchAll(GROUP)];
  if (found.length === 0) return { bubbles: [], rest: page.lettering };
  const bubbles = found.map(([, , body], i): BubbleLayer => {
    const paths = body!.match(PATH) ?? [];
    const own = groups[i] ?? [];
    return { lineId: own[0]?.lineId ?? '', bubbles: own, shape: paths.filter((path) => !path.startsWith('<path transform=')).join(''), letters: paths.filter((path) => path.startsWith('<path transform=')).join('') };
  });
  return { bubbles, rest: '' };
}

function groupsOf(bubbles: readonly Bubble[]): Bubble[][] {
  const groups: Bubble[][] = [];
  for (const bubble of bubbles) {
    if (bubble.joinsPrevious && groups.length > 0) groups.at(-1)!.push(bubble);
    else groups.push([bubble]);
  }
  return groups;
}

/** A whole SVG document of a part of the page; `box` in page u. Tones are many and only there where something is painted with them. */
export function partDocument(svg: string, box: Box): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box.x} ${box.y} ${box.width} ${box.height}" width="${box.width}" height="${box.height}">${svg.includes('url(#') ? `<defs>${toneDefs()}</defs>` : ''}<g stroke-linejoin="round">${svg}</g></svg>`;
}

export function unionOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
