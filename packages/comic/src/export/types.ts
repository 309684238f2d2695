import type { PanelDrawing } from '../draw/types.ts';
import type { Size } from '../make/fit-drawing.ts';
import type { Book } from '../model/book.ts';
import type { LaidPage } from '../layout/index.ts';
import type { Fonts, LetteredPage, Problem } from '../letter/index.ts';
import type { PagePictures } from './page-pictures.ts';

/** A page ready to be written to any file. */
export type FinishedPage = {
  laid: LaidPage;
  /** Bleed round the trim that the art covers, u. */
  bleed: number;
  /** SVG fragment of paper, art and frames, without lettering; page u, reaches into the bleed. */
  art: string;
  /** SVG fragment of bubbles and lettering as outlines, page u. */
  lettering: string;
  lettered: LetteredPage;
  /** Cover and colophon are no story pages. */
  role: 'cover' | 'story' | 'colophon';
  /** Text alternative of the page in reading order: panels and lines. */
  alternative: PanelAlternative[];
};

export type PanelAlternative = { panelId: string; description: string; lines: { speaker: string; text: string; kind: string }[] };

export type FinishedBook = { book: Book; pages: FinishedPage[]; problems: Problem[]; credits: string[] };

/** Pixels of a page: 8 bit grey (1 channel) or RGB (3), rows top to bottom without padding. */
export type Raster = { width: number; height: number; channels: 1 | 3; data: Uint8Array };

/** Given by the server (resvg) or the browser (canvas): turns a whole SVG document into pixels `width` wide. */
export type Rasterise = (svg: string, options: { width: number; isColour: boolean }) => Promise<Raster>;
/** Encodes pixels; PNG is lossless, and grey where the raster is. */
export type EncodePng = (raster: Raster) => Promise<Uint8Array>;
export type EncodeJpeg = (raster: Raster, quality: number) => Promise<Uint8Array>;

/** Draws a document without ground over pixels of the same proportions; returns new pixels. */
export type RasteriseOver = (ground: Raster, svg: string) => Promise<Raster>;

/** Puts bytes aside (a file of a temporary folder) and tells how to have them back, so that a long book's pictures do not fill the memory. */
export type Spool = (bytes: Uint8Array) => Promise<() => Promise<Uint8Array>>;

/** Pixels with alpha, 8 bit RGBA, colours not multiplied by it; rows top to bottom without padding. */
export type ClearRaster = { width: number; height: number; data: Uint8ClampedArray };

/** A whole SVG document without ground, `width` pixels wide. */
export type RasteriseClear = (svg: string, options: { width: number }) => Promise<ClearRaster>;

/** WebP; lossless or of a quality from 1 to 100. */
export type EncodeWebp = (raster: Raster, quality: number | 'lossless') => Promise<Uint8Array>;

/** A short film or animated picture: every frame has the size and channels told here. */
export type FilmShape = { kind: 'mp4' | 'gif'; width: number; height: number; channels: 1 | 3; framesPerSecond: number; frameCount: number; /** The file may not be larger. */ sizeMaxBytes: number };
export type EncodeFilm = (shape: FilmShape, frames: () => AsyncIterable<Uint8Array>) => Promise<Uint8Array>;

export type ExportTools = {
  rasterise: Rasterise; rasteriseOver: RasteriseOver; encodePng: EncodePng; encodeJpeg: EncodeJpeg; fonts: Fonts; now: Date;
  /** Pictures are kept in memory when absent. */
  spool?: Spool;
  /** For layers; made of two drawings over white and black when absent. */
  rasteriseClear?: RasteriseClear;
  /** Needed for `webp`. */
  encodeWebp?: EncodeWebp;
  /** Needed for `mp4` and `gif`. */
  encodeFilm?: EncodeFilm;
  /** Finds the picture of a take by its content address, for `koma`; takes without a picture are bundled as they are. */
  findPicture?: (key: string) => Promise<Uint8Array | undefined>;
  /** What a panel shows, fitted to a frame of another shape, for `webtoon`; panels it gives nothing for are drawn anew. */
  drawingFor?: (panelId: string, frame: Size) => Promise<PanelDrawing | undefined>;
};

export const EXPORT_FORMATS = ['pdf', 'cbz', 'epub', 'webtoon', 'png', 'webp', 'psd', 'mp4', 'gif', 'koma'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportOptions = {
  /** 150 for screens, 300 for print. */
  dpi: number;
  /** PDF and PSD: the art reaches into the bleed, as printers want it. Formats without bleed (webtoon) stay as they are. */
  withBleed?: boolean;
  /** PDF: crop marks outside the bleed; they bring the bleed with them. */
  withCropMarks?: boolean;
  /** Webtoon: size of the slices; `WEBTOON_PRESETS.webtoon` when absent. */
  slices?: SlicePreset;
  /** MP4 and GIF: shape of the picture; upright when absent. */
  teaser?: TeaserShape;
  /** Pictures shared with other formats of the same book; made for this format alone when absent. */
  pictures?: PagePictures;
  /** Called after each page. */
  onProgress?: (done: number, total: number) => void;
};

/** Width and greatest height of webtoon slices, pixels: 100 to 4 000 wide, 100 to 20 000 high. */
export type SlicePreset = { width: number; maxHeight: number };

export const TEASER_SHAPES = ['upright', 'square'] as const;
export type TeaserShape = (typeof TEASER_SHAPES)[number];

export type ExportedFile = { name: string; mediaType: string; bytes: Uint8Array };
