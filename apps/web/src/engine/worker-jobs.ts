/** What the worker does for each job. Lettering, with its fonts and its shaper, is fetched when first asked for. */
import { detectLanguage, drawPerson, drawPlaceAlone, listPanels, panelDocument, planPages, scriptBook, drawPanelOf, hashText, toldLook, type Painters } from '@komawari/comic/draw';
import type { DrawingRoom } from './drawing-room.ts';
import { excerptOf } from './excerpt.ts';
import type { JobName, Jobs } from './messages.ts';
import { sizeOfDocument, svgBlob } from './svg-document.ts';
import type { FirstPanel, PreviewOptions } from './types.ts';

export type Workshop = { painters: () => Promise<Painters>; letterer: () => Promise<typeof import('./letter-page.ts')>; desk?: () => Promise<typeof import('./page-desk.ts')>; room: DrawingRoom };
/** Lets messages in between two steps of a long job; throws when the job was cancelled. */
export type Pause = () => Promise<void>;

export type WorkerJobs = { [N in JobName]: (takes: Jobs[N]['takes'], pause: Pause) => Jobs[N]['gives'] | Promise<Jobs[N]['gives']> };

export function workerJobs({ painters, letterer, room, desk = () => import('./page-desk.ts') }: Workshop): WorkerJobs {
  const documentOf = async (id: string, panelId: string): Promise<string> => panelDocument(room.bookOf(id), room.planOf(id), panelId, room.drawingOf(await painters(), id, panelId));
  const finish: WorkerJobs['finishPage'] = async ({ id, pageNumber, options }, pause) => {
    const { finishedPage } = await letterer();
    return finishedPage({ room, painters: await painters(), id, pageNumber, options }, pause);
  };
  return {
    warmUp: async () => {
      await painters();
      return true;
    },
    detectLanguage: ({ text }) => detectLanguage(text),
    scriptBook: ({ text, options }) => scriptBook(text, options),
    previewFirstPanel: async ({ text, options }) => firstPanelOf(text, options, await painters()),
    drawPerson: async ({ view }) => svgBlob(drawPerson(await painters(), view)),
    drawPlaceAlone: async ({ view }) => svgBlob(drawPlaceAlone(await painters(), view)),
    toldLook: ({ id, characterId }) => toldLook(room.bookOf(id), characterId),
    planPages: ({ id }) => room.planOf(id),
    drawPanel: async ({ id, panelId }) => room.drawingOf(await painters(), id, panelId),
    panelDocument: ({ id, panelId, drawing }) => (drawing ? panelDocument(room.bookOf(id), room.planOf(id), panelId, drawing) : documentOf(id, panelId)),
    panelPicture: async ({ id, panelId }) => {
      const svg = await documentOf(id, panelId);
      return { picture: svgBlob(svg), ...sizeOfDocument(svg) };
    },
    finishPage: finish,
    letterPanel: async ({ id, pageNumber, panelId, options }, pause) => {
      const { letteredPanel } = await letterer();
      return letteredPanel({ room, painters: await painters(), id, pageNumber, options }, panelId, pause);
    },
    deskPage: async (takes, pause) => (await desk()).deskPage({ room, painters: await painters(), ...takes }, pause),
    refitBubble: async ({ id, options }) => (await desk()).refittedPanel(id, options),
    reletterPanels: async ({ id, options }, pause) => (await desk()).reletteredPanels({ room, painters: await painters(), id, options }, pause),
    pagePicture: async (takes, pause) => {
      const { page, ...rest } = await finish(takes, pause);
      return { ...rest, alternative: page.alternative, problems: page.lettered.problems };
    },
  };
}

/** The seed is the whole story's, so that the finished book begins with the same faces and places. */
function firstPanelOf(text: string, { shows = 'first', ...options }: PreviewOptions, painters: Painters): FirstPanel {
  const started = performance.now();
  const excerpt = excerptOf(text);
  const share = excerpt.length / text.length;
  const wanted = options.panels === undefined ? undefined : Math.max(1, Math.round(options.panels * share));
  const book = scriptBook(excerpt, { ...options, seed: options.seed ?? hashText(text), ...(wanted === undefined ? {} : { panels: wanted }) });
  const plan = planPages(book);
  const panels = listPanels(book);
  const first = (shows === 'people' ? panels.slice(0, 8).find((panel) => panel.characters.length > 0) : undefined) ?? panels[0]!;
  const svg = panelDocument(book, plan, first.id, drawPanelOf(painters, book, plan, first.id));
  const storyPages = plan.pages.filter((page) => page.panels.length > 0).length;
  return {
    svg, ...sizeOfDocument(svg), title: book.title, language: book.language,
    panels: Math.round(panels.length / share), pages: Math.round(storyPages / share) + plan.pages.length - storyPages, isEstimate: share < 1, ms: performance.now() - started,
  };
}
