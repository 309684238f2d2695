import { hostname } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../scripts/build-web.mjs';
import { machineLabel, reachableAddresses, thisMachine, inUrl } from '../apps/server/src/lan/names.ts';
import { failToStart, hasCertutil, openTrusting, startLanProgram, type LanProgram, type Trusting } from './lan-browser.ts';

const [address] = reachableAddresses(thisMachine(), '::');
const whyNot = address === undefined ? 'this machine has no private network address' : process.platform !== 'linux' ? 'Chromium keeps its authorities in a file on Linux only' : undefined;

/** What a browser gives to a page in a secure context alone. */
const inPage = `(async () => ({
  isSecure: isSecureContext,
  digest: new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('koma'))).length,
  hasPasskeys: 'PublicKeyCredential' in window,
  worker: await navigator.serviceWorker.register('/no-such-worker.js').then(() => 'registered', (error) => String(error)),
}))()`;

describe.skipIf(whyNot !== undefined)(`HTTPS on the home network${whyNot === undefined ? '' : ` (skipped: ${whyNot})`}`, () => {
  let program: LanProgram;
  let authorityPem: string;
  const plain = (path: string) => `http://localhost:${program.trustPort}${path}`;

  beforeAll(async () => {
    buildWebWhenNeeded();
    program = await startLanProgram();
    authorityPem = await (await fetch(plain('/trust/komawari.crt'))).text();
  });
  afterAll(() => program?.stop());

  test('the terminal shows addresses, a code to scan, and the fingerprint that the page shows', async () => {
    const said = program.said();
    expect(said).toContain(`https://${inUrl(address ?? '')}:${program.port}`);
    expect(said).toContain('█▀');
    const [fingerprint = '-'] = /([0-9A-F]{2}:){31}[0-9A-F]{2}/.exec(said) ?? [];
    expect((await (await fetch(plain('/'))).text()).replace(/<[^>]+>/g, '')).toContain(fingerprint);
  });

  test.each([['en_US.UTF-8', /^Port \d+ on \S+ is used by another program/], ['zh_CN.UTF-8', /已被其他程序占用/], ['ja_JP.UTF-8', /別のプログラムが使用中/]])('a port that is taken is one sentence (%s)', (language, sentence) => {
    const { status, stderr } = failToStart(program.port, language);
    expect(stderr.trim()).toMatch(sentence);
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
  });

  describe('a browser that has not been told', () => {
    let stranger: Trusting;
    beforeAll(async () => { stranger = await openTrusting(undefined); });
    afterAll(() => stranger?.close());

    test('refuses HTTPS', async () => {
      const page = await stranger.browser.newPage();
      await expect(page.goto(`https://${inUrl(address ?? '')}:${program.port}/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
      await page.close();
    });

    test('is helped by the page, in every language, at every size', async () => {
      for (const [locale, words] of [['en-US', 'Compare the fingerprint'], ['zh-CN', '核对指纹'], ['ja-JP', '指紋を見比べる']] as const) {
        const context = await stranger.browser.newContext({ locale });
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) faults.push(message.text()); });
        for (const width of [360, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`http://${inUrl(address ?? '')}:${program.trustPort}/`);
          await page.getByRole('heading', { name: words }).waitFor();
          expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
          expect(await page.locator('#trusted').isVisible()).toBe(false);
        }
        expect(faults).toEqual([]);
        await context.close();
      }
    });

    test('downloads the certificate', async () => {
      const page = await stranger.browser.newPage();
      await page.goto(plain('/?device=android'));
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Certificate (.crt)' }).click()]);
      expect(download.suggestedFilename()).toBe('komawari.crt');
      await page.close();
    });
  });

  describe.skipIf(!hasCertutil())(`a browser with the authority installed${hasCertutil() ? '' : ' (skipped: certutil is missing, see the package libnss3-tools)'}`, () => {
    let trusting: Trusting;
    let page: Page;
    beforeAll(async () => {
      trusting = await openTrusting(authorityPem);
      page = await trusting.browser.newPage();
    });
    afterAll(() => trusting?.close());

    test.each([['address', () => inUrl(address ?? '')], ['name', () => `${machineLabel({ hostname: hostname() }) ?? 'localhost'}.local`]])('has everything of a secure context under its %s', async (_what, name) => {
      const reply = await page.goto(`https://${name()}:${program.port}/`);
      expect(reply?.status()).toBe(200);
      expect((await reply?.securityDetails())?.issuer).toMatch(/^Komawari at home/);
      // The worker's file is missing: that this is all that is wrong shows that the browser was willing.
      expect(await page.evaluate(inPage)).toEqual({ isSecure: true, digest: 32, hasPasskeys: true, worker: expect.stringContaining('404') });
    });

    test('is no caller of this machine, by whatever way it comes', async () => {
      for (const name of [inUrl(address ?? ''), `${machineLabel({ hostname: hostname() }) ?? 'localhost'}.local`]) {
        await page.goto(`https://${name}:${program.port}/trust`);
        expect(await page.evaluate<number>(`fetch('/metrics').then((reply) => reply.status)`), name).toBe(401);
      }
    });

    test('is told by the plain page that the way is open', async () => {
      await page.goto(`http://${inUrl(address ?? '')}:${program.trustPort}/`);
      await page.getByText('Komawari opens on this device.').waitFor();
      await page.getByRole('link', { name: 'Open Komawari' }).click();
      await page.waitForURL(`https://${inUrl(address ?? '')}:${program.port}/`);
    });

    test('goes on when the web process died and was started again', async () => {
      await program.killWeb();
      expect((await page.goto(`https://${inUrl(address ?? '')}:${program.port}/trust`))?.status()).toBe(200);
    });
  });
});
