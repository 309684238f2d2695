/** The SQL of takes. */
import type { Directions } from '@komawari/comic';
import type { Db, Tx } from '../../../db/client.ts';
import { STORYBOARD, type KnownTake } from '../making/plan-work.ts';

export type TakeRow = {
  id: string; comic_id: string; panel_id: string; task_id: string | null; provider: string; model: string; request: string; directions: Directions | null; seed: number | null; parent_id: string | null;
  inputs_hash: string; cost: number; state: string; width: number; height: number; drawing_key: string | null; picture_key: string | null; picture_type: string | null; upload_key: string | null;
  artist_name: string; prompt: string; is_rejected: boolean; error_code: string | null; error_detail: string | null; created_at: Date;
};

type Later = 'is_rejected' | 'error_code' | 'error_detail' | 'upload_key' | 'artist_name' | 'prompt';

export async function addTake(tx: Tx, take: Omit<TakeRow, Later> & Partial<Pick<TakeRow, 'upload_key' | 'artist_name' | 'prompt'>>): Promise<void> {
  await tx.insertInto('comic_take').values({ ...take, directions: take.directions && JSON.stringify(take.directions) }).execute();
}

/** So many that a statement's parameters allow them. */
const ROWS_AT_ONCE = 500;

export async function addTakes(tx: Tx, takes: readonly Omit<TakeRow, 'error_code' | 'error_detail'>[]): Promise<void> {
  for (let at = 0; at < takes.length; at += ROWS_AT_ONCE) {
    await tx.insertInto('comic_take').values(takes.slice(at, at + ROWS_AT_ONCE).map((take) => ({ ...take, directions: take.directions && JSON.stringify(take.directions) }))).execute();
  }
}

/** What pages show that are not planned yet: the plan goes by it. */
export async function addShown(tx: Tx, comicId: string, shown: readonly { panelId: string; takeId: string }[]): Promise<void> {
  for (let at = 0; at < shown.length; at += ROWS_AT_ONCE) {
    await tx.insertInto('comic_panel').values(shown.slice(at, at + ROWS_AT_ONCE).map(({ panelId, takeId }, i) => ({ comic_id: comicId, panel_id: panelId, position: at + i, page: 1, take_id: takeId }))).execute();
  }
}

/** Takes of panels on pages that came with a bundle and that nobody has drawn here; in the order of the pages. */
export async function listUndrawnTakes(tx: Tx, comicId: string): Promise<{ takeId: string; panelId: string }[]> {
  return tx.selectFrom('comic_take as take').innerJoin('comic_panel as panel', (join) => join.onRef('panel.comic_id', '=', 'take.comic_id').onRef('panel.panel_id', '=', 'take.panel_id'))
    .select(['take.id as takeId', 'take.panel_id as panelId']).where('take.comic_id', '=', comicId).where('take.provider', '=', STORYBOARD).where('take.state', '=', 'done').where('take.drawing_key', 'is', null)
    .orderBy('panel.position').orderBy('take.created_at').orderBy('take.id').execute();
}

export async function listTakes(db: Db | Tx, comicId: string, panelId?: string): Promise<TakeRow[]> {
  const query = db.selectFrom('comic_take').selectAll().where('comic_id', '=', comicId).orderBy('created_at').orderBy('id');
  return asTakes(await (panelId === undefined ? query : query.where('panel_id', '=', panelId)).execute());
}

export async function findTake(db: Db | Tx, comicId: string, takeId: string): Promise<TakeRow | undefined> {
  return asTakes(await db.selectFrom('comic_take').selectAll().where('comic_id', '=', comicId).where('id', '=', takeId).execute())[0];
}

export async function listKnownTakes(db: Db | Tx, comicId: string): Promise<KnownTake[]> {
  const rows = await db.selectFrom('comic_take').select(['id', 'panel_id', 'provider', 'inputs_hash', 'width', 'height']).where('comic_id', '=', comicId).where('state', '=', 'done').where('is_rejected', '=', false).orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, panelId: row.panel_id, provider: row.provider, inputsHash: row.inputs_hash, width: row.width, height: row.height }));
}

/** The takes that the panels show now. */
export async function listShownTakes(db: Db, comicId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('comic_panel').select('take_id').where('comic_id', '=', comicId).where('take_id', 'is not', null).execute();
  return new Set(rows.map((row) => row.take_id ?? ''));
}

export type ShownPanel = { panelId: string; page: number; takeId: string | null; inputsHash: string | null };

/** Where each panel stands, and what it shows there. */
export async function listShownPanels(db: Db | Tx, comicId: string): Promise<ShownPanel[]> {
  const rows = await db.selectFrom('comic_panel').select(['panel_id', 'page', 'take_id', 'inputs_hash']).where('comic_id', '=', comicId).execute();
  return rows.map((row) => ({ panelId: row.panel_id, page: row.page, takeId: row.take_id, inputsHash: row.inputs_hash }));
}

/** Takes of a panel that count towards the most there may be. */
export async function countTakes(tx: Tx, comicId: string, panelId: string): Promise<number> {
  const row = await tx.selectFrom('comic_take').select((select) => select.fn.countAll<number>().as('count'))
    .where('comic_id', '=', comicId).where('panel_id', '=', panelId).where('is_rejected', '=', false).where('state', 'in', ['queued', 'running', 'done']).executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function setTake(tx: Tx, takeId: string, change: Partial<Pick<TakeRow, 'state' | 'width' | 'height' | 'drawing_key' | 'picture_key' | 'picture_type' | 'inputs_hash' | 'is_rejected' | 'error_code' | 'error_detail' | 'task_id' | 'upload_key' | 'provider' | 'model' | 'artist_name' | 'prompt' | 'seed'>> & { directions?: Directions | null }): Promise<void> {
  const { directions, ...rest } = change;
  await tx.updateTable('comic_take').set({ ...rest, ...(directions === undefined ? {} : { directions: directions && JSON.stringify(directions) }) }).where('id', '=', takeId).execute();
}

/** The `directions` column holds what `addTake` and `setTake` wrote. */
function asTakes(rows: readonly object[]): TakeRow[] {
  return rows as TakeRow[];
}
