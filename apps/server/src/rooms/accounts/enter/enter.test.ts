import { Me, type SignUpMode } from '@komawari/contract';
import { bootServer, heldClock, keptMailer, openBrowser, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const PASSWORD = 'seven pale lanterns';
const MINUTE_MS = 60_000;
const clock = heldClock(new Date());
const mailer = keptMailer();
let server: BootedServer;
let bare: BootedServer;
let owner: Account;
let bareOwner: Account;

beforeAll(async () => {
  [server, bare] = await Promise.all([bootServer({ clock, mailer }), bootServer({ clock, mailer: { delivers: false, send: (mail) => mailer.send(mail) } })]);
  [owner, bareOwner] = await Promise.all([server.account('owner'), bare.account('owner')]);
}, 60_000);
afterAll(() => Promise.all([server.close(), bare.close()]));

let count = 0;
const freshEmail = () => `person${(count += 1)}@example.test`;
const setMode = async (signUpMode: SignUpMode, on = server, by = owner) => on.call('PUT', '/api/v1/site/accounts', { headers: await by.browser(), body: { signUpMode } });
const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
const faceOf = (reply: { status: number; text: string }) => ({ status: reply.status, text: reply.text.replace(/"requestId":"[^"]+"/, '') });

/** An account that was made as people make it. */
async function joined(on = bare) {
  const email = freshEmail();
  await setMode('open', on, on === bare ? bareOwner : owner);
  const browser = openBrowser(on);
  const reply = await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD });
  if (on === server) expect((await browser.post('/sign-up/confirm', { token: await mailer.tokenFor(email) })).status).toBe(200);
  else expect(reply.status, reply.text).toBe(200);
  return { email, browser };
}

describe('signing up', () => {
  test('asks for an invitation until the owner chooses otherwise, and changes without a restart', async () => {
    const fresh = await bootServer({ clock, mailer });
    const body = { name: 'N', email: freshEmail(), password: PASSWORD };
    expect(codeOf(await openBrowser(fresh).post('/sign-up', body))).toBe('accounts.invitation-needed');
    expect((await fresh.call('GET', '/api/v1/me')).body).toMatchObject({ signUpMode: 'invitation', features: { needsOwner: true } });
    const by = await fresh.account('owner');
    await setMode('closed', fresh, by);
    expect(codeOf(await openBrowser(fresh).post('/sign-up', body))).toBe('accounts.sign-up-closed');
    await fresh.close();
  });

  test('without mail the account is there at once, its address unproved, and a taken one is told', async () => {
    const { email, browser } = await joined();
    expect(Me.parse((await browser.call('GET', '/me')).body)).toMatchObject({ kind: 'user', user: { email, isEmailVerified: false, role: 'user' }, features: { hasMailer: false } });
    expect(codeOf(await openBrowser(bare).post('/sign-up', { name: 'N', email, password: PASSWORD }))).toBe('accounts.email-taken');
  });

  test('with mail there is no account until the link is opened, and a known address answers the same', async () => {
    await setMode('open');
    const email = freshEmail();
    const browser = openBrowser(server);
    const first = await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD, language: 'ja' });
    expect(first.body).toMatchObject({ kind: 'anonymous', nextStep: 'check-mail' });
    expect(await server.app.client.db.selectFrom('user').select('id').where('email', '=', email).execute()).toEqual([]);
    const letter = await mailer.next(email);
    expect(letter.subject).toContain('ようこそ');
    const token = /token=([\w-]+)/.exec(letter.text)?.[1];
    const other = openBrowser(server);
    expect((await other.post('/sign-up/confirm', { token })).body, 'also in another browser').toMatchObject({ kind: 'user', user: { isEmailVerified: true, language: 'ja' } });
    expect(codeOf(await other.post('/sign-up/confirm', { token }))).toBe('accounts.link-used');
    const again = await openBrowser(server).post('/sign-up', { name: 'Other', email, password: PASSWORD, language: 'ja' });
    expect(faceOf(again)).toEqual(faceOf(first));
    expect((await mailer.next(email)).subject).toContain('すでに');
  });

  test('by approval one can sign in to see that one waits, and nothing else', async () => {
    await setMode('approval', bare, bareOwner);
    const browser = openBrowser(bare);
    const email = freshEmail();
    expect((await browser.post('/sign-up', { name: 'Waiting', email, password: PASSWORD })).body).toMatchObject({ kind: 'user', pendingApproval: true, permissions: [] });
    expect(codeOf(await browser.call('GET', '/comics'))).toBe('accounts.waiting');
    expect(codeOf(await browser.call('GET', '/sessions'))).toBe('accounts.waiting');
    const list = (await bare.call('GET', '/api/v1/users?state=pending', { headers: bareOwner.headers })).body as { items: { id: string; email: string }[] };
    const id = list.items.find((item) => item.email === email)?.id;
    expect((await bare.call('GET', '/api/v1/site/accounts', { headers: bareOwner.headers })).body).toMatchObject({ waiting: list.items.length });
    expect((await bare.call('POST', `/api/v1/users/${id}/approve`, { headers: await bareOwner.browser() })).body).toMatchObject({ state: 'active' });
    await expect.poll(async () => (await browser.call('GET', '/comics')).status).toBe(200);
    expect(codeOf(await bare.call('POST', `/api/v1/users/${id}/deny`, { headers: await bareOwner.browser() }))).toBe('accounts.not-waiting');
  });

  test('refuses passwords that are tried first, and the own words of the account', async () => {
    await setMode('open', bare, bareOwner);
    for (const password of ['password1234', 'qwertyuiop', 'aaaaaaaaaaaa', 'komawari2026', 'Hanakoo@example.test']) {
      expect(codeOf(await openBrowser(bare).post('/sign-up', { name: 'Hanako', email: 'hanakoo@example.test', password })), password).toBe('accounts.password-common');
    }
  });

  test('a guest\'s work goes over to the account', async () => {
    await setMode('open', bare, bareOwner);
    const guest = await bare.guest();
    const [, secret = ''] = (guest.headers['cookie'] ?? '').split('=');
    const browser = openBrowser(bare);
    browser.cookies.set('koma.guest', secret);
    await browser.post('/sign-up', { name: 'Was a guest', email: freshEmail(), password: PASSWORD });
    expect(browser.cookies.has('koma.guest')).toBe(false);
    const me = Me.parse((await browser.call('GET', '/me')).body);
    const claimed = await bare.app.client.db.selectFrom('guest').select('claimed_by').where('claimed_by', '=', `user:${me.user?.id}`).execute();
    expect(claimed).toHaveLength(1);
  });
});

describe('invitations', () => {
  const invite = async (body: object) => (await server.call('POST', '/api/v1/invitations', { headers: await owner.browser(), body })).body as { id: string; url: string; isMailed: boolean };
  const tokenIn = (url: string) => new URL(url).searchParams.get('invitation') ?? '';

  test('let in as often as they say, with their role, also when many come at once', async () => {
    const made = (await bare.call('POST', '/api/v1/invitations', { headers: await bareOwner.browser(), body: { role: 'moderator', maxUses: 3 } })).body as { url: string };
    await setMode('invitation', bare, bareOwner);
    const invitation = tokenIn(made.url);
    expect((await bare.call('POST', '/api/v1/invitations/check', { body: { token: invitation } })).body).toMatchObject({ role: 'moderator', email: null });
    const replies = await Promise.all(Array.from({ length: 7 }, () => openBrowser(bare).post('/sign-up', { name: 'N', email: freshEmail(), password: PASSWORD, invitation })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([200, 200, 200, ...Array<string>(4).fill('accounts.invitation-used-up')]);
    expect(replies.filter((reply) => reply.status === 200).every((reply) => Me.parse(reply.body).user?.role === 'moderator')).toBe(true);
  });

  test('are mailed to the one they name, hold for that address alone, end, and can be taken back', async () => {
    await setMode('invitation');
    const email = freshEmail();
    const named = await invite({ email, note: 'Come <b>in</b>' });
    expect(named.isMailed).toBe(true);
    const letter = await mailer.next(email);
    expect(letter.html).toContain('Come &#60;b&#62;in');
    expect(letter.text).toContain(named.url);
    const token = tokenIn(named.url);
    expect(codeOf(await openBrowser(server).post('/sign-up', { name: 'N', email: freshEmail(), password: PASSWORD, invitation: token }))).toBe('accounts.invitation-invalid');
    await server.call('DELETE', `/api/v1/invitations/${named.id}`, { headers: owner.headers });
    expect(codeOf(await server.call('POST', '/api/v1/invitations/check', { body: { token } }))).toBe('accounts.invitation-invalid');
    const short = await invite({ expiresInDays: 1 });
    clock.advance(86_400_001);
    expect(codeOf(await server.call('POST', '/api/v1/invitations/check', { body: { token: tokenIn(short.url) } }))).toBe('accounts.invitation-invalid');
    clock.advance(-86_400_001);
  });

  test('no secret of one is readable in the database', async () => {
    const { url } = await invite({});
    const rows = await server.app.client.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(tokenIn(url));
  });

  test('an admin invites no admins', async () => {
    const admin = await server.account('admin');
    expect((await server.call('POST', '/api/v1/invitations', { headers: await admin.browser(), body: { role: 'admin' } })).status).toBe(403);
  });
});

describe('a link for signing in', () => {
  test('works once, of many at once for exactly one, and a read of it uses nothing up', async () => {
    const { email } = await joined(server);
    await server.call('POST', '/api/v1/sign-in/link', { body: { email } });
    const token = await mailer.tokenFor(email);
    expect((await server.call('GET', `/sign-in/link?token=${token}`)).headers.getSetCookie(), 'a mail scanner opens every link').toEqual([]);
    const replies = await Promise.all(Array.from({ length: 8 }, () => openBrowser(server).post('/sign-in/link/use', { token })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([200, ...Array<string>(7).fill('accounts.link-used')]);
  });

  test('ends after a quarter of an hour', async () => {
    const { email } = await joined(server);
    await server.call('POST', '/api/v1/sign-in/link', { body: { email } });
    const token = await mailer.tokenFor(email);
    clock.advance(16 * MINUTE_MS);
    expect(codeOf(await server.call('POST', '/api/v1/sign-in/link/use', { body: { token } }))).toBe('accounts.link-expired');
    clock.advance(-16 * MINUTE_MS);
  });

  test('nobody learns whether there is an account, and no mailbox is flooded', async () => {
    const { email } = await joined(server);
    for (const path of ['/api/v1/sign-in/link', '/api/v1/password/reset']) {
      const known = await server.call('POST', path, { body: { email } });
      const unknown = await server.call('POST', path, { body: { email: freshEmail() } });
      expect(faceOf(unknown)).toEqual(faceOf(known));
    }
    const before = mailer.mails.filter((mail) => mail.to === email).length;
    for (let i = 0; i < 12; i += 1) await server.call('POST', '/api/v1/sign-in/link', { body: { email } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mailer.mails.filter((mail) => mail.to === email).length - before).toBeLessThanOrEqual(3);
  });
});

describe('a new password', () => {
  test('ends every session and every other link, and the old password', async () => {
    const { email, browser } = await joined(server);
    await server.call('POST', '/api/v1/sign-in/link', { body: { email } });
    const link = await mailer.tokenFor(email);
    await server.call('POST', '/api/v1/password/reset', { body: { email } });
    const token = await mailer.tokenFor(email);
    const fresh = openBrowser(server);
    expect(codeOf(await fresh.post('/password/reset/use', { token, password: 'password1234' }))).toBe('accounts.password-common');
    expect((await fresh.post('/password/reset/use', { token, password: 'eleven quiet rivers' })).body).toMatchObject({ kind: 'user' });
    expect(codeOf(await fresh.post('/password/reset/use', { token, password: 'eleven quiet rivers' }))).toBe('accounts.link-used');
    expect(codeOf(await fresh.post('/sign-in/link/use', { token: link }))).toBe('accounts.link-expired');
    await expect.poll(async () => (await browser.call('GET', '/me')).body).toMatchObject({ kind: 'anonymous' });
    expect((await openBrowser(server).post('/sign-in', { email, password: PASSWORD })).status).toBe(401);
    expect((await openBrowser(server).post('/sign-in', { email, password: 'eleven quiet rivers' })).status).toBe(200);
  });

  test('an admin can hand a link over where no mail goes out', async () => {
    const { email } = await joined();
    const list = (await bare.call('GET', `/api/v1/users?search=${email}`, { headers: bareOwner.headers })).body as { items: { id: string }[] };
    const made = (await bare.call('POST', `/api/v1/users/${list.items[0]?.id}/reset-link`, { headers: await bareOwner.browser() })).body as { url: string };
    const token = new URL(made.url).searchParams.get('token');
    expect((await openBrowser(bare).post('/password/reset/use', { token, password: 'eleven quiet rivers' })).status).toBe(200);
  });
});

describe('another e-mail', () => {
  test('is proved first, and the old address hears of it', async () => {
    const { email, browser } = await joined(server);
    const next = freshEmail();
    expect((await browser.call('PUT', '/account/email', { body: { email: next } })).body).toEqual({ isSent: true, email: next });
    expect((await browser.call('GET', '/me')).body).toMatchObject({ user: { email } });
    const token = await mailer.tokenFor(next);
    const replies = await Promise.all([1, 2, 3].map(() => server.call('POST', '/api/v1/email/confirm', { body: { token } })));
    expect(replies.map((reply) => codeOf(reply) ?? reply.status).sort()).toEqual([200, 'accounts.link-used', 'accounts.link-used']);
    await expect.poll(async () => (await browser.call('GET', '/me')).body).toMatchObject({ user: { email: next, isEmailVerified: true } });
    const notice = mailer.mails.findLast((mail) => mail.to === email);
    expect(notice?.text).toContain(next);
  });

  test('that is taken is not told, and its owner is the one who hears', async () => {
    const [{ email: taken }, { browser }] = [await joined(server), await joined(server)];
    expect((await browser.call('PUT', '/account/email', { body: { email: taken } })).body).toEqual({ isSent: true, email: taken });
    expect((await mailer.next(taken)).subject).toContain('already');
  });
});

describe('wrong guesses', () => {
  beforeEach(() => { clock.advance(2 * 86_400_000); });

  test('make the account rest, longer each time, whether it exists or not; the right password does not help meanwhile', async () => {
    const { email } = await joined();
    const guess = (address: string, password = 'wrong wrong wrong') => openBrowser(bare).post('/sign-in', { email: address, password });
    for (const address of [email, freshEmail()]) {
      const replies = await Promise.all(Array.from({ length: 20 }, () => guess(address)));
      expect(replies.filter((reply) => codeOf(reply) === 'accounts.wrong-credentials'), 'many at once are all counted').toHaveLength(5);
      expect(replies.filter((reply) => codeOf(reply) === 'accounts.locked')).toHaveLength(15);
      clock.advance(3_700_000);
    }
    clock.advance(-3_700_000);
    clock.advance(2 * 86_400_000);
    for (let i = 0; i < 5; i += 1) await guess(email);
    expect(codeOf(await guess(email, PASSWORD))).toBe('accounts.locked');
    clock.advance(16_000);
    expect(codeOf(await guess(email))).toBe('accounts.wrong-credentials');
    clock.advance(16_000);
    expect(codeOf(await guess(email, PASSWORD)), 'twice as long').toBe('accounts.locked');
    clock.advance(16_000);
    expect((await guess(email, PASSWORD)).status).toBe(200);
  });
});
