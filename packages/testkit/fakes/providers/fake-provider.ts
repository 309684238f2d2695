/** What all stand-ins of providers share: a server on the wire, faults in order, and a count of what would have been billed. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, OwnFault } from './fault.ts';
import { Reply, type Answer } from './reply.ts';

/** A request as it came. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** What stands in the holes of the route, `:id` and the like. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON, of the shape its route expects; throws SyntaxError. */
  json<Body = Record<string, unknown>>(): Body;
  /** The parts of a multipart body. */
  form(): Promise<FormData>;
};

export type Route = (asked: Asked, reply: Reply) => void | Promise<void>;

export type FakeProvider = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly server: Server;
  /** Every request so far, in order. */
  readonly asked: readonly Asked[];
  /** Answers the next requests for work so, one each, in order. */
  fault(...faults: Fault[]): void;
  /** Pictures or answers that the original would have billed so far. */
  billed(): number;
  close(): Promise<void>;
};

export type FakeOptions = {
  /** `POST /images/generations`, holes as `:id`. */
  routes: Record<string, Route>;
  /** Called before every route; answers by itself (a missing key) and returns false, or lets it through. */
  guard?: (asked: Asked, reply: Reply) => boolean;
  /** A refusal in the provider's own words. `code` is as the fault named it. */
  refusal: (status: number, code: string | undefined) => Answer;
};

export async function startFakeProvider({ routes, guard, refusal }: FakeOptions): Promise<FakeProvider> {
  const asked: Asked[] = [];
  const faults: Fault[] = [];
  let billed = 0;
  const desk = { refusal, takeFault: () => faults.shift(), bill: (units: number) => { billed += units; } };
  const table = Object.entries(routes).map(([name, route]) => ({ ...patternOf(name), route }));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake.test');
      const found = table.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
      const one = askedOf({ method: request.method ?? '', path: pathname, query: searchParams, params: { ...found?.pattern.exec(pathname)?.groups }, headers: request.headers, body: Buffer.concat(chunks) });
      asked.push(one);
      const reply = new Reply(response, desk);
      if (guard && !guard(one, reply)) return;
      if (!found) return void reply.answer(refusal(404, undefined));
      void Promise.resolve(found.route(one, reply)).catch((error: unknown) => { reply.fail(error); });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, asked, billed: () => billed,
    fault: (...more) => void faults.push(...more),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether a fault is to be acted out by the fake itself. */
export function isOwn<Kind extends OwnFault['kind']>(fault: Fault | undefined, kind: Kind): fault is Extract<OwnFault, { kind: Kind }> {
  return fault?.kind === kind;
}

function askedOf(facts: Omit<Asked, 'json' | 'form'>): Asked {
  return {
    ...facts,
    json: <Body>() => JSON.parse(facts.body.toString('utf8')) as Body,
    form: () => new Response(new Uint8Array(facts.body), { headers: { 'content-type': facts.headers['content-type'] ?? '' } }).formData(),
  };
}

function patternOf(name: string): { method: string; pattern: RegExp } {
  const [method = '', path = ''] = name.split(' ');
  const source = path.split('/').map((part) => (part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('/');
  return { method, pattern: new RegExp(`^${source}$`) };
}
