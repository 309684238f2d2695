import { expect, test } from 'vitest';
import type { Effect, Pose, Shot } from '../../model/kinds.ts';
import { listPanels } from '../../model/book.ts';
import { sampleStory, testPainters } from '../../make/test-story.ts';
import { scriptBook } from '../../make/script-book.ts';
import { paintsFor } from '../pen/palettes.ts';
import { drawPanel } from './draw-panel.ts';
import { scenesByPanel } from './scene-of.ts';

const SIZE = { width: 500, height: 520 };
const PLAIN: Effect[] = ['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background'];

const PAINTS = paintsFor('vibrant');

/** The colours that only a chair, bench or upholstered seat is painted with. */
const SEAT_PAINTS = [PAINTS.tone(30, '#a98660'), PAINTS.tone(10, '#cfae84'), PAINTS.tone(40, '#4a6488'), PAINTS.tone(20, '#5b7fae')];

/** One person in the pose, on the ground of the effect: how many of the paints of seats are in the picture. */
async function seatPaints(change: { shot: Shot; effects: Effect[]; pose: Pose }): Promise<number> {
  const painters = await testPainters();
  const book = structuredClone(scriptBook(await sampleStory('last-bus.zh')));
  const panel = listPanels(book).find((candidate) => candidate.characters.length === 2)!;
  const person = { ...panel.characters[0]!, pose: change.pose };
  delete person.contact;
  Object.assign(panel, { shot: change.shot, effects: change.effects, characters: [person], props: [], crowd: 0, tilt: 0 });
  // No furniture of the place may pass for the seat.
  const bare = { ...painters, place: () => ({ far: '', middle: '', near: '', weather: '', darkness: 0, horizonY: 200 }) } as typeof painters;
  const { svg } = drawPanel(bare, PAINTS, scenesByPanel(book).get(panel.id)!, SIZE, 8000);
  return SEAT_PAINTS.filter((colour) => svg.includes(colour)).length;
}

test.each(PLAIN)('who sits before %s sits on something', async (effect) => {
  expect(await seatPaints({ shot: 'full', effects: [effect], pose: 'sit-chair' })).toBeGreaterThan(0);
  expect(await seatPaints({ shot: 'full', effects: [effect], pose: 'stand' })).toBe(0);
});

test.each(['full', 'wide', 'birds-eye', 'low-angle'] as const)('who sits in a place sits on something in %s', async (shot) => {
  expect(await seatPaints({ shot, effects: [], pose: 'sit-chair' })).toBeGreaterThan(0);
});

test('a face alone before an empty ground has no seat', async () => {
  expect(await seatPaints({ shot: 'close-up', effects: ['white-background'], pose: 'sit-chair' })).toBe(0);
});
