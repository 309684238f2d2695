import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { inputAddress } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, FitIcon, LessIcon, RedoIcon, UndoIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { addDeed, redoDeed, undoDeed, type MaskWork, type Size, type Spot, type Stroke } from './mask-deeds.ts';
import './mask.css';
import { paintDeed, paintMask, screenSize } from './paint-mask.ts';
import { useMaskHand, type MaskTool } from './use-mask-hand.ts';

type Props = { sourceId: string; work: MaskWork; isBusy: boolean; fault: string; onWork: (change: (before: MaskWork) => MaskWork) => void; onDone: (size: Size) => void; onClose: () => void };

/** The picture, and over it what the hand paints: brush, eraser and lasso, undone and done again, closer and farther, with mouse, fingers or keys. */
export function MaskEditor(props: Props) {
  const { say } = useWords('studio');
  const { isBusy, fault, onDone, onClose } = props;
  const [size, setSize] = useState<Size>();
  const [isMissing, setIsMissing] = useState(false);
  const address = inputAddress(props.sourceId);
  useEffect(() => {
    const picture = new Image();
    picture.onload = () => setSize({ width: picture.naturalWidth, height: picture.naturalHeight });
    picture.onerror = () => setIsMissing(true);
    picture.src = address;
    return () => { picture.onload = picture.onerror = null; };
  }, [address]);
  return (
    <Dialog title={say('maskTitle')} isOpen widthPx={1080} onClose={onClose} foot={<Button look="primary" isBusy={isBusy} disabled={!size} onClick={() => { if (size) onDone(size); }}>{say('maskDone')}</Button>}>
      {isMissing ? <p className="fault" role="alert">{say('maskNoSource')}</p> : size ? <Table {...props} address={address} size={size} /> : <div className="mask-stage mask-waits" role="status" aria-label={say('loading')} />}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </Dialog>
  );
}

const KEYS: Readonly<Record<string, MaskTool>> = { b: 'brush', e: 'erase', l: 'lasso', m: 'move' };

function Table({ work, onWork, address, size }: Props & { address: string; size: Size }) {
  const { say } = useWords('studio');
  const hint = useId();
  const [tool, setTool] = useState<MaskTool>('brush');
  const diameterMax = Math.max(8, Math.round(Math.min(size.width, size.height) / 2));
  const [diameter, setDiameter] = useState(() => Math.max(4, Math.round(Math.min(size.width, size.height) / 8)));
  const [stage, sheet, canvas, lasso, ring] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLCanvasElement>(null), useRef<SVGPolygonElement>(null), useRef<SVGCircleElement>(null)];
  const paper = screenSize(size);

  const repaint = useCallback(() => {
    const context = canvas.current?.getContext('2d');
    if (canvas.current && context) paintMask(context, work.deeds, { size, sheet: screenSize(size), colour: getComputedStyle(canvas.current).color });
  }, [canvas, work.deeds, size]);
  useEffect(repaint, [repaint]);

  const onStroke = (stroke: Stroke | undefined) => {
    lasso.current?.setAttribute('points', stroke?.kind === 'lasso' ? stroke.points.join(' ') : '');
    const context = canvas.current?.getContext('2d');
    if (!stroke) repaint();
    // Only its last piece: the rest is on the paper already.
    else if (stroke.kind !== 'lasso' && canvas.current && context) paintDeed(context, { ...stroke, points: stroke.points.slice(-4) }, { size, sheet: paper, colour: getComputedStyle(canvas.current).color });
  };
  const onDone = (stroke: Stroke) => {
    lasso.current?.setAttribute('points', '');
    onWork((before) => addDeed(before, stroke));
  };
  const onHover = (at: Spot | undefined) => {
    ring.current?.setAttribute('visibility', at && tool !== 'move' && tool !== 'lasso' ? 'visible' : 'hidden');
    if (at) for (const [name, value] of [['cx', at.x], ['cy', at.y]] as const) ring.current?.setAttribute(name, String(value));
  };
  const hand = useMaskHand(stage, sheet, { size, tool, radius: diameter / 2, onStroke, onDone, onHover });
  const resize = (factor: number) => setDiameter((before) => Math.min(diameterMax, Math.max(2, Math.round(before * factor))));

  const byKeys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const isOnStage = event.target === stage.current;
    if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) onWork(key === 'y' || event.shiftKey ? redoDeed : undoDeed);
    else if (event.ctrlKey || event.metaKey || event.altKey || !isOnStage) return;
    else if (KEYS[key]) setTool(KEYS[key]);
    else if (key === 'i') onWork((before) => addDeed(before, { kind: 'invert' }));
    else if (key === '[') resize(0.8);
    else if (key === ']') resize(1.25);
    else if (key === '+' || key === '=') hand.closer(1.4);
    else if (key === '-') hand.closer(1 / 1.4);
    else if (key === '0') hand.reset();
    else if (!hand.onBrushKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="mask-editor" onKeyDown={byKeys}>
      <div className="mask-tools">
        <SegmentedChoice<MaskTool> label={say('maskTool')} isLabelHidden value={tool} onChange={setTool} options={[{ value: 'brush', word: say('maskBrush') }, { value: 'erase', word: say('maskErase') }, { value: 'lasso', word: say('maskLasso') }, { value: 'move', word: say('maskMove') }]} />
        <Slider label={say('maskSize')} value={Math.min(diameter, diameterMax)} min={2} max={diameterMax} onChange={setDiameter} text={(px) => `${px} px`} isOff={tool === 'lasso' || tool === 'move'} />
        <div className="mask-acts">
          <IconButton label={say('maskUndo')} icon={<UndoIcon />} disabled={work.deeds.length === 0} onClick={() => onWork(undoDeed)} />
          <IconButton label={say('maskRedo')} icon={<RedoIcon />} disabled={work.undone.length === 0} onClick={() => onWork(redoDeed)} />
          <Button look="quiet" onClick={() => onWork((before) => addDeed(before, { kind: 'invert' }))}>{say('maskInvert')}</Button>
          <Button look="quiet" disabled={work.deeds.length === 0} onClick={() => onWork((before) => addDeed(before, { kind: 'clear' }))}>{say('maskClear')}</Button>
          <div className="mask-zoom">
            <IconButton label={say('farther')} icon={<LessIcon />} disabled={hand.zoom.scale <= 1} onClick={() => hand.closer(1 / 1.4)} />
            <output className="number">{Math.round(hand.zoom.scale * 100)} %</output>
            <IconButton label={say('closer')} icon={<AddIcon />} onClick={() => hand.closer(1.4)} />
            <IconButton label={say('whole')} icon={<FitIcon />} disabled={hand.zoom.scale <= 1} onClick={hand.reset} />
          </div>
        </div>
      </div>
      <div ref={stage} className="mask-stage" data-tool={tool} tabIndex={0} role="application" aria-label={say('maskStage')} aria-describedby={hint} {...hand.handlers}>
        <div className="mask-move" style={{ transform: `translate(${hand.zoom.x}px, ${hand.zoom.y}px) scale(${hand.zoom.scale})` }}>
          <div ref={sheet} className="mask-sheet" style={{ width: `min(100%, calc(var(--mask-height) * ${size.width / size.height}))`, aspectRatio: `${size.width} / ${size.height}` }}>
            <img src={address} alt="" draggable={false} />
            <canvas ref={canvas} width={paper.width} height={paper.height} />
            <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true"><polygon ref={lasso} /><circle ref={ring} r={diameter / 2} visibility="hidden" /></svg>
          </div>
        </div>
      </div>
      <p id={hint} className="hint">{say('maskHint')}</p>
    </div>
  );
}
