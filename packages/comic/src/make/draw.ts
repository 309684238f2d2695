/** The engine's door for a browser: story in, drawn and lettered pages out. Nothing that writes files comes along. */
export { storyboardArtist } from './artist.ts';
export { drawPanelOf } from './draw-panel-of.ts';
export { finishPage } from './finish-page.ts';
export { planPages, type PagePlan } from './plan-pages.ts';
export { scriptBook, type ScriptOptions } from './script-book.ts';
export { loadPropIcons, slimPack, type IconPack } from '../draw/prop/index.ts';
export type { Painters, PanelDrawing } from '../draw/types.ts';
export { FONT_FILES, fontIdsFor, loadFonts, type FontId, type Fonts } from '../letter/index.ts';
export { pageDocument, pageSize } from '../export/page-document.ts';
export type { FinishedPage } from '../export/types.ts';
export { panelDocument } from '../page/panel-document.ts';
export { detectLanguage, WriterError } from '../writer/index.ts';
export { listLines, listPanels, type Book } from '../model/book.ts';
export { hashText } from '../model/random.ts';
