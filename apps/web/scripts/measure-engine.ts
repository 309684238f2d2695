// Times the engine in a real browser: `node apps/web/scripts/measure-engine.ts [slowdown ...]`. Prints milliseconds.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Engine } from '../src/engine/types.ts';
import { openBrowserEngine } from './browser-engine.ts';

declare const engine: Engine;
type Figures = Readonly<Record<string, number>>;

const text = await readFile(new URL('../../../docs/samples/lighthouse.en.md', import.meta.url), 'utf8');
const long = text.repeat(60).slice(0, 190_000);
const rates = process.argv.slice(2).map(Number);
for (const rate of rates.length > 0 ? rates : [1, 4]) {
  const browser = await openBrowserEngine();
  const session = await browser.page.context().newCDPSession(browser.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  console.log(`slowdown ${rate}`, await measure(browser.page));
  await browser.close();
}

/** `page…` are times of the page's own thread: what it needs to read one message. */
function measure(page: Page): Promise<Figures> {
  return page.evaluate(async ([story, longStory]) => {
    const figures: Record<string, number> = {};
    const timed = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      const value = await call();
      figures[name] = Math.round((performance.now() - start) * 10) / 10;
      return value;
    };
    const cloned = (name: string, value: unknown): void => {
      const channel = new MessageChannel();
      channel.port2.onmessage = ({ data }) => void data;
      const start = performance.now();
      structuredClone(value);
      // A clone is written and read: the page only reads.
      figures[name] = Math.round((performance.now() - start) * 5) / 10;
    };
    await timed('start, preview', () => engine.previewFirstPanel(story));
    await timed('preview again', () => engine.previewFirstPanel(story));
    await timed('preview of 190 000 characters', () => engine.previewFirstPanel(longStory));
    await timed('preview of it again', () => engine.previewFirstPanel(longStory));
    const book = await timed('scriptBook', () => engine.scriptBook(story));
    engine.openBook('sample', book);
    const plan = await timed('open, planPages', () => engine.planPages('sample'));
    const first = book.chapters[0]!.scenes[0]!.panels[0]!.id;
    const drawing = await timed('drawPanel', () => engine.drawPanel('sample', first));
    const numbers = plan.pages.filter((one) => one.panels.length > 0).map((one) => one.number);
    const finished = await timed('first finishPage, with fonts', () => engine.finishPage('sample', numbers[0]!));
    const start = performance.now();
    for (const number of numbers.slice(1)) await engine.finishPage('sample', number);
    figures['finishPage, drawn and lettered'] = Math.round((performance.now() - start) / (numbers.length - 1));
    await timed('finishPage again', () => engine.finishPage('sample', numbers[1]!));
    await timed('letterPanel', () => engine.letterPanel('sample', numbers[0]!, plan.pages.find((one) => one.number === numbers[0])!.panels[0]!.id));
    cloned('page reads a book', book);
    cloned('page reads a drawing', drawing);
    cloned('page reads a finished page', finished.page);
    const longBook = await timed('scriptBook of 190 000 characters', () => engine.scriptBook(longStory));
    cloned('page reads a long book', longBook);
    engine.openBook('long', longBook);
    const longPlan = await timed('open, planPages of it', () => engine.planPages('long'));
    figures['its pages'] = longPlan.pages.length;
    const scene = longBook.chapters[0]!.scenes[0]!;
    const edited = { ...longBook, chapters: longBook.chapters.with(0, { ...longBook.chapters[0]!, scenes: longBook.chapters[0]!.scenes.with(0, { ...scene, panels: scene.panels.with(0, { ...scene.panels[0]!, action: 'edited' }) }) }) };
    engine.openBook('long', edited);
    const before = performance.now();
    const call = engine.panelDocument('long', scene.panels[0]!.id);
    figures['page sends an edit of it'] = Math.round((performance.now() - before) * 10) / 10;
    await call;
    figures['edit to panel, long book'] = Math.round(performance.now() - before);
    return figures;
  }, [text, long] as const);
}
