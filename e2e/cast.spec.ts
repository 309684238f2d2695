import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from './testing/journey.ts';

const story = sampleStory('lighthouse.en');

type Person = { id: string; name: string; aliases: string[]; look: { hair: string; face: { eyes: number } }; outfits: { id: string; fromSceneId?: string }[]; voice: string };
type Book = { bible: { cast: Person[]; places: { id: string; name: string; kind: string }[]; facts: { subject: string; text: string; fromSceneId?: string }[] }; chapters: { scenes: { id: string; time: string }[] }[] };

describe('the cast of a comic', () => {
  let journey: Journey;
  let context: BrowserContext;
  let page: Page;
  let comicId = '';

  /** A machine busy with other tests is slow, not wrong. */
  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 200 });
  const open = async (rest = '', one = page) => {
    await one.goto(`${journey.url}/comics/${comicId}/cast${rest}`);
    await one.locator('.cast').waitFor();
  };
  /** What the server has, once it has all. */
  const saved = async (one = page): Promise<Book> => {
    await one.waitForTimeout(100);
    await one.locator('.save-state[data-saving=saved]').waitFor();
    return ((await (await context.request.get(`${journey.url}/api/v1/comics/${comicId}/book`)).json()) as { book: Book }).book;
  };
  const castOf = async () => (await saved()).bible.cast;
  const part = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  const choose = (group: string, name: string) => page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true }).check({ force: true });

  beforeAll(async () => {
    journey = await beginJourney();
    ({ context, page } = journey);
    comicId = await journey.makeComic(story);
  });

  afterAll(() => journey?.close());

  test('everybody hangs on the wall, drawn', async () => {
    await open();
    await poll(() => page.locator('.cast-card').count()).toBe(3);
    await poll(() => page.locator('.cast-card img').count()).toBe(6);
  });

  test('a look is changed by picture, undone, and only what shows it is drawn again', async () => {
    await open('/c2');
    const [, before] = await castOf();
    await part('Hair');
    await choose('Cut', 'Mohawk');
    expect((await castOf())[1]?.look.hair).toBe('mohawk');
    await page.keyboard.press('Control+z');
    expect((await castOf())[1]?.look.hair).toBe(before?.look.hair);
    await page.keyboard.press('Control+Shift+z');
    expect((await castOf())[1]?.look.hair).toBe('mohawk');

    await page.getByRole('button', { name: 'Look and redraw (free)' }).click();
    const panels = page.locator('.stale-panel');
    await panels.nth(1).waitFor();
    const all = await panels.count();
    await panels.first().locator('input').uncheck();
    await page.getByRole('button', { name: `Redraw ${all - 1} panels` }).click();
    await poll(() => panels.count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByText('1 panel shows an older look').waitFor();
    await page.getByRole('button', { name: 'As the story tells' }).click();
    await poll(async () => (await castOf())[1]?.look.hair).toBe(before?.look.hair);
  });

  test('a face is shaped by keys alone', async () => {
    await open('/c1');
    const eyes = (await castOf())[0]?.look.face.eyes ?? 0;
    await page.getByRole('tab', { name: 'Hair', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('slider', { name: /Eyes/ }).focus();
    await page.keyboard.press(eyes > 0.5 ? 'Home' : 'End');
    await poll(async () => (await castOf())[0]?.look.face.eyes).toBe(eyes > 0.5 ? 0 : 1);
  });

  test('a name keeps the old one as an alias; what does not fit stays in its field with the reason', async () => {
    await open('/c1');
    await part('Who');
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('x'.repeat(4000));
    await page.getByText('3800 characters too many').waitFor();
    await name.blur();
    expect((await castOf())[0]?.name).toBe('Mr. Barlow');
    expect(await name.inputValue()).toHaveLength(4000);
    await name.fill('\u202EOld\u200B Tom');
    await name.press('Enter');
    await poll(async () => (await castOf())[0]?.name).toBe('Old Tom');
    expect((await castOf())[0]?.aliases).toContain('Mr. Barlow');
    await name.fill('   ');
    await page.getByText('Give a name').waitFor();
    await name.press('Escape');
    expect(await name.inputValue()).toBe('Old Tom');
    await choose('Voice', 'Rough');
    expect((await castOf())[0]?.voice).toBe('rough');
  });

  test('clothes change at a scene', async () => {
    await open('/c2');
    await part('Clothes');
    await page.getByRole('button', { name: 'Change clothes at a scene' }).click();
    await choose('Clothes', 'Raincoat');
    const { bible, chapters } = await saved();
    const scenes = chapters.flatMap((chapter) => chapter.scenes);
    const outfits = bible.cast[1]?.outfits ?? [];
    expect(outfits).toHaveLength(2);
    expect(scenes.map((scene) => scene.id)).toContain(outfits[1]?.fromSceneId);
    await page.getByLabel('Begins at').selectOption(scenes.at(-1)?.id ?? '');
    await poll(async () => (await castOf())[1]?.outfits[1]?.fromSceneId).toBe(scenes.at(-1)?.id);
    await page.getByRole('button', { name: 'Remove this outfit' }).click();
    await poll(async () => (await castOf())[1]?.outfits.length).toBe(1);
  });

  test('two are one, and two again', async () => {
    await open();
    await page.getByRole('button', { name: 'More for captain' }).click();
    await page.getByRole('menuitem', { name: /Same person/ }).click();
    await page.locator('.cast-face').last().click();
    await poll(async () => (await castOf()).length).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await poll(async () => (await castOf()).length).toBe(3);
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.waitForURL(/\/cast\/person-/);
    expect(await castOf()).toHaveLength(4);
  });

  test('places, scenes and facts', async () => {
    await open('?show=places');
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByRole('textbox', { name: 'Find a place' }).fill('城堡');
    await page.getByRole('button', { name: 'Castle' }).click();
    await poll(async () => (await saved()).bible.places.at(-1)?.kind).toBe('castle');
    await page.getByRole('tab', { name: 'Scenes' }).click();
    await page.getByRole('group', { name: 'Scene 2' }).getByLabel('Hour').selectOption('night');
    await poll(async () => (await saved()).chapters.flatMap((chapter) => chapter.scenes)[1]?.time).toBe('night');
    await page.getByRole('tab', { name: 'Facts' }).click();
    await page.getByRole('button', { name: 'Add a fact' }).click();
    await page.getByLabel('About', { exact: true }).fill('The lamp');
    await page.getByLabel('What is true').fill('It burns oil.');
    await page.getByLabel('True from').selectOption({ index: 2 });
    await poll(async () => (await saved()).bible.facts).toMatchObject([{ subject: 'The lamp', text: 'It burns oil.' }]);
  });

  test('what is done offline is kept, and two tabs come together', async () => {
    await open('/c1');
    const other = await context.newPage();
    await open('/c1', other);
    await page.bringToFront();
    await context.setOffline(true);
    await part('Hair');
    await choose('Cut', 'Afro');
    await page.locator('.save-state[data-saving=offline]').waitFor();
    await context.setOffline(false);
    await poll(async () => (await castOf())[0]?.look.hair).toBe('afro');
    await other.bringToFront();
    await poll(() => other.getByRole('radio', { name: 'Afro' }).isChecked()).toBe(true);
    await other.close();
  });

  test('a thumb on a small phone does it too', async () => {
    const { context: phone, page: small } = await journey.openVisitor({ isSame: true, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await open('/c3', small);
    expect(Number(await small.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0);
    await small.getByRole('tab', { name: 'Hat and glasses' }).tap();
    await small.locator('label', { hasText: 'Witch hat' }).tap();
    await poll(() => small.getByRole('radio', { name: 'Witch hat' }).isChecked()).toBe(true);
    await saved(small);
    await phone.close();
    expect(journey.complaints).toEqual([]);
  });
});
