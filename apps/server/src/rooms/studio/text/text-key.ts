import { createHash } from 'node:crypto';
import type { OwnerRef } from '@komawari/contract';
import type { ReadyTextModel } from '../gateway/ready-model.ts';
import type { TextAsk } from './text-ask.ts';

/**
 * Under which the answer is kept; undefined where the same would not come of it: without a seed, unless nothing is left to chance.
 * Who asks is part of it: that somebody else asked the same must not be seen.
 */
export function textKey(owner: OwnerRef, { providerId, model }: ReadyTextModel, ask: TextAsk): string | undefined {
  if (ask.seed === undefined && ask.temperature !== 0) return undefined;
  const hash = createHash('sha256');
  const plain = JSON.stringify([owner, providerId, model.id, inOrder(ask)], (_name, value: unknown) => (value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value));
  return hash.update(plain).digest('hex');
}

/** Fields of the request by name, so that the order in which they were filled in does not matter; a schema stays as it is written. */
function inOrder(ask: TextAsk): unknown {
  return Object.entries(ask).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
}
