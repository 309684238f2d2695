/** The SQL that finds one's pictures again. */
import type { OwnerRef, PicturesQuery } from '@komawari/contract';
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Db, Tx } from '../../../db/client.ts';
import { selectPictures, type PictureRow } from '../making/picture-store.ts';

type Filters = Omit<z.output<typeof PicturesQuery>, 'after' | 'limit' | 'count'> & { owner: OwnerRef };

const STATES = { open: ['queued', 'running'], troubled: ['failed', 'refused', 'cancelled', 'unknown'] };
const WORDS_MAX = 8;
const TOTAL_MAX = 100_000;

/** Newest first, below `after`. */
export async function listFound(db: Db, filters: Filters, page: { after: { at: Date; id: string } | undefined; limit: number }): Promise<PictureRow[]> {
  let query = selectPictures(db).where(sql<SqlBool>`${matches(filters)}`).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit);
  if (page.after) query = query.where(sql<SqlBool>`(created_at, id) < (${page.after.at}, ${page.after.id})`);
  return query.execute();
}

/** How many there are; no more than 100 000 are counted. */
export async function countFound(db: Db, filters: Filters): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from picture where ${matches(filters)} limit ${TOTAL_MAX}) as found`.execute(db);
  return rows[0]?.count ?? 0;
}

function matches({ owner, q, providerId, modelId, state, favourite, boardId, tag, style, from, to, generationId, trash }: Filters) {
  const conditions = [sql`owner = ${owner}`, trash === 'true' ? sql`trashed_at is not null` : sql`trashed_at is null`];
  if (providerId !== undefined) conditions.push(sql`provider_id = ${providerId}`);
  if (modelId !== undefined) conditions.push(sql`model_id = ${modelId}`);
  if (state !== undefined) conditions.push(sql`state = any(${STATES[state as 'open'] ?? [state]}::text[])`);
  if (favourite !== undefined) conditions.push(favourite === 'true' ? sql`is_favourite` : sql`not is_favourite`);
  if (boardId !== undefined) conditions.push(sql`exists (select from board_picture where picture_id = picture.id and board_id = ${boardId})`);
  if (tag !== undefined) conditions.push(sql`tags <> '{}' and tags @> array[${tag}]`);
  if (style !== undefined) conditions.push(sql`(picture.recipe #>> '{style,id}' = ${style} or picture.recipe is null and generation_id in (select id from generation where owner = ${owner} and generation.recipe #>> '{style,id}' = ${style}))`);
  if (from !== undefined) conditions.push(sql`created_at >= ${new Date(from)}`);
  if (to !== undefined) conditions.push(sql`created_at < ${new Date(to)}`);
  if (generationId !== undefined) conditions.push(sql`generation_id = ${generationId}`);
  return sql.join([...conditions, ...wordsMatch(q ?? '', owner)], sql` and `);
}

/** Each word somewhere. The pairs of characters find few rows by the index, and these are read. */
function wordsMatch(q: string, owner: OwnerRef) {
  const words = q.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
  if (words.length === 0) return [];
  const held = sql`picture_words(prompt, negative_prompt, note)`;
  const each = words.map((word) => sql`strpos(${held}, lower(normalize(${word}::text, NFKC))) > 0`);
  // One letter alone is in no index.
  const isIndexed = words.some((word) => [...word].length > 1 || /[\u2e80-\u{10ffff}]/u.test(word));
  return isIndexed ? [sql`(picture_grams(${held}) || owner) @> (picture_grams(lower(normalize(${words.join(' ')}::text, NFKC))) || ${owner}::text)`, ...each] : each;
}

/** Tags of what is not in the trash. */
export async function listTags(db: Db, owner: OwnerRef): Promise<{ tag: string; count: number }[]> {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from picture, unnest(tags) as tag where owner = ${owner} and trashed_at is null and tags <> '{}' group by tag order by count(*) desc, tag limit 1000`.execute(db);
  return rows;
}

export async function listUsedModels(db: Db, owner: OwnerRef): Promise<{ provider_id: string; model_id: string; count: number }[]> {
  const { rows } = await sql<{ provider_id: string; model_id: string; count: number }>`
    select provider_id, model_id, count(*)::int as count from picture where owner = ${owner} and trashed_at is null and provider_id is not null and model_id is not null
    group by provider_id, model_id order by count(*) desc, provider_id, model_id limit 500`.execute(db);
  return rows;
}

/** What providers and their models are called, by their ids. */
export async function listNames(db: Db, providerIds: readonly string[]): Promise<{ providers: Map<string, string>; models: Map<string, string> }> {
  if (providerIds.length === 0) return { providers: new Map(), models: new Map() };
  const providers = await db.selectFrom('provider').select(['id', 'name']).where('id', 'in', [...providerIds]).execute();
  const models = await db.selectFrom('provider_model').select(['provider_id', 'model_id', sql<string | null>`facts ->> 'name'`.as('name')]).where('provider_id', 'in', [...providerIds]).where('job', '=', 'image').execute();
  return { providers: new Map(providers.map(({ id, name }) => [id, name])), models: new Map(models.flatMap(({ provider_id: id, model_id: model, name }) => (name === null ? [] : [[`${id} ${model}`, name] as const]))) };
}

/** In the trash too. */
export async function findAnyPicture(db: Db, id: string): Promise<PictureRow | undefined> {
  return selectPictures(db).where('id', '=', id).executeTakeFirst();
}

/** Those of one owner, in the order they were named; not those in the trash. */
export async function listNamed(db: Db, owner: string, ids: readonly string[]): Promise<PictureRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectPictures(db).where('owner', '=', owner).where('id', 'in', [...ids]).where('trashed_at', 'is', null).execute()).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The recipes of generations, by their ids. */
export async function listRecipes(db: Db | Tx, ids: readonly string[]): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('generation').select(['id', 'recipe']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row.recipe]));
}
