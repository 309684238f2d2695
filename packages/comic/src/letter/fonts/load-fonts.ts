import * as hb from 'harfbuzzjs';
import type { FontId, FontSource } from '../types.ts';
import { glyfReader, type GlyfReader } from './glyf-table.ts';
import { outlineFromCommands, type GlyphOutline } from './glyph-outline.ts';
import { SYMBOL_BASE, SYMBOL_UPEM, symbolOutline } from './drawn-symbols.ts';

/** One glyph of a shaped horizontal run; lengths in em. */
export type ShapedGlyph = { glyphId: number; x: number; y: number; advance: number; /** UTF-16 index into the run. */ cluster: number };
export type ShapedRun = { fontId: FontId; glyphs: ShapedGlyph[]; /** em */ advance: number };
/** Ink of a glyph in em: x from its origin, y up from the baseline. */
export type Ink = { left: number; right: number; top: number; bottom: number };

/** Open fonts with their caches. Reading is cheap; the same instance serves many pages. */
export type Fonts = {
  readonly ids: readonly FontId[];
  has(id: FontId, codePoint: number): boolean;
  /** em per unit of the glyph's outline. */
  unit(id: FontId, glyphId: number): number;
  outline(id: FontId, glyphId: number): GlyphOutline;
  ink(id: FontId, glyphId: number): Ink;
  shape(id: FontId, text: string): ShapedRun;
  /** The upright glyph for vertical setting, and whether the font has a vertical form for it. */
  verticalGlyph(id: FontId, codePoint: number): { glyphId: number; hasForm: boolean; advance: number };
};

type OpenFont = {
  font: hb.Font; upem: number; readGlyf: GlyfReader | undefined; coverage: Map<number, number>; outlines: Map<number, GlyphOutline>; inks: Map<number, Ink>;
  runs: Map<string, ShapedRun>; vertical: Map<number, { glyphId: number; hasForm: boolean; advance: number }>;
};

const RUN_CACHE = 8_000;

/**
 * Opens the fonts named by `ids` from `source`.
 * Throws an Error naming the font when its bytes cannot be had or are not a font.
 */
export async function loadFonts(source: FontSource, ids: readonly FontId[]): Promise<Fonts> {
  const open = new Map<FontId, OpenFont>();
  for (const id of new Set(ids)) open.set(id, await openFont(source, id));
  const get = (id: FontId): OpenFont => {
    const font = open.get(id);
    if (!font) throw new Error(`font ${id} is not loaded`);
    return font;
  };
  return {
    ids: [...open.keys()],
    has: (id, codePoint) => open.has(id) && glyphOf(get(id), codePoint) > 0,
    unit: (id, glyphId) => 1 / (glyphId >= SYMBOL_BASE ? SYMBOL_UPEM : get(id).upem),
    outline: (id, glyphId) => (glyphId >= SYMBOL_BASE ? symbolOutline(glyphId) : outlineOf(get(id), glyphId)),
    ink: (id, glyphId) => (glyphId >= SYMBOL_BASE ? { left: 0.08, right: 0.92, top: 0.8, bottom: -0.05 } : inkOf(get(id), glyphId)),
    shape: (id, text) => shapeText(get(id), id, text),
    verticalGlyph: (id, codePoint) => verticalGlyphOf(get(id), codePoint),
  };
}

/** Shapes a horizontal run (kerning, ligatures) in one font. Lengths in em. */
export function shapeRun(fonts: Fonts, id: FontId, text: string): ShapedRun {
  return fonts.shape(id, text);
}

async function openFont(source: FontSource, id: FontId): Promise<OpenFont> {
  let bytes: ArrayBuffer;
  try {
    bytes = await source(id);
  } catch (cause) {
    throw new Error(`font ${id} could not be read`, { cause });
  }
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  if (![0x41, 0x3042, 0x1f600].some((sign) => font.nominalGlyph(sign))) throw new Error(`font ${id} is not a usable font file`);
  return { font, upem: face.upem, readGlyf: glyfReader((tag) => face.referenceTable(tag)), coverage: new Map(), outlines: new Map(), inks: new Map(), runs: new Map(), vertical: new Map() };
}

function glyphOf(open: OpenFont, codePoint: number): number {
  let glyph = open.coverage.get(codePoint);
  if (glyph === undefined) open.coverage.set(codePoint, (glyph = open.font.nominalGlyph(codePoint) ?? 0));
  return glyph;
}

function outlineOf(open: OpenFont, glyphId: number): GlyphOutline {
  let outline = open.outlines.get(glyphId);
  if (!outline) open.outlines.set(glyphId, (outline = open.readGlyf?.(glyphId) ?? outlineFromCommands(open.font.glyphToJson(glyphId))));
  return outline;
}

function inkOf(open: OpenFont, glyphId: number): Ink {
  let ink = open.inks.get(glyphId);
  if (!ink) {
    const e = open.font.glyphExtents(glyphId) ?? { xBearing: 0, yBearing: 0, width: 0, height: 0 };
    const u = open.upem;
    ink = { left: e.xBearing / u, right: (e.xBearing + e.width) / u, top: e.yBearing / u, bottom: (e.yBearing + e.height) / u };
    open.inks.set(glyphId, ink);
  }
  return ink;
}

function shapeText(open: OpenFont, id: FontId, text: string): ShapedRun {
  const known = open.runs.get(text);
  if (known) return known;
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(hb.Direction.LTR);
  hb.shape(open.font, buffer);
  let pen = 0;
  const glyphs = buffer.getGlyphInfosAndPositions().map((g) => {
    const advance = (g.xAdvance ?? 0) / open.upem;
    const glyph = { glyphId: g.codepoint, x: pen + (g.xOffset ?? 0) / open.upem, y: (g.yOffset ?? 0) / open.upem, advance, cluster: g.cluster };
    pen += advance;
    return glyph;
  });
  const run = { fontId: id, glyphs, advance: pen };
  if (open.runs.size > RUN_CACHE) open.runs.clear();
  open.runs.set(text, run);
  return run;
}

function verticalGlyphOf(open: OpenFont, codePoint: number): { glyphId: number; hasForm: boolean; advance: number } {
  const known = open.vertical.get(codePoint);
  if (known) return known;
  const buffer = new hb.Buffer();
  buffer.addText(String.fromCodePoint(codePoint));
  buffer.setDirection(hb.Direction.TTB);
  buffer.setScript('Hani');
  hb.shape(open.font, buffer);
  const glyphId = buffer.getGlyphInfos()[0]?.codepoint ?? 0;
  const found = { glyphId, hasForm: glyphId !== glyphOf(open, codePoint), advance: open.font.glyphHAdvance(glyphId) / open.upem };
  open.vertical.set(codePoint, found);
  return found;
}
