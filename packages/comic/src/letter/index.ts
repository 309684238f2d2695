/** Lettering: lines of a panel become bubbles on the page. The only door of this folder. */
export * from './types.ts';
export { estimateTextArea } from './estimate-text-area.ts';
export { FONT_FILES, type FontFile } from './fonts/font-files.ts';
export { fontIdsFor, fontsFor } from './fonts/font-chains.ts';
export { loadFonts, shapeRun, type Fonts, type ShapedGlyph, type ShapedRun } from './fonts/load-fonts.ts';
export { writeOutline, type Affine, type GlyphOutline } from './fonts/glyph-outline.ts';
export { letterPage } from './letter-page.ts';
export { meter } from './meter/meter.ts';
export { bubblesSvg, type SvgOptions } from './svg/bubbles-svg.ts';
export { plainText, textOfLine } from './text/clean-text.ts';
