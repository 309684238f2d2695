/** A picture of one panel that no story tells: for the cards of choices and for states. */
import { drawPanelOf, type Book, type Painters } from '@komawari/comic/draw';

type Chapter = Book['chapters'][number];
type Scene = Chapter['scenes'][number];
type Panel = Scene['panels'][number];
type Character = Book['bible']['cast'][number];
type Actor = Panel['characters'][number];

export type Look = Character['look'];
export type Outfit = Character['outfits'][number]['outfit'];
export type Person = Partial<Omit<Actor, 'id'>> & { look?: Partial<Look>; outfit?: Partial<Outfit> };
export type PictureWish = {
  place?: Book['bible']['places'][number]['kind'];
  era?: Book['bible']['places'][number]['era'];
  scene?: Partial<Pick<Scene, 'time' | 'weather' | 'season' | 'mood'>>;
  panel?: Partial<Pick<Panel, 'shot' | 'tilt' | 'crowd' | 'props' | 'effects'>>;
  people?: readonly Person[];
  style?: Partial<Book['style']>;
  seed?: number;
  /** u; a page's panel is 300 to 1000 wide. */
  width: number;
  height: number;
};

export const ANN: Look = {
  being: 'human', gender: 'female', age: 'teen', build: 'slim', height: 0.96, hair: 'bob-fringe', hairInk: 'black', face: { shape: 0.4, eyes: 0.8, brows: 0.4, nose: 0.3, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f6d9c3', hair: '#2b2530', top: '#2e6f95', bottom: '#2d3a4f', accent: '#c0392b' },
};
export const BEN: Look = {
  ...ANN, gender: 'male', build: 'average', height: 1.03, hair: 'short-messy', hairInk: 'tone', face: { shape: 0.6, eyes: 0.4, brows: 0.6, nose: 0.6, mouth: 0.4 },
  colours: { skin: '#efc9a8', hair: '#a9713f', top: '#d98e32', bottom: '#4f6d7a', accent: '#3d8361' },
};
const SHIRT: Outfit = { kind: 'hoodie', topInk: 'tone', bottomInk: 'dark', pattern: 'plain' };
const STYLE: Book['style'] = { preset: 'storyboard', art: 'none', mood: 'none', palette: 'black-and-white', character: 'none', line: 'none', composition: 'none', notes: '' };

/** The picture's SVG without root element and without tones; the same wish gives the same bytes. */
export function drawOnePanel(painters: Painters, wish: PictureWish): string {
  const cast = (wish.people ?? []).map((person, i): Character => ({
    id: `p${i}`, name: `${i}`, aliases: [], voice: 'normal', lines: 1, look: { ...(i % 2 === 0 ? ANN : BEN), ...person.look }, outfits: [{ id: 'o', outfit: { ...SHIRT, ...person.outfit } }],
  }));
  const panel: Panel = {
    id: 'panel', importance: 4, shot: 'medium', tilt: 0, action: '', crowd: 0, props: [], effects: [], lines: [], isLocked: false, opensScene: false, takes: [], ...wish.panel,
    characters: (wish.people ?? []).map(({ look: _look, outfit: _outfit, ...actor }, i) => ({ id: `p${i}`, expression: 'neutral', pose: 'stand', facing: 'front', x: (i + 1) / ((wish.people?.length ?? 0) + 1), depth: 0, ...actor })),
  };
  const book: Book = {
    schema: 1, id: 'picture', title: 'Picture', author: '', language: 'en', direction: 'ltr', format: 'square', style: { ...STYLE, ...wish.style }, seed: wish.seed ?? 7,
    bible: { cast, places: [{ id: 'pl1', name: '', kind: wish.place ?? 'void', era: wish.era ?? 'modern' }], facts: [] },
    chapters: [{ id: 'c', title: '', scenes: [{ id: 's', placeId: 'pl1', time: 'day', weather: 'clear', season: 'summer', mood: 'calm', ...wish.scene, panels: [panel] }] }],
    layout: { pages: [] }, madeBy: { writer: 'none', artist: 'storyboard' },
  };
  const { width, height } = wish;
  const box = { x: 0, y: 0, width, height };
  const polygon = [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
  const page = { number: 1, side: 'right' as const, width, height, template: 'splash', cut: { type: 'panel' as const, id: 'panel' }, panels: [{ id: 'panel', polygon, bleed: { left: false, right: false, top: false, bottom: false }, box }] };
  return drawPanelOf(painters, book, { pages: [page] }, 'panel').svg;
}
