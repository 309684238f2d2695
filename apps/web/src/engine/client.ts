/**
 * The comic engine beside the page: the same writer, artist and letterer as the server's, in a worker that starts with
 * the first call and ends when it has been idle for some minutes. Importing this file costs next to nothing.
 */
import { bookShelf } from './book-shelf.ts';
import { jobLine, type WorkerLike } from './job-line.ts';
import type { Engine } from './types.ts';

export { EngineError, isMovedOn, type EngineFault } from './engine-error.ts';
export type * from './types.ts';

const IDLE_MS = 4 * 60_000;
/** As many characters as the engine looks at to tell the language. */
const LANGUAGE_SAMPLE = 20_000;

export function createEngine(start: () => WorkerLike, idleMs = IDLE_MS): Engine {
  const shelf = bookShelf();
  const line = jobLine({ start, shelf, idleMs });
  return {
    detectLanguage: (text, ask) => line.ask('detectLanguage', { text: text.slice(0, LANGUAGE_SAMPLE) }, ask),
    scriptBook: (text, options = {}, ask) => line.ask('scriptBook', { text, options }, ask),
    previewFirstPanel: (text, options = {}, ask) => line.ask('previewFirstPanel', { text, options }, ask),
    drawPerson: (view, ask) => line.ask('drawPerson', { view }, ask),
    drawPlaceAlone: (view, ask) => line.ask('drawPlaceAlone', { view }, ask),
    toldLook: (id, characterId, ask) => line.ask('toldLook', { id, characterId }, ask, id),
    openBook: (id, book) => shelf.put(id, book),
    closeBook: (id) => shelf.drop(id),
    usePlan: (id, plan) => shelf.usePlan(id, plan),
    planPages: (id, ask) => line.ask('planPages', { id }, ask, id),
    drawPanel: (id, panelId, ask) => line.ask('drawPanel', { id, panelId }, ask, id),
    panelDocument: (id, panelId, drawing, ask) => line.ask('panelDocument', { id, panelId, ...(drawing ? { drawing } : {}) }, ask, id),
    panelPicture: (id, panelId, ask) => line.ask('panelPicture', { id, panelId }, ask, id),
    finishPage: (id, pageNumber, options = {}, ask) => line.ask('finishPage', { id, pageNumber, options }, ask, id),
    pagePicture: (id, pageNumber, options = {}, ask) => line.ask('pagePicture', { id, pageNumber, options }, ask, id),
    letterPanel: (id, pageNumber, panelId, options = {}, ask) => line.ask('letterPanel', { id, pageNumber, panelId, options }, ask, id),
    deskPage: (id, pageNumber, options, ask) => line.ask('deskPage', { id, pageNumber, options }, ask, id),
    refitBubble: (id, options, ask) => line.ask('refitBubble', { id, options }, ask, id),
    reletterPanels: (id, options, ask) => line.ask('reletterPanels', { id, options }, ask, id),
    warmUp: () => void line.ask('warmUp', {}).catch(() => undefined),
    rest: () => line.rest(),
  };
}

/** The page's own engine: one worker for all its books. */
export const engine: Engine = createEngine(() => new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'komawari-engine' }));
