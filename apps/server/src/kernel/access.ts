import { OWN_PERMISSIONS, type Access, type OwnerRef, type Route, type Scope } from '@komawari/contract';
import { ownerOf, permissionsOf, type Actor, type Ctx } from './ctx.ts';
import { AppError } from './errors.ts';

/** Throws unless the actor may call the route at all. Whose thing it is, the handler proves with `mustBeAuthor`. */
export function admit(access: Access, actor: Actor, method: Route['method'], now?: Date): void {
  if (access.who === 'anyone' && !access.permission) return;
  if (actor.kind === 'anonymous') throw new AppError('access.sign-in');
  if (access.who === 'user' && actor.kind === 'guest') throw new AppError('access.sign-in');
  if (actor.kind === 'user' && actor.isPending) throw new AppError('accounts.waiting');
  if (access.permission && !permissionsOf(actor).includes(access.permission)) throw new AppError('access.denied');
  if (actor.kind === 'user' && actor.scopes && !actor.scopes.includes(scopeOf(access, method))) throw new AppError('access.denied');
  if (access.noKeys && actor.kind === 'user' && !actor.session) throw new AppError('accounts.session-needed');
  if (access.session) admitSession(access.session, actor, now);
}

const FRESH_MS = 15 * 60_000;

/** Until when a confirmation lets dangerous changes through. */
export function freshUntil(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + FRESH_MS);
}

function admitSession(demand: 'any' | 'fresh', actor: Actor, now: Date | undefined): void {
  if (actor.kind !== 'user' || !actor.session) throw new AppError('accounts.session-needed');
  const { confirmedAt } = actor.session;
  if (demand === 'fresh' && (!now || !confirmedAt || freshUntil(confirmedAt) <= now)) throw new AppError('accounts.confirm-needed');
}

function scopeOf(access: Access, method: Route['method']): Scope {
  if (access.scope) return access.scope;
  if (access.permission && !OWN_PERMISSIONS.includes(access.permission)) return 'manage';
  return method === 'GET' ? 'read' : 'make';
}

/**
 * Proves that the actor made the thing. Throws `not-found`, the very answer for a thing that does not
 * exist, so pass `undefined` for a missing one.
 */
export function mustBeAuthor(ctx: Ctx, thing: { owner: string } | undefined): void {
  const owner = ownerOf(ctx.actor);
  if (!thing || !owner || thing.owner !== owner) throw new AppError('not-found');
  ctx.proof.isAuthor = true;
}

/** For reads that put the owner into the SQL itself: a row that came back is the actor's own. */
export function ownerOrNotFound(ctx: Ctx): OwnerRef {
  const owner = ownerOf(ctx.actor);
  if (!owner) throw new AppError('not-found');
  return owner;
}
