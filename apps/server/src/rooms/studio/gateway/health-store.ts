/** The SQL of how providers are. */
import { sql } from 'kysely';
import type { App } from '../../../kernel/app.ts';
import type { ProviderError } from '../../../ports/provider.ts';
import { healthAfter, isOpen, type Health } from './health.ts';

/** So often at most it is written down that one goes on answering. */
const GOOD_AGAIN_MS = 30_000;

async function findHealth(app: App, providerId: string): Promise<Health & { lastGoodAt: Date | null }> {
  const row = await app.client.db.selectFrom('provider_health').select(['failures', 'closed_until', 'last_good_at']).where('provider_id', '=', providerId).executeTakeFirst();
  return { failures: row?.failures ?? 0, closedUntil: row?.closed_until ?? null, lastGoodAt: row?.last_good_at ?? null };
}

export async function isWell(app: App, providerId: string): Promise<boolean> {
  return isOpen(await findHealth(app, providerId), app.ports.clock.now());
}

/** After an answer (`undefined`) or a fault. Two at once may count as one: it is a thermometer, no ledger. */
export async function noteHealth(app: App, providerId: string, error: ProviderError | undefined): Promise<void> {
  const now = app.ports.clock.now();
  const { lastGoodAt, ...before } = await findHealth(app, providerId);
  const isGoodAgain = error === undefined && now.getTime() - (lastGoodAt?.getTime() ?? 0) >= GOOD_AGAIN_MS;
  const next = healthAfter(before, error?.fault, now) ?? (isGoodAgain ? before : undefined);
  if (!next) return;
  const facts = { failures: next.failures, closed_until: next.closedUntil, changed_at: now, ...(error && next.failures > 0 ? { last_fault: error.fault, last_said: error.facts.said ?? null } : { last_good_at: now }) };
  // A provider that was removed meanwhile has no health.
  const { rows } = await sql`select 1 from provider where id = ${providerId}`.execute(app.client.db);
  if (rows.length === 0) return;
  await app.client.db.insertInto('provider_health').values({ provider_id: providerId, ...facts }).onConflict((conflict) => conflict.column('provider_id').doUpdateSet(facts)).execute();
}
