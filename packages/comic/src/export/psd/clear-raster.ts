/** Layers with transparency. */
import type { ClearRaster, ExportTools, RasteriseClear } from '../types.ts';

/** The tool's own way, or two drawings over white and over black: what differs between them shines through. */
export function clearRasteriser(tools: Pick<ExportTools, 'rasteriseClear' | 'rasteriseOver'>): RasteriseClear {
  return tools.rasteriseClear ?? ((svg, { width }) => overTwoGrounds(tools, svg, width));
}

async function overTwoGrounds(tools: Pick<ExportTools, 'rasteriseOver'>, svg: string, width: number): Promise<ClearRaster> {
  const [, w, h] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const height = Math.max(1, Math.round((Number(h) / Number(w)) * width));
  const ground = (value: number) => ({ width, height, channels: 3 as const, data: new Uint8Array(width * height * 3).fill(value) });
  const [light, dark] = [await tools.rasteriseOver(ground(255), svg), await tools.rasteriseOver(ground(0), svg)];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const alpha = 255 - Math.max(0, light.data[i * 3]! - dark.data[i * 3]!);
    data[i * 4 + 3] = alpha;
    if (alpha > 0) for (let c = 0; c < 3; c++) data[i * 4 + c] = (dark.data[i * 3 + c]! * 255) / alpha;
  }
  return { width, height, data };
}
