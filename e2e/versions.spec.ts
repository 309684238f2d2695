/** Versions and what is compared stand in the address: reload, Back, a link to oneself, and addresses that say nonsense. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from './testing/journey.ts';

type Book = { revision: number; book: { id: string } };

describe('versions by their address', () => {
  let journey: Journey;
  let page: Page;
  let comicId = '';
  let versionId = '';
  const poll = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: PATIENCE_MS, interval: 50 });
  const sheet = (name: string) => page.getByRole('dialog', { name });
  const search = () => new URL(page.url()).search;
  const isShut = () => poll(() => page.getByRole('dialog').count()).toBe(0);
  const choose = async (menu: string) => {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitem', { name: /^Versions/ }).click();
    await sheet('Versions').waitFor();
  };

  beforeAll(async () => {
    journey = await beginJourney();
    page = journey.page;
    comicId = await journey.makeComic(sampleStory('lighthouse.en', 900), { title: 'Storm' }, { scriptOnly: true });
    versionId = (await journey.call<{ id: string }>('POST', `/comics/${comicId}/versions`, { name: 'First draft' })).id;
    const { revision, book } = await journey.call<Book>('GET', `/comics/${comicId}/book`);
    await journey.call('POST', `/comics/${comicId}/edits`, { clientId: 'versions-test', clientSeq: 1, baseRevision: revision, ops: [{ op: 'set', kind: 'book', id: book.id, field: 'author', value: 'Ai' }] });
  });
  afterAll(() => journey?.close());

  test('over a comic: each step is an address, lasts through a reload, and is gone back one by one', async () => {
    await page.goto(`${journey.url}/comics`);
    await page.goto(`${journey.url}/comics/${comicId}`);
    await choose('More for this comic');
    expect(search()).toBe('?versions=all');
    await page.getByRole('button', { name: 'Compare with now' }).click();
    const compared = sheet('Changed since “First draft”');
    await compared.locator('.diff').getByText('title').waitFor();
    expect(search()).toBe(`?versions=${versionId}`);
    await page.reload();
    await compared.locator('.diff').getByText('title').waitFor();
    await page.goBack();
    await sheet('Versions').waitFor();
    expect(search()).toBe('?versions=all');
    await page.goForward();
    await compared.waitFor();
    await compared.getByRole('button', { name: 'All versions' }).click();
    await sheet('Versions').waitFor();
    await page.goBack();
    await isShut();
    expect(search()).toBe('');
  });

  test('what is closed is not opened again by Back', async () => {
    await choose('More for this comic');
    await page.getByRole('button', { name: 'Compare with now' }).click();
    await sheet('Changed since “First draft”').waitFor();
    await page.keyboard.press('Escape');
    await isShut();
    expect(search()).toBe('');
    await page.goBack();
    await page.waitForURL(/\/comics$/);
    await page.goForward();
    await page.waitForURL(new RegExp(`${comicId}$`));
    await isShut();
  });

  test('on the shelf the address says of which comic, and keeps how the shelf is ordered', async () => {
    await page.goto(`${journey.url}/comics?sort=title`);
    await choose('More for Storm');
    await page.getByRole('button', { name: 'Compare with now' }).click();
    await sheet('Changed since “First draft”').waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ sort: 'title', comic: comicId, versions: versionId });
    const link = page.url();
    await page.keyboard.press('Escape');
    await isShut();
    expect(search()).toBe('?sort=title');
    await page.goto(link);
    await sheet('Changed since “First draft”').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await isShut();
    expect(search()).toBe('?sort=title');
  });

  test('the script and the cast open them as well', async () => {
    for (const part of ['script', 'cast']) {
      await page.goto(`${journey.url}/comics/${comicId}/${part}?versions=${versionId}`);
      await sheet('Changed since “First draft”').waitFor();
      await page.keyboard.press('Escape');
      await isShut();
      expect(new URL(page.url()).pathname).toBe(`/comics/${comicId}/${part}`);
    }
  });

  test('an address that says nonsense ends in a clear state', async () => {
    for (const nonsense of ['versions=%00', 'versions=version_1', 'versions=7', 'versions=%7B%22a%22%3A1%7D', `versions=${'x'.repeat(4000)}`, 'versions=version_%E2%80%AE0']) {
      await page.goto(`${journey.url}/comics/${comicId}?${nonsense}`);
      await page.getByRole('button', { name: 'More for this comic' }).waitFor();
      await poll(search).toBe('');
      await isShut();
    }
    for (const nonsense of [`versions=${versionId}`, `comic=${comicId}`, `versions=all&comic=comic_1`]) {
      await page.goto(`${journey.url}/comics?${nonsense}`);
      await page.locator('.shelf-book[data-comic]').waitFor();
      await poll(search).toBe('');
      await isShut();
    }
    await page.goto(`${journey.url}/comics/${comicId}?versions=version_${'0'.repeat(26)}`);
    await page.getByRole('heading', { name: 'This version is not there any more' }).waitFor();
    await page.getByRole('button', { name: 'All versions' }).click();
    await sheet('Versions').getByText('First draft').waitFor();
    await page.goto(`${journey.url}/comics?versions=all&comic=comic_${'0'.repeat(26)}`);
    await sheet('Versions').getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});
