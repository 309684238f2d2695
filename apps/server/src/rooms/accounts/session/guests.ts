import type { GuestId } from '@komawari/contract';
import type { Actor, Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import { addGuest } from './store.ts';
import { hashToken } from './tokens.ts';

export const GUEST_COOKIE = 'koma.guest';
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
  const isSecure = ctx.app.config.publicUrl.startsWith('https:');
  ctx.http?.setCookies.push(`${GUEST_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_S}${isSecure ? '; Secure' : ''}`);
  return { kind: 'guest', guestId: id };
}
