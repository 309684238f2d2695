/** What the rules take, seen before and done. */
import type { KeepingReason, KeepingRules, OwnerRef } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { findRules, noteRun, readFacts, trashLoose } from './keeping-store.ts';
import { cutOff, decideKeeping, type Going } from './rules.ts';

/** So many are locked at once. */
const BATCH = 500;

/** What a run would do now; changes nothing. The total of all is no part of what one owner's pictures alone tell. */
export async function planKeeping(app: App, rules: KeepingRules, owner?: OwnerRef) {
  const nowMs = app.ports.clock.now().getTime();
  const facts = await readFacts(app.client.db, rules, { before: new Date(cutOff(rules, nowMs)), ...(owner === undefined ? {} : { owner }) });
  return { ...facts, going: decideKeeping(owner === undefined ? rules : { ...rules, totalBytes: 0 }, facts, nowMs) };
}

export type Plan = Awaited<ReturnType<typeof planKeeping>>;

/**
 * Puts into the trash what the rules take. Several may run at once: both decide the same, and each picture goes once. What became a
 * favourite meanwhile, or was laid on a board, stays.
 */
export async function runKeeping(app: App, stop: AbortSignal): Promise<{ plan: Plan; went: { count: number; sizeBytes: number } }> {
  const plan = await planKeeping(app, await findRules(app.client.db));
  const now = app.ports.clock.now();
  const went = { count: 0, sizeBytes: 0 };
  for (const { ids, reason } of batchesOf(plan.going)) {
    if (stop.aborted) break;
    const { count, sizeBytes } = await inTransaction(app.client.db, (tx) => trashLoose(tx, { ids, reason, now }));
    went.count += count;
    went.sizeBytes += sizeBytes;
  }
  await noteRun(app.client.db, { ...went, now });
  if (went.count > 0) app.log.info({ ...went }, 'pictures went to the trash by the rules');
  return { plan, went };
}

/** Whether another run follows at once: there was more than this one saw, and it got on. After one that took nothing, the next would see the same. */
export function goesOn({ plan, went }: { plan: Pick<Plan, 'isWhole'>; went: { count: number } }): boolean {
  return !plan.isWhole && went.count > 0;
}

/** In the order in which it was decided, so that one who looks in between decides the rest. */
function batchesOf(going: readonly Going[]): { ids: string[]; reason: KeepingReason }[] {
  const batches: { ids: string[]; reason: KeepingReason }[] = [];
  for (const { id, reason } of going) {
    const last = batches.at(-1);
    if (last && last.reason === reason && last.ids.length < BATCH) last.ids.push(id);
    else batches.push({ ids: [id], reason });
  }
  return batches;
}
