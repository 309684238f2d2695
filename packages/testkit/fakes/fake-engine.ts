import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Book, listPanels } from '@komawari/comic';
import type { FinishedPage, PagePlan, PanelDrawing } from '@komawari/comic/make';
import type { MakeOptions } from '@komawari/contract';
import type { ComicEngine } from '../../../apps/server/src/rooms/comics/engine.ts';

export type FakeEngineOptions = {
  /** How long a drawing takes. */
  delayMs?: number;
  /** A file that gets a line `draw TITLE PANEL MILLISECONDS` for each drawing begun: tells what was made how often, also after a kill. */
  logFile?: string;
  /** Throws for panels that shall fail. */
  onDraw?(panelId: string): void | Promise<void>;
};

const PANELS_A_PAGE = 4;

/**
 * FAKE: stands in for the comic engine in tests of the room. Each line of the text is a panel with a
 * rectangle for a drawing. It draws no comic.
 */
export function fakeEngine(options: FakeEngineOptions = {}): ComicEngine {
  return {
    scriptBook(text, wishes) {
      const sentences = text.split('\n').map((line) => line.trim()).filter(Boolean);
      if (sentences[0] === 'UNWRITABLE') throw Object.assign(new Error('no story'), { code: 'writer.no-story' });
      return bookOf(sentences, wishes);
    },
    openReading: (text, wishes) => ({ parts: 0, question: () => { throw new RangeError('the fake asks nothing'); }, answer: () => [], finish: () => ({ book: bookOf(text.split('\n'), wishes), report: { lines: 0, missing: 0, invented: 0 } }) }),
    planPages(book) {
      const panels = listPanels(book).map(({ id }) => ({ id, box: { x: 0, y: 0, width: 90, height: 90 } }));
      const pages = Array.from({ length: Math.ceil(panels.length / PANELS_A_PAGE) }, (_, page) => ({ number: page + 1, panels: panels.slice(page * PANELS_A_PAGE, (page + 1) * PANELS_A_PAGE) }));
      return partOf<PagePlan>({ pages });
    },
    async drawPanelOf(book, _plan, panelId) {
      if (options.logFile) appendFileSync(options.logFile, `draw ${book.title} ${panelId} ${Date.now()}\n`);
      await options.onDraw?.(panelId);
      if (options.delayMs) await sleep(options.delayMs);
      return partOf<PanelDrawing>({ svg: `<rect width="90" height="90" fill="none" stroke="#000"/><!-- ${panelId} of ${escapeComment(book.title)} -->`, credits: ['Fake'] });
    },
    finishPage(_book, plan, number, drawings) {
      const panels = plan.pages.find((page) => page.number === number)?.panels ?? [];
      const missing = panels.filter((panel) => !drawings.has(panel.id));
      if (missing.length > 0) throw new Error(`page ${number} was composed without ${missing.length} of its panels`);
      return partOf<FinishedPage>({ lettered: { problems: [] }, alternative: panels.map((panel) => ({ panelId: panel.id, description: `Panel ${panel.id}`, lines: [] })) });
    },
    async exportBook(format, finished) {
      const bytes = new TextEncoder().encode(`FAKE ${format} of ${finished.book.title}, ${finished.pages.length} pages`);
      return [{ name: `${finished.book.title}.${format}`, mediaType: format === 'pdf' ? 'application/pdf' : 'application/octet-stream', bytes }];
    },
    factsOf: (book) => (panelId) => `${panelId} of ${book.title}`,
    promptFactsOf: (book) => (panelId) => `prompt of ${panelId} of ${book.title}`,
    promptOf: (book, panelId, { request }) => ({ text: `FAKE prompt of ${panelId} of ${book.title}. ${request ?? ''}`, negative: 'text' }),
    peopleToShow: () => [],
    personSheet: () => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"/>',
    textAreaOf: () => () => 0,
    inLanguage: (book) => book,
    readRequest: () => ({}),
    panelDocument: (_book, _plan, _panelId, drawing) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${drawing.svg}</svg>`,
    pageDocument: (page) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 140"><title>${page.alternative.map((panel) => panel.panelId).join(' ')}</title></svg>`,
  };
}

type Part<T> = T extends readonly (infer Item)[] ? Part<Item>[] : T extends object ? { [Key in keyof T]?: Part<T[Key]> } : T;

/** Only what the room reads: the rest of the engine's data travels through the room untouched, and no fake looks at it. */
function partOf<T>(part: Part<T>): T {
  return part as T;
}

/** A sentence is a panel with one line; nobody is in it. */
function bookOf(sentences: readonly string[], wishes: MakeOptions): Book {
  const language = wishes.language ?? 'en';
  const panels = sentences.map((sentence, i) => ({
    id: `p${i + 1}`, importance: 3, shot: 'medium' as const, action: sentence, characters: [], props: [], effects: [],
    lines: [{ id: `l${i + 1}`, kind: 'narration' as const, speaker: '', text: { [language]: sentence }, order: i }],
  }));
  return Book.parse({
    schema: 1, id: 'fake', title: wishes.title ?? sentences[0] ?? '…', language, format: wishes.format ?? 'manga-b5', direction: wishes.direction ?? 'ltr', style: {}, seed: 1,
    bible: { cast: [], places: [{ id: 'a', name: 'Anywhere', kind: 'void' }], facts: [] }, chapters: [{ id: 'c1', title: '', scenes: [{ id: 's1', placeId: 'a', time: 'day', weather: 'clear', mood: 'calm', panels }] }], madeBy: { writer: 'FAKE', artist: 'FAKE' },
  });
}

function escapeComment(text: string): string {
  return text.replace(/[-<>&]/g, ' ');
}
