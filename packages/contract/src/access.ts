/** Roles, what each may do, and what a route demands. */
import { z } from 'zod';

export const ROLES = ['owner', 'admin', 'moderator', 'operator', 'viewer', 'user'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const PERMISSIONS = ['comics.make', 'pictures.make', 'users.read', 'users.manage', 'system.read', 'system.operate', 'audit.read', 'owner.appoint'] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

/** Private works are nobody's but their author's: no role reads them by itself. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: ['comics.make', 'pictures.make', 'users.read', 'users.manage', 'system.read', 'system.operate', 'audit.read'],
  moderator: ['comics.make', 'pictures.make', 'users.read'],
  operator: ['system.read', 'system.operate'],
  viewer: [],
  user: ['comics.make', 'pictures.make'],
};

/** What one makes for oneself; every other permission is one over the site. */
export const OWN_PERMISSIONS: readonly Permission[] = ['comics.make', 'pictures.make'];

/** What a guest session may do where the site lets guests in: pictures may cost the site's owner money. */
export const GUEST_PERMISSIONS: readonly Permission[] = ['comics.make'];

/** What an API key may be used for; `manage` covers everything that needs a site permission. */
export const SCOPES = ['read', 'make', 'manage'] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/**
 * `who` is the least actor that gets in: `guest` includes users, and gives an anonymous caller on the
 * local machine a guest session. With `author` the handler must prove that the actor made the thing;
 * the mount answers 500 for a handler that forgot to.
 */
export type Access = {
  who: 'anyone' | 'guest' | 'user';
  permission?: Permission;
  author?: 'comic' | 'task' | 'key' | 'stream' | 'session' | 'passkey' | 'generation' | 'picture' | 'board' | 'zip' | 'input';
  /** A thing that is not the caller's own: the permission alone decides, or the thing is open to all. */
  subject?: 'user' | 'invitation' | 'avatar' | 'link' | 'provider';
  /** Only a browser that is signed in, never an API key; `fresh`: and that showed who it is in the last 15 minutes. */
  session?: 'any' | 'fresh';
  /** Not with an API key, since who is let in by it would stay when the key is gone; a browser that is signed in, or the machine's own command line. */
  noKeys?: true;
  /** Least scope of an API key; GET asks for `read`, a permission of the site for `manage`, the rest for `make`. */
  scope?: Scope;
};
