import { Recipe, type GenerationId, type PictureId, type QueryOf, type QueueList, type QueueRow, type queueRoutes, type TaskId } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { permissionsOf, type Ctx } from '../../../kernel/ctx.ts';
import { toldProgress } from '../../../kernel/tasks/tell-progress.ts';
import { presentPicture } from '../present.ts';
import { countWaiting, isQueuePaused, listEnded, listProviders, listQueue, type QueuedPicture } from './queue-store.ts';

const ENDED_MAX = 20;
const DAY_MS = 86_400_000;
export const ROWS_MAX = 500;

/** One's own queue, or everybody's: of what is another's, only that it is there. */
export async function getQueue(ctx: Ctx, { of, limit }: QueryOf<typeof queueRoutes.list>): Promise<QueueList> {
  const { client: { db }, ports } = ctx.app;
  const owner = ownerOrNotFound(ctx);
  const isAll = of === 'all';
  const since = new Date(ports.clock.now().getTime() - DAY_MS);
  const operates = isAll && permissionsOf(ctx.actor).includes('system.operate');
  const [rows, isPaused, waiting, ended, providers] = await Promise.all([
    listQueue(db, { ...(isAll ? {} : { owner }), limit }), isQueuePaused(db, owner), countWaiting(db, owner), isAll ? [] : listEnded(db, owner, since, ENDED_MAX), operates ? listProviders(db) : [],
  ]);
  const drawn = rows.filter((row) => !row.isWaiting).length;
  return {
    isPaused, waiting, providers, ended: ended.map((row) => presentPicture(row, ctx.language)),
    items: rows.map((row, index) => presentRow(row, { isOwn: row.owner === owner, seesWhose: operates, position: row.isWaiting ? index - drawn + 1 : null })),
  };
}

function presentRow(row: QueuedPicture, { isOwn, seesWhose, position }: { isOwn: boolean; seesWhose: boolean; position: number | null }): QueueRow {
  const recipe = Recipe.parse(row.recipe);
  const told = toldProgress(row);
  return {
    state: !row.isWaiting ? 'drawing' : row.isPaused ? 'paused' : 'waiting', position, ability: recipe.ability, providerName: row.providerName, modelName: isOwn ? row.modelName : null,
    share: row.isWaiting || !told || told.total === 0 ? null : told.done / told.total,
    createdAt: row.createdAt.toISOString(), startedAt: row.isWaiting ? null : (row.startedAt?.toISOString() ?? null), ownerName: seesWhose ? row.ownerName : null,
    own: isOwn ? { pictureId: row.pictureId as PictureId, taskId: row.taskId as TaskId, generationId: row.generationId as GenerationId, prompt: row.prompt, size: recipe.size } : null,
  };
}
