import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import { isHostOf } from '../http/own-names.ts';
import { hasBearer } from '../kernel/bearer.ts';
import { inUrl } from './names.ts';
import { answerTrust, type TrustSite } from './trust-site.ts';

export interface TrustServerOptions extends Omit<TrustSite, 'port'> {
  host: string;
  port: number;
  httpsPort(): number;
  isOwnName(name: string): boolean;
  log: Pick<FastifyBaseLogger, 'warn'>;
  /** The whole program, for the command line of this machine. */
  program(request: IncomingMessage, response: ServerResponse): void;
}

export interface TrustServer {
  /** Never fails: without this port the program goes on, and it tries again. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

const RETRY_MS = 5_000;

/**
 * Plain HTTP beside HTTPS. It gives away the trust page and nothing else; every other address leads to HTTPS. Only the
 * command line, which sits at this machine and shows a bearer token, reaches the program here.
 */
export function openTrustServer(options: TrustServerOptions): TrustServer {
  const site: TrustSite = { authority: options.authority, names: options.names, port: options.httpsPort };
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => answer(request, response, options, site));
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  const listen = async (): Promise<void> => {
    const error = await tryListen(server, options);
    if (!error || isClosed) return;
    options.log.warn({ err: error, port: options.port }, 'the page that helps to trust this machine has no port');
    retry = setTimeout(() => void listen(), RETRY_MS).unref();
  };
  return {
    listen,
    async close() {
      isClosed = true;
      clearTimeout(retry);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function tryListen(server: Server, { host, port }: TrustServerOptions): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function answer(request: IncomingMessage, response: ServerResponse, options: TrustServerOptions, site: TrustSite): void {
  const { socket, headers, method, url = '/' } = request;
  if (socket.remoteAddress !== undefined && socket.remoteAddress === socket.localAddress && hasBearer(headers)) return options.program(request, response);
  if (!isHostOf(headers.host, options.isOwnName)) return void response.writeHead(421, { connection: 'close' }).end();
  if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
  const found = answerTrust(site, { path: url === '/' || url.startsWith('/?') ? `/trust${url.slice(1)}` : url, headers });
  if (found) return void response.writeHead(found.status, found.headers).end(method === 'HEAD' ? undefined : found.body);
  const hostname = URL.parse(`http://${headers.host}`)?.hostname.replace(/^\[|\]$/g, '') ?? 'localhost';
  const port = options.httpsPort();
  response.writeHead(307, { location: `https://${inUrl(hostname)}${port === 443 ? '' : `:${port}`}${url}`, 'cache-control': 'no-store' }).end();
}
