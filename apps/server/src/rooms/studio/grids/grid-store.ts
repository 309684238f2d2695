/** The SQL of grids: generations that have axes. */
import type { OwnerRef } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db } from '../../../db/client.ts';

export type GridRow = { id: string; prompt: string; axes: object; createdAt: Date; count: number; done: number; open: number; shown: string[] };

const SHOWN = 6;

/** Newest first, below `after`; those of which nothing is left but in the trash are not there. */
export async function listGrids(db: Db, owner: OwnerRef, page: { after: { at: Date; id: string } | undefined; limit: number }): Promise<GridRow[]> {
  const { rows } = await sql<GridRow>`
    select generation.id, generation.recipe ->> 'prompt' as prompt, generation.axes, generation.created_at as "createdAt", cells.* from generation
      cross join lateral (
        select count(*)::int as count, count(*) filter (where state = 'done')::int as done, count(*) filter (where state in ('queued', 'running'))::int as open,
          coalesce((array_agg(id order by slot) filter (where thumbnail_key is not null))[1:${sql.lit(SHOWN)}], '{}') as shown
        from picture where generation_id = generation.id and trashed_at is null
      ) cells
    where owner = ${owner} and axes is not null and generation.trashed_at is null and cells.count > 0 and ${page.after ? sql`(generation.created_at, generation.id) < (${page.after.at}, ${page.after.id})` : sql`true`}
    order by generation.created_at desc, generation.id desc limit ${page.limit}`.execute(db);
  return rows;
}
