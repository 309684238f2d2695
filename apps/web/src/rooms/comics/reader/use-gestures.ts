import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Camera } from './guided.ts';
import { isSystemEdge } from './reading.ts';
import { NO_ZOOM, panBy, toggleZoom, zoomAt, zoomBy, type Point } from './zoom.ts';

const TAP_PX = 10;
const DOUBLE_TAP_MS = 280;
type Press = Point & { isMoved: boolean; isPinch: boolean; mayTurn: boolean };

/**
 * Fingers, mouse and wheel on the stage: pinch and Ctrl + wheel look closer, two taps too; a drag moves what is closer, and a swipe
 * turns what is not. `onTap` comes for one tap that hit no button.
 */
export function useGestures(stage: RefObject<HTMLElement | null>, on: { swipe: (dx: number, dy: number) => void; tap: () => void }) {
  const [zoom, setZoom] = useState<Camera>(NO_ZOOM);
  const fingers = useRef(new Map<number, Point>());
  const press = useRef<Press>(undefined);
  const tapTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const swallowClick = useRef(false);

  const view = () => stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const inView = ({ x, y }: Point): Point => ({ x: x - view().left, y: y - view().top });

  useEffect(() => {
    const node = stage.current;
    if (!node) return undefined;
    const onWheel = (event: WheelEvent) => {
      const box = node.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        setZoom((before) => zoomAt(before, Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top }, box));
      } else {
        setZoom((before) => (before.scale > 1 ? panBy(before, -event.deltaX, -event.deltaY, box) : before));
      }
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, [stage]);

  useEffect(() => () => clearTimeout(tapTimer.current), []);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('input, select, [data-still]'))) return;
    const point = { x: event.clientX, y: event.clientY };
    fingers.current.set(event.pointerId, point);
    swallowClick.current = false;
    const isSecond = fingers.current.size > 1;
    press.current = isSecond && press.current ? { ...press.current, isPinch: true } : { ...point, isMoved: false, isPinch: false, mayTurn: event.pointerType !== 'mouse' && !isSystemEdge(point.x, innerWidth) };
  };

  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    const start = press.current;
    if (!before || !start) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const middle = inView({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      setZoom((old) => panBy(zoomAt(old, factor, middle, view()), (now.x - before.x) / 2, (now.y - before.y) / 2, view()));
      return;
    }
    if (distance(now, start) > TAP_PX) start.isMoved = true;
    setZoom((old) => (old.scale > 1 ? panBy(old, now.x - before.x, now.y - before.y, view()) : old));
  };

  const onPointerUp = (event: PointerEvent) => {
    const start = press.current;
    const hasFinger = fingers.current.delete(event.pointerId);
    if (!hasFinger || !start || fingers.current.size > 0) return;
    press.current = undefined;
    swallowClick.current = start.isMoved || start.isPinch;
    if (start.isPinch) return;
    if (start.isMoved) {
      if (zoom.scale === 1 && start.mayTurn) on.swipe(event.clientX - start.x, event.clientY - start.y);
      return;
    }
    if (!(event.target instanceof Element && event.target.closest('button, a'))) tapped(inView(start));
  };

  const tapped = (point: Point) => {
    if (tapTimer.current !== undefined) {
      clearTimeout(tapTimer.current);
      tapTimer.current = undefined;
      return setZoom((old) => toggleZoom(old, point, view()));
    }
    tapTimer.current = setTimeout(() => { tapTimer.current = undefined; on.tap(); }, DOUBLE_TAP_MS);
  };

  const onPointerCancel = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    press.current = undefined;
  };

  return {
    zoom, reset: () => setZoom(NO_ZOOM),
    closer: (factor: number) => setZoom((old) => zoomBy(old, factor, view())),
    /** Whether the click that follows belongs to a swipe or a drag. */
    isDragClick: () => swallowClick.current,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
