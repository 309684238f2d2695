import type { Me, ObjectKey } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { PortraitError, type PortraitMaker } from '../../../ports/portrait-maker.ts';
import { describeMe } from '../me.ts';
import { changeUser, isAvatar } from '../store.ts';
import { accountOf } from './profile.ts';

/** The file itself is not kept: what is stored is our own square of it, without place and camera. */
export async function setAvatar(ctx: Ctx, portraits: PortraitMaker, upload: Uint8Array): Promise<Me> {
  const userId = await accountOf(ctx);
  const portrait = await portraits.make(upload).catch((error: unknown) => {
    if (!(error instanceof PortraitError)) throw error;
    throw new AppError(error.why === 'too-many-pixels' ? 'accounts.picture-too-large' : 'accounts.picture-unreadable', { cause: error });
  });
  return keep(ctx, userId, await ctx.app.ports.objects.put(portrait));
}

export async function removeAvatar(ctx: Ctx): Promise<Me> {
  return keep(ctx, await accountOf(ctx), null);
}

async function keep(ctx: Ctx, userId: Awaited<ReturnType<typeof accountOf>>, key: ObjectKey | null): Promise<Me> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    await changeUser(tx, userId, { avatar_key: key }, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: key === null ? 'accounts.remove-avatar' : 'accounts.set-avatar', subject: `user:${userId}` });
  });
  return describeMe(ctx);
}

/** Whoever knows the address sees the picture, as long as somebody shows it. */
export async function getAvatar(ctx: Ctx, key: ObjectKey): Promise<BytesReply> {
  const bytes = (await isAvatar(ctx.app.client.db, key)) ? await ctx.app.ports.objects.find(key) : undefined;
  if (!bytes) throw new AppError('not-found');
  return { bytes, mediaType: 'image/webp', immutable: true };
}
