import { accountRoutes as routes, type Role, type UserId } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';
import { handle, type Room } from '../../kernel/room.ts';
import type { Auth } from './auth.ts';
import { createUser } from './create-user.ts';
import { createKey, listOwnKeys, revokeOwnKey } from './keys.ts';
import { describeMe } from './me.ts';
import { signIn, signOut } from './sign-in.ts';
import { listUsers } from './store.ts';
import { acceptWelcome } from './welcome.ts';

export function accountsRoom(options: { auth(): Promise<Auth> }): Room {
  return {
    name: 'accounts',
    routes: [
      handle(routes.welcome, async (ctx, { body }) => acceptWelcome(ctx, await options.auth(), body)),
      handle(routes.signIn, async (ctx, { body }) => signIn(ctx, await options.auth(), body)),
      handle(routes.signOut, async (ctx) => signOut(ctx, await options.auth())),
      handle(routes.me, describeMe),
      handle(routes.listKeys, listOwnKeys),
      handle(routes.createKey, (ctx, { body }) => createKey(ctx, body)),
      handle(routes.revokeKey, (ctx, { params }) => revokeOwnKey(ctx, params.keyId)),
      handle(routes.listUsers, (ctx, { query }) => listEverybody(ctx.app, query)),
      handle(routes.createUser, async (ctx, { body }) => createUser(ctx, await options.auth(), body)),
    ],
  };
}

async function listEverybody(app: App, page: { after?: string | undefined; limit: number }) {
  const rows = await listUsers(app.client.db, page);
  const items = rows.slice(0, page.limit).map((row) => ({ id: row.id as UserId, name: row.name, email: row.email, role: row.role as Role, createdAt: row.createdAt.toISOString(), state: 'active' as const, isEmailVerified: true, twoFactor: false, avatar: null, lastSeenAt: null, suspendedReason: null, deletionAt: null }));
  return { items, next: rows.length > page.limit ? items.at(-1)?.id ?? null : null };
}
