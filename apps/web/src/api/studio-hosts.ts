/** Models on a provider's own machine, as functions. */
import type { studioHostRoutes } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof studioHostRoutes;
type HostView = AnswerOf<Routes['host']>;
type Pulls = AnswerOf<Routes['pulls']>;

export function showHost(providerId: string, signal: AbortSignal): Promise<HostView> {
  return call<Routes['host']>('GET', '/providers/:providerId/host', { params: { providerId }, signal });
}

export function setMemory(providerId: string, body: { modelId: string; isLoaded: boolean }) {
  return call<Routes['setMemory']>('PUT', '/providers/:providerId/host/memory', { params: { providerId }, body });
}

export function removeModel(providerId: string, modelId: string) {
  return call<Routes['removeModel']>('POST', '/providers/:providerId/host/remove', { params: { providerId }, body: { modelId } });
}

export function listPulls(providerId: string, signal: AbortSignal): Promise<Pulls> {
  return call<Routes['pulls']>('GET', '/providers/:providerId/pulls', { params: { providerId }, signal });
}

export function startPull(providerId: string, model: string) {
  return call<Routes['pull']>('POST', '/providers/:providerId/pulls', { params: { providerId }, body: { model } });
}

export function stopPull(providerId: string, model: string) {
  return call<Routes['stopPull']>('POST', '/providers/:providerId/pulls/stop', { params: { providerId }, body: { model } });
}
