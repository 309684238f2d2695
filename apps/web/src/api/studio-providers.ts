/** Setting up the providers of models, as functions. */
import type { ModelPurpose, Provider, providerRoutes } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof providerRoutes;
export type Kinds = AnswerOf<Routes['kinds']>;
export type ModelDefaults = AnswerOf<Routes['defaults']>;
export type TestResult = AnswerOf<Routes['test']>;
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type SettingsBody = Record<string, Json>;
export type NewProviderBody = { kind: string; name: string; url: string; secrets: Record<string, string>; settings: SettingsBody; isPrivateAllowed: boolean; inFlightMax: number };
export type ProviderChange = { name?: string; url?: string; secrets?: Record<string, string | null>; settings?: SettingsBody; isEnabled?: boolean; isPrivateAllowed?: boolean; inFlightMax?: number };
export type EndpointChange = Omit<ProviderChange, 'settings'>;
export type NewEndpointBody = Omit<NewProviderBody, 'kind' | 'settings'>;
export type ModelChoice = { job: 'image' | 'text'; modelId: string; isEnabled: boolean; price: Provider['models'][number]['price'] };

export function listKinds(signal: AbortSignal): Promise<Kinds> {
  return call<Routes['kinds']>('GET', '/provider-kinds', { signal });
}

export function listProviders(signal: AbortSignal) {
  return call<Routes['list']>('GET', '/providers', { signal });
}

export function addProvider(body: NewProviderBody): Promise<Provider> {
  return call<Routes['add']>('POST', '/providers', { body });
}

export function changeProvider(providerId: string, body: ProviderChange): Promise<Provider> {
  return call<Routes['change']>('PATCH', '/providers/:providerId', { params: { providerId }, body });
}

export function removeProvider(providerId: string) {
  return call<Routes['remove']>('DELETE', '/providers/:providerId', { params: { providerId } });
}

export function testProvider(providerId: string): Promise<TestResult> {
  return call<Routes['test']>('POST', '/providers/:providerId/test', { params: { providerId } });
}

export function setModel(providerId: string, body: ModelChoice): Promise<Provider> {
  return call<Routes['setModel']>('PUT', '/providers/:providerId/models', { params: { providerId }, body });
}

export function listDefaults(signal: AbortSignal): Promise<ModelDefaults> {
  return call<Routes['defaults']>('GET', '/model-defaults', { signal });
}

export function setDefault(body: { purpose: ModelPurpose; providerId: string; modelId: string }): Promise<ModelDefaults> {
  return call<Routes['setDefault']>('PUT', '/model-defaults', { body });
}

export function clearDefault(purpose: ModelPurpose): Promise<ModelDefaults> {
  return call<Routes['clearDefault']>('DELETE', '/model-defaults', { query: { purpose } });
}

export function setModels(providerId: string, body: { isEnabled: boolean; models: { job: 'image' | 'text'; modelId: string }[] }): Promise<Provider> {
  return call<Routes['setModels']>('PATCH', '/providers/:providerId/models', { params: { providerId }, body });
}

export function addEndpoint(providerId: string, body: NewEndpointBody): Promise<Provider> {
  return call<Routes['addEndpoint']>('POST', '/providers/:providerId/endpoints', { params: { providerId }, body });
}

export function changeEndpoint(params: { providerId: string; endpointId: string }, body: EndpointChange): Promise<Provider> {
  return call<Routes['changeEndpoint']>('PATCH', '/providers/:providerId/endpoints/:endpointId', { params, body });
}

export function removeEndpoint(params: { providerId: string; endpointId: string }): Promise<Provider> {
  return call<Routes['removeEndpoint']>('DELETE', '/providers/:providerId/endpoints/:endpointId', { params });
}

export function testEndpoint(params: { providerId: string; endpointId: string }): Promise<TestResult> {
  return call<Routes['testEndpoint']>('POST', '/providers/:providerId/endpoints/:endpointId/test', { params });
}
