import { bootServer, heldClock, openBrowser, type BootedServer, type Browser } from '@komawari/testkit';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const PASSWORD = 'seven pale lanterns';
const PERIOD_MS = 30_000;
const clock = heldClock(new Date());
let server: BootedServer;
let count = 0;

beforeAll(async () => { server = await bootServer({ clock, config: { signUp: 'open' } }); }, 60_000);
afterAll(() => server.close());
beforeEach(() => { clock.advance(2 * 86_400_000); });

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
const codeNow = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });

async function guarded(): Promise<{ browser: Browser; email: string; secret: string; recoveryCodes: string[] }> {
  const email = `totp${(count += 1)}@example.test`;
  const browser = openBrowser(server);
  await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD });
  const { secret, uri, qrSvg } = (await browser.post('/two-factor/start')).body as { secret: string; uri: string; qrSvg: string };
  expect(uri).toContain(`secret=${secret}`);
  expect(qrSvg).toMatch(/^<svg/);
  const on = await browser.post('/two-factor/on', { code: codeNow(secret) });
  expect(on.status, on.text).toBe(200);
  clock.advance(PERIOD_MS);
  return { browser, email, secret, ...(on.body as { recoveryCodes: string[] }) };
}

async function firstStep(email: string): Promise<Browser> {
  const browser = openBrowser(server);
  const reply = await browser.post('/sign-in', { email, password: PASSWORD });
  expect(reply.body).toMatchObject({ kind: 'anonymous', nextStep: 'second-factor' });
  return browser;
}

describe('the second factor', () => {
  test('is asked for after the password, also after a reload, and lets in once per code', async () => {
    const { email, secret } = await guarded();
    const browser = await firstStep(email);
    expect((await browser.call('GET', '/me')).body).toMatchObject({ kind: 'anonymous', nextStep: 'second-factor' });
    expect((await browser.call('GET', '/comics')).status, 'half a sign-in opens nothing').toBe(401);
    const code = codeNow(secret);
    expect((await browser.post('/sign-in/second-factor', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).body).toMatchObject({ kind: 'user', user: { twoFactor: true } });
    expect(browser.cookies.has('koma.second_step')).toBe(false);
    const other = await firstStep(email);
    expect(codeOf(await other.post('/sign-in/second-factor', { code })), 'a code that was seen is no code').toBe('accounts.code-used');
    clock.advance(PERIOD_MS);
    expect((await other.post('/sign-in/second-factor', { code: codeNow(secret) })).status).toBe(200);
  });

  test('of one code shown many times at once, one gets in', async () => {
    const { email, secret } = await guarded();
    const browsers = await Promise.all([1, 2, 3, 4].map(() => firstStep(email)));
    const replies = await Promise.all(browsers.map((browser) => browser.post('/sign-in/second-factor', { code: codeNow(secret) })));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  });

  test('guessing stops after a few, whatever the number of browsers', async () => {
    const { email, secret } = await guarded();
    const browsers = await Promise.all([1, 2, 3].map(() => firstStep(email)));
    const replies = await Promise.all(Array.from({ length: 30 }, (_, i) => browsers[i % 3]?.post('/sign-in/second-factor', { code: String(100_000 + i) })));
    expect(replies.filter((reply) => reply && codeOf(reply) === 'accounts.wrong-code').length).toBeLessThanOrEqual(5);
    expect(replies.filter((reply) => reply && codeOf(reply) === 'accounts.locked').length).toBeGreaterThanOrEqual(25);
    expect(codeOf(await (browsers[0] as Browser).post('/sign-in/second-factor', { code: codeNow(secret) }))).toBe('accounts.locked');
  });

  test('recovery codes work once each, in any spelling, and run out', async () => {
    const { browser, email, recoveryCodes } = await guarded();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ''] = recoveryCodes;
    expect((await (await firstStep(email)).post('/sign-in/second-factor', { code: code.toUpperCase().replace('-', ' ') })).status).toBe(200);
    expect(codeOf(await (await firstStep(email)).post('/sign-in/second-factor', { code }))).toBe('accounts.code-used');
    expect((await browser.call('GET', '/two-factor')).body).toMatchObject({ isOn: true, recoveryCodesLeft: 9 });
    const renewed = (await browser.post('/two-factor/recovery-codes')).body as { recoveryCodes: string[] };
    expect(codeOf(await (await firstStep(email)).post('/sign-in/second-factor', { code: recoveryCodes[1] }))).toBe('accounts.wrong-code');
    expect((await (await firstStep(email)).post('/sign-in/second-factor', { code: renewed.recoveryCodes[0] })).status).toBe(200);
  });

  test('the first step ends after ten minutes, and with a new password', async () => {
    const { email, secret, browser } = await guarded();
    const late = await firstStep(email);
    clock.advance(11 * 60_000);
    expect(codeOf(await late.post('/sign-in/second-factor', { code: codeNow(secret) }))).toBe('accounts.second-factor-over');
    const early = await firstStep(email);
    await browser.post('/account/confirm', { password: PASSWORD });
    await expect.poll(async () => (await browser.call('PUT', '/account/password', { body: { password: 'eleven quiet rivers' } })).status).toBe(200);
    expect(codeOf(await early.post('/sign-in/second-factor', { code: codeNow(secret) }))).toBe('accounts.second-factor-over');
  });

  test('its secret is sealed in the database, for its owner alone', async () => {
    const [first, second] = [await guarded(), await guarded()];
    const rows = await server.app.client.db.selectFrom('totp').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(first.secret);
    const idOf = async (email: string) => (await server.app.client.db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
    const [from, to] = [await idOf(first.email), await idOf(second.email)];
    const sealed = rows.find((row) => row.user_id === from)?.secret ?? '';
    await server.app.client.db.updateTable('totp').set({ secret: sealed }).where('user_id', '=', to).execute();
    expect((await (await firstStep(second.email)).post('/sign-in/second-factor', { code: codeNow(first.secret) })).status, 'a copied secret opens nothing').toBe(500);
  });

  test('is turned off only by somebody who has just shown who they are', async () => {
    const { browser, email } = await guarded();
    clock.advance(16 * 60_000);
    expect(codeOf(await browser.post('/two-factor/off'))).toBe('accounts.confirm-needed');
    expect(codeOf(await browser.post('/account/confirm', { password: 'wrong wrong wrong' }))).toBe('accounts.wrong-password');
    await browser.post('/account/confirm', { password: PASSWORD });
    await expect.poll(async () => (await browser.post('/two-factor/off')).status).toBe(200);
    expect((await openBrowser(server).post('/sign-in', { email, password: PASSWORD })).body).toMatchObject({ kind: 'user' });
  });

  test('what is not set up is not turned on', async () => {
    const browser = openBrowser(server);
    await browser.post('/sign-up', { name: 'N', email: 'none@example.test', password: PASSWORD });
    expect(codeOf(await browser.post('/two-factor/on', { code: '123456' }))).toBe('accounts.two-factor-off');
    await browser.post('/two-factor/start');
    expect(codeOf(await browser.post('/two-factor/on', { code: '000000' }))).toBe('accounts.wrong-code');
    expect((await openBrowser(server).post('/sign-in', { email: 'none@example.test', password: PASSWORD })).body, 'not proved, not asked for').toMatchObject({ kind: 'user' });
  });
});
