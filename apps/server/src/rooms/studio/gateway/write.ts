/**
 * Words from whatever provider there is, while the caller waits. Nothing is sent twice: another provider is asked only when the
 * one before did nothing and not a word was told.
 */
import { AppError } from '../../../kernel/errors.ts';
import type { App } from '../../../kernel/app.ts';
import { ProviderError } from '../../../ports/provider.ts';
import type { TextAnswer, TextPiece, TextRequest } from '../../../ports/text-provider.ts';
import { findBudgets } from '../budgets/budget-store.ts';
import { priceOfWords, withLimit } from '../budgets/price-of-words.ts';
import { sendWithin } from '../budgets/send-within.ts';
import { noteEnd, noteSent, noteWritten } from './call-store.ts';
import { bestEnd, endOf, mayTurnElsewhere } from './faults.ts';
import { askLeastLoaded, roomOf } from '../endpoints/ask-ways.ts';
import { noteHealth } from './health-store.ts';
import type { ReadyTextModel } from './ready-model.ts';
import type { Turns } from './turns.ts';

export type WriteTools = { app: App; turns: Turns; newCallId(): string };

export type WriteOrder = {
  /** What it is for, as the record of calls names it: a task, or a request. */
  purposeId: string;
  /** Who pays, where it is for no task. */
  owner?: string;
  /** The chosen model first, then those that may stand in for it. */
  models: readonly ReadyTextModel[];
  requestFor(model: ReadyTextModel): TextRequest;
  signal: AbortSignal;
  onPiece?(piece: TextPiece): void;
  /** Stores the answer before it is written down that it came: whoever is killed in between finds it. */
  keep?(written: Pick<Written, 'providerId' | 'modelId' | 'answer'>): Promise<void>;
};

export type Written = { providerId: string; modelId: string; answer: TextAnswer; costMicros: number | undefined };

/** Throws AppError, RefusedError, TryLaterError or UnknownOutcomeError; the signal's reason when it was cancelled. */
export async function write(tools: WriteTools, order: WriteOrder): Promise<Written> {
  const ends: Error[] = [];
  let hasSpoken = false;
  const hear = order.onPiece && ((piece: TextPiece) => { hasSpoken = true; order.onPiece?.(piece); });
  for (const model of order.models) {
    const room = await roomOf(tools, model);
    if ('end' in room) {
      ends.push(room.end);
      continue;
    }
    try {
      return await inTurn(tools, model, { ...order, ...(hear ? { onPiece: hear } : {}), atOnceMax: room.atOnceMax, mayGoOn: () => !hasSpoken });
    } catch (error) {
      order.signal.throwIfAborted();
      if (!(error instanceof ProviderError)) throw error;
      ends.push(endOf(error));
      if (hasSpoken || !mayTurnElsewhere(error)) break;
    }
  }
  throw ends.length === 0 ? new AppError('studio.no-provider') : bestEnd(ends);
}

async function inTurn(tools: WriteTools, model: ReadyTextModel, order: WriteOrder & { atOnceMax: number; mayGoOn(): boolean }): Promise<Written> {
  const { atOnceMax, signal, mayGoOn } = order;
  const endTurn = await tools.turns.take(model.providerId, { atOnceMax, signal });
  try {
    return await askLeastLoaded(tools, model, { signal, mayGoOn, ask: (one) => ask(tools, order, one) });
  } finally {
    endTurn();
  }
}

async function ask(tools: WriteTools, order: WriteOrder, model: ReadyTextModel): Promise<Written> {
  const { app } = tools;
  const { db } = app.client;
  const id = tools.newCallId();
  const asked = order.requestFor(model);
  const request = model.bills && (await findBudgets(db)) ? withLimit(asked, model.model) : asked;
  let isNoted = false;
  const sent = async () => {
    if (isNoted) return;
    const call = { id, taskId: order.purposeId, epoch: 1, providerId: model.providerId, modelId: model.model.id, endpointId: model.endpointId, doesBill: model.bills, now: app.ports.clock.now() };
    await sendWithin(app, { call, owner: order.owner, requests: 1, cost: priceOfWords(model.price, model.model, request), note: async (tx) => { await noteSent(tx, call); return true; } });
    isNoted = true;
  };
  try {
    const answer = await model.provider.write(request, { id, signal: order.signal, onSending: sent, onAccepted: async () => undefined, ...(order.onPiece ? { onPiece: order.onPiece } : {}) });
    const costMicros = costOf(model, answer);
    await sent();
    await order.keep?.({ providerId: model.providerId, modelId: model.model.id, answer });
    await Promise.all([noteWritten(db, id, { costMicros, currency: model.price?.currency, now: app.ports.clock.now() }), noteHealth(app, model, undefined)]);
    return { providerId: model.providerId, modelId: model.model.id, answer, costMicros };
  } catch (error) {
    const known = error instanceof ProviderError ? error : undefined;
    if (known) await noteHealth(app, model, known);
    const isOpen = model.bills && (!known || known.fault === 'unknown' || known.fault === 'cancelled');
    await noteEnd(db, [id], { state: isOpen ? 'lost' : 'failed', fault: known?.fault ?? 'unknown', now: app.ports.clock.now() });
    throw error;
  }
}

const MILLION = 1_000_000;

/** By the operator's price and the provider's own count; unknown without either. */
export function costOf({ price }: Pick<ReadyTextModel, 'price'>, { usage }: Pick<TextAnswer, 'usage'>): number | undefined {
  if (!price || !usage) return undefined;
  const { perMillionInputTokensMicros: input, perMillionOutputTokensMicros: output } = price;
  if (input === undefined || output === undefined) return undefined;
  return Math.ceil((usage.inputTokens * input + usage.outputTokens * output) / MILLION);
}
