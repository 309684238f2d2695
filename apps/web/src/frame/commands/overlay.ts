/** Which of the frame's own dialogs is open; opened by keys, buttons and commands alike. */
export type Overlay = 'palette' | 'shortcuts';

let current: Overlay | undefined;
const listeners = new Set<() => void>();

export function openOverlay(overlay: Overlay | undefined): void {
  current = overlay;
  listeners.forEach((listener) => listener());
}

export function currentOverlay(): Overlay | undefined {
  return current;
}

export function onOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
