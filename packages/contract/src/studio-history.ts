/** One's pictures over time: found again, put in order, kept as files, thrown away, drawn again. */
import { z } from 'zod';
import { BoardId, PictureId, ProviderId, ZipId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { EnlargeFactor, Generation, Picture, PromptTemplate, Recipe } from './studio.ts';

export const NOTE_MAX = 4000;
export const TAG_MAX = 60;
export const PICTURE_TAGS_MAX = 50;
export const BOARDS_MAX = 500;
/** Pictures of one change, or of one download. */
export const BULK_MAX = 500;

/** One picture with all that it was made of. */
export const PictureWithRecipe = Picture.extend({
  /** As it was asked for; `seed` is that of this picture. */
  recipe: Recipe,
  /** What its words were made of; left out where they were sent as they stood. */
  template: PromptTemplate.optional(),
  /** As they are called now; null for those that are gone. */
  providerName: z.string().nullable(),
  modelName: z.string().nullable(),
});
export type PictureWithRecipe = z.infer<typeof PictureWithRecipe>;

/** Pictures put together under a name; a picture may lie on several. */
export const Board = z.object({ id: BoardId, name: z.string(), /** Those not in the trash. */ count: z.int(), /** Thumbnail of its newest picture. */ coverUrl: z.string().nullable(), createdAt: z.iso.datetime() });
export type Board = z.infer<typeof Board>;

export const RECIPE_SOURCES = ['komawari', 'a1111', 'comfyui', 'invokeai'] as const;

/** What a picture says it was made of. */
export const RecalledRecipe = z.object({
  /** Whose words they are. */
  source: z.enum(RECIPE_SOURCES),
  /** As much of it as fits here. `model` and the pictures that go in are named only where they are there and one's own. */
  recipe: Recipe,
  /** The model as the file calls it. */
  modelName: z.string().nullable(),
  /** What else it says, such as the sampler, in the words of its program. */
  others: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Parts of the recipe that could not be taken over: too long, too large, or pictures that are not here. */
  left: z.array(z.enum(['prompt', 'negativePrompt', 'size', 'seed', 'steps', 'guidance', 'strength', 'model', 'source', 'references', 'mask', 'settings'])),
});
export type RecalledRecipe = z.infer<typeof RecalledRecipe>;

export const StudioSettings = z.object({ /** Files to keep carry prompt, model and seed. That a model made them is written into them in any case. */ keepsMaking: z.boolean() });
export type StudioSettings = z.infer<typeof StudioSettings>;

const tag = z.string().overwrite((text) => oneLine(text.normalize('NFC'))).min(1).max(TAG_MAX);
const tags = z.array(tag).max(PICTURE_TAGS_MAX);
const boardName = z.string().overwrite(oneLine).min(1).max(120);

export const PictureChange = z.strictObject({ isFavourite: z.boolean().optional(), note: z.string().max(NOTE_MAX).optional(), /** All that it has from now on. */ tags: tags.optional(), /** All that it lies on from now on. */ boardIds: z.array(BoardId).max(BOARDS_MAX).optional() });
export type PictureChange = z.infer<typeof PictureChange>;

/** `remove` is for good, of what is in the trash. */
export const PicturesChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('favourite'), isFavourite: z.boolean() }),
  z.strictObject({ kind: z.literal('tags'), add: tags.default([]), remove: tags.default([]) }),
  z.strictObject({ kind: z.literal('board'), boardId: BoardId, isOn: z.boolean() }),
  z.strictObject({ kind: z.literal('trash') }),
  z.strictObject({ kind: z.literal('restore') }),
  z.strictObject({ kind: z.literal('remove') }),
]);
export type PicturesChange = z.infer<typeof PicturesChange>;

const own = { who: 'user', author: 'picture' } as const;
const picture = z.object({ pictureId: PictureId });
const board = z.object({ boardId: BoardId });
const ids = z.array(PictureId).min(1).max(BULK_MAX);
const limit = { max: 300, windowSeconds: 60 };
const CARRIERS = ['image/png', 'image/jpeg', 'image/webp', 'application/octet-stream'] as const;

export const historyRoutes = {
  picture: defineRoute({
    id: 'studio.picture', method: 'GET', path: '/studio/pictures/:pictureId', summary: 'One picture with all that it was made of, in the trash too',
    access: own, params: picture, response: PictureWithRecipe, errors: ['not-found'],
  }),
  change: defineRoute({
    id: 'studio.change-picture', method: 'PATCH', path: '/studio/pictures/:pictureId', summary: 'Make a picture a favourite, note something about it, tag it, lay it on boards',
    access: own, params: picture, body: PictureChange, response: Picture, errors: ['not-found', 'studio.board-gone'], limit,
  }),
  changeMany: defineRoute({
    id: 'studio.change-pictures', method: 'POST', path: '/studio/pictures/bulk', summary: 'The same for many at once; to the trash, out of it, or from there for good',
    access: { who: 'user' }, body: z.strictObject({ pictureIds: ids, change: PicturesChange }),
    response: z.object({ changed: z.array(PictureId), /** Not there, one's own, or not such that this can be done: what is being drawn or has an unknown outcome does not go to the trash. */ skipped: z.array(PictureId) }), errors: ['studio.board-gone'], limit,
  }),
  emptyTrash: defineRoute({
    id: 'studio.empty-trash', method: 'DELETE', path: '/studio/trash', summary: 'Remove for good what lies in the trash',
    access: { who: 'user' }, response: z.object({ removed: z.int() }),
  }),
  retry: defineRoute({
    id: 'studio.retry', method: 'POST', path: '/studio/pictures/:pictureId/retry', summary: 'Draw again, in its place, what failed, was refused or cancelled',
    access: { ...own, permission: 'pictures.make' }, params: picture, response: Picture, status: 202, errors: ['not-found', 'tasks.nothing-to-continue', 'billing.quota-used-up'], limit,
  }),
  enlarge: defineRoute({
    id: 'studio.enlarge', method: 'POST', path: '/studio/pictures/:pictureId/enlarge', summary: 'Make a picture larger by Lanczos, without a model and free: a new picture beside it, of at most 64 megapixels',
    access: { ...own, permission: 'pictures.make' }, params: picture, body: z.strictObject({ factor: EnlargeFactor }), response: Generation, status: 202, errors: ['not-found', 'studio.enlarge-large', 'studio.quota-full', 'studio.disk-full'], limit: { max: 60, windowSeconds: 60 },
  }),
  thumbnail: defineRoute({
    id: 'studio.thumbnail', method: 'GET', path: '/studio/pictures/:pictureId/thumbnail', summary: 'The picture small, as WebP; never changes',
    access: own, params: picture, givesBytes: ['image/webp'], errors: ['not-found'],
  }),
  boards: defineRoute({ id: 'studio.boards', method: 'GET', path: '/studio/boards', summary: 'One\'s boards, by name', access: { who: 'user' }, response: z.object({ items: z.array(Board) }) }),
  createBoard: defineRoute({
    id: 'studio.create-board', method: 'POST', path: '/studio/boards', summary: 'Make a board',
    access: { who: 'user' }, body: z.strictObject({ name: boardName }), response: Board, status: 201, errors: ['studio.boards-many'], limit,
  }),
  renameBoard: defineRoute({
    id: 'studio.rename-board', method: 'PATCH', path: '/studio/boards/:boardId', summary: 'Give a board another name',
    access: { who: 'user', author: 'board' }, params: board, body: z.strictObject({ name: boardName }), response: Board, errors: ['not-found'], limit,
  }),
  removeBoard: defineRoute({
    id: 'studio.remove-board', method: 'DELETE', path: '/studio/boards/:boardId', summary: 'Remove a board; its pictures stay',
    access: { who: 'user', author: 'board' }, params: board, response: z.object({ isRemoved: z.literal(true) }), errors: ['not-found'],
  }),
  tags: defineRoute({ id: 'studio.tags', method: 'GET', path: '/studio/tags', summary: 'Tags of one\'s pictures, the most used first', access: { who: 'user' }, response: z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) }) }),
  usedModels: defineRoute({
    id: 'studio.used-models', method: 'GET', path: '/studio/used-models', summary: 'Models that one\'s pictures were drawn with, the most used first',
    access: { who: 'user' }, response: z.object({ items: z.array(z.object({ providerId: ProviderId, modelId: z.string(), providerName: z.string().nullable(), modelName: z.string().nullable(), count: z.int() })) }),
  }),
  zipPictures: defineRoute({
    id: 'studio.zip-pictures', method: 'POST', path: '/studio/zips', summary: 'Put pictures together for one download; its address is good for a day',
    access: { who: 'user' }, body: z.strictObject({ pictureIds: ids, /** As the account has it, unless told. */ making: z.boolean().optional() }),
    response: z.object({ id: ZipId, url: z.string(), count: z.int(), /** What the pictures take; the file is a little larger. */ sizeBytes: z.int(), expiresAt: z.iso.datetime() }), status: 201, errors: ['not-found', 'studio.zip-large'], limit: { max: 60, windowSeconds: 60 },
  }),
  zip: defineRoute({
    id: 'studio.zip', method: 'GET', path: '/studio/zips/:zipId', summary: 'The pictures as one zip, written while it is sent',
    access: { who: 'user', author: 'zip' }, params: z.object({ zipId: ZipId }), givesBytes: ['application/zip'], errors: ['not-found'], limit: { max: 60, windowSeconds: 60 },
  }),
  readMaking: defineRoute({
    id: 'studio.read-making', method: 'POST', path: '/studio/read-making', summary: 'Read out of a picture what it was made of: ours, AUTOMATIC1111, ComfyUI, InvokeAI. The picture is not kept',
    access: { who: 'user' }, takesUpload: { mediaTypes: CARRIERS, maxBytes: 50_000_000 }, response: RecalledRecipe, errors: ['studio.no-making', 'pictures.not-a-picture', 'request.too-large', 'request.media-type'], limit: { max: 30, windowSeconds: 60 },
  }),
  settings: defineRoute({ id: 'studio.settings', method: 'GET', path: '/studio/settings', summary: 'How one wants the studio', access: { who: 'user' }, response: StudioSettings }),
  changeSettings: defineRoute({ id: 'studio.change-settings', method: 'PUT', path: '/studio/settings', summary: 'Say how one wants the studio', access: { who: 'user' }, body: z.strictObject({ keepsMaking: z.boolean() }), response: StudioSettings, limit }),
};
