import { Slider as Base } from '@base-ui/react/slider';
import './slider.css';

type Props = { label: string; value: number; min: number; max: number; step?: number; onChange: (value: number) => void; onEnd?: (value: number) => void; text?: (value: number) => string; isOff?: boolean };

/** A number by hand. `text` says it in words; `onEnd` comes once, when the hand lets go. */
export function Slider({ label, value, min, max, step = 1, onChange, onEnd, text = String, isOff = false }: Props) {
  return (
    <Base.Root className="slider" value={value} min={min} max={max} step={step} disabled={isOff} onValueChange={(next) => onChange(next)} onValueCommitted={(next) => onEnd?.(next)}>
      <Base.Label className="slider-label">{label}</Base.Label>
      <output className="slider-value number">{text(value)}</output>
      <Base.Control className="slider-control">
        <Base.Track className="slider-track">
          <Base.Indicator className="slider-fill" />
          <Base.Thumb className="slider-thumb" getAriaValueText={(_, next) => text(next)} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
