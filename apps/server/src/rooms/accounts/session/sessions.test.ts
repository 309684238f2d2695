import { createHash } from 'node:crypto';
import { Me } from '@komawari/contract';
import { bootServer, heldClock, openBrowser, type BootedServer, type Browser } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deviceOf } from './device.ts';

const PASSWORD = 'seven pale lanterns';
const DAY_MS = 86_400_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const clock = heldClock(new Date());
let server: BootedServer;
let count = 0;

beforeAll(async () => { server = await bootServer({ clock, config: { signUp: 'open' } }); }, 60_000);
afterAll(() => server.close());

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
const kindOf = async (browser: Browser) => Me.parse((await browser.call('GET', '/me')).body).kind;
const tokenOf = (browser: Browser) => browser.cookies.get('koma.session_token') ?? '';

async function joined(userAgent = FIREFOX): Promise<{ browser: Browser; email: string }> {
  const email = `session${(count += 1)}@example.test`;
  const browser = openBrowser(server, { 'user-agent': userAgent });
  await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD });
  return { browser, email };
}

async function signedIn(email: string, userAgent = PHONE): Promise<Browser> {
  const browser = openBrowser(server, { 'user-agent': userAgent });
  expect((await browser.post('/sign-in', { email, password: PASSWORD })).status).toBe(200);
  return browser;
}

describe('sessions', () => {
  test('are kept as hashes alone', async () => {
    const { browser } = await joined();
    const rows = await server.app.client.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(tokenOf(browser));
    expect(rows.map((row) => row.token_hash)).toContain(createHash('sha256').update(tokenOf(browser)).digest('hex'));
  });

  test('are listed with device and address, and ended one by one or all but one\'s own', async () => {
    const { browser, email } = await joined();
    const [phone, tablet, other] = [await signedIn(email), await signedIn(email), await signedIn(email)];
    const { items } = (await browser.call('GET', '/sessions')).body as { items: { id: string; isCurrent: boolean; address: string; device: object }[] };
    expect(items[0]).toMatchObject({ isCurrent: true, device: { kind: 'computer', browser: 'Firefox', system: 'Linux' } });
    expect(items[1]).toMatchObject({ isCurrent: false, device: { kind: 'phone', browser: 'Safari', system: 'iOS' } });
    expect(items[1]?.address).toMatch(/127\.0\.0\.1|::1/);
    const mine = ((await phone.call('GET', '/sessions')).body as { items: { id: string }[] }).items[0]?.id;
    const stranger = await joined();
    expect((await stranger.browser.call('DELETE', `/sessions/${mine}`)).status).toBe(404);
    expect((await browser.call('DELETE', `/sessions/${mine}`)).status).toBe(200);
    await expect.poll(() => kindOf(phone)).toBe('anonymous');
    expect(await kindOf(tablet)).toBe('user');
    expect((await browser.post('/sessions/end-others')).body).toEqual({ count: 2 });
    await expect.poll(() => kindOf(other)).toBe('anonymous');
    expect(await kindOf(browser)).toBe('user');
  });

  test('change their token once a day; the one before is honoured until the new one is seen', async () => {
    const { browser } = await joined();
    const first = tokenOf(browser);
    await browser.call('GET', '/me');
    expect(tokenOf(browser)).toBe(first);
    clock.advance(DAY_MS + 1000);
    const lost = openBrowser(server);
    lost.cookies.set('koma.session_token', first);
    await lost.call('GET', '/me');
    const second = tokenOf(lost);
    expect(second).not.toBe(first);
    await expect.poll(() => kindOf(browser), { message: 'the answer was lost: the old token still works' }).toBe('user');
    expect(tokenOf(browser), 'and is not changed again at once').toBe(first);
    clock.advance(61_000);
    await browser.call('GET', '/me');
    const third = tokenOf(browser);
    expect(third, 'later it gets one of its own').not.toBe(first);
    await browser.call('GET', '/me');
    const old = openBrowser(server);
    old.cookies.set('koma.session_token', first);
    await expect.poll(() => kindOf(old)).toBe('anonymous');
    const replaced = openBrowser(server);
    replaced.cookies.set('koma.session_token', second);
    await expect.poll(() => kindOf(replaced)).toBe('anonymous');
    expect(await kindOf(browser)).toBe('user');
  });

  test('a token that was planted before is worth nothing after', async () => {
    const [{ browser: attacker }, victim] = [await joined(), await joined()];
    const planted = tokenOf(attacker);
    const browser = openBrowser(server);
    browser.cookies.set('koma.session_token', planted);
    await browser.post('/sign-in', { email: victim.email, password: PASSWORD });
    expect(tokenOf(browser)).not.toBe(planted);
    await expect.poll(() => kindOf(attacker)).toBe('anonymous');
    const made = openBrowser(server);
    made.cookies.set('koma.session_token', 'a-token-of-my-own-choice-0123456789abcdefgh');
    await made.post('/sign-in', { email: victim.email, password: PASSWORD });
    expect(tokenOf(made)).not.toContain('of-my-own-choice');
  });

  test('are not opened or used by other sites', async () => {
    const { browser, email } = await joined();
    const evil = { origin: 'https://evil.example' };
    expect(codeOf(await openBrowser(server).post('/sign-in', { email, password: PASSWORD }, evil))).toBe('request.foreign-origin');
    for (const [method, path] of [['POST', '/sessions/end-others'], ['PATCH', '/account'], ['POST', '/account/deletion'], ['POST', '/two-factor/off']] as const) {
      expect(codeOf(await browser.call(method, path, { body: {}, headers: evil })), path).toBe('request.foreign-origin');
      expect(codeOf(await browser.call(method, path, { body: {}, headers: { 'sec-fetch-site': 'cross-site' } })), path).toBe('request.foreign-origin');
    }
  });

  test('an API key is no session', async () => {
    const { headers } = await server.account('owner');
    for (const [method, path] of [['GET', '/sessions'], ['PUT', '/account/password'], ['POST', '/account/deletion'], ['POST', '/two-factor/start']] as const) {
      expect(codeOf(await server.call(method, `/api/v1${path}`, { headers, body: method === 'GET' ? undefined : { password: 'eleven quiet rivers' } })), path).toBe('accounts.session-needed');
    }
  });
});

test('a browser is named by what it says, and nothing else of it is shown', async () => {
  expect(await deviceOf(PHONE)).toEqual({ kind: 'phone', browser: 'Safari', system: 'iOS' });
  expect(await deviceOf(null)).toEqual({ kind: 'other', browser: null, system: null });
  for (const hostile of ['<script>alert(1)</script>/1.0', 'x'.repeat(400), '\u202eevil/1', '()(((((((('.repeat(40)]) {
    expect(JSON.stringify(await deviceOf(hostile))).not.toMatch(/[<>\u202e]/);
  }
});
