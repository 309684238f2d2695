/** Machines at home that offer their models, as functions. */
import type { homeHostRoutes } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof homeHostRoutes;
export type NewToken = AnswerOf<Routes['add']>;

export function listHomeHosts(signal: AbortSignal): Promise<AnswerOf<Routes['list']>> {
  return call<Routes['list']>('GET', '/home-hosts', { signal });
}

export function addHomeHost(name: string): Promise<NewToken> {
  return call<Routes['add']>('POST', '/home-hosts', { body: { name } });
}

export function renewHomeHost(hostId: string): Promise<NewToken> {
  return call<Routes['renew']>('POST', '/home-hosts/:hostId/token', { params: { hostId } });
}

export function removeHomeHost(hostId: string) {
  return call<Routes['remove']>('DELETE', '/home-hosts/:hostId', { params: { hostId } });
}
