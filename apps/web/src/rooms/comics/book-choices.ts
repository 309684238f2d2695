/** What can be chosen for a book, in the order it is shown. A test holds the lists to the contract and the engine. */
import type { BOOK_DIRECTIONS, BOOK_FORMATS, BOOK_LANGUAGES, BOOK_PALETTES, EXPORT_FORMATS, TEXT_MAX_CHARACTERS } from '@komawari/contract';
import type { WordKey } from '../../language/namespaces.ts';

export type BookFormat = (typeof BOOK_FORMATS)[number];
export type BookDirection = (typeof BOOK_DIRECTIONS)[number];
export type BookPalette = (typeof BOOK_PALETTES)[number];
export type BookLanguage = (typeof BOOK_LANGUAGES)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const TEXT_MAX: typeof TEXT_MAX_CHARACTERS = 200_000;

/** Page sizes in the engine's unit; a webtoon is one strip of any height. */
export const FORMATS: Readonly<Record<BookFormat, { word: WordKey<'comics'>; width: number; height: number }>> = {
  'manga-b5': { word: 'formatMangaB5', width: 1075, height: 1518 },
  a4: { word: 'formatA4', width: 1240, height: 1754 },
  'us-comic': { word: 'formatUsComic', width: 994, height: 1538 },
  square: { word: 'formatSquare', width: 1240, height: 1240 },
  '4-koma': { word: 'formatFourKoma', width: 1075, height: 1518 },
  webtoon: { word: 'formatWebtoon', width: 800, height: 60_000 },
};

export const PALETTES: Readonly<Record<BookPalette, WordKey<'comics'>>> = {
  'black-and-white': 'paletteBw', monochrome: 'paletteMonochrome', sepia: 'paletteSepia', warm: 'paletteWarm', cool: 'paletteCool',
  vibrant: 'paletteVibrant', pastel: 'palettePastel', earth: 'paletteEarth', sunset: 'paletteSunset', neon: 'paletteNeon',
};

export const DIRECTIONS: Readonly<Record<BookDirection, WordKey<'comics'>>> = { ltr: 'directionLtr', rtl: 'directionRtl' };
export const LANGUAGES: Readonly<Record<BookLanguage, WordKey<'comics'>>> = { zh: 'bookZh', en: 'bookEn', ja: 'bookJa' };
export const PANEL_COUNTS = [12, 24, 48, 96] as const;

export const EXPORTS: Readonly<Record<ExportFormat, { name: string; word: WordKey<'comics'> }>> = {
  pdf: { name: 'PDF', word: 'downloadPdf' }, cbz: { name: 'CBZ', word: 'downloadCbz' }, epub: { name: 'EPUB', word: 'downloadEpub' },
  webtoon: { name: 'Webtoon', word: 'downloadWebtoon' }, png: { name: 'PNG', word: 'downloadPng' }, webp: { name: 'WebP', word: 'downloadWebp' },
  psd: { name: 'PSD', word: 'downloadPsd' }, mp4: { name: 'MP4', word: 'downloadMp4' }, gif: { name: 'GIF', word: 'downloadGif' }, koma: { name: '.koma', word: 'downloadKoma' },
};

/** The keys of a record that names every member of a type. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
