import { bootServer, fakeAuthenticator, heldClock, openBrowser, type BootedServer, type Browser, type Claims } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ORIGIN = 'https://comics.example.test';
const PASSWORD = 'seven pale lanterns';
const clock = heldClock(new Date());
let server: BootedServer;
let count = 0;

beforeAll(async () => { server = await bootServer({ clock, config: { publicUrl: ORIGIN, signUp: 'open' } }); }, 60_000);
afterAll(() => server.close());

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
type Ceremony = { challengeId: string; options: Record<string, unknown> };

/** A browser at the public address: undici sends no Host of our choice, so the test's server is asked through a proxy header-free call with one. */
const atSite = () => openBrowser({ call: (method, path, options) => callWithHost(method, path, options) });

async function callWithHost(method: string, path: string, options: Parameters<BootedServer['call']>[2] = {}) {
  const reply = await server.server.inject({
    method: method as 'GET', url: path, headers: { host: 'comics.example.test', 'x-forwarded-for': '203.0.113.7', ...(options.body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
    ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }),
  });
  const headers = new Headers();
  for (const value of [reply.headers['set-cookie'] ?? []].flat()) headers.append('set-cookie', value);
  return { status: reply.statusCode, text: reply.body, bytes: reply.rawPayload, headers, body: reply.json() as unknown };
}

async function joined(): Promise<{ browser: Browser; email: string }> {
  const email = `key${(count += 1)}@example.test`;
  const browser = atSite();
  expect((await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD })).status).toBe(200);
  return { browser, email };
}

async function add(browser: Browser, device: ReturnType<typeof fakeAuthenticator>, name = 'My key', change?: Claims) {
  const { challengeId, options } = (await browser.post('/passkeys/options')).body as Ceremony;
  const answer = device.create(options, change);
  return { challengeId, answer, reply: await browser.post('/passkeys', { challengeId, name, answer }) };
}

async function signIn(browser: Browser, device: ReturnType<typeof fakeAuthenticator>, change?: Claims) {
  const { challengeId, options } = (await browser.post('/sign-in/passkey/options')).body as Ceremony;
  const answer = device.get(options, change);
  return { challengeId, answer, reply: await browser.post('/sign-in/passkey', { challengeId, answer }) };
}

describe('passkeys', () => {
  test('several are added, named, renamed, sign in without a name typed, and are removed', async () => {
    const { browser, email } = await joined();
    const [phone, stick] = [fakeAuthenticator(ORIGIN, 'comics.example.test'), fakeAuthenticator(ORIGIN, 'comics.example.test')];
    const first = (await add(browser, phone, 'Phone')).reply;
    expect(first.status, first.text).toBe(201);
    clock.advance(1);
    const second = (await add(browser, stick, 'Stick\u202e')).reply.body as { id: string; name: string };
    expect(second.name, 'what turns the writing is gone').toBe('Stick');
    await browser.call('PATCH', `/passkeys/${second.id}`, { body: { name: 'Drawer' } });
    expect(((await browser.call('GET', '/passkeys')).body as { items: { name: string }[] }).items.map((item) => item.name)).toEqual(['Phone', 'Drawer']);
    const fresh = atSite();
    expect((await signIn(fresh, phone)).reply.body).toMatchObject({ kind: 'user', nextStep: null, user: { email, passkeys: 2 } });
    expect((await browser.call('DELETE', `/passkeys/${second.id}`)).body).toEqual({ isDone: true });
    expect(codeOf((await signIn(atSite(), stick)).reply)).toBe('accounts.passkey-failed');
  });

  test('an answer that was caught is not taken a second time, nor with the challenge of another step', async () => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    const caught = await signIn(atSite(), device);
    expect(caught.reply.status).toBe(200);
    expect(codeOf(await atSite().post('/sign-in/passkey', { challengeId: caught.challengeId, answer: caught.answer }))).toBe('accounts.passkey-over');
    const next = (await atSite().post('/sign-in/passkey/options')).body as Ceremony;
    expect(codeOf(await atSite().post('/sign-in/passkey', { challengeId: next.challengeId, answer: caught.answer }))).toBe('accounts.passkey-failed');
    const registration = (await browser.post('/passkeys/options')).body as Ceremony;
    expect(codeOf(await atSite().post('/sign-in/passkey', { challengeId: registration.challengeId, answer: device.get(registration.options) }))).toBe('accounts.passkey-over');
  });

  test('of many answers to one challenge, of one device or of several, one is added', async () => {
    const { browser } = await joined();
    const devices = Array.from({ length: 4 }, () => fakeAuthenticator(ORIGIN, 'comics.example.test'));
    const one = (await browser.post('/passkeys/options')).body as Ceremony;
    const same = devices[0]!.create(one.options);
    const replies = await Promise.all([same, same, ...devices.slice(1).map((device) => device.create(one.options))].map((answer) => browser.post('/passkeys', { challengeId: one.challengeId, name: 'K', answer })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([201, ...Array<string>(4).fill('accounts.passkey-over')]);
    expect(((await browser.call('GET', '/passkeys')).body as { items: unknown[] }).items).toHaveLength(1);
    expect(codeOf(await browser.post('/passkeys', { challengeId: one.challengeId, name: 'K', answer: same })), 'later as well').toBe('accounts.passkey-over');
  });

  test('a challenge that is over is refused: adding, confirming after five minutes, signing in after ten', async () => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    const adding = (await browser.post('/passkeys/options')).body as Ceremony;
    const confirming = (await browser.post('/account/confirm/passkey/options')).body as Ceremony;
    const entering = (await atSite().post('/sign-in/passkey/options')).body as Ceremony;
    clock.advance(5 * 60_000 + 1);
    expect(codeOf(await browser.post('/passkeys', { challengeId: adding.challengeId, name: 'K', answer: fakeAuthenticator(ORIGIN, 'comics.example.test').create(adding.options) }))).toBe('accounts.passkey-over');
    expect(codeOf(await browser.post('/account/confirm/passkey', { challengeId: confirming.challengeId, answer: device.get(confirming.options) }))).toBe('accounts.passkey-over');
    clock.advance(5 * 60_000);
    expect(codeOf(await atSite().post('/sign-in/passkey', { challengeId: entering.challengeId, answer: device.get(entering.options) }))).toBe('accounts.passkey-over');
  });

  test('of a device and its copy that show one count at the same moment one gets in', async () => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    const asked = await Promise.all(Array.from({ length: 4 }, async () => (await atSite().post('/sign-in/passkey/options')).body as Ceremony));
    const replies = await Promise.all(asked.map(({ challengeId, options }) => atSite().post('/sign-in/passkey', { challengeId, answer: device.get(options, { counter: 7 }) })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([200, ...Array<string>(3).fill('accounts.passkey-failed')]);
  });

  test('removed in two tabs at once it is gone once; renamed meanwhile it is missing, never a fault', async () => {
    const { browser } = await joined();
    const { id } = (await add(browser, fakeAuthenticator(ORIGIN, 'comics.example.test'))).reply.body as { id: string };
    const replies = await Promise.all([browser.call('DELETE', `/passkeys/${id}`), browser.call('DELETE', `/passkeys/${id}`), browser.call('PATCH', `/passkeys/${id}`, { body: { name: 'N' } })]);
    expect(replies.slice(0, 2).map((reply) => reply.status).sort()).toEqual([200, 404]);
    expect([200, 404]).toContain(replies[2]?.status);
  });

  test('of many who show one answer at once exactly one gets in', async () => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    const { challengeId, options } = (await atSite().post('/sign-in/passkey/options')).body as Ceremony;
    const answer = device.get(options);
    const replies = await Promise.all(Array.from({ length: 6 }, () => atSite().post('/sign-in/passkey', { challengeId, answer })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([200, ...Array<string>(5).fill('accounts.passkey-over')]);
  });

  test.each<[string, Claims]>([
    ['another origin', { origin: 'https://evil.example' }], ['another challenge', { challenge: 'bm90LW91cnM' }], ['a person who was not verified', { isVerified: false }],
  ])('%s is refused, when adding and when signing in', async (_name, change) => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    expect(codeOf((await add(browser, device, 'Bad', change)).reply)).toBe('accounts.passkey-failed');
    const good = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, good);
    expect(codeOf((await signIn(atSite(), good, change)).reply)).toBe('accounts.passkey-failed');
  });

  test('a counter that goes back is a copy, and refused', async () => {
    const { browser } = await joined();
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    expect((await signIn(atSite(), device, { counter: 9 })).reply.status).toBe(200);
    expect(codeOf((await signIn(atSite(), device, { counter: 9 })).reply)).toBe('accounts.passkey-failed');
  });

  test('confirm dangerous changes, for their owner alone', async () => {
    const [{ browser }, stranger] = [await joined(), await joined()];
    const device = fakeAuthenticator(ORIGIN, 'comics.example.test');
    await add(browser, device);
    clock.advance(16 * 60_000);
    expect(codeOf(await browser.call('PUT', '/account/password', { body: { password: 'eleven quiet rivers' } }))).toBe('accounts.confirm-needed');
    const foreign = (await stranger.browser.post('/account/confirm/passkey/options')).body as Ceremony;
    expect(codeOf(await stranger.browser.post('/account/confirm/passkey', { challengeId: foreign.challengeId, answer: device.get({ ...foreign.options, allowCredentials: [] }) }))).toBe('accounts.passkey-failed');
    const { challengeId, options } = (await browser.post('/account/confirm/passkey/options')).body as Ceremony;
    expect((await browser.post('/account/confirm/passkey', { challengeId, answer: device.get(options) })).status).toBe(200);
    await expect.poll(async () => (await browser.call('PUT', '/account/password', { body: { password: 'eleven quiet rivers' } })).status).toBe(200);
  });

  test('another\'s is neither renamed nor removed', async () => {
    const [{ browser }, stranger] = [await joined(), await joined()];
    const { id } = (await add(browser, fakeAuthenticator(ORIGIN, 'comics.example.test'))).reply.body as { id: string };
    expect((await stranger.browser.call('PATCH', `/passkeys/${id}`, { body: { name: 'Mine' } })).status).toBe(404);
    expect((await stranger.browser.call('DELETE', `/passkeys/${id}`)).status).toBe(404);
  });

  test('where browsers have none it is said', async () => {
    expect(codeOf(await openBrowser(server).post('/sign-in/passkey/options'))).toBe('accounts.passkeys-insecure');
    expect((await openBrowser(server).call('GET', '/me')).body).toMatchObject({ features: { passkeys: false } });
    expect((await atSite().call('GET', '/me')).body).toMatchObject({ features: { passkeys: true } });
  });
});

test('on HTTPS the cookies belong to this host alone', async () => {
  const { browser } = await joined();
  expect([...browser.cookies.keys()]).toEqual(['__Host-koma.session_token']);
  const reply = await callWithHost('POST', '/api/v1/sign-in', { body: { email: `key${count}@example.test`, password: PASSWORD } });
  expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-koma\.session_token=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/);
});
