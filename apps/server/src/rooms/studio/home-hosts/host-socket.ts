/** The connections of machines at home that this process holds. */
import { HOME_HOST_SOCKET, type HomeHostId } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { SocketDoor, SocketIn } from '../../../kernel/socket-door.ts';
import { doorKey, hashToken, HEARTBEAT_MS } from './host-rules.ts';
import { dropLink, findHomeHost, findHomeHostByToken, noteSeen, saveLink, tellChanged } from './home-host-store.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { HOST_TOKEN_HEADER, LET_GO } from './tunnel/greeting.ts';
import { openTunnel, type Tunnel } from './tunnel/tunnel.ts';

type Guest = { id: HomeHostId; name: string; tokenHash: string };
type Held = { id: HomeHostId; connectionId: string; socket: SocketIn; tunnel: Tunnel; key: string; isAlive: boolean };

/** Windows keep the bodies far below it: who does not read what else is sent is let go. */
const BUFFERED_MAX_BYTES = 64 * 2 ** 20;

export function homeHostSocket(app: App): SocketDoor<Guest> {
  const held = new Map<string, Held>();
  let door: Promise<InnerDoor> | undefined;
  const openDoor = () => (door ??= openInnerDoor(app.config.innerHost ?? '127.0.0.1', (connectionId) => held.get(connectionId)).catch((error: unknown) => {
    door = undefined;
    throw error;
  }));

  /** Ends it where it does not count any more: removed, a new token, or a newer connection. */
  async function look(one: Held): Promise<void> {
    const row = await findHomeHost(app.client.db, one.id);
    if (row?.link?.connectionId !== one.connectionId) one.socket.close(row?.link ? LET_GO.another : LET_GO.token, row?.link ? 'another connection' : 'the token does not count any more');
  }
  const lookAt = (wanted: (one: Held) => boolean): void => {
    for (const one of held.values()) if (wanted(one)) void look(one).catch((error: unknown) => { app.log.warn({ err: error, hostId: one.id }, 'whether a home host still counts could not be read'); });
  };
  const offChanged = app.ports.signal.on('koma_home_host', (id) => { lookAt((one) => one.id === id); });
  const offGap = app.ports.signal.onGap(() => { lookAt(() => true); });
  const beats = setInterval(() => { for (const one of held.values()) beat(one); }, HEARTBEAT_MS);
  beats.unref();

  function beat(one: Held): void {
    if (!one.isAlive || one.socket.bufferedAmount > BUFFERED_MAX_BYTES) return one.socket.terminate();
    one.isAlive = false;
    one.socket.ping();
  }

  async function hear(one: Held): Promise<void> {
    if (!(await noteSeen(app.client.db, one.id, one.connectionId, app.ports.clock.now()))) await look(one);
  }

  async function register(guest: Guest, one: Held): Promise<void> {
    const { address } = await openDoor();
    const { db } = app.client;
    const isKept = await saveLink(db, guest.id, { connectionId: one.connectionId, door: address, connectedAt: app.ports.clock.now(), tokenHash: guest.tokenHash });
    if (!isKept) return one.socket.close(LET_GO.token, 'the token does not count any more');
    await tellChanged(db, guest.id);
    if (one.socket.readyState === one.socket.OPEN) one.socket.send(JSON.stringify({ name: guest.name }));
    else await dropLink(db, guest.id, one.connectionId, app.ports.clock.now());
    app.log.info({ hostId: guest.id }, 'a home host has connected');
  }

  return {
    path: HOME_HOST_SOCKET,
    perMinute: 60,
    async admit({ header }) {
      const token = header(HOST_TOKEN_HEADER);
      const row = token === undefined ? undefined : await findHomeHostByToken(app.client.db, hashToken(token));
      if (token === undefined || !row) throw new AppError('studio.home-host-token');
      return { id: row.id, name: row.name, tokenHash: hashToken(token) };
    },
    open(guest, socket) {
      const connectionId = app.ports.ids.secret(18);
      const tunnel = openTunnel({ send: (message) => { if (socket.readyState === socket.OPEN) socket.send(message); } });
      const one: Held = { id: guest.id, connectionId, socket, tunnel, key: doorKey(app.config.secrets.encryptionKeyB64, connectionId), isAlive: true };
      held.set(connectionId, one);
      socket.on('message', (data, isBinary) => { if (!isBinary || !tunnel.take(data as Buffer)) socket.close(LET_GO.rules, 'not in the protocol'); });
      socket.on('pong', () => {
        // Only the answer to a heartbeat counts: who sends more of them costs nothing.
        if (one.isAlive) return;
        one.isAlive = true;
        void hear(one).catch((error: unknown) => { app.log.warn({ err: error, hostId: guest.id }, 'a heartbeat of a home host could not be noted'); });
      });
      socket.on('error', () => { socket.terminate(); });
      socket.on('close', () => {
        held.delete(connectionId);
        tunnel.end();
        void dropLink(app.client.db, guest.id, connectionId, app.ports.clock.now()).catch((error: unknown) => { app.log.warn({ err: error, hostId: guest.id }, 'a home host has gone; that could not be noted'); });
      });
      void register(guest, one).catch((error: unknown) => {
        app.log.warn({ err: error, hostId: guest.id }, 'a home host could not be taken in');
        socket.close(1013, 'try again');
      });
    },
    close() {
      clearInterval(beats);
      offChanged();
      offGap();
      for (const { socket } of held.values()) socket.close(1001, 'the server stops');
      void door?.then((open) => { open.close(); }, () => undefined);
    },
  };
}
