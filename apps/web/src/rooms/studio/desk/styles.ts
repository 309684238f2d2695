/** Styles as words that are added to a prompt. They are shown as they are sent, and can be changed there. */
import { promptWith } from '@komawari/contract/studio-grid-cells';
import type { WordKey } from '../../../language/namespaces.ts';

export { promptWith };

type Style = { word: WordKey<'studio'>; words: string };

/** In English, which every model reads. */
export const STYLES = {
  anime: { word: 'styleAnime', words: 'anime style, clean cel shading, expressive eyes' },
  manga: { word: 'styleManga', words: 'black and white manga, screentone, confident ink lines' },
  comic: { word: 'styleComic', words: 'comic book art, bold outlines, flat colours' },
  ink: { word: 'styleInk', words: 'ink wash painting, brush strokes, empty space' },
  lineArt: { word: 'styleLineArt', words: 'line art, fine even lines, white background' },
  watercolour: { word: 'styleWatercolour', words: 'watercolour, soft washes, paper texture' },
  photo: { word: 'stylePhoto', words: 'photograph, natural light, 50 mm lens, fine detail' },
  cinematic: { word: 'styleCinematic', words: 'cinematic still, dramatic light, shallow depth of field' },
  film: { word: 'styleFilm', words: 'analog film photograph, grain, faded colours' },
  digital: { word: 'styleDigital', words: 'digital painting, rich colour, fine detail' },
  fantasy: { word: 'styleFantasy', words: 'fantasy art, epic scale, glowing light' },
  neon: { word: 'styleNeon', words: 'neon punk, night city, magenta and cyan light' },
  isometric: { word: 'styleIsometric', words: 'isometric view, clean geometry, soft shadows' },
  lowPoly: { word: 'styleLowPoly', words: 'low poly, faceted shapes, simple colours' },
  origami: { word: 'styleOrigami', words: 'folded paper origami, crisp creases' },
  clay: { word: 'styleClay', words: 'modelling clay, stop-motion look, fingerprints' },
  model: { word: 'styleModel', words: '3D render, soft studio light, physically based materials' },
  pixel: { word: 'stylePixel', words: 'pixel art, limited palette, crisp pixels' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

export function isHouseStyle(id: string): id is StyleName {
  return Object.hasOwn(STYLES, id);
}

/** One of the house by its name, or one's own by its id. */
export function isStyleId(raw: unknown): raw is string {
  return typeof raw === 'string' && (isHouseStyle(raw) || /^style_[0-9a-z]{26}$/.test(raw));
}

/** What shall not be seen: what the form says, then what the style does. */
export function negativeWith(negativePrompt: string, styleNegative: string): string {
  return [negativePrompt.trim(), styleNegative.trim()].filter((words) => words !== '').join(', ');
}

/** The words before those of the style, such that `promptWith` gives the same prompt again; undefined where it does not end so. */
export function promptWithout(prompt: string, styleWords: string): string | undefined {
  if (styleWords === '' || !prompt.endsWith(styleWords)) return undefined;
  const head = prompt.slice(0, -styleWords.length).trim();
  return [head.replace(/,$/, ''), head].find((words) => words !== '' && promptWith(words, styleWords) === prompt);
}
