import type { Provider, ProviderEndpoint, ProviderKindInfo } from '@komawari/contract';
import { expect, test } from 'vitest';
import { asProvider, draftOfEndpoint, draftOfNew, endpointChange, kindAt, leadsAnew, newEndpoint } from './endpoint-form.ts';

const health = { isOpen: true, failures: 0, closedUntil: null, lastFault: null, lastSaid: null, lastGoodAt: null };
const endpoint = { id: 'endpoint_1', name: 'Second', url: 'https://b.test/v1', secretsSet: ['apiKey'], isUsable: true, isEnabled: true, isPrivateAllowed: false, inFlightMax: 2, health, onTheWay: 0 } as unknown as ProviderEndpoint;
const provider = { id: 'provider_1', kind: 'openai', name: 'OpenAI', url: 'https://a.test/v1', secretsSet: ['apiKey'], settings: '{"sideMax":5}', isEnabled: true, isUsable: true, isPrivateAllowed: false, inFlightMax: 4, health, models: [{}], endpoints: [endpoint] } as unknown as Provider;
const kind = { kind: 'openai', title: 'OpenAI', bills: true, defaultUrl: 'https://a.test/v1', settingsSchema: '{}', secrets: [{ name: 'apiKey', isRequired: true }] } as ProviderKindInfo;

test('a new one begins at the same address, under a name that is free', () => {
  expect(draftOfNew(provider)).toMatchObject({ name: 'OpenAI 2', url: provider.url, inFlightMax: 4 });
  expect(draftOfNew({ ...provider, endpoints: [{ ...endpoint, name: 'OpenAI 2' }] }).name).toBe('OpenAI 3');
  expect(newEndpoint({ ...draftOfNew(provider), url: '192.168.1.20:8188', secrets: { apiKey: ' sk ' } }, kind)).toEqual({ name: 'OpenAI 2', url: 'http://192.168.1.20:8188', secrets: { apiKey: 'sk' }, isPrivateAllowed: true, inFlightMax: 4 });
});

test('a key has to be given where the provider’s do not go', () => {
  const isNeeded = (url: string, from = provider) => kindAt(kind, from, url).secrets[0]!.isRequired;
  expect([isNeeded(provider.url), isNeeded('https://a.test/other'), isNeeded('https://b.test'), isNeeded(provider.url, { ...provider, secretsSet: [] })]).toEqual([false, false, true, true]);
});

test('a change is what differs from the endpoint, never the settings of the provider', () => {
  const draft = draftOfEndpoint(endpoint);
  expect(endpointChange(draft, provider, endpoint)).toEqual({});
  const renamed = endpointChange({ ...draft, name: 'Third', inFlightMax: 3 }, provider, endpoint);
  expect([renamed, leadsAnew(renamed)]).toEqual([{ name: 'Third', inFlightMax: 3 }, false]);
  const moved = endpointChange({ ...draft, url: 'c.test', secrets: { apiKey: 'sk' } }, provider, endpoint);
  expect([moved, leadsAnew(moved)]).toEqual([{ url: 'https://c.test', secrets: { apiKey: 'sk' } }, true]);
  expect(asProvider(provider, endpoint)).toMatchObject({ id: 'provider_1', url: 'https://b.test/v1', inFlightMax: 2, models: [] });
});
