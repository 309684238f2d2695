import type { GuestId } from '@komawari/contract';
import type { Actor, Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { setCookie } from '../cookies.ts';
import { addGuest } from '../store.ts';
import { hashToken } from '../tokens.ts';

const YEAR_S = 31_536_000;

/** Whether an anonymous caller may start the main job: at the machine itself, yes, unless they say to be somebody. */
export function mayBecomeGuest(ctx: Ctx): boolean {
  return ctx.actor.kind === 'anonymous' && ctx.isLocal && !ctx.http?.headers.has('authorization');
}

/** Opens a guest session for an anonymous caller; its cookie goes out with the answer. */
export async function openGuest(ctx: Ctx): Promise<Actor> {
  if (!mayBecomeGuest(ctx)) throw new AppError('access.guests-closed');
  const { clock, ids } = ctx.app.ports;
  const id = ids.next('guest') as GuestId;
  const secret = ids.secret(32);
  await addGuest(ctx.app.client.db, { id, tokenHash: hashToken(secret), now: clock.now() });
  setCookie(ctx, 'guest', secret, YEAR_S);
  return { kind: 'guest', guestId: id };
}
