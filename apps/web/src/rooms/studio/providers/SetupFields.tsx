import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FieldNote } from '../../../ui/FieldNote.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { completeAddress, isPrivateAddress, leadsElsewhere } from './address.ts';
import { isBuiltIn } from './makes.ts';
import { SecretField } from './SecretField.tsx';
import { SettingsFields } from './SettingsFields.tsx';
import type { Setting } from './settings-schema.ts';
import { allowsPrivate, isAtHome, type Draft, type Place } from './setup-form.ts';

type Props = { draft: Draft; onChange: (draft: Draft) => void; kind: ProviderKindInfo; settings: readonly Setting[]; faults: Readonly<Record<Place, string>>; provider?: Provider; /** It is one of several ways to a provider, and no provider itself. */ isEndpoint?: boolean };

/** The form of a make: the key first where one is needed, the address first where a program at home is. */
export function SetupFields({ draft, onChange, kind, settings, faults, provider, isEndpoint = false }: Props) {
  const { say } = useWords('studio-providers');
  const isNew = provider === undefined;
  const needsKey = kind.secrets.some(({ isRequired }) => isRequired);
  const moves = provider !== undefined && provider.secretsSet.length > 0 && leadsElsewhere(provider.url, draft.url);
  const asksPrivate = isPrivateAddress(draft.url) || allowsPrivate(draft) || faults['private'] !== undefined;
  const address = (
    <div>
      <TextField
        name="url" inputMode="url" autoComplete="off" spellCheck={false} label={say('address')} value={draft.url} fault={faults['url'] ?? ''} autoFocus={isNew && !needsKey} maxLength={2100}
        hint={moves ? '' : isAtHome(kind) ? say('addressHome') : kind.defaultUrl === null ? say('addressYours') : draft.url === kind.defaultUrl ? say('addressUsual') : say('addressUsually', { address: kind.defaultUrl })}
        onChange={(url) => onChange({ ...draft, url })} onBlur={() => { if (completeAddress(draft.url) !== draft.url) onChange({ ...draft, url: completeAddress(draft.url) }); }}
      />
      {moves && <p className="prov-warning" role="status">{say('keysGo')}</p>}
      {asksPrivate && (
        <div className="prov-private">
          <Checkbox name="private" label={say('private')} hint={say('privateHint')} isChecked={allowsPrivate(draft)} onChange={(isPrivateAllowed) => onChange({ ...draft, isPrivateAllowed })} />
          <FieldNote id="private-note" hint={undefined} fault={faults['private']} />
        </div>
      )}
    </div>
  );
  const keys = kind.secrets.map(({ name, isRequired }, at) => (
    <SecretField
      key={name} name={name} isRequired={isRequired} isFirst={isNew && needsKey && at === 0} isSet={!moves && (provider?.secretsSet.includes(name) ?? false)} isRemoved={draft.removed.includes(name)}
      value={draft.secrets[name]} fault={faults[`secret-${name}`]}
      onChange={(text) => onChange({ ...draft, secrets: replace(draft.secrets, name, text), removed: draft.removed.filter((one) => one !== name) })}
      onRemove={(isGone) => onChange({ ...draft, secrets: replace(draft.secrets, name, undefined), removed: isGone ? [...draft.removed, name] : draft.removed.filter((one) => one !== name) })}
    />
  ));
  const name = <TextField name="name" label={say('name')} hint={say(isEndpoint ? 'endpointNameHint' : 'nameHint')} autoComplete="off" value={draft.name} fault={faults['name'] ?? ''} onChange={(name) => onChange({ ...draft, name })} />;
  return (
    <>
      {!isNew && name}
      {needsKey ? <>{keys}{address}</> : <>{!isBuiltIn(kind) && address}{keys}</>}
      {isNew && name}
      <NumberField label={say('inFlight')} hint={say(isAtHome(kind) ? 'inFlightHome' : 'inFlightHint')} min={1} max={200} value={draft.inFlightMax} fault={faults['inFlight'] ?? ''} onChange={(inFlightMax) => onChange({ ...draft, inFlightMax })} />
      <SettingsFields settings={settings} typed={draft.settings} faults={faults} onChange={(typed) => onChange({ ...draft, settings: typed })} />
    </>
  );
}

function replace(secrets: Draft['secrets'], name: string, text: string | undefined): Draft['secrets'] {
  const others = Object.fromEntries(Object.entries(secrets).filter(([one]) => one !== name));
  return text === undefined ? others : { ...others, [name]: text };
}
