/** Comics on their shelf: names, copies, bundles, links, where one stopped reading. */
import { z } from 'zod';
import { ComicSummary } from './comics.ts';
import { ComicId, TaskId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';

const params = z.object({ comicId: ComicId });
const own = { who: 'guest', author: 'comic' } as const;
const make = { who: 'guest', author: 'comic', permission: 'comics.make' } as const;
const limit = { max: 60, windowSeconds: 60 };

/** Where a reader is: the page, the panel of the guided view, and how it is read. */
export const ReadingPlace = z.object({ page: z.int().min(1), panelId: z.string().max(64).nullable(), mode: z.enum(['single', 'double', 'scroll', 'guided']).nullable(), language: z.string().max(10).nullable() });
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** A comic as somebody with its link sees it: nothing about who made it but the name in the book. */
export const SharedComic = z.object({
  title: z.string(), author: z.string(), language: z.string(), languages: z.array(z.string()), direction: z.string(), format: z.string(),
  pages: z.array(z.object({
    number: z.int(), width: z.int(), height: z.int(), picture: z.string().nullable(), preview: z.string().nullable(),
    /** Panels in reading order: box in page units, for the guided view. */
    panels: z.array(z.object({ id: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
    alternative: z.array(z.object({ panelId: z.string(), description: z.string(), lines: z.array(z.object({ speaker: z.string(), text: z.string(), kind: z.string() })) })),
  })),
});
export type SharedComic = z.infer<typeof SharedComic>;

export const comicShelfRoutes = {
  rename: defineRoute({
    id: 'comics.rename', method: 'PATCH', path: '/comics/:comicId', summary: 'Give a comic another title',
    access: own, params, body: z.strictObject({ title: z.string().overwrite(oneLine).min(1).max(400) }), response: ComicSummary, errors: ['not-found'],
  }),
  duplicate: defineRoute({
    id: 'comics.duplicate', method: 'POST', path: '/comics/:comicId/duplicate', summary: 'A copy with its book, takes and pages; versions stay with the first',
    access: make, params, response: ComicSummary, status: 201, errors: ['not-found', 'comics.no-script'], limit,
  }),
  importBundle: defineRoute({
    id: 'comics.import', method: 'POST', path: '/comics/import', summary: 'Make a comic of a .koma bundle',
    access: { who: 'guest', permission: 'comics.make' }, takesUpload: { mediaTypes: ['application/vnd.komawari+zip', 'application/zip', 'application/octet-stream'], maxBytes: 100_000_000 },
    response: ComicSummary.extend({ taskId: TaskId, stream: z.string() }), status: 202, errors: ['comics.bundle-unreadable', 'comics.bundle-damaged', 'comics.bundle-newer', 'comics.file-too-large', 'comics.edit-too-large', 'request.too-large'], limit,
  }),
  emptyTrash: defineRoute({
    id: 'comics.empty-trash', method: 'DELETE', path: '/comics/trash', summary: 'Delete for good what lies in the trash',
    access: { who: 'guest' }, response: z.object({ removed: z.int() }),
  }),
  reading: defineRoute({
    id: 'comics.reading', method: 'GET', path: '/comics/:comicId/reading', summary: 'What a reader shows: pages, panels, text alternatives in a language, and where one stopped',
    access: own, params, query: z.object({ language: z.enum(['zh', 'en', 'ja']).optional() }), response: SharedComic.extend({ place: ReadingPlace.nullable() }), errors: ['not-found'],
  }),
  keepPlace: defineRoute({
    id: 'comics.keep-place', method: 'PUT', path: '/comics/:comicId/reading', summary: 'Remember where one stopped reading',
    access: own, params, body: ReadingPlace, response: ReadingPlace, errors: ['not-found'], limit: { max: 300, windowSeconds: 60 },
  }),
  share: defineRoute({
    id: 'comics.share', method: 'POST', path: '/comics/:comicId/share', summary: 'A link for reading, for whoever has it; the same again while it is not taken back',
    access: make, params, response: z.object({ token: z.string(), createdAt: z.iso.datetime() }), errors: ['not-found'], limit,
  }),
  shared: defineRoute({
    id: 'comics.share-of', method: 'GET', path: '/comics/:comicId/share', summary: 'The link for reading, when there is one',
    access: own, params, response: z.object({ token: z.string().nullable(), createdAt: z.iso.datetime().nullable() }), errors: ['not-found'],
  }),
  unshare: defineRoute({
    id: 'comics.unshare', method: 'DELETE', path: '/comics/:comicId/share', summary: 'Take the link back',
    access: own, params, response: z.object({ isShared: z.literal(false) }), errors: ['not-found'],
  }),
  readShared: defineRoute({
    id: 'comics.read-shared', method: 'GET', path: '/shared/:token', summary: 'A comic read by its link',
    access: { who: 'anyone', subject: 'link' }, params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }), query: z.object({ language: z.enum(['zh', 'en', 'ja']).optional() }), response: SharedComic, errors: ['not-found'],
  }),
  sharedPicture: defineRoute({
    id: 'comics.shared-picture', method: 'GET', path: '/shared/:token/pictures/:key', summary: 'A page of a comic read by its link',
    access: { who: 'anyone', subject: 'link' }, params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/), key: z.string().regex(/^[0-9a-f]{64}$/) }), givesBytes: ['image/svg+xml', 'image/png'], errors: ['not-found'],
  }),
};
