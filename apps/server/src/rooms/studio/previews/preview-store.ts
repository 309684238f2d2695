/** The SQL of how a picture looks while it is drawn: one row a picture, replaced by the next. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

type Preview = { pictureId: string; taskId: string; epoch: number; bytes: Uint8Array; now: Date };

/** Only while this attempt runs. */
export async function putPreview(db: Db, { pictureId, taskId, epoch, bytes, now }: Preview): Promise<void> {
  await sql`
    insert into picture_preview (picture_id, epoch, count, bytes, made_at)
    select ${pictureId}, ${epoch}, 1, ${Buffer.from(bytes)}, ${now} from task where id = ${taskId} and epoch = ${epoch} and state = 'running'
    on conflict (picture_id) do update set epoch = excluded.epoch, count = picture_preview.count + 1, bytes = excluded.bytes, made_at = excluded.made_at`.execute(db);
}

type Becoming = { state: string; is_in_line: boolean; result: object | null; count: number | null; made_at: Date | null; bytes: Uint8Array | null };

/** How far the task of a picture is, and its preview where that is of the attempt that runs; its bytes only where it is not the one that was made at `seen`. */
export async function findBecoming(db: Db, taskId: string, seen: Date): Promise<Becoming | undefined> {
  const { rows } = await sql<Becoming>`
    select task.state, task.is_in_line, task.result, preview.count, preview.made_at, case when preview.made_at <> ${seen} then preview.bytes end as bytes
    from task left join picture on picture.task_id = task.id left join picture_preview preview on preview.picture_id = picture.id and preview.epoch = task.epoch and task.state = 'running'
    where task.id = ${taskId}`.execute(db);
  return rows[0];
}

export async function removePreview(tx: Tx, taskId: string): Promise<void> {
  await sql`delete from picture_preview using picture where picture.id = picture_preview.picture_id and picture.task_id = ${taskId}`.execute(tx);
}

/** Those that were told while their task was ending. */
export async function removeOldPreviews(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('picture_preview').where('made_at', '<', before).execute();
}
