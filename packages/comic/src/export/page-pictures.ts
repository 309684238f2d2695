/** Encoded pictures of a book's pages, made once however many formats ask for them. */
import { pageDocument } from './page-document.ts';
import type { ExportFormat, ExportTools, FinishedBook, FinishedPage, Raster } from './types.ts';

/** `art` has no lettering (files that carry it as vectors), `whole` is the page as it is read, `lossless` the same as PNG also in colour. */
export type PictureKind = 'art' | 'whole' | 'lossless';
export type PagePicture = { bytes: Uint8Array; width: number; height: number; extension: 'png' | 'jpg'; mediaType: 'image/png' | 'image/jpeg' };
export type PagePictures = (page: FinishedPage, kind: PictureKind) => Promise<PagePicture>;

const KIND_OF_FORMAT: Partial<Record<ExportFormat, PictureKind>> = { pdf: 'art', cbz: 'whole', epub: 'whole', png: 'lossless' };

/** The kinds of picture a set of formats needs. */
export function pictureKinds(formats: readonly ExportFormat[]): PictureKind[] {
  return [...new Set(formats.flatMap((format) => KIND_OF_FORMAT[format] ?? []))];
}

/**
 * The art of a page is drawn once and lettering laid over its pixels, which is far cheaper than drawing
 * both again. Only files are kept, no pixels, and those where `tools.spool` puts them: a book of 300 pages must not
 * stand in memory as pictures.
 */
export function pagePictures(finished: FinishedBook, tools: ExportTools, dpi: number, kinds: readonly PictureKind[]): PagePictures {
  const isColour = finished.book.style.palette !== 'black-and-white';
  const known = new WeakMap<FinishedPage, Promise<Map<PictureKind, KeptPicture>>>();
  return async (page, kind) => {
    let made = known.get(page);
    if (!made) known.set(page, (made = makePictures(page, { tools, dpi, isColour, kinds: [...kinds, kind] })));
    const picture = (await made).get(kind);
    if (!picture) throw new RangeError(`pictures of kind ${kind} were not asked for`);
    return { ...picture.shape, bytes: await picture.read() };
  };
}

type KeptPicture = { shape: Omit<PagePicture, 'bytes'>; read: () => Promise<Uint8Array> };

async function makePictures(page: FinishedPage, how: { tools: ExportTools; dpi: number; isColour: boolean; kinds: readonly PictureKind[] }): Promise<Map<PictureKind, KeptPicture>> {
  const { tools, isColour } = how;
  const kinds = new Set(how.kinds);
  const width = Math.round((page.laid.width * how.dpi) / 150);
  const art = await tools.rasterise(pageDocument(page, { art: true, lettering: false, withBleed: false }), { width, isColour });
  const pictures = new Map<PictureKind, KeptPicture>();
  if (kinds.has('art')) pictures.set('art', await encode(art, isColour, tools));
  if (!kinds.has('whole') && !kinds.has('lossless')) return pictures;
  const whole = await tools.rasteriseOver(art, pageDocument(page, { art: false, lettering: true, withBleed: false }));
  const lossless = kinds.has('lossless') || !isColour ? await encode(whole, false, tools) : undefined;
  if (lossless) pictures.set('lossless', lossless);
  if (kinds.has('whole')) pictures.set('whole', isColour ? await encode(whole, true, tools) : lossless!);
  return pictures;
}

async function encode(raster: Raster, asJpeg: boolean, tools: ExportTools): Promise<KeptPicture> {
  const size = { width: raster.width, height: raster.height };
  const bytes = asJpeg ? await tools.encodeJpeg(raster, 91) : await tools.encodePng(raster);
  const read = tools.spool ? await tools.spool(bytes) : async () => bytes;
  return { shape: asJpeg ? { ...size, extension: 'jpg', mediaType: 'image/jpeg' } : { ...size, extension: 'png', mediaType: 'image/png' }, read };
}
