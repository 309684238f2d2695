/** For tests only: a small book of two people, two places and three scenes. */
import type { Book, Character, Look } from '@komawari/comic';

const look: Look = {
  being: 'human', gender: 'female', age: 'teen', build: 'slim', height: 0.96, hair: 'bob', hairInk: 'black', face: { shape: 0.4, eyes: 0.8, brows: 0.4, nose: 0.3, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f6d9c3', hair: '#2b2530', top: '#2e6f95', bottom: '#2d3a4f', accent: '#c0392b' },
};
const person = (id: string, name: string): Character => ({ id, name, aliases: [], look, outfits: [{ id: `${id}-o1`, outfit: { kind: 'shirt', topInk: 'white', bottomInk: 'dark', pattern: 'plain' } }], voice: 'normal', lines: 0 });

type Panel = Book['chapters'][number]['scenes'][number]['panels'][number];
const panel = (id: string, people: readonly string[], speakerId?: string): Panel => ({
  id, importance: 3, shot: 'medium', tilt: 0, action: '', crowd: 0, props: [], effects: [], isLocked: false, opensScene: false, takes: [],
  characters: people.map((who) => ({ id: who, expression: 'neutral', pose: 'stand', facing: 'front', x: 0.5, depth: 0 })),
  lines: speakerId === undefined ? [] : [{ id: `${id}-l`, kind: 'speech', speakerId, speaker: speakerId, text: { en: 'Hello' }, ruby: [], order: 0, isOffPanel: false, isQuoted: true, continues: false }],
});
type Scene = Book['chapters'][number]['scenes'][number];
const scene = (id: string, placeId: string, panels: Panel[]): Scene => ({ id, placeId, time: 'day', weather: 'clear', season: 'summer', mood: 'calm', panels });

export function testBook(): Book {
  return {
    schema: 1, id: 'book', title: 'Test', author: '', language: 'en', direction: 'ltr', format: 'manga-b5', seed: 7,
    style: { preset: 'storyboard', art: 'none', mood: 'none', palette: 'black-and-white', character: 'none', line: 'none', composition: 'none', notes: '' },
    bible: { cast: [person('a', 'Ann'), person('b', 'Ben')], places: [{ id: 'p1', name: 'School', kind: 'classroom', era: 'modern' }, { id: 'p2', name: 'Street', kind: 'street', era: 'modern' }], facts: [] },
    chapters: [
      { id: 'c1', title: 'One', scenes: [scene('s1', 'p1', [panel('x1', ['a', 'b'], 'a')]), scene('s2', 'p2', [panel('x2', ['a'], 'a')])] },
      { id: 'c2', title: 'Two', scenes: [scene('s3', 'p1', [panel('x3', ['a'], 'b'), panel('x4', [])])] },
    ],
    layout: { pages: [] }, madeBy: { writer: 'test', artist: 'storyboard' },
  };
}
