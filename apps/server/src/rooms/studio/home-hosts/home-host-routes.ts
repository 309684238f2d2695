import { homeHostRoutes as routes } from '@komawari/contract';
import { handle, type Mounted } from '../../../kernel/room.ts';
import { addHomeHost, listHomeHosts, removeHomeHost, renewHomeHost } from './home-hosts.ts';

export const mountedHomeHosts: readonly Mounted[] = [
  handle(routes.list, (ctx) => listHomeHosts(ctx)),
  handle(routes.add, (ctx, { body }) => addHomeHost(ctx, body.name)),
  handle(routes.renew, (ctx, { params }) => renewHomeHost(ctx, params.hostId)),
  handle(routes.remove, (ctx, { params }) => removeHomeHost(ctx, params.hostId)),
];
