/** Drawing a comic again, in part: takes of panels, and pages brought up to date with the book. */
import { z } from 'zod';
import { ComicId, idOf, ObjectKey } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { ArtistId } from './studio.ts';
import { Task, TaskState } from './tasks.ts';

export const TakeId = idOf('take').brand('TakeId');
export type TakeId = z.infer<typeof TakeId>;
/** Of a panel in the book. */
export const PanelId = z.string().regex(/^[\w-]{1,64}$/);
export const TAKES_MAX = 8;

export const Take = z.object({
  id: TakeId,
  panelId: z.string(),
  state: TaskState,
  /** `storyboard` is the built-in artist, `own` a picture of the author's; any other a provider of models. */
  provider: z.string(),
  model: z.string(),
  /** Provider and model as they were called when they drew it; empty for the others. */
  artistName: z.string(),
  /** All that the model was told, in words; empty for the others. */
  prompt: z.string(),
  /** What was asked for in words. */
  request: z.string(),
  /** How the words were understood, as the engine keeps it. */
  directions: z.unknown(),
  seed: z.int().nullable(),
  parentId: TakeId.nullable(),
  /** Of what it was drawn from; another hash than the panel's now means it is stale. */
  inputsHash: z.string(),
  /** Credits; the built-in artist costs nothing. */
  cost: z.int(),
  width: z.int(), height: z.int(),
  /** Address to show, and of the drawing with its faces and mouths. */
  picture: z.string().nullable(),
  drawing: z.string().nullable(),
  isRejected: z.boolean(),
  /** The panel shows it. */
  isShown: z.boolean(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Take = z.infer<typeof Take>;

/** Why a panel's picture no longer tells what the book says. */
export const StalePanel = z.object({ panelId: z.string(), page: z.int(), reason: z.enum(['missing', 'facts']), isLocked: z.boolean(), cost: z.int() });

const params = z.object({ comicId: ComicId });
const panel = params.extend({ panelId: PanelId });
const take = panel.extend({ takeId: TakeId });
const own = { who: 'guest', author: 'comic' } as const;
const make = { who: 'guest', author: 'comic', permission: 'comics.make' } as const;
const limit = { max: 120, windowSeconds: 60 };

export const comicDrawingRoutes = {
  update: defineRoute({
    id: 'comics.update', method: 'POST', path: '/comics/:comicId/update', summary: 'Bring pages up to date with the book; draws what is missing, and stale panels when asked to',
    access: make, params, body: z.strictObject({ redraw: z.union([z.enum(['missing', 'stale']), z.array(PanelId).min(1).max(2000)]).default('missing'), /** Who draws from now on. */ artist: ArtistId.optional() }), response: Task, status: 202,
    errors: ['not-found', 'comics.no-script', 'comics.busy', 'studio.no-model', 'access.denied', 'billing.quota-used-up'], limit,
  }),
  stale: defineRoute({
    id: 'comics.stale', method: 'GET', path: '/comics/:comicId/stale', summary: 'Panels whose picture does not tell what the book says, with what redrawing would cost',
    access: own, params, response: z.object({ revision: z.int(), items: z.array(StalePanel), cost: z.int() }), errors: ['not-found', 'comics.no-script'],
  }),
  takes: defineRoute({
    id: 'comics.takes', method: 'GET', path: '/comics/:comicId/takes', summary: 'All takes of a comic, by panel, oldest first',
    access: own, params, query: z.object({ panelId: PanelId.optional() }), response: z.object({ items: z.array(Take) }), errors: ['not-found'],
  }),
  draw: defineRoute({
    id: 'comics.draw', method: 'POST', path: '/comics/:comicId/panels/:panelId/takes', summary: 'Draw a panel once more, as asked for in words; what is there stays',
    access: make, params: panel,
    body: z.strictObject({ request: z.string().overwrite(oneLine).max(500).default(''), parentId: TakeId.optional(), seed: z.int().min(0).max(2 ** 31 - 1).optional(), /** The comic's own artist unless told. */ artist: ArtistId.optional() }), response: Take, status: 202,
    errors: ['not-found', 'comics.no-script', 'comics.too-many-takes', 'studio.no-model', 'access.denied', 'billing.quota-used-up'], limit,
  }),
  ownTake: defineRoute({
    id: 'comics.own-take', method: 'POST', path: '/comics/:comicId/panels/:panelId/takes/upload', summary: 'A picture of one\'s own as a take (PNG, JPEG, WebP, AVIF, GIF)',
    access: make, params: panel, takesUpload: { mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'application/octet-stream'], maxBytes: 50_000_000 }, response: Take, status: 201,
    errors: ['not-found', 'comics.no-script', 'comics.too-many-takes', 'pictures.not-a-picture', 'pictures.too-many-pixels', 'request.too-large'], limit,
  }),
  judgeTake: defineRoute({
    id: 'comics.judge-take', method: 'PATCH', path: '/comics/:comicId/panels/:panelId/takes/:takeId', summary: 'Put a take aside, or take it back',
    access: make, params: take, body: z.strictObject({ isRejected: z.boolean() }), response: Take, errors: ['not-found'],
  }),
  decide: defineRoute({
    id: 'comics.decide', method: 'POST', path: '/comics/:comicId/panels/:panelId/decide', summary: 'Say what becomes of a panel whose answer was lost at its provider: look for it, send it again (it may be charged a second time), or give it up',
    access: make, params: panel, body: z.strictObject({ decision: z.enum(['check', 'resend', 'abandon']) }), response: z.object({ decided: z.int() }), status: 202,
    errors: ['not-found', 'tasks.not-unknown', 'studio.cannot-check', 'billing.quota-used-up'], limit,
  }),
  decideScript: defineRoute({
    id: 'comics.decide-script', method: 'POST', path: '/comics/:comicId/script/decide', summary: 'Say what becomes of a script whose answer was lost at its provider: send again (it may be charged a second time), or give it up',
    access: make, params, body: z.strictObject({ decision: z.enum(['resend', 'abandon']) }), response: z.object({ decided: z.int() }), status: 202,
    errors: ['not-found', 'tasks.not-unknown', 'billing.quota-used-up'], limit,
  }),
  drawing: defineRoute({
    id: 'comics.drawing', method: 'GET', path: '/comics/:comicId/drawings/:key', summary: 'A drawing with its faces and mouths, by content address; never changes',
    access: own, params: z.object({ comicId: ComicId, key: ObjectKey }), givesBytes: ['application/json'], errors: ['not-found'],
  }),
  pause: defineRoute({
    id: 'comics.pause', method: 'POST', path: '/comics/:comicId/pause', summary: 'Stop drawing for now; continuing goes on with what is missing',
    access: own, params, response: Task, errors: ['not-found', 'tasks.not-cancellable'],
  }),
};
