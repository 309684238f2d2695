import type { Tx } from '../../../db/client.ts';
import { pauseTasks } from '../../../kernel/tasks/pause-tasks.ts';
import { reorderTasks } from '../../../kernel/tasks/queue.ts';
import { isQueuePaused, listOpen, lockQueue } from './queue-store.ts';

/** New pictures of somebody who has paused theirs wait too, behind the others. In the transaction that makes or opens them. */
export async function keepPaused(tx: Tx, owner: string, taskIds: readonly string[], now: Date): Promise<void> {
  await lockQueue(tx, owner);
  if (!(await isQueuePaused(tx, owner))) return;
  await pauseTasks(tx, taskIds, now);
  const others = (await listOpen(tx, owner)).filter(({ id }) => !taskIds.includes(id));
  const first = Math.max(-1, ...others.map(({ priority }) => priority)) + 1;
  await reorderTasks(tx, taskIds.map((id, index) => ({ id, priority: first + index })));
}
