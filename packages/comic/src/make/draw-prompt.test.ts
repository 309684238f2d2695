import { expect, test } from 'vitest';
import { promptBook } from '../direct/prompt/prompt-book.ts';
import { drawPrompt } from './draw-prompt.ts';
import { testPainters } from './test-story.ts';

function read(prompt: string) {
  const { book, directions } = promptBook(prompt, { seed: 3, aspect: 1 });
  const [scene] = book.chapters[0]!.scenes;
  const [panel] = scene!.panels;
  const people = panel!.characters.map(({ id }) => book.bible.cast.find((one) => one.id === id)!.look);
  return { kind: book.bible.places.find(({ id }) => id === scene!.placeId)?.kind, scene: scene!, panel: panel!, people, style: book.style, directions };
}

test.each([
  ['A girl with red hair stands on a bridge at sunset, watercolour', { kind: 'bridge', time: 'dusk', people: ['female/teen'], art: 'watercolour', palette: 'warm' }],
  ['an old fisherman and his grandson in a small boat, manga', { kind: 'boat', time: 'day', people: ['male/old', 'male/child'], art: 'manga', palette: 'black-and-white' }],
  ['two boys running through a forest, vibrant colours', { kind: 'forest', time: 'day', people: ['male/teen', 'male/teen'], art: 'none', palette: 'vibrant' }],
  ['A detective in a trench coat walks down a dark alley at night, noir', { kind: 'alley', time: 'night', people: ['*/adult'], art: 'comic', palette: 'black-and-white' }],
  ['a portrait of an old woman, oil painting', { kind: 'void', time: 'day', people: ['female/old'], art: 'oil', palette: 'earth' }],
  ['一个红头发的女孩站在桥上，夕阳，水彩', { kind: 'bridge', time: 'dusk', people: ['female/teen'], art: 'watercolour', palette: 'warm' }],
  ['妈妈在厨房里做饭，绘本', { kind: 'kitchen', time: 'day', people: ['female/adult'], art: 'watercolour', palette: 'warm' }],
  ['两个女孩在教室里聊天，动漫', { kind: 'classroom', time: 'day', people: ['female/teen', 'female/teen'], art: 'digital', palette: 'vibrant' }],
  ['赤い髪の少女が橋の上に立っている、夕焼け、水彩', { kind: 'bridge', time: 'dusk', people: ['female/teen'], art: 'watercolour', palette: 'warm' }],
  ['夜の図書館で本を読む老人、モノクロ', { kind: 'library', time: 'night', people: ['male/old'], art: 'none', palette: 'black-and-white' }],
])('%s', (prompt, wanted) => {
  const { kind, scene, people, style } = read(prompt);
  expect({ kind, time: scene.time, art: style.art, palette: style.palette }).toEqual({ kind: wanted.kind, time: wanted.time, art: wanted.art, palette: wanted.palette });
  expect(people.map(({ gender, age }) => `${gender}/${age}`)).toEqual(wanted.people.map((one, i) => one.replace('*', people[i]?.gender ?? '')));
});

test('animals stand in the picture as what they are, and people do what is said of them', () => {
  expect(read('雨中的街道，一只黑猫').panel).toMatchObject({ shot: 'insert', characters: [], props: [{ noun: 'cat' }] });
  expect(read('老人と犬が公園のベンチに座っている').panel).toMatchObject({ characters: [{ pose: 'sit-chair' }], props: [{ noun: 'dog' }] });
  expect(read('two boys running through a forest').directions?.people?.['c1']).toEqual({ pose: 'run' });
  expect(read('1girl, school uniform, smiling, close-up')).toMatchObject({ people: [{ gender: 'female' }], panel: { shot: 'close-up' }, directions: { people: { c1: { expression: 'smile' } } } });
});

test('people are counted, a pirate captain is one, and hands take up what is named', () => {
  expect(read('three friends in a park').people).toHaveLength(3);
  expect(read('二人の少年が屋上で話している').people.map(({ gender }) => gender)).toEqual(['male', 'male']);
  expect(read('a pirate captain on a ship, storm')).toMatchObject({ kind: 'ship', people: [{ age: 'adult' }] });
  expect(read('雨の中、傘をさす女性').panel).toMatchObject({ shot: 'wide', characters: [{ holds: 'umbrella', pose: 'hold' }] });
  expect(read('一只熊猫在竹林里').panel.props).toEqual([{ noun: 'panda' }]);
  expect(read('a red bicycle').panel).toMatchObject({ shot: 'insert', props: [{ noun: 'bicycle' }] });
});

test('what the caller chooses wins over the words', () => {
  const { book } = promptBook('a girl on a bridge, watercolour, close-up', { seed: 3, aspect: 1, preset: 'noir', shot: 'wide' });
  expect([book.style.preset, book.style.art, book.chapters[0]!.scenes[0]!.panels[0]!.shot]).toEqual(['noir', 'comic', 'wide']);
});

test('one seed gives one picture, another seed another; the size is the one asked', async () => {
  const painters = await testPainters();
  const draw = (seed: number, width = 640, height = 480) => drawPrompt(painters, 'a girl in a garden', { seed, width, height }).svg;
  expect(draw(1)).toBe(draw(1));
  expect(draw(2)).not.toBe(draw(1));
  expect(draw(1, 1280, 960).replace('width="1280" height="960"', '')).toBe(draw(1).replace('width="640" height="480"', ''));
  expect(draw(1, 333, 777)).toMatch(/width="333" height="777"/);
});

test.each(['', '   ', '!!!', '🐙🐙', 'a'.repeat(2000), '，。', '"Run!"', '***', '猫'.repeat(800)])('any words give a picture: %#', async (prompt) => {
  expect(drawPrompt(await testPainters(), prompt, { seed: 1, width: 300, height: 300 }).svg).toMatch(/^<svg/);
});
