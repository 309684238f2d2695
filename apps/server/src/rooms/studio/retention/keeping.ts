/** The rules for everybody, as the operator sees and changes them; and one's own share. */
import type { Keeping, KeepingAmounts, KeepingPlan, KeepingRules, OwnKeeping, PictureId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import { ownerOf, type Ctx } from '../../../kernel/ctx.ts';
import { countThumbnails, findLastRun, findOwnUse, findRules, findTrash, listOwnerNames, listShown, listTotals, saveRules } from './keeping-store.ts';
import { planKeeping, runKeeping, type Plan } from './run-keeping.ts';
import type { Going } from './rules.ts';
import { TRIES_MAX } from './thumbnails.ts';

const FIRST_MAX = 12;

export async function getKeeping(ctx: Ctx): Promise<Keeping> {
  const { db } = ctx.app.client;
  const [rules, totals, trash, thumbnails, last] = await Promise.all([findRules(db), listTotals(db), findTrash(db), countThumbnails(db, TRIES_MAX), findLastRun(db)]);
  return { rules, used: { ...totals, trash }, thumbnails, lastRun: last ? { at: last.at.toISOString(), count: last.count, sizeBytes: last.sizeBytes } : null };
}

export async function changeKeeping(ctx: Ctx, rules: KeepingRules): Promise<Keeping> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    await saveRules(tx, rules, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'studio.change-keeping', subject: 'studio', data: rules });
  });
  return getKeeping(ctx);
}

export async function showPlan(ctx: Ctx, rules: KeepingRules | undefined): Promise<KeepingPlan> {
  const holding = rules ?? (await findRules(ctx.app.client.db));
  return presentPlan(ctx, holding, await planKeeping(ctx.app, holding));
}

/** Gives what was decided; what its owner kept in the same moment is still among it, and stays. */
export async function runNow(ctx: Ctx): Promise<KeepingPlan> {
  const { plan, went } = await runKeeping(ctx.app, new AbortController().signal);
  await audit(ctx.app.client.db, ctx, { action: 'studio.run-keeping', subject: 'studio', data: went });
  return { ...(await presentPlan(ctx, await findRules(ctx.app.client.db), plan)), ...went };
}

async function presentPlan(ctx: Ctx, rules: KeepingRules, { going, used, isWhole }: Plan): Promise<KeepingPlan> {
  const of = Map.groupBy(going, ({ owner }) => owner);
  const names = await listOwnerNames(ctx.app.client.db, [...of.keys()]);
  const left = new Map([...used].map(([owner, bytes]) => [owner, bytes - amountOf(of.get(owner) ?? []).sizeBytes]));
  const me = ownerOf(ctx.actor);
  return {
    ...amountOf(going), byReason: byReason(going), isWhole,
    people: [...of].map(([owner, theirs]) => ({ name: names.get(owner) ?? null, isYou: owner === me, usedBytes: used.get(owner) ?? 0, leftBytes: left.get(owner) ?? 0, byReason: byReason(theirs), ...amountOf(theirs) }))
      .sort((a, b) => b.sizeBytes - a.sizeBytes || b.count - a.count),
    fullPeople: rules.quotaBytes === 0 ? 0 : [...left.values()].filter((bytes) => bytes > rules.quotaBytes).length,
    isStillOver: rules.totalBytes > 0 && [...left.values()].reduce((sum, bytes) => sum + bytes, 0) > rules.totalBytes,
  };
}

/** What goes of one's own by the rule for all together is known only at the run. */
export async function getOwnKeeping(ctx: Ctx): Promise<OwnKeeping> {
  const { db } = ctx.app.client;
  const owner = ownerOrNotFound(ctx);
  const rules = await findRules(db);
  const [use, trash, { going }] = await Promise.all([findOwnUse(db, owner), findTrash(db, owner), planKeeping(ctx.app, rules, owner)]);
  const shown = await listShown(db, going.slice(0, FIRST_MAX).map(({ id }) => id));
  return {
    rules, usedBytes: use.sizeBytes + use.givenBytes, keptBytes: use.keptBytes + use.givenBytes, trash,
    going: {
      ...amountOf(going),
      first: going.slice(0, FIRST_MAX).map(({ id, reason, sizeBytes }) => ({ id: id as PictureId, prompt: shown.get(id)?.prompt ?? '', thumbnailUrl: shown.get(id)?.hasThumbnail ? `/api/v1/studio/pictures/${id}/thumbnail` : null, reason, sizeBytes })),
    },
  };
}

function byReason(going: readonly Going[]): KeepingAmounts {
  const of = (reason: Going['reason']) => amountOf(going.filter((one) => one.reason === reason));
  return { days: of('days'), quota: of('quota'), total: of('total') };
}

function amountOf(going: readonly Going[]): { count: number; sizeBytes: number } {
  return { count: going.length, sizeBytes: going.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}
