import type { AskedSize, ImageModel } from '@komawari/contract';
import { memo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { pixelsOf, resolutionsOf, shapesOf } from './shapes.ts';

type Props = { size: AskedSize; rule: ImageModel['sizes']; fault: string; onChange: (size: AskedSize) => void };

/** Longest side of a drawn shape, px. */
const DRAWN_PX = 26;

/** The shape of the picture, drawn; then how large, by name or in pixels. */
export const ShapeChoice = memo(function ShapeChoice({ size, rule, fault, onChange }: Props) {
  const { say } = useWords('studio');
  const shapes = shapesOf(rule);
  const resolutions = resolutionsOf(rule);
  const isByHand = rule.kind === 'free' && size.kind === 'pixels';
  const resolution = size.kind === 'ratio' ? size.resolution : undefined;
  return (
    <div className="desk-field">
      <fieldset className="choice">
        <legend>{say('shape')}</legend>
        <div className="shapes">
          {shapes.map((shape) => (
            <label key={shape.name} className="shape">
              <input type="radio" className="unseen" name="studio-shape" checked={!isByHand && isSame(shape.size, size)} onChange={() => onChange(shape.size.kind === 'ratio' && resolution !== undefined ? { ...shape.size, resolution } : shape.size)} />
              <span className="shape-box"><span className="shape-drawn" style={drawn(shape.aspect)} /></span>
              <span className="shape-name number">{shape.name}</span>
            </label>
          ))}
          {rule.kind === 'free' && (
            <label className="shape">
              <input type="radio" className="unseen" name="studio-shape" checked={isByHand} onChange={() => onChange({ kind: 'pixels', ...pixelsOf(size, rule) })} />
              <span className="shape-box"><span className="shape-drawn shape-open" style={drawn(1)} /></span>
              <span className="shape-name">{say('byHand')}</span>
            </label>
          )}
        </div>
      </fieldset>
      {isByHand && size.kind === 'pixels' && (
        <div className="desk-two">
          <NumberField label={say('width')} value={size.width} min={1} max={rule.sideMax} step={rule.multipleOf} onChange={(width) => onChange({ ...size, width: width ?? size.width })} />
          <NumberField label={say('height')} value={size.height} min={1} max={rule.sideMax} step={rule.multipleOf} onChange={(height) => onChange({ ...size, height: height ?? size.height })} />
        </div>
      )}
      {size.kind === 'ratio' && resolutions.length > 1 && <SegmentedChoice label={say('resolution')} value={resolution ?? '1K'} options={resolutions.map((one) => ({ value: one, word: one }))} onChange={(one) => onChange({ ...size, resolution: one })} />}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
});

function isSame(one: AskedSize, other: AskedSize): boolean {
  if (one.kind === 'ratio') return other.kind === 'ratio' && one.ratio === other.ratio;
  return other.kind === 'pixels' && one.width === other.width && one.height === other.height;
}

function drawn(aspect: number): { width: string; height: string } {
  return { width: `${Math.round(aspect >= 1 ? DRAWN_PX : DRAWN_PX * aspect)}px`, height: `${Math.round(aspect >= 1 ? DRAWN_PX / aspect : DRAWN_PX)}px` };
}
