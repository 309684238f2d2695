import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from './testing/journey.ts';


type Line = { id: string; text: string; speaker: string };

describe('the script of a comic', () => {
  let journey: Journey;
  let context: BrowserContext;
  let page: Page;
  let comicId = '';

  const openScript = async (one: Page) => {
    await one.goto(`${journey.url}/comics/${comicId}/script`);
    await one.locator('.script-panel').first().waitFor();
  };
  const saved = (one: Page) => one.locator('.save-state[data-saving=saved]').waitFor();
  /** What the server has, which is what is kept. */
  const panelsOnServer = async (): Promise<Line[][]> => {
    const answer = await context.request.get(`${journey.url}/api/v1/comics/${comicId}/book`);
    const { book } = (await answer.json()) as { book: { chapters: { scenes: { panels: { lines: { id: string; text: Record<string, string>; speaker: string }[] }[] }[] }[] } };
    return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.map((panel) => panel.lines.map((line) => ({ id: line.id, text: line.text['en'] ?? '', speaker: line.speaker })))));
  };
  const lines = async () => (await panelsOnServer()).flat();
  const field = (one: Page, id: string) => one.locator(`[id="script-line-${id}"]`);
  const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 60 });
  /** Typing becomes a step after a short pause: for what shall not have happened, and between steps. */
  const settle = async (one: Page) => {
    await one.waitForTimeout(400);
    await saved(one);
  };

  beforeAll(async () => {
    journey = await beginJourney();
    ({ context, page } = journey);
    comicId = await journey.makeComic(sampleStory('lighthouse.en'), {}, { scriptOnly: true });
  });

  afterAll(() => journey?.close());

  test('a script that was asked for first offers to be drawn', async () => {
    await openScript(page);
    await page.getByRole('button', { name: 'Draw the comic' }).waitFor();
  });

  test('whoever is seen in a panel is shown by the own head, in the room that waits for it; who speaks, by a letter', async () => {
    const sizeOf = async (what: string) => { const box = await page.locator(what).first().boundingBox(); return [box?.width, box?.height]; };
    expect(await sizeOf('.script-person .cast-sketch')).toEqual([38, 38]);
    await page.locator('.script-person .cast-sketch[data-drawn=true] img').first().waitFor();
    expect(await sizeOf('.script-person .cast-sketch')).toEqual([38, 38]);
    expect(await sizeOf('.script-speaker .script-face')).toEqual([30, 30]);
  });

  test('writing, splitting, merging and reordering by keys are kept, and undone to the last', async () => {
    const before = await panelsOnServer();
    const [first] = before.flat();
    const text = first?.text ?? '';
    const line = field(page, first?.id ?? '');
    await line.click();
    await line.press('Control+End');
    await line.pressSequentially(' And it rained.');
    await poll(async () => (await lines())[0]?.text).toBe(`${text} And it rained.`);

    await page.evaluate(`document.activeElement.setSelectionRange(${text.length}, ${text.length})`);
    await line.press('Control+Enter');
    await poll(async () => (await lines()).slice(0, 2).map((one) => one.text)).toEqual([text, 'And it rained.']);
    expect(await page.evaluate<string>('document.activeElement.value')).toBe('And it rained.');

    await page.keyboard.press('Alt+ArrowUp');
    await poll(async () => (await lines()).slice(0, 2).map((one) => one.text)).toEqual(['And it rained.', text]);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Backspace');
    await poll(async () => (await lines())[0]?.text).toBe(`${text} And it rained.`);

    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('1');
    await page.keyboard.press('Alt+ArrowDown');
    await poll(async () => (await panelsOnServer())[1]?.[0]?.id).toBe(first?.id);
    await page.keyboard.press('m');
    await poll(async () => (await panelsOnServer()).length).toBe(before.length - 1);
    await page.keyboard.press('6');
    await settle(page);

    for (let i = 0; i < 30 && (await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()); i += 1) await page.keyboard.press('Control+z');
    await poll(async () => await panelsOnServer()).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await poll(async () => await panelsOnServer()).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await poll(async () => await panelsOnServer()).toEqual(before);
  });

  test('panels and lines are reordered by drag', async () => {
    const before = await panelsOnServer();
    await page.evaluate('window.scrollTo(0, 0)');
    const drag = async (from: string, to: string, part: number) => {
      const [a, b] = [await page.locator(from).boundingBox(), await page.locator(to).boundingBox()];
      if (!a || !b) throw new Error('nothing to drag');
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await page.mouse.down();
      await page.mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8, { steps: 4 });
      await page.mouse.move(b.x + b.width / 2, b.y + b.height * part, { steps: 8 });
      // The page may scroll under the hand: it follows its target, and lets go when the mark stands where it shall fall.
      await poll(async () => {
        const now = await page.locator(to).boundingBox();
        if (now) await page.mouse.move(now.x + now.width / 2, now.y + now.height * part);
        return page.locator(to).getAttribute('data-fall');
      }).toBe(part > 0.5 ? 'after' : 'before');
      await page.mouse.up();
    };
    const ids = await page.evaluate<string[]>(`[...document.querySelectorAll('.script-panel')].map((panel) => panel.dataset.panel)`);
    await drag(`[id="handle-${ids[0]}"]`, `[data-drop="${ids[1]}"]`, 0.8);
    await poll(async () => (await panelsOnServer())[1]).toEqual(before[0]);
    await page.keyboard.press('Control+z');
    await poll(async () => await panelsOnServer()).toEqual(before);

    const [line] = before.flat();
    const target = before[1]?.[0];
    await drag(`[id="handle-${line?.id}"]`, `[data-drop="${target?.id}"]`, 0.2);
    await poll(async () => (await panelsOnServer())[1]?.[0]?.id).toBe(line?.id);
    await page.keyboard.press('Control+z');
    await poll(async () => await panelsOnServer()).toEqual(before);
  });

  test('a locked panel refuses with a sentence', async () => {
    await page.locator('.script-number').first().click();
    await page.keyboard.press('l');
    await page.keyboard.press('Delete');
    await page.getByText('Panel 1 is locked. Unlock it to change it.').waitFor();
    const count = (await panelsOnServer()).length;
    await page.getByRole('alert').getByRole('button', { name: 'Unlock' }).click();
    await settle(page);
    expect((await panelsOnServer()).length).toBe(count);
  });

  test('nothing is lost by a reload, a crash, or a way that breaks while somebody types', async () => {
    const [first] = await lines();
    const id = first?.id ?? '';
    await field(page, id).fill('Kept over a reload.');
    await page.reload();
    await poll(() => field(page, id).inputValue()).toBe('Kept over a reload.');

    await context.setOffline(true);
    await field(page, id).click();
    await field(page, id).press('Control+End');
    await field(page, id).pressSequentially(' Offline.', { delay: 40 });
    await page.locator('.save-state[data-saving=offline]').waitFor();
    await context.setOffline(false);
    await field(page, id).pressSequentially(' Back.', { delay: 40 });
    await poll(async () => (await lines())[0]?.text).toBe('Kept over a reload. Offline. Back.');

    const crashing = journey.watch(await context.newPage());
    await openScript(crashing);
    await context.setOffline(true);
    await field(crashing, id).fill('Written before the crash.');
    await crashing.close({ runBeforeUnload: false });
    await context.setOffline(false);
    // The steps of a page that went without a word are taken up once it is sure that it went.
    await page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('koma.outbox.')) localStorage.setItem(key, JSON.stringify({ ...(JSON.parse(localStorage.getItem(key) ?? '{}') as object), aliveAt: 0 })); });
    await page.reload();
    await poll(async () => (await lines())[0]?.text).toBe('Written before the crash.');
  });

  test('two pages on one line: both changes stand, or the other is told beside the line', async () => {
    const id = (await lines())[0]?.id ?? '';
    await field(page, id).fill('The sea was calm.');
    await settle(page);
    const other = journey.watch(await context.newPage());
    await openScript(other);
    await poll(() => field(other, id).inputValue()).toBe('The sea was calm.');
    // Both write before either hears of the other.
    await Promise.all([field(page, id).fill('At night the sea was calm.'), field(other, id).fill('The sea was calm, for once.')]);
    await poll(async () => (await lines())[0]?.text).toBe('At night the sea was calm, for once.');
    await poll(() => field(page, id).inputValue()).toBe('At night the sea was calm, for once.');
    await poll(() => field(other, id).inputValue()).toBe('At night the sea was calm, for once.');

    await settle(page);
    await settle(other);
    await Promise.all([field(page, id).fill('The sea was wild.'), field(other, id).fill('The sea was gone.')]);
    await poll(async () => (await page.locator('.script-notice').count()) + (await other.locator('.script-notice').count())).toBeGreaterThan(0);
    const told = (await page.locator('.script-notice').count()) > 0 ? page : other;
    const lost = await told.locator('.script-notice q').first().innerText();
    await told.getByRole('button', { name: /^Use (it|mine)$/ }).first().click();
    await poll(async () => (await lines())[0]?.text).toBe(lost);
    await other.close();
  });

  test('on a phone everything is within one column and the thumb\'s reach', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('.script-tools').waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'See the panel' }).click();
    await page.getByRole('dialog').locator('.script-view img').waitFor();
    await page.keyboard.press('Escape');
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});
