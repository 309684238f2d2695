import { setTimeout as sleep } from 'node:timers/promises';
import { studioRoutes, taskRoutes, type GenerationId, type Picture, type TaskId } from '@komawari/contract';
import { NoAnswerError, RefusedError, type InstanceDoor } from '../instance-door.ts';

const PAUSES_MS = { first: 100, longest: 1000 };
/** An instance that starts again is away for so long. */
const ABSENCE_MS = 60_000;
/** What runs is told to stop, and says so soon; a worker that is away says nothing. */
const STOPPING_MS = 20_000;

export type Seen = { done: number; total: number; /** 0 to 1, with the parts of pictures that are under way. */ share: number; isStopping: boolean };
export type Waiting = {
  generationId: GenerationId;
  /** Cancelled when `stop` says so. */
  taskId: TaskId;
  /** Which of the generation's pictures are waited for. */
  isOurs(picture: Picture): boolean;
  stop: AbortSignal;
  /** Absent where nobody looks. */
  onSeen?: (seen: Seen) => void;
};

/** Asks until all are over; then gives them as they are. Throws NoAnswerError when the program stays away. */
export async function waitForPictures(door: InstanceDoor, waiting: Waiting): Promise<Picture[]> {
  const { stop } = waiting;
  let stoppingSince: number | undefined;
  let pauseMs = PAUSES_MS.first;
  for (;;) {
    if (stop.aborted && stoppingSince === undefined) {
      stoppingSince = performance.now();
      pauseMs = PAUSES_MS.first;
      await patiently(() => cancel(door, waiting.taskId));
    }
    const { pictures } = await patiently(() => door.ask(studioRoutes.generation, { params: { generationId: waiting.generationId } }));
    const ours = pictures.filter(waiting.isOurs);
    if (ours.every(isOver)) return ours;
    if (stoppingSince !== undefined && performance.now() - stoppingSince > STOPPING_MS) return ours;
    if (waiting.onSeen) waiting.onSeen({ done: ours.filter(isOver).length, total: ours.length, share: await shareOf(door, ours), isStopping: stoppingSince !== undefined });
    // A stop ends the pause; after it the pauses are whole again.
    await sleep(pauseMs, undefined, stoppingSince === undefined ? { signal: stop } : {}).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 1.3, PAUSES_MS.longest);
  }
}

/** Whether waiting longer changes nothing: what is unknown is a person's to decide. */
export function isOver({ state }: Picture): boolean {
  return state !== 'queued' && state !== 'running';
}

async function shareOf(door: InstanceDoor, pictures: readonly Picture[]): Promise<number> {
  const shares = await Promise.all(pictures.map(async (picture) => {
    if (picture.state !== 'running') return isOver(picture) ? 1 : 0;
    try {
      const { progress } = await door.ask(taskRoutes.get, { params: { taskId: picture.taskId } });
      return progress.total > 0 ? progress.done / progress.total : 0;
    } catch {
      // Only how it looks: the next answer says more.
      return 0;
    }
  }));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(shares.length, 1);
}

async function cancel(door: InstanceDoor, taskId: TaskId): Promise<void> {
  try {
    await door.ask(taskRoutes.cancel, { params: { taskId } });
  } catch (error) {
    // It has ended at the same moment.
    if (!(error instanceof RefusedError && error.code === 'tasks.not-cancellable')) throw error;
  }
}

/** Again and again while nobody answers: work goes on when the program is back. Only for what may be asked twice. */
export async function patiently<T>(ask: () => Promise<T>, limitMs = ABSENCE_MS): Promise<T> {
  for (const until = performance.now() + limitMs; ;) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof NoAnswerError || (error instanceof RefusedError && error.code === 'server.stopping');
      if (!isAway || performance.now() > until) throw error;
      await sleep(PAUSES_MS.longest / 2);
    }
  }
}
