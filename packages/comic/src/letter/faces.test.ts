import { expect, test } from 'vitest';
import { eyesOf, seenIn, wrongMouth } from './faces.ts';
import { letterPage, meter } from './index.ts';
import { testFonts } from './test-fonts.ts';
import { onePanel, personAt } from './test-pages.ts';

const fonts = await testFonts();
const left = personAt('a', 300, 500, 120);
const right = personAt('b', 700, 500, 120);

test('eyes lie above the mouth, within the face', () => {
  const eyes = eyesOf(left);
  expect(eyes.y).toBeGreaterThan(left.faceBox.y + left.faceBox.height * 0.2);
  expect(eyes.y + eyes.height).toBeLessThan(left.mouth.y);
  expect(eyes.width).toBeLessThan(left.faceBox.width);
});

test('a tail shows the nearest mouth, and never through somebody else', () => {
  expect(wrongMouth({ x: 320, y: 460 }, left, [left, right])).toBeUndefined();
  expect(wrongMouth({ x: 640, y: 480 }, left, [left, right])).toBe(right);
  expect(wrongMouth({ x: 860, y: 500 }, left, [left, right])).toBe(right);
  expect(wrongMouth({ x: 690, y: 500 }, undefined, [left, right])).toBe(right);
  expect(wrongMouth({ x: 1000, y: 300 }, undefined, [left, right])).toBeUndefined();
});

test('a mouth outside the panel speaks for nobody', () => {
  const polygon = [{ x: 0, y: 0 }, { x: 500, y: 0 }, { x: 500, y: 800 }, { x: 0, y: 800 }];
  expect(seenIn(polygon, [left, right])).toEqual([left]);
});

test('the meter sees a cut eye and a tail to the wrong mouth', () => {
  const page = onePanel([{ text: 'Look at me.', who: 'a' }]);
  const good = letterPage(page, fonts);
  expect(good.problems).toEqual([]);
  const [bubble] = good.bubbles;
  const other = page.panels[0]!.people[1]!;
  expect(meter(page, { bubbles: [{ ...bubble!, tailTip: { x: other.mouth.x - 20, y: other.mouth.y } }], problems: [] }).map(({ code }) => code)).toEqual(['wrong-tail']);
  // A narrow bubble just over one eye: too little of the face to be called covered.
  const eyes = eyesOf(other);
  const [x, y, w, h] = [eyes.x, eyes.y, eyes.width * 0.16, eyes.height * 0.9];
  const cut = { ...bubble!, outline: `M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`, box: { x, y, width: w, height: h }, tailTip: undefined };
  expect(meter(page, { bubbles: [cut], problems: [] }).map(({ code }) => code)).toContain('eyes-covered');
});

test('in a row of people each tail finds its own', () => {
  const people = ['a', 'b', 'c', 'd'].map((id, i) => personAt(id, 180 + i * 230, 560 + (i % 2) * 40, 90));
  const lettered = letterPage(onePanel([{ text: 'First of all.', who: 'c' }, { text: 'Then I.', who: 'a' }, { text: 'And I come last of all.', who: 'd' }], { people }), fonts);
  expect(lettered.problems).toEqual([]);
});
