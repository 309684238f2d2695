/** The SQL of providers and their models. */
import { ImageModel, MODEL_PURPOSES, ModelPurpose, Price, TextModel, type ProviderId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export type ProviderRow = {
  id: ProviderId;
  kind: string;
  name: string;
  url: string;
  sealedSecrets: string;
  /** As the operator gave them; the adapter's own schema reads them. */
  settings: object;
  isEnabled: boolean;
  isPrivateAllowed: boolean;
  inFlightMax: number;
  position: number;
  revision: number;
};

export type ModelJob = 'image' | 'text';
type Listed<Job extends ModelJob> = Job extends 'image' ? ImageModel : TextModel;
export type ModelRow<Job extends ModelJob> = { providerId: ProviderId; model: Listed<Job>; price: Price | undefined; isEnabled: boolean };

const COLUMNS = ['id', 'kind', 'name', 'url', 'sealed_secrets', 'settings', 'is_enabled', 'is_private_allowed', 'in_flight_max', 'position', 'revision'] as const;

export async function listProviders(db: Db | Tx): Promise<ProviderRow[]> {
  const rows = await db.selectFrom('provider').select(COLUMNS).orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id as ProviderId, kind: row.kind, name: row.name, url: row.url, sealedSecrets: row.sealed_secrets, settings: row.settings, isEnabled: row.is_enabled, isPrivateAllowed: row.is_private_allowed,
    inFlightMax: row.in_flight_max, position: row.position, revision: row.revision,
  }));
}

export async function addProvider(tx: Tx, provider: Omit<ProviderRow, 'revision' | 'position'>, now: Date): Promise<void> {
  const { last } = await tx.selectFrom('provider').select((e) => e.fn.max('position').as('last')).executeTakeFirstOrThrow();
  await tx.insertInto('provider').values({
    id: provider.id, kind: provider.kind, name: provider.name, url: provider.url, sealed_secrets: provider.sealedSecrets, settings: JSON.stringify(provider.settings), is_enabled: provider.isEnabled,
    is_private_allowed: provider.isPrivateAllowed, in_flight_max: provider.inFlightMax, position: Number(last ?? 0) + 1, created_at: now, changed_at: now,
  }).execute();
}

/** Models as they were listed last; one whose facts this version cannot read is left out. */
export async function listModels<Job extends ModelJob>(db: Db | Tx, job: Job): Promise<ModelRow<Job>[]> {
  const rows = await db.selectFrom('provider_model').select(['provider_id', 'facts', 'price', 'is_enabled']).where('job', '=', job).where('is_listed', '=', true).orderBy('provider_id').orderBy('model_id').execute();
  const shape = job === 'image' ? ImageModel : TextModel;
  return rows.flatMap((row) => {
    const facts = shape.safeParse(row.facts);
    // The schema that read it is the one of the job.
    return facts.success ? [{ providerId: row.provider_id as ProviderId, model: facts.data as Listed<Job>, price: Price.safeParse(row.price).data ?? facts.data.price, isEnabled: row.is_enabled }] : [];
  });
}

/** What a provider lists now: new models are switched on, those that are gone stay known but are offered no more. */
export async function saveModels(tx: Tx, providerId: ProviderId, job: ModelJob, models: readonly (ImageModel | TextModel)[], now: Date): Promise<void> {
  await tx.updateTable('provider_model').set({ is_listed: false }).where('provider_id', '=', providerId).where('job', '=', job).execute();
  for (const model of models) {
    const facts = JSON.stringify(model);
    await tx.insertInto('provider_model').values({ provider_id: providerId, job, model_id: model.id, facts, seen_at: now })
      .onConflict((conflict) => conflict.columns(['provider_id', 'job', 'model_id']).doUpdateSet({ facts, is_listed: true, seen_at: now })).execute();
  }
}

export async function listDefaults(db: Db | Tx): Promise<{ purpose: ModelPurpose; providerId: ProviderId; modelId: string }[]> {
  const rows = await db.selectFrom('model_default').select(['purpose', 'provider_id', 'model_id']).orderBy('purpose').execute();
  return rows.flatMap((row) => {
    const purpose = ModelPurpose.safeParse(row.purpose);
    return purpose.success ? [{ purpose: purpose.data, providerId: row.provider_id as ProviderId, modelId: row.model_id }] : [];
  });
}

export async function findDefault(db: Db | Tx, purpose: ModelPurpose): Promise<{ providerId: ProviderId; modelId: string } | undefined> {
  return (await listDefaults(db)).find((one) => one.purpose === purpose);
}

/** False when there is no such model. */
export async function saveDefault(tx: Tx, purpose: ModelPurpose, ref: { providerId: ProviderId; modelId: string }): Promise<boolean> {
  const job = MODEL_PURPOSES[purpose];
  if (!(await hasModel(tx, { ...ref, job }))) return false;
  const values = { provider_id: ref.providerId, job, model_id: ref.modelId };
  await tx.insertInto('model_default').values({ purpose, ...values }).onConflict((conflict) => conflict.column('purpose').doUpdateSet(values)).execute();
  return true;
}

async function hasModel(tx: Tx, ref: { providerId: string; job: ModelJob; modelId: string }): Promise<boolean> {
  return (await tx.selectFrom('provider_model').select('model_id').where('provider_id', '=', ref.providerId).where('job', '=', ref.job).where('model_id', '=', ref.modelId).executeTakeFirst()) !== undefined;
}

/** False when there is no such model. */
export async function saveModelChoice(tx: Tx, ref: { providerId: string; job: ModelJob; modelId: string }, choice: { isEnabled: boolean; price: Price | null }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('provider_model').set({ is_enabled: choice.isEnabled, price: choice.price === null ? null : JSON.stringify(choice.price) })
    .where('provider_id', '=', ref.providerId).where('job', '=', ref.job).where('model_id', '=', ref.modelId).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function lockProvider(tx: Tx, id: string): Promise<ProviderRow | undefined> {
  await tx.selectFrom('provider').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return (await listProviders(tx)).find((row) => row.id === id);
}

export async function saveProvider(tx: Tx, row: ProviderRow, now: Date): Promise<void> {
  await tx.updateTable('provider').set({
    name: row.name, url: row.url, sealed_secrets: row.sealedSecrets, settings: JSON.stringify(row.settings), is_enabled: row.isEnabled, is_private_allowed: row.isPrivateAllowed, in_flight_max: row.inFlightMax, changed_at: now,
    revision: sql`revision + 1`,
  }).where('id', '=', row.id).execute();
}

const ARTIST_MARK = 'studio.built-in-artist';

/** Whether the built-in artist was ever made here. */
export async function isArtistMarked(db: Db): Promise<boolean> {
  return (await db.selectFrom('site_setting').select('name').where('name', '=', ARTIST_MARK).executeTakeFirst()) !== undefined;
}

/** False when another was first. */
export async function markArtist(tx: Tx, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('site_setting').values({ name: ARTIST_MARK, value: JSON.stringify(true), changed_at: now, changed_by: null }).onConflict((conflict) => conflict.column('name').doNothing()).executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeProviderRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('provider').where('id', '=', id).execute();
}

export type HealthRow = { failures: number; closedUntil: Date | null; lastFault: string | null; lastSaid: string | null; lastGoodAt: Date | null };

export async function listHealth(db: Db | Tx): Promise<Map<string, HealthRow>> {
  const rows = await db.selectFrom('provider_health').selectAll().execute();
  return new Map(rows.map((row) => [row.provider_id, { failures: row.failures, closedUntil: row.closed_until, lastFault: row.last_fault, lastSaid: row.last_said, lastGoodAt: row.last_good_at }]));
}
