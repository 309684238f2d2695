import type { Book, PagePlan } from '@komawari/comic/make';
import { expect, test } from 'vitest';
import { planWork } from './plan-work.ts';

const panel = (id: string) => ({ id, lines: [], characters: [], isLocked: false });
const book = { chapters: [{ scenes: [{ panels: [panel('a'), panel('b')] }] }], bible: { cast: [] } } as unknown as Book;
const laid = (id: string, y: number) => ({ id, box: { x: 60, y, width: 900, height: 500 } });
const plan = { pages: [{ number: 1, width: 1075, height: 1518, panels: [laid('a', 60), laid('b', 600)] }] } as unknown as PagePlan;
const input = { book, plan, factsOf: (id: string) => id, promptFactsOf: (id: string) => `prompt of ${id}`, textAreaOf: () => 900, panels: [], pages: [], takes: [] };

test('a page says what will stand where before it is composed', () => {
  expect(planWork({ ...input, redraw: 'missing' }).pages).toMatchObject([{ number: 1, width: 1075, height: 1518, isWanted: true, frames: [{ id: 'a', x: 60, y: 60, width: 900, height: 500 }, { id: 'b', y: 600 }] }]);
});

test('what is there and fits is left alone, and so is its page', () => {
  const first = planWork({ ...input, redraw: 'missing' });
  const takes = ['a', 'b'].map((id) => ({ id: `take_${id}`, panelId: id, provider: 'storyboard', width: 900, height: 500, inputsHash: first.panels.find((one) => one.id === id)?.inputsHash ?? '' }));
  const fitted = planWork({ ...input, redraw: 'missing', takes });
  expect(fitted.panels.map((one) => one.wish)).toEqual(['fit', 'fit']);
  const panels = fitted.panels.map((one) => ({ panelId: one.id, takeId: one.takeId, fitHash: one.fitHash, hasDrawing: true }));
  const pages = fitted.pages.map((one) => ({ number: one.number, language: '', inputsHash: one.inputsHash, isStored: true }));
  const again = planWork({ ...input, redraw: 'missing', takes, panels, pages });
  expect([again.panels.map((one) => one.wish), again.pages.map((one) => one.isWanted)]).toEqual([[null, null], [false]]);
  expect(planWork({ ...input, redraw: ['b'], takes, panels, pages }).panels.map((one) => one.wish)).toEqual([null, 'draw']);
});

test('a picture drawn anew for another frame follows its words; one in its own frame does not', () => {
  const first = planWork({ ...input, redraw: 'missing' });
  const takes = ['a', 'b'].map((id) => ({ id: `take_${id}`, panelId: id, provider: 'storyboard', width: id === 'a' ? 900 : 300, height: 500, inputsHash: first.panels.find((one) => one.id === id)?.inputsHash ?? '' }));
  const panels = planWork({ ...input, redraw: 'missing', takes }).panels.map((one) => ({ panelId: one.id, takeId: one.takeId, fitHash: one.fitHash, hasDrawing: true }));
  expect(planWork({ ...input, textAreaOf: () => 5000, redraw: 'missing', takes, panels }).panels.map((one) => one.wish)).toEqual([null, 'fit']);
});
