/** One HTTP request on one side becomes the same request on the other, bodies streaming both ways. Both ends of a tunnel do it. */
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline, type Duplex } from 'node:stream';
import { passedHeaders, refusedHead, TROUBLE_HEADER, troubleIn, upgradedHead, upgradeHeaders, type Trouble } from './pass-http.ts';

/** Starts the request on the other side, or says why it can not. */
type AskOther = (asked: { method: string; path: string; headers: OutgoingHttpHeaders }) => ClientRequest | Trouble;

/** `hears`: the other side is the end of a tunnel, whose word about what lies behind it counts. */
export type Joining = { ask: AskOther; hears: boolean };

export function joinRequest(request: IncomingMessage, response: ServerResponse, { ask, hears }: Joining): void {
  const other = ask({ method: request.method ?? 'GET', path: request.url ?? '', headers: passedHeaders(request.headers) });
  if (typeof other === 'string') return refuse(response, other);
  let hasLeft = false;
  other.on('socket', (socket) => {
    if (!socket.connecting) hasLeft = true;
    else socket.once('connect', () => { hasLeft = true; });
  });
  other.on('error', () => {
    if (response.headersSent || hasLeft) response.destroy();
    else refuse(response, 'unreachable');
  });
  other.on('response', (answer) => {
    // The parser takes any three digits, and the writer throws for what is no status (RFC 9110, 15).
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 599) {
      answer.destroy();
      response.destroy();
      return;
    }
    const trouble = hears ? troubleIn(answer.headers) : undefined;
    response.writeHead(status, { ...passedHeaders(answer.headers), ...(trouble ? { [TROUBLE_HEADER]: trouble } : {}) });
    // What was said so far goes out at once: a stream may be silent for long after its head.
    response.flushHeaders();
    pipeline(answer, response, () => undefined);
  });
  // A server that asks for an upgrade that nobody wanted.
  other.on('upgrade', (_answer, socket) => { socket.destroy(); response.destroy(); });
  response.on('close', () => { if (!response.writableFinished) other.destroy(); });
  pipeline(request, other, () => undefined);
}

export function joinUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, { ask }: Pick<Joining, 'ask'>): void {
  const headers = upgradeHeaders(request.headers);
  socket.on('error', () => undefined);
  if (!headers || request.method !== 'GET') return void socket.end(refusedHead(400));
  const other = ask({ method: 'GET', path: request.url ?? '', headers });
  if (typeof other === 'string') return void socket.end(refusedHead(502, other));
  socket.on('close', () => { other.destroy(); });
  other.on('error', () => { socket.end(refusedHead(502)); });
  other.on('response', (answer) => {
    answer.resume();
    const status = answer.statusCode ?? 0;
    socket.end(refusedHead(status < 200 || status > 599 ? 502 : status));
  });
  other.on('upgrade', (answer, behind: Duplex, first: Buffer) => {
    behind.on('error', () => undefined);
    socket.write(upgradedHead(answer.headers));
    if (first.byteLength > 0) socket.write(first);
    if (head.byteLength > 0) behind.write(head);
    pipeline(socket, behind, () => undefined);
    pipeline(behind, socket, () => undefined);
  });
  other.end();
}

function refuse(response: ServerResponse, trouble: Trouble): void {
  response.writeHead(502, { [TROUBLE_HEADER]: trouble, 'content-length': 0 }).end();
}
