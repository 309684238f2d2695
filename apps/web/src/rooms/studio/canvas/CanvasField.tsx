import { canvasOf, CANVAS_SIDE_MAX, sheetOf, wayToExtend, type Growth } from '@komawari/contract/studio-canvas';
import type { ImageModel } from '@komawari/contract';
import { useEffect } from 'react';
import { inputAddress } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Switch } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { Draft, HeldInput } from '../desk/draft.ts';
import './canvas.css';
import { CanvasStage } from './CanvasStage.tsx';
import { CANVAS_RATIOS, growAround, grownBy, growTo, NO_GROWTH, ratioOf, STEP_PX, withSide, type HeldGrowth, type Side } from './growth.ts';

type Props = { source: HeldInput; growth: Growth | undefined; model: ImageModel; onChange: (part: { grows: HeldGrowth } | Pick<Draft, 'source'>) => void };

const SIDE_WORDS = [['left', 'sideLeft'], ['right', 'sideRight'], ['top', 'sideTop'], ['bottom', 'sideBottom']] as const satisfies readonly [Side, string][];

/** How far the picture goes beyond its edges: with the hand, by a ratio, or in numbers. */
export function CanvasField({ source, growth = NO_GROWTH, model, onChange }: Props) {
  const { say } = useWords('studio-canvas');
  useMeasured(source, onChange);
  const grow = (next: Growth) => onChange({ grows: { ...next, sourceId: source.id } });
  const canvas = canvasOf(source, growth);
  const sheet = sheetOf(canvas, model.sizes);
  const ratio = grownBy(growth) > 0 ? ratioOf(source, growth) : undefined;
  return (
    <section className="tray canvas-field" aria-label={say('canvas')}>
      <p className="desk-label canvas-label"><span>{say('canvas')}</span><output className="number">{canvas.width} × {canvas.height} px</output></p>
      <CanvasStage source={source} growth={growth} onGrow={grow} />
      <div className="canvas-ratios" role="group" aria-label={say('canvasRatio')}>
        <Choice word={say('noGrowth')} isChosen={grownBy(growth) === 0} onChoose={() => grow({ ...growth, ...NO_GROWTH })} />
        {CANVAS_RATIOS.map((one) => <Choice key={one} word={one} isChosen={one === ratio} onChoose={() => grow(growTo(source, one, growth))} />)}
        <Choice word={say('around')} isChosen={false} onChoose={() => grow(growAround(source, growth))} />
      </div>
      <div className="desk-two canvas-sides">
        {SIDE_WORDS.map(([side, word]) => <NumberField key={side} label={say(word)} value={growth[side]} min={0} max={CANVAS_SIDE_MAX} step={STEP_PX} onChange={(px) => grow(withSide(source, growth, side, px ?? 0))} />)}
      </div>
      <Switch label={say('keepsPicture')} hint={say('keepsPictureHint')} isChecked={growth.isRedrawn !== true} onChange={(keeps) => { const { isRedrawn: _, ...sides } = growth; grow(keeps ? sides : { ...sides, isRedrawn: true }); }} />
      {grownBy(growth) > 0 && sheet.scale < 0.97 && <p className="hint">{say('drawnSmaller', { width: sheet.box.width, height: sheet.box.height })}</p>}
      {wayToExtend(model) === 'edit' && <p className="hint">{say('inWords')}</p>}
    </section>
  );
}

function Choice({ word, isChosen, onChoose }: { word: string; isChosen: boolean; onChoose: () => void }) {
  return <button type="button" className="canvas-ratio" aria-pressed={isChosen} onClick={onChoose}>{word}</button>;
}

/** One that was called back from the history is measured here for the first time. */
function useMeasured(source: HeldInput, onChange: Props['onChange']) {
  const isKnown = source.width > 1 && source.height > 1;
  useEffect(() => {
    if (isKnown) return undefined;
    const picture = new Image();
    picture.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = picture;
      // One that is a single pixel wide is known by that, too: told again and again, it would be measured without end.
      if (width !== source.width || height !== source.height) onChange({ source: { ...source, width, height } });
    };
    picture.src = inputAddress(source.id);
    return () => { picture.onload = null; };
  }, [isKnown, source, onChange]);
}
