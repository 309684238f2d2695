/** The book behind a comic: read, edited by ops, kept in versions. */
import { z } from 'zod';
import { ComicId, idOf } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';

export const VersionId = idOf('version').brand('VersionId');
export type VersionId = z.infer<typeof VersionId>;

/** One change of a book as data; the engine (`@komawari/comic/edit`) holds the exact form and checks it. */
export const BookOp = z.looseObject({ op: z.enum(['set', 'text', 'insert', 'remove', 'move', 'each', 'rename', 'merge']) });

/** What became of a change that met another one made meanwhile; `lost` is what did not win. */
export const BookNotice = z.object({ code: z.string(), kind: z.string(), id: z.string(), field: z.string().optional(), lost: z.unknown().optional() });

/** A step of the book's history. A restored version has no ops: read the book anew. */
export const BookEdit = z.object({ revision: z.int(), clientId: z.string(), ops: z.array(z.unknown()).nullable(), at: z.iso.datetime() });
export type BookEdit = z.infer<typeof BookEdit>;

export const Version = z.object({ id: VersionId, name: z.string(), revision: z.int(), panels: z.int(), pages: z.int(), createdAt: z.iso.datetime() });
export type Version = z.infer<typeof Version>;

const params = z.object({ comicId: ComicId });
const version = params.extend({ versionId: VersionId });
const own = { who: 'guest', author: 'comic' } as const;
const make = { who: 'guest', author: 'comic', permission: 'comics.make' } as const;
/** Counters are kept in 32 bits. */
const COUNT_MAX = 2 ** 31 - 1;
const often = { max: 600, windowSeconds: 60 };

export const comicEditingRoutes = {
  book: defineRoute({
    id: 'comics.book', method: 'GET', path: '/comics/:comicId/book', summary: 'The book as it stands: script, cast, places, pages by hand',
    access: own, params, response: z.object({ revision: z.int(), book: z.unknown() }), errors: ['not-found', 'comics.no-script'],
  }),
  edit: defineRoute({
    id: 'comics.edit', method: 'POST', path: '/comics/:comicId/edits', summary: 'Change the book. The same client id and sequence number again changes nothing',
    access: make, params,
    body: z.strictObject({
      /** Of one open page; edits of one client keep their order. */
      clientId: z.string().regex(/^[\w-]{8,64}$/), clientSeq: z.int().min(1).max(COUNT_MAX),
      /** The revision the change was made on. */
      baseRevision: z.int().min(0).max(COUNT_MAX),
      /** A larger step is sent in pieces that follow one another; a request holds at most 4 MB. */
      ops: z.array(BookOp).min(1).max(5000),
    }),
    response: z.object({
      revision: z.int(), notices: z.array(BookNotice),
      /** All that changed since `baseRevision`, oldest first, this change among it; applied in this order they give the book of `revision`. */
      edits: z.array(BookEdit),
    }),
    errors: ['not-found', 'comics.no-script', 'comics.edit-invalid', 'comics.edit-too-large'], limit: often,
  }),
  edits: defineRoute({
    id: 'comics.edits', method: 'GET', path: '/comics/:comicId/edits', summary: 'What changed since a revision, oldest first',
    access: own, params, query: z.object({ after: z.coerce.number().int().min(0).max(COUNT_MAX).default(0) }), response: z.object({ items: z.array(BookEdit), revision: z.int() }), errors: ['not-found'],
  }),
  versions: defineRoute({
    id: 'comics.versions', method: 'GET', path: '/comics/:comicId/versions', summary: 'Named versions, newest first',
    access: own, params, response: z.object({ items: z.array(Version) }), errors: ['not-found'],
  }),
  keepVersion: defineRoute({
    id: 'comics.keep-version', method: 'POST', path: '/comics/:comicId/versions', summary: 'Keep the book as it stands under a name',
    access: make, params, body: z.strictObject({ name: z.string().overwrite(oneLine).min(1).max(200) }), response: Version, status: 201,
    errors: ['not-found', 'comics.no-script', 'comics.too-many-versions'], limit: { max: 60, windowSeconds: 60 },
  }),
  versionBook: defineRoute({
    id: 'comics.version-book', method: 'GET', path: '/comics/:comicId/versions/:versionId', summary: 'The book of a version, to compare with',
    access: own, params: version, response: z.object({ revision: z.int(), book: z.unknown() }), errors: ['not-found'],
  }),
  restoreVersion: defineRoute({
    id: 'comics.restore-version', method: 'POST', path: '/comics/:comicId/versions/:versionId/restore', summary: 'Make a version the book again; the present one is kept as a version first',
    access: make, params: version, response: z.object({ revision: z.int() }), errors: ['not-found'],
  }),
  removeVersion: defineRoute({
    id: 'comics.remove-version', method: 'DELETE', path: '/comics/:comicId/versions/:versionId', summary: 'Forget a version',
    access: own, params: version, response: z.object({ isRemoved: z.literal(true) }), errors: ['not-found'],
  }),
};
