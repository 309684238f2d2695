import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { styleFor, STYLE_PRESETS, type StyleWish } from '../../direct/style/presets.ts';
import { styleBook } from '../../direct/style/style-book.ts';
import { storyboardArtist } from '../../make/artist.ts';
import { scriptBook } from '../../make/script-book.ts';
import { Book, listLines, listPanels } from '../../model/book.ts';
import { ARTS, CHARACTER_STYLES, COMPOSITIONS, LINE_STYLES, PRESETS, STYLE_MOODS } from '../../model/kinds.ts';
import { paintsFor } from '../pen/palettes.ts';
import { toneDefs } from '../pen/tone.ts';
import { loadPropIcons } from '../prop/index.ts';
import { drawPanel } from '../stage/draw-panel.ts';
import { scenesByPanel } from '../stage/scene-of.ts';
import type { PanelDrawing } from '../types.ts';
import { STYLE_SUPPORT } from './style-support.ts';

const find = createRequire(import.meta.url);
const painters = storyboardArtist(await loadPropIcons(async (pack) => JSON.parse(await readFile(join(dirname(find.resolve(`@iconify-json/${pack}/package.json`)), 'icons.json'), 'utf8'))));
const STORIES = await Promise.all(['lighthouse.en.md', 'last-bus.zh.md', 'umbrella.ja.md'].map((name) => readFile(new URL(`../../../../../docs/samples/${name}`, import.meta.url), 'utf8')));
const BOOKS = STORIES.map((story) => scriptBook(story));
const AXES = { art: ARTS, mood: STYLE_MOODS, character: CHARACTER_STYLES, line: LINE_STYLES, composition: COMPOSITIONS, preset: PRESETS } as const;
const WISHES = Object.entries(AXES).flatMap(([axis, values]) => values.map((value, i) => [axis, value, i] as const));
const SIZES = [{ width: 620, height: 330 }, { width: 380, height: 420 }];
/** Of the panels of a story, one in so many is drawn for each value; each value takes others. */
const EVERY = 11;

const styled = (plain: Book, wish: StyleWish): Book => styleBook(structuredClone(plain), styleFor(wish));

function drawn(plain: Book, wish: StyleWish, turn: number, every = EVERY): { panel: number; drawing: PanelDrawing; size: { width: number; height: number } }[] {
  const book = styled(plain, wish);
  const palette = styleFor(wish).palette;
  const scenes = [...scenesByPanel(book).values()];
  return scenes.flatMap((at, panel) => {
    const size = SIZES[panel % 2]!;
    return panel % every === turn % every ? [{ panel, size, drawing: drawPanel(painters, paintsFor(palette), at, size, 15_000) }] : [];
  });
}

const centre = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): { x: number; y: number } => ({ x: x + width / 2, y: y + height / 2 });

test.each(WISHES)('%s %s draws every story, faces in the picture and mouths in the faces', (axis, value, i) => {
  for (const plain of BOOKS) {
    for (const { drawing, size, panel } of drawn(plain, { [axis]: value } as StyleWish, i)) {
      expect(drawing.svg).not.toMatch(/NaN|undefined|Infinity/);
      const known = new Set([...(drawing.svg + toneDefs()).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, id] of drawing.svg.matchAll(/url\(#([^)]+)\)/g)) expect(known, `${value} panel ${panel}`).toContain(id);
      for (const { faceBox, mouth } of drawing.people) {
        const face = centre(faceBox);
        expect(face.x, `${value} panel ${panel}`).toBeGreaterThan(-size.width * 0.08);
        expect(face.x, `${value} panel ${panel}`).toBeLessThan(size.width * 1.08);
        expect(face.y, `${value} panel ${panel}`).toBeGreaterThan(-size.height * 0.08);
        expect(face.y, `${value} panel ${panel}`).toBeLessThan(size.height * 1.08);
        expect(Math.abs(mouth.x - face.x)).toBeLessThan(faceBox.width * 0.8);
        expect(Math.abs(mouth.y - face.y)).toBeLessThan(faceBox.height * 0.8);
      }
    }
  }
});

test('an ink book stays without hue in every style', () => {
  for (const [axis, value, i] of WISHES.filter(([name]) => name !== 'preset')) {
    for (const { drawing } of drawn(BOOKS[2]!, { [axis]: value } as StyleWish, i, 19)) {
      for (const [, hex] of drawing.svg.matchAll(/"#([0-9a-f]{6})"/g)) expect(new Set(hex!.match(/../g)).size, `${axis} ${value} #${hex}`).toBe(1);
    }
  }
});

test('the same book in the same style is the same drawing; another value another one', () => {
  const [first, again] = [0, 1].map(() => drawn(BOOKS[0]!, { art: 'watercolour', mood: 'romantic', line: 'sketchy' }, 3));
  expect(again).toEqual(first);
  for (const [axis, values] of Object.entries(AXES)) {
    const pictures = values.map((value) => drawn(BOOKS[0]!, { [axis]: value } as StyleWish, 1, 26).map(({ drawing }) => drawing.svg).join('') + listPanels(styled(BOOKS[0]!, { [axis]: value } as StyleWish)).map((panel) => `${panel.shot}${panel.tilt}`).join());
    expect(new Set(pictures).size, axis).toBe(values.length);
  }
});

test('a style never changes what is told, who is in a panel, or which place opens', () => {
  for (const story of STORIES) {
    const plain = scriptBook(story);
    for (const preset of PRESETS) {
      const book = scriptBook(story, { preset });
      expect(listLines(book)).toEqual(listLines(plain));
      listPanels(book).forEach((panel, i) => {
        const other = listPanels(plain)[i]!;
        expect(panel.characters.map(({ id, holds, contact, expression }) => [id, holds, contact, expression])).toEqual(other.characters.map(({ id, holds, contact, expression }) => [id, holds, contact, expression]));
        expect([panel.props, panel.opensScene, panel.importance]).toEqual([other.props, other.opensScene, other.importance]);
        if (panel.opensScene) expect(panel.shot).toBe(other.shot);
      });
      const shots = listPanels(book).map((panel) => panel.shot);
      expect(new Set(shots).size).toBeGreaterThan(3);
    }
  }
});

test('books of before the axes open as they were drawn', () => {
  const book = scriptBook(STORIES[0]!);
  const old = { ...book, style: { preset: 'storyboard', art: 'anime/manga', mood: 'none', palette: 'sepia', character: 'none', line: 'clean', composition: 'none', notes: '' } };
  expect(Book.parse(old).style).toEqual({ ...book.style, palette: 'sepia' });
});

test('an axis chosen by itself wins over the preset, and each value has its support told', () => {
  expect(styleFor({ preset: 'noir', palette: 'sepia', line: 'bold', art: undefined })).toMatchObject({ ...STYLE_PRESETS.noir, preset: 'noir', palette: 'sepia', line: 'bold' });
  for (const [axis, values] of Object.entries(AXES)) if (axis !== 'preset') expect(Object.keys(STYLE_SUPPORT[axis as keyof typeof STYLE_SUPPORT])).toEqual([...values]);
});
