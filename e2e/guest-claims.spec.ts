import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../scripts/build-web.mjs';
import { callAs, openVisitor, OWNER, siteOf, welcomeToken } from './accounts-browser.ts';
import { openBrowser, startProgram, type RunningProgram } from './first-comic-browser.ts';

const story = readFileSync(join(import.meta.dirname, '../docs/samples/lighthouse.en.md'), 'utf8');

describe('a guest', () => {
  let program: RunningProgram;
  let site: string;
  let browser: Browser;

  beforeAll(async () => {
    buildWebWhenNeeded();
    program = await startProgram();
    site = siteOf(program);
    browser = await openBrowser();
    const { context } = await openVisitor(browser);
    await callAs(context, site, 'POST', '/welcome', { token: welcomeToken(program), ...OWNER });
    await callAs(context, site, 'PUT', '/site/accounts', { signUpMode: 'open' });
    await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  test('makes a comic, signs up, and has it on every device', async () => {
    const { context, page } = await openVisitor(browser);
    const { id } = await callAs(context, site, 'POST', '/comics', { text: story, options: { title: 'The lamp' }, scriptOnly: true });
    await page.goto(`${site}/sign-up`);
    await page.getByText('What you made as a guest comes with you').waitFor();
    await page.locator('[name=name]').fill('Ren');
    await page.locator('[name=email]').fill('ren@example.test');
    await page.locator('[name=password]').fill('seven pale lanterns');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL(`${site}/comics`);
    await page.getByText('The lamp').first().waitFor();
    await context.close();

    const { context: other, page: elsewhere } = await openVisitor(browser);
    await elsewhere.goto(`${site}/sign-in?next=${encodeURIComponent(`/comics/${id}`)}`);
    await elsewhere.locator('[name=email]').fill('ren@example.test');
    await elsewhere.locator('[name=password]').fill('seven pale lanterns');
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.waitForURL(`${site}/comics/${id}`);
    expect((await callAs(other, site, 'GET', `/comics/${id}`)).id).toBe(id);
    await other.close();
  });
});
