/** The story being written, kept in this browser until its comic exists. */
import type { MakeOptions } from '@komawari/contract';
import { keep, readKept } from '../../../frame/kept.ts';
import { DIRECTIONS, FORMATS, LANGUAGES, PALETTES, PANEL_COUNTS, type BookDirection, type BookFormat, type BookLanguage, type BookPalette } from '../book-choices.ts';

export type Draft = {
  text: string;
  title: string;
  format: BookFormat;
  palette: BookPalette;
  direction: BookDirection | 'auto';
  language: BookLanguage | 'auto';
  panels: number | 'auto';
  /** The same content keeps its key: sending it twice makes one comic. */
  key: string;
};

const NAME = 'koma.draft';

export function emptyDraft(): Draft {
  return { text: '', title: '', format: 'manga-b5', palette: 'black-and-white', direction: 'auto', language: 'auto', panels: 'auto', key: newKey() };
}

/** A changed draft is another comic. */
export function changeDraft(draft: Draft, change: Partial<Draft>): Draft {
  return { ...draft, ...change, key: newKey() };
}

export function loadDraft(): Draft {
  return parseDraft(readKept(NAME)) ?? emptyDraft();
}

export function saveDraft(draft: Draft): boolean {
  return keep(NAME, JSON.stringify(draft));
}

/** The story is a comic now; the choices stay for the next one. */
export function dropStory(draft: Draft): void {
  saveDraft({ ...draft, text: '', title: '', key: newKey() });
}

/** Reads what an older version or another hand may have written; undefined when it is no draft. */
export function parseDraft(json: string | undefined): Draft | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { text, title, format, palette, direction, language, panels, key } = raw as Record<string, unknown>;
  const empty = emptyDraft();
  return {
    text: typeof text === 'string' ? text : '', title: typeof title === 'string' ? title : '', key: typeof key === 'string' && key !== '' ? key : empty.key,
    format: memberOf(FORMATS, format) ?? empty.format, palette: memberOf(PALETTES, palette) ?? empty.palette,
    direction: memberOf(DIRECTIONS, direction) ?? 'auto', language: memberOf(LANGUAGES, language) ?? 'auto',
    panels: PANEL_COUNTS.find((count) => count === panels) ?? 'auto',
  };
}

/** What is left to the writer is left out. */
export function optionsOf(draft: Draft): MakeOptions {
  const title = draft.title.trim();
  return {
    format: draft.format, palette: draft.palette,
    ...(title === '' ? {} : { title }),
    ...(draft.direction === 'auto' ? {} : { direction: draft.direction }),
    ...(draft.language === 'auto' ? {} : { language: draft.language }),
    ...(draft.panels === 'auto' ? {} : { panels: draft.panels }),
  };
}

function memberOf<K extends string>(record: Readonly<Record<K, unknown>>, value: unknown): K | undefined {
  return typeof value === 'string' && Object.hasOwn(record, value) ? (value as K) : undefined;
}

/** `crypto.randomUUID` is missing on plain http; random bytes are not. */
function newKey(): string {
  return `web-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
