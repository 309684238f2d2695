import { memo, useState } from 'react';
import type { PicturedChoices } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { keysOf } from '../book-choices.ts';
import { ChoicePicture } from './ChoicePicture.tsx';
import { AXIS_LIST, AXIS_WORDS, axisValue, chooseAxis, isHint, STYLE_WORDS, type Axes, type Axis } from './choices.ts';
import type { Draft } from './draft.ts';

type Props = Pick<Draft, 'style' | 'axes'> & { onChange: (part: Partial<Draft>) => void };

/** How the book shall look: a named style first, then each of its six sides by itself. Typing does not wait for its pictures. */
export const StyleChoices = memo(function StyleChoices({ style: chosen, axes, onChange }: Props) {
  const { say } = useWords('comics-desk');
  const changed = Object.keys(axes).length;
  // Sixty cards that most never open.
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <section className="desk-part" aria-labelledby="style-title">
      <header className="desk-part-head"><h2 id="style-title">{say('styleTitle')}</h2><p className="hint">{say('styleNote')}</p></header>
      <PictureChoice label={say('styleTitle')} isLabelHidden cardWidthPx={118} value={chosen} onChange={(style) => onChange({ style, axes: {} })}
        options={keysOf(STYLE_WORDS).map((style) => ({ value: style, word: say(STYLE_WORDS[style]), picture: <ChoicePicture kind="preset" value={style} /> }))} />
      <details className="tune" onToggle={(event) => { if (event.currentTarget.open) setWasOpen(true); }}>
        <summary><span className="tune-word">{say('fineTune')}</span>{changed > 0 && <span className="tune-count">{say('fineTuned', { count: changed })}</span>}</summary>
        {wasOpen && (
          <div className="tune-axes">
            {AXIS_LIST.map((axis) => <AxisChoice key={axis} axis={axis} style={chosen} axes={axes} onChange={onChange} />)}
            <div className="tune-foot">
              <p className="hint">{say('hintWhy')}</p>
              <Button disabled={changed === 0} onClick={() => onChange({ axes: {} })}>{say('asStyle')}</Button>
            </div>
          </div>
        )}
      </details>
    </section>
  );
});

function AxisChoice<A extends Axis>({ axis, style, axes, onChange }: Props & { axis: A }) {
  const { say } = useWords('comics-desk');
  const { word, values } = AXIS_WORDS[axis];
  return (
    <PictureChoice label={say(word)} cardWidthPx={92} value={axisValue(axis, style, axes)} onChange={(value) => onChange({ axes: chooseAxis(axes, style, axis, value) })}
      options={keysOf<Axes[A]>(values).map((value) => ({ value, word: say(values[value]), picture: <ChoicePicture kind={axis} value={value as PicturedChoices[A]} />, ...(isHint(axis, value) ? { note: say('hint') } : {}) }))} />
  );
}
