import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Raster, RasterTools } from '../../ports/raster-tools.ts';

/** No page of ours comes near; a drawing that asks for more is a mistake or an attack. */
export const PIXELS_MAX = 100_000_000;

/**
 * SVG to pixels by resvg (no system fonts: lettering is outlines already), pixels to files by sharp.
 * For the worker: drawing a page blocks the thread.
 */
export const rasteriseTools: RasterTools = {
  async rasterise(svg, options) {
    const drawing = new Resvg(svg, { background: '#fff', fitTo: { mode: 'width', value: options.width }, font: { loadSystemFonts: false } });
    const heightPx = Math.ceil((drawing.height / Math.max(drawing.width, 1)) * options.width);
    if (options.width < 1 || options.width * heightPx > PIXELS_MAX) throw new RangeError(`rasterise: ${options.width} x ${heightPx} is more than ${PIXELS_MAX} pixels`);
    const { pixels, width, height } = drawing.render();
    const image = sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: PIXELS_MAX }).removeAlpha();
    const { data, info } = await (options.isColour ? image : image.greyscale().toColourspace('b-w')).raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, data };
  },
  async encodePng(raster) {
    return open(raster).png({ compressionLevel: 8, adaptiveFiltering: raster.channels === 3 }).toBuffer();
  },
  async encodeJpeg(raster, quality) {
    return open(raster).jpeg({ quality, mozjpeg: false, chromaSubsampling: '4:4:4' }).toBuffer();
  },
};

function open(raster: Raster) {
  const image = sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: raster.channels }, limitInputPixels: PIXELS_MAX });
  return raster.channels === 1 ? image.toColourspace('b-w') : image;
}
