import type { Provider } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { setDefault, type ModelDefaults } from '../../../api/studio-providers.ts';
import { useSend } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
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
  const { say, sayError } = useWords('studio-providers');
  const client = useQueryClient();
  const undoable = useUndoable();
  const note = (answer: ModelDefaults) => client.setQueryData(DEFAULTS_KEY, answer);
  const first = useSend(setDefault, { onDone: note });
  const choice = choiceOf(purpose, defaults, providers);
  const candidates = candidatesFor(purpose, providers);
  const choose = (value: string | null) => {
    const [providerId = '', modelId = ''] = splitValue(value ?? '');
    if (value === null || (choice.state !== 'none' && valueOf(choice) === value)) return;
    const wish = { purpose, providerId, modelId };
    // Where nothing was chosen before there is no way back to nothing.
    if (choice.state === 'none') first.mutate(wish);
    else void undoable({ text: say('defaultChanged', { purpose: say(`purpose-${purpose}`) }), run: () => setDefault(wish).then(note), back: () => setDefault({ purpose, providerId: choice.providerId, modelId: choice.modelId }).then(note), touches: [DEFAULTS_KEY] });
  };
  const hint = choice.state === 'off' ? undefined : choice.state === 'chosen' ? say(`about-${purpose}`) : say(candidates.length === 0 ? `nobody-${purpose}` : `none-${purpose}`, { name: candidates[0]?.modelName ?? '' });
  const fault = first.error ? sayError(first.error) : choice.state === 'off' ? say('defaultOff', { name: choice.name }) : undefined;
  const options = candidates.map((one) => ({ value: valueOf(one), word: `${one.modelName} · ${one.providerName}` }));
  if (candidates.length === 0 && choice.state === 'none') return <div className="prov-nobody"><h3>{say(`purpose-${purpose}`)}</h3><p className="hint">{hint}</p></div>;
  return <ComboboxField label={say(`purpose-${purpose}`)} value={choice.state === 'none' ? null : valueOf(choice)} options={options} placeholder={choice.state === 'off' ? choice.name : say('noneChosen')} none={say('noneFits')} hint={hint ?? ''} fault={fault ?? ''} onChange={choose} />;
}

const valueOf = ({ providerId, modelId }: { providerId: string; modelId: string }) => `${providerId} ${modelId}`;

/** Ids of providers have no blank; those of models may. */
function splitValue(value: string): [string, string] {
  const at = value.indexOf(' ');
  return [value.slice(0, at), value.slice(at + 1)];
}
