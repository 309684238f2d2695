/** Machines at home that offer their models over a connection that they open themselves: who operates the site names them. */
import { z } from 'zod';
import { idOf } from './ids.ts';
import { defineRoute } from './route.ts';

export const HomeHostId = idOf('host').brand('HomeHostId');
export type HomeHostId = z.infer<typeof HomeHostId>;

/** Part of an address. */
export const HomeHostName = z.string().trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/);

export const HomeHost = z.object({
  id: HomeHostId, name: z.string(),
  /** What a provider has as its address to be asked there. */
  address: z.string(),
  isConnected: z.boolean(),
  /** Of the connection that there is; null when there is none. */
  connectedAt: z.iso.datetime().nullable(),
  /** Null for one that never was connected. */
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type HomeHost = z.infer<typeof HomeHost>;

/** The token is told this once. */
const HomeHostWithToken = z.object({ host: HomeHost, token: z.string() });

/** Where the command on the other machine connects. */
export const HOME_HOST_SOCKET = '/home-hosts/socket';
/** Below a name that no public server ever has. */
export const HOME_HOST_DOMAIN = 'koma-host.internal';

const access = { who: 'user', permission: 'system.operate' } as const;
const one = { ...access, subject: 'provider' } as const;
const params = z.object({ hostId: HomeHostId });
const limit = { max: 60, windowSeconds: 60 } as const;

export const homeHostRoutes = {
  list: defineRoute({ id: 'studio.home-hosts', method: 'GET', path: '/home-hosts', summary: 'Machines at home that may offer their models, and which of them are connected', access, response: z.object({ items: z.array(HomeHost) }) }),
  add: defineRoute({
    id: 'studio.add-home-host', method: 'POST', path: '/home-hosts', summary: 'Name a machine at home; the answer has the token that it connects with, this once',
    access, body: z.strictObject({ name: HomeHostName }), response: HomeHostWithToken, status: 201, errors: ['studio.home-host-taken'], limit,
  }),
  renew: defineRoute({
    id: 'studio.renew-home-host', method: 'POST', path: '/home-hosts/:hostId/token', summary: 'A new token for a machine at home; the old one and its connection end at once', access: one, params, response: HomeHostWithToken, errors: ['not-found'], limit,
  }),
  remove: defineRoute({
    id: 'studio.remove-home-host', method: 'DELETE', path: '/home-hosts/:hostId', summary: 'Remove a machine at home; its token and its connection end at once', access: one, params, response: z.object({ isRemoved: z.literal(true) }), errors: ['not-found'],
  }),
};
