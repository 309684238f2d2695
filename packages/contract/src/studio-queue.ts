/** Pictures on their way: which wait, in what order, and who may go first among one's own. */
import { z } from 'zod';
import { GenerationId, PictureId, ProviderId, TaskId } from './ids.ts';
import { defineRoute } from './route.ts';
import { AskedSize, Picture } from './studio.ts';
import { ImageAbility } from './studio-models.ts';

const ROWS_MAX = 500;

export const QueueRow = z.object({
  /** `drawing`: it is with its provider. `paused`: it waits until its owner lets it go on. */
  state: z.enum(['drawing', 'waiting', 'paused']),
  /** Place among those of the list that wait, from 1; null for what is being drawn. */
  position: z.int().nullable(),
  ability: ImageAbility,
  /** As they are called now; null for those that are gone, and the model of what is another's. */
  providerName: z.string().nullable(),
  modelName: z.string().nullable(),
  /** How much of it is drawn, from 0 to 1, where its provider says so. */
  share: z.number().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  /** Null for what is another's: nobody reads another's words. */
  own: z.object({ pictureId: PictureId, taskId: TaskId, generationId: GenerationId, prompt: z.string(), size: AskedSize }).nullable(),
  /** Whose it is, for operators who look at everybody's. */
  ownerName: z.string().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueueList = z.object({
  /** Nothing more of one's own is begun. */
  isPaused: z.boolean(),
  /** Of one's own, those that wait or are paused, also beyond the end of the list. */
  waiting: z.int(),
  items: z.array(QueueRow),
  /** Those that draw, for operators who look at everybody's: nothing is begun at one that is paused. */
  providers: z.array(z.object({ id: ProviderId, name: z.string(), isPaused: z.boolean() })),
  /** One's own that ended without a picture in the last day, the newest first; not in the list of everybody's. */
  ended: z.array(Picture),
});
export type QueueList = z.infer<typeof QueueList>;

const user = { who: 'user' } as const;
const limit = { max: 300, windowSeconds: 60 };

export const queueRoutes = {
  list: defineRoute({
    id: 'studio.queue', method: 'GET', path: '/studio/queue', summary: 'Pictures on their way, in the order in which they will be drawn; of others\' only that they are there',
    access: user, query: z.object({ of: z.enum(['mine', 'all']).default('mine'), limit: z.coerce.number().int().min(1).max(ROWS_MAX).default(ROWS_MAX) }), response: QueueList,
  }),
  pause: defineRoute({
    id: 'studio.pause-queue', method: 'PUT', path: '/studio/queue/pause', summary: 'Begin no more of one\'s pictures for now, or go on; what is on its way is drawn to its end',
    access: user, body: z.strictObject({ isPaused: z.boolean() }), response: QueueList, limit,
  }),
  move: defineRoute({
    id: 'studio.move-in-queue', method: 'POST', path: '/studio/queue/move', summary: 'Change the order of one\'s pictures that wait; other people\'s turns stay where they are',
    access: user, body: z.discriminatedUnion('to', [
      z.strictObject({ pictureId: PictureId, to: z.enum(['front', 'up', 'down', 'end']) }),
      z.strictObject({ pictureId: PictureId, to: z.literal('before'), before: PictureId }),
    ]), response: QueueList, limit,
  }),
  pauseProvider: defineRoute({
    id: 'studio.pause-provider', method: 'PUT', path: '/studio/queue/providers/:providerId', summary: 'Begin no more pictures at a provider for now, whoever asks, or go on; what is on its way is drawn to its end',
    access: { who: 'user', permission: 'system.operate', subject: 'provider' }, params: z.object({ providerId: ProviderId }), body: z.strictObject({ isPaused: z.boolean() }), response: QueueList, errors: ['not-found'], limit,
  }),
  cancel: defineRoute({
    id: 'studio.cancel-pictures', method: 'POST', path: '/studio/queue/cancel', summary: 'Stop pictures that wait or are being drawn',
    access: user, body: z.strictObject({ pictureIds: z.array(PictureId).min(1).max(ROWS_MAX) }),
    response: z.object({ cancelled: z.array(PictureId), /** They have ended, or are not one's own. */ skipped: z.array(PictureId) }), limit,
  }),
};
