/** How a line ends: the story's own words close where their tag closed them, what is typed by hand stands as typed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testFonts } from '../letter/test-fonts.ts';
import type { Fonts } from '../letter/index.ts';
import { finishPage } from '../make/finish-page.ts';
import { inLanguage } from '../make/in-language.ts';
import { planPages } from '../make/plan-pages.ts';
import { scriptBook } from '../make/script-book.ts';
import { testPainters } from '../make/test-story.ts';
import type { Painters } from '../draw/types.ts';
import { listLines, type Book, type Line } from '../model/book.ts';
import type { Language } from '../model/kinds.ts';
import { applyEdit } from './apply-edit.ts';
import type { EditOp } from './ops.ts';
import { mergeLineWithNext, mergePanelWithNext, splitLine } from './verbs.ts';

const book = scriptBook('"Come here, my friend," said Tom.\n\n"Sit down," said Ann.\n\n"Where is it?" asked Tom.', { language: 'en' });
const [first, second] = listLines(book).filter((line) => line.isQuoted) as [Line, Line, Line];
const typed = (of: Book, to: string, language: Language = 'en'): EditOp[] => [{ op: 'text', id: first.id, language, from: listLines(of).find((line) => line.id === first.id)!.text[language] ?? '', to }];

let painters: Painters;
let fonts: Fonts;
beforeAll(async () => {
  [painters, fonts] = await Promise.all([testPainters(), testFonts()]);
});

/** What the bubbles of a line hold on the finished pages, and what is read aloud of it. */
function lettered(of: Book, id = first.id): string {
  const plan = planPages(of);
  const pages = plan.pages.filter((page) => page.panels.length > 0).map((page) => finishPage({ book: of, plan, drawings: new Map(), painters, fonts }, page.number));
  const text = pages.flatMap((page) => page.lettered.bubbles).filter((bubble) => bubble.lineId === id).flatMap((bubble) => bubble.runs.map((run) => run.text)).join('');
  expect(pages.flatMap((page) => page.alternative.flatMap((panel) => panel.lines.map((line) => line.text)))).toContain(text);
  return text;
}

describe('a line of the story that a tag closed', () => {
  test('has a full stop in its bubble', () => {
    expect(first.text.en).toBe('Come here, my friend,');
    expect(lettered(book)).toBe('Come here, my friend.');
  });

  test.each(['Come here, old friend,', 'Come here, my friend.', 'Come,', 'Come here', 'Come here, my friend!', 'And,'])('is lettered as typed: %s', (to) => {
    const { book: edited } = applyEdit(book, typed(book, to));
    expect(lettered(edited)).toBe(to);
    expect(lettered(applyEdit(edited, typed(edited, 'Well,')).book)).toBe('Well,');
    // Other lines end as they did.
    expect(lettered(edited, second.id)).toBe('Sit down.');
  });

  test('closes again when the edit is taken back, and stands as typed when it is done once more', () => {
    const { book: edited, inverse } = applyEdit(book, typed(book, 'Come over here,'));
    const { book: back, inverse: again } = applyEdit(edited, inverse);
    expect(back).toEqual(book);
    expect(lettered(back)).toBe('Come here, my friend.');
    expect(lettered(applyEdit(back, again).book)).toBe('Come over here,');
  });

  test('stays closed while others translate it; a translation ends as typed, a missing one as the story', () => {
    const { book: translated } = applyEdit(book, typed(book, '来吧,', 'zh'));
    expect(lettered(translated)).toBe('Come here, my friend.');
    expect(lettered(inLanguage(translated, 'zh'))).toBe('来吧,');
    expect(lettered(inLanguage(translated, 'zh'), second.id)).toBe('Sit down.');
  });

  test('is closed at its end only when it is split in two', () => {
    const { book: split, inverse } = applyEdit(book, splitLine(book, first.id, 'Come here,'.length, 'tail'));
    expect([lettered(split), lettered(split, 'tail')]).toEqual(['Come here,', 'my friend.']);
    expect(applyEdit(split, inverse).book).toEqual(book);
  });

  test('keeps the full stop that was seen when the next line joins it', () => {
    const one = inOnePanel();
    const { book: merged, inverse } = applyEdit(one, mergeLineWithNext(one, first.id));
    expect(lettered(merged)).toBe('Come here, my friend. Sit down.');
    expect(applyEdit(merged, inverse).book).toEqual(one);
  });
});

/** The first two lines side by side, wherever the writer put them. */
function inOnePanel(): Book {
  let now = book;
  const panelOf = (id: string) => now.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((panel) => panel.lines.some((line) => line.id === id))!;
  if (panelOf(first.id) !== panelOf(second.id)) now = applyEdit(now, mergePanelWithNext(now, panelOf(first.id).id)).book;
  expect(panelOf(first.id)).toBe(panelOf(second.id));
  return now;
}
