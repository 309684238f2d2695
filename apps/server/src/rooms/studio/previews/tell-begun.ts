import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { appendEvents } from '../../../kernel/events.ts';
import { stateEvent, type TaskRow } from '../../../kernel/tasks/task.ts';
import type { LinePlace } from '../gateway/draw.ts';

/** Whoever looks on hears when a picture waits no longer; then they ask how far it is. Nothing fails where that is not heard. */
export function tellBegun(app: App, task: Pick<TaskRow, 'id' | 'key' | 'stream'>, line: LinePlace): LinePlace {
  const tell = () => inTransaction(app.client.db, (tx) => appendEvents(tx, task.stream, [stateEvent({ ...task, kind: 'studio.picture' }, 'running')], app.ports.clock.now()))
    .catch((error: unknown) => app.log.debug({ err: error, taskId: task.id }, 'a beginning was not told'));
  return { ...line, onTurn: () => line.onTurn().then(tell), onFollow: () => line.onFollow().then(tell) };
}
