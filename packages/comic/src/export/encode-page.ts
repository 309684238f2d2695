import { rasterPage } from './page-document.ts';
import type { ExportTools, FinishedBook, FinishedPage } from './types.ts';

export type EncodedPage = { bytes: Uint8Array; width: number; height: number; extension: 'png' | 'jpg'; mediaType: 'image/png' | 'image/jpeg' };

/** A page with its lettering as a picture: lossless grey for ink, JPEG for colour. */
export async function encodePage(page: FinishedPage, finished: FinishedBook, tools: ExportTools, dpi: number): Promise<EncodedPage> {
  const isColour = finished.book.style.palette !== 'black-and-white';
  const raster = await rasterPage(page, { art: true, lettering: true, withBleed: false }, dpi, isColour, tools);
  const size = { width: raster.width, height: raster.height };
  return isColour
    ? { ...size, bytes: await tools.encodeJpeg(raster, 90), extension: 'jpg', mediaType: 'image/jpeg' }
    : { ...size, bytes: await tools.encodePng(raster), extension: 'png', mediaType: 'image/png' };
}
