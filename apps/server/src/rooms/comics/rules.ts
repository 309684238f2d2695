/** Decisions of the room on plain data. */
import { oneLine, TEXT_MAX_CHARACTERS } from '@komawari/contract';
import { AppError } from '../../kernel/errors.ts';

/**
 * The text of a story as it is kept: line ends as LF, no characters that a database or a font can not
 * hold. Throws when nothing is left, when it is too long, or when it is no text at all.
 */
export function acceptText(raw: string): string {
  if (isTooLong(raw)) throw new AppError('comics.text-too-long');
  const control = raw.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  if (control > 20 && control > raw.length * 0.02) throw new AppError('comics.not-text');
  const text = raw.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '');
  if (text.trim() === '') throw new AppError('comics.empty-text');
  return text;
}

function isTooLong(text: string): boolean {
  if (text.length <= TEXT_MAX_CHARACTERS) return false;
  let count = 0;
  for (const _ of text) if ((count += 1) > TEXT_MAX_CHARACTERS) return true;
  return false;
}

/** Latin letters count one, Chinese and Japanese characters two. */
const TITLE_WIDTH = 42;
/** Made for the first title: it costs as much as the rest of the room's rules. */
let words: Intl.Segmenter | undefined;

/** A name to show until the writer has found the real title: the first words of the text, whole ones. */
export function provisionalTitle(text: string): string {
  const line = text.split('\n').map((part) => oneLine(part.slice(0, 2000).replace(/^[#\s]+/, ''))).find((part) => part !== '') ?? '';
  let title = '';
  for (const { segment } of (words ??= new Intl.Segmenter(undefined, { granularity: 'word' })).segment(line)) {
    if (widthOf(title + segment) > TITLE_WIDTH) return `${(title === '' ? [...segment].slice(0, TITLE_WIDTH).join('') : title).replace(/[\s\p{P}]+$/u, '')}…`;
    title += segment;
  }
  return title;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1), 0);
}

/** The next keyset page starts after this; times have milliseconds, ids break ties. */
export function cursorOf(row: { createdAt: string; id: string }): string {
  return `${row.createdAt}~${row.id}`;
}

export function readCursor(cursor: string | undefined): { createdAt: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [time = '', id = ''] = cursor.split('~');
  const createdAt = new Date(time);
  if (Number.isNaN(createdAt.getTime()) || !/^[a-z]+_[0-9a-z]{26}$/.test(id)) throw new AppError('request.invalid', { detail: 'after' });
  return { createdAt, id };
}
