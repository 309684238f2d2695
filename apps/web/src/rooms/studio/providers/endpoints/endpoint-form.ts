/** One more address or key of a provider, as the form of providers shows it. */
import type { Provider, ProviderEndpoint, ProviderKindInfo } from '@komawari/contract';
import type { EndpointChange, NewEndpointBody } from '../../../../api/studio-providers.ts';
import { completeAddress, leadsElsewhere } from '../address.ts';
import { allowsPrivate, changeBody, newBody, type Draft } from '../setup-form.ts';

/** The endpoint in the place of its provider: what it has of its own goes before. It tells of no models. */
export function asProvider(provider: Provider, endpoint: ProviderEndpoint): Provider {
  const { name, url, secretsSet, isUsable, isEnabled, isPrivateAllowed, inFlightMax, health } = endpoint;
  return { ...provider, name, url, secretsSet, isUsable, isEnabled, isPrivateAllowed, inFlightMax, health, models: [], endpoints: [] };
}

/** Another key at the same address is what one begins with; a name that none of them has. */
export function draftOfNew(provider: Provider): Draft {
  const taken = [provider.name, ...(provider.endpoints ?? []).map(({ name }) => name)];
  const stem = provider.name.slice(0, 70);
  const name = taken.map((_, at) => `${stem} ${at + 2}`).find((one) => !taken.includes(one)) ?? stem;
  return { name, url: provider.url, secrets: {}, removed: [], settings: {}, isPrivateAllowed: undefined, inFlightMax: provider.inFlightMax };
}

export function draftOfEndpoint({ name, url, isPrivateAllowed, inFlightMax }: ProviderEndpoint): Draft {
  return { name, url, secrets: {}, removed: [], settings: {}, isPrivateAllowed, inFlightMax };
}

/** At the provider's own host its keys do: there none has to be given. */
export function kindAt(kind: ProviderKindInfo, provider: Provider, typedUrl: string): ProviderKindInfo {
  if (leadsElsewhere(provider.url, typedUrl)) return kind;
  return { ...kind, secrets: kind.secrets.map((secret) => ({ ...secret, isRequired: secret.isRequired && !provider.secretsSet.includes(secret.name) })) };
}

export function newEndpoint(draft: Draft, kind: ProviderKindInfo): NewEndpointBody {
  const { name, url, secrets, isPrivateAllowed, inFlightMax } = newBody(draft, kind, []);
  return { name, url, secrets, isPrivateAllowed, inFlightMax };
}

/** Only what is another than before. */
export function endpointChange(draft: Draft, provider: Provider, endpoint: ProviderEndpoint): EndpointChange {
  const { settings: _, ...change } = changeBody({ ...draft, url: completeAddress(draft.url), isPrivateAllowed: allowsPrivate(draft) }, asProvider(provider, endpoint), []);
  return change;
}

/** Whether its way there is another, so that it is worth a test. */
export function leadsAnew({ url, secrets, isPrivateAllowed }: EndpointChange): boolean {
  return url !== undefined || secrets !== undefined || isPrivateAllowed !== undefined;
}
