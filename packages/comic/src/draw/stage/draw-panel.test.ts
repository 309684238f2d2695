import { expect, test } from 'vitest';
import { EFFECTS, SHOTS } from '../../model/kinds.ts';
import { listPanels, type Book } from '../../model/book.ts';
import { sampleStory, testPainters } from '../../make/test-story.ts';
import { scriptBook } from '../../make/script-book.ts';
import { paintsFor } from '../pen/palettes.ts';
import { drawPanel } from './draw-panel.ts';
import { scenesByPanel } from './scene-of.ts';

const SIZES = [{ width: 420, height: 380 }, { width: 940, height: 300 }, { width: 260, height: 620 }];

/** The panel of a sample with two people, as any shot. */
async function panelAs(change: Partial<Book['chapters'][number]['scenes'][number]['panels'][number]>) {
  const book = structuredClone(scriptBook(await sampleStory('last-bus.zh')));
  const panel = listPanels(book).find((candidate) => candidate.characters.length === 2)!;
  Object.assign(panel, change);
  return scenesByPanel(book).get(panel.id)!;
}

test.each(SHOTS)('%s gives finite drawings with faces known, in every proportion and again the same', async (shot) => {
  const painters = await testPainters();
  const at = await panelAs({ shot, props: [{ noun: 'book' }] });
  for (const size of SIZES) {
    const drawing = drawPanel(painters, paintsFor('black-and-white'), at, size, size.width * size.height * 0.2);
    expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(drawing.svg.length).toBeGreaterThan(1000);
    expect(drawPanel(painters, paintsFor('black-and-white'), at, size, size.width * size.height * 0.2)).toEqual(drawing);
    for (const person of drawing.people) expect([person.mouth.x, person.mouth.y, person.faceBox.width].every(Number.isFinite)).toBe(true);
  }
});

test.each(['close-up', 'bust', 'medium', 'cowboy', 'over-shoulder'] as const)('in %s the faces stand inside the picture', async (shot) => {
  const painters = await testPainters();
  for (const pose of ['stand', 'push', 'run', 'bow', 'sit-chair', 'fall'] as const) {
    const at = await panelAs({ shot, tilt: 0 });
    at.panel.characters.forEach((person) => Object.assign(person, { pose }));
    const size = SIZES[0]!;
    const drawing = drawPanel(painters, paintsFor('black-and-white'), at, size, 8000);
    for (const { faceBox } of drawing.people) {
      const [x, y] = [faceBox.x + faceBox.width / 2, faceBox.y + faceBox.height / 2];
      expect(x > 0 && x < size.width && y > 0 && y < size.height, `${shot} ${pose} ${Math.round(x)},${Math.round(y)}`).toBe(true);
    }
  }
});

test.each(EFFECTS)('the effect %s draws something finite or leaves the picture as it is', async (effect) => {
  const painters = await testPainters();
  const at = await panelAs({ effects: [effect], shot: 'bust' });
  expect(drawPanel(painters, paintsFor('vibrant'), at, SIZES[0]!, 9000).svg).not.toMatch(/NaN|undefined/);
});

test('a leaning camera moves faces with the picture', async () => {
  const painters = await testPainters();
  const level = drawPanel(painters, paintsFor('black-and-white'), await panelAs({ tilt: 0, shot: 'bust' }), SIZES[0]!, 0);
  const tilted = drawPanel(painters, paintsFor('black-and-white'), await panelAs({ tilt: 6, shot: 'bust' }), SIZES[0]!, 0);
  expect(tilted.people[0]!.mouth).not.toEqual(level.people[0]!.mouth);
  expect(tilted.svg).toContain('rotate(6)');
});

test('colour palettes paint, and black-and-white does not', async () => {
  const painters = await testPainters();
  const at = await panelAs({ shot: 'medium' });
  const colours = (svg: string): Set<string> => new Set(Array.from(svg.matchAll(/#[0-9a-f]{6}/g), (match) => match[0]));
  expect(colours(drawPanel(painters, paintsFor('vibrant'), at, SIZES[0]!, 0).svg).size).toBeGreaterThan(8);
  const greys = [...colours(drawPanel(painters, paintsFor('black-and-white'), at, SIZES[0]!, 0).svg)].filter((hex) => hex.slice(1, 3) !== hex.slice(3, 5) || hex.slice(3, 5) !== hex.slice(5, 7));
  expect(greys).toEqual([]);
});
