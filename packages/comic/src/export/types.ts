import type { Book } from '../model/book.ts';
import type { LaidPage } from '../layout/types.ts';
import type { LetteredPage, Problem } from '../letter/types.ts';

/** A page ready to be written to any file. */
export type FinishedPage = {
  laid: LaidPage;
  /** Whole SVG document of the art without lettering, trim plus bleed; viewBox in u. */
  artSvg: string;
  /** SVG fragment of bubbles and lettering (outlines), page u. */
  letteringSvg: string;
  lettered: LetteredPage;
  /** Text alternative of the page in reading order: panels and lines. */
  alternative: { panelId: string; description: string; lines: { speaker: string; text: string; kind: string }[] }[];
};

export type FinishedBook = { book: Book; pages: FinishedPage[]; problems: Problem[]; credits: string[] };

/** Pixels of a page: 8 bit grey (1 channel) or RGB (3), rows top to bottom without padding. */
export type Raster = { width: number; height: number; channels: 1 | 3; data: Uint8Array };

/** Given by the server (resvg) or the browser (canvas): turns a whole SVG document into pixels at `dpi`. */
export type Rasterise = (svg: string, options: { dpi: number; isColour: boolean }) => Promise<Raster>;
/** Encodes pixels; PNG is lossless and grey where the raster is. */
export type EncodePng = (raster: Raster) => Promise<Uint8Array>;
export type EncodeJpeg = (raster: Raster, quality: number) => Promise<Uint8Array>;

export type ExportTools = { rasterise: Rasterise; encodePng: EncodePng; encodeJpeg: EncodeJpeg; now: Date };

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array };
