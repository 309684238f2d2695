/** How a journey begins: the program, a browser that is listened to, the owner at the door, and a comic that is drawn. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { openBrowser, startProgram, type RunningProgram } from './program.ts';

/** A machine busy with other tests is slow, not wrong. */
export const PATIENCE_MS = 90_000;
const DRAWN_MS = 240_000;
export const OWNER = { name: 'Mika Arai', email: 'mika@example.test', password: 'a quiet harbour at dusk' };

type Visitor = { context: BrowserContext; page: Page };

export type Journey = Visitor & {
  program: RunningProgram;
  browser: Browser;
  /** Where the program is; under `localhost`, as passkeys need it, when so asked. */
  url: string;
  /** What no page may have said or got: exceptions, errors of the console, a broken content policy, requests that failed. */
  complaints: string[];
  /** Calls the API with the session of the first browser; throws on any refusal. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Makes a comic and waits until it is drawn, or with `scriptOnly` written: its id. */
  makeComic(text: string, options?: object, more?: { scriptOnly?: boolean }): Promise<string>;
  /** Somebody else, or with `isSame` the same person on another device. */
  openVisitor(options?: BrowserContextOptions & { isSame?: boolean }): Promise<Visitor>;
  /** Adds what this page says and gets to the complaints. */
  watch(page: Page): Page;
  close(): Promise<void>;
};

export type JourneyOptions = {
  /** Opens the door with the welcome link's token; without it the journey is a guest's. */
  isOwner?: boolean;
  isLocalhost?: boolean;
  context?: BrowserContextOptions;
  /** What is no complaint here, because the journey itself brings it about. */
  excused?: RegExp;
  start?: () => Promise<RunningProgram>;
};

export async function beginJourney({ isOwner = false, isLocalhost = false, context: wishes = {}, excused, start = startProgram }: JourneyOptions = {}): Promise<Journey> {
  buildWebWhenNeeded();
  const program = await start();
  const url = isLocalhost ? program.url.replace('127.0.0.1', 'localhost') : program.url;
  const browser = await openBrowser();
  const complaints: string[] = [];
  const watch = (page: Page) => listen(page, (what) => { if (!excused?.test(what)) complaints.push(`${new URL(page.url(), url).pathname}: ${what}`); });
  const openVisitor = async ({ isSame = false, ...options }: BrowserContextOptions & { isSame?: boolean } = {}): Promise<Visitor> => {
    const visitor = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', acceptDownloads: true, ...(isSame ? { storageState: await context.storageState() } : {}), ...options });
    visitor.setDefaultTimeout(PATIENCE_MS);
    return { context: visitor, page: watch(await visitor.newPage()) };
  };
  const { context, page } = await openVisitor(wishes);
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const reply = await context.request.fetch(`${url}/api/v1${path}`, { method, ...(body === undefined ? {} : { data: body }), headers: { origin: url } });
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
    return (await reply.json()) as Answer;
  };
  const untilMade = async (comicId: string) => {
    for (const until = Date.now() + DRAWN_MS; ; await sleep(150)) {
      const { state, isScriptOnly, revision } = await call<{ state: string; isScriptOnly: boolean; revision: number }>('GET', `/comics/${comicId}`);
      if (state === 'done' || (isScriptOnly && revision > 0)) return;
      if (!['queued', 'running'].includes(state) || Date.now() > until) throw new Error(`the comic is ${state}, not made`);
    }
  };
  const makeComic = async (text: string, options: object = {}, more: { scriptOnly?: boolean } = {}) => {
    const { id } = await call<{ id: string }>('POST', '/comics', { text, options, ...more });
    await untilMade(id);
    return id;
  };
  if (isOwner) await call('POST', '/welcome', { token: welcomeToken(program), ...OWNER });
  const close = async () => {
    await browser.close();
    await program.stop();
  };
  return { program, browser, url, context, page, complaints, call, makeComic, openVisitor, watch, close };
}

/** Of the link that the first start prints. */
export function welcomeToken(program: RunningProgram): string {
  return /welcome\?token=([\w-]+)/.exec(program.said())?.[1] ?? '';
}

/** One of the three stories that come with the program; cut to its beginning where length says nothing. */
export function sampleStory(name: 'lighthouse.en' | 'last-bus.zh' | 'umbrella.ja', letters?: number): string {
  return readFileSync(join(import.meta.dirname, `../../docs/samples/${name}.md`), 'utf8').slice(0, letters);
}

/** An answer that refuses (4xx) is an answer; the page's own words to it are tested where it is asked for. */
function listen(page: Page, complain: (what: string) => void): Page {
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' ? !message.text().startsWith('Failed to load resource') : /Content Security Policy|Uncaught/i.test(message.text())) complain(message.text());
  });
  page.on('response', (response) => { if (response.status() >= 500 || (response.status() === 404 && /\.(js|css|woff2)$/.test(response.url()))) complain(`${response.status()} ${response.url()}`); });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Aborted is what a page itself takes back, offline what a test asked for.
    if (!/ERR_ABORTED|ERR_INTERNET_DISCONNECTED/.test(reason)) complain(`${reason} ${request.url()}`);
  });
  return page;
}
