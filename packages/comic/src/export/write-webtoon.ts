/** Webtoon slices: a strip cut into pictures that upload forms accept (800 x 1280 px at most by default). */
import type { Book } from '../model/book.ts';
import { notesOf } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { isColourPage, pageDocument } from './page-document.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook, FinishedPage, Raster, SlicePreset } from './types.ts';
import { cutStrip } from './webtoon-cuts.ts';
import { zipWriter } from './zip-writer.ts';

/** What upload forms ask for; any other size can be given. */
export const WEBTOON_PRESETS = { webtoon: { width: 800, maxHeight: 1280 }, tapas: { width: 940, maxHeight: 4000 }, phone: { width: 1080, maxHeight: 1920 } } as const satisfies Record<string, SlicePreset>;

export function writeWebtoon(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  return writeStrip({ book: finished.book, pages: finished.pages, count: finished.pages.length, credits: () => finished.credits }, tools, options);
}

/** A strip whose pages may be made while it is written; `credits` are asked for when all are. */
export type Strip = { book: Book; pages: Iterable<FinishedPage> | AsyncIterable<FinishedPage>; count: number; credits: () => string[] };

/** While one page is rasterised and encoded the next is made; no more than two are held. Throws RangeError for slices of an impossible size. */
export async function writeStrip(strip: Strip, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const preset = options.slices ?? WEBTOON_PRESETS.webtoon;
  assertSlices(preset);
  const slices: Slice[] = [];
  let previous: Promise<Slice[]> | undefined;
  let done = 0;
  const take = async (): Promise<void> => {
    if (!previous) return;
    slices.push(...(await previous));
    options.onProgress?.(++done, strip.count);
  };
  for await (const page of strip.pages) {
    const work = cutPage(page, tools, { preset, isColour: isColourPage(strip.book, page) });
    // Awaited in its turn; a failure before that must not count as unhandled.
    work.catch(() => undefined);
    await take();
    previous = work;
  }
  await take();
  const zip = zipWriter(tools.now);
  const count = slices.length;
  for (let i = 1; slices.length > 0; i++) {
    const slice = slices.shift()!;
    zip.add(`${numbered(i, count)}.${slice.extension}`, slice.bytes, { isStored: true });
  }
  zip.add('CREDITS.txt', new TextEncoder().encode(`${notesOf({ book: strip.book, credits: strip.credits() })}\n`));
  return [{ name: `${fileStem(strip.book.title)}-webtoon.zip`, mediaType: 'application/zip', bytes: zip.finish() }];
}

type Slice = { bytes: Uint8Array; extension: 'jpg' | 'png' };

function assertSlices({ width, maxHeight }: SlicePreset): void {
  const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 100 && value <= most;
  if (!isWithin(width, 4000) || !isWithin(maxHeight, 20_000)) throw new RangeError(`webtoon slices of ${width} x ${maxHeight} cannot be cut`);
}

async function cutPage(page: FinishedPage, tools: ExportTools, how: { preset: SlicePreset; isColour: boolean }): Promise<Slice[]> {
  const raster = await tools.rasterise(pageDocument(page, { art: true, lettering: true, withBleed: false }), { width: how.preset.width, isColour: how.isColour });
  const slices: Slice[] = [];
  for (const cut of cutStrip(raster.height, how.preset.maxHeight, blockedOf(page, raster.width / page.laid.width))) {
    const slice = sliceRaster(raster, Math.round(cut.from), Math.round(cut.to));
    slices.push(how.isColour ? { bytes: await tools.encodeJpeg(slice, 90), extension: 'jpg' } : { bytes: await tools.encodePng(slice), extension: 'png' });
  }
  return slices;
}

function blockedOf(page: FinishedPage, scale: number) {
  return {
    lettering: page.lettered.bubbles.map((bubble) => ({ from: bubble.box.y * scale - 4, to: (bubble.box.y + bubble.box.height) * scale + 4 })),
    panels: page.laid.panels.map((panel) => ({ from: panel.box.y * scale - 3, to: (panel.box.y + panel.box.height) * scale + 3 })),
  };
}

function sliceRaster(raster: Raster, from: number, to: number): Raster {
  const row = raster.width * raster.channels;
  return { ...raster, height: to - from, data: raster.data.subarray(from * row, to * row) };
}
