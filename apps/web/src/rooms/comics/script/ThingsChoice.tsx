import type { Panel } from '@komawari/comic';
import { panelAt } from '@komawari/comic/edit';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AddIcon, CloseIcon } from '../../../ui/icons.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { setPanel } from './panel-steps.ts';
import { useScript } from './script-context.ts';
import { fittingThings, nounOf } from './things.ts';
import { useThings } from './use-things.ts';

const NOUN_MAX = 60;
const THINGS_MAX = 8;

/** Things and the crowd of a panel. What is typed is found among all that the artist can draw. */
export function ThingsChoice({ pick }: { pick: { panelId: string } }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { nameOf, things } = useThings();
  const [typed, setTyped] = useState('');
  const { props, crowd } = panelAt(script.book(), pick.panelId).panel;
  const write = (next: Panel['props']) => setPanel(script, pick.panelId, 'props', next);
  const isThere = (noun: string) => props.some((prop) => prop.noun === noun);
  const add = (noun: string) => {
    if (noun !== '' && !isThere(noun)) write([...props, { noun }].slice(-THINGS_MAX));
    setTyped('');
  };
  const offered = fittingThings(typed, things).filter(({ noun }) => !isThere(noun));
  const isStrange = props.some((prop) => !things.some(({ noun }) => noun === prop.noun));
  return (
    <>
      {props.length > 0 && <ul className="script-chips">{props.map(({ noun }) => <li key={noun}><button type="button" className="script-chip" aria-label={say('removeThing', { thing: nameOf(noun) })} onClick={() => write(props.filter((one) => one.noun !== noun))}>{nameOf(noun)}<CloseIcon aria-hidden="true" /></button></li>)}</ul>}
      {isStrange && <p className="hint">{say('thingStrange')}</p>}
      <form onSubmit={(event) => { event.preventDefault(); add(nounOf(typed.slice(0, NOUN_MAX), things)); }}><TextField label={say('addThing')} value={typed} onChange={setTyped} hint={say('addThingHint')} end={<Button type="submit" look="quiet" disabled={typed.trim() === ''}>{say('add')}</Button>} /></form>
      {offered.length > 0 && <ul className="script-chips" aria-label={say('thingsOffered')}>{offered.map(({ noun, word }) => <li key={noun}><button type="button" className="script-chip" onClick={() => add(noun)}><AddIcon aria-hidden="true" />{word}</button></li>)}</ul>}
      <NumberField label={say('crowd')} value={crowd} min={0} max={40} onChange={(value) => setPanel(script, pick.panelId, 'crowd', value ?? 0)} />
    </>
  );
}
