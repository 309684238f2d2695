import type { Fonts } from '../fonts/load-fonts.ts';
import { writeOutline } from '../fonts/glyph-outline.ts';
import { INK } from '../shape/bubble-shape.ts';
import type { Bubble, LetteredPage, PlacedGlyph } from '../types.ts';

export type SvgOptions = {
  /** Colour of lines and letters; black when absent. */
  ink?: string;
  /** Colour of the bubbles' paper; white when absent. */
  paper?: string;
};

/** Letters are written in whole numbers of this many u: a third of a pixel at 1000 dpi, and short. */
const QUANTUM = 0.04;

/**
 * The bubbles and letters of a page as an SVG fragment in page u. Letters are outlines: no font
 * is needed to show them. Joined bubbles share one outline. Byte for byte the same for the same input.
 */
export function bubblesSvg(lettered: LetteredPage, fonts: Fonts, options: SvgOptions = {}): string {
  const { ink = '#000', paper = '#fff' } = options;
  return `<g class="lettering" stroke-linejoin="round">${groups(lettered.bubbles).map((group) => groupSvg(group, fonts, ink, paper)).join('')}</g>`;
}

function groups(bubbles: readonly Bubble[]): Bubble[][] {
  const out: Bubble[][] = [];
  for (const bubble of bubbles) {
    if (bubble.joinsPrevious && out.length > 0) out.at(-1)!.push(bubble);
    else out.push([bubble]);
  }
  return out;
}

function groupSvg(group: readonly Bubble[], fonts: Fonts, ink: string, paper: string): string {
  const first = group[0]!;
  const outline = group.map((bubble) => bubble.outline).join('');
  const letters = group.map((bubble) => (bubble.kind === 'sfx' ? soundSvg(bubble, fonts, ink, paper) : lettersSvg(bubble.glyphs, fonts, ink))).join('');
  const body = outline === '' ? '' : bodySvg(first, outline, ink, paper);
  return `<g class="bubble ${first.kind}" data-line="${escapeAttribute(first.lineId)}">${body}${letters}</g>`;
}

/** All lines first, then all paper over them: bodies, tails and necks melt into one outline. */
function bodySvg(bubble: Bubble, outline: string, ink: string, paper: string): string {
  const width = 2 * (bubble.kind === 'narration' ? INK * 0.8 : bubble.kind === 'shout' ? INK * 1.15 : INK);
  const under = bubble.kind === 'whisper' ? `<path d="${outline}" fill="none" stroke="${paper}" stroke-width="${width}"/>` : '';
  const join = bubble.kind === 'shout' ? ' stroke-linejoin="miter"' : '';
  const dash = bubble.kind === 'whisper' ? ' stroke-dasharray="10 7"' : '';
  return `${under}<path d="${outline}" fill="none" stroke="${ink}" stroke-width="${Math.round(width * 10) / 10}"${dash}${join}/><path d="${outline}" fill="${paper}"/>`;
}

function lettersSvg(glyphs: readonly PlacedGlyph[], fonts: Fonts, ink: string): string {
  if (glyphs.length === 0) return '';
  const plain = glyphs.filter((glyph) => !glyph.bold);
  const letters = plain.length > 0 ? `<path transform="scale(${QUANTUM})" fill="${ink}" d="${lettersPath(plain, fonts)}"/>` : '';
  return letters + (plain.length < glyphs.length ? boldSvg(glyphs, fonts, ink) : '');
}

/** Letters without a bold font are thickened by a stroke of their own colour. */
function boldSvg(glyphs: readonly PlacedGlyph[], fonts: Fonts, ink: string): string {
  const byWidth = new Map<number, PlacedGlyph[]>();
  for (const glyph of glyphs) if (glyph.bold) byWidth.set(glyph.bold, [...(byWidth.get(glyph.bold) ?? []), glyph]);
  return [...byWidth].map(([bold, same]) => `<path transform="scale(${QUANTUM})" fill="${ink}" stroke="${ink}" stroke-width="${Math.round((bold / QUANTUM) * 10) / 10}" d="${lettersPath(same, fonts)}"/>`).join('');
}

/** Black letters with a broad white rim stand out on any drawing. */
function soundSvg(bubble: Bubble, fonts: Fonts, ink: string, paper: string): string {
  if (bubble.glyphs.length === 0) return '';
  const d = lettersPath(bubble.glyphs, fonts);
  const rim = Math.round(Math.max(3, Math.min(14, bubble.sizeU * 0.16)) / QUANTUM);
  return `<path transform="scale(${QUANTUM})" fill="${ink}" stroke="${paper}" stroke-width="${rim}" d="${d}"/><path transform="scale(${QUANTUM})" fill="${ink}" d="${d}"/>`;
}

function lettersPath(glyphs: readonly PlacedGlyph[], fonts: Fonts): string {
  return glyphs.map((glyph) => `M${Math.round(glyph.x / QUANTUM)} ${Math.round(glyph.y / QUANTUM)}${glyphPath(glyph, fonts)}`).join('');
}

const written = new WeakMap<Fonts, Map<string, string>>();
const CACHE = 12_000;

/** A glyph at its size and turn, relative to its origin. The same letters come again and again in a book. */
function glyphPath(glyph: PlacedGlyph, fonts: Fonts): string {
  let cache = written.get(fonts);
  if (!cache || cache.size > CACHE) written.set(fonts, (cache = new Map()));
  const key = `${glyph.fontId} ${glyph.glyphId} ${glyph.scale} ${glyph.turn} ${glyph.slant ?? ''}`;
  let d = cache.get(key);
  if (d === undefined) {
    const t = (glyph.turn * Math.PI) / 180;
    const [c, s, k] = [Math.cos(t), Math.sin(t), glyph.scale / QUANTUM];
    // Outlines have y up; the page has y down.
    const lean = glyph.slant ?? 0;
    d = writeOutline(fonts.outline(glyph.fontId, glyph.glyphId), { a: c * k, b: s * k, c: s * k + lean * c * k, d: -c * k + lean * s * k, e: 0, f: 0 }, true);
    cache.set(key, d);
  }
  return d;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
}
