/** The engine's client and worker built as for the product, served under the product's content policy, and a browser on it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { engineAssets, engineWorker } from './engine-assets.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'";
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm', '.bin': 'application/octet-stream' };

export const systemBrowser = BROWSERS.find((path) => existsSync(path));

/** `complaints` gathers page errors and breaches of the content policy. */
export type BrowserEngine = { page: Page; folder: string; complaints: string[]; close(): Promise<void> };

/** The page has `window.engine`, the client of `apps/web/src/engine/client.ts`. */
export async function openBrowserEngine(): Promise<BrowserEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'koma-engine-'));
  await build({
    configFile: false, root: join(import.meta.dirname, '..'), logLevel: 'error', worker: engineWorker, plugins: [engineAssets()],
    build: {
      outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, copyPublicDir: false, modulePreload: { polyfill: false },
      rolldownOptions: { input: join(import.meta.dirname, '../src/engine/client.ts'), preserveEntrySignatures: 'strict', output: { entryFileNames: 'client.js' } },
    },
  });
  const server = await serve(folder);
  const browser: Browser = await chromium.launch({ executablePath: systemBrowser, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' || /Content Security Policy/.test(message.text())) complaints.push(message.text()); });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('window.engine !== undefined');
  return {
    page, folder, complaints,
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const pages: Readonly<Record<string, string>> = { '/': '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/start.js"></script>', '/start.js': "import * as client from '/client.js'; Object.assign(window, client);" };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const own = pages[path];
    const bytes = own ?? (await readFile(join(folder, path.replaceAll('..', ''))).catch(() => undefined));
    response.writeHead(bytes === undefined ? 404 : 200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'text/plain', 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
