/** What a place on the wall says of itself. Pure. */
import type { Picture } from '@komawari/contract';
import type { WordKey } from '../../../language/namespaces.ts';

export const STATE_WORDS: Record<Picture['state'], WordKey<'studio'>> = {
  queued: 'stateQueued', running: 'stateRunning', done: 'stateDone', incomplete: 'stateFailed', failed: 'stateFailed', refused: 'stateRefused', cancelled: 'stateCancelled', unknown: 'stateUnknown',
};

export function isComing({ state }: Pick<Picture, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

export function isThere(picture: Picture): picture is Picture & { url: string } {
  return picture.state === 'done' && picture.url !== null;
}

/** What can be drawn again in its place. */
export function mayRetry({ state }: Pick<Picture, 'state'>): boolean {
  return state === 'failed' || state === 'refused' || state === 'cancelled' || state === 'incomplete';
}
