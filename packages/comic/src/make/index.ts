/** The engine's door for programs: story in, finished pages and files out. */
export { storyboardArtist } from './artist.ts';
export { drawPanelOf } from './draw-panel-of.ts';
export { exportStrip } from './export-strip.ts';
export { asWebtoon, assembleBook, finishBook, type MakeTools } from './finish-book.ts';
export { creditsOf, finishPage, type FinishInput } from './finish-page.ts';
export { planPages, type PagePlan } from './plan-pages.ts';
export { scriptBook, type ScriptOptions } from './script-book.ts';
export { loadPropIcons, type PropIcons } from '../draw/prop/index.ts';
export type { Painters, PanelDrawing } from '../draw/types.ts';
export { FONT_FILES, fontIdsFor, loadFonts, type FontId, type Fonts, type FontSource } from '../letter/index.ts';
export { pagePictures, pictureKinds } from '../export/page-pictures.ts';
export { exportBook } from '../export/export-book.ts';
export { pageDocument, pageSize } from '../export/page-document.ts';
export { BundleError, readKoma } from '../export/koma-bundle.ts';
export * from '../export/types.ts';
export { panelDocument } from '../page/panel-document.ts';
export { checkText, cleanText, detectLanguage, WriterError } from '../writer/index.ts';
export { Book, listLines, listPanels } from '../model/book.ts';
