import { beforeAll, describe, expect, test } from 'vitest';
import { Book, listLines, listPanels } from '../model/book.ts';
import type { PanelDrawing } from '../draw/types.ts';
import type { Fonts } from '../letter/index.ts';
import { testFonts } from '../letter/test-fonts.ts';
import { drawPanelOf } from './draw-panel-of.ts';
import { finishPage } from './finish-page.ts';
import { inLanguage, isUntranslated, untranslatedIn } from './in-language.ts';
import { planPages, type PagePlan } from './plan-pages.ts';
import { scriptBook } from './script-book.ts';
import { sampleStory, testPainters } from './test-story.ts';

let book: Book;
let plan: PagePlan;
let fonts: Fonts;
const drawings = new Map<string, PanelDrawing>();

beforeAll(async () => {
  const japanese = scriptBook(await sampleStory('umbrella.ja'));
  let count = 0;
  // Every third line is not yet translated.
  const scenes = japanese.chapters.map((chapter) => ({
    ...chapter,
    scenes: chapter.scenes.map((scene) => ({
      ...scene,
      panels: scene.panels.map((panel) => ({ ...panel, lines: panel.lines.map((line) => (count++ % 3 === 2 ? line : { ...line, text: { ...line.text, en: `Words of line ${line.order}, said in English at some length.`, zh: '这一句说的是中文。' } })) })),
    })),
  }));
  book = Book.parse({ ...japanese, chapters: scenes, editions: { en: { title: 'The Umbrella' }, zh: { isVertical: false } } });
  plan = planPages(book);
  const painters = await testPainters();
  const page = plan.pages.find((each) => each.panels.length > 0)!;
  for (const panel of page.panels) drawings.set(panel.id, drawPanelOf(painters, book, plan, panel.id));
  fonts = await testFonts();
});

describe('an edition', () => {
  test('has pages, cuts and pictures of the book itself', async () => {
    const painters = await testPainters();
    for (const language of ['en', 'zh'] as const) {
      const edition = inLanguage(book, language);
      expect(planPages(edition)).toEqual(plan);
      const [id] = drawings.keys();
      expect(drawPanelOf(painters, edition, plan, id!).svg).toBe(drawings.get(id!)!.svg);
    }
  });

  test('reads in its language, with its title and its way of setting text', async () => {
    const painters = await testPainters();
    const number = plan.pages.find((each) => each.panels.length > 0)!.number;
    const english = inLanguage(book, 'en');
    expect([english.language, english.title, inLanguage(book, 'zh').title]).toEqual(['en', 'The Umbrella', book.title]);
    const pages = new Map((['ja', 'en', 'zh'] as const).map((language) => [language, finishPage({ book: inLanguage(book, language), plan, drawings, painters, fonts }, number)]));
    expect(pages.get('ja')!.lettered.bubbles.every((bubble) => bubble.isVertical)).toBe(true);
    expect(pages.get('en')!.lettered.bubbles.some((bubble) => bubble.isVertical)).toBe(false);
    expect(pages.get('zh')!.lettered.bubbles.some((bubble) => bubble.isVertical)).toBe(false);
    expect(new Set([...pages.values()].map((page) => page.art)).size).toBe(1);
    expect(pages.get('en')!.alternative.flatMap((panel) => panel.lines.map((line) => line.text)).join()).toContain('said in English');
    for (const [language, page] of pages) {
      const own = new Set(page.laid.panels.map((panel) => panel.id));
      const missing = listPanels(book).filter((panel) => own.has(panel.id)).flatMap((panel) => panel.lines).filter((line) => isUntranslated(line, 'ja', language));
      expect(page.lettered.problems.filter((problem) => problem.code === 'untranslated').map((problem) => problem.lineId)).toEqual(missing.map((line) => line.id));
      expect(page.lettered.problems.filter((problem) => problem.code === 'missing-line')).toEqual([]);
    }
  });

  test('shows the book\'s own words where it has none, with their ruby and stress', () => {
    const line = listLines(book).find((each) => each.text.en === undefined)!;
    const marked: Book = { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel) => ({ ...panel, lines: panel.lines.map((each) => (each.id === line.id ? { ...each, ruby: [{ start: 0, end: 1, text: 'よ' }], stress: { ja: [{ start: 0, end: 1, how: 'dots' as const }] } } : each)) })) })) })) };
    const edition = inLanguage(marked, 'en');
    const shown = listLines(edition).find((each) => each.id === line.id)!;
    expect(shown.text.en).toBe(line.text.ja);
    expect(shown.ruby.map((run) => run.language)).toEqual(['ja', 'en']);
    expect(shown.stress?.en).toHaveLength(1);
    expect(untranslatedIn(edition)).toContain(line.id);
    expect(untranslatedIn(marked)).toEqual([]);
  });

  test('is a view: the book stays as it is, nothing of it is stored, and its own language is the book itself', () => {
    const before = structuredClone(book);
    const edition = inLanguage(book, 'en');
    expect(book).toEqual(before);
    expect(Book.parse(edition)).not.toHaveProperty('editionOf');
    expect(inLanguage(book, 'ja')).toBe(book);
    expect(() => inLanguage(edition, 'zh')).toThrow(RangeError);
  });
});
