/** What an operator says about who stands in for whom. */
import type { BodyOf, chainRoutes, ChainJob } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import { nameOf, type Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { areKnown, findChains, saveChain } from './chain-store.ts';

export async function listChains({ app }: Ctx) {
  const chains = await findChains(app.client.db);
  return { items: Object.entries(chains).map(([job, models]) => ({ job: job as ChainJob, models })) };
}

/** Throws `studio.no-model` where one of them is not known. */
export async function setChain(ctx: Ctx, { job, models }: BodyOf<typeof chainRoutes.setChain>) {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (models && !(await areKnown(tx, job, models))) throw new AppError('studio.no-model');
    await saveChain(tx, job, models ?? undefined, { by: nameOf(ctx.actor), now: ctx.app.ports.clock.now() });
    await audit(tx, ctx, { action: 'studio.set-chain', subject: job, data: { count: models?.length ?? null } });
  });
  return listChains(ctx);
}
