import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { expect, test } from 'vitest';
import { settingsOf } from './settings-schema.ts';
import { allowsPrivate, changeBody, draftOfKind, draftOfProvider, faultsOf, newBody, placeOfFault, placeOfRefusal } from './setup-form.ts';

const settingsSchema = JSON.stringify({ type: 'object', properties: { sideMax: { type: 'integer', minimum: 8 }, imageModels: { type: 'array', items: { type: 'object' } } } });
const kind: ProviderKindInfo = { kind: 'ark', title: 'Volcengine Ark', bills: true, defaultUrl: 'https://ark.test/api/v3', secrets: [{ name: 'apiKey', isRequired: true }, { name: 'token', isRequired: false }], settingsSchema };
const home: ProviderKindInfo = { ...kind, kind: 'ollama', title: 'Own server (vLLM, LM Studio)', bills: false, defaultUrl: 'http://127.0.0.1:11434', secrets: [{ name: 'key', isRequired: false }] };
const settings = settingsOf(settingsSchema);
const provider = { id: 'provider_1', kind: 'ark', name: 'Ark', url: 'https://ark.test/api/v3', secretsSet: ['apiKey'], settings: '{"sideMax":512,"more":{"b":1,"a":2}}', isPrivateAllowed: false, inFlightMax: 4, isEnabled: true } as unknown as Provider;
const form = { kind, settings };

test('a new one needs no more than its key', () => {
  const draft = draftOfKind(kind);
  expect(Object.keys(faultsOf(draft, form))).toEqual(['secret-apiKey']);
  expect(newBody({ ...draft, secrets: { apiKey: ' sk ', token: ' ' } }, kind, settings)).toEqual({ kind: 'ark', name: 'Volcengine Ark', url: 'https://ark.test/api/v3', secrets: { apiKey: 'sk' }, settings: {}, isPrivateAllowed: false, inFlightMax: 4 });
  expect(draftOfKind({ ...kind, title: '火山方舟（豆包）' }).name).toBe('火山方舟');
  expect([draftOfKind(home).name, draftOfKind(home, ['Own server', 'Own server 2']).name, draftOfKind(home).inFlightMax]).toEqual(['Own server', 'Own server 3', 1]);
});

test('an address at home allows itself, until somebody says no', () => {
  const draft = draftOfKind(home);
  expect(allowsPrivate(draft)).toBe(true);
  expect(allowsPrivate({ ...draft, url: 'https://cloud.test' })).toBe(false);
  expect(faultsOf({ ...draft, isPrivateAllowed: false }, { kind: home, settings })).toEqual({ private: { word: 'privateNeeded' } });
});

test('every field says what is wrong with it', () => {
  expect(faultsOf({ ...draftOfKind(kind), name: ' ', url: 'my server', settings: { sideMax: '2', imageModels: 'x' }, inFlightMax: null }, form)).toEqual({
    name: { word: 'nameMissing' }, url: { word: 'addressWrong' }, 'secret-apiKey': { word: 'secretMissing' }, inFlight: { word: 'inFlightWrong', fill: { max: 200 } },
    'setting-sideMax': { word: 'settingMin', fill: { min: 8 } }, 'setting-imageModels': { word: 'settingJson', fill: {} },
  });
});

test('only what was changed is sent; keys stay unless another is typed, one is taken away, or the host changes', () => {
  const draft = draftOfProvider(provider, settings);
  const withProvider = { ...form, provider };
  expect([changeBody(draft, provider, settings), faultsOf(draft, withProvider)]).toEqual([{}, {}]);
  expect(changeBody({ ...draft, name: 'Mine', secrets: { apiKey: 'new' }, removed: ['token'], settings: { sideMax: '' }, inFlightMax: 2 }, provider, settings)).toEqual({ name: 'Mine', secrets: { apiKey: 'new', token: null }, settings: { more: { b: 1, a: 2 } }, inFlightMax: 2 });
  expect(changeBody({ ...draft, url: '192.168.1.20:8188' }, provider, settings)).toEqual({ url: 'http://192.168.1.20:8188', isPrivateAllowed: true });
  expect(faultsOf({ ...draft, removed: ['apiKey'] }, withProvider)).toHaveProperty('secret-apiKey');
  expect(faultsOf({ ...draft, url: 'https://ark.test/api/v4' }, withProvider)).toEqual({});
  expect(faultsOf({ ...draft, url: 'https://other.test/api/v3' }, withProvider)).toHaveProperty('secret-apiKey');
});

test('what the server says stands beside its field', () => {
  const said = (detail: string) => placeOfRefusal(`The provider can not be set up like this: ${detail}`, form);
  expect([said('apiKey'), said('url: user@'), said('sideMax: Too small'), said('imageModels.0.id: Invalid input; sideMax: Too small'), said('settings: Invalid')]).toEqual(['secret-apiKey', 'url', 'setting-sideMax', 'setting-sideMax', 'form']);
  expect(placeOfRefusal('无法这样设置服务商：imageModels.0.id: Invalid input', form)).toBe('setting-imageModels');
  const draft = draftOfKind(kind);
  expect((['denied', 'down', 'invalid', 'exhausted', 'no-model', null] as const).map((fault) => placeOfFault(fault, draft, form))).toEqual(['secret-apiKey', 'url', 'private', 'secret-apiKey', 'form', 'form']);
  expect(placeOfFault('invalid', draftOfKind(home), { kind: home, settings })).toBe('form');
});
