/** Which tasks are being drawn at this moment, as their streams tell; a list says only that they wait or are done. */
import type { StreamEvent } from '@komawari/contract';
import { useSyncExternalStore } from 'react';

let running: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Pure: what a batch of events says. The last word on a task counts. */
export function runningIn(events: readonly StreamEvent[]): { running: ReadonlyMap<string, boolean>; hasEnded: boolean } {
  const found = new Map<string, boolean>();
  let hasEnded = false;
  for (const event of events) {
    if (event.type !== 'task.state') continue;
    found.set(event.taskId, event.state === 'running');
    if (event.state !== 'running' && event.state !== 'queued') hasEnded = true;
  }
  return { running: found, hasEnded };
}

export function noteRunning(told: ReadonlyMap<string, boolean>): void {
  const next = new Set(running);
  for (const [taskId, isRunning] of told) if (isRunning) next.add(taskId); else next.delete(taskId);
  running = next;
  for (const listener of listeners) listener();
}

export function useIsRunning(taskId: string): boolean {
  return useSyncExternalStore(subscribe, () => running.has(taskId));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
