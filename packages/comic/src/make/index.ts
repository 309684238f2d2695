/** The engine's door for programs: story in, finished pages and files out. */
export { storyboardArtist } from './artist.ts';
export { drawPanelOf, roomForWords } from './draw-panel-of.ts';
export { drawPrompt } from './draw-prompt.ts';
export { fitDrawing, guidedDrawing, pictureDrawing, placeInFrame, type Guide, type Size } from './fit-drawing.ts';
export { directedBook, panelFacts } from './panel-facts.ts';
export { panelPrompt, peopleToShow, promptFacts, type PanelPrompt, type PromptInput, type PromptWish } from '../prompt/panel-prompt.ts';
export { personSheet } from '../prompt/person-sheet.ts';
export { readRequest } from './another-view.ts';
export type { Request } from '../direct/request/read-request.ts';
export { exportStrip } from './export-strip.ts';
export { asWebtoon, assembleBook, finishBook, type MakeTools } from './finish-book.ts';
export { creditsOf, finishPage, pageToLetter, type FinishInput } from './finish-page.ts';
export { inLanguage, isUntranslated, untranslatedIn, type EditionBook } from './in-language.ts';
export {
  aimTail, bubbleAt, bubblesOfLine, bubblesSvg, bubbleToHand, fontChoicesFor, letterByHand, letterPage, letterPanelOnly, moveBubble, moveTail, refitBubble, resizeBubble, turnSound, usualTurn, withoutPlaces,
  type Bubble, type FontChoice, type HitBubble, type LetteredPage, type PageToLetter, type Problem,
} from '../letter/index.ts';
export { planPages, type PagePlan } from './plan-pages.ts';
export * from '../layout/by-hand/index.ts';
export type { Cut, LaidPage, LaidPanel } from '../layout/index.ts';
export { openReading, type StoryReading } from './open-reading.ts';
export { scriptBook, type ScriptOptions } from './script-book.ts';
export { loadPropIcons, type PropIcons } from '../draw/prop/index.ts';
export type { Painters, PanelDrawing } from '../draw/types.ts';
export { FONT_FILES, fontIdsFor, loadFonts, type FontId, type Fonts, type FontSource } from '../letter/index.ts';
export { pagePictures, pictureKinds } from '../export/page-pictures.ts';
export { WEBTOON_PRESETS } from '../export/write-webtoon.ts';
export { psdZipName, streamPsd } from '../export/psd/write-psd.ts';
export { exportBook } from '../export/export-book.ts';
export { pageDocument, pageSize } from '../export/page-document.ts';
export { BundleError, readKoma, type ReadBundle } from '../export/koma-bundle.ts';
export * from '../export/types.ts';
export { panelDocument } from '../page/panel-document.ts';
export { checkText, cleanText, detectLanguage, WriterError } from '../writer/index.ts';
export { Book, listLines, listPanels } from '../model/book.ts';
