/** What a book may be, for all pages of comics. A test holds the lists to the contract and the engine. */
import type { BOOK_DIRECTIONS, BOOK_FORMATS, BOOK_LANGUAGES, EXPORT_FORMATS, TEXT_MAX_CHARACTERS } from '@komawari/contract';
import type { WordKey } from '../../language/namespaces.ts';

export type BookFormat = (typeof BOOK_FORMATS)[number];
export type BookDirection = (typeof BOOK_DIRECTIONS)[number];
export type BookLanguage = (typeof BOOK_LANGUAGES)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const TEXT_MAX: typeof TEXT_MAX_CHARACTERS = 200_000;

/** Page sizes in the engine's unit; a webtoon is one strip of any height. */
export const FORMATS: Readonly<Record<BookFormat, { width: number; height: number }>> = {
  'manga-b5': { width: 1075, height: 1518 },
  a4: { width: 1240, height: 1754 },
  'us-comic': { width: 994, height: 1538 },
  square: { width: 1240, height: 1240 },
  '4-koma': { width: 1075, height: 1518 },
  webtoon: { width: 800, height: 60_000 },
};

export const EXPORTS: Readonly<Record<ExportFormat, { name: string; word: WordKey<'comics'> }>> = {
  pdf: { name: 'PDF', word: 'downloadPdf' }, cbz: { name: 'CBZ', word: 'downloadCbz' }, epub: { name: 'EPUB', word: 'downloadEpub' },
  webtoon: { name: 'Webtoon', word: 'downloadWebtoon' }, png: { name: 'PNG', word: 'downloadPng' }, webp: { name: 'WebP', word: 'downloadWebp' },
  psd: { name: 'PSD', word: 'downloadPsd' }, mp4: { name: 'MP4', word: 'downloadMp4' }, gif: { name: 'GIF', word: 'downloadGif' }, koma: { name: '.koma', word: 'downloadKoma' },
};

/** The keys of a record that names every member of a type. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
