/** Webtoon slices: a strip cut into pictures that upload forms accept (800 x 1280 px at most by default). */
import { zipSync, type Zippable } from 'fflate';
import { notesOf } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { pageDocument } from './page-document.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook, FinishedPage, Raster } from './types.ts';
import { cutStrip } from './webtoon-cuts.ts';

export type SlicePreset = { width: number; maxHeight: number };
export const WEBTOON_SLICES: SlicePreset = { width: 800, maxHeight: 1280 };

export async function writeWebtoon(finished: FinishedBook, tools: ExportTools, options: ExportOptions, preset: SlicePreset = WEBTOON_SLICES): Promise<ExportedFile[]> {
  const entries: Zippable = {};
  const isColour = finished.book.style.palette !== 'black-and-white';
  const slices: Uint8Array[] = [];
  for (const [i, page] of finished.pages.entries()) {
    const raster = await tools.rasterise(pageDocument(page, { art: true, lettering: true, withBleed: false }), { width: preset.width, isColour });
    const scale = raster.width / page.laid.width;
    const cuts = cutStrip(raster.height, preset.maxHeight, blockedOf(page, scale));
    for (const cut of cuts) {
      const slice = sliceRaster(raster, Math.round(cut.from), Math.round(cut.to));
      slices.push(isColour ? await tools.encodeJpeg(slice, 90) : await tools.encodePng(slice));
    }
    options.onProgress?.(i + 1, finished.pages.length);
  }
  slices.forEach((bytes, i) => (entries[`${numbered(i + 1, slices.length)}.${isColour ? 'jpg' : 'png'}`] = [bytes, { level: 0, mtime: tools.now }]));
  entries['CREDITS.txt'] = [new TextEncoder().encode(`${notesOf(finished)}\n`), { mtime: tools.now }];
  return [{ name: `${fileStem(finished.book.title)}-webtoon.zip`, mediaType: 'application/zip', bytes: zipSync(entries) }];
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
