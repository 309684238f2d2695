/** Toasts: for what happened elsewhere, and for undoing. What happens in view is shown in view. */
export type Toast = { id: number; text: string; action?: { word: string; onChoose: () => void }; isFault?: boolean; stayMs: number };

type Wish = { text: string; action?: Toast['action']; isFault?: boolean; stayMs?: number };

const KEPT_MAX = 3;
/** Letters. */
const NAME_MAX = 60;
const STAY_MS = 6000;
const STAY_WITH_ACTION_MS = 12_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** A name as it stands in a toast: what is longer than its line or two ends in "…". Whole letters, also where one is made of many signs. */
export function briefly(name: string): string {
  if (name.length <= NAME_MAX) return name;
  const letters = Array.from(new Intl.Segmenter().segment(name.slice(0, NAME_MAX * 20)), ({ segment }) => segment);
  return letters.length > NAME_MAX ? `${letters.slice(0, NAME_MAX - 1).join('').trimEnd()}…` : letters.join('');
}

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
