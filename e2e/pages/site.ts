/** A site with something on every page: for screenshots and for checks that go over all pages. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { startFakeOpenai } from '../../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, sampleStory } from '../testing/journey.ts';
import type { RunningProgram } from '../testing/program.ts';
import { hangPictures, type StudioPictures } from './studio-pictures.ts';

export type Site = { program: RunningProgram; url: string; comics: { zh: string; en: string; ja: string; script: string; trashed: string }; panelId: string; providerId: string; pictures: StudioPictures; shareToken: string; signIn(context: BrowserContext): Promise<void>; close(): Promise<void> };

/** About a minute: three comics are drawn by the real engine. */
export async function buildSite(): Promise<Site> {
  const journey = await beginJourney({ isOwner: true });
  const { program, url, call, makeComic } = journey;
  const english = sampleStory('lighthouse.en');
  const comics = {
    zh: await makeComic(sampleStory('last-bus.zh')), en: await makeComic(english), ja: await makeComic(sampleStory('umbrella.ja')),
    script: await makeComic(english, { title: 'A script that waits' }, { scriptOnly: true }), trashed: await makeComic(english, { title: 'Thrown away' }, { scriptOnly: true }),
  };
  await call('DELETE', `/comics/${comics.trashed}`);
  await call('POST', `/comics/${comics.en}/versions`, { name: 'First draft' });
  await call('POST', `/comics/${comics.script}/versions`, { name: 'First draft' });
  await call('POST', `/comics/${comics.script}/edits`, stepOf(await call<BookNow>('GET', `/comics/${comics.script}/book`)));
  const exported = await call<Task>('POST', `/comics/${comics.en}/exports`, { format: 'pdf' });
  for (let { state } = exported; ['queued', 'running'].includes(state); ({ state } = await call<Task>('GET', `/tasks/${exported.id}`))) await sleep(300);
  const { token: shareToken } = await call<{ token: string }>('POST', `/comics/${comics.en}/share`);
  const panelId = (await call<{ panelStates: { id: string }[] }>('GET', `/comics/${comics.en}`)).panelStates[4]?.id ?? '';
  await call('POST', `/comics/${comics.en}/panels/${panelId}/takes`, { request: 'close-up, at night' });
  // Last: nothing of the above is drawn by it.
  const models = await startFakeOpenai();
  const provider = { kind: 'openai', url: models.baseUrl, isPrivateAllowed: true };
  const { id: providerId } = await call<{ id: string }>('POST', '/providers', { ...provider, name: 'OpenAI', secrets: { apiKey: 'sk-test' } });
  await call('POST', `/providers/${providerId}/endpoints`, { name: 'Second account', secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true, inFlightMax: 2 });
  await call('POST', '/home-hosts', { name: 'gaming-pc' });
  await call('POST', '/providers', { ...provider, name: 'With a wrong key', secrets: { apiKey: 'sk-wrong' } });
  const pictures = await hangPictures(call, models);
  const state = await journey.context.storageState();
  return { program, url, comics, panelId, providerId, pictures, shareToken, signIn: (context) => context.addCookies(state.cookies), close: async () => { await journey.close(); await models.close(); } };
}

type Task = { id: string; state: string };
type Panel = { id: string; lines: { id: string; text: Record<string, string> }[] };
type BookNow = { revision: number; book: { id: string; bible: { cast: { id: string; name: string }[] }; chapters: { scenes: { panels: Panel[] }[] }[] } };

/** Some of everything that an author does after a version was kept: what is compared has something to show. */
function stepOf({ revision, book }: BookNow): { clientId: string; clientSeq: number; baseRevision: number; ops: object[] } {
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const panels = scenes.flatMap((scene) => scene.panels);
  const [said, asked] = panels.flatMap((panel) => panel.lines).filter((line) => (line.text['en'] ?? '').length > 30);
  const [person] = book.bible.cast;
  const [first, , third, , gone] = panels;
  if (!said || !asked || !person || !first || !third || !gone) throw new Error('the sample has become too short to be edited');
  const text = ({ id, text: { en: from = '' } }: Panel['lines'][number], change: (words: string) => string) => ({ op: 'text', id, language: 'en', from, to: change(from) });
  const ops = [
    { op: 'set', kind: 'book', id: book.id, field: 'title', value: 'The night before the storm' },
    { op: 'rename', id: person.id, name: `${person.name} of the Light`, was: person.name },
    text(said, (words) => words.replace(/\.?$/, ', faster than any before.')),
    text(asked, (words) => words.split(' ').slice(3).join(' ')),
    { op: 'set', kind: 'panel', id: first.id, field: 'importance', value: 6 },
    { op: 'set', kind: 'panel', id: third.id, field: 'shot', value: 'birds-eye' },
    { op: 'remove', kind: 'panel', id: gone.id },
    { op: 'insert', kind: 'page', parentId: book.id, afterId: null, item: { id: 'page-by-hand', template: 'by-hand', cut: { type: 'panel', id: first.id }, bleeds: {} } },
  ];
  return { clientId: 'site-of-pages', clientSeq: 1, baseRevision: revision, ops };
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
    { name: 'studio', path: '/studio', who: 'owner', ready: '.wall-card img' },
    { name: 'studio-grid', path: '/studio?look=grid', who: 'owner', ready: '.wall-card img' },
    { name: 'studio-none', path: '/studio?q=nothing', who: 'owner', ready: '.state' },
    { name: 'studio-picture', path: `/studio/pictures/${site.pictures.drawn}`, who: 'owner', ready: '.facts' },
    { name: 'studio-refused', path: `/studio/pictures/${site.pictures.refused}`, who: 'owner', ready: '.facts' },
    { name: 'studio-compare', path: `/studio?compare=${site.pictures.drawn}~${site.pictures.other}`, who: 'owner', ready: '.compared' },
    { name: 'studio-queue', path: '/studio/queue', who: 'owner', ready: '.queue-row' },
    { name: 'grids', path: '/studio/grids', who: 'owner', ready: '.grid-brief' },
    { name: 'grid-new', path: '/studio/grids/new', who: 'owner', ready: '.grid-preview' },
    { name: 'grid-table', path: `/studio/grids/${site.pictures.grid}`, who: 'owner', ready: '.grid-cell img' },
    { name: 'you', path: '/you', who: 'owner' },
    { name: 'settings-profile', path: '/settings', who: 'owner' },
    { name: 'settings-security', path: '/settings/security', who: 'owner' },
    { name: 'settings-sessions', path: '/settings/sessions', who: 'owner' },
    { name: 'settings-keys', path: '/settings/keys', who: 'owner' },
    { name: 'settings-data', path: '/settings/data', who: 'owner' },
    { name: 'people', path: '/admin/users', who: 'owner' },
    { name: 'invitations', path: '/admin/users?view=invitations', who: 'owner' },
    { name: 'sign-up-rules', path: '/admin/users?view=sign-up', who: 'owner' },
    { name: 'keeping', path: '/admin/keeping', who: 'owner', ready: '.keeping-form' },
    { name: 'providers', path: '/admin/providers', who: 'owner', ready: '.prov-row' },
    { name: 'provider', path: `/admin/providers/${site.providerId}`, who: 'owner', ready: '.prov-model' },
    { name: 'provider-makes', path: '/admin/providers/new', who: 'owner', ready: '.prov-make' },
    { name: 'provider-new', path: '/admin/providers/new?kind=comfyui', who: 'owner', ready: '.prov-form' },
  ];
}
