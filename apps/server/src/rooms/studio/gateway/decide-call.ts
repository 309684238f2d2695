import type { Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { abandonUnknown, reopenUnknown } from '../../../kernel/tasks/decide-unknown.ts';
import type { TaskRow } from '../../../kernel/tasks/task.ts';
import { closeCalls, markChecking } from './call-store.ts';

/** What a person may decide of an answer that was lost. */
export type LostDecision = 'check' | 'resend' | 'abandon';

/** Carries it out. False where nothing can be checked: the provider gave no name to look under, and nothing was changed. Throws `tasks.not-unknown`. */
export async function decideCall(app: App, tx: Tx, task: TaskRow, decision: LostDecision): Promise<boolean> {
  if (decision === 'abandon') {
    await abandonUnknown(app, tx, task);
    await closeCalls(tx, task.id, app.ports.clock.now());
    return true;
  }
  if (decision === 'check' && task.state === 'unknown' && !(await markChecking(tx, task.id))) return false;
  await reopenUnknown(app, tx, task);
  return true;
}
