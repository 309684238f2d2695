/** How pictures come to stand before their provider: in their order, and called back when that order changes or they are paused. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../../kernel/app.ts';
import { TryLaterError } from '../../../kernel/errors.ts';
import { noteInLine } from '../../../kernel/tasks/store.ts';
import type { LinePlace } from '../gateway/draw.ts';
import { noteBegun } from './queue-store.ts';

type Attempt = { id: string; owner: string; epoch: number; priority: number };
type Stand = LinePlace & { /** It is over, however it ended. */ leave(): void };
type Coming = { rank: number; called: AbortController; hasCome: Promise<void>; come(): void };

/** An earlier one that takes longer to come than this is not waited for. */
const COMING_MS = 2000;

/** For the pictures that one process draws: called when an attempt begins. */
export function openStands(app: App): (task: Attempt) => Stand {
  const people = new Map<string, Set<Coming>>();
  const recall = (owner: string): void => people.get(owner)?.forEach(({ called }) => called.abort(comesBack()));
  app.ports.signal.on('koma_recall', recall);
  app.ports.signal.onGap(() => [...people.keys()].forEach(recall));
  return (task) => {
    const { db } = app.client;
    const own = people.get(task.owner) ?? new Set();
    const mine = comingOf(task.priority);
    people.set(task.owner, own.add(mine));
    const leave = (): void => {
      mine.come();
      own.delete(mine);
      if (own.size === 0 && people.get(task.owner) === own) people.delete(task.owner);
    };
    return {
      owner: task.owner, rank: task.priority, recall: mine.called.signal, leave,
      // Those taken from the queue in one handful make their way here side by side, and would race for a free provider.
      async onComing() {
        await Promise.race([Promise.all([...own].filter(({ rank }) => rank < mine.rank).map(({ hasCome }) => hasCome)), sleep(COMING_MS, undefined, { ref: false })]);
        setImmediate(mine.come);
      },
      async onTurn() {
        leave();
        if (!(await noteBegun(db, task))) throw comesBack();
      },
      // Whoever looks sees it on its way, paused or not.
      onFollow: () => noteInLine(db, task, false),
    };
  };
}

function comingOf(rank: number): Coming {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { rank, called: new AbortController(), hasCome: promise, come: resolve };
}

/** Back to the queue at once, as it was. */
function comesBack(): TryLaterError {
  return new TryLaterError('studio.provider-busy', { waitMs: 0, isFailure: false });
}
