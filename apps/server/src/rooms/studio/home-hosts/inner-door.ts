/** Where the other processes of the instance ask through the connections that this one holds. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, request as ask, type IncomingMessage } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';
import { joinRequest, joinUpgrade, type Joining } from './tunnel/join.ts';
import type { Tunnel } from './tunnel/tunnel.ts';

export const CONNECTION_HEADER = 'x-koma-connection';
export const KEY_HEADER = 'x-koma-key';

const HEAD_BYTES_MAX = 32_768;

export type InnerDoor = { /** `host:port` */ address: string; close(): void };

/** Listens on `host` alone, on a port that is free. `find` gives the tunnel of a connection and the key that opens it. */
export async function openInnerDoor(host: string, find: (connectionId: string) => { tunnel: Tunnel; key: string } | undefined): Promise<InnerDoor> {
  const joiningFor = ({ headers }: IncomingMessage): Joining => {
    const { [CONNECTION_HEADER]: connectionId, [KEY_HEADER]: key } = headers;
    const held = typeof connectionId === 'string' ? find(connectionId) : undefined;
    const isOpen = held !== undefined && typeof key === 'string' && isSame(key, held.key);
    return {
      hears: true,
      ask(asked) {
        const stream = isOpen ? held.tunnel.open() : undefined;
        // Nobody holds it any more, or too much is on its way: nothing was sent.
        if (!stream) return 'unreachable';
        return ask({ createConnection: () => stream, method: asked.method, path: asked.path, headers: { ...asked.headers, host: 'home' }, maxHeaderSize: HEAD_BYTES_MAX });
      },
    };
  };
  const server = createServer({ maxHeaderSize: HEAD_BYTES_MAX, requestTimeout: 0 }, (request, response) => { joinRequest(request, response, joiningFor(request)); });
  server.on('upgrade', (request, socket, head) => { joinUpgrade(request, socket, head, joiningFor(request)); });
  server.on('clientError', (_error, socket) => { socket.destroy(); });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: 0 }, resolve);
  });
  return {
    address: `${isIP(host) === 6 ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
