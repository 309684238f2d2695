/** The SQL of further addresses and keys of providers. */
import type { EndpointId, ProviderId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { SealedPlace } from '../../../kernel/sealed-place.ts';
import { PROVIDER_SEAL } from '../providers/secrets.ts';
import type { HealthRow } from '../providers/provider-store.ts';

/** What was sent before is on its way no longer. */
const ON_THE_WAY_MS = 3_600_000;

export type EndpointRow = { id: EndpointId; providerId: ProviderId; name: string; url: string; sealedSecrets: string; isEnabled: boolean; isPrivateAllowed: boolean; inFlightMax: number; revision: number; health: HealthRow };

/** In the order in which they were added. */
export async function listEndpoints(db: Db | Tx): Promise<EndpointRow[]> {
  const rows = await db.selectFrom('provider_endpoint').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id as EndpointId, providerId: row.provider_id as ProviderId, name: row.name, url: row.url, sealedSecrets: row.sealed_secrets, isEnabled: row.is_enabled, isPrivateAllowed: row.is_private_allowed, inFlightMax: row.in_flight_max,
    revision: row.revision, health: { failures: row.failures, closedUntil: row.closed_until, lastFault: row.last_fault, lastSaid: row.last_said, lastGoodAt: row.last_good_at },
  }));
}

export async function findEndpoint(db: Db | Tx, ref: { providerId: string; endpointId: string }): Promise<EndpointRow | undefined> {
  return (await listEndpoints(db)).find(({ id, providerId }) => id === ref.endpointId && providerId === ref.providerId);
}

export async function addEndpointRow(tx: Tx, row: Omit<EndpointRow, 'revision' | 'health'>, now: Date): Promise<void> {
  await tx.insertInto('provider_endpoint').values({
    id: row.id, provider_id: row.providerId, name: row.name, url: row.url, sealed_secrets: row.sealedSecrets, is_enabled: row.isEnabled, is_private_allowed: row.isPrivateAllowed, in_flight_max: row.inFlightMax, created_at: now, changed_at: now,
  }).execute();
}

/** With another address or key it is asked again at once, however it was. */
export async function saveEndpointRow(tx: Tx, row: Omit<EndpointRow, 'revision' | 'health'>, options: { isNewWay: boolean; now: Date }): Promise<void> {
  await tx.updateTable('provider_endpoint').set({
    name: row.name, url: row.url, sealed_secrets: row.sealedSecrets, is_enabled: row.isEnabled, is_private_allowed: row.isPrivateAllowed, in_flight_max: row.inFlightMax, changed_at: options.now, revision: sql`revision + 1`,
    ...(options.isNewWay ? { failures: 0, closed_until: null, last_fault: null, last_said: null } : {}),
  }).where('id', '=', row.id).execute();
}

/** False when there is none. */
export async function removeEndpointRow(tx: Tx, ref: { providerId: string; endpointId: string }): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('provider_endpoint').where('id', '=', ref.endpointId).where('provider_id', '=', ref.providerId).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Requests that were sent and not answered yet, by endpoint; by provider for its own address. One for words whose process was killed stays open for ever: none takes so long. */
export async function countOnTheWay(db: Db, now: Date): Promise<Map<string, number>> {
  const rows = await db.selectFrom('provider_call').select((e) => [e.fn.coalesce('endpoint_id', 'provider_id').as('way'), e.fn.countAll<number>().as('count')]).where('state', 'in', ['sent', 'accepted']).where('sent_at', '>', new Date(now.getTime() - ON_THE_WAY_MS)).groupBy('way').execute();
  return new Map(rows.map(({ way, count }) => [way, Number(count)]));
}

export const sealedEndpointKeys: SealedPlace<Db> = {
  name: 'keys of endpoints', purpose: PROVIDER_SEAL,
  list: (db, after, limit) => db.selectFrom('provider_endpoint').select(['id', 'sealed_secrets as sealed']).where('id', '>', after).orderBy('id').limit(limit).execute(),
  async replace(db, { id, from, to }) { await db.updateTable('provider_endpoint').set({ sealed_secrets: to }).where('id', '=', id).where('sealed_secrets', '=', from).execute(); },
};
