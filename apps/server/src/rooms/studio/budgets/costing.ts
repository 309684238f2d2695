/** What a request counts before it leaves. Pure. */
import { costOfPictures } from '@komawari/contract';
import type { ReadyImageModel } from '../gateway/ready-model.ts';

export type Costing = {
  /** Undefined where nobody told the price. */
  cost: { currency: string; micros: number } | undefined;
  /** Counted each where the price is not known. */
  requests: number;
};

/** Of so many pictures of a model. */
export function costingOf(model: Pick<ReadyImageModel, 'bills' | 'price'>, count: number): Costing {
  const cost = costOfPictures(model, count);
  return { requests: count, cost: cost.kind === 'about' ? { currency: cost.currency, micros: cost.totalMicros } : cost.kind === 'free' ? { currency: '', micros: 0 } : undefined };
}
