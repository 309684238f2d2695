import type { Crop } from '@komawari/comic';
import type { Size } from '@komawari/comic/edit';
import type { Take } from '@komawari/contract';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon, UndoIcon } from '../../../ui/icons.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { isWhole, pan, WHOLE, zoomAt, ZOOM_MAX } from './crop-moves.ts';
import { TakeStage } from './TakeStage.tsx';

const KEY_STEP = 0.04;
const KEY_ZOOM = 1.12;

type Props = { take: Take; frame: Size; crop: Crop | undefined; onDone: (crop: Crop | undefined) => void; onCancel: () => void };
type Point = { x: number; y: number };

/** Which part of a picture its panel shows: by hand, wheel, two fingers or keys. Nothing is set before Done. */
export function CropTool({ take, frame, crop: start = WHOLE, onDone, onCancel }: Props) {
  const { say } = useWords('comics-takes');
  const [crop, setCrop] = useState(start);
  const stage = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());

  const inFrame = (event: { clientX: number; clientY: number }): Point => {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: ((event.clientX - box.left) / box.width) * frame.width, y: ((event.clientY - box.top) / box.height) * frame.height } : { x: frame.width / 2, y: frame.height / 2 };
  };

  useEffect(() => {
    const element = stage.current;
    // React listens to wheels passively: the page would scroll along.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      if (!box) return;
      const at = { x: ((event.clientX - box.left) / box.width) * frame.width, y: ((event.clientY - box.top) / box.height) * frame.height };
      setCrop((now) => zoomAt(now, Math.exp(-event.deltaY / 400), at, take, frame));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [take, frame]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, inFrame(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = inFrame(event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) {
      const [was, is] = [distance(before, other), distance(now, other)];
      setCrop((crop) => zoomAt(pan(crop, { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 }, take, frame), was > 0 ? is / was : 1, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, take, frame));
    } else setCrop((crop) => pan(crop, { x: now.x - before.x, y: now.y - before.y }, take, frame));
  };
  const onPointerEnd = (event: PointerEvent<HTMLDivElement>) => void fingers.current.delete(event.pointerId);

  const middle = { x: frame.width / 2, y: frame.height / 2 };
  const onKeyDown = (event: KeyboardEvent) => {
    const [dx, dy] = [frame.width * KEY_STEP, frame.height * KEY_STEP];
    const moves: Record<string, () => Crop> = {
      ArrowLeft: () => pan(crop, { x: dx, y: 0 }, take, frame), ArrowRight: () => pan(crop, { x: -dx, y: 0 }, take, frame), ArrowUp: () => pan(crop, { x: 0, y: dy }, take, frame), ArrowDown: () => pan(crop, { x: 0, y: -dy }, take, frame),
      '+': () => zoomAt(crop, KEY_ZOOM, middle, take, frame), '=': () => zoomAt(crop, KEY_ZOOM, middle, take, frame), '-': () => zoomAt(crop, 1 / KEY_ZOOM, middle, take, frame), '0': () => WHOLE,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    setCrop(move());
  };
  return (
    <div className="crop-tool">
      <div className="crop-area" tabIndex={0} role="group" aria-label={say('cropArea')} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerEnd} onPointerCancel={onPointerEnd}>
        <TakeStage ref={stage} take={take} frame={frame} crop={crop} alt=""><span className="crop-thirds" aria-hidden="true" /></TakeStage>
      </div>
      <p className="hint">{say('cropHint')}</p>
      <Slider label={say('zoom')} value={Math.log2(crop.zoom)} min={0} max={Math.log2(ZOOM_MAX)} step={0.01} text={() => `${Math.round(crop.zoom * 100)} %`} onChange={(value) => setCrop(zoomAt(crop, 2 ** value / crop.zoom, middle, take, frame))} />
      <div className="takes-acts">
        <Button look="primary" icon={<CheckIcon />} onClick={() => onDone(isWhole(crop) ? undefined : crop)}>{say('cropDone')}</Button>
        <Button look="quiet" icon={<UndoIcon />} disabled={isWhole(crop)} onClick={() => setCrop(WHOLE)}>{say('cropWhole')}</Button>
        <Button look="quiet" onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </div>
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
