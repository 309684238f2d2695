/** What the script editor chooses by pictures and menus; typing and keys are in `script-editor.spec.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, type Journey } from './testing/journey.ts';

type Panel = { importance: number; shot: string; effects: string[]; crowd: number; props: { noun: string }[]; isLocked?: boolean; characters: { id: string; expression: string; pose: string; facing: string }[]; lines: { id: string; kind: string; speaker: string; speakerId?: string; isLocked?: boolean; text: Record<string, string> }[] };
type Book = { bible: { cast: { id: string; name: string }[]; places: { id: string; kind: string }[] }; chapters: { scenes: { placeId: string; time: string; weather: string; mood: string; panels: Panel[] }[] }[] };

const STORY = 'Mina ran along the beach.\n\n"Wait for me!" said Mina.\n\n"Hurry, the tide is coming," said Tom.\n\nThey climbed the rocks.\n\n"We made it," said Tom.\n\nThe next morning they met at school.\n\n"I can hardly believe it," said Mina.';

describe('the script, by pictures and menus', () => {
  let journey: Journey;
  let comicId = '';
  const book = async () => (await journey.call<{ book: Book }>('GET', `/comics/${comicId}/book`)).book;
  const scenes = async () => (await book()).chapters.flatMap((chapter) => chapter.scenes);
  const panels = async () => (await scenes()).flatMap((scene) => scene.panels);
  const first = async () => (await panels())[0]!;
  const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 60 });
  const press = (name: string | RegExp) => journey.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click();
  const card = (name: string) => journey.page.locator('.script-picker .card', { has: journey.page.getByText(name, { exact: true }) }).first().click();
  const close = async () => {
    await journey.page.keyboard.press('Escape');
    await journey.page.locator('.script-picker').waitFor({ state: 'detached' });
  };
  const menu = async (of: string | RegExp, item: string) => {
    await press(of);
    await journey.page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    journey = await beginJourney({ isOwner: true });
    journey.context.setDefaultTimeout(45_000);
    comicId = await journey.makeComic(STORY, {}, { scriptOnly: true });
    await journey.page.goto(`${journey.url}/comics/${comicId}/script`);
    await journey.page.locator('.script-panel').first().waitFor();
  });
  afterAll(() => journey?.close());

  test('a panel: how important, from how far, effects, things, people in the background', async () => {
    await press(/^Importance of panel 1:/);
    await card('6 · splash');
    await poll(async () => (await first()).importance).toBe(6);
    await close();
    await press(/^Shot of panel 1:/);
    await card("Bird's eye");
    await poll(async () => (await first()).shot).toBe('birds-eye');
    await close();
    const { effects } = await first();
    await press(/^Effects in panel 1:/);
    await journey.page.locator('.script-picker .card[aria-pressed=false]').first().click();
    await poll(async () => (await first()).effects.length).toBe(effects.length + 1);
    await close();
    await press(/^Things in panel 1:/);
    await journey.page.getByLabel('Another thing').fill('umbrella');
    await journey.page.locator('.script-picker').getByRole('button', { name: 'Add', exact: true }).click();
    await poll(async () => (await first()).props.map(({ noun }) => noun)).toContain('umbrella');
    await close();
  });

  test('a person: face, pose, turn, out of the panel and in again', async () => {
    const mina = (await book()).bible.cast.find(({ name }) => name === 'Mina')!;
    const now = async () => (await first()).characters.find(({ id }) => id === mina.id);
    await journey.page.locator('.script-person', { hasText: 'Mina' }).first().click();
    const picker = journey.page.locator('.script-picker');
    expect(await picker.locator('.popover-title').textContent()).toContain('Mina');
    await picker.locator('.card:has(:checked) .cast-sketch[data-drawn=true]').waitFor();
    await card('Laugh');
    await poll(async () => (await now())?.expression).toBe('laugh');
    await journey.page.getByRole('button', { name: 'Pose', exact: true }).click();
    await card('Kneel');
    await poll(async () => (await now())?.pose).toBe('kneel');
    // Opened again, the chosen card lies in view.
    await journey.page.getByRole('button', { name: 'Face', exact: true }).click();
    await picker.evaluate((area) => { area.scrollTop = 0; });
    await journey.page.getByRole('button', { name: 'Pose', exact: true }).click();
    await poll(() => picker.evaluate((area) => {
      const [is, around] = [area.querySelector('.card:has(:checked)')?.getBoundingClientRect(), area.getBoundingClientRect()];
      return is !== undefined && is.top >= around.top && is.bottom <= around.bottom;
    })).toBe(true);
    await journey.page.getByRole('button', { name: 'Turned', exact: true }).click();
    const before = (await now())?.facing;
    await journey.page.locator('.script-picker .card:not(:has(:checked))').first().click();
    await poll(async () => (await now())?.facing).not.toBe(before);
    await press('Take out of the panel');
    await poll(now).toBe(undefined);
    await press('Add a person to panel 1');
    await journey.page.locator('.script-picker .menu-item', { hasText: 'Mina' }).click();
    await poll(async () => (await now())?.id).toBe(mina.id);
  });

  test('a scene: place, time, weather, mood', async () => {
    const scene = async () => (await scenes())[0]!;
    await press(/^Time of scene 1:/);
    await card('Night');
    await poll(async () => (await scene()).time).toBe('night');
    await close();
    await press(/^Weather of scene 1:/);
    await card('Fog');
    await poll(async () => (await scene()).weather).toBe('fog');
    await close();
    await press(/^Mood of scene 1:/);
    await journey.page.locator('.script-picker .card:not(:has(:checked))').first().click();
    await close();
    const places = (await book()).bible.places.length;
    await journey.page.locator('.script-place').first().click();
    await journey.page.getByRole('group', { name: 'Somewhere new' }).locator('.card').first().click();
    await poll(async () => (await book()).bible.places.length).toBe(places + 1);
    await close();
  });

  test('a line: its bubble, somebody new who says it, one below, joined, locked, deleted', async () => {
    const of = async (id: string) => (await panels()).flatMap((panel) => panel.lines).find((one) => one.id === id);
    const line = (await panels()).flatMap((panel) => panel.lines).find(({ text }) => text['en']?.startsWith('Hurry') === true)!;
    const row = journey.page.locator('.script-line', { has: journey.page.locator(`[id="script-line-${line.id}"]`) });
    await row.getByRole('button', { name: /: change the bubble\./ }).click();
    await card('Shout');
    await poll(async () => (await of(line.id))?.kind).toBe('shout');
    await journey.page.locator('.script-picker').waitFor({ state: 'detached' });
    await row.getByRole('button', { name: /: change the speaker\./ }).click();
    await journey.page.getByRole('combobox', { name: 'Speaker' }).fill('Old Ferryman');
    await journey.page.getByRole('combobox', { name: 'Speaker' }).press('Enter');
    await poll(async () => (await book()).bible.cast.map(({ name }) => name)).toContain('Old Ferryman');
    const count = async () => (await panels()).flatMap((panel) => panel.lines).length;
    const before = await count();
    const choose = async (item: string) => {
      await row.getByRole('button', { name: /^More for:/ }).click();
      await journey.page.getByRole('menuitem', { name: item }).click();
    };
    await choose('Add a line below');
    await journey.page.keyboard.type('And the boat?');
    await poll(count).toBe(before + 1);
    await choose('Join with the next line');
    await poll(count).toBe(before);
    await choose('Lock');
    await poll(async () => (await of(line.id))?.isLocked).toBe(true);
    await choose('Unlock');
    await poll(async () => (await of(line.id))?.isLocked ?? false).toBe(false);
    await choose('Delete the line');
    await poll(count).toBe(before - 1);
  });

  test('panels and scenes by their menus: added, joined, moved, begun anew, locked, deleted', async () => {
    const count = async () => (await panels()).length;
    const before = await count();
    await menu('More for panel 1', 'Add a panel behind it');
    await poll(count).toBe(before + 1);
    await menu('More for panel 2', 'Move down');
    await menu('More for panel 1', 'Join with the next panel');
    await poll(count).toBe(before);
    await menu('More for panel 1', 'Lock');
    await poll(async () => (await first()).isLocked).toBe(true);
    await menu('More for panel 1', 'Unlock');
    const sceneCount = (await scenes()).length;
    await menu('More for panel 2', 'Begin a new scene here');
    await poll(async () => (await scenes()).length).toBe(sceneCount + 1);
    await menu('More for scene 2', 'Begin a new chapter here');
    await poll(async () => (await book()).chapters.length).toBe(2);
    await menu('More for chapter 2', 'Join to the chapter before');
    await poll(async () => (await book()).chapters.length).toBe(1);
    await menu('More for scene 1', 'Join with the next scene');
    await poll(async () => (await scenes()).length).toBe(sceneCount);
    await menu('More for panel 1', 'Delete the panel');
    await poll(count).toBe(before - 1);
  });
});
