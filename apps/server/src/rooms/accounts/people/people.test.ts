import { bootServer, heldClock, openBrowser, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PASSWORD = 'seven pale lanterns';
const clock = heldClock(new Date());
let server: BootedServer;
let owner: Account;
let admin: Account;

beforeAll(async () => {
  server = await bootServer({ clock, config: { signUp: 'open' } });
  [owner, admin] = [await server.account('owner'), await server.account('admin')];
}, 60_000);
afterAll(() => server.close());

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
const as = async (by: Account, method: string, path: string, body?: object) => server.call(method, `/api/v1${path}`, { headers: await by.browser(), ...(body ? { body } : {}) });
const roleTo = (by: Account, whom: Account, role: string) => as(by, 'PUT', `/users/${whom.userId}/role`, { role });

describe('roles', () => {
  test('only an owner makes or unmakes owners and admins', async () => {
    const [user, other] = [await server.account('user'), await server.account('admin')];
    expect((await roleTo(admin, user, 'moderator')).body).toMatchObject({ role: 'moderator' });
    expect((await roleTo(admin, user, 'admin')).status).toBe(403);
    expect((await roleTo(admin, other, 'user')).status).toBe(403);
    expect((await roleTo(admin, admin, 'owner')).status).toBe(403);
    expect((await roleTo(owner, user, 'admin')).body).toMatchObject({ role: 'admin' });
    expect((await as(admin, 'POST', `/users/${owner.userId}/suspend`, {})).status).toBe(403);
    expect((await as(admin, 'POST', `/users/${owner.userId}/reset-link`)).status, 'an owner\'s password is nobody else\'s').toBe(403);
  });

  test('a site keeps an owner, also when two leave at once', async () => {
    expect(codeOf(await roleTo(owner, owner, 'user'))).toBe('accounts.last-owner');
    const second = await server.account('owner');
    const replies = await Promise.all([roleTo(owner, owner, 'admin'), roleTo(second, second, 'admin'), roleTo(owner, second, 'user'), roleTo(second, owner, 'user')]);
    const left = await server.app.client.db.selectFrom('user').select('id').where('role', '=', 'owner').execute();
    expect(left, JSON.stringify(replies.map((reply) => reply.text))).toHaveLength(1);
    await server.app.client.db.updateTable('user').set({ role: 'owner' }).where('id', '=', owner.userId).execute();
    await server.app.client.db.updateTable('user').set({ role: 'user' }).where('id', '=', second.userId).execute();
    await expect.poll(async () => (await as(owner, 'GET', '/users')).status).toBe(200);
  });
});

describe('suspending', () => {
  test('ends sessions and keys at once, is told only to who knows the password, and can be taken back', async () => {
    const browser = openBrowser(server);
    await browser.post('/sign-up', { name: 'Loud', email: 'loud@example.test', password: PASSWORD });
    const key = (await browser.post('/keys', { name: 'k' })).body as { secret: string };
    const { items } = (await as(admin, 'GET', '/users?search=LOUD')).body as { items: { id: string }[] };
    const id = items[0]?.id;
    expect((await as(admin, 'POST', `/users/${id}/suspend`, { reason: 'spam' })).body).toMatchObject({ state: 'suspended', suspendedReason: 'spam' });
    await expect.poll(async () => (await browser.call('GET', '/me')).body).toMatchObject({ kind: 'anonymous' });
    await expect.poll(async () => codeOf(await server.call('GET', '/api/v1/comics', { headers: { authorization: `Bearer ${key.secret}` } }))).toBe('access.bad-key');
    expect(codeOf(await openBrowser(server).post('/sign-in', { email: 'loud@example.test', password: 'wrong wrong wrong' }))).toBe('accounts.wrong-credentials');
    expect(codeOf(await openBrowser(server).post('/sign-in', { email: 'loud@example.test', password: PASSWORD }))).toBe('accounts.suspended');
    await as(admin, 'POST', `/users/${id}/unsuspend`);
    expect((await openBrowser(server).post('/sign-in', { email: 'loud@example.test', password: PASSWORD })).status).toBe(200);
    expect(codeOf(await as(admin, 'POST', `/users/${admin.userId}/suspend`, {}))).toBe('accounts.not-yourself');
  });
});

describe('turning somebody away', () => {
  test('takes what they made as a guest with them, shared links too', async () => {
    expect((await as(owner, 'PUT', '/site/accounts', { signUpMode: 'approval' })).status).toBe(200);
    const browser = openBrowser(server);
    browser.cookies.set('koma.guest', (await server.guest()).headers.cookie?.split('=')[1] ?? '');
    const { id } = (await browser.post('/comics', { text: 'A guest writes something secret.' })).body as { id: string };
    const { token } = (await browser.post(`/comics/${id}/share`)).body as { token: string };
    const shared = () => server.call('GET', `/api/v1/shared/${token}`);
    expect((await shared()).status).toBe(200);
    const me = (await browser.post('/sign-up', { name: 'Guest', email: 'turned-away@example.test', password: PASSWORD })).body as { pendingApproval: boolean; user: { id: string } };
    expect(me.pendingApproval).toBe(true);
    expect((await as(owner, 'POST', `/users/${me.user.id}/deny`)).status).toBe(200);
    expect((await shared()).status).toBe(404);
    const { db } = server.app.client;
    for (const table of ['comic', 'stream', 'task'] as const) expect(await db.selectFrom(table).select('id').where('owner', '=', `user:${me.user.id}`).execute(), table).toEqual([]);
    await as(owner, 'PUT', '/site/accounts', { signUpMode: 'open' });
  });
});

describe('the list of people', () => {
  test('pages in the order of joining, filters, and takes signs of a search as they are', async () => {
    for (const name of ['100%_sure', 'plain']) {
      await as(owner, 'POST', '/users', { email: `${name.replace(/\W/g, '')}-list@example.test`, name });
      clock.advance(1);
    }
    const search = async (text: string) => ((await as(owner, 'GET', `/users?search=${encodeURIComponent(text)}`)).body as { items: { name: string }[] }).items.map((item) => item.name);
    expect(await search('%_')).toEqual(['100%_sure']);
    expect(await search('-LIST@')).toEqual(['100%_sure', 'plain']);
    expect(await search('\'; drop table "user"; --')).toEqual([]);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = (await as(owner, 'GET', `/users?limit=3${after ? `&after=${after}` : ''}`)).body as { items: { id: string }[]; next: string | null };
      seen.push(...page.items.map((item) => item.id));
      after = page.next;
    }
    const all = await server.app.client.db.selectFrom('user').select('id').execute();
    expect(seen.toSorted()).toEqual(all.map((row) => row.id).toSorted());
    const admins = ((await as(owner, 'GET', '/users?role=admin')).body as { items: { role: string }[] }).items;
    expect(new Set(admins.map((item) => item.role))).toEqual(new Set(['admin']));
  });

  test('somebody who is not there is not found', async () => {
    for (const [method, path] of [['GET', '/users/nobody'], ['POST', '/users/nobody/approve'], ['POST', '/users/nobody/reset-link'], ['DELETE', `/invitations/invitation_${'0'.repeat(26)}`]] as const) {
      expect((await as(owner, method, path)).status, path).toBe(404);
    }
  });
});

describe('names', () => {
  const rename = async (name: unknown) => {
    const browser = openBrowser(server);
    const email = `name${Math.random().toString(36).slice(2)}@example.test`;
    const reply = await browser.post('/sign-up', { name, email, password: PASSWORD });
    return reply.status === 200 ? (reply.body as { user: { name: string } }).user.name : codeOf(reply);
  };

  test.each([
    ['four thousand characters', 'x'.repeat(4000), 'request.invalid'], ['nothing but what is not seen', '\u200b\u202e\ufeff\0', 'request.invalid'], ['a right-to-left override', 'gpj\u202eexe', 'gpjexe'],
    ['zero width', 'Ha\u200bna', 'Hana'], ['NUL and line ends', 'Ha\0na\r\nBcc: x', 'Ha na Bcc: x'], ['HTML, as text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'], ['half a character', 'A\ud800', 'A\ufffd'],
  ])('%s', async (_what, name, expected) => {
    expect(await rename(name)).toBe(expected);
  });
});

test('an API key lets nobody in, whoever it belongs to; it may shut out', async () => {
  const [user, shut] = [await server.account('user'), await server.account('user')];
  const byKey = (method: string, path: string, body?: object) => server.call(method, `/api/v1${path}`, { headers: owner.headers, ...(body ? { body } : {}) });
  await as(owner, 'POST', `/users/${shut.userId}/suspend`, {});
  const users = async () => ((await byKey('GET', '/users?limit=100')).body as { items: { id: string; role: string; state: string }[] }).items.map(({ id, role, state }) => ({ id, role, state }));
  const before = await users();
  const tries: [string, string, object?][] = [
    ['POST', '/users', { email: 'by-key@example.test', password: PASSWORD }], ['PUT', `/users/${user.userId}/role`, { role: 'admin' }], ['POST', `/users/${user.userId}/reset-link`],
    ['POST', `/users/${shut.userId}/unsuspend`], ['POST', `/users/${user.userId}/approve`], ['POST', '/invitations', {}], ['PUT', '/site/accounts', { signUpMode: 'closed' }],
  ];
  for (const [method, path, body] of tries) {
    const reply = await byKey(method, path, body);
    expect([path, reply.status, codeOf(reply)]).toEqual([path, 403, 'accounts.session-needed']);
  }
  expect(await users()).toEqual(before);
  expect((await byKey('GET', '/invitations')).body).toEqual({ items: [] });
  expect((await byKey('POST', `/users/${user.userId}/suspend`, {})).body).toMatchObject({ state: 'suspended' });
});
