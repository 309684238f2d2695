/** Words for somebody who waits: held, asked, paid, and kept for the next time the same is asked. */
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError, RefusedError, TryLaterError } from '../../../kernel/errors.ts';
import type { TextPiece } from '../../../ports/text-provider.ts';
import { hasOpenBill } from '../gateway/call-store.ts';
import type { ReadyTextModel } from '../gateway/ready-model.ts';
import { write } from '../gateway/write.ts';
import type { Models } from '../models.ts';
import { findText, keepText, type KeptText } from './text-answer-store.ts';
import type { TextAsk } from './text-ask.ts';
import { textKey } from './text-key.ts';

/** `models`: the chosen one, then those that may step in. */
export type TextOrder = { models: readonly ReadyTextModel[]; ask: TextAsk; isFresh: boolean; signal: AbortSignal; onPiece?(piece: TextPiece): void };

/** One text of a model that costs counts as much as one picture. */
const UNITS = 1;
const KEPT_MAX_CHARACTERS = 200_000;

/** The answer to the same request made before, which is free. */
export async function findKeptText(ctx: Ctx, { models: [first], ask, isFresh }: Pick<TextOrder, 'models' | 'ask' | 'isFresh'>): Promise<KeptText | undefined> {
  const key = first && !isFresh ? textKey(ownerOrNotFound(ctx), first, ask) : undefined;
  return key === undefined ? undefined : findText(ctx.app.client.db, key, ctx.app.ports.clock.now());
}

/** Asks; throws as `write` does, and `billing.quota-used-up`. */
export async function writeText(ctx: Ctx, models: Models, order: TextOrder): Promise<KeptText> {
  const { app } = ctx;
  const owner = ownerOrNotFound(ctx);
  const purposeId = `text:${randomUUID()}`;
  const [first] = order.models;
  if (!first) throw new AppError('studio.no-provider');
  // Who asked stands in the hold, of whom and when in the record of calls: a line of the audit for each text would bury the rest.
  if (order.models.some(({ bills }) => bills)) await inTransaction(app.client.db, (tx) => app.billing.hold(tx, [{ taskId: purposeId, owner, amount: UNITS }], app.ports.clock.now()));
  try {
    const written = await write({ app, turns: models.turns, newCallId: randomUUID }, { ...order, purposeId, owner, requestFor: ({ model }) => ({ ...order.ask, model }) });
    const kept = { providerId: written.providerId, modelId: written.modelId, answer: written.answer };
    await inTransaction(app.client.db, async (tx) => {
      const now = app.ports.clock.now();
      // What a model that stepped in has written is not the chosen one's.
      const key = written.providerId === first.providerId && written.modelId === first.model.id && written.answer.text.length <= KEPT_MAX_CHARACTERS ? textKey(owner, first, order.ask) : undefined;
      if (key !== undefined) await keepText(tx, key, { ...kept, owner, now });
      await app.billing.capture(tx, [purposeId], now);
    });
    return kept;
  } catch (error) {
    await end(ctx, purposeId, error);
    throw error;
  }
}

/** What came to nothing costs nothing; what was sent and left in the middle has cost the provider's price, whoever left. */
async function end({ app }: Ctx, purposeId: string, error: unknown): Promise<void> {
  const isNothing = error instanceof TryLaterError || error instanceof RefusedError || error instanceof AppError;
  const mayHaveCost = !isNothing && (await hasOpenBill(app.client.db, purposeId));
  await inTransaction(app.client.db, (tx) => (mayHaveCost ? app.billing.capture : app.billing.release)(tx, [purposeId], app.ports.clock.now()));
}
