/** The engine's second door for a browser, loaded when words are to be seen: drawn panels in, lettered pages out. */
export { finishPage, letteringInks, pageToLetter } from './finish-page.ts';
export { bubblesSvg, fontIdsFor, letterPanelOnly, loadFonts, type FontId, type Fonts } from '../letter/index.ts';
export { FONT_FILES } from '../letter/fonts/font-files.ts';
export { pageDocument, pageSize } from '../export/page-document.ts';
export type { FinishedPage } from '../export/types.ts';
