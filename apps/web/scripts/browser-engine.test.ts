/** What the browser draws is what the server draws, byte for byte. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { drawPanelOf, listLines, listPanels, loadPropIcons, panelDocument, planPages, scriptBook, storyboardArtist } from '@komawari/comic/draw';
import { finishPage, FONT_FILES, fontIdsFor, loadFonts, pageDocument } from '@komawari/comic/letter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/types.ts';
import { openBrowserEngine, systemBrowser, type BrowserEngine } from './browser-engine.ts';

type Documents = { panels: string[]; pages: string[] };
declare const engine: Engine;

const root = join(import.meta.dirname, '../../..');
const find = createRequire(join(root, 'packages/comic/package.json'));
const inPackage = (name: string, path: string): string => join(dirname(find.resolve(`${name}/package.json`)), path);

describe.skipIf(!systemBrowser)('the engine in a browser', () => {
  let browser: BrowserEngine;
  beforeAll(async () => {
    browser = await openBrowserEngine();
  }, 60_000);
  afterAll(() => browser?.close());

  test.each(['lighthouse.en', 'last-bus.zh', 'umbrella.ja'])('draws and letters %s as Node does', async (name) => {
    const text = await readFile(join(root, `docs/samples/${name}.md`), 'utf8');
    const here = await drawInNode(text);
    const there = await browser.page.evaluate(drawInBrowser, text);
    expect(there.panels.length).toBe(here.panels.length);
    expect(there.panels.filter((svg, i) => svg !== here.panels[i]).length, 'panels that differ').toBe(0);
    expect(there.pages.length).toBe(here.pages.length);
    expect(there.pages.filter((svg, i) => svg !== here.pages[i]).length, 'pages that differ').toBe(0);
  }, 120_000);

  test('breaks no rule of the content policy and throws nothing', () => {
    expect(browser.complaints).toEqual([]);
  });

  test('shows the first panel of a long story at once, and only the newest call of a key', async () => {
    const text = (await readFile(join(root, 'docs/samples/lighthouse.en.md'), 'utf8')).repeat(60).slice(0, 190_000);
    const { early, last } = await browser.page.evaluate(async (story) => {
      const calls = [1, 2, 3, 4].map((seed) => engine.previewFirstPanel(story, { seed }, { key: 'preview' }));
      const ends = await Promise.allSettled(calls);
      return { early: ends.slice(0, 3).map((end) => (end.status === 'rejected' ? String((end.reason as { code: string }).code) : 'shown')), last: await calls[3]! };
    }, text);
    expect(early).toEqual(['superseded', 'superseded', 'superseded']);
    expect(last.svg).toMatch(/^<svg /);
    expect(last.isEstimate).toBe(true);
    expect(last.panels).toBeGreaterThan(200);
  });

  test('names what went wrong', async () => {
    const codes = await browser.page.evaluate(async () => {
      const code = (call: Promise<unknown>): Promise<string> => call.then(() => 'no fault', (error: { code: string }) => error.code);
      const book = await engine.scriptBook('“Hello,” said Ann. “Hello,” said Bob.');
      engine.openBook('short', book);
      const stop = AbortSignal.abort();
      return [await code(engine.scriptBook('  ')), await code(engine.scriptBook('a'.repeat(200_001))), await code(engine.drawPanel('short', 'nowhere')), await code(engine.finishPage('short', 99)), await code(engine.planPages('never')), await code(engine.planPages('short', { signal: stop }))];
    });
    expect(codes).toEqual(['comics.empty-text', 'comics.text-too-long', 'no-such-part', 'no-such-part', 'no-such-book', 'cancelled']);
  });

  test('draws an edited book anew, also in a new worker', async () => {
    const same = await browser.page.evaluate(async () => {
      const book = await engine.scriptBook('“Hello,” said Ann angrily. “Hello,” said Bob.');
      engine.openBook('edited', book);
      const [scene] = book.chapters[0]!.scenes;
      const panel = scene!.panels.find((one) => one.characters.length > 0)!;
      const before = await engine.panelDocument('edited', panel.id);
      const panels = scene!.panels.map((one) => (one === panel ? { ...one, characters: one.characters.map((who) => ({ ...who, expression: 'laugh' as const })) } : one));
      engine.openBook('edited', { ...book, chapters: [{ ...book.chapters[0]!, scenes: [{ ...scene!, panels }, ...book.chapters[0]!.scenes.slice(1)] }, ...book.chapters.slice(1)] });
      const after = await engine.panelDocument('edited', panel.id);
      engine.rest();
      return { isChanged: before !== after, isKept: after === (await engine.panelDocument('edited', panel.id)) };
    });
    expect(same).toEqual({ isChanged: true, isKept: true });
  });
});

async function drawInBrowser(text: string): Promise<Documents> {
  const book = await engine.scriptBook(text);
  engine.openBook('sample', book);
  const plan = await engine.planPages('sample');
  const documents: Documents = { panels: [], pages: [] };
  for (const panel of book.chapters.flatMap((chapter) => chapter.scenes).flatMap((scene) => scene.panels)) documents.panels.push(await engine.panelDocument('sample', panel.id));
  for (const { number } of plan.pages) documents.pages.push(await (await engine.finishPage('sample', number)).picture.text());
  return documents;
}

async function drawInNode(text: string): Promise<Documents> {
  const icons = await loadPropIcons(async (pack) => JSON.parse(await readFile(inPackage(`@iconify-json/${pack}`, 'icons.json'), 'utf8')));
  const painters = storyboardArtist(icons);
  const book = scriptBook(text);
  const plan = planPages(book);
  const drawings = new Map(listPanels(book).map((panel) => [panel.id, drawPanelOf(painters, book, plan, panel.id)]));
  const texts = [book.title, ...book.bible.cast.map((character) => character.name), ...listLines(book).map((line) => line.text[book.language] ?? '')];
  const fonts = await loadFonts(async (id) => new Uint8Array(await readFile(inPackage(FONT_FILES[id].package, FONT_FILES[id].file))).buffer, fontIdsFor(book.language, texts));
  return {
    panels: [...drawings].map(([id, drawing]) => panelDocument(book, plan, id, drawing)),
    pages: plan.pages.map(({ number }) => pageDocument(finishPage({ book, plan, drawings, painters, fonts }, number), { art: true, lettering: true, withBleed: false })),
  };
}
