/** Every route of the contract, called by every kind of caller. New routes are in it by themselves. */
import { ALL_ROUTES, API_PREFIX, ROLE_PERMISSIONS, type Role, type Route } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type Reply } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CALLERS = ['anonymous', 'guest', 'stranger', 'author', 'viewer', 'moderator', 'operator', 'admin', 'owner'] as const;
type Caller = (typeof CALLERS)[number];

/** Bodies that get past the schema, so that what answers is the access and not the parser. */
const BODIES: Readonly<Record<string, object>> = {
  'comics.create': { text: 'A story.' },
  'comics.export': { format: 'pdf' },
  'accounts.create-key': { name: 'key' },
  'accounts.sign-in': { email: 'nobody@example.test', password: 'wrong wrong wrong' },
  'accounts.welcome': { token: 'x'.repeat(40), name: 'N', email: 'n@example.test', password: 'long enough it is' },
};

let server: BootedServer;
const headersOf = {} as Record<Caller, Record<string, string>>;
let authorAccount: Account;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true });
  authorAccount = await server.account('user');
  headersOf.author = authorAccount.headers;
  headersOf.anonymous = {};
  headersOf.guest = (await server.guest()).headers;
  headersOf.stranger = (await server.account('user')).headers;
  for (const role of ['viewer', 'moderator', 'operator', 'admin', 'owner'] as const) headersOf[role] = (await server.account(role)).headers;
}, 60_000);
afterAll(() => server.close());

let shared: Promise<Record<string, string>> | undefined;

/** Only the author's calls can take things away, so only those get new ones. */
async function thingsFor(caller: Caller): Promise<Record<string, string>> {
  return caller === 'author' ? things() : (shared ??= things());
}

async function things(): Promise<Record<string, string>> {
  const { headers } = authorAccount;
  const comic = (await server.call('POST', `${API_PREFIX}/comics`, { headers, body: { text: 'One line.' } })).body as { id: string; taskId: string };
  const whole = await eventually('the comic is made', async () => {
    const { body } = await server.call('GET', `${API_PREFIX}/comics/${comic.id}`, { headers });
    const now = body as { state: string; panelStates: { picture: string }[]; files: { id: string }[] };
    return now.state === 'done' && now;
  });
  const key = (await server.call('POST', `${API_PREFIX}/keys`, { headers, body: { name: 'mine' } })).body as { id: string };
  await server.call('POST', `${API_PREFIX}/comics/${comic.id}/exports`, { headers, body: { format: 'cbz' } });
  const files = await eventually('the file is there', async () => {
    const { body } = await server.call('GET', `${API_PREFIX}/comics/${comic.id}`, { headers });
    const now = (body as typeof whole).files;
    return now.length > 0 && now;
  });
  return { comicId: comic.id, taskId: comic.taskId, keyId: key.id, key: whole.panelStates[0]?.picture.split('/').at(-1) ?? '', fileId: files[0]?.id ?? '' };
}

const MISSING: Readonly<Record<string, string>> = {
  comicId: `comic_${'0'.repeat(26)}`, taskId: `task_${'0'.repeat(26)}`, keyId: `key_${'0'.repeat(26)}`, fileId: `file_${'0'.repeat(26)}`, key: '0'.repeat(64),
};

async function callRoute(route: Route, caller: Caller, ids: Readonly<Record<string, string>>): Promise<Reply> {
  const path = API_PREFIX + route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
  const body = route.id === 'accounts.create-user' ? { email: `${Math.random().toString(36).slice(2)}@example.test` } : BODIES[route.id];
  return server.call(route.method, path, {
    headers: headersOf[caller],
    ...(route.takesUpload ? { raw: { type: 'text/plain', bytes: 'A story.' } } : route.body ? { body } : {}),
  });
}

/** The status a caller must get, or undefined when the route lets them in. Written from the words of the specification. */
function refusal(route: Route, caller: Caller): number | undefined {
  const { who, permission, author } = route.access;
  if (who === 'anyone') return undefined;
  if (caller === 'anonymous') return 401;
  if (caller === 'guest' && who === 'user') return 401;
  const role: Role = caller === 'stranger' || caller === 'author' ? 'user' : (caller as Role);
  const may = caller === 'guest' ? permission === 'comics.make' : permission !== undefined && ROLE_PERMISSIONS[role].includes(permission);
  if (permission && !may) return 403;
  return author && caller !== 'author' ? 404 : undefined;
}

describe.each(ALL_ROUTES.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  test.each(CALLERS)('%s', async (caller) => {
    const needsThings = route.path.includes(':');
    const reply = await callRoute(route, caller, needsThings ? await thingsFor(caller) : {});
    const expected = refusal(route, caller);
    expect(reply.status, reply.text).not.toBe(500);
    if (expected !== undefined) return expect(reply.status, reply.text).toBe(expected);
    const refusals = route.id === 'accounts.sign-in' || route.id === 'accounts.welcome' ? [403, 404] : [401, 403, 404];
    expect(refusals, reply.text).not.toContain(reply.status);
  });

  test.runIf(route.access.author)('what is another\'s answers as what does not exist', async () => {
    const foreign = await callRoute(route, 'stranger', await thingsFor('stranger'));
    const missing = await callRoute(route, 'stranger', MISSING);
    const faceOf = (reply: Reply) => ({ status: reply.status, text: reply.text.replace(/"requestId":"[^"]+"/, ''), type: reply.headers.get('content-type'), cache: reply.headers.get('cache-control'), length: reply.text.length });
    expect(faceOf(foreign)).toEqual(faceOf(missing));
  });
});
