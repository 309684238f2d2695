import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdit } from '../edit/index.ts';
import { listPanels, type Book } from '../model/book.ts';
import { drawPanelOf } from './draw-panel-of.ts';
import { fitDrawing, guidedDrawing, pictureDrawing, placeInFrame } from './fit-drawing.ts';
import { directedBook, panelFacts } from './panel-facts.ts';
import { planPages } from './plan-pages.ts';
import { scriptBook } from './script-book.ts';
import { sampleStory, testPainters } from './test-story.ts';

let book: Book;
beforeAll(async () => {
  book = scriptBook(await sampleStory('lighthouse.en'));
});
const panelWith = (of: Book) => listPanels(of).find((panel) => panel.characters.length > 0 && panel.lines.length > 0)!;

describe('what a drawing tells', () => {
  test('stays the same when words, importance and pages change', () => {
    const panel = panelWith(book);
    const line = panel.lines[0]!;
    const { book: reworded } = applyEdit(book, [
      { op: 'text', id: line.id, language: 'en', from: line.text.en!, to: 'Other words altogether.' }, { op: 'set', kind: 'panel', id: panel.id, field: 'importance', value: 6 },
      { op: 'set', kind: 'book', id: book.id, field: 'format', value: 'square' },
    ]);
    expect(panelFacts(reworded, panel.id)).toBe(panelFacts(book, panel.id));
  });

  test('changes with a look, for exactly the panels that show the person', () => {
    const who = book.bible.cast[0]!;
    const { book: changed } = applyEdit(book, [{ op: 'set', kind: 'character', id: who.id, field: 'look', value: { ...who.look, hair: 'mohawk' } }]);
    for (const panel of listPanels(book)) expect(panelFacts(changed, panel.id) !== panelFacts(book, panel.id)).toBe(panel.characters.some((person) => person.id === who.id));
  });

  test('changes with the time of a scene', () => {
    const scene = book.chapters[0]!.scenes[0]!;
    const { book: changed } = applyEdit(book, [{ op: 'set', kind: 'scene', id: scene.id, field: 'time', value: scene.time === 'night' ? 'day' : 'night' }]);
    for (const panel of scene.panels) expect(panelFacts(changed, panel.id)).not.toBe(panelFacts(book, panel.id));
  });
});

test('directions change their panel alone', async () => {
  const panel = panelWith(book);
  const plan = planPages(book);
  const painters = await testPainters();
  const directed = directedBook(book, panel.id, { shot: 'close-up', people: { [panel.characters[0]!.id]: { expression: 'laugh' } } });
  expect(drawPanelOf(painters, directed, plan, panel.id).svg).not.toBe(drawPanelOf(painters, book, plan, panel.id).svg);
  expect(listPanels(directed).filter((one) => one.id !== panel.id)).toEqual(listPanels(book).filter((one) => one.id !== panel.id));
});

const size = fc.record({ width: fc.double({ min: 20, max: 4000, noNaN: true }), height: fc.double({ min: 20, max: 4000, noNaN: true }) });
const crop = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }), zoom: fc.double({ min: 1, max: 8, noNaN: true }) });

test('a picture covers its frame, wherever it is cropped', () => {
  fc.assert(fc.property(size, size, crop, (picture, frame, wish) => {
    const at = placeInFrame(picture, frame, wish);
    expect(at.x).toBeLessThanOrEqual(1e-6);
    expect(at.y).toBeLessThanOrEqual(1e-6);
    expect(at.x + picture.width * at.scale).toBeGreaterThanOrEqual(frame.width - 1e-6);
    expect(at.y + picture.height * at.scale).toBeGreaterThanOrEqual(frame.height - 1e-6);
  }));
});

test('faces and mouths move with the picture, also mirrored', () => {
  const drawing = { svg: '<path/>', people: [{ id: 'a', faceBox: { x: 10, y: 20, width: 30, height: 40 }, headBox: { x: 10, y: 20, width: 30, height: 40 }, bodyBox: { x: 0, y: 20, width: 60, height: 80 }, mouth: { x: 25, y: 50 } }], keepFree: [], credits: [] };
  const [person] = fitDrawing(drawing, { width: 100, height: 100 }, { width: 200, height: 200 }, { isMirrored: true }).people;
  expect(person).toMatchObject({ faceBox: { x: 120, y: 40, width: 60, height: 80 }, mouth: { x: 150, y: 100 } });
  expect(fitDrawing(drawing, { width: 100, height: 100 }, { width: 100, height: 100 })).toBe(drawing);
});

test('an address can not leave its attribute', () => {
  expect(pictureDrawing('"/><script>', { width: 1, height: 1 }, { width: 1, height: 1 }).svg).not.toContain('<script>');
});

test('people of a storyboard stand where they stood, in whatever frame its picture is shown', () => {
  const picture = { width: 1024, height: 1024 };
  const guide = { frame: { width: 600, height: 400 }, people: [{ id: 'a', faceBox: { x: 100, y: 50, width: 40, height: 50 }, headBox: { x: 90, y: 40, width: 60, height: 70 }, bodyBox: { x: 80, y: 40, width: 90, height: 300 }, mouth: { x: 120, y: 85 } }] };
  expect(guidedDrawing('a.png', picture, guide.frame, { guide }).people[0]).toEqual(guide.people[0]);
  // Twice as wide a frame shows the picture twice as large.
  const wide = guidedDrawing('a.png', picture, { width: 1200, height: 800 }, { guide }).people[0];
  expect(wide?.mouth).toEqual({ x: 240, y: 170 });
  expect(wide?.faceBox).toEqual({ x: 200, y: 100, width: 80, height: 100 });
  expect(guidedDrawing('a.png', picture, guide.frame, {}).people).toEqual([]);
});
