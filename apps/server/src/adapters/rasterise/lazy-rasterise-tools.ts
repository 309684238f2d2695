import type { RasterTools } from '../../ports/raster-tools.ts';

/** The real tools, loaded with their native libraries when the first page is drawn: most starts and the whole web process never need them. */
export const lazyRasteriseTools: RasterTools = {
  rasterise: async (...args) => (await load()).rasterise(...args),
  rasteriseOver: async (...args) => (await load()).rasteriseOver(...args),
  encodePng: async (...args) => (await load()).encodePng(...args),
  encodeJpeg: async (...args) => (await load()).encodeJpeg(...args),
  encodeWebp: async (...args) => (await load()).encodeWebp(...args),
  rasteriseClear: async (...args) => (await load()).rasteriseClear(...args),
};

async function load(): Promise<RasterTools> {
  return (await import('./rasterise-tools.ts')).rasteriseTools;
}
