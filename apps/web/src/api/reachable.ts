/** Whether the server answers. Told by every call; while it does not, it is asked again until it does. */
const ASK_MS = 3000;

let isThere = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function isReachable(): boolean {
  return isThere;
}

export function onReachable(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a call has found out. */
export function noteReachable(isAnswering: boolean): void {
  if (!isAnswering) timer ??= setTimeout(askAgain, ASK_MS);
  if (isThere === isAnswering) return;
  isThere = isAnswering;
  listeners.forEach((listener) => listener());
}

/** Asks whether the server answers: for what has failed on a way of its own, as a drawing that the engine's worker fetches. */
export function askReachable(): void {
  fetch('/readyz', { cache: 'no-store' }).then((response) => noteReachable(response.ok), () => noteReachable(false));
}

function askAgain(): void {
  timer = undefined;
  askReachable();
}
