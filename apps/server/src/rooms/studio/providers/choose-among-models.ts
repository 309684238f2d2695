/** What an operator chooses among models: many switched at once, and no default any more. */
import type { BodyOf, ModelPurpose, ProviderId, providerRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { dropDefault, switchModels } from './model-choice-store.ts';
import { lockProvider } from './provider-store.ts';

/** Throws `studio.no-model` where the provider has none of them. */
export async function setModels(ctx: Ctx, id: ProviderId, { isEnabled, models }: BodyOf<typeof providerRoutes.setModels>): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await lockProvider(tx, id))) throw new AppError('not-found');
    const count = await switchModels(tx, id, models, isEnabled);
    if (count === 0) throw new AppError('studio.no-model');
    await audit(tx, ctx, { action: 'studio.set-models', subject: id, data: { count, isEnabled } });
  });
}

/** Nothing happens where none was chosen. */
export async function clearDefault(ctx: Ctx, purpose: ModelPurpose): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (await dropDefault(tx, purpose)) await audit(tx, ctx, { action: 'studio.clear-default', subject: purpose });
  });
}
