import { useEffect, useId, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import './choice.css';

type Option<V extends string> = { value: V; word: string; picture: ReactNode; note?: string; isOff?: boolean };
type Props<V extends string> = { label: string; value: V; options: readonly Option<V>[]; onChange: (value: V) => void; isLabelHidden?: boolean; cardWidthPx?: number; /** The chosen card is scrolled to when the cards come, where they have a scroll area of their own. */ isChosenSought?: boolean };

/** One of several, each a drawn picture with its word. Radio semantics; as many columns as fit cards of `cardWidthPx`. */
export function PictureChoice<V extends string>({ label, value, options, onChange, isLabelHidden = false, cardWidthPx = 112, isChosenSought = false }: Props<V>) {
  const name = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => (isChosenSought ? seek(place) : undefined), [isChosenSought]);
  return (
    <fieldset className="choice" ref={place}>
      <legend className={isLabelHidden ? 'unseen' : undefined}>{label}</legend>
      <div className="cards" style={{ '--card-width': `${cardWidthPx}px` } as CSSProperties}>
        {options.map((option) => (
          <label key={option.value} className="card">
            <input type="radio" className="unseen" name={name} checked={option.value === value} disabled={option.isOff} onChange={() => onChange(option.value)} />
            <span className="card-picture">{option.picture}</span>
            <span className="card-word">{option.word}{option.note !== undefined && <span className="card-note">{option.note}</span>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A popup has its height some frames after its cards. */
const FRAMES_MAX = 10;

/** Scrolls the nearest scroll area to the chosen card, and never the page. Returns what stops it. */
function seek(place: RefObject<HTMLElement | null>): () => void {
  let frames = 0;
  let next = requestAnimationFrame(look);
  function look(): void {
    const card = place.current?.querySelector('input:checked')?.closest('.card');
    const area = card && scrollAreaOf(card);
    if (!card || (!area && (frames += 1) < FRAMES_MAX)) {
      if (card) next = requestAnimationFrame(look);
      return;
    }
    const [is, around] = [card.getBoundingClientRect(), area?.getBoundingClientRect()];
    if (area && around && (is.top < around.top || is.bottom > around.bottom)) area.scrollTop += is.top - around.top - (around.height - is.height) / 2;
  }
  return () => cancelAnimationFrame(next);
}

function scrollAreaOf(card: Element): Element | undefined {
  for (let box = card.parentElement; box && box !== document.body; box = box.parentElement) if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return undefined;
}
