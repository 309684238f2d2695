/** The main job on a phone of 360 x 740, by touch alone: sample, comic, script, pages, reading, file. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rest, sidewaysPx } from './pages/look.ts';
import { fingersOn, type Fingers } from './testing/fingers.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

type Panel = { id: string; lines: { id: string; text: Record<string, string>; letter?: unknown }[] };
type Scene = { panels: Panel[] };

describe('a phone', () => {
  let journey: Journey;
  let page: Page;
  let fingers: Fingers;
  let id = '';

  beforeAll(async () => {
    journey = await beginJourney({ context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } });
    page = journey.page;
    fingers = await fingersOn(journey.context, page);
  });
  afterAll(() => journey?.close());

  /** Everything that can be tapped is 40 px high and wide, or stands in a line of text, or is drawn on a page that can be enlarged. */
  const smallTargets = async (): Promise<string[]> => (await page.evaluate(`[...document.querySelectorAll('button, [role=button], input[type=checkbox], input[type=radio], select, a.button, summary')].filter((one) => {
    if (one.closest('[inert], .unseen, .pe-hands, [aria-hidden=true]') || getComputedStyle(one).visibility === 'hidden') return false;
    const target = one.matches('input') ? one.closest('label') ?? one : one;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && height > 0 && (height < 39.5 || width < 39.5);
  }).map((one) => one.outerHTML.slice(0, 120))`)) as string[];
  const check = async (where: string) => {
    await rest(page, 300);
    expect(await sidewaysPx(page), `${where} is wider than the screen`).toBe(0);
    expect(await smallTargets(), `${where} has targets too small for a thumb`).toEqual([]);
  };
  const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 150 });
  const scenes = async () => (await journey.call<{ book: { chapters: { scenes: Scene[] }[] } }>('GET', `/comics/${id}/book`)).book.chapters.flatMap((chapter) => chapter.scenes);
  const panelIds = async () => (await scenes()).map(({ panels }) => panels.map((panel) => panel.id));
  const middleOf = async (what: Locator, down = 0.5) => {
    const box = await what.boundingBox();
    if (!box) throw new Error('it is not on the page');
    return { x: box.x + box.width / 2, y: box.y + box.height * down };
  };

  test('a sample becomes a comic', async () => {
    await page.goto(journey.url);
    await check('home');
    await page.goto(`${journey.url}/new`);
    await check('the desk');
    await page.locator('.sample').first().tap();
    await poll(() => page.locator('#story').inputValue()).not.toBe('');
    // Its beginning says as much here, and is drawn sooner.
    await page.locator('#story').fill((await page.locator('#story').inputValue()).slice(0, 1500));
    await page.getByRole('button', { name: 'Make the comic' }).first().tap();
    await page.waitForURL(/\/comics\/comic_\w+$/);
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    // While it is drawn, a link with this word leads to the reader as well.
    await page.getByRole('button', { name: 'Read', exact: true }).waitFor();
    await check('the overview');
  });

  test('its script is changed by touch', async () => {
    await page.goto(`${journey.url}/comics/${id}/script`);
    const line = page.locator('[id^="script-line-"]').first();
    await line.tap();
    await line.press('End');
    await line.pressSequentially(' So it was.');
    await poll(async () => JSON.stringify(await scenes())).toContain(' So it was.');
    await check('the script');
  });

  test('a panel is moved by a long press; a short one scrolls', async () => {
    const before = await panelIds();
    const [first, second] = before.find((panels) => panels.length > 1) ?? [];
    const handle = page.locator(`[id="handle-${first}"]`);
    const target = page.locator(`[data-drop="${second}"]`);
    await page.evaluate(`document.getElementById(${JSON.stringify(`handle-${first}`)}).scrollIntoView({ block: 'center' })`);
    const at = await middleOf(handle);
    const scrolled = Number(await page.evaluate('scrollY'));
    await fingers.swipe(at, { x: at.x, y: at.y - 200 });
    await poll(async () => Number(await page.evaluate('scrollY'))).toBeGreaterThan(scrolled + 100);
    expect(await panelIds()).toEqual(before);

    await handle.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await rest(page, 200);
    const reach = await middleOf(target, 0.8);
    await fingers.drag(await middleOf(handle), { x: reach.x, y: Math.min(reach.y, 600) }, {
      isHeld: () => page.locator('.script-dragged').waitFor(),
      // Near the edge of the screen the page comes towards the finger.
      isThere: () => page.locator(`[data-drop="${second}"][data-fall=after]`).waitFor(),
    });
    await poll(panelIds).toEqual(before.map((panels) => (panels[0] === first ? [second, first, ...panels.slice(2)] : panels)));
  });

  test('a page is enlarged by two fingers, wherever they land, and a bubble is moved by one', async () => {
    await page.goto(`${journey.url}/comics/${id}/pages/3`);
    const bubble = page.locator('.pe-bubble').first();
    const settled = async () => {
      await page.locator('.pe-stage[data-setting=false]').waitFor();
      await page.locator('.pe-state[data-state=saved]').waitFor({ state: 'attached' });
    };
    const width = async () => (await page.locator('.pe-paper').boundingBox())?.width ?? 0;
    const lettersOf = async (lineId: string) => (await scenes()).flatMap(({ panels }) => panels.flatMap(({ lines }) => lines)).find((line) => line.id === lineId)?.letter;
    await bubble.waitFor();
    await settled();
    await check('a page on the desk');
    const lineId = (await bubble.getAttribute('data-line')) ?? '';
    const fitted = await width();
    const under = await middleOf(bubble);
    // The left finger stands on the bubble.
    const enlarged = async () => (await width()) / fitted;
    // A browser that waits too long for a busy page keeps the fingers to itself: a hand tries again.
    for (let tries = 0; tries < 5 && (await enlarged()) < 1.1; tries += 1) {
      await fingers.pinch({ x: under.x + 30, y: under.y }, 30, 60);
      await rest(page, 300);
    }
    await poll(enlarged).toBeGreaterThan(1.5);
    expect(Number(await page.evaluate('visualViewport.scale'))).toBe(1);
    await settled();
    expect(await lettersOf(lineId)).toBeUndefined();
    await page.getByRole('button', { name: 'Whole page' }).tap();
    await poll(width).toBeCloseTo(fitted, 0);

    const from = await middleOf(bubble);
    await fingers.swipe(from, { x: from.x + 12, y: from.y + 30 });
    await poll(() => lettersOf(lineId)).toBeDefined();
    await settled();
  });

  test('it is read by tapping and swiping', async () => {
    await page.goto(`${journey.url}/comics/${id}/read?page=1`);
    await page.locator('.reader-page img').first().waitFor();
    const { direction } = await journey.call<{ direction: string }>('GET', `/comics/${id}/reading`);
    const [from, to] = direction === 'rtl' ? [90, 280] : [280, 90];
    await fingers.swipe({ x: from, y: 370 }, { x: to, y: 370 });
    await page.waitForURL(/page=2/);
    expect(await sidewaysPx(page)).toBe(0);
  });

  test('it is brought up to date and taken away as a PDF', async () => {
    await page.goto(`${journey.url}/comics/${id}`);
    await page.getByRole('button', { name: /^Update/ }).first().tap();
    await poll(async () => { const comic = await journey.call<{ state: string; revision: number; pagesRevision: number }>('GET', `/comics/${id}`); return comic.state === 'done' && comic.revision === comic.pagesRevision; }).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-format=pdf]').tap()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await check('what is taken away');
  });

  test('a page lies where it lay when it is changed, and when the way to the server is gone', async () => {
    await page.goto(`${journey.url}/comics/${id}/pages/3`);
    const bubble = page.locator('.pe-bubble').first();
    const stage = page.locator('.pe-stage');
    const state = (name: string) => page.locator(`.pe-state[data-state=${name}]`);
    await bubble.waitFor();
    await state('saved').getByText('Saved', { exact: true }).waitFor();
    const lying = await stage.boundingBox();
    const push = async (by: number) => {
      const at = await middleOf(bubble);
      await fingers.swipe(at, { x: at.x, y: at.y + by });
    };
    await push(30);
    await page.getByRole('button', { name: 'Update pages' }).waitFor();
    await state('saved').getByText('1 page changed', { exact: true }).waitFor();
    expect(await stage.boundingBox()).toEqual(lying);
    await check('a page that is changed');
    await journey.context.setOffline(true);
    await push(-20);
    await state('offline').getByText('Offline: kept here', { exact: true }).waitFor();
    expect(await stage.boundingBox()).toEqual(lying);
    await journey.context.setOffline(false);
    await state('saved').waitFor();
    expect(await stage.boundingBox()).toEqual(lying);
  });

  test('takes that do not fit beside one another fade out at the edge where they go on', async () => {
    const panelId = (await panelIds()).flat()[0] ?? '';
    for (const request of ['closer', 'wider', 'at night']) await journey.call('POST', `/comics/${id}/panels/${panelId}/takes`, { request });
    await page.goto(`${journey.url}/comics/${id}/panels/${panelId}`);
    const strip = page.locator('.takes-strip');
    await poll(() => strip.locator('li').count()).toBeGreaterThan(3);
    const moreAt = async (px: number) => {
      await strip.evaluate((one, left) => one.scrollTo({ left, behavior: 'instant' }), px);
      return strip.getAttribute('data-more');
    };
    await poll(() => moreAt(0)).toBe('right');
    await poll(() => moreAt(60)).toBe('left right');
    await poll(() => moreAt(10_000)).toBe('left');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.takes-strip')).maskImage`)).toContain('56px');
    await check('the takes of a panel');
  });

  test('every menu is whole on the screen', async () => {
    const cutItems = async () => (await page.evaluate(`[...document.querySelectorAll('[role=menu] [role^=menuitem]')].filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return [[left + 3, top + 3], [right - 3, bottom - 3]].some(([x, y]) => !one.contains(document.elementFromPoint(x, y)));
    }).map((one) => one.textContent)`)) as string[];
    const open = async (what: Locator) => {
      await what.tap();
      await page.locator('[role=menu] [role^=menuitem]').first().waitFor();
      await rest(page, 200);
      expect(await cutItems(), 'items that are cut').toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('[role=menu]').waitFor({ state: 'detached' });
    };
    await page.goto(`${journey.url}/comics/${id}/script`);
    await page.locator('.script-panel').nth(2).waitFor();
    await rest(page, 300);
    for (const [menu, at] of [['.script-panel-top > .icon-button', 1], ['.script-line-end > .icon-button', 1], ['.script-scene .icon-button[aria-label^=More]', 0]] as const) {
      const button = page.locator(menu).filter({ visible: true }).nth(at);
      // High on the screen, in its middle, and low above the tools.
      for (const block of ['start', 'center', 'end'] as const) {
        await button.evaluate((one, where) => one.scrollIntoView({ block: where }), block);
        await page.evaluate(`scrollBy(0, ${{ start: -100, center: 0, end: 140 }[block]})`);
        await open(button);
      }
    }
    for (const [path, menu] of [['/comics', '.rail-tools [aria-haspopup=menu]'], ['/comics', '.shelf-book [aria-haspopup=menu]'], [`/comics/${id}`, '.comic-bar-end [aria-haspopup=menu]'], [`/comics/${id}/cast`, '.cast-card [aria-haspopup=menu]']] as const) {
      await page.goto(journey.url + path);
      await open(page.locator(menu).filter({ visible: true }).first());
    }
  });

  test('the tools of several panels fit beside one another', async () => {
    await page.goto(`${journey.url}/comics/${id}/script`);
    await page.locator('.script-number').nth(0).tap();
    await page.getByRole('button', { name: 'More for panel 2', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Choose up to here' }).tap();
    await page.locator('.script-chosen').waitFor();
    expect(await page.locator('.script-tools').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await check('the script with panels chosen');
  });

  test('nothing on the way threw or broke the content policy', () => expect(journey.complaints).toEqual([]));
});
