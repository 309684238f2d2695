/** What can be chosen on the desk, in the order it is shown. A test holds the lists to the contract and the engine. */
import { STYLE_PRESETS, STYLE_SUPPORT } from '@komawari/comic';
import type { BOOK_STYLES } from '@komawari/contract';
import type { PicturedChoices } from '../../../engine/choice-pictures.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import type { BookDirection, BookFormat, BookLanguage } from '../book-choices.ts';

export type Word = WordKey<'comics-desk'>;
export type BookStyle = (typeof BOOK_STYLES)[number];

/** The six axes of style. `none` leaves one to the artist. */
export type Axes = Pick<PicturedChoices, 'palette' | 'art' | 'mood' | 'character' | 'line' | 'composition'>;
export type Axis = keyof Axes;

export const FORMAT_WORDS: Readonly<Record<BookFormat, Word>> = { 'manga-b5': 'formatMangaB5', a4: 'formatA4', 'us-comic': 'formatUsComic', square: 'formatSquare', '4-koma': 'formatFourKoma', webtoon: 'formatWebtoon' };
export const DIRECTION_WORDS: Readonly<Record<BookDirection | 'auto', Word>> = { auto: 'directionAuto', rtl: 'directionRtl', ltr: 'directionLtr' };
export const LANGUAGE_WORDS: Readonly<Record<BookLanguage | 'auto', Word>> = { auto: 'languageAuto', zh: 'languageZh', en: 'languageEn', ja: 'languageJa' };

export const STYLE_WORDS: Readonly<Record<BookStyle, Word>> = {
  storyboard: 'styleStoryboard', shonen: 'styleShonen', shojo: 'styleShojo', 'slice-of-life': 'styleSliceOfLife', noir: 'styleNoir', 'picture-book': 'stylePictureBook', gag: 'styleGag', horror: 'styleHorror', newspaper: 'styleNewspaper', 'watercolour-tale': 'styleWatercolourTale',
};

export const AXIS_WORDS: { readonly [A in Axis]: { word: Word; values: Readonly<Record<Axes[A], Word>> } } = {
  palette: { word: 'axisPalette', values: { 'black-and-white': 'paletteBw', monochrome: 'paletteMonochrome', sepia: 'paletteSepia', warm: 'paletteWarm', cool: 'paletteCool', vibrant: 'paletteVibrant', pastel: 'palettePastel', earth: 'paletteEarth', sunset: 'paletteSunset', neon: 'paletteNeon' } },
  art: { word: 'axisArt', values: { none: 'leftToArtist', manga: 'artManga', comic: 'artComic', cartoon: 'artCartoon', minimalist: 'artMinimalist', sketch: 'artSketch', vintage: 'artVintage', digital: 'artDigital', watercolour: 'artWatercolour', oil: 'artOil', realistic: 'artRealistic' } },
  mood: { word: 'axisMood', values: { none: 'leftToArtist', happy: 'moodHappy', peaceful: 'moodPeaceful', romantic: 'moodRomantic', nostalgic: 'moodNostalgic', energetic: 'moodEnergetic', adventurous: 'moodAdventurous', dramatic: 'moodDramatic', mysterious: 'moodMysterious', sad: 'moodSad', dark: 'moodDark' } },
  character: { word: 'axisCharacter', values: { none: 'leftToArtist', chibi: 'characterChibi', cartoonish: 'characterCartoonish', minimalist: 'characterMinimalist', 'expressive-eyes': 'characterEyes', elegant: 'characterElegant', heroic: 'characterHeroic', 'dynamic-pose': 'characterDynamic', 'detailed-face': 'characterDetailed', realistic: 'characterRealistic' } },
  line: { word: 'axisLine', values: { none: 'leftToArtist', clean: 'lineClean', bold: 'lineBold', soft: 'lineSoft', smooth: 'lineSmooth', sharp: 'lineSharp', minimal: 'lineMinimal', sketchy: 'lineSketchy', crosshatch: 'lineCrosshatch', detailed: 'lineDetailed' } },
  composition: { word: 'axisComposition', values: { none: 'leftToArtist', 'close-up': 'compositionCloseUp', wide: 'compositionWide', action: 'compositionAction', portrait: 'compositionPortrait', landscape: 'compositionLandscape', 'dynamic-angle': 'compositionAngle', centred: 'compositionCentred', thirds: 'compositionThirds', dramatic: 'compositionDramatic' } },
};
export const AXIS_LIST = Object.keys(AXIS_WORDS) as Axis[];

/** What an axis is with a preset, and what was chosen beside it. */
export function axisValue<A extends Axis>(axis: A, style: BookStyle, axes: Partial<Axes>): Axes[A] {
  return axes[axis] ?? (STYLE_PRESETS[style] as Axes)[axis];
}

/** Chooses an axis; what the preset says anyway is no choice of its own. */
export function chooseAxis<A extends Axis>(axes: Partial<Axes>, style: BookStyle, axis: A, value: Axes[A]): Partial<Axes> {
  const { [axis]: _former, ...others } = axes;
  return (STYLE_PRESETS[style] as Axes)[axis] === value ? (others as Partial<Axes>) : { ...axes, [axis]: value };
}

/** True where the built-in artist can only hint at a value that a picture model draws fully. */
export function isHint(axis: Axis, value: string): boolean {
  return axis !== 'palette' && (STYLE_SUPPORT[axis] as Readonly<Record<string, string>>)[value] === 'hint';
}

/** Fewest and most panels that the slider offers; the writer itself takes 1 to 2000. */
export const PANELS = { min: 4, max: 160, usual: 24 } as const;
