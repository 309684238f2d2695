/** How long pictures stay, and how much room they may take: the operator's rules, what they would take away, what is one's own share. */
import { z } from 'zod';
import { PictureId } from './ids.ts';
import { defineRoute } from './route.ts';

const DAYS_MAX = 3650;
const BYTES_MAX = 1_000_000_000_000_000;

/** 0 means that there is none, everywhere but in `trashDays`. */
export const KeepingRules = z.strictObject({
  /** Days after which pictures go that nobody put in order: not favourites, on no board, without note and tags. */
  keepDays: z.int().min(0).max(DAYS_MAX),
  /** What the pictures of one person may take, with those that were given to work on. When these and the trash take as much, no new ones are made. */
  quotaBytes: z.int().min(0).max(BYTES_MAX),
  /** What the pictures of all may take together. */
  totalBytes: z.int().min(0).max(BYTES_MAX),
  /** Days that a picture lies in the trash, whoever put it there. */
  trashDays: z.int().min(1).max(365),
});
export type KeepingRules = z.infer<typeof KeepingRules>;

export const KEEP_EVERYTHING: KeepingRules = { keepDays: 0, quotaBytes: 0, totalBytes: 0, trashDays: 30 };

/** Which rule puts a picture into the trash. */
export const KeepingReason = z.enum(['days', 'quota', 'total']);
export type KeepingReason = z.infer<typeof KeepingReason>;

const amount = z.object({ count: z.int(), sizeBytes: z.int() });
export const KeepingAmounts = z.object({ days: amount, quota: amount, total: amount });
export type KeepingAmounts = z.infer<typeof KeepingAmounts>;

/** What a run would put into the trash now; what a run did has the same shape. */
export const KeepingPlan = z.object({
  ...amount.shape,
  byReason: KeepingAmounts,
  /** Of whom, the most first. Whose pictures they are is nobody else's to see: only how many, and how much room they take. */
  people: z.array(z.object({ name: z.string().nullable(), isYou: z.boolean(), /** Before. */ usedBytes: z.int(), /** After it. */ leftBytes: z.int(), byReason: KeepingAmounts, ...amount.shape })),
  /** People who stay above their share, since they keep all that they have. */
  fullPeople: z.int(),
  /** All together stay above what there is. */
  isStillOver: z.boolean(),
  /** One run takes so many at most; the next one goes on. */
  isWhole: z.boolean(),
});
export type KeepingPlan = z.infer<typeof KeepingPlan>;

export const Keeping = z.object({
  rules: KeepingRules,
  /** In pictures, not counting the trash; `given` are those that were given to work on. */
  used: z.object({ pictures: amount, given: amount, trash: amount, /** People who have any. */ people: z.int() }),
  /** Small pictures: how many there are, how many wait to be made, of how many none can be made. */
  thumbnails: z.object({ made: z.int(), waiting: z.int(), failed: z.int() }),
  lastRun: z.object({ at: z.iso.datetime(), ...amount.shape }).nullable(),
});
export type Keeping = z.infer<typeof Keeping>;

/** One's own share. */
export const OwnKeeping = z.object({
  rules: KeepingRules,
  usedBytes: z.int(),
  /** Of these, what no rule takes: favourites, what lies on boards, has a note or a tag, is being worked on, or was given to work on. */
  keptBytes: z.int(),
  trash: amount,
  /** What goes at the next run, the first one first; of these a few by name. */
  going: z.object({ ...amount.shape, first: z.array(z.object({ id: PictureId, prompt: z.string(), thumbnailUrl: z.string().nullable(), reason: KeepingReason, sizeBytes: z.int() })) }),
});
export type OwnKeeping = z.infer<typeof OwnKeeping>;

const operator = { who: 'user', permission: 'system.operate' } as const;
const limit = { max: 60, windowSeconds: 60 };

export const retentionRoutes = {
  keeping: defineRoute({ id: 'studio.keeping', method: 'GET', path: '/studio/keeping', summary: 'How long pictures stay, how much room they may take, and how much they do', access: operator, response: Keeping }),
  change: defineRoute({ id: 'studio.change-keeping', method: 'PUT', path: '/studio/keeping', summary: 'Change the rules; they hold at once, and the next run goes by them', access: operator, body: KeepingRules, response: Keeping, limit }),
  plan: defineRoute({
    id: 'studio.plan-keeping', method: 'POST', path: '/studio/keeping/plan', summary: 'What would go by these rules, or by those that hold; nothing is changed',
    access: operator, body: z.strictObject({ rules: KeepingRules.optional() }), response: KeepingPlan, limit,
  }),
  run: defineRoute({ id: 'studio.run-keeping', method: 'POST', path: '/studio/keeping/run', summary: 'Put what goes by the rules into the trash now, and say what went', access: operator, response: KeepingPlan, limit }),
  own: defineRoute({ id: 'studio.own-keeping', method: 'GET', path: '/studio/keeping/own', summary: 'How much room one\'s own pictures take, of how much, and what goes next', access: { who: 'user' }, response: OwnKeeping }),
};
