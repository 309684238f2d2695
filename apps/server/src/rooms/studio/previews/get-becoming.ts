import type { Becoming, PictureId } from '@komawari/contract';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Chore } from '../../../kernel/chores.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { toldProgress } from '../../../kernel/tasks/tell-progress.ts';
import { findAnyPicture } from '../history/find-pictures-store.ts';
import { findBecoming, removeOldPreviews } from './preview-store.ts';

/** How far a picture is and how it looks by now; nothing of both once it is there, or where its provider tells nothing. */
export async function getBecoming(ctx: Ctx, id: PictureId, seen: number): Promise<Becoming> {
  const { db } = ctx.app.client;
  const row = await findAnyPicture(db, id);
  mustBeAuthor(ctx, row);
  const found = row && (await findBecoming(db, row.task_id, new Date(seen)));
  const progress = found && toldProgress(found);
  return {
    isBegun: found?.state === 'running' && !found.is_in_line,
    share: progress && progress.total > 0 ? progress.done / progress.total : null,
    count: found?.count ?? 0, at: found?.made_at?.getTime() ?? null, webpB64: found?.bytes ? Buffer.from(found.bytes).toString('base64') : null,
  };
}

const KEPT_MS = 3_600_000;

export const tidyPreviews: Chore = {
  name: 'studio.previews', everyMs: KEPT_MS,
  run: (app) => removeOldPreviews(app.client.db, new Date(app.ports.clock.now().getTime() - KEPT_MS)),
};
