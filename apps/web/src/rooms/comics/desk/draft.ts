/** The story being written and its choices, kept in this browser until its comic exists; when its writer signs out it waits for them, out of sight. */
import type { MakeOptions } from '@komawari/contract';
import type { PreviewOptions } from '../../../engine/types.ts';
import { DRAFT, keep, readKept } from '../../../frame/kept.ts';
import type { BookDirection, BookFormat, BookLanguage } from '../book-choices.ts';
import { AXIS_LIST, AXIS_WORDS, axisValue, DIRECTION_WORDS, FORMAT_WORDS, LANGUAGE_WORDS, PANELS, STYLE_WORDS, type Axes, type BookStyle } from './choices.ts';

export type Draft = {
  text: string;
  title: string;
  author: string;
  /** Free words on the style, for picture models. */
  notes: string;
  format: BookFormat;
  direction: BookDirection | 'auto';
  language: BookLanguage | 'auto';
  panels: number | 'auto';
  style: BookStyle;
  /** Chosen beside the preset; what is left out is as the preset says. */
  axes: Partial<Axes>;
  /** `storyboard`, or the address of a model. */
  artist: string;
  /** `built-in`, or the address of a model. */
  writer: string;
  /** The same content keeps its key: sending it twice makes one comic. */
  key: string;
};

export const LIMITS = { title: 400, author: 200, notes: 2000 } as const;

export function emptyDraft(): Draft {
  return { text: '', title: '', author: '', notes: '', format: 'manga-b5', direction: 'auto', language: 'auto', panels: 'auto', style: 'storyboard', axes: {}, artist: 'storyboard', writer: 'built-in', key: newKey() };
}

/** Nothing was chosen yet that the first panel shows. */
export function hasUsualLook(draft: Draft): boolean {
  const usual = emptyDraft();
  return draft.style === usual.style && draft.format === usual.format && draft.direction === usual.direction && draft.panels === usual.panels && Object.keys(draft.axes).length === 0;
}

/** A changed draft is another comic. */
export function changeDraft(draft: Draft, change: Partial<Draft>): Draft {
  return { ...draft, ...change, key: newKey() };
}

export function loadDraft(): Draft {
  return parseDraft(readKept(DRAFT)) ?? emptyDraft();
}

export function saveDraft(draft: Draft): boolean {
  return keep(DRAFT, JSON.stringify(draft));
}

/** The story is a comic now; the choices stay for the next one. */
export function dropStory(draft: Draft): Draft {
  return { ...draft, text: '', title: '', notes: '', language: 'auto', panels: 'auto', key: newKey() };
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
  const { text, title, author, notes, format, direction, language, panels, style, axes, palette, artist, writer, key } = raw as Record<string, unknown>;
  const empty = emptyDraft();
  return {
    text: textOf(text), title: textOf(title, LIMITS.title), author: textOf(author, LIMITS.author), notes: textOf(notes, LIMITS.notes), key: textOf(key) || empty.key,
    format: memberOf(FORMAT_WORDS, format) ?? empty.format, direction: memberOf(DIRECTION_WORDS, direction) ?? 'auto', language: memberOf(LANGUAGE_WORDS, language) ?? 'auto',
    panels: typeof panels === 'number' && Number.isInteger(panels) && panels >= PANELS.min && panels <= PANELS.max ? panels : 'auto',
    // Drafts of the first version knew a palette alone.
    style: memberOf(STYLE_WORDS, style) ?? empty.style, axes: axesOf(axes ?? { palette }), artist: makerOf(artist, empty.artist), writer: makerOf(writer, empty.writer),
  };
}

/** What is left to the writer is left out. */
export function optionsOf(draft: Draft): MakeOptions {
  const [title, author, notes] = [draft.title.trim(), draft.author.trim(), draft.notes.trim()];
  return {
    format: draft.format, style: draft.style, ...draft.axes,
    ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }), ...(notes === '' ? {} : { notes }),
    ...(draft.direction === 'auto' ? {} : { direction: draft.direction }),
    ...(draft.language === 'auto' ? {} : { language: draft.language }),
    ...(draft.panels === 'auto' ? {} : { panels: draft.panels }),
    ...(draft.artist === 'storyboard' ? {} : { artist: draft.artist }), ...(draft.writer === 'built-in' ? {} : { writer: draft.writer }),
  };
}

/** The same choices for the first panel; with a manner of drawing people, it shows people. */
export function previewOptionsOf(draft: Draft): PreviewOptions {
  const { style, notes: _notes, seed: _seed, artist: _artist, writer: _writer, ...options } = optionsOf(draft);
  return { ...options, preset: style ?? 'storyboard', shows: axisValue('character', draft.style, draft.axes) === 'none' ? 'first' : 'people' };
}

/** How a sample is drawn until there is a story: in the look that is chosen, and always with somebody in it. */
export function samplePreview(draft: Draft): PreviewOptions {
  return { ...previewOptionsOf({ ...draft, title: '', language: 'auto' }), shows: 'people' };
}

function axesOf(raw: unknown): Partial<Axes> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(AXIS_LIST.flatMap((axis) => {
    const value = memberOf(AXIS_WORDS[axis].values as Readonly<Record<string, unknown>>, (raw as Record<string, unknown>)[axis]);
    return value === undefined ? [] : [[axis, value]];
  }));
}

/** The address of a model, as the contract has it. */
function makerOf(value: unknown, usual: string): string {
  return typeof value === 'string' && value.length <= 240 && /^provider_[0-9a-z]{26}\/.+$/.test(value) ? value : usual;
}

function textOf(value: unknown, limit = Number.POSITIVE_INFINITY): string {
  return typeof value === 'string' ? value.slice(0, limit) : '';
}

function memberOf<K extends string>(record: Readonly<Record<K, unknown>>, value: unknown): K | undefined {
  return typeof value === 'string' && Object.hasOwn(record, value) ? (value as K) : undefined;
}

/** `crypto.randomUUID` is missing on plain http; random bytes are not. */
function newKey(): string {
  return `web-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
