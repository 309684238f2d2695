import type { Look } from '@komawari/comic';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { useCast } from '../cast-context.ts';
import { COLOUR_WORDS } from '../look-words.ts';
import { useLook, type PartProps } from '../look-part.ts';
import { Sketch } from '../Sketch.tsx';
import { CLOTH_COLOURS, HAIR_COLOURS, SKIN_COLOURS } from '../surprise.ts';
import { personSketch } from '../views.ts';

type Role = keyof Look['colours'];
const ROLES = Object.keys(COLOUR_WORDS) as Role[];
const SWATCHES: Record<Role, readonly string[]> = { skin: SKIN_COLOURS, hair: HAIR_COLOURS, top: CLOTH_COLOURS, bottom: CLOTH_COLOURS, accent: CLOTH_COLOURS };
/** The browser's own field tells every step of a dragging hand. */
const PAUSE_MS = 300;

/** Colours for books in colour: by suggestion, by the browser's own field, or written down. */
export function ColourPart({ person, worn, onTry }: PartProps) {
  const { say } = useWords('comics-cast');
  const { open } = useCast();
  const setLook = useLook(person);
  const { look } = person;
  const isInk = open.book.style.palette === 'black-and-white';
  // What a black-and-white book does not show is shown here in colour.
  const style = isInk ? { ...open.book.style, palette: 'vibrant' as const } : open.book.style;
  return (
    <>
      <div className="cast-colour-show">
        {isInk && <div className="cast-colour-picture"><Sketch shape="head" isUrgent sketch={personSketch(person, style, { outfit: worn.outfit, expression: 'smile' })} /></div>}
        <p className="hint">{say('coloursHint')}</p>
      </div>
      {ROLES.map((role) => (
        <ColourField
          key={role} name={say(COLOUR_WORDS[role])} value={look.colours[role]} swatches={SWATCHES[role]}
          onTry={(colour) => onTry(colour === undefined ? undefined : { ...look, colours: { ...look.colours, [role]: colour } })}
          onKeep={(colour) => setLook({ colours: { ...look.colours, [role]: colour } }, `colour-${role}`)}
        />
      ))}
    </>
  );
}

type FieldProps = { name: string; value: string; swatches: readonly string[]; onTry: (colour: string | undefined) => void; onKeep: (colour: string) => void };

function ColourField({ name, value, swatches, onTry, onKeep }: FieldProps) {
  const { say } = useWords('comics-cast');
  const [text, setText] = useState<string>();
  const [held, setHeld] = useState<string>();
  const timer = useRef(0);
  const isBad = text !== undefined && !/^#[0-9a-f]{6}$/i.test(text.trim());
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const hold = (colour: string) => {
    setHeld(colour);
    onTry(colour);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setHeld(undefined);
      onTry(undefined);
      onKeep(colour);
    }, PAUSE_MS);
  };
  const write = (next: string) => {
    setText(next);
    if (/^#[0-9a-f]{6}$/i.test(next.trim())) onKeep(next.trim().toLowerCase());
  };
  return (
    <fieldset className="cast-colour">
      <legend>{name}</legend>
      <div className="cast-colour-fields">
        <input type="color" aria-label={name} value={held ?? value} onChange={(event) => hold(event.target.value)} />
        <input type="text" className="cast-colour-hex number" aria-label={say('hex', { name })} aria-invalid={isBad} value={text ?? held ?? value} spellCheck={false} maxLength={40} onChange={(event) => write(event.target.value)} onBlur={() => setText(undefined)} />
        <span className="cast-swatches" role="group" aria-label={say('swatches', { name })}>
          {swatches.map((colour) => <button key={colour} type="button" className="cast-swatch" aria-label={colour} aria-pressed={colour === value} style={{ backgroundColor: colour }} onClick={() => onKeep(colour)} />)}
        </span>
      </div>
      {isBad && <p className="fault" role="alert">{say('badColour')}</p>}
    </fieldset>
  );
}
