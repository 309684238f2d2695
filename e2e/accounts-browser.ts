/** What the tests of accounts share: the site's owner, a page of one's own, and the six digits of an authenticator. */
import { createHmac } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningProgram } from './testing/program.ts';

export { OWNER } from './testing/journey.ts';
const PATIENCE_MS = 60_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The address by which passkeys work: a name, not a number. */
export function siteOf(program: RunningProgram): string {
  return program.url.replace('127.0.0.1', 'localhost');
}

export function welcomeToken(program: RunningProgram): string {
  return /welcome\?token=([\w-]+)/.exec(program.said())?.[1] ?? '';
}

export async function openVisitor(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return { context, page: await context.newPage() };
}

/** Calls the API with the cookies of a browser; what these tests read of an answer. */
export async function callAs(context: BrowserContext, site: string, method: string, path: string, data?: unknown): Promise<{ id: string; url: string; items: unknown[] }> {
  const reply = await context.request.fetch(`${site}/api/v1${path}`, { method, ...(data === undefined ? {} : { data }), headers: { origin: site } });
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
  return (await reply.json()) as { id: string; url: string; items: unknown[] };
}

/** RFC 6238 with SHA-1, 30 seconds and six digits, from the secret as it is shown; `steps` looks ahead. */
export function digitsOf(secret: string, steps = 0): string {
  const bits = [...secret.replaceAll(/[^A-Z2-7]/g, '')].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
