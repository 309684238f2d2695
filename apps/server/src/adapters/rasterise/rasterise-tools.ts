import { Resvg, renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Raster, RasterTools } from '../../ports/raster-tools.ts';

/** No page of ours comes near; a drawing that asks for more is a mistake or an attack. */
export const PIXELS_MAX = 100_000_000;

/**
 * SVG to pixels by resvg (no system fonts: lettering is outlines already), pixels to files by sharp.
 * Drawing runs on the thread pool, so leases are kept and sockets answered meanwhile.
 */
export const rasteriseTools: RasterTools = {
  async rasterise(svg, options) {
    const heightPx = Math.ceil(ratioOf(svg) * options.width);
    if (options.width < 1 || options.width * heightPx > PIXELS_MAX) throw new RangeError(`rasterise: ${options.width} x ${heightPx} is more than ${PIXELS_MAX} pixels`);
    const { pixels, width, height } = await renderAsync(svg, { background: '#fff', fitTo: { mode: 'width', value: options.width }, font: { loadSystemFonts: false } });
    const image = sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: PIXELS_MAX }).removeAlpha();
    const { data, info } = await (options.isColour ? image : image.greyscale().toColourspace('b-w')).raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, data };
  },
  async rasteriseOver(ground, svg) {
    const { pixels, width, height } = await renderAsync(svg, { fitTo: { mode: 'width', value: ground.width }, font: { loadSystemFonts: false } });
    if (width !== ground.width || Math.abs(height - ground.height) > 1) throw new RangeError(`rasterise: ${width} x ${height} does not lie over ${ground.width} x ${ground.height}`);
    return layOver(ground, pixels, Math.min(height, ground.height));
  },
  async encodePng(raster, { xmp } = {}) {
    const image = open(raster);
    return (xmp === undefined ? image : image.withXmp(xmp)).png({ compressionLevel: 8, adaptiveFiltering: raster.channels === 3 }).toBuffer();
  },
  async encodeJpeg(raster, quality) {
    return open(raster).jpeg({ quality, mozjpeg: false, chromaSubsampling: '4:4:4' }).toBuffer();
  },
  async encodeWebp(raster, quality) {
    return open(raster).webp(quality === 'lossless' ? { lossless: true, effort: 3 } : { quality, smartSubsample: true, effort: 3 }).toBuffer();
  },
  async rasteriseClear(svg, { width: wanted }) {
    const { pixels, width, height } = await renderAsync(svg, { fitTo: { mode: 'width', value: wanted }, font: { loadSystemFonts: false } });
    return { width, height, data: unmultiplied(pixels) };
  },
};

/** resvg gives colours multiplied by their alpha. */
function unmultiplied(pixels: Uint8Array): Uint8ClampedArray {
  const data = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!;
    if (alpha > 0 && alpha < 255) for (let c = i; c < i + 3; c++) data[c] = (data[c]! * 255) / alpha;
  }
  return data;
}

/** Height over width, read from the opening tag: to parse a whole page twice costs a third of its time. */
function ratioOf(svg: string): number {
  const size = /^[^<]*<svg\b[^>]*?\swidth="([\d.]+)"\s+height="([\d.]+)"/.exec(svg.slice(0, 2000));
  if (size) return Number(size[2]) / Math.max(Number(size[1]), 1);
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  return drawing.height / Math.max(drawing.width, 1);
}

function open(raster: Raster) {
  const image = sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: raster.channels }, limitInputPixels: PIXELS_MAX });
  return raster.channels === 1 ? image.toColourspace('b-w') : image;
}

/** Alpha compositing over an opaque ground; resvg gives colours already multiplied by their alpha. */
function layOver(ground: Raster, rgba: Uint8Array, rows: number): Raster {
  const { channels, width } = ground;
  const data = new Uint8Array(ground.data);
  for (let i = 0, n = width * rows; i < n; i++) {
    const alpha = rgba[i * 4 + 3]!;
    if (alpha === 0) continue;
    const keep = 255 - alpha;
    if (channels === 1) {
      // Luma of Rec. 601 in 1/256.
      const grey = (77 * rgba[i * 4]! + 150 * rgba[i * 4 + 1]! + 29 * rgba[i * 4 + 2]!) >> 8;
      data[i] = grey + Math.round((data[i]! * keep) / 255);
    } else for (let c = 0; c < 3; c++) data[i * 3 + c] = rgba[i * 4 + c]! + Math.round((data[i * 3 + c]! * keep) / 255);
  }
  return { ...ground, data };
}
