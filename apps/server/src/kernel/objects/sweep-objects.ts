/** Objects that no row names any more: what a deleted comic leaves, and what was stored by an attempt that died. */
import type { ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { StoredObject } from '../../ports/object-store.ts';
import type { App } from '../app.ts';

const DAY_MS = 86_400_000;
const BATCH = 1_000;

/** Removes them, once a day and batch by batch; goes on where a killed process stopped. Several processes may call it at once. Returns how many were removed. */
export async function sweepObjects(app: App, stop: AbortSignal, batch = BATCH): Promise<number> {
  let removedCount = 0;
  while (!stop.aborted) {
    const removed = await sweepBatch(app, batch);
    if (removed === undefined) break;
    removedCount += removed;
  }
  if (removedCount > 0) app.log.info({ count: removedCount }, 'objects that nothing named were removed');
  return removedCount;
}

/**
 * The row is locked while its batch is looked at, so nobody else does. It moves on after the files are gone: a kill in
 * between makes the next batch the same one. Undefined when nothing is due, or another process is at it.
 */
async function sweepBatch(app: App, limit: number): Promise<number | undefined> {
  const now = app.ports.clock.now();
  return inTransaction(app.client.db, async (tx) => {
    const sweep = await tx.selectFrom('object_sweep').select(['after_key', 'ended_at']).forUpdate().skipLocked().executeTakeFirst();
    if (!sweep) return undefined;
    if (sweep.after_key === null && sweep.ended_at && now.getTime() - sweep.ended_at.getTime() < DAY_MS) return undefined;
    const objects = await app.ports.objects.list({ after: (sweep.after_key ?? undefined) as ObjectKey | undefined, limit });
    const before = dayBefore(now);
    let removedCount = 0;
    for (const { key } of await unnamedOf(app, tx, objects, before)) if (await app.ports.objects.removeUnlessPut(key, before)) removedCount += 1;
    const isEnd = objects.length < limit;
    await tx.updateTable('object_sweep').set({ after_key: isEnd ? null : objects.at(-1)?.key ?? null, ...(isEnd ? { ended_at: now } : {}) }).execute();
    return removedCount;
  });
}

/** What a sweep would remove now; removes nothing. */
export async function countUnnamedObjects(app: App): Promise<{ count: number; sizeBytes: number }> {
  const total = { count: 0, sizeBytes: 0 };
  for (let after: ObjectKey | undefined; ;) {
    const objects = await app.ports.objects.list({ after, limit: BATCH });
    for (const { sizeBytes } of await unnamedOf(app, app.client.db, objects, dayBefore(app.ports.clock.now()))) {
      total.count += 1;
      total.sizeBytes += sizeBytes;
    }
    if (objects.length < BATCH) return total;
    after = objects.at(-1)?.key;
  }
}

/** A day, because an object is stored before the row that names it. */
function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}

async function unnamedOf(app: App, db: Db | Tx, objects: readonly StoredObject[], before: Date): Promise<StoredObject[]> {
  const old = objects.filter(({ putAt }) => putAt <= before);
  if (old.length === 0) return [];
  const named = await app.works.namedObjects(db, old.map(({ key }) => key));
  return old.filter(({ key }) => !named.has(key));
}
