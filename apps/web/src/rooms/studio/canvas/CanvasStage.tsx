import { canvasOf, CANVAS_SIDE_MAX, type Growth } from '@komawari/contract/studio-canvas';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { inputAddress } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import type { HeldInput } from '../desk/draft.ts';
import { fittedView, keptView, type View } from './canvas-view.ts';
import { dragged, moved, STEP_PX, withSide, type Side } from './growth.ts';

type Props = { source: HeldInput; growth: Growth; onGrow: (growth: Growth) => void };

const EDGES = [['left', 'edgeLeft'], ['top', 'edgeTop'], ['right', 'edgeRight'], ['bottom', 'edgeBottom']] as const satisfies readonly [Side, string][];
const CORNERS: readonly (readonly [Side, Side])[] = [['left', 'top'], ['right', 'top'], ['left', 'bottom'], ['right', 'bottom']];
/** Which way an arrow drives an edge: outward is more. */
const ARROWS: Readonly<Record<string, Readonly<Record<Side, number>>>> = {
  ArrowLeft: { left: 1, right: -1, top: -1, bottom: -1 }, ArrowRight: { left: -1, right: 1, top: 1, bottom: 1 },
  ArrowUp: { left: 1, right: 1, top: 1, bottom: -1 }, ArrowDown: { left: -1, right: -1, top: -1, bottom: 1 },
};
const FAR = 8;

type Drag = { pointerId: number; sides: readonly Side[]; isMove: boolean; x: number; y: number; start: Growth; view: View };

/** The picture on its canvas: edges and corners are dragged, the picture is moved. While a hand drags, nothing else changes its size. */
export function CanvasStage({ source, growth, onGrow }: Props) {
  const { say } = useWords('studio-canvas');
  const hint = useId();
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 320, height: 240 });
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    const node = stage.current;
    if (!node) return undefined;
    const watch = new ResizeObserver(() => setSize({ width: node.clientWidth, height: node.clientHeight }));
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  const view = drag ? keptView(drag.view, drag.start, growth, drag.isMove) : fittedView(size, source, growth);
  const canvas = canvasOf(source, growth);
  const px = (value: number) => `${value * view.scale}px`;

  const take = (sides: readonly Side[], isMove = false) => (event: PointerEvent<HTMLElement>) => {
    if (event.button > 0 || drag) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.focus();
    stage.current?.setPointerCapture(event.pointerId);
    setDrag({ pointerId: event.pointerId, sides, isMove, x: event.clientX, y: event.clientY, start: growth, view });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerId !== drag?.pointerId) return;
    const by = { x: (event.clientX - drag.x) / drag.view.scale, y: (event.clientY - drag.y) / drag.view.scale };
    onGrow(drag.isMove ? moved(drag.start, by) : dragged(source, drag.start, drag.sides, by));
  };
  const onPointerUp = (event: PointerEvent) => { if (event.pointerId === drag?.pointerId) setDrag(undefined); };
  const onPointerCancel = (event: PointerEvent) => {
    if (event.pointerId !== drag?.pointerId) return;
    onGrow(drag.start);
    setDrag(undefined);
  };
  const byKeys = (side: Side) => (event: KeyboardEvent) => {
    const step = ARROWS[event.key]?.[side];
    const isAlong = side === 'left' || side === 'right' ? event.key === 'ArrowLeft' || event.key === 'ArrowRight' : event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const wanted = event.key === 'Home' ? 0 : event.key === 'End' ? CANVAS_SIDE_MAX : step !== undefined && isAlong ? growth[side] + step * STEP_PX * (event.shiftKey ? FAR : 1) : undefined;
    if (wanted === undefined) return;
    event.preventDefault();
    onGrow(withSide(source, growth, side, wanted));
  };

  return (
    <>
      <div ref={stage} className="canvas-stage" role="group" aria-label={say('canvasStage')} aria-describedby={hint} data-drags={drag !== undefined} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerCancel}>
        <div className="canvas-sheet" style={{ left: `${view.left}px`, top: `${view.top}px`, width: px(canvas.width), height: px(canvas.height) }}>
          <img src={inputAddress(source.id)} alt="" draggable={false} style={{ left: px(growth.left), top: px(growth.top), width: px(source.width), height: px(source.height) }} onPointerDown={take([], true)} />
          {CORNERS.map((sides) => <span key={sides.join()} className="canvas-corner" data-at={sides.join(' ')} onPointerDown={take(sides)} />)}
          {EDGES.map(([side, word]) => (
            <span key={side} className="canvas-edge" data-side={side} role="slider" tabIndex={0} aria-label={say(word)} aria-orientation={side === 'left' || side === 'right' ? 'horizontal' : 'vertical'} aria-valuemin={0} aria-valuemax={CANVAS_SIDE_MAX} aria-valuenow={growth[side]} aria-valuetext={say('px', { n: growth[side] })}
              onPointerDown={take([side])} onKeyDown={byKeys(side)} />
          ))}
        </div>
      </div>
      <p id={hint} className="hint">{say('canvasHint')}</p>
    </>
  );
}
