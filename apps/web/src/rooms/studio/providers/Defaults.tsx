import type { Provider } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { clearDefault, setDefault, type ModelDefaults } from '../../../api/studio-providers.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboboxField } from '../../../ui/ComboboxField.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { candidatesFor, choiceOf, PURPOSES, type Purpose as PurposeName } from './defaults.ts';
import { DEFAULTS_KEY } from './use-providers.ts';

/** Which model does what, and who does it where none was chosen. */
export function Defaults({ providers, defaults }: { providers: readonly Provider[]; defaults: ModelDefaults['items'] }) {
  const { say } = useWords('studio-providers');
  return (
    <Panel aria-labelledby="prov-defaults">
      <div><h2 id="prov-defaults">{say('defaults')}</h2><p className="hint">{say('defaultsLead')}</p></div>
      {PURPOSES.map((purpose) => <Purpose key={purpose} purpose={purpose} providers={providers} defaults={defaults} />)}
    </Panel>
  );
}

function Purpose({ purpose, providers, defaults }: { purpose: PurposeName; providers: readonly Provider[]; defaults: ModelDefaults['items'] }) {
  const { say } = useWords('studio-providers');
  const client = useQueryClient();
  const undoable = useUndoable();
  const note = (answer: ModelDefaults) => client.setQueryData(DEFAULTS_KEY, answer);
  const choice = choiceOf(purpose, defaults, providers);
  const candidates = candidatesFor(purpose, providers);
  const word = say(`purpose-${purpose}`);
  const takeBack = () => (choice.state === 'none' ? clearDefault(purpose) : setDefault({ purpose, providerId: choice.providerId, modelId: choice.modelId })).then(note);
  const clear = () => void undoable({ text: say('defaultCleared', { purpose: word }), run: () => clearDefault(purpose).then(note), back: takeBack, touches: [DEFAULTS_KEY] });
  const choose = (value: string | null) => {
    const [providerId = '', modelId = ''] = splitValue(value ?? '');
    if (value === null || (choice.state !== 'none' && valueOf(choice) === value)) return;
    void undoable({ text: say('defaultChanged', { purpose: word }), run: () => setDefault({ purpose, providerId, modelId }).then(note), back: takeBack, touches: [DEFAULTS_KEY] });
  };
  const hint = choice.state === 'off' ? undefined : choice.state === 'chosen' ? say(`about-${purpose}`) : say(candidates.length === 0 ? `nobody-${purpose}` : `none-${purpose}`, { name: candidates[0]?.modelName ?? '' });
  const fault = choice.state === 'off' ? say('defaultOff', { name: choice.name }) : undefined;
  const options = candidates.map((one) => ({ value: valueOf(one), word: `${one.modelName} · ${one.providerName}` }));
  if (candidates.length === 0 && choice.state === 'none') return <div className="prov-nobody"><h3>{word}</h3><p className="hint">{hint}</p></div>;
  return (
    <div className="prov-default">
      <ComboboxField label={word} value={choice.state === 'none' ? null : valueOf(choice)} options={options} placeholder={choice.state === 'off' ? choice.name : say('noneChosen')} none={say('noneFits')} hint={hint ?? ''} fault={fault ?? ''} onChange={choose} />
      {choice.state !== 'none' && <Button look="quiet" aria-label={`${say('chooseNone')}: ${word}`} onClick={(event) => { event.currentTarget.parentElement?.querySelector<HTMLElement>('.field-press')?.focus(); clear(); }}>{say('chooseNone')}</Button>}
    </div>
  );
}

const valueOf = ({ providerId, modelId }: { providerId: string; modelId: string }) => `${providerId} ${modelId}`;

/** Ids of providers have no blank; those of models may. */
function splitValue(value: string): [string, string] {
  const at = value.indexOf(' ');
  return [value.slice(0, at), value.slice(at + 1)];
}
