/**
 * Letters of panels whose frames are dragged. Each step is set as fast as the engine can, of what waits only the newest;
 * while the hand rests they are set once more with the pictures as they will be drawn. No React, no engine.
 */
import type { LaidPanel } from '@komawari/comic/by-hand';

type Options<L> = {
  set(panels: readonly LaidPanel[], isDrawnAnew: boolean, signal: AbortSignal): Promise<L | undefined>;
  show(letters: L, panels: readonly LaidPanel[]): void;
  restMs?: number;
};

export type ReletterLine = {
  want(panels: readonly LaidPanel[]): void;
  /** The hand has let go: what is asked for still comes, and nothing is drawn for it any more. */
  letGo(): void;
  /** Nothing of it is wanted any more. */
  drop(): void;
};

/** A hand that stays for so long rests. */
const REST_MS = 140;

export function reletterLine<L>({ set, show, restMs = REST_MS }: Options<L>): ReletterLine {
  let next: readonly LaidPanel[] | undefined;
  let isBusy = false;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();

  const run = async (panels: readonly LaidPanel[], isDrawnAnew: boolean): Promise<void> => {
    const { signal } = abort;
    const letters = await set(panels, isDrawnAnew, signal).catch(() => undefined);
    if (letters !== undefined && !signal.aborted) show(letters, panels);
  };
  const pump = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    let last: readonly LaidPanel[] | undefined;
    while (next) {
      last = next;
      next = undefined;
      await run(last, false);
    }
    isBusy = false;
    if (last && isHeld) rest(last);
  };
  const rest = (panels: readonly LaidPanel[]): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(panels, true), restMs);
  };
  /** A picture that is being drawn for a frame left behind holds up what is wanted now. */
  const stop = (): void => {
    clearTimeout(timer);
    if (isBusy) return;
    abort.abort();
    abort = new AbortController();
  };

  return {
    want(panels) {
      stop();
      isHeld = true;
      next = panels;
      void pump();
    },
    letGo() {
      isHeld = false;
      stop();
    },
    drop() {
      isHeld = false;
      next = undefined;
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
    },
  };
}
