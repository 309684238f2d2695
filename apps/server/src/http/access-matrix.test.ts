/** Every route of the contract, called by every kind of caller. New routes are in it by themselves. */
import { ALL_ROUTES, API_PREFIX, ROLE_PERMISSIONS, type Role, type Route } from '@komawari/contract';
import { createHash } from 'node:crypto';
import { bootServer, eventually, type Account, type BootedServer, type Reply } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CALLERS = ['anonymous', 'guest', 'stranger', 'author', 'viewer', 'moderator', 'operator', 'admin', 'owner'] as const;
type Caller = (typeof CALLERS)[number];

/** Bodies that get past the schema, so that what answers is the access and not the parser. */
const BODIES: Readonly<Record<string, object>> = {
  'comics.create': { text: 'A story.' },
  'studio.add-provider': { kind: 'none', name: 'P' },
  'studio.change-provider': { name: 'Q' },
  'studio.add-endpoint': { name: 'E' },
  'studio.change-endpoint': { name: 'F' },
  'studio.set-model': { job: 'image', modelId: 'm', isEnabled: true },
  'studio.set-models': { isEnabled: true, models: [{ job: 'image', modelId: 'm' }] },
  'studio.set-budgets': { budgets: null },
  'studio.quote': { recipe: { prompt: 'a cat' } },
  'studio.set-chain': { job: 'picture', models: null },
  'studio.set-memory': { modelId: 'm', isLoaded: true },
  'studio.remove-hosted': { modelId: 'm' },
  'studio.pull': { model: 'm' },
  'studio.stop-pull': { model: 'm' },
  'studio.set-default': { purpose: 'picture', providerId: `provider_${'0'.repeat(26)}`, modelId: 'm' },
  'studio.change-picture': { isFavourite: true },
  'studio.change-pictures': { pictureIds: [`picture_${'0'.repeat(26)}`], change: { kind: 'favourite', isFavourite: true } },
  'studio.pause-queue': { isPaused: false },
  'studio.pause-provider': { isPaused: false },
  'studio.move-in-queue': { pictureId: `picture_${'0'.repeat(26)}`, to: 'front' },
  'studio.cancel-pictures': { pictureIds: [`picture_${'0'.repeat(26)}`] },
  'studio.create-board': { name: 'board' },
  'studio.rename-board': { name: 'another' },
  'studio.change-settings': { keepsMaking: true },
  'studio.change-keeping': { keepDays: 0, quotaBytes: 0, totalBytes: 0, trashDays: 30 }, 'studio.plan-keeping': {},
  'studio.put-wildcard': { name: 'sky', lines: ['blue'] },
  'studio.put-template': { content: { title: 'T', prompt: 'a cat' } },
  'studio.import-templates': { templates: [{ title: 'T', prompt: 'a cat' }] },
  'studio.put-style': { name: 'mine', words: 'ink' },
  'studio.generate': { recipe: { prompt: 'a cat' } },
  'studio.create-grid': { recipe: { prompt: 'a cat' }, axes: [{ kind: 'seed', values: [1, 2] }] },
  'studio.enlarge': { factor: 2 },
  'studio.write': { messages: [{ role: 'user', text: 'Hello' }] },
  'studio.see': { kind: 'tags' },
  'studio.stream-text': { messages: [{ role: 'user', text: 'Hello' }] },
  'comics.export': { format: 'pdf' },
  'comics.edit': { clientId: 'access-matrix', clientSeq: 1, baseRevision: 1, ops: [{ op: 'remove', kind: 'fact', id: 'nothing' }] },
  'comics.keep-version': { name: 'Kept' },
  'comics.restore-version': {},
  'comics.update': {},
  'comics.draw': {},
  'comics.judge-take': { isRejected: true },
  'comics.decide': { decision: 'abandon' }, 'comics.decide-script': { decision: 'abandon' },
  'comics.rename': { title: 'Renamed' },
  'comics.keep-place': { page: 1, panelId: null, mode: null, language: null },
  'accounts.create-key': { name: 'key' },
  'accounts.sign-in': { email: 'nobody@example.test', password: 'wrong wrong wrong' },
  'accounts.second-factor': { code: '123456' },
  'accounts.ask-link': { email: 'nobody@example.test' },
  'accounts.use-link': { token: 'x'.repeat(40) },
  'accounts.passkey-sign-in': { challengeId: 'x'.repeat(40), answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} } },
  'accounts.confirm-sign-up': { token: 'x'.repeat(40) },
  'accounts.check-invitation': { token: 'x'.repeat(40) },
  'accounts.ask-reset': { email: 'nobody@example.test' },
  'accounts.use-reset': { token: 'x'.repeat(40), password: 'long enough it is' },
  'accounts.confirm-email': { token: 'x'.repeat(40) },
  'accounts.change-profile': { theme: 'dark' },
  'accounts.confirm': { password: 'wrong wrong wrong' },
  'accounts.confirm-passkey': { challengeId: 'x'.repeat(40), answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} } },
  'accounts.change-password': { password: 'long enough it is' },
  'accounts.add-passkey': { challengeId: 'x'.repeat(40), name: 'key', answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} } },
  'accounts.rename-passkey': { name: 'key' },
  'accounts.turn-on-two-factor': { code: '123456' },
  'accounts.change-role': { role: 'viewer' },
  'studio.add-home-host': { name: 'attic' },
  'accounts.suspend-user': {},
  'accounts.create-invitation': {},
  'accounts.change-rules': { signUpMode: 'open' },
  'accounts.welcome': { token: 'x'.repeat(40), name: 'N', email: 'n@example.test', password: 'long enough it is' },
};

let server: BootedServer;
const headersOf = {} as Record<Caller, Record<string, string>>;
const accountOf = {} as Partial<Record<Caller, Account>>;
let authorAccount: Account;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, config: { signUp: 'open' } });
  authorAccount = await server.account('user');
  accountOf.author = authorAccount;
  headersOf.author = authorAccount.headers;
  headersOf.anonymous = {};
  headersOf.guest = (await server.guest()).headers;
  for (const caller of ['stranger', 'viewer', 'moderator', 'operator', 'admin', 'owner'] as const) {
    accountOf[caller] = await server.account(roleOf(caller));
    headersOf[caller] = accountOf[caller].headers;
  }
}, 60_000);
afterAll(() => server.close());

function roleOf(caller: Caller): Role {
  return caller === 'stranger' || caller === 'author' ? 'user' : (caller as Role);
}

/** Where a browser is asked for, each call comes from a fresh one; who deletes an account deletes one made for it. */
async function callHeaders(route: Route, caller: Caller): Promise<Record<string, string>> {
  const account = accountOf[caller];
  // A guest who signs up is no guest afterwards.
  if (caller === 'guest' && route.id === 'accounts.sign-up') return (await server.guest()).headers;
  if (!(route.access.session || route.access.noKeys) || !account) return headersOf[caller];
  return (route.id === 'accounts.delete-account' ? await server.account(roleOf(caller)) : account).browser();
}

let shared: Promise<Record<string, string>> | undefined;

/** Only the author's calls can take things away, so only those get new ones. */
async function thingsFor(caller: Caller): Promise<Record<string, string>> {
  return caller === 'author' ? things() : (shared ??= things());
}

async function things(): Promise<Record<string, string>> {
  const { headers } = authorAccount;
  const comic = (await server.call('POST', `${API_PREFIX}/comics`, { headers, body: { text: 'One line.' } })).body as { id: string; taskId: string };
  await eventually('the comic is made', async () => {
    const { body } = await server.call('GET', `${API_PREFIX}/comics/${comic.id}`, { headers });
    const now = body as { state: string; files: { id: string }[] };
    return now.state === 'done' && now;
  });
  const key = (await server.call('POST', `${API_PREFIX}/keys`, { headers: await authorAccount.browser(), body: { name: 'mine' } })).body as { id: string };
  await server.call('POST', `${API_PREFIX}/comics/${comic.id}/exports`, { headers, body: { format: 'cbz' } });
  const files = await eventually('the file is there', async () => {
    const { body } = await server.call('GET', `${API_PREFIX}/comics/${comic.id}`, { headers });
    const now = (body as { files: { id: string }[] }).files;
    return now.length > 0 && now;
  });
  const version = (await server.call('POST', `${API_PREFIX}/comics/${comic.id}/versions`, { headers, body: { name: 'Kept' } })).body as { id: string };
  const share = (await server.call('POST', `${API_PREFIX}/comics/${comic.id}/share`, { headers })).body as { token: string };
  const { items: [take] } = (await server.call('GET', `${API_PREFIX}/comics/${comic.id}/takes`, { headers })).body as { items: { id: string; panelId: string }[] };
  return { panelId: take?.panelId ?? '', takeId: take?.id ?? '', versionId: version.id, token: share.token, ...(await comicKeys(comic.id)), comicId: comic.id, taskId: comic.taskId, keyId: key.id, fileId: files[0]?.id ?? '', ...(await accountThings()), ...(await studioThings()) };
}

/** One route shows pictures, another drawings, a third the pages behind a link: an address under which all three find something. */
async function comicKeys(comicId: string): Promise<Record<string, string>> {
  const { db } = server.app.client;
  const { drawing_key: key } = await db.selectFrom('comic_panel').select('drawing_key').where('comic_id', '=', comicId).executeTakeFirstOrThrow();
  await db.updateTable('comic_page').set({ picture_key: key }).where('comic_id', '=', comicId).execute();
  return { key: key ?? '' };
}

/** What the accounts room has of the author, and of the site. */
async function accountThings(): Promise<Record<string, string>> {
  const { ports, client } = server.app;
  const now = ports.clock.now();
  const user_id = authorAccount.userId;
  const [sessionId, passkeyId, invitationId, exportId] = [ports.ids.next('session'), ports.ids.next('passkey'), ports.ids.next('invitation'), ports.ids.next('task')];
  const later = new Date(now.getTime() + 86_400_000);
  const avatarKey = await ports.objects.put(createHash('sha256').update(sessionId).digest());
  await client.db.insertInto('session').values({ id: sessionId, user_id, token_hash: sessionId, previous_hash: null, method: 'password', address: null, user_agent: null, created_at: now, last_seen_at: now, rotated_at: now, expires_at: later }).execute();
  await client.db.insertInto('passkey').values({ id: passkeyId, user_id, name: 'key', rp_id: 'localhost', credential_id: passkeyId, public_key: '', counter: 0, transports: [], is_synced: false, created_at: now }).execute();
  await client.db.insertInto('invitation').values({ id: invitationId, token_hash: invitationId, role: 'user', email: null, note: '', max_uses: 1, created_by: null, created_at: now, expires_at: later, revoked_at: null }).execute();
  await client.db.insertInto('stream').values({ id: `account:${exportId}`, owner: `user:${user_id}` }).execute();
  await client.db.insertInto('task').values({ id: exportId, owner: `user:${user_id}`, kind: 'accounts.export', parent_id: null, key: null, stream: `account:${exportId}`, state: 'done', holder: null, input: '{}', error_code: null, error_detail: null, idempotency_key: null, created_at: now }).execute();
  await client.db.insertInto('own_export').values({ task_id: exportId, user_id, object_key: avatarKey, size_bytes: 32, created_at: now, expires_at: later }).execute();
  const [{ userId }, shown] = [await server.account('user'), await server.account('user')];
  await client.db.updateTable('user').set({ avatar_key: avatarKey }).where('id', '=', shown.userId).execute();
  return { sessionId, passkeyId, invitationId, exportId, avatarKey, userId };
}

/** A picture of the author that is there. */
async function studioThings(): Promise<Record<string, string>> {
  const { ports, client } = server.app;
  const [now, owner] = [ports.clock.now(), `user:${authorAccount.userId}`];
  const [generationId, pictureId, taskId] = [ports.ids.next('generation'), ports.ids.next('picture'), ports.ids.next('task')];
  const objectKey = await ports.objects.put(new TextEncoder().encode('a picture'));
  await client.db.insertInto('stream').values({ id: generationId, owner }).execute();
  await client.db.insertInto('task').values({ id: taskId, owner, kind: 'studio.picture', parent_id: null, key: null, stream: generationId, state: 'done', holder: null, input: '{}', error_code: null, error_detail: null, idempotency_key: null, created_at: now }).execute();
  await client.db.insertInto('generation').values({ id: generationId, owner, task_id: taskId, recipe: JSON.stringify({ prompt: 'a cat' }), axes: JSON.stringify([{ kind: 'seed', values: [1, 2] }]), quoted_micros: null, currency: null, created_at: now }).execute();
  await client.db.insertInto('picture').values({ id: pictureId, generation_id: generationId, owner, task_id: taskId, slot: 0, state: 'done', prompt: 'a cat', seed: 7, provider_id: null, model_id: null, object_key: objectKey, media_type: 'image/png', error_code: null, error_detail: null, created_at: now }).execute();
  await client.db.updateTable('picture').set({ thumbnail_key: objectKey }).where('id', '=', pictureId).execute();
  const [boardId, zipId] = [ports.ids.next('board'), ports.ids.next('zip')];
  await client.db.insertInto('board').values({ id: boardId, owner, name: 'board', created_at: now }).execute();
  await client.db.insertInto('picture_zip').values({ id: zipId, owner, picture_ids: [pictureId], keeps_making: true, created_at: now, expires_at: new Date(now.getTime() + 86_400_000) }).execute();
  const inputId = ports.ids.next('input');
  const inputKey = await ports.objects.put(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
  await client.db.insertInto('picture_input').values({ id: inputId, owner, object_key: inputKey, media_type: 'image/png', width: 1, height: 1, size_bytes: 1, created_at: now }).execute();
  const hostId = ports.ids.next('host');
  await client.db.insertInto('home_host').values({ id: hostId, name: hostId, token_hash: hostId, created_at: now, connection_id: null, door: null, connected_at: null, last_seen_at: null }).execute();
  const providerId = ports.ids.next('provider');
  await client.db.insertInto('provider').values({ id: providerId, kind: 'none', name: 'P', url: 'https://provider.test', sealed_secrets: '', settings: '{}', in_flight_max: 1, position: 1, created_at: now, changed_at: now }).execute();
  const endpointId = ports.ids.next('endpoint');
  await client.db.insertInto('provider_endpoint').values({ id: endpointId, provider_id: providerId, name: 'E', url: 'https://other.test', sealed_secrets: '', in_flight_max: 1, created_at: now, changed_at: now, last_fault: null, last_said: null }).execute();
  await client.db.insertInto('provider_model').values({ provider_id: providerId, job: 'image', model_id: 'm', facts: '{}', seen_at: now }).execute();
  return { generationId, pictureId, boardId, zipId, inputId, providerId, hostId, endpointId };
}

/** Routes that weigh a secret answer 401 for a wrong one, whoever shows it. */
const WEIGHING: ReadonlySet<string> = new Set(['accounts.sign-in', 'accounts.welcome', 'accounts.second-factor', 'accounts.passkey-sign-in', 'accounts.confirm', 'accounts.confirm-passkey', 'accounts.turn-on-two-factor']);

const MISSING: Readonly<Record<string, string>> = {
  comicId: `comic_${'0'.repeat(26)}`, taskId: `task_${'0'.repeat(26)}`, keyId: `key_${'0'.repeat(26)}`, fileId: `file_${'0'.repeat(26)}`, key: '0'.repeat(64),
  panelId: 'nothing', takeId: `take_${'0'.repeat(26)}`, versionId: `version_${'0'.repeat(26)}`, token: '0'.repeat(43),
  sessionId: `session_${'0'.repeat(26)}`, passkeyId: `passkey_${'0'.repeat(26)}`, invitationId: `invitation_${'0'.repeat(26)}`, exportId: `task_${'0'.repeat(26)}`, userId: 'nobody', avatarKey: '0'.repeat(64), generationId: `generation_${'0'.repeat(26)}`, pictureId: `picture_${'0'.repeat(26)}`, boardId: `board_${'0'.repeat(26)}`, zipId: `zip_${'0'.repeat(26)}`, inputId: `input_${'0'.repeat(26)}`, providerId: `provider_${'0'.repeat(26)}`, endpointId: `endpoint_${'0'.repeat(26)}`,
};

async function callRoute(route: Route, caller: Caller, ids: Readonly<Record<string, string>>): Promise<Reply> {
  const path = API_PREFIX + route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
  const email = `${Math.random().toString(36).slice(2)}@example.test`;
  const body = { 'accounts.create-user': { email }, 'accounts.change-email': { email }, 'accounts.sign-up': { email, name: 'N', password: 'long enough it is' } }[route.id] ?? BODIES[route.id];
  return server.call(route.method, path, {
    headers: await callHeaders(route, caller),
    ...(route.takesUpload ? { raw: { type: route.takesUpload.mediaTypes[0] ?? '', bytes: 'A story.' } } : route.body ? { body } : {}),
  });
}

/** The status a caller must get, or undefined when the route lets them in. Written from the words of the specification. */
function refusal(route: Route, caller: Caller): number | undefined {
  const { who, permission, author } = route.access;
  if (who === 'anyone') return undefined;
  if (caller === 'anonymous') return 401;
  if (caller === 'guest' && who === 'user') return 401;
  const role = roleOf(caller);
  const may = caller === 'guest' ? permission === 'comics.make' : permission !== undefined && ROLE_PERMISSIONS[role].includes(permission);
  if (permission && !may) return 403;
  return author && caller !== 'author' ? 404 : undefined;
}

describe.each(ALL_ROUTES.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  test.each(CALLERS)('%s', async (caller) => {
    const needsThings = route.path.includes(':');
    const reply = await callRoute(route, caller, needsThings ? { ...(await thingsFor(caller)), ...(route.access.subject === 'provider' ? await studioThings() : {}) } : {});
    const expected = refusal(route, caller);
    expect(reply.status, reply.text).not.toBe(500);
    if (expected !== undefined) return expect(reply.status, reply.text).toBe(expected);
    const refusals = WEIGHING.has(route.id) ? [403, 404] : [401, 403, 404];
    expect(refusals, reply.text).not.toContain(reply.status);
  });

  test.runIf(route.access.session || route.access.noKeys)('is nothing for an API key, nor, where it is dangerous, for a browser that has not shown lately whose it is', async () => {
    const ids = route.path.includes(':') ? await thingsFor('stranger') : {};
    const path = API_PREFIX + route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
    const body = route.body ? { body: BODIES[route.id] ?? {} } : {};
    const byKey = await server.call(route.method, path, { headers: headersOf[route.access.permission ? 'owner' : 'author'], ...body });
    expect(byKey.body).toMatchObject({ error: { code: 'accounts.session-needed' } });
    if (route.access.session !== 'fresh') return;
    const headers = await authorAccount.browser();
    const long = new Date(server.app.ports.clock.now().getTime() - 16 * 60_000);
    await server.app.client.db.updateTable('session').set({ confirmed_at: long }).where('user_id', '=', authorAccount.userId).execute();
    expect((await server.call(route.method, path, { headers, ...body })).body).toMatchObject({ error: { code: 'accounts.confirm-needed' } });
  });

  test.runIf(route.access.author)('what is another\'s answers as what does not exist', async () => {
    const foreign = await callRoute(route, 'stranger', await thingsFor('stranger'));
    const missing = await callRoute(route, 'stranger', MISSING);
    const faceOf = (reply: Reply) => ({ status: reply.status, text: reply.text.replace(/"requestId":"[^"]+"/, ''), type: reply.headers.get('content-type'), cache: reply.headers.get('cache-control'), length: reply.text.length });
    expect(faceOf(foreign)).toEqual(faceOf(missing));
  });
});
