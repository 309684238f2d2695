/** Pixels: 8 bit grey (1 channel) or RGB (3), rows top to bottom without padding. */
export type Raster = { width: number; height: number; channels: 1 | 3; data: Uint8Array };

/** Pixels with alpha, 8 bit RGBA, colours not multiplied by it; rows top to bottom without padding. */
export type ClearRaster = { width: number; height: number; data: Uint8ClampedArray };

/** Turns drawings into pixels and pixels into files. Throws RangeError for more pixels than allowed. */
export type RasterTools = {
  /** A whole SVG document, `width` pixels wide, on white. Grey has one channel. */
  rasterise(svg: string, options: { width: number; isColour: boolean }): Promise<Raster>;
  /** Draws a whole SVG document without ground over pixels of the same proportions; gives new pixels. */
  rasteriseOver(ground: Raster, svg: string): Promise<Raster>;
  /** Lossless, and grey where the raster is; `xmp` is a whole packet that the file shall carry. */
  encodePng(raster: Raster, options?: { xmp?: string }): Promise<Uint8Array>;
  /** `quality` 1 to 100. */
  encodeJpeg(raster: Raster, quality: number): Promise<Uint8Array>;
  /** `quality` 1 to 100, or no loss at all. */
  encodeWebp(raster: Raster, quality: number | 'lossless'): Promise<Uint8Array>;
  /** A whole SVG document without ground, for layers. */
  rasteriseClear(svg: string, options: { width: number }): Promise<ClearRaster>;
};
