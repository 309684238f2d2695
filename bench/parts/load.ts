/** Reads one address over many connections at once, with a client that costs next to nothing beside the server. */
import { connect, type Socket } from 'node:net';

export type Load = { requestsPerSecond: number; latenciesMs: number[] };

/**
 * Sends GET requests over `connections` kept-alive connections of the loopback address, one at a time on each, for `ms`.
 * Throws when an answer is not 200 or not `bodyBytes` long: a server that answers less must not look fast.
 */
export async function loadOf(target: { port: number; path: string; cookie: string; bodyBytes: number }, options: { connections: number; ms: number }): Promise<Load> {
  const request = `GET ${target.path} HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\ncookie: ${target.cookie}\r\naccept: application/json\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: options.connections }, () => open(target.port)));
  const latenciesMs: number[] = [];
  const begin = performance.now();
  const until = begin + options.ms;
  try {
    await Promise.all(sockets.map(async (socket) => {
      while (performance.now() < until) {
        const sentAt = performance.now();
        const bodyBytes = await ask(socket, request);
        if (bodyBytes !== target.bodyBytes) throw new Error(`an answer has ${bodyBytes} bytes instead of ${target.bodyBytes}`);
        latenciesMs.push(performance.now() - sentAt);
      }
    }));
    return { requestsPerSecond: (latenciesMs.length * 1000) / (performance.now() - begin), latenciesMs };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** One request and its whole answer; resolves to the length of the body. */
function ask(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let head = '';
    let missing = -1;
    let bodyBytes = 0;
    const end = (settle: () => void) => { socket.off('data', onData).off('close', onClose); settle(); };
    const onClose = () => end(() => reject(new Error('the server closed a connection')));
    const onData = (chunk: Buffer) => {
      if (missing >= 0) missing -= chunk.length;
      else {
        // Headers are plain ASCII: a character is a byte.
        head += chunk.toString('latin1');
        const headEnd = head.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        if (!head.startsWith('HTTP/1.1 200 ')) return end(() => reject(new Error(`the server answered ${head.slice(0, 300)}`)));
        bodyBytes = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
        missing = bodyBytes - (head.length - headEnd - 4);
      }
      if (missing === 0) end(() => resolve(bodyBytes));
    };
    socket.on('data', onData).on('close', onClose);
    socket.write(request);
  });
}
