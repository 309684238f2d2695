import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digitsOf } from './testing/digits-of.ts';
import { beginJourney, OWNER, PATIENCE_MS, welcomeToken, type Journey } from './testing/journey.ts';

const PASSWORD = 'seven pale lanterns';

describe('accounts', () => {
  let journey: Journey;
  let site: string;
  let page: Page;
  const openVisitor = () => journey.openVisitor({ reducedMotion: 'reduce' });

  beforeAll(async () => {
    journey = await beginJourney({ isLocalhost: true, context: { reducedMotion: 'reduce' } });
    ({ url: site, page } = journey);
  });
  afterAll(() => journey?.close());

  const fill = async (on: Page, fields: Record<string, string>) => { for (const [name, value] of Object.entries(fields)) await on.locator(`main [name=${name}]`).fill(value); };
  /** The door takes only so many a minute from one address, as it must: a person waits, and presses again. */
  const signIn = async (on: Page, email: string, password: string) => {
    await on.goto(`${site}/sign-in`);
    await fill(on, { email, password });
    for (let isIn = false; !isIn;) {
      const answer = on.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/sign-in');
      await on.getByRole('button', { name: 'Sign in', exact: true }).click();
      isIn = (await answer).status() !== 429;
      if (!isIn) await on.waitForTimeout(5000);
    }
  };

  test('the welcome link makes the owner, once', async () => {
    const link = `${site}/welcome?token=${welcomeToken(journey.program)}`;
    await page.goto(link);
    await page.getByRole('button', { name: 'Open the studio' }).click();
    expect(await page.getByRole('alert').first().innerText()).toContain('Tell us a name');
    await fill(page, { ...OWNER, password: 'password1234' });
    await page.getByRole('button', { name: 'Open the studio' }).click();
    await page.getByText('lists that attackers try first').waitFor();
    await fill(page, { password: OWNER.password });
    await page.getByRole('button', { name: 'Open the studio' }).click();
    await page.waitForURL(`${site}/`);
    const { context, page: second } = await openVisitor();
    await second.goto(link);
    await second.getByRole('heading', { name: 'This door was opened before' }).waitFor();
    await context.close();
  });

  test('an invitation is used by keyboard alone, and not twice', async () => {
    await page.goto(`${site}/admin/users?view=invitations`);
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    const url = new URL(await page.locator('[data-secret]').innerText());
    const link = site + url.pathname + url.search;
    const { context, page: guest } = await openVisitor();
    await guest.goto(link);
    await guest.getByText('Mika Arai invites you').waitFor();
    const typed: Record<string, string> = { name: 'Ren', email: 'ren@example.test', password: PASSWORD };
    const done = new Set<string>();
    for (let presses = 0; presses < 60 && done.size < 3; presses += 1) {
      await guest.keyboard.press('Tab');
      const name = await guest.evaluate<string>(`document.activeElement?.getAttribute('name') ?? ''`);
      if (typed[name] === undefined || done.has(name)) continue;
      await guest.keyboard.type(typed[name]);
      done.add(name);
    }
    expect([...done]).toEqual(['name', 'email', 'password']);
    await guest.keyboard.press('Enter');
    await guest.waitForURL(`${site}/comics`);
    await context.close();
    const { context: late, page: second } = await openVisitor();
    await second.goto(link);
    await second.getByRole('heading', { name: 'This invitation is over' }).waitFor();
    await late.close();
  });

  test('a name of 4 000 characters, turned or unseen letters end in a name one can read', async () => {
    await page.goto(`${site}/settings/profile`);
    await fill(page, { name: 'x'.repeat(4000) });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('form [role=alert]').waitFor();
    await fill(page, { name: '\u202Eevil\u200B\u200D Mika' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: evil Mika').waitFor();
    await fill(page, { name: OWNER.name });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Saved: ${OWNER.name}`).waitFor();
  });

  test('an authenticator is set up and asked for; a recovery code works once', async () => {
    const { context, page: ren } = await openVisitor();
    await signIn(ren, 'ren@example.test', PASSWORD);
    await ren.waitForURL(`${site}/comics`);
    await ren.goto(`${site}/settings/security`);
    await ren.getByRole('button', { name: 'Set up an authenticator' }).click();
    expect(await ren.locator('.qr img').evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0);
    const secret = await ren.locator('[data-secret]').innerText();
    await fill(ren, { totp: digitsOf(secret) });
    await ren.getByRole('button', { name: 'Turn it on' }).click();
    await ren.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const codes = await ren.locator('.sheet-of-codes li').allInnerTexts();
    expect(codes).toHaveLength(10);
    await ren.goto(`${site}/you`);
    await ren.getByRole('button', { name: 'Sign out' }).click();
    await ren.getByRole('link', { name: 'Sign in' }).waitFor();

    await signIn(ren, 'ren@example.test', PASSWORD);
    await ren.waitForURL(/sign-in\/code/);
    await ren.reload();
    await fill(ren, { code: digitsOf(secret, 1) });
    await ren.getByRole('button', { name: 'Go in' }).click();
    await ren.waitForURL(`${site}/comics`);
    await context.clearCookies();

    const withCode = async () => {
      await signIn(ren, 'ren@example.test', PASSWORD);
      await ren.waitForURL(/sign-in\/code/);
      await ren.getByRole('button', { name: 'Use a recovery code instead' }).click();
      await fill(ren, { code: codes[0]?.trim() ?? '' });
      await ren.getByRole('button', { name: 'Go in' }).click();
    };
    await withCode();
    await ren.waitForURL(`${site}/comics`);
    await context.clearCookies();
    await withCode();
    await ren.locator('main [role=alert]').filter({ hasText: /code/ }).waitFor();
    expect(ren.url()).toContain('/sign-in/code');
    await context.close();
  });

  test('a reset link works once', async () => {
    const { id } = await journey.call<{ id: string }>('POST', '/users', { email: 'lin@example.test', name: 'Lin' });
    const { url } = await journey.call<{ url: string }>('POST', `/users/${id}/reset-link`);
    const link = site + new URL(url).pathname + new URL(url).search;
    for (const isFirst of [true, false]) {
      const { context, page: lin } = await openVisitor();
      await lin.goto(link);
      await fill(lin, { password: PASSWORD });
      await lin.getByRole('button', { name: 'Keep it and sign in' }).click();
      await (isFirst ? lin.waitForURL(`${site}/comics`) : lin.getByRole('heading', { name: 'This link is over' }).waitFor());
      await context.close();
    }
  });

  test('signing out in one tab signs the other out', async () => {
    const { context, page: first } = await openVisitor();
    await signIn(first, 'lin@example.test', PASSWORD);
    await first.waitForURL(`${site}/comics`);
    const second = await context.newPage();
    await second.goto(`${site}/settings/sessions`);
    await second.getByText('this one').waitFor();
    await first.goto(`${site}/you`);
    await first.getByRole('button', { name: 'Sign out' }).click();
    await second.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
    await context.close();
  });

  test('who signs out leaves nothing in sight, in no tab; what was not saved yet is saved when its writer comes back', async () => {
    const { context, page: first } = await openVisitor();
    await signIn(first, 'lin@example.test', PASSWORD);
    await first.waitForURL(`${site}/comics`);
    const made = await context.request.post(`${site}/api/v1/comics`, { data: { text: '"Is it you?" asked Tom.\n\n"It is," said Anna.', options: { title: 'Of Lin' }, scriptOnly: true }, headers: { origin: site } });
    const { id } = (await made.json()) as { id: string };
    const script = `${site}/comics/${id}/script`;
    const openScript = async (on: Page) => {
      await on.goto(script);
      await on.locator('.script-panel').first().waitFor();
    };
    await openScript(first);
    const [desk, writing] = [journey.watch(await context.newPage()), journey.watch(await context.newPage())];
    await desk.goto(`${site}/new`);
    await desk.locator('#story').fill('What Lin tells nobody.');
    await openScript(writing);
    await writing.route(/\/edits$/, (route) => route.abort('internetdisconnected'));
    await writing.locator('.script-panel textarea[id^=script-line]').first().fill('Not sent before the door fell shut.');
    await writing.locator('.save-state[data-saving=offline]').waitFor();

    await first.locator('.places a[href="/you"]').click();
    await first.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(() => desk.locator('#story').inputValue()).toBe('');
    await writing.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
    expect(await writing.locator('.script-panel').count()).toBe(0);

    // The next person, in the same tab and without a reload, comes by the same address.
    await first.getByRole('link', { name: 'Sign in' }).click();
    await fill(first, { email: OWNER.email, password: OWNER.password });
    await first.getByRole('button', { name: 'Sign in', exact: true }).click();
    await first.waitForURL(`${site}/comics`);
    await first.evaluate(`window.former = 0; new MutationObserver(() => { if (document.querySelector('.script-panel')) window.former += 1; }).observe(document.body, { childList: true, subtree: true })`);
    await first.goBack();
    await first.goBack();
    await first.waitForURL(script);
    await first.getByRole('heading', { name: 'There is nothing here' }).first().waitFor();
    expect(await first.evaluate('window.former')).toBe(0);
    expect(await desk.locator('#story').inputValue()).toBe('');
    await context.request.post(`${site}/api/v1/sign-out`, { headers: { origin: site } });

    await writing.unroute(/\/edits$/);
    await signIn(writing, 'lin@example.test', PASSWORD);
    await writing.waitForURL(`${site}/comics`);
    await openScript(writing);
    await expect.poll(async () => JSON.stringify(await (await context.request.get(`${site}/api/v1/comics/${id}/book`)).json()), { timeout: PATIENCE_MS }).toContain('Not sent before the door fell shut.');
    await expect.poll(() => desk.locator('#story').inputValue(), { timeout: PATIENCE_MS }).toBe('What Lin tells nobody.');
    await context.close();
  });

  test('an old sign-in is asked for the password before a dangerous change', async () => {
    const { context, page: lin } = await openVisitor();
    await signIn(lin, 'lin@example.test', PASSWORD);
    await lin.waitForURL(`${site}/comics`);
    let isOld = true;
    await lin.route('**/api/v1/account/password', (route) => (isOld ? route.fulfill({ status: 403, json: { error: { code: 'accounts.confirm-needed', message: 'Confirm first.' } } }) : route.continue()));
    await lin.route('**/api/v1/account/confirm', (route) => { isOld = false; return route.continue(); });
    await lin.goto(`${site}/settings/security`);
    await fill(lin, { 'new-password': 'nine paper boats' });
    await lin.getByRole('button', { name: 'Change the password' }).click();
    await lin.getByLabel('Your password').fill(PASSWORD);
    await lin.getByRole('button', { name: 'Go on' }).click();
    await lin.getByText('Changed. All other sessions have ended.').waitFor();
    await context.close();
  });

  test('an account waits for approval, and is let in', async () => {
    await page.goto(`${site}/admin/users?view=sign-up`);
    await page.locator('.mode').filter({ hasText: 'By approval' }).click();
    await page.locator('.mode').filter({ hasText: 'By approval' }).getByText('now').waitFor();
    const { context, page: wu } = await openVisitor();
    await wu.goto(`${site}/sign-up`);
    await fill(wu, { name: 'Wu', email: 'wu@example.test', password: PASSWORD });
    await wu.getByRole('button', { name: 'Ask to be let in' }).click();
    await wu.getByRole('heading', { name: 'You are on the list' }).waitFor();
    await page.goto(`${site}/admin/users?state=pending`);
    await page.getByRole('button', { name: 'Let in' }).click();
    await page.getByText('Nobody fits').waitFor();
    await wu.getByRole('button', { name: 'Look now' }).click();
    await wu.waitForURL(`${site}/comics`);
    await context.close();
  });

  test('leaving is said, and signing in cancels it', async () => {
    const { context, page: wu } = await openVisitor();
    await signIn(wu, 'wu@example.test', PASSWORD);
    await wu.waitForURL(`${site}/comics`);
    await wu.goto(`${site}/settings/data`);
    await wu.getByRole('button', { name: 'Delete my account …' }).click();
    await wu.getByLabel('I have taken away').check();
    await wu.getByRole('button', { name: 'Delete my account', exact: true }).click();
    await wu.getByRole('heading', { name: 'Goodbye, for now' }).waitFor();
    await signIn(wu, 'wu@example.test', PASSWORD);
    await wu.getByText('The deletion of your account is cancelled').waitFor();
    await context.close();
  });

  test('on a phone no page of accounts is wider than the screen', async () => {
    const { context: phone, page: visit } = await journey.openVisitor({ isSame: true, viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'ja-JP' });
    for (const path of ['/sign-in', '/sign-up', '/password/reset', '/you', '/settings', '/settings/profile', '/settings/security', '/settings/sessions', '/settings/keys', '/settings/shortcuts', '/settings/data', '/admin/users', '/admin/users?view=invitations', '/admin/users?view=sign-up']) {
      await visit.goto(site + path);
      await visit.locator('main h1').first().waitFor();
      expect(await visit.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBeLessThanOrEqual(0);
    }
    await visit.goto(`${site}/settings`);
    await visit.getByRole('link', { name: /セキュリティ/ }).tap();
    await visit.getByRole('heading', { level: 1, name: 'セキュリティ' }).waitFor();
    await phone.close();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});
