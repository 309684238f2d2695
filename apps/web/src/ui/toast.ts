/** Toasts: for what happened elsewhere, and for undoing. What happens in view is shown in view. */
export type Toast = { id: number; text: string; action?: { word: string; onChoose: () => void }; isFault?: boolean; stayMs: number };

type Wish = { text: string; action?: Toast['action']; isFault?: boolean; stayMs?: number };

const KEPT_MAX = 3;
const STAY_MS = 6000;
const STAY_WITH_ACTION_MS = 12_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a toast and returns its id. The oldest goes when there are too many. `stayMs: Infinity` stays until it is closed. */
export function showToast({ text, action, isFault = false, stayMs }: Wish): number {
  lastId += 1;
  const toast: Toast = { id: lastId, text, isFault, stayMs: stayMs ?? (action || isFault ? STAY_WITH_ACTION_MS : STAY_MS), ...(action ? { action } : {}) };
  change([...toasts, toast].slice(-KEPT_MAX));
  return toast.id;
}

export function closeToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id));
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}
