/** What was done in lists and can be taken back, newest last. One stack for the app; an editor with a history of its own keeps its own. */
export type UndoStep = { id: number; back: () => Promise<void>; forget: () => void };

const STEPS_MAX = 20;

let steps: readonly UndoStep[] = [];
let lastId = 0;

/** `forget` takes the offer out of sight, when the step is not to be undone any more. */
export function pushStep(back: () => Promise<void>, forget: () => void = () => undefined): number {
  lastId += 1;
  steps = [...steps, { id: lastId, back, forget }].slice(-STEPS_MAX);
  return lastId;
}

/** Takes a step off the stack, the newest when none is named; undefined when it is gone: nothing is undone twice. */
export function takeStep(id?: number): UndoStep | undefined {
  const step = id === undefined ? steps.at(-1) : steps.find((one) => one.id === id);
  if (step) steps = steps.filter((one) => one !== step);
  return step;
}

/** What somebody did is not undone, nor read, by the next who signs in. */
export function forgetSteps(): void {
  const all = steps;
  steps = [];
  for (const step of all) step.forget();
}
