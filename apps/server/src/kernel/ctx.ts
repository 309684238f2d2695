import type { GuestId, OwnerRef, Permission, Role, Scope, SessionId, UiLanguage, UserId } from '@komawari/contract';
import { GUEST_PERMISSIONS, ROLE_PERMISSIONS } from '@komawari/contract';
import type { App } from './app.ts';

/** A browser that is signed in, and when it last showed who it is. */
export type BrowserSession = { id: SessionId; confirmedAt: Date | null };

/**
 * Who asks. `local` is the command line of the machine itself, which shows the instance's token. Who shows
 * a bearer token that is nobody's has a bad key, and is let in nowhere.
 */
export type Actor =
  | { kind: 'anonymous'; hasBadKey?: true }
  | { kind: 'guest'; guestId: GuestId }
  | { kind: 'user'; userId: UserId; name: string; email: string; role: Role; scopes?: readonly Scope[]; session?: BrowserSession; isPending?: true }
  | { kind: 'local'; owner: OwnerRef };

/** What every verb gets: the app, who asks, and in which language to answer. */
export type Ctx = {
  app: App;
  actor: Actor;
  requestId: string;
  language: UiLanguage;
  /** The caller sits at this machine (loopback, not through a proxy). */
  isLocal: boolean;
  /** Request headers in, cookies out; absent outside of HTTP. */
  http?: { headers: Headers; setCookies: string[]; /** Aborts when the caller has gone before the answer was whole. */ gone?: AbortSignal };
  /** Set when a handler has proved that the actor made the thing; see access.ts. */
  proof: { isAuthor: boolean };
};

/** The name under which an actor's works are kept; undefined for somebody anonymous. */
export function ownerOf(actor: Actor): OwnerRef | undefined {
  if (actor.kind === 'user') return `user:${actor.userId}` as OwnerRef;
  if (actor.kind === 'guest') return `guest:${actor.guestId}` as OwnerRef;
  return actor.kind === 'local' ? actor.owner : undefined;
}

/** For audit and logs. */
export function nameOf(actor: Actor): string {
  return ownerOf(actor) ?? 'anonymous';
}

export function permissionsOf(actor: Actor): readonly Permission[] {
  if (actor.kind === 'local') return ROLE_PERMISSIONS.owner;
  if (actor.kind === 'user') return actor.isPending ? [] : ROLE_PERMISSIONS[actor.role];
  return actor.kind === 'guest' ? GUEST_PERMISSIONS : [];
}

