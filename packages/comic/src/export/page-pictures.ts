/** Encoded pictures of a book's pages, made once however many formats ask for them. */
import { isColourPage, pageDocument } from './page-document.ts';
import type { ExportFormat, ExportTools, FinishedBook, FinishedPage, Raster } from './types.ts';

/** `art` has no lettering (files that carry it as vectors), `whole` is the page as it is read, `lossless` the same as PNG also in colour, `webp` as WebP. */
export type PictureKind = 'art' | 'whole' | 'lossless' | 'webp';
export type PagePicture = { bytes: Uint8Array; width: number; height: number; extension: 'png' | 'jpg' | 'webp'; mediaType: 'image/png' | 'image/jpeg' | 'image/webp' };
export type PagePictures = (page: FinishedPage, kind: PictureKind) => Promise<PagePicture>;

const KIND_OF_FORMAT: Partial<Record<ExportFormat, PictureKind>> = { pdf: 'art', cbz: 'whole', epub: 'whole', png: 'lossless', webp: 'webp' };

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
  const known = new WeakMap<FinishedPage, Promise<Map<PictureKind, KeptPicture>>>();
  return async (page, kind) => {
    let made = known.get(page);
    if (!made) known.set(page, (made = makePictures(page, { tools, dpi, isColour: isColourPage(finished.book, page), kinds: [...kinds, kind] })));
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
  if (kinds.has('art')) pictures.set('art', await encode(art, isColour ? 'jpg' : 'png', tools));
  if (!kinds.has('whole') && !kinds.has('lossless') && !kinds.has('webp')) return pictures;
  const whole = await tools.rasteriseOver(art, pageDocument(page, { art: false, lettering: true, withBleed: false }));
  const lossless = kinds.has('lossless') || (!isColour && kinds.has('whole')) ? await encode(whole, 'png', tools) : undefined;
  if (lossless) pictures.set('lossless', lossless);
  if (kinds.has('whole')) pictures.set('whole', isColour ? await encode(whole, 'jpg', tools) : lossless!);
  if (kinds.has('webp')) pictures.set('webp', await encode(whole, 'webp', tools));
  return pictures;
}

const MEDIA_TYPE = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;

async function encode(raster: Raster, extension: PagePicture['extension'], tools: ExportTools): Promise<KeptPicture> {
  const bytes = await bytesOf(raster, extension, tools);
  const read = tools.spool ? await tools.spool(bytes) : async () => bytes;
  return { shape: { width: raster.width, height: raster.height, extension, mediaType: MEDIA_TYPE[extension] }, read };
}

/** Line art in black and white stays sharp: its WebP is lossless, and smaller than its PNG. */
async function bytesOf(raster: Raster, extension: PagePicture['extension'], tools: ExportTools): Promise<Uint8Array> {
  if (extension === 'png') return tools.encodePng(raster);
  if (extension === 'jpg') return tools.encodeJpeg(raster, 91);
  if (!tools.encodeWebp) throw new RangeError('no encoder for WebP was given');
  return tools.encodeWebp(raster, raster.channels === 1 ? 'lossless' : 90);
}
