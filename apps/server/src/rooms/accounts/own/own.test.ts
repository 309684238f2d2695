import { Me } from '@komawari/contract';
import { bootServer, eventually, heldClock, keptMailer, openBrowser, type BootedServer, type Browser } from '@komawari/testkit';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tidyAccounts } from '../chores.ts';
import { safePath, zipFiles } from './zip-files.ts';

const PASSWORD = 'seven pale lanterns';
const DAY_MS = 86_400_000;
const clock = heldClock(new Date());
const letters = keptMailer();
let server: BootedServer;
let count = 0;
const removedOwners: string[] = [];

beforeAll(async () => {
  server = await bootServer({ clock, hasWorker: true, config: { signUp: 'open' }, mailer: { delivers: false, send: (mail) => letters.send(mail) } });
  server.app.works.register({
    kind: 'poem', claim: async () => 0, namedObjects: async () => [],
    async *exportOwn({ owner }) { yield { path: 'poems/../../etc/one:two.txt', bytes: new TextEncoder().encode(`a poem of ${owner}`) }; },
    removeOwn: async (_tx, owner) => { removedOwners.push(owner); },
  });
}, 60_000);
afterAll(() => server.close());

const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code;
async function joined(): Promise<{ browser: Browser; email: string; id: string }> {
  const email = `own${(count += 1)}@example.test`;
  const browser = openBrowser(server);
  const me = Me.parse((await browser.post('/sign-up', { name: 'Ren', email, password: PASSWORD })).body);
  return { browser, email, id: me.user?.id ?? '' };
}

describe('the profile', () => {
  test('keeps what is left out, and gives back to the browser what is null', async () => {
    const { browser } = await joined();
    await browser.call('PATCH', '/account', { body: { language: 'ja', theme: 'dark', timeZone: 'Asia/Tokyo', notices: { news: true } } });
    expect((await browser.call('PATCH', '/account', { body: { name: '  蓮  ', timeZone: null } })).body).toMatchObject({ user: { name: '蓮', language: 'ja', theme: 'dark', timeZone: null, notices: { workDone: true, news: true } } });
  });

  test.each([{ timeZone: 'Mars/Olympus' }, { theme: 'neon' }, { language: 'tlh' }, { role: 'owner' }, { notices: { spam: true } }, { name: '' }])('%j is refused', async (body) => {
    const { browser } = await joined();
    expect(codeOf(await browser.call('PATCH', '/account', { body }))).toBe('request.invalid');
  });
});

describe('the picture', () => {
  const photo = () => sharp({ create: { width: 900, height: 600, channels: 3, background: '#c33' } }).withExif({ IFD0: { Artist: 'A secret person' } }).jpeg().toBuffer();
  const put = (browser: Browser, bytes: Uint8Array, type = 'image/jpeg') => browser.call('PUT', '/account/avatar', { raw: { type, bytes } });

  test('becomes a square of our own, without what the file told, and goes when it is taken off', async () => {
    const { browser } = await joined();
    const reply = await put(browser, await photo());
    expect(reply.status, reply.text).toBe(200);
    const avatar = Me.parse(reply.body).user?.avatar ?? '';
    const shown = await server.call('GET', avatar);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('content-security-policy')).toContain('default-src \'none\'');
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ width: 512, height: 512 });
    expect(Buffer.from(shown.bytes).includes('A secret person')).toBe(false);
    await browser.call('DELETE', '/account/avatar');
    expect((await server.call('GET', avatar)).status).toBe(404);
  });

  test('what is no photograph, lies about itself, is broken or too large is refused, and nothing ends', async () => {
    const { browser } = await joined();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>');
    expect(codeOf(await put(browser, svg, 'image/png'))).toBe('accounts.picture-unreadable');
    expect(codeOf(await put(browser, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), svg]), 'image/png'))).toBe('accounts.picture-unreadable');
    expect(codeOf(await put(browser, (await photo()).subarray(0, 1200)))).toBe('accounts.picture-unreadable');
    expect(codeOf(await put(browser, new Uint8Array(), 'image/png'))).toMatch(/^(accounts\.picture-unreadable|request\.)/);
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer();
    expect(codeOf(await put(browser, bomb, 'image/png'))).toBe('accounts.picture-too-large');
    expect(codeOf(await put(browser, new Uint8Array(10_000_001), 'image/png'))).toBe('request.too-large');
    expect(codeOf(await put(browser, await photo(), 'image/svg+xml'))).toBe('request.media-type');
    expect((await browser.call('GET', '/me')).status).toBe(200);
  }, 30_000);
});

describe('the export', () => {
  test('packs the account and what every room gives, for its owner alone, and ends after a week', async () => {
    const { browser, email, id } = await joined();
    const started = (await browser.post('/account/exports')).body as { id: string };
    const again = await browser.post('/account/exports');
    expect([202, 409]).toContain(again.status);
    const done = await eventually('the export is done', async () => {
      const { items } = (await browser.call('GET', '/account/exports')).body as { items: { id: string; state: string; sizeBytes: number | null }[] };
      return items.find((item) => item.id === started.id && item.state === 'done');
    });
    const file = await browser.call('GET', `/account/exports/${done.id}/file`);
    expect(file.headers.get('content-type')).toBe('application/zip');
    expect(file.bytes.byteLength).toBe(done.sizeBytes);
    const files = unzipSync(file.bytes);
    expect(Object.keys(files).sort()).toEqual(['account/account.json', 'poems/etc/one_two.txt']);
    const account = new TextDecoder().decode(files['account/account.json']);
    expect(JSON.parse(account)).toMatchObject({ id, email, sessions: [{ method: 'sign-up' }] });
    expect(account).not.toMatch(/hash|argon2|secret/i);
    expect((await (await joined()).browser.call('GET', `/account/exports/${done.id}/file`)).status).toBe(404);
    clock.advance(8 * DAY_MS);
    expect((await browser.call('GET', `/account/exports/${done.id}/file`)).status).toBe(404);
  });

  test('no path leaves its folder, and no two files have one name', async () => {
    expect(safePath('../../a/..\\b\0/con?.txt')).toBe('a/_b_/con_.txt');
    async function* files() {
      yield { path: 'a.txt', bytes: new Uint8Array([1]) };
      yield { path: 'A.txt', bytes: new Uint8Array([2]) };
    }
    expect(Object.keys(unzipSync(await zipFiles(files(), { now: new Date(), signal: new AbortController().signal })))).toEqual(['a.txt', 'A-2.txt']);
  });
});

describe('the deletion', () => {
  const ask = (browser: Browser) => browser.post('/account/deletion');

  test('wants a confirmation, ends every session, and is cancelled by signing in', async () => {
    const { browser, email } = await joined();
    clock.advance(16 * 60_000);
    expect(codeOf(await ask(browser))).toBe('accounts.confirm-needed');
    await browser.post('/account/confirm', { password: PASSWORD });
    const asked = await eventually('the confirmation counts', async () => { const reply = await ask(browser); return reply.status === 200 && reply; });
    expect(Date.parse((asked.body as { deletionAt: string }).deletionAt) - clock.now().getTime()).toBe(14 * DAY_MS);
    await expect.poll(async () => (await browser.call('GET', '/me')).body).toMatchObject({ kind: 'anonymous' });
    clock.advance(13 * DAY_MS);
    await tidyAccounts.run(server.app, new AbortController().signal);
    const back = openBrowser(server);
    expect((await back.post('/sign-in', { email, password: PASSWORD })).body).toMatchObject({ kind: 'user', notice: 'deletion-cancelled' });
    clock.advance(2 * DAY_MS);
    await tidyAccounts.run(server.app, new AbortController().signal);
    expect((await back.call('GET', '/me')).body).toMatchObject({ kind: 'user' });
    expect((await letters.next(email)).text).toContain('deleted');
  });

  test('after its time removes the account, what the rooms keep, and everything that names it', async () => {
    const { browser, email, id } = await joined();
    expect((await ask(browser)).status).toBe(200);
    clock.advance(14 * DAY_MS + 1000);
    await Promise.all([1, 2, 3].map(() => tidyAccounts.run(server.app, new AbortController().signal)));
    expect(removedOwners.filter((owner) => owner === `user:${id}`)).toEqual([`user:${id}`]);
    expect(codeOf(await openBrowser(server).post('/sign-in', { email, password: PASSWORD }))).toBe('accounts.wrong-credentials');
    const { db } = server.app.client;
    for (const table of ['user', 'session', 'one_time_token', 'stream', 'audit'] as const) expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(email);
    expect((await openBrowser(server).post('/sign-up', { name: 'New', email, password: PASSWORD })).status, 'the address is free').toBe(200);
  });

  test('the last owner stays', async () => {
    const link = await server.welcomeLink();
    const browser = openBrowser(server);
    expect((await browser.post('/welcome', { token: new URL(link ?? '').searchParams.get('token'), name: 'Hana', email: 'hana-owner@example.test', password: PASSWORD })).status).toBe(200);
    expect(codeOf(await ask(browser))).toBe('accounts.last-owner');
  });
});
