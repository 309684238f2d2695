/** The SQL of templates and of styles. */
import type { OwnerRef, OwnStyle, TemplateContent, TemplateId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export type TemplateRow = { id: string; content: object; changed_at: Date };
export type KeptTemplate = { id: TemplateId; owner: OwnerRef; content: TemplateContent; now: Date };

/** Those changed last first. */
export async function listTemplateRows(db: Db | Tx, owner: OwnerRef): Promise<TemplateRow[]> {
  return db.selectFrom('prompt_template').select(['id', 'content', 'changed_at']).where('owner', '=', owner).orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

/** One after another for one owner, until the transaction ends: so that the limits hold. */
export async function lockTemplates(tx: Tx, owner: OwnerRef): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`prompt_template ${owner}`}, 0))`.execute(tx);
}

/** Whether it is kept: an id that is another's is nobody's. */
export async function saveTemplate(tx: Tx, { id, owner, content, now }: KeptTemplate): Promise<boolean> {
  const kept = { content: JSON.stringify(content), changed_at: now };
  const row = await tx.insertInto('prompt_template').values({ id, owner, created_at: now, ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept).where('prompt_template.owner', '=', owner)).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function deleteTemplate(tx: Tx, owner: OwnerRef, id: string): Promise<void> {
  await tx.deleteFrom('prompt_template').where('owner', '=', owner).where('id', '=', id).execute();
}

export async function listStyleRows(db: Db | Tx, owner: OwnerRef) {
  return db.selectFrom('picture_style').select(['id', 'name', 'words', 'negative_words', 'is_hidden']).where('owner', '=', owner).orderBy('created_at').orderBy('id').execute();
}

export async function saveStyle(tx: Tx, { owner, style, now }: { owner: OwnerRef; style: OwnStyle; now: Date }): Promise<void> {
  const kept = { name: style.name, words: style.words, negative_words: style.negativeWords, is_hidden: style.isHidden };
  await tx.insertInto('picture_style').values({ owner, id: style.id, created_at: now, ...kept }).onConflict((conflict) => conflict.columns(['owner', 'id']).doUpdateSet(kept)).execute();
}

export async function deleteStyle(tx: Tx, owner: OwnerRef, id: string): Promise<void> {
  await tx.deleteFrom('picture_style').where('owner', '=', owner).where('id', '=', id).execute();
}

/** Of what is not in the trash. */
export async function listUsedStyles(db: Db, owner: OwnerRef): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select coalesce(picture.recipe, generation.recipe) #>> '{style,id}' as id, count(*)::int as count from generation join picture on picture.generation_id = generation.id
    where generation.owner = ${owner} and (generation.recipe #>> '{style,id}' is not null or generation.axes is not null) and picture.owner = ${owner} and picture.trashed_at is null
      and coalesce(picture.recipe, generation.recipe) #>> '{style,id}' is not null
    group by 1 order by count(*) desc, 1 limit 200`.execute(db);
  return rows;
}

/** A style that the other has under its name stays the other's. */
export async function moveTemplates(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('prompt_template').set({ owner: to }).where('owner', '=', from).executeTakeFirstOrThrow();
  await sql`update picture_style set owner = ${to} where owner = ${from} and not exists (select from picture_style as there where there.owner = ${to} and there.id = picture_style.id)`.execute(tx);
  await deleteAllTemplates(tx, from);
  return Number(numUpdatedRows);
}

export async function deleteAllTemplates(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('prompt_template').where('owner', '=', owner).execute();
  await tx.deleteFrom('picture_style').where('owner', '=', owner).execute();
}
