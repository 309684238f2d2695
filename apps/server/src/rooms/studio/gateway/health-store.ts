/** The SQL of how providers and their endpoints are. */
import { sql } from 'kysely';
import type { App } from '../../../kernel/app.ts';
import type { ProviderError } from '../../../ports/provider.ts';
import { healthAfter, healthAfterLimit, type Health } from './health.ts';

/** So often at most it is written down that one goes on answering. */
const GOOD_AGAIN_MS = 30_000;

/** A provider's own address, or one of its endpoints. */
type Way = { providerId: string; endpointId?: string; /** Whether others go on while it rests. */ others?: readonly unknown[] };

type Noted = Health & { lastGoodAt: Date | null };
const NEW: Noted = { failures: 0, closedUntil: null, lastGoodAt: null };

async function findHealth(app: App, { providerId, endpointId }: Way): Promise<Noted> {
  const { db } = app.client;
  const row = endpointId === undefined
    ? await db.selectFrom('provider_health').select(['failures', 'closed_until', 'last_good_at']).where('provider_id', '=', providerId).executeTakeFirst()
    : await db.selectFrom('provider_endpoint').select(['failures', 'closed_until', 'last_good_at']).where('id', '=', endpointId).executeTakeFirst();
  return row ? { failures: row.failures, closedUntil: row.closed_until, lastGoodAt: row.last_good_at } : NEW;
}

/** Of a provider's own address first, then of these endpoints. */
export async function listWayHealth(app: App, providerId: string, endpointIds: readonly string[]): Promise<Health[]> {
  const own = await findHealth(app, { providerId });
  if (endpointIds.length === 0) return [own];
  const rows = await app.client.db.selectFrom('provider_endpoint').select(['id', 'failures', 'closed_until']).where('id', 'in', [...endpointIds]).execute();
  return [own, ...endpointIds.map((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? { failures: row.failures, closedUntil: row.closed_until } : NEW;
  })];
}

/** After an answer (`undefined`) or a fault. Two at once may count as one: it is a thermometer, no ledger. */
export async function noteHealth(app: App, way: Way, error: ProviderError | undefined): Promise<void> {
  const now = app.ports.clock.now();
  const { lastGoodAt, ...before } = await findHealth(app, way);
  const isGoodAgain = error === undefined && now.getTime() - (lastGoodAt?.getTime() ?? 0) >= GOOD_AGAIN_MS;
  const isLimit = error?.fault === 'busy' && (way.others?.length ?? 0) > 0;
  const next = isLimit ? healthAfterLimit(before, error.facts.retryAfterMs, now) : (healthAfter(before, error?.fault, now) ?? (isGoodAgain ? before : undefined));
  if (!next) return;
  const facts = { failures: next.failures, closed_until: next.closedUntil, ...(error && (isLimit || next.failures > 0) ? { last_fault: error.fault, last_said: error.facts.said ?? null } : { last_good_at: now }) };
  await save(app, way, facts, now);
}

type Facts = { failures: number; closed_until: Date | null; last_fault?: string; last_said?: string | null; last_good_at?: Date };

/** A provider or endpoint that was removed meanwhile has no health. */
async function save({ client: { db } }: App, { providerId, endpointId }: Way, facts: Facts, now: Date): Promise<void> {
  if (endpointId !== undefined) {
    await db.updateTable('provider_endpoint').set(facts).where('id', '=', endpointId).execute();
    return;
  }
  const { rows } = await sql`select 1 from provider where id = ${providerId}`.execute(db);
  if (rows.length === 0) return;
  const all = { ...facts, changed_at: now };
  await db.insertInto('provider_health').values({ provider_id: providerId, ...all }).onConflict((conflict) => conflict.column('provider_id').doUpdateSet(all)).execute();
}
