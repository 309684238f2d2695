import type { Crop } from '@komawari/comic';
import type { Size } from '@komawari/comic/edit';
import type { Take } from '@komawari/contract';
import { useState, type CSSProperties } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { TakeStage } from './TakeStage.tsx';

type Props = { takes: readonly Take[]; frame: Size; crop: Crop | undefined; nameOf: (take: Take) => string };

/** Takes beside one another at the same size, or two under a wipe. */
export function CompareStage({ takes, frame, crop, nameOf }: Props) {
  const { say } = useWords('comics-takes');
  const [way, setWay] = useState<'beside' | 'wipe'>('beside');
  const [share, setShare] = useState(50);
  const [left, right] = takes;
  if (!left || !right) return <p className="compare-more">{say('compareMore')}</p>;
  return (
    <div className="compare">
      {takes.length === 2 && <SegmentedChoice label={say('compareWay')} value={way} onChange={setWay} options={[{ value: 'beside', word: say('compareBeside') }, { value: 'wipe', word: say('compareWipe') }]} />}
      {way === 'wipe' && takes.length === 2 ? (
        <div className="wipe" style={{ '--share': `${share}%` } as CSSProperties}>
          <TakeStage take={left} frame={frame} crop={crop} alt={nameOf(left)} />
          <div className="wipe-over"><TakeStage take={right} frame={frame} crop={crop} alt={nameOf(right)} /></div>
          <input type="range" className="wipe-hand" min={0} max={100} value={share} aria-label={say('compareWipe')} onChange={(event) => setShare(Number(event.target.value))} />
          <p className="wipe-names"><span>{nameOf(left)}</span><span>{nameOf(right)}</span></p>
        </div>
      ) : (
        <div className="beside" data-wide={frame.width > frame.height * 1.6}>
          {takes.map((take) => <figure key={take.id}><TakeStage take={take} frame={frame} crop={crop} alt="" /><figcaption>{nameOf(take)}</figcaption></figure>)}
        </div>
      )}
    </div>
  );
}
