/** The queue of pictures as functions. */
import type { QueueList, queueRoutes } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof queueRoutes;
export type QueueMove = { pictureId: string } & ({ to: 'front' | 'up' | 'down' | 'end' } | { to: 'before'; before: string });

export function listQueue(of: 'mine' | 'all', signal: AbortSignal, limit?: number): Promise<QueueList> {
  return call<Routes['list']>('GET', '/studio/queue', { query: { of, limit }, signal });
}

export function pauseQueue(isPaused: boolean): Promise<QueueList> {
  return call<Routes['pause']>('PUT', '/studio/queue/pause', { body: { isPaused } });
}

export function moveInQueue(body: QueueMove): Promise<QueueList> {
  return call<Routes['move']>('POST', '/studio/queue/move', { body });
}

/** What has ended meanwhile is named in `skipped`. */
export function cancelPictures(pictureIds: readonly string[]) {
  return call<Routes['cancel']>('POST', '/studio/queue/cancel', { body: { pictureIds } });
}

/** For operators. */
export function pauseProvider(providerId: string, isPaused: boolean): Promise<QueueList> {
  return call<Routes['pauseProvider']>('PUT', '/studio/queue/providers/:providerId', { params: { providerId }, body: { isPaused } });
}
