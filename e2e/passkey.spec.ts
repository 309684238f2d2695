import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('passkeys', () => {
  let journey: Journey;
  let site: string;
  let page: Page;
  let debug: CDPSession;
  let authenticatorId = '';

  beforeAll(async () => {
    journey = await beginJourney({ isOwner: true, isLocalhost: true, context: { reducedMotion: 'reduce' } });
    ({ url: site, page } = journey);
    debug = await journey.context.newCDPSession(page);
    await debug.send('WebAuthn.enable');
    ({ authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } }));
  });

  afterAll(() => journey?.close());

  const answersAs = (isUserVerified: boolean) => debug.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });

  test('one that is cancelled is said so, and changes nothing', async () => {
    await answersAs(false);
    await page.goto(`${site}/settings/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('No passkey was chosen').waitFor();
    expect((await journey.call<{ items: unknown[] }>('GET', '/passkeys')).items).toEqual([]);
  });

  test('one is added and named', async () => {
    await answersAs(true);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.locator('[name=passkey-name]').fill('The laptop');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.thing').filter({ hasText: 'The laptop' }).waitFor();
  });

  test('it signs in without a name typed, and is remembered as the way in', async () => {
    await page.goto(`${site}/you`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    // A suggestion that is open may take the passkey by itself: either way the door opens.
    const inside = page.waitForURL(`${site}/comics`);
    await Promise.race([inside, page.getByRole('button', { name: 'Sign in with a passkey' }).click().catch(() => undefined)]);
    await inside;
    await page.goto(`${site}/settings/sessions`);
    await page.getByText('by passkey').first().waitFor();
  });

  test('by a number instead of a name the page says where passkeys work', async () => {
    const { context: other, page: visit } = await journey.openVisitor();
    await visit.goto(`${journey.program.url}/sign-in`);
    const way = visit.getByRole('link', { name: 'Open this page on localhost' });
    expect(await way.getAttribute('href')).toBe(`${site}/sign-in`);
    expect(await visit.getByRole('button', { name: 'Sign in with a passkey' }).isDisabled()).toBe(true);
    await other.close();
  });

  test('it is removed', async () => {
    await page.goto(`${site}/settings/security`);
    await page.getByRole('button', { name: 'Remove The laptop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No passkey yet').waitFor();
  });
});
