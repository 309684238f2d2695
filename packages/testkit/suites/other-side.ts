import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type Heard = { method: string; path: string; headers: Headers; body: string };

export type OtherSide = { port: number; url: string; /** Every whole request so far. */ heard: Heard[]; /** How many connections came. */ connections(): number; /** Resolves when no connection is open. */ left(): Promise<void>; close(): Promise<void> };

/** A server that speaks bytes: it can lie, break off and stall where an honest one of a library cannot. */
export async function startOtherSide(answer: (heard: Heard, socket: Socket) => void | Promise<void>): Promise<OtherSide> {
  const heard: Heard[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  let onLeft = (): void => undefined;
  const server: Server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) onLeft();
    });
    socket.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece as Buffer]);
      const request = readRequest(bytes);
      if (!request) return;
      bytes = Buffer.alloc(0);
      heard.push(request);
      void answer(request, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port, url: `http://127.0.0.1:${port}`, heard, connections: () => connections,
    left: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => { onLeft = resolve; })),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `HTTP/1.1 200 OK` with these headers and this body, its length told unless a header says otherwise. */
export function httpAnswer(status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array = ''): Buffer {
  const told = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name)) ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const head = Object.entries({ ...headers, ...told }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Said\r\n${head}\r\n`), Buffer.from(body)]);
}

function readRequest(bytes: Buffer): Heard | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = new Headers(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as [string, string]));
  const body = bytes.subarray(end + 4);
  return body.byteLength < Number(headers.get('content-length') ?? 0) ? undefined : { method, path, headers, body: body.toString('utf8') };
}
