/** Comics: from a story to a finished book. */
import { z } from 'zod';
import { ComicId, FileId, ObjectKey, TaskId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { ArtistId, WriterId } from './studio.ts';
import { Progress, Task, TaskState } from './tasks.ts';

export const TEXT_MAX_CHARACTERS = 200_000;
export const BOOK_LANGUAGES = ['zh', 'en', 'ja'] as const;
export const BOOK_FORMATS = ['manga-b5', 'a4', 'us-comic', 'square', '4-koma', 'webtoon'] as const;
export const BOOK_DIRECTIONS = ['rtl', 'ltr'] as const;
export const BOOK_PALETTES = ['black-and-white', 'vibrant', 'pastel', 'monochrome', 'warm', 'cool', 'earth', 'neon', 'sepia', 'sunset'] as const;
/** Named styles: each sets several axes at once; an axis that is chosen beside it wins. */
export const BOOK_STYLES = ['storyboard', 'shonen', 'slice-of-life', 'noir', 'picture-book', 'gag', 'shojo', 'horror', 'newspaper', 'watercolour-tale'] as const;
/** The axes of style; the palette is the sixth. `none` leaves the axis to the artist. */
export const BOOK_ARTS = ['none', 'manga', 'realistic', 'cartoon', 'watercolour', 'oil', 'sketch', 'digital', 'minimalist', 'vintage', 'comic'] as const;
export const BOOK_MOODS = ['none', 'happy', 'sad', 'mysterious', 'adventurous', 'romantic', 'dark', 'peaceful', 'energetic', 'nostalgic', 'dramatic'] as const;
export const BOOK_CHARACTERS = ['none', 'realistic', 'chibi', 'heroic', 'elegant', 'cartoonish', 'detailed-face', 'minimalist', 'expressive-eyes', 'dynamic-pose'] as const;
export const BOOK_LINES = ['none', 'clean', 'sketchy', 'bold', 'soft', 'detailed', 'minimal', 'crosshatch', 'smooth', 'sharp'] as const;
export const BOOK_COMPOSITIONS = ['none', 'close-up', 'wide', 'action', 'portrait', 'landscape', 'dynamic-angle', 'centred', 'thirds', 'dramatic'] as const;
export const EXPORT_FORMATS = ['pdf', 'cbz', 'epub', 'webtoon', 'png', 'webp', 'psd', 'mp4', 'gif', 'koma'] as const;

export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

const styleAxes = {
  art: z.enum(BOOK_ARTS).optional(),
  mood: z.enum(BOOK_MOODS).optional(),
  character: z.enum(BOOK_CHARACTERS).optional(),
  line: z.enum(BOOK_LINES).optional(),
  composition: z.enum(BOOK_COMPOSITIONS).optional(),
  /** Free words on the style, for picture models. */
  notes: z.string().max(2000).optional(),
};

/** Whatever is left out is chosen by the writer from the text. */
export const MakeOptions = z.strictObject({
  title: z.string().overwrite(oneLine).min(1).max(400).optional(),
  author: z.string().overwrite(oneLine).max(200).optional(),
  language: z.enum(BOOK_LANGUAGES).optional(),
  format: z.enum(BOOK_FORMATS).optional(),
  direction: z.enum(BOOK_DIRECTIONS).optional(),
  /** How many panels the whole book should have, about. */
  panels: z.int().min(1).max(2000).optional(),
  style: z.enum(BOOK_STYLES).optional(),
  palette: z.enum(BOOK_PALETTES).optional(),
  ...styleAxes,
  /** Who draws; the built-in artist unless told. */
  artist: ArtistId.optional(),
  /** Who tells people and speakers; the built-in writer unless told. */
  writer: WriterId.optional(),
  seed: z.int().min(0).max(2 ** 31 - 1).optional(),
});
export type MakeOptions = z.infer<typeof MakeOptions>;

export const CreateComic = z.strictObject({
  text: z.string(),
  options: MakeOptions.default({}),
  /** Writes the script and waits: the author edits it before anything is drawn. */
  scriptOnly: z.boolean().default(false),
  /** The same key again gives the same comic instead of a second one. */
  idempotencyKey: z.string().min(1).max(200).optional(),
});

/** Options of an upload travel in the query, since the body is the file. */
export const UploadQuery = z.strictObject({
  title: z.string().overwrite(oneLine).min(1).max(400).optional(),
  author: z.string().overwrite(oneLine).max(200).optional(),
  language: z.enum(BOOK_LANGUAGES).optional(),
  format: z.enum(BOOK_FORMATS).optional(),
  direction: z.enum(BOOK_DIRECTIONS).optional(),
  panels: z.coerce.number().int().min(1).max(2000).optional(),
  style: z.enum(BOOK_STYLES).optional(),
  palette: z.enum(BOOK_PALETTES).optional(),
  ...styleAxes,
  artist: ArtistId.optional(),
  writer: WriterId.optional(),
  seed: z.coerce.number().int().min(0).max(2 ** 31 - 1).optional(),
  /** As in the body of `comics.create`. */
  scriptOnly: z.enum(['true', 'false']).optional(),
  idempotencyKey: z.string().min(1).max(200).optional(),
});

/** What to write, and how. Choices that a format does not know are left aside. */
export const ExportWish = z.strictObject({
  format: ExportFormat,
  /** 150 for screens, 300 for print. */
  dpi: z.int().min(36).max(600).default(150),
  /** One of the book's languages; its own when absent. */
  language: z.enum(BOOK_LANGUAGES).optional(),
  /** PDF and PSD: the art reaches 3 mm beyond the trim. */
  withBleed: z.boolean().optional(),
  /** PDF: crop marks outside the bleed, which they bring with them. */
  withCropMarks: z.boolean().optional(),
  /** Webtoon: size of the slices, 800 x 1280 when absent. */
  slices: z.enum(['webtoon', 'tapas', 'phone']).optional(),
  /** Teaser: 9:16 when absent. */
  teaser: z.enum(['upright', 'square']).optional(),
});
export type ExportWish = z.infer<typeof ExportWish>;

export const ComicSummary = z.object({
  id: ComicId,
  title: z.string(),
  state: TaskState,
  language: z.string().nullable(),
  format: z.string().nullable(),
  direction: z.string().nullable(),
  panels: Progress,
  pageCount: z.int(),
  /** Picture of the first page, when it is there. */
  cover: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
});
export type ComicSummary = z.infer<typeof ComicSummary>;

export const PanelState = z.object({
  id: z.string(),
  page: z.int(),
  state: TaskState,
  /** Address of the drawing, or null while it is missing. */
  picture: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export const PageState = z.object({
  number: z.int(),
  /** Trim size in page units (1/150 inch). */
  width: z.int(), height: z.int(),
  picture: z.string().nullable(),
  preview: z.string().nullable(),
  /** What a screen reader says, in reading order. */
  alternative: z.array(z.object({ panelId: z.string(), description: z.string(), lines: z.array(z.object({ speaker: z.string(), text: z.string(), kind: z.string() })) })),
});

export const ComicFile = z.object({ id: FileId, format: ExportFormat, name: z.string(), mediaType: z.string(), sizeBytes: z.int(), address: z.string(), language: z.string().nullable(), /** The export that made it. */ taskId: TaskId, /** Made from an older revision of the book. */ isOutdated: z.boolean() });

/** What the readability meter found; `box` is where on the page, in page units. */
export const Problem = z.object({
  code: z.string(), page: z.int(), panelId: z.string(), lineId: z.string(),
  amount: z.number().optional(), box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
});

export const Comic = ComicSummary.extend({
  taskId: TaskId,
  stream: z.string(),
  /** The last event of the stream that this answer knows: listen from here on. */
  seq: z.int(),
  /** Of the book; 0 while there is no script. Pages and files of an older one are out of date. */
  revision: z.int(),
  pagesRevision: z.int(),
  isPaused: z.boolean(),
  /** Models that drew what its panels show now, as they were called then; empty for the built-in artist and own pictures. */
  artists: z.array(z.string()),
  /** A script was asked for first; drawing waits for the author. */
  isScriptOnly: z.boolean(),
  panelStates: z.array(PanelState),
  pages: z.array(PageState),
  files: z.array(ComicFile),
  problems: z.array(Problem),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Comic = z.infer<typeof Comic>;

const params = z.object({ comicId: ComicId });
const own = { who: 'guest', author: 'comic' } as const;
const make = { who: 'guest', author: 'comic', permission: 'comics.make' } as const;

export const comicRoutes = {
  create: defineRoute({
    id: 'comics.create', method: 'POST', path: '/comics', summary: 'Make a comic from a text',
    access: { who: 'guest', permission: 'comics.make' }, body: CreateComic, response: ComicSummary.extend({ taskId: TaskId, stream: z.string() }), status: 202,
    errors: ['comics.empty-text', 'comics.text-too-long', 'comics.not-text', 'studio.no-model', 'access.denied', 'billing.quota-used-up'], limit: { max: 60, windowSeconds: 60 },
  }),
  upload: defineRoute({
    id: 'comics.upload', method: 'POST', path: '/comics/upload', summary: 'Make a comic from a .txt, .md, .html, .docx or .epub file; what its bytes are counts, and the encoding of text is found (UTF-8, UTF-16, GB18030, Shift_JIS)',
    access: { who: 'guest', permission: 'comics.make' }, query: UploadQuery,
    takesUpload: { mediaTypes: ['text/plain', 'text/markdown', 'text/html', 'application/xhtml+xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/epub+zip', 'application/zip', 'application/octet-stream'], maxBytes: 100_000_000 },
    response: ComicSummary.extend({ taskId: TaskId, stream: z.string(), /** What of the file is not in the story (footnotes, pictures), as sentences. */ notices: z.array(z.string()) }), status: 202,
    errors: ['comics.empty-text', 'comics.text-too-long', 'comics.not-text', 'studio.no-model', 'access.denied', 'comics.file-kind', 'comics.file-protected', 'comics.file-damaged', 'comics.file-too-large', 'billing.quota-used-up'], limit: { max: 60, windowSeconds: 60 },
  }),
  list: defineRoute({
    id: 'comics.list', method: 'GET', path: '/comics', summary: 'One\'s own comics, newest first',
    access: { who: 'guest' },
    query: z.object({ after: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(100).default(30), trash: z.enum(['true', 'false']).default('false'),
      /** Words of the title. */
      search: z.string().max(200).optional(), sort: z.enum(['newest', 'changed', 'title']).default('newest'), state: z.enum(['done', 'unfinished']).optional() }),
    response: z.object({ items: z.array(ComicSummary), next: z.string().nullable() }),
  }),
  get: defineRoute({
    id: 'comics.get', method: 'GET', path: '/comics/:comicId', summary: 'A comic with its panels, pages and files',
    access: own, params, response: Comic, errors: ['not-found'],
  }),
  picture: defineRoute({
    id: 'comics.picture', method: 'GET', path: '/comics/:comicId/pictures/:key', summary: 'A drawing or page by content address; never changes',
    access: own, params: z.object({ comicId: ComicId, key: ObjectKey }), givesBytes: ['image/svg+xml', 'image/png', 'image/jpeg'], errors: ['not-found'],
  }),
  export: defineRoute({
    id: 'comics.export', method: 'POST', path: '/comics/:comicId/exports', summary: 'Write the finished comic to files of one format',
    access: make, params, body: ExportWish, response: Task, status: 202,
    errors: ['not-found', 'comics.unfinished', 'comics.pages-outdated'], limit: { max: 60, windowSeconds: 60 },
  }),
  file: defineRoute({
    id: 'comics.file', method: 'GET', path: '/comics/:comicId/files/:fileId', summary: 'Download an exported file',
    access: own, params: z.object({ comicId: ComicId, fileId: FileId }), givesBytes: ['application/octet-stream'], errors: ['not-found'],
  }),
  cancel: defineRoute({
    id: 'comics.cancel', method: 'POST', path: '/comics/:comicId/cancel', summary: 'Stop making; what is drawn stays',
    access: own, params, response: Task, errors: ['not-found', 'tasks.not-cancellable'],
  }),
  continue: defineRoute({
    id: 'comics.continue', method: 'POST', path: '/comics/:comicId/continue', summary: 'Go on with what is missing',
    access: make, params, response: Task, errors: ['not-found', 'tasks.nothing-to-continue'],
  }),
  remove: defineRoute({
    id: 'comics.remove', method: 'DELETE', path: '/comics/:comicId', summary: 'Move to the trash; with `forGood`, delete what lies there',
    access: own, params, query: z.object({ forGood: z.enum(['true', 'false']).default('false') }), response: z.object({ where: z.enum(['trash', 'gone']) }), errors: ['not-found'],
  }),
  restore: defineRoute({
    id: 'comics.restore', method: 'POST', path: '/comics/:comicId/restore', summary: 'Take a comic back out of the trash',
    access: own, params, response: ComicSummary, errors: ['not-found'],
  }),
};
