import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Camera } from '../../comics/reader/guided.ts';
import { NO_ZOOM, panBy, zoomAt, type Point } from '../../comics/reader/zoom.ts';
import { beginStroke, extendStroke, type Size, type Spot, type Stroke } from './mask-deeds.ts';

export type MaskTool = Stroke['kind'] | 'move';

type On = {
  size: Size; tool: MaskTool; radius: number;
  /** It grows under the hand; undefined: it was taken back. */
  onStroke: (stroke: Stroke | undefined) => void;
  onDone: (stroke: Stroke) => void;
  /** Where the brush is, in pixels of the picture. */
  onHover: (at: Spot | undefined) => void;
};

const ARROWS: Readonly<Record<string, [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** One finger or the mouse draws, two fingers or Ctrl + wheel look closer and move; arrow keys lead the brush, with Shift it paints, and Space sets a dot. */
export function useMaskHand(stage: RefObject<HTMLElement | null>, sheet: RefObject<HTMLElement | null>, { size, tool, radius, onStroke, onDone, onHover }: On) {
  const [zoom, setZoom] = useState<Camera>(NO_ZOOM);
  const fingers = useRef(new Map<number, Point>());
  const stroke = useRef<Stroke>(undefined);
  const brush = useRef<Spot>({ x: size.width / 2, y: size.height / 2 });

  useEffect(() => {
    const node = stage.current;
    if (!node) return undefined;
    const onWheel = (event: WheelEvent) => {
      const box = node.getBoundingClientRect();
      event.preventDefault();
      setZoom((before) => (event.ctrlKey || event.metaKey ? zoomAt(before, Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top }, box) : panBy(before, -event.deltaX, -event.deltaY, box)));
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, [stage]);

  const box = () => stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
  const spotOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Spot => {
    const { left, top, width, height } = sheet.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
  };
  const grow = (next: Stroke) => { if (next !== stroke.current) { stroke.current = next; onStroke(next); } };
  const takeBack = () => {
    if (stroke.current) onStroke(undefined);
    stroke.current = undefined;
  };
  const end = () => {
    if (stroke.current) onDone(stroke.current);
    stroke.current = undefined;
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button > 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.current.size > 1) {
      // The second finger came: the first was no brush.
      takeBack();
    } else if (tool !== 'move' && event.button === 0) {
      brush.current = spotOf(event);
      grow(beginStroke(tool, radius, brush.current, size));
    }
  };

  const onPointerMove = (event: PointerEvent) => {
    const now = { x: event.clientX, y: event.clientY };
    const before = fingers.current.get(event.pointerId);
    const spot = spotOf(event);
    if (event.pointerType !== 'touch') onHover(spot);
    if (!before) return;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    const view = box();
    if (other) {
      const middle = { x: (now.x + other.x) / 2 - view.left, y: (now.y + other.y) / 2 - view.top };
      setZoom((from) => panBy(zoomAt(from, distance(now, other) / Math.max(1, distance(before, other)), middle, view), (now.x - before.x) / 2, (now.y - before.y) / 2, view));
    } else if (stroke.current) {
      const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
      grow((all.length > 0 ? all : [event.nativeEvent]).reduce((grown, each) => extendStroke(grown, spotOf(each), size), stroke.current));
      brush.current = spot;
    } else if (tool === 'move' || event.buttons === 4) setZoom((from) => panBy(from, now.x - before.x, now.y - before.y, view));
  };

  const onPointerUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    if (event.type === 'pointercancel') takeBack();
    else end();
  };

  /** True where the key was one of the brush. */
  const onBrushKey = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    if (tool === 'move') {
      if (arrow) setZoom((from) => panBy(from, -arrow[0] * 60, -arrow[1] * 60, box()));
      return arrow !== undefined;
    }
    const kind = tool === 'lasso' ? 'brush' : tool;
    if (event.key === ' ') onDone(beginStroke(kind, radius, brush.current, size));
    else if (arrow) {
      const step = Math.max(1, radius / 2);
      const from = brush.current;
      brush.current = { x: clamp(from.x + arrow[0] * step, size.width), y: clamp(from.y + arrow[1] * step, size.height) };
      onHover(brush.current);
      if (event.shiftKey) onDone(extendStroke(beginStroke(kind, radius, from, size), brush.current, size));
    } else return false;
    return true;
  };

  const closer = (factor: number) => { const { width, height } = box(); setZoom((from) => zoomAt(from, factor, { x: width / 2, y: height / 2 }, { width, height })); };
  return { zoom, closer, reset: () => setZoom(NO_ZOOM), onBrushKey, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onPointerLeave: () => onHover(undefined) } };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}
