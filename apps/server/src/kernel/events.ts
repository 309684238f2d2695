import { StreamEvent } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/client.ts';

/** Opens a stream of events; its owner alone may listen. */
export async function openStream(tx: Tx, stream: { id: string; owner: string }): Promise<void> {
  await tx.insertInto('stream').values(stream).onConflict((conflict) => conflict.doNothing()).execute();
}

/**
 * Appends events and wakes the listeners when the transaction commits. The stream's row is locked
 * until then: sequence numbers become visible in their order, so that "after N" never skips one.
 * Call it last in a transaction.
 */
export async function appendEvents(tx: Tx, streamId: string, events: readonly StreamEvent[], now: Date): Promise<void> {
  if (events.length === 0) return;
  const payload = JSON.stringify(events.map((event) => StreamEvent.parse(event)));
  await sql`
    with head as (update stream set last_seq = last_seq + ${events.length} where id = ${streamId} returning last_seq - ${events.length} as base),
    added as (
      insert into event (stream_id, seq, at, data)
      select ${streamId}, head.base + item.ordinality, ${now}, item.value from head, jsonb_array_elements(${payload}::jsonb) with ordinality as item
      returning 1)
    select pg_notify('koma_event', ${streamId}) from head`.execute(tx);
}

export type StoredEvent = { seq: number; at: Date; event: StreamEvent };

/** Events after `after`, in order, at most `limit`. */
export async function listEvents(db: Db, streamId: string, after: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db.selectFrom('event').select(['seq', 'at', 'data']).where('stream_id', '=', streamId).where('seq', '>', after).orderBy('seq').limit(limit).execute();
  return rows.map((row) => ({ seq: row.seq, at: row.at, event: row.data as StreamEvent }));
}

export async function findStreamOwner(db: Db, streamId: string): Promise<{ owner: string } | undefined> {
  return db.selectFrom('stream').select('owner').where('id', '=', streamId).executeTakeFirst();
}
