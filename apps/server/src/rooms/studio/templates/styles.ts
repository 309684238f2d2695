import { STYLES_MAX, type BodyOf, type OwnStyle, type templateRoutes } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { deleteStyle, listStyleRows, listUsedStyles, lockTemplates, saveStyle } from './template-store.ts';

type Answer = { items: OwnStyle[] };

export async function listStyles(ctx: Ctx): Promise<Answer> {
  return present(ctx.app.client.db, ctx);
}

/** Throws `studio.styles-many`. */
export async function putStyle(ctx: Ctx, { id, ...style }: BodyOf<typeof templateRoutes.putStyle>): Promise<Answer> {
  const owner = ownerOrNotFound(ctx);
  const { ids, clock } = ctx.app.ports;
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockTemplates(tx, owner);
    const own = await listStyleRows(tx, owner);
    if (own.length >= STYLES_MAX && !own.some((one) => one.id === id)) throw new AppError('studio.styles-many');
    const kept = { ...style, id: id ?? ids.next('style') };
    await saveStyle(tx, { owner, style: kept, now: clock.now() });
    await audit(tx, ctx, { action: 'studio.put-style', subject: kept.id });
    return present(tx, ctx);
  });
}

/** One that is not there is gone already. */
export async function removeStyle(ctx: Ctx, id: string): Promise<Answer> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    await deleteStyle(tx, owner, id);
    await audit(tx, ctx, { action: 'studio.remove-style', subject: id });
    return present(tx, ctx);
  });
}

export async function listOwnUsedStyles(ctx: Ctx) {
  return { items: await listUsedStyles(ctx.app.client.db, ownerOrNotFound(ctx)) };
}

async function present(db: Db | Tx, ctx: Ctx): Promise<Answer> {
  return { items: (await listStyleRows(db, ownerOrNotFound(ctx))).map(({ negative_words: negativeWords, is_hidden: isHidden, ...row }) => ({ ...row, negativeWords, isHidden })) };
}
