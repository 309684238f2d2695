/** What is typed about a provider, before the server has it. */
import type { Provider, ProviderKindInfo } from '@komawari/contract';
import type { NewProviderBody, ProviderChange } from '../../../api/studio-providers.ts';
import { addressFault, completeAddress, isPrivateAddress, leadsElsewhere, type AddressFault } from './address.ts';
import { readSettings, typeSettings, type Setting, type SettingFault, type Typed } from './settings-schema.ts';

export type Draft = {
  name: string;
  url: string;
  /** Typed anew, by name; a key that is set already is never here. */
  secrets: Typed;
  /** Set ones that are to go. */
  removed: readonly string[];
  settings: Typed;
  /** As somebody chose; until then an address in a private network allows itself. */
  isPrivateAllowed: boolean | undefined;
  inFlightMax: number | null;
};

/** A field of the form: `name`, `url`, `private`, `inFlight`, `secret-apiKey`, `setting-sideMax`; `form` where it belongs to none. */
export type Place = string;
export type FormFault = { word: 'nameMissing' | 'nameLong' | AddressFault | 'secretMissing' | 'privateNeeded' | 'inFlightWrong'; fill?: Record<string, string | number> } | SettingFault;
export type FormFaults = Record<Place, FormFault>;

const NAME_MAX = 80;
const IN_FLIGHT_MAX = 200;

/** `taken` are names that others have: two of a make are told apart by a number. */
export function draftOfKind(kind: ProviderKindInfo, taken: readonly string[] = []): Draft {
  const short = kind.title.replace(/\s*[(（].*[)）]$/, '').slice(0, NAME_MAX - 4);
  const names = [short, ...Array.from({ length: taken.length }, (_, at) => `${short} ${at + 2}`)];
  return { name: names.find((name) => !taken.includes(name)) ?? short, url: kind.defaultUrl ?? '', secrets: {}, removed: [], settings: {}, isPrivateAllowed: undefined, inFlightMax: isAtHome(kind) ? 1 : 4 };
}

/** A make that answers on a machine of one's own does one thing after the other. */
export function isAtHome({ defaultUrl }: Pick<ProviderKindInfo, 'defaultUrl'>): boolean {
  return defaultUrl !== null && isPrivateAddress(defaultUrl);
}

export function draftOfProvider(provider: Provider, settings: readonly Setting[]): Draft {
  return { name: provider.name, url: provider.url, secrets: {}, removed: [], settings: typeSettings(settings, provider.settings), isPrivateAllowed: provider.isPrivateAllowed === isPrivateAddress(provider.url) ? undefined : provider.isPrivateAllowed, inFlightMax: provider.inFlightMax };
}

export function allowsPrivate(draft: Draft): boolean {
  return draft.isPrivateAllowed ?? isPrivateAddress(draft.url);
}

/** Keys that the server would still have after this change. */
export function secretsKept(draft: Draft, provider: Provider | undefined): readonly string[] {
  if (!provider || leadsElsewhere(provider.url, draft.url)) return [];
  return provider.secretsSet.filter((name) => !draft.removed.includes(name));
}

type Form = { kind: ProviderKindInfo | undefined; settings: readonly Setting[]; provider?: Provider | undefined };

/** What is wrong before anything is sent. */
export function faultsOf(draft: Draft, { kind, settings, provider }: Form): FormFaults {
  const faults: FormFaults = {};
  const name = draft.name.trim();
  if (name === '') faults['name'] = { word: 'nameMissing' };
  else if ([...name].length > NAME_MAX) faults['name'] = { word: 'nameLong', fill: { max: NAME_MAX } };
  const address = addressFault(draft.url);
  if (address) faults['url'] = { word: address };
  else if (isPrivateAddress(draft.url) && !allowsPrivate(draft)) faults['private'] = { word: 'privateNeeded' };
  const kept = secretsKept(draft, provider);
  for (const { name: secret, isRequired } of kind?.secrets ?? []) {
    if (isRequired && (draft.secrets[secret] ?? '').trim() === '' && !kept.includes(secret)) faults[`secret-${secret}`] = { word: 'secretMissing' };
  }
  if (draft.inFlightMax === null || !Number.isInteger(draft.inFlightMax) || draft.inFlightMax < 1 || draft.inFlightMax > IN_FLIGHT_MAX) faults['inFlight'] = { word: 'inFlightWrong', fill: { max: IN_FLIGHT_MAX } };
  for (const [setting, fault] of Object.entries(readSettings(settings, draft.settings).faults)) faults[`setting-${setting}`] = fault;
  return faults;
}

export function newBody(draft: Draft, kind: ProviderKindInfo, settings: readonly Setting[]): NewProviderBody {
  return { kind: kind.kind, name: draft.name.trim(), url: completeAddress(draft.url), secrets: typedSecrets(draft), settings: readSettings(settings, draft.settings).body, isPrivateAllowed: allowsPrivate(draft), inFlightMax: draft.inFlightMax ?? 1 };
}

/** Only what is another than before; empty when nothing is. */
export function changeBody(draft: Draft, provider: Provider, settings: readonly Setting[]): ProviderChange {
  const url = completeAddress(draft.url);
  const secrets = { ...Object.fromEntries(draft.removed.map((name) => [name, null])), ...typedSecrets(draft) };
  const body = readSettings(settings, draft.settings, provider.settings).body;
  return {
    ...(draft.name.trim() === provider.name ? {} : { name: draft.name.trim() }),
    ...(url === provider.url ? {} : { url }),
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
    ...(isSame(body, JSON.parse(provider.settings)) ? {} : { settings: body }),
    ...(allowsPrivate(draft) === provider.isPrivateAllowed ? {} : { isPrivateAllowed: allowsPrivate(draft) }),
    ...(draft.inFlightMax === null || draft.inFlightMax === provider.inFlightMax ? {} : { inFlightMax: draft.inFlightMax }),
  };
}

function typedSecrets({ secrets }: Draft): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, text]) => [name, text.trim()] as const).filter(([, text]) => text !== ''));
}

/** Order of names does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return Array.isArray(a) === Array.isArray(b) && left.length === right.length && left.every(([name, value]) => name in b && isSame(value, (b as Record<string, unknown>)[name]));
}

/** Beside which field the refusal of a set-up stands: it ends with what is wrong (`apiKey`, `url`, `sideMax: Too big`). */
export function placeOfRefusal(sentence: string, { kind, settings }: Form): Place {
  const names = (name: string) => new RegExp(`(^|[^\\w])${name.replaceAll(/[^\w]/g, String.raw`\$&`)}(?=$|[^\\w])`).test(sentence);
  const secret = kind?.secrets.find(({ name }) => names(name));
  if (secret) return `secret-${secret.name}`;
  const setting = settings.find(({ name }) => new RegExp(`(^|[^\\w])${name}(\\.[^:]*)?:`).test(sentence));
  if (setting) return `setting-${setting.name}`;
  return names('url') ? 'url' : 'form';
}

/** Outcomes of a test with advice of their own; of the others the server tells more. */
const ADVISED = ['denied', 'exhausted', 'down', 'busy'] as const;

export function adviceOf(fault: Provider['health']['lastFault']): (typeof ADVISED)[number] | undefined {
  return ADVISED.find((one) => one === fault);
}

/** Beside which field the outcome of a test stands. */
export function placeOfFault(fault: Provider['health']['lastFault'], draft: Draft, { kind }: Form): Place {
  const secrets = kind?.secrets ?? [];
  const secret = (secrets.find(({ isRequired }) => isRequired) ?? secrets[0])?.name;
  switch (fault) {
    case 'denied': case 'exhausted': return secret === undefined ? 'url' : `secret-${secret}`;
    case 'down': case 'busy': case 'unknown': case 'empty': return 'url';
    case 'invalid': return allowsPrivate(draft) ? 'form' : 'private';
    default: return 'form';
  }
}
