/** A made comic is edited in every room by hand, brought up to date, taken away in every format, and each file holds what was edited. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator } from 'playwright-core';
import { openZip } from '@komawari/comic/zip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

const STORY = `The rain had not stopped for three days. Anna stood at the window of the old station.

"Is the train coming?" Tom asked.

"Not tonight," said Anna.

"Then we walk!" Tom shouted.

***

At dawn they came to the river.

"I can see the town," said Anna.

"I can smell the bread," said Tom.

They laughed and ran down the hill.
`;
const WORDS = { first: 'It had rained for a whole week.', typed: 'Never on a Sunday.', japanese: '駅長さん、汽車は来ますか。', fact: 'The bridge fell in spring.' };
const LIMITS = { entriesMax: 500, entryMaxBytes: 50_000_000, totalMaxBytes: 500_000_000 };
/** A film takes a minute of work; the encoder's own tests make a small one. */
const isLong = process.env['KOMA_LONG'] === '1';
const FORMATS = ['pdf', 'cbz', 'epub', 'webtoon', 'png', 'webp', 'psd', 'gif', 'koma', ...(isLong ? ['mp4'] : [])];
const PAGE = 3;

type Bubble = { at?: object; measure?: number; scale?: number; tail?: unknown; font?: string; joins?: boolean };
type Line = { id: string; kind: string; speaker: string; text: Record<string, string>; ruby: { text: string; language?: string }[]; isLocked?: boolean; letter?: Record<string, Bubble> };
type Panel = { id: string; importance: number; isLocked: boolean; adoptedTakeId?: string; crop?: { zoom: number }; lines: Line[] };
type Person = { id: string; name: string; look: { hair: string }; outfits: { fromSceneId?: string; outfit: { kind: string } }[] };
type Book = {
  id: string; bible: { cast: Person[]; places: { name: string }[]; facts: { subject: string; text: string }[] }; editions?: Record<string, object>;
  layout: { pages: { template?: string; bleeds?: object; cut: { slants?: number[] } }[] }; chapters: { scenes: { panels: Panel[] }[] }[];
};
type Comic = { state: string; revision: number; pagesRevision: number; pageCount: number; files: { format: string; name: string }[] };

describe('everything is edited and taken away', () => {
  let journey: Journey;
  let comicId = '';
  let own = '';
  const folder = mkdtempSync(join(tmpdir(), 'koma-everything-'));
  const files: Record<string, string> = {};

  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 100 });
  const comic = (id = comicId) => journey.call<Comic>('GET', `/comics/${id}`);
  const book = async (id = comicId) => (await journey.call<{ book: Book }>('GET', `/comics/${id}/book`)).book;
  const panels = async () => (await book()).chapters.flatMap(({ scenes }) => scenes.flatMap((scene) => scene.panels));
  const lines = async () => (await panels()).flatMap((panel) => panel.lines);
  const line = async (id: string) => (await lines()).find((one) => one.id === id);
  const open = async (path: string, mark: string) => {
    await journey.page.goto(`${journey.url}/comics/${comicId}${path}`);
    await journey.page.locator(mark).first().waitFor();
  };
  const button = (name: string | RegExp) => journey.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const choose = (group: string, name: string) => journey.page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true }).check({ force: true });
  const drag = async (what: Locator, dx: number, dy: number) => {
    const { mouse } = journey.page;
    const { x, y, width, height } = (await what.boundingBox())!;
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.down();
    await mouse.move(x + width / 2 + dx / 2, y + height / 2 + dy / 2, { steps: 3 });
    await mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 3 });
    await mouse.up();
  };
  const set = () => journey.page.locator('.pe-stage[data-setting=false]').waitFor();

  beforeAll(async () => {
    journey = await beginJourney({ isOwner: true, context: { viewport: { width: 1500, height: 1100 }, reducedMotion: 'reduce' } });
    comicId = await journey.makeComic(STORY, { title: 'The Bridge', format: 'manga-b5' });
  });
  afterAll(async () => {
    await journey?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the script: words, speaker, kind, importance, order, join, lock', async () => {
    const { page } = journey;
    await open('/script', '.script-panel');
    const before = await panels();
    const [first, second] = before[0]!.lines as [Line, Line];
    await page.locator(`[id="script-line-${first.id}"]`).fill(WORDS.first);
    await poll(async () => (await line(first.id))?.text['en']).toBe(WORDS.first);
    await button(/change the speaker\. Line 2 of panel 1,/).click();
    await page.getByRole('combobox', { name: 'Speaker' }).fill('Station Master');
    await page.keyboard.press('Enter');
    await poll(async () => (await line(second.id))?.speaker).toBe('Station Master');
    await button(/change the bubble\. Line 2 of panel 1,/).click();
    await choose('Bubble', 'Whisper');
    await page.keyboard.press('Escape');
    await poll(async () => (await line(second.id))?.kind).toBe('whisper');
    await button(/^Importance of panel 1:/).click();
    await choose('Importance', '5 · half a page');
    await page.keyboard.press('Escape');
    await poll(async () => (await panels())[0]?.importance).toBe(5);
    await button(/^More for: Line 1 of panel 1,/).click();
    await page.getByRole('menuitem', { name: 'Move down' }).click();
    await poll(async () => (await panels())[0]?.lines.map(({ id }) => id)).toEqual([second.id, first.id, ...before[0]!.lines.slice(2).map(({ id }) => id)]);
    await button('More for panel 2').click();
    await page.getByRole('menuitem', { name: 'Join with the next panel' }).click();
    await poll(async () => (await panels()).length).toBe(before.length - 1);
    await button('More for panel 3').click();
    await page.getByRole('menuitem', { name: 'Lock', exact: false }).click();
    await poll(async () => (await panels())[2]?.isLocked).toBe(true);
  });

  test('the cast: a look, clothes from a scene on, a place, a fact', async () => {
    const { page } = journey;
    const anna = (await book()).bible.cast.find(({ name }) => name === 'Anna')!;
    const now = async () => (await book()).bible.cast.find(({ id }) => id === anna.id);
    await open(`/cast/${anna.id}`, '.cast');
    await page.getByRole('tab', { name: 'Hair', exact: true }).click();
    await choose('Cut', 'Mohawk');
    await poll(async () => (await now())?.look.hair).toBe('mohawk');
    await page.getByRole('tab', { name: 'Clothes', exact: true }).click();
    await button('Change clothes at a scene').click();
    await choose('Clothes', 'Raincoat');
    await poll(async () => (await now())?.outfits[1]?.outfit.kind).toBe('raincoat');
    await open('/cast?show=places', '.cast-place-card');
    await page.locator('.cast-place-card').first().getByLabel('Name', { exact: true }).fill('Old harbour');
    await poll(async () => (await book()).bible.places[0]?.name).toBe('Old harbour');
    await open('/cast?show=facts', '.state, .cast-facts');
    await button('Add a fact').click();
    await page.getByLabel('About', { exact: true }).fill('The bridge');
    await page.getByLabel('What is true').fill(WORDS.fact);
    await poll(async () => (await book()).bible.facts).toMatchObject([{ subject: 'The bridge', text: WORDS.fact }]);
  });

  test('a page: template, slanted gutter, bleed, swap', async () => {
    const { page } = journey;
    const layout = async () => (await book()).layout.pages[0];
    await open(`/pages/${PAGE}`, '.pe-paper');
    await set();
    await page.locator('.pe-template[aria-pressed=false]').first().click();
    await poll(async () => (await layout())?.template).toBeTruthy();
    await set();
    await page.locator('.pe-gutter[data-type=rows]').first().click();
    await drag(page.locator('.pe-grip[data-kind=slant]').first(), 0, 16);
    await poll(async () => JSON.stringify(await layout())).toMatch(/"slants":\[[^\]]*[1-9]/);
    await set();
    const order = (await panels()).map(({ id }) => id);
    await page.locator('.pe-panel').first().press('Enter');
    await button('Swap with the next').click();
    await poll(async () => (await panels()).map(({ id }) => id)).toEqual([order[1], order[0], ...order.slice(2)]);
    await set();
    const side = page.locator('.pe-side input:enabled:not(:checked)').first();
    await side.click();
    await poll(async () => JSON.stringify((await layout())?.bleeds ?? {})).toContain('true');
  });

  test('its bubbles: moved, sized, typed anew, tail, kind, letters, joined', async () => {
    const { page } = journey;
    await set();
    const bubble = page.locator('.pe-bubble[aria-label*="Not tonight"]');
    const id = (await bubble.getAttribute('data-line'))!;
    const hand = async () => (await line(id))?.letter?.['en'];
    await bubble.click();
    await page.locator('.pe-words textarea').fill(WORDS.typed);
    await poll(async () => (await line(id))?.text['en']).toBe(WORDS.typed);
    await set();
    const same = page.locator(`.pe-bubble[data-line="${id}"]`);
    await drag(same, 20, 24);
    await poll(async () => (await hand())?.at).toBeDefined();
    await set();
    const before = (await hand())?.scale ?? 1;
    await drag(page.locator('.pe-grip[data-kind=corner]').first(), 14, 14);
    await poll(async () => (await hand())?.scale).toBeGreaterThan(before);
    await page.getByLabel('Letters', { exact: true }).selectOption({ index: 2 });
    await poll(async () => (await hand())?.font).toBeTruthy();
    await page.getByLabel('Tail', { exact: true }).selectOption({ label: 'None' });
    await poll(async () => (await hand())?.tail).toBe('none');
    await choose('Kind', 'Thought');
    await poll(async () => (await line(id))?.kind).toBe('thought');
    const other = page.locator('.pe-bubble[aria-label*="Then we walk"]');
    const otherId = (await other.getAttribute('data-line'))!;
    await other.click();
    await page.getByRole('switch', { name: 'Joined to the bubble before it' }).check({ force: true });
    await poll(async () => (await line(otherId))?.letter?.['en']?.joins).toBe(true);
  });

  test('a second language with a reading above its words', async () => {
    const { page } = journey;
    await page.getByRole('tab', { name: 'Language' }).click();
    await button('Add 日本語').click();
    await poll(async () => Object.keys((await book()).editions ?? {})).toEqual(['ja']);
    const fields = page.locator('.pe-pair textarea');
    for (const [i, field] of (await fields.all()).entries()) await field.fill(i === 0 ? WORDS.japanese : `${i}番目の言葉です。`);
    const translated = async () => (await lines()).find(({ text }) => text['ja'] === WORDS.japanese);
    await poll(async () => (await translated())?.id).toBeTruthy();
    await set();
    await page.locator(`.pe-bubble[data-line="${(await translated())!.id}"]`).click();
    await page.locator('.pe-words textarea').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByLabel('Reading above the words').fill('えきちょう');
    await button('Set').click();
    await poll(async () => (await translated())?.ruby).toMatchObject([{ text: 'えきちょう', language: 'ja' }]);
    await page.locator('.pe-state[data-state=saved]').waitFor();
  });

  test('a picture of one\'s own, cropped', async () => {
    const { page } = journey;
    own = (await panels())[0]!.id;
    await open(`/panels/${own}`, '.takes-acts');
    const picture = Buffer.from(await page.evaluate<string>(`(async () => {
      const canvas = new OffscreenCanvas(900, 600), brush = canvas.getContext('2d');
      brush.fillStyle = '#fff'; brush.fillRect(0, 0, 900, 600); brush.lineWidth = 24;
      for (let i = 0; i < 12; i += 1) { brush.beginPath(); brush.arc(450, 300, 40 + i * 60, 0, 7); brush.stroke(); }
      return btoa(String.fromCharCode(...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())));
    })()`), 'base64');
    await page.locator('.own-picture input[type=file]').setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: picture });
    await page.locator('.takes-card', { hasText: 'Own picture' }).waitFor();
    await button('Put it on the page').click();
    await poll(async () => (await panels())[0]?.adoptedTakeId).toMatch(/^take_/);
    await button('Crop').click();
    await page.locator('.crop-area').focus();
    for (const key of ['+', '+', '+', 'ArrowLeft']) await page.keyboard.press(key);
    await button('Use this part').click();
    await poll(async () => (await panels())[0]?.crop?.zoom).toBeGreaterThan(1.3);
  });

  test('the pages are brought up to date, and every file is written', async () => {
    const { page } = journey;
    await open('', '.downloads');
    await poll(async () => (await comic()).state).toBe('done');
    const update = page.getByRole('button', { name: /^Update/ });
    const { revision, pagesRevision } = await comic();
    if (revision !== pagesRevision) await update.first().click();
    await poll(async () => { const now = await comic(); return now.state === 'done' && now.revision === now.pagesRevision; }).toBe(true);
    const take = async (formats: readonly string[], suffix = '') => {
      const come: Download[] = [];
      const keep = (download: Download) => come.push(download);
      page.on('download', keep);
      for (const format of formats) await page.locator(`[data-format=${format}]`).click();
      await expect.poll(() => come.length, { timeout: PATIENCE_MS * 3, interval: 200 }).toBe(formats.length);
      page.off('download', keep);
      const written = (await comic()).files;
      for (const download of come) {
        const format = written.find(({ name }) => name === download.suggestedFilename())?.format ?? '';
        await download.saveAs((files[format + suffix] = join(folder, `${format}${suffix}.${format}`)));
      }
    };
    await page.locator('.take-choices summary').click();
    await choose('Shape of a teaser', 'Square');
    await take(FORMATS);
    await page.getByLabel('Language of the files').selectOption('ja');
    await take(['pdf'], '-ja');
    expect(Object.keys(files).toSorted()).toEqual([...FORMATS, 'pdf-ja'].toSorted());
  });

  test('the files are whole and hold what was edited', async () => {
    const file = (format: string) => readFileSync(files[format]!);
    const inside = (format: string) => openZip(file(format), LIMITS);
    const { pageCount } = await comic();
    const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '');
    const pdfText = (format: string) => squeezed(execFileSync('pdftotext', [files[format]!, '-'], { encoding: 'utf8' }));
    for (const format of ['pdf', 'pdf-ja']) execFileSync('qpdf', ['--check', files[format]!]);
    expect(pdfText('pdf')).toContain(squeezed(WORDS.first));
    expect(pdfText('pdf')).toContain(squeezed(WORDS.typed));
    expect(pdfText('pdf')).not.toContain('Nottonight');
    expect(pdfText('pdf-ja')).toContain('駅長さん');
    for (const format of ['cbz', 'epub', 'webtoon', 'png', 'webp', 'koma']) execFileSync('unzip', ['-tq', files[format]!]);
    execFileSync('java', ['-jar', '/usr/share/java/epubcheck.jar', '--failonwarnings', files['epub']!], { stdio: 'pipe' });
    const epub = inside('epub');
    expect(epub.names.filter((name) => name.endsWith('.xhtml')).map((name) => Buffer.from(epub.read(name)).toString()).join(' ')).toContain(WORDS.typed);
    // A page with a photograph is smaller as JPEG.
    for (const format of ['cbz', 'png', 'webp']) expect(inside(format).names.filter((name) => /\.(png|jpg|webp)$/.test(name)), format).toHaveLength(pageCount);
    expect(file('gif').subarray(0, 6).toString()).toBe('GIF89a');
    if (isLong) expect(file('mp4').subarray(4, 8).toString()).toBe('ftyp');
    const psd = inside('psd');
    // Names of layers are kept in UTF-16.
    const layer = Buffer.from('Never on', 'utf16le').swap16();
    expect(psd.names.filter((name) => name.endsWith('.psd') && Buffer.from(psd.read(name)).includes(layer))).toHaveLength(1);
  });

  test('the bundle comes back with the same edits', async () => {
    const { page } = journey;
    writeFileSync(join(folder, 'bridge.koma'), readFileSync(files['koma']!));
    await page.goto(`${journey.url}/comics`);
    await page.locator('input[type=file]').setInputFiles(join(folder, 'bridge.koma'));
    const others = async () => (await journey.call<{ items: { id: string; state: string }[] }>('GET', '/comics')).items.filter(({ id }) => id !== comicId);
    await poll(async () => (await others())[0]?.state).toBe('done');
    const id = (await others())[0]?.id ?? '';
    // Read in twice, one bundle makes two comics: book and takes get names of their own.
    const nameless = (whole: Book): unknown => JSON.parse(JSON.stringify({ ...whole, id: '' }).replaceAll(/take_\w+/g, 'take'));
    expect(nameless(await book(id))).toEqual(nameless(await book()));
    const { items } = await journey.call<{ items: { id: string; provider: string }[] }>('GET', `/comics/${id}/takes?panelId=${own}`);
    expect(items.find(({ provider }) => provider === 'own')).toBeDefined();
    expect(journey.complaints).toEqual([]);
  });
});
