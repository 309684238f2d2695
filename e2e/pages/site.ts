/** A site with something on every page: for screenshots and for checks that go over all pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser, startProgram, type RunningProgram } from '../testing/program.ts';

const samples = join(import.meta.dirname, '../../docs/samples');
export const OWNER = { name: 'Mika Arai', email: 'mika@example.test', password: 'a quiet harbour at dusk' };

export type Site = { program: RunningProgram; url: string; comics: { zh: string; en: string; ja: string; script: string; trashed: string }; panelId: string; shareToken: string; signIn(context: BrowserContext): Promise<void>; close(): Promise<void> };

/** The few fields that are read of any answer. */
type Answer = { id: string; state: string; token: string; panelStates: { id: string }[] };

/** About a minute: three comics are drawn by the real engine. */
export async function buildSite(): Promise<Site> {
  const program = await startProgram();
  const browser = await openBrowser();
  const owner = await browser.newContext({ locale: 'en-US' });
  const token = /welcome\?token=([\w-]+)/.exec(program.said())?.[1] ?? '';
  const call = async (method: string, path: string, data?: unknown): Promise<Answer> => {
    const reply = await owner.request.fetch(`${program.url}/api/v1${path}`, { method, ...(data === undefined ? {} : { data }), headers: { origin: program.url } });
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
    return (await reply.json()) as Answer;
  };
  await call('POST', '/welcome', { token, ...OWNER });
  const make = async (file: string, more: object = {}): Promise<string> => (await call('POST', '/comics', { text: readFileSync(join(samples, file), 'utf8'), options: {}, ...more })).id;
  const comics = { zh: await make('last-bus.zh.md'), en: await make('lighthouse.en.md'), ja: await make('umbrella.ja.md'), script: await make('lighthouse.en.md', { scriptOnly: true, options: { title: 'A script that waits' } }), trashed: await make('lighthouse.en.md', { scriptOnly: true, options: { title: 'Thrown away' } }) };
  for (const id of Object.values(comics)) await untilEnded(() => call('GET', `/comics/${id}`));
  await call('DELETE', `/comics/${comics.trashed}`);
  await call('POST', `/comics/${comics.en}/versions`, { name: 'First draft' });
  const exported = await call('POST', `/comics/${comics.en}/exports`, { format: 'pdf' });
  await untilEnded(() => call('GET', `/tasks/${exported.id}`));
  const { token: shareToken } = await call('POST', `/comics/${comics.en}/share`);
  const whole = await call('GET', `/comics/${comics.en}`);
  const panelId = whole.panelStates[4]?.id ?? '';
  await call('POST', `/comics/${comics.en}/panels/${panelId}/takes`, { request: 'close-up, at night' });
  const state = await owner.storageState();
  return {
    program, url: program.url, comics, panelId, shareToken,
    signIn: async (context) => { await context.addCookies(state.cookies); },
    async close() {
      await browser.close();
      await program.stop();
    },
  };
}

async function untilEnded(read: () => Promise<{ state: string }>): Promise<void> {
  for (const until = Date.now() + 240_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 300))) if (!['queued', 'running'].includes((await read()).state)) return;
  throw new Error('a comic did not end');
}

export type PageOfSite = { name: string; path: string; who: 'owner' | 'nobody'; /** Public pages are held to Lighthouse as well. */ isPublic?: boolean; /** What must be there before it is looked at. */ ready?: string };

/** Every page of the app, by what it shows. */
export function pagesOf(site: Site): PageOfSite[] {
  const comic = `/comics/${site.comics.en}`;
  return [
    { name: 'home-first-visit', path: '/', who: 'nobody', isPublic: true },
    { name: 'new', path: '/new', who: 'nobody', isPublic: true },
    { name: 'sign-in', path: '/sign-in', who: 'nobody', isPublic: true },
    { name: 'sign-up', path: '/sign-up', who: 'nobody', isPublic: true },
    { name: 'password-reset', path: '/password/reset', who: 'nobody' },
    { name: 'link-used', path: `/sign-in/link?token=${'x'.repeat(43)}`, who: 'nobody' },
    { name: 'welcome-used', path: '/welcome?token=0123456789012345678901234567890123456789', who: 'nobody' },
    { name: 'comics-empty', path: '/comics', who: 'nobody' },
    { name: 'read-shared', path: `/read/${site.shareToken}`, who: 'nobody', isPublic: true },
    { name: 'embed', path: `/embed/${site.shareToken}`, who: 'nobody' },
    { name: 'not-found', path: '/nowhere', who: 'nobody', isPublic: true },
    { name: 'home', path: '/', who: 'owner' },
    { name: 'comics', path: '/comics', who: 'owner' },
    { name: 'trash', path: '/comics/trash', who: 'owner' },
    { name: 'comic', path: comic, who: 'owner' },
    { name: 'comic-script-only', path: `/comics/${site.comics.script}`, who: 'owner' },
    { name: 'takes', path: `${comic}/panels/${site.panelId}`, who: 'owner' },
    { name: 'script', path: `${comic}/script`, who: 'owner' },
    { name: 'script-zh', path: `/comics/${site.comics.zh}/script`, who: 'owner' },
    { name: 'cast', path: `${comic}/cast`, who: 'owner' },
    { name: 'cast-person', path: `${comic}/cast/c1`, who: 'owner' },
    { name: 'cast-places', path: `${comic}/cast?show=places`, who: 'owner' },
    { name: 'cast-scenes', path: `${comic}/cast?show=scenes`, who: 'owner' },
    { name: 'cast-facts', path: `${comic}/cast?show=facts`, who: 'owner' },
    { name: 'page-editor', path: `${comic}/pages/3`, who: 'owner' },
    { name: 'page-editor-ja', path: `/comics/${site.comics.ja}/pages/3`, who: 'owner' },
    { name: 'reader', path: `${comic}/read?page=3`, who: 'owner' },
    { name: 'reader-ja', path: `/comics/${site.comics.ja}/read?page=3`, who: 'owner' },
    { name: 'you', path: '/you', who: 'owner' },
    { name: 'settings-profile', path: '/settings', who: 'owner' },
    { name: 'settings-security', path: '/settings/security', who: 'owner' },
    { name: 'settings-sessions', path: '/settings/sessions', who: 'owner' },
    { name: 'settings-keys', path: '/settings/keys', who: 'owner' },
    { name: 'settings-data', path: '/settings/data', who: 'owner' },
    { name: 'people', path: '/admin/users', who: 'owner' },
    { name: 'invitations', path: '/admin/users?view=invitations', who: 'owner' },
    { name: 'sign-up-rules', path: '/admin/users?view=sign-up', who: 'owner' },
  ];
}
