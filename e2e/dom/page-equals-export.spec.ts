import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { openZip } from '@komawari/comic/zip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from '../testing/journey.ts';
import { compareGrey, readGrey, type Difference, type Grey } from './compare-pictures.ts';

const shots = process.env['KOMA_SHOTS'];
/** What may differ between two rasterisers. A bubble three pixels off makes patches many times as large. */
const MOST = { share: 0.005, patch: 24 };
const PAGE = 3;

/** The page as the editor shows it, and the same page out of the files made of it, pixel by pixel. */
describe('what is shown equals every export', () => {
  let journey: Journey;
  let context: BrowserContext;
  let page: Page;
  let comicId = '';
  const folder = mkdtempSync(join(tmpdir(), 'koma-equal-'));

  const api = async (method: string, path: string, body?: unknown) => {
    const answer = await context.request.fetch(`${journey.url}/api/v1/comics/${comicId}${path}`, { method, ...(body === undefined ? {} : { data: body }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const drag = async (what: Locator, dx: number, dy: number, key?: string) => {
    const box = (await what.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    if (key) await page.keyboard.down(key);
    await page.mouse.down();
    for (const part of [1.4, 1.2, 1]) await page.mouse.move(x + dx * part + (part > 1 ? 12 : 0), y + dy * part);
    await page.waitForTimeout(100);
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
    await settled();
  };
  const settled = async () => {
    await page.waitForTimeout(300);
    await page.locator('.pe-stage[data-setting=false]').waitFor();
    await page.locator('.pe-state[data-state=saved]').waitFor();
  };
  /** The paper alone at one pixel a unit. */
  const shown = async (name: string): Promise<Grey> => {
    await settled();
    // The page is in the middle of the desk, maybe half a pixel off the grid: for the picture it stands on it.
    const show = (isShown: boolean) => page.evaluate(([visibility, place]) => {
      document.querySelector<HTMLElement>('.pe-hands')!.style.visibility = visibility!;
      document.querySelector<HTMLElement>('.pe-ground')!.style.placeContent = place!;
    }, isShown ? ['', ''] : ['hidden', 'start']);
    await show(false);
    const png = await page.locator('.pe-paper').screenshot();
    await show(true);
    if (shots) writeFileSync(join(shots, `equal-${name}-shown.png`), png);
    return readGrey(page, png);
  };
  const exported = async (format: string, language: string): Promise<Buffer> => {
    const task = await api('POST', '/exports', { format, language });
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await page.waitForTimeout(300)) {
      const answer = await context.request.get(`${journey.url}/api/v1/tasks/${task.id}`);
      const { state } = (await answer.json()) as { state: string };
      if (state !== 'done') continue;
      const comic = await api('GET', '');
      const file = comic.files.findLast((one: { format: string; language: string | null; isOutdated: boolean }) => one.format === format && !one.isOutdated && (one.language ?? 'en') === language);
      return Buffer.from(await (await context.request.get(new URL(file.address, journey.url).href)).body());
    }
    throw new Error(`no ${format}`);
  };
  const fromPng = async (zip: Buffer): Promise<Grey> => {
    const open = openZip(zip, { entriesMax: 500, entryMaxBytes: 50_000_000, totalMaxBytes: 500_000_000 });
    const names = open.names.filter((name) => name.endsWith('.png')).sort();
    return readGrey(page, Buffer.from(open.read(names[PAGE - 1]!)));
  };
  const fromPdf = async (pdf: Buffer, name: string): Promise<Grey> => {
    writeFileSync(join(folder, `${name}.pdf`), pdf);
    execFileSync('pdftoppm', ['-r', '150', '-f', String(PAGE), '-l', String(PAGE), '-png', join(folder, `${name}.pdf`), join(folder, name)]);
    return readGrey(page, readFileSync(join(folder, readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))!)));
  };
  const mustEqual = (a: Grey, b: Grey) => {
    const difference = compareGrey(a, b);
    expect(difference).toSatisfy(({ share, largest }: Difference) => share < MOST.share && largest <= MOST.patch, JSON.stringify(difference));
  };
  const update = async () => {
    await settled();
    await page.getByRole('button', { name: 'Update pages' }).click();
    await page.locator('.pe-state', { hasText: /^Saved$/ }).waitFor({ timeout: PATIENCE_MS });
  };

  beforeAll(async () => {
    journey = await beginJourney({ context: { viewport: { width: 1800, height: 1700 } } });
    ({ context, page } = journey);
    comicId = await journey.makeComic(sampleStory('lighthouse.en'), { panels: 12, format: 'manga-b5' });
    await page.goto(`${journey.url}/comics/${comicId}/pages/${PAGE}`);
    await page.locator('.pe-paper').waitFor();
    await page.locator('.pe-percent').click();
  });

  afterAll(async () => {
    await journey?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('after gutters, slants, bubbles, letters, a crop and a picture of one\'s own', async () => {
    await drag(page.locator('.pe-gutter[data-type=rows]').first(), 0, 40);
    await page.locator('.pe-gutter[data-type=rows]').first().focus();
    await page.locator('.pe-grip[data-kind=slant]').nth(1).press('Shift+ArrowDown');
    await settled();
    await drag(page.locator('.pe-bubble').first(), 30, 45);
    await page.locator('.pe-bubble').nth(1).click();
    await page.locator('.pe-words textarea').fill('Everything is said anew, and in more words than before.');
    const panels = await page.locator('.pe-panel').evaluateAll((all) => all.map((panel) => (panel as HTMLElement).dataset['panel']!));
    const picture = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(900, 600);
      const brush = canvas.getContext('2d')!;
      brush.fillStyle = '#fff';
      brush.fillRect(0, 0, 900, 600);
      brush.lineWidth = 24;
      for (let i = 0; i < 12; i += 1) {
        brush.beginPath();
        brush.arc(450, 300, 40 + i * 60, 0, 7);
        brush.stroke();
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    });
    const upload = await context.request.post(`${journey.url}/api/v1/comics/${comicId}/panels/${panels[0]}/takes/upload`, { data: Buffer.from(picture, 'base64'), headers: { 'content-type': 'image/png' } });
    expect(upload.status()).toBe(201);
    const { book, revision } = await api('GET', '/book');
    await api('POST', '/edits', { clientId: 'equal-test-1', clientSeq: 1, baseRevision: revision, ops: [{ op: 'set', kind: 'panel', id: panels[0], field: 'adoptedTakeId', value: (await upload.json()).id }] });
    expect(book.id).toBeTruthy();
    await page.reload();
    await page.locator('.pe-paper').waitFor();
    await page.locator('.pe-percent').click();
    await page.locator('.pe-panel').last().press('Enter');
    await page.getByRole('tab', { name: 'Picture' }).click();
    await page.getByRole('slider', { name: 'Enlarge' }).focus();
    for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowRight');
    await settled();
    await update();
    const seen = await shown('en');
    mustEqual(seen, await fromPng(await exported('png', 'en')));
    mustEqual(seen, await fromPdf(await exported('pdf', 'en'), 'en'));
  });

  test('in a vertical Japanese edition', async () => {
    await page.getByRole('tab', { name: 'Language' }).click();
    await page.getByRole('button', { name: 'Add 日本語' }).click();
    await page.getByRole('switch', { name: 'Set vertically' }).check({ force: true });
    const fields = page.locator('.pe-pair textarea');
    await fields.nth(0).fill('十月最後の夜、海から嵐がやって来た。');
    await fields.nth(1).fill('バーロウさん！　パンを持ってきたよ！');
    await update();
    const seen = await shown('ja');
    mustEqual(seen, await fromPng(await exported('png', 'ja')));
    mustEqual(seen, await fromPdf(await exported('pdf', 'ja'), 'ja'));
  });

  test('a bubble three pixels off is found', async () => {
    const before = await shown('still');
    await drag(page.locator('.pe-bubble').nth(1), 3, 0, 'Alt');
    const difference = compareGrey(before, await shown('moved'));
    expect(difference.largest).toBeGreaterThan(MOST.patch * 3);
  });
});
