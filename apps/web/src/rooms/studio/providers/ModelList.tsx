import type { Provider, ProviderModel } from '@komawari/contract';
import { useState } from 'react';
import { setModel, setModels, type ModelDefaults } from '../../../api/studio-providers.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { PhotoIcon, TextIcon } from '../../../ui/icons.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDates } from '../../accounts/settings/use-dates.ts';
import { purposesOf } from './defaults.ts';
import { endOf, factsOf, findModels, othersThan, type ModelFilter } from './model-facts.ts';
import { ownPrice } from './price.ts';
import { PriceButton } from './PriceButton.tsx';
import { PROVIDERS_KEY, useNoteProvider, useNow } from './use-providers.ts';

/** Servers that stand for hundreds of models are shown by the dozen. */
const STEP = 40;
/** So few need no search. */
const FEW = 6;

/** The models of a provider: on or off, what each can do, what it costs. */
export function ModelList({ provider, defaults, bills }: { provider: Provider; defaults: ModelDefaults['items']; bills: boolean }) {
  const { say } = useWords('studio-providers');
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<ModelFilter>('all');
  const [shown, setShown] = useState(STEP);
  const { models } = provider;
  const found = findModels(models, typed, filter);
  const jobs = new Set(models.map(({ job }) => job));
  const filters: ModelFilter[] = ['all', ...(jobs.size > 1 ? (['image', 'text'] as const) : []), 'on', 'off'];
  if (models.length === 0) return <p className="prov-nomodels">{say('modelsNoneText')}</p>;
  return (
    <div className="prov-models">
      {models.length > FEW && (
        <div className="prov-tools">
          <TextField type="search" name="model" autoComplete="off" label={say('modelSearch')} value={typed} onChange={(text) => { setTyped(text); setShown(STEP); }} />
          <SelectField label={say('modelFilter')} value={filter} options={filters.map((value) => ({ value, word: say(`filter-${value}`) }))} onChange={(value) => { setFilter(value); setShown(STEP); }} />
        </div>
      )}
      <div className="prov-switches">
        <p className="hint" role="status">{say('modelsOn', { on: models.filter(({ isEnabled }) => isEnabled).length, count: models.length })}{found.length < models.length && ` · ${say('modelsFound', { count: found.length })}`}</p>
        {found.length > 1 && <SwitchMany provider={provider} found={found} isAll={found.length === models.length} />}
      </div>
      {found.length === 0 ? <p className="prov-nomodels">{say('modelsNoneFit')}</p> : <ul className="prov-model-list">{found.slice(0, shown).map((model) => <Row key={`${model.job} ${model.modelId}`} model={model} provider={provider} defaults={defaults} bills={bills} />)}</ul>}
      {found.length > shown && <p><Button onClick={() => setShown(shown + STEP)}>{say('more')}</Button></p>}
    </div>
  );
}

/** All of them, or those that were found, in one step; whose switch is where it shall be already is left alone. */
function SwitchMany({ provider, found, isAll }: { provider: Provider; found: readonly ProviderModel[]; isAll: boolean }) {
  const { say } = useWords('studio-providers');
  const undoable = useUndoable();
  const note = useNoteProvider();
  /** The button goes off when it has done its work, so the focus goes to the other one. */
  const turn = async (wish: boolean, other: Element | null | undefined) => {
    const models = othersThan(found, wish);
    const put = (isEnabled: boolean) => setModels(provider.id, { isEnabled, models }).then(note);
    await undoable({ text: say(wish ? 'manyTurnedOn' : 'manyTurnedOff', { count: models.length }), run: () => put(wish), back: () => put(!wish), touches: [PROVIDERS_KEY] });
    if (other instanceof HTMLElement && document.activeElement === document.body) other.focus();
  };
  return <div>{[true, false].map((wish) => <Button key={String(wish)} look="quiet" disabled={othersThan(found, wish).length === 0} onClick={({ currentTarget }) => void turn(wish, currentTarget.nextElementSibling ?? currentTarget.previousElementSibling)}>{say(isAll ? (wish ? 'allOn' : 'allOff') : (wish ? 'foundOn' : 'foundOff'), { count: found.length })}</Button>)}</div>;
}

function Row({ model, provider, defaults, bills }: { model: ProviderModel; provider: Provider; defaults: ModelDefaults['items']; bills: boolean }) {
  const { say } = useWords('studio-providers');
  const { day } = useDates();
  const undoable = useUndoable();
  const note = useNoteProvider();
  const now = useNow();
  const { modelId, name, job, isEnabled } = model;
  const turn = (on: boolean) => setModel(provider.id, { job, modelId, isEnabled: on, price: ownPrice(model) }).then(note);
  const end = endOf(model, now);
  const Icon = job === 'image' ? PhotoIcon : TextIcon;
  return (
    <li className="prov-model" data-off={!isEnabled}>
      <div className="prov-model-name">
        <Switch label={name} {...(modelId === name ? {} : { hint: modelId })} isChecked={isEnabled} onChange={(wish) => void undoable({ text: say(wish ? 'modelTurnedOn' : 'modelTurnedOff', { name }), run: () => turn(wish), back: () => turn(!wish), touches: [PROVIDERS_KEY] })} />
      </div>
      <ul className="prov-chips" aria-label={say('can')}>
        <li className="prov-job"><Icon aria-hidden="true" />{say(`job-${job}`)}</li>
        {purposesOf(defaults, provider.id, modelId).map((purpose) => <li key={purpose}><Tag tone="good">{say('serves', { purpose: say(`purpose-${purpose}`) })}</Tag></li>)}
        {end && <li><Tag tone={end.isPast ? 'bad' : 'warn'}>{say(end.isPast ? 'ended' : 'ends', { date: day(end.at) })}</Tag></li>}
        {factsOf(model).map(({ word, fill }) => <li key={word}>{say(word, fill)}</li>)}
      </ul>
      <PriceButton provider={provider} model={model} bills={bills} />
    </li>
  );
}
