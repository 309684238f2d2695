import type { Db, Tx } from '../db/client.ts';
import { nameOf, type Ctx } from './ctx.ts';

/** Writes down who did what, in the same transaction as the deed. `data` holds ids and codes only. */
export async function audit(tx: Tx | Db, ctx: Ctx, entry: { action: string; subject: string; data?: Record<string, unknown> }): Promise<void> {
  await tx.insertInto('audit').values({
    at: ctx.app.ports.clock.now(), actor: nameOf(ctx.actor), action: entry.action, subject: entry.subject,
    data: JSON.stringify(entry.data ?? {}), request_id: ctx.requestId,
  }).execute();
}

/** Newest first, below `before`. */
export async function listAudit(db: Db, page: { before?: number; limit: number }) {
  let query = db.selectFrom('audit').select(['id', 'at', 'actor', 'action', 'subject', 'data']).orderBy('id', 'desc').limit(page.limit + 1);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return query.execute();
}
