/** Lettering: lines of a panel become bubbles on the page. The only door of this folder. */
export * from './types.ts';
export { estimateTextArea } from './estimate-text-area.ts';
export { FONT_FILES, type FontFile } from './fonts/font-files.ts';
export { fontChoicesFor, fontIdsFor, fontsFor, type FontChoice } from './fonts/font-chains.ts';
export { loadFonts, shapeRun, type Fonts, type ShapedGlyph, type ShapedRun } from './fonts/load-fonts.ts';
export { writeOutline, type Affine, type GlyphOutline } from './fonts/glyph-outline.ts';
export { bubblesOfLine, letterPage, letterPanelOnly, refitBubble } from './letter-page.ts';
export { aimTail, bubbleAt, bubbleToHand, letterByHand, moveBubble, moveTail, resizeBubble, turnSound, withoutPlaces, type HitBubble } from './by-hand.ts';
export { usualTurn } from './place/place-sfx.ts';
export { meter } from './meter/meter.ts';
export { bubblesSvg, type SvgOptions } from './svg/bubbles-svg.ts';
export { plainText, textOfLine } from './text/clean-text.ts';
