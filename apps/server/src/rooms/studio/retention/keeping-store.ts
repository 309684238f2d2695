/** The SQL of the rules by which pictures stay, and of how much room they take. */
import { KEEP_EVERYTHING, type KeepingReason, type KeepingRules, type OwnerRef } from '@komawari/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { KeepingFacts, PictureFacts } from './rules.ts';

/** As many are looked at in one run; the next one goes on. */
const LOOKED_AT_MAX = 200_000;

export async function findRules(db: Db | Tx): Promise<KeepingRules> {
  const row = await db.selectFrom('picture_keeping').select(['keep_days', 'quota_bytes', 'total_bytes', 'trash_days']).executeTakeFirst();
  return row ? { keepDays: row.keep_days, quotaBytes: row.quota_bytes, totalBytes: row.total_bytes, trashDays: row.trash_days } : KEEP_EVERYTHING;
}

export async function saveRules(tx: Tx, rules: KeepingRules, now: Date): Promise<void> {
  const row = { keep_days: rules.keepDays, quota_bytes: rules.quotaBytes, total_bytes: rules.totalBytes, trash_days: rules.trashDays, changed_at: now };
  await tx.insertInto('picture_keeping').values(row).onConflict((conflict) => conflict.column('is_only').doUpdateSet(row)).execute();
}

/** No rule takes it. With an owner, what is being worked on is looked for among theirs alone: nobody works on another's. */
function isKept(owner: OwnerRef | undefined): RawBuilder<boolean> {
  return sql`(is_favourite or note <> '' or tags <> '{}' or state not in ('done', 'failed', 'refused', 'cancelled')
    or exists (select from board_picture where board_picture.picture_id = picture.id)
    or picture.id in (select generation.recipe #>> '{enlarged,pictureId}' from picture waiting join generation on generation.id = waiting.generation_id
      where waiting.state in ('queued', 'running', 'unknown') and generation.recipe #>> '{enlarged,pictureId}' is not null ${owner === undefined ? sql`` : sql`and waiting.owner = ${owner}`}))`;
}

const AGE = sql`coalesce(kept_from, ended_at, created_at)`;

type Used = { owner: string; count: number; sizeBytes: number; keptBytes: number; givenCount: number; givenBytes: number };

/** What each has that is not in the trash; of one owner, or of all. */
async function listUsed(db: Db | Tx, owner?: OwnerRef): Promise<Used[]> {
  const of = owner === undefined ? sql`true` : sql`owner = ${owner}`;
  const { rows } = await sql<Used>`
    select owner, sum(count)::int as count, sum(size)::bigint as "sizeBytes", sum(kept)::bigint as "keptBytes", sum(given)::int as "givenCount", sum(given_size)::bigint as "givenBytes" from (
      select owner, count(*) as count, sum(size_bytes) as size, sum(case when ${isKept(owner)} then size_bytes else 0 end) as kept, 0 as given, 0 as given_size from picture where trashed_at is null and ${of} group by owner
      union all select owner, 0, 0, 0, count(*), sum(size_bytes) from picture_input where ${of} group by owner
    ) as each_of group by owner order by owner`.execute(db);
  return rows;
}

type Facts = KeepingFacts & { owners: readonly Used[]; isWhole: boolean };

/** What the rules may take, as it stands at one moment; of all, or of one owner alone. */
export async function readFacts(db: Db, rules: KeepingRules, { before, owner }: { /** What came until then is too old. */ before: Date; owner?: OwnerRef }): Promise<Facts> {
  return db.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const owners = await listUsed(tx, owner);
    const used = new Map(owners.map((one) => [one.owner, one.sizeBytes + one.givenBytes]));
    const isOver = rules.totalBytes > 0 && owner === undefined && [...used.values()].reduce((sum, bytes) => sum + bytes, 0) > rules.totalBytes;
    const above = rules.quotaBytes > 0 ? [...used].filter(([, bytes]) => bytes > rules.quotaBytes).map(([name]) => name) : [];
    // A place without a picture gives no room, and would stand in the way of those that do.
    const which = [rules.keepDays > 0 ? sql`${AGE} <= ${before}` : sql`false`, above.length > 0 ? sql`size_bytes > 0 and owner = any(${above}::text[])` : sql`false`, isOver ? sql`size_bytes > 0` : sql`false`];
    const { rows } = await sql<{ id: string; owner: string; at: Date; size_bytes: number }>`
      select id, owner, ${AGE} as at, size_bytes from picture
      where trashed_at is null and ${owner === undefined ? sql`true` : sql`owner = ${owner}`} and (${sql.join(which, sql` or `)}) and not ${isKept(owner)}
      order by ${AGE}, id limit ${LOOKED_AT_MAX}`.execute(tx);
    const pictures = rows.map((row): PictureFacts => ({ id: row.id, owner: row.owner, atMs: row.at.getTime(), sizeBytes: row.size_bytes, isKept: false }));
    return { pictures, used, owners, isWhole: rows.length < LOOKED_AT_MAX };
  });
}

/**
 * Those that are still as they were when it was decided. They are locked first, so that whoever is laying one on a board has done
 * so before it is looked at again.
 */
export async function trashLoose(tx: Tx, { ids, reason, now }: { ids: readonly string[]; reason: KeepingReason; now: Date }): Promise<{ count: number; sizeBytes: number }> {
  await sql`select from picture where id = any(${[...ids]}::text[]) order by id for update`.execute(tx);
  const { rows } = await sql<{ size_bytes: number }>`
    update picture set trashed_at = ${now}, trashed_by = ${reason} where id = any(${[...ids]}::text[]) and trashed_at is null and not ${isKept(undefined)} returning size_bytes`.execute(tx);
  return { count: rows.length, sizeBytes: rows.reduce((sum, row) => sum + row.size_bytes, 0) };
}

/** Pictures that were given to work on until then, and from which nothing was made that is still there, in the trash or out of it. */
export async function removeUnusedGiven(db: Db, before: Date): Promise<number> {
  const { rows } = await sql`
    with old as (select id from picture_input where created_at <= ${before}),
      recipes as (select recipe from generation where exists (select from old) union all select recipe from picture where recipe is not null and exists (select from old)),
      named as (select recipe ->> 'sourceId' as id from recipes union select recipe ->> 'maskId' from recipes union select jsonb_array_elements_text(recipe -> 'referenceIds') from recipes where jsonb_typeof(recipe -> 'referenceIds') = 'array')
    delete from picture_input where id in (select id from old) and not exists (select from named where named.id = picture_input.id) returning id`.execute(db);
  return rows.length;
}

export async function noteRun(tx: Db | Tx, run: { count: number; sizeBytes: number; now: Date }): Promise<void> {
  await tx.updateTable('picture_keeping').set({ ran_at: run.now, went_count: run.count, went_bytes: run.sizeBytes }).execute();
}

export async function findLastRun(db: Db): Promise<{ at: Date; count: number; sizeBytes: number } | undefined> {
  const row = await db.selectFrom('picture_keeping').select(['ran_at', 'went_count', 'went_bytes']).executeTakeFirst();
  return row?.ran_at ? { at: row.ran_at, count: row.went_count, sizeBytes: row.went_bytes } : undefined;
}

export async function findOwnUse(db: Db, owner: OwnerRef): Promise<Used> {
  const [own] = await listUsed(db, owner);
  return own ?? { owner, count: 0, sizeBytes: 0, keptBytes: 0, givenCount: 0, givenBytes: 0 };
}

/** What all have that is not in the trash. */
export async function listTotals(db: Db): Promise<{ pictures: { count: number; sizeBytes: number }; given: { count: number; sizeBytes: number }; people: number }> {
  const { rows } = await sql<{ count: number; size: number; given: number; given_size: number; people: number }>`
    select (select count(*)::int from picture where trashed_at is null) as count, (select coalesce(sum(size_bytes), 0)::bigint from picture where trashed_at is null) as size,
      (select count(*)::int from picture_input) as given, (select coalesce(sum(size_bytes), 0)::bigint from picture_input) as given_size,
      (select count(*)::int from (select owner from picture union select owner from picture_input) as owners) as people`.execute(db);
  const row = rows[0] ?? { count: 0, size: 0, given: 0, given_size: 0, people: 0 };
  return { pictures: { count: row.count, sizeBytes: row.size }, given: { count: row.given, sizeBytes: row.given_size }, people: row.people };
}

export async function findTrash(db: Db, owner?: OwnerRef): Promise<{ count: number; sizeBytes: number }> {
  const { rows } = await sql<{ count: number; sizeBytes: number }>`
    select count(*)::int as count, coalesce(sum(size_bytes), 0)::bigint as "sizeBytes" from picture where trashed_at is not null and ${owner === undefined ? sql`true` : sql`owner = ${owner}`}`.execute(db);
  return rows[0] ?? { count: 0, sizeBytes: 0 };
}

/** All that one takes, in the trash too and with what was given. */
export async function findTaken(db: Db, owner: OwnerRef): Promise<{ usedBytes: number; trashBytes: number }> {
  const { rows } = await sql<{ usedBytes: number; trashBytes: number }>`
    select (coalesce(sum(size_bytes), 0) + (select coalesce(sum(size_bytes), 0) from picture_input where owner = ${owner}))::bigint as "usedBytes", coalesce(sum(size_bytes) filter (where trashed_at is not null), 0)::bigint as "trashBytes"
    from picture where owner = ${owner}`.execute(db);
  return rows[0] ?? { usedBytes: 0, trashBytes: 0 };
}

/** What everything takes, as it was measured last, or measured now where that was before `since`. */
export async function findAllTaken(db: Db, { since, now }: { since: Date; now: Date }): Promise<number> {
  const row = await db.selectFrom('picture_keeping').select(['used_bytes', 'measured_at']).executeTakeFirst();
  if (row?.measured_at && row.measured_at > since && row.measured_at <= now) return row.used_bytes;
  const { rows } = await sql<{ bytes: number }>`
    update picture_keeping set measured_at = ${now}, used_bytes = ((select coalesce(sum(size_bytes), 0) from picture) + (select coalesce(sum(size_bytes), 0) from picture_input))::bigint returning used_bytes as bytes`.execute(db);
  return rows[0]?.bytes ?? 0;
}

export async function countThumbnails(db: Db, triesMax: number): Promise<{ made: number; waiting: number; failed: number }> {
  const { rows } = await sql<{ made: number; waiting: number; failed: number }>`
    select count(thumbnail_key)::int as made, count(*) filter (where thumbnail_key is null and thumbnail_tries < ${triesMax})::int as waiting, count(*) filter (where thumbnail_key is null and thumbnail_tries >= ${triesMax})::int as failed
    from picture where object_key is not null`.execute(db);
  return rows[0] ?? { made: 0, waiting: 0, failed: 0 };
}

/** What people are called, by their owner; guests have no name. */
export async function listOwnerNames(db: Db, owners: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ owner: string; name: string }>`select 'user:' || id as owner, name from "user" where 'user:' || id = any(${[...owners]}::text[])`.execute(db);
  return new Map(rows.map(({ owner, name }) => [owner, name]));
}

export async function listShown(db: Db, ids: readonly string[]): Promise<Map<string, { prompt: string; hasThumbnail: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('picture').select(['id', 'prompt', 'thumbnail_key']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, { prompt: row.prompt, hasThumbnail: row.thumbnail_key !== null }]));
}
