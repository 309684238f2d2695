import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, CloseIcon } from '../../../ui/icons.ts';
import './labels.css';
import { meantBy, offersFor, tidyLabel, type Label } from './labels.ts';

type Props = {
  label: string;
  /** Stands in the field. */
  wish: string;
  /** Those that it has. */
  has: readonly Label[];
  /** All that there are. */
  known: readonly Label[];
  lettersMax: number;
  /** "New board “x”". */
  newWord: (word: string) => string;
  onAdd: (labels: readonly Label[], fresh: readonly string[]) => Promise<unknown>;
  onRemove: (label: Label) => Promise<unknown>;
  /** Commas part several. */
  isMany?: boolean;
  /** Says why there is no room for another one. */
  full?: string;
  /** Behind a label: how many of several things have it; empty when all do. */
  noteOf?: (label: Label) => string;
  /** What is typed comes before what is there: for a small window over the page. */
  isFieldFirst?: boolean;
};

/** Labels of a thing: taken off, chosen of those that there are, or made by typing them. A refusal stays beside the field with what was typed. */
export function LabelField({ label, wish, has, known, lettersMax, newWord, onAdd, onRemove, isMany = false, full = '', noteOf, isFieldFirst = false }: Props) {
  const { say, sayError } = useWords('studio-keeping');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  // What only some of several things have can be given to all of them.
  const whole = noteOf ? has.filter((one) => noteOf(one) === '') : has;
  const { offers, isNew } = offersFor(typed, known, whole);
  const act = async (run: () => Promise<unknown>) => {
    setFault('');
    await run().catch((error: unknown) => setFault(sayError(error)));
  };
  const add = (labels: readonly Label[], fresh: readonly string[]) => {
    if (labels.length + fresh.length === 0) return;
    const words = typed;
    setTyped('');
    void act(() => onAdd(labels, fresh).catch((error: unknown) => {
      setTyped(words);
      throw error;
    }));
  };
  const byKeys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const { labels, fresh } = meantBy(typed, known, whole, isMany);
      add(labels, fresh);
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      event.stopPropagation();
      setTyped('');
    }
  };
  // What is pressed by keys goes away; the field is where one goes on.
  const focusAfter = ({ detail }: { detail: number }) => { if (detail === 0) field.current?.focus(); };
  const list = has.length > 0 && (
    <ul className="label-list" aria-label={label}>
      {has.map((one) => (
        <li key={one.id} className="label">
          <span className="label-word" dir="auto">{one.word}</span>
          {noteOf && noteOf(one) !== '' && <span className="label-note number">{noteOf(one)}</span>}
          <IconButton label={say('removeLabel', { word: one.word })} icon={<CloseIcon />} onClick={(event) => { focusAfter(event); void act(() => onRemove(one)); }} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="labels" aria-labelledby={isFieldFirst ? undefined : id} aria-label={isFieldFirst ? label : undefined}>
      {!isFieldFirst && <h3 id={id} className="labels-name">{label}</h3>}
      {!isFieldFirst && list}
      {full === '' ? (
        <>
          <div className="field-row"><input ref={field} type="text" aria-label={wish} placeholder={wish} value={typed} dir="auto" maxLength={isMany ? lettersMax * 8 : lettersMax} autoComplete="off" aria-invalid={fault !== ''} onChange={(event) => setTyped(event.target.value)} onKeyDown={byKeys} /></div>
          {(offers.length > 0 || isNew) && (
            <div className="label-offers">
              {offers.map((one) => <button key={one.id} type="button" className="label-offer" onClick={(event) => { focusAfter(event); add([one], []); }}><AddIcon aria-hidden="true" /><span dir="auto">{one.word}</span></button>)}
              {isNew && <button type="button" className="label-offer label-new" onClick={(event) => { focusAfter(event); add([], [tidyLabel(typed)]); }}><AddIcon aria-hidden="true" /><span>{newWord(tidyLabel(typed))}</span></button>}
            </div>
          )}
        </>
      ) : <p className="hint">{full}</p>}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
      {isFieldFirst && list}
    </section>
  );
}
