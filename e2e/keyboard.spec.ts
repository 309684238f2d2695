/** The whole way of a newcomer by keys alone: nothing is clicked, filled in or focused from outside. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, OWNER, PATIENCE_MS, type Journey } from './testing/journey.ts';

const STORY = `The rain had not stopped for three days. Anna stood at the window of the old station and watched the tracks.

"Is the train coming?" Tom asked.

"Not tonight," said Anna. "The bridge is gone."

Tom sat down on his suitcase. "Then we walk!" he shouted.

At dawn they crossed the river on foot. They laughed and ran down the hill.
`;

/** The element in focus as its user knows it, and whether it can be seen that it is the one. */
type Held = { name: string; group: string; className: string; isNobody: boolean; isGuard: boolean; isStop: boolean; isSeen: boolean; value: string };
const HELD = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { name: '', group: '', className: '', isNobody: true, isGuard: false, isStop: false, isSeen: false, value: '' };
  const words = (element) => (element?.innerText ?? '').replace(/\\s+/g, ' ').trim();
  const isRinged = (element) => { const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)$|transparent/.test(outlineColor) || (element === one && boxShadow !== 'none'); };
  const around = [one, one.parentElement, one.closest('label, .sheet, .slider')].filter(Boolean);
  // A menu and the palette paint the row that is meant.
  const isPainted = one.matches('[data-highlighted]') || (one.matches('[role=menu], [role=combobox]') && document.querySelector('[data-highlighted]') !== null);
  return {
    name: one.getAttribute('aria-label') ?? (one.getAttribute('aria-labelledby') ? words(document.getElementById(one.getAttribute('aria-labelledby').split(' ')[0])) : words(one.labels?.[0] ?? one)),
    group: words(one.closest('fieldset')?.querySelector('legend')), className: String(one.className), isNobody: false, isGuard: one.hasAttribute('data-base-ui-focus-guard'), isStop: one.tabIndex >= 0, isSeen: isPainted || around.some(isRinged), value: String(one.value ?? ''),
  };
})()`;

type Line = { id: string; kind: string; text: Record<string, string>; letter?: Record<string, { at?: unknown }> };
type Panel = { id: string; lines: Line[]; adoptedTakeId?: string };
type Book = { title: string; format: string; bible: { cast: { name: string; look: { hair: string } }[] }; layout: { pages: { template?: string; cut: unknown }[] }; chapters: { scenes: { panels: Panel[] }[] }[] };
type Comic = { state: string; title: string; revision: number; pagesRevision: number; trashedAt: string | null };

describe('by keys alone', () => {
  let journey: Journey;
  let comicId = '';

  const held = () => journey.page.evaluate<Held>(HELD);
  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 100 });
  /** After whatever was done somebody has the focus. */
  const kept = async (after: string): Promise<Held> => {
    await expect.poll(async () => (await held()).isNobody, { timeout: 5000, interval: 50, message: `the focus is lost after ${after}` }).toBe(false);
    return held();
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await journey.page.keyboard.press(key);
    return kept(keys.join(' '));
  };
  const type = async (text: string) => {
    await journey.page.keyboard.type(text);
    await kept('typing');
  };
  /** Goes on by Tab, or back, to what is called so (or looks so); every stop on the way must be seen. */
  const goTo = async (wanted: string | RegExp | ((one: Held) => boolean), way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Held> => {
    const fits = (one: Held) => one.isStop && (typeof wanted === 'function' ? wanted(one) : typeof wanted === 'string' ? one.name === wanted : wanted.test(one.name));
    const passed: string[] = [];
    for (let stops = 0; stops < 220; stops += 1) {
      const one = await held();
      if (one.isStop && !one.isGuard) expect(one.isSeen, `nobody sees that “${one.name}” (${one.className}) has the focus`).toBe(true);
      if (fits(one)) return one;
      passed.push(one.name);
      await journey.page.keyboard.press(way);
      // The ends of a dialog send the focus round.
      for (let waits = 0; waits < 50 && (await held()).isGuard; waits += 1);
    }
    throw new Error(`Tab does not lead to ${String(wanted)}: ${passed.slice(0, 60).join(' > ')}`);
  };
  const open = async (name: string | RegExp, address: RegExp, way?: 'Shift+Tab') => {
    await goTo(name, way);
    await press('Enter');
    await journey.page.waitForURL(address);
    await kept(`opening ${String(name)}`);
  };
  const comic = () => journey.call<Comic>('GET', `/comics/${comicId}`);
  const book = async () => (await journey.call<{ book: Book }>('GET', `/comics/${comicId}/book`)).book;
  const panels = async () => (await book()).chapters.flatMap(({ scenes }) => scenes.flatMap((scene) => scene.panels));
  const texts = async () => (await panels()).map(({ lines }) => lines.map(({ text }) => text['en'] ?? ''));
  const upToDate = () => poll(async () => { const { state, revision, pagesRevision } = await comic(); return state === 'done' && revision === pagesRevision; }).toBe(true);

  beforeAll(async () => { journey = await beginJourney({ context: { reducedMotion: 'reduce' } }); });
  afterAll(() => journey?.close());

  test('the welcome link is answered', async () => {
    await journey.page.goto(`${journey.url}/welcome?token=${/welcome\?token=([\w-]+)/.exec(journey.program.said())?.[1] ?? ''}`);
    for (const [field, text] of [['Name', OWNER.name], ['E-mail', OWNER.email], ['Password', OWNER.password]] as const) {
      await goTo(field);
      await type(text);
    }
    await press('Enter');
    await journey.page.waitForURL(`${journey.url}/`);
    await kept('the welcome');
  });

  test('a story is typed, its paper chosen, and the comic made', async () => {
    await open('Begin with your story', /\/new$/);
    await goTo('Title');
    await type('The Bridge');
    await goTo('Your story');
    await type(STORY);
    await goTo(/^Manga B5/);
    expect((await press('ArrowRight', 'ArrowRight')).name).toMatch(/^US comic/);
    await goTo('Make the comic', 'Shift+Tab');
    await press('Enter');
    await journey.page.waitForURL(/\/comics\/comic_\w+$/);
    comicId = journey.page.url().split('/').at(-1) ?? '';
    await poll(async () => (await comic()).state).toBe('done');
    expect(await book()).toMatchObject({ title: 'The Bridge', format: 'us-comic' });
    await kept('the drawing');
  });

  test('the script is written on', async () => {
    await open('Script', /\/script$/, 'Shift+Tab');
    const before = await texts();
    await goTo('Line 2 of panel 2, Anna');
    await press('Control+End');
    await type(' It fell.');
    for (let letters = 0; letters < 8; letters += 1) await press('ArrowLeft');
    expect((await press('Control+Enter')).value).toBe('It fell.');
    await press('Control+Shift+Enter');
    await poll(texts).toEqual([before[0], before[1], ['It fell.'], ...before.slice(2)]);
    expect((await press('Escape')).name).toBe('Choose panel 3');
    expect((await press('Alt+ArrowDown')).name).toBe('Choose panel 4');
    await poll(async () => (await texts())[3]).toEqual(['It fell.']);
    await press('Control+z');
    await poll(async () => (await texts())[2]).toEqual(['It fell.']);
    await press('Control+Shift+z');
    await poll(async () => (await texts())[3]).toEqual(['It fell.']);
    // To the last step and on: the button that turns itself off hands the focus on.
    await goTo('Undo', 'Shift+Tab');
    for (let steps = 0; steps < 20 && (await held()).name === 'Undo'; steps += 1) await press('Enter');
    await poll(texts).toEqual(before);
    expect((await held()).name).toBe('Redo');
    for (let steps = 0; steps < 20 && (await held()).name === 'Redo'; steps += 1) await press('Enter');
    await poll(async () => (await texts())[3]).toEqual(['It fell.']);
  });

  test('a look is changed, and the pages follow', async () => {
    await open('Cast', /\/cast$/, 'Shift+Tab');
    await open(/^Anna \d lines/, /\/cast\/.+/);
    const before = (await book()).bible.cast.find(({ name }) => name === 'Anna')?.look.hair;
    await goTo((one) => one.group === 'Cut');
    await press('ArrowRight');
    await poll(async () => (await book()).bible.cast.find(({ name }) => name === 'Anna')?.look.hair).not.toBe(before);
    await goTo(/^Look and redraw/, 'Shift+Tab');
    await press('Enter');
    await poll(async () => (await held()).name).toBe('Close');
    await press('Escape');
    await poll(async () => (await held()).name).toMatch(/^Look and redraw/);
    await open('Overview', /\/comics\/comic_\w+$/, 'Shift+Tab');
    await goTo(/^Update/);
    await press('Enter');
    await upToDate();
    await kept('the update');
  });

  test('a page is cut anew; a gutter and a bubble are moved', async () => {
    await open('Pages', /\/pages\/1$/, 'Shift+Tab');
    await goTo('Page 3');
    await press('Enter');
    await journey.page.waitForURL(/\/pages\/3$/);
    await goTo((one) => one.className === 'pe-template');
    await goTo(await held().then(({ name }) => (one: Held) => one.className === 'pe-template' && one.name !== name));
    await press('Enter');
    await poll(async () => (await book()).layout.pages.length).toBe(1);
    const [{ cut }] = (await book()).layout.pages as [Book['layout']['pages'][0]];
    await goTo('Gutter 1', 'Shift+Tab');
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    await poll(async () => (await book()).layout.pages[0]?.cut).not.toEqual(cut);
    const line = async () => (await panels()).flatMap(({ lines }) => lines).find(({ text }) => text['en']?.startsWith('The bridge'));
    await goTo(/^Anna: The bridge is gone/, 'Shift+Tab');
    await press('Shift+ArrowDown');
    await poll(async () => (await line())?.letter?.['en']?.at).toBeDefined();
    await press('Space');
    expect((await held()).name).toMatch(/^Anna: The bridge/);
    await goTo(/^Speech/);
    await press('ArrowRight');
    await poll(async () => (await line())?.kind).toBe('thought');
    await press('Control+z');
    await poll(async () => (await line())?.kind).toBe('speech');
    await press('Control+Shift+z');
    await poll(async () => (await line())?.kind).toBe('thought');
  });

  test('a panel is drawn once more, and the new drawing taken', async () => {
    await open('Back to the book', /\/comics\/comic_\w+$/);
    await open('Panel 1', /\/panels\//);
    await goTo('Draw it once more');
    await type('from below');
    await press('Enter');
    await goTo(/^Take 2/);
    await press('Enter');
    await goTo('Put it on the page');
    await press('Enter');
    await poll(async () => (await panels())[0]?.adoptedTakeId).toMatch(/^take_/);
    await kept('taking it');
    await press('Escape');
    await journey.page.waitForURL(/\/comics\/comic_\w+$/);
    await goTo(/^(Update|Read$)/);
    if ((await held()).name !== 'Read') await press('Enter');
    await upToDate();
  });

  test('the book is read to its end, and taken away', async () => {
    await goTo('Pages', 'Shift+Tab');
    await open('Read', /\/read/);
    const { page } = journey;
    await page.locator('.reader-page').first().waitFor();
    await press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await goTo(/^Change the keys of: Turn to the left/);
    await press('Escape');
    await page.locator('.r-keys').waitFor({ state: 'detached' });
    await kept('the keys of the reader');
    await press('d');
    for (let turns = 0; turns < 12 && !(await page.getByRole('heading', { name: 'The end' }).isVisible()); turns += 1) {
      const at = await page.locator('.r-place').innerText();
      await press('ArrowRight');
      await poll(async () => (await page.getByRole('heading', { name: 'The end' }).isVisible()) || (await page.locator('.r-place').innerText()) !== at).toBe(true);
    }
    await goTo('Read again');
    await press('Escape');
    await page.waitForURL(/\/comics\/comic_\w+$/);
    await kept('closing the reader');
    await goTo(/^PDF/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toBe('The Bridge.pdf');
    expect(readFileSync(await file.path()).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await kept('the download')).name).toMatch(/^PDF/);
  });

  test('the comic is renamed, thrown away and taken back', async () => {
    await goTo('Rename', 'Shift+Tab');
    await press('Enter', 'Control+a');
    await type('The Way Home');
    await press('Enter');
    await poll(async () => (await comic()).title).toBe('The Way Home');
    expect((await kept('renaming')).name).toBe('Rename');
    await open('My comics', /\/comics$/, 'Shift+Tab');
    await goTo(/^The Way Home/);
    await press('F2', 'Control+a');
    await type('Over the River');
    await press('Enter');
    await poll(async () => (await comic()).title).toBe('Over the River');
    await goTo(/^Over the River/, 'Shift+Tab');
    await press('Delete');
    await poll(async () => (await comic()).trashedAt).not.toBeNull();
    await goTo('Undo');
    await press('Enter');
    await poll(async () => (await comic()).trashedAt).toBeNull();
    await goTo('More for Over the River');
    await press('Enter', 'End');
    expect(await press('ArrowUp', 'ArrowDown')).toMatchObject({ name: 'Move to the trash', isSeen: true });
    await press('Enter');
    await poll(async () => (await comic()).trashedAt).not.toBeNull();
    await open('Trash', /\/trash$/, 'Shift+Tab');
    await goTo('Take back: Over the River');
    await press('Enter');
    await poll(async () => (await comic()).trashedAt).toBeNull();
    await kept('taking it back');
  });

  test('the palette leads there, the help tells the keys, and the door is closed', async () => {
    const { page } = journey;
    await open('Back to the shelf', /\/comics$/, 'Shift+Tab');
    await page.locator('.shelf-book').waitFor();
    await press('Control+k');
    await page.locator('.palette').waitFor();
    await type('Over the River');
    await page.getByRole('option', { name: /Over the River/ }).first().waitFor();
    expect((await held()).isSeen).toBe(true);
    await press('Enter');
    await page.waitForURL(new RegExp(comicId));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await goTo(/^Change the keys of: New comic/);
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await kept('the help');
    await open('You', /\/you$/);
    await goTo('Sign out');
    await press('Enter');
    await goTo('Sign in', 'Shift+Tab');
    expect((await journey.call<{ kind: string }>('GET', '/me')).kind).not.toBe('user');
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});
