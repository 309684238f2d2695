import { API_PREFIX } from '@komawari/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../kernel/app.ts';
import type { OpenSocketDoor } from '../kernel/socket-door.ts';

/** Mounts a socket of a room. Origin and name were looked at before, as for every handshake. */
export function mountRoomSocket(server: FastifyInstance, app: App, openDoor: OpenSocketDoor): void {
  const door = openDoor(app);
  const guests = new WeakMap<FastifyRequest, unknown>();
  server.addHook('preClose', async () => { door.close(); });
  server.get(API_PREFIX + door.path, {
    websocket: true, config: { access: { who: 'anyone' }, rateLimit: { max: door.perMinute, timeWindow: 60_000 } },
    preValidation: async (request) => {
      guests.set(request, await door.admit({ header: (name) => { const value = request.headers[name]; return typeof value === 'string' ? value : undefined; } }));
    },
  }, (socket, request) => { door.open(guests.get(request), socket); });
}
