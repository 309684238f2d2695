/** A drag by mouse, pen or finger: at most one step a frame, in CSS pixels from where it began. */
import type { PointerEvent as ReactPointerEvent } from 'react';

export type DragEnd = 'done' | 'cancelled' | 'click';
export type Drag = { onMove: (dx: number, dy: number, event: PointerEvent) => void; onEnd: (how: DragEnd) => void };

/** Below this it is a click with an unsteady hand. */
const THRESHOLD = 4;

export function startDrag(event: ReactPointerEvent<Element>, { onMove, onEnd }: Drag): void {
  if (event.button > 0 || !event.isPrimary) return;
  const target = event.currentTarget;
  const [x, y, id] = [event.clientX, event.clientY, event.pointerId];
  let last: PointerEvent | undefined;
  let frame = 0;
  let isMoving = false;
  target.setPointerCapture(id);
  const step = () => {
    frame = 0;
    if (last) onMove(last.clientX - x, last.clientY - y, last);
  };
  const move = (next: Event) => {
    const pointer = next as PointerEvent;
    if (pointer.pointerId !== id) return;
    last = pointer;
    isMoving ||= Math.hypot(last.clientX - x, last.clientY - y) >= THRESHOLD;
    if (isMoving && frame === 0) frame = requestAnimationFrame(step);
  };
  const end = (how: DragEnd) => {
    cancelAnimationFrame(frame);
    if (how === 'done' && isMoving && last) onMove(last.clientX - x, last.clientY - y, last);
    target.removeEventListener('pointermove', move);
    target.removeEventListener('pointerup', up);
    target.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('pointerdown', second, true);
    if (target.hasPointerCapture(id)) target.releasePointerCapture(id);
    onEnd(how === 'done' && !isMoving ? 'click' : how);
  };
  const up = () => end('done');
  const cancel = () => end('cancelled');
  // A second finger means to enlarge the page, not to move what lies under the first.
  const second = (other: PointerEvent) => { if (other.pointerType === 'touch' && other.pointerId !== id) cancel(); };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Escape') return;
    pressed.preventDefault();
    pressed.stopPropagation();
    end('cancelled');
  };
  target.addEventListener('pointermove', move);
  target.addEventListener('pointerup', up);
  target.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', key, true);
  window.addEventListener('pointerdown', second, true);
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The step of an arrow key in page units: small, or large with Shift. Undefined for other keys. */
export function arrowStep(event: { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }, [small, large]: readonly [number, number] = [4, 24]): { x: number; y: number } | undefined {
  const way = ARROWS[event.key];
  if (!way || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const length = event.shiftKey ? large : small;
  return { x: way[0] * length, y: way[1] * length };
}
