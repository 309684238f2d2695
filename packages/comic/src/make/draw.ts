/** The engine's first door for a browser: story in, plan and drawn panels out. No fonts, no files. */
export { storyboardArtist } from './artist.ts';
export { drawPanelOf } from './draw-panel-of.ts';
export { styleFor } from '../direct/style/presets.ts';
export { drawPerson, drawPlaceAlone, type PersonView, type PlaceView } from './model-sheet.ts';
export { inLanguage } from './in-language.ts';
export { planPages, type PagePlan } from './plan-pages.ts';
export { scriptBook, type ScriptOptions } from './script-book.ts';
export { toldLook, type ToldLook } from './told-look.ts';
export { loadPropIcons, slimPack, type IconPack } from '../draw/prop/index.ts';
export { makePen } from '../draw/pen/pen.ts';
export { paintsFor } from '../draw/pen/palettes.ts';
export { toneDefs } from '../draw/pen/tone.ts';
export type { Painters, PanelDrawing } from '../draw/types.ts';
export { liveArea, polygonsOf, TEMPLATES, type Cut, type PageTemplate } from '../layout/index.ts';
export { panelDocument } from '../page/panel-document.ts';
export { detectLanguage, WriterError } from '../writer/index.ts';
export { listLines, listPanels, type Book } from '../model/book.ts';
export { hashText, seededRandom } from '../model/random.ts';
