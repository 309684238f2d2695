/** One page as a layered Photoshop document (Adobe Photoshop File Formats Specification, 8 bit RGB). */
import { writePsdUint8Array, type Layer, type Psd } from 'ag-psd';
import { paintsFor } from '../../draw/pen/palettes.ts';
import { listLines } from '../../model/book.ts';
import type { Box, Polygon } from '../../model/geometry.ts';
import { boxOf } from '../../model/geometry.ts';
import { path } from '../../draw/pen/path.ts';
import { isColourPage, pageSize, rasterPage } from '../page-document.ts';
import { pageLayers, partDocument, unionOf, type BubbleLayer, type PanelLayer } from '../page-layers.ts';
import type { ClearRaster, ExportTools, FinishedBook, FinishedPage, Raster, RasteriseClear } from '../types.ts';
import { clearRasteriser } from './clear-raster.ts';
import { textOf } from './text-layer.ts';

/** PSD goes to 30 000 pixels a side; longer strips are written as PSB, the same format with wider fields. */
const PSD_SIDE_MAX = 30_000;
/** Room round a bubble for its line and its tail's point, u. */
const RIM = 12;

export type PagePsd = { bytes: Uint8Array; extension: 'psd' | 'psb' };

type Sheet = { page: FinishedPage; book: FinishedBook['book']; clear: RasteriseClear; /** Pixels per u. */ scale: number; /** Left and top edge in page u. */ origin: number; width: number; height: number };

/** Groups from below: Art (a layer a panel, masked by its polygon), Panels (frames), Bubbles, Text. */
export async function pagePsd(page: FinishedPage, book: FinishedBook['book'], tools: ExportTools, how: { dpi: number; withBleed: boolean }): Promise<PagePsd> {
  const isColour = isColourPage(book, page);
  const whole = await rasterPage(page, { art: true, lettering: true, withBleed: how.withBleed }, how.dpi, isColour, tools);
  const { width, height } = whole;
  // Whole pixels across: a little more or less than dpi / 150.
  const scale = width / pageSize(page, how.withBleed).width;
  const sheet: Sheet = { page, book, clear: clearRasteriser(tools), scale, origin: how.withBleed ? -page.bleed : 0, width, height };
  const layers = pageLayers(page);
  const children: Layer[] = [
    { name: 'Art', opened: true, children: [await groundLayer(sheet, layers.ground), ...(await all(layers.panels, (panel, i) => pictureLayer(sheet, panel, i)))].flat() },
    { name: 'Panels', children: (await all(layers.panels, (panel, i) => frameLayer(sheet, panel, i))).flat() },
    { name: 'Bubbles', children: (await all(layers.bubbles, (bubble) => shapeLayer(sheet, bubble))).flat() },
    { name: 'Text', opened: true, children: [...(await all(layers.bubbles, (bubble) => lettersLayer(sheet, bubble))).flat(), ...(await restLayer(sheet, layers.rest))] },
  ];
  const psd: Psd = { width, height, channels: 3, bitsPerChannel: 8, colorMode: 3, children, imageData: opaque(whole), imageResources: resources(how.dpi, sheet) };
  const isLong = Math.max(width, height) > PSD_SIDE_MAX;
  return { bytes: writePsdUint8Array(psd, { generateThumbnail: false, noBackground: true, psb: isLong }), extension: isLong ? 'psb' : 'psd' };
}

/** One after the other: layers of a page side by side would only fill the memory. */
async function all<T>(items: readonly T[], make: (item: T, index: number) => Promise<Layer[]>): Promise<Layer[][]> {
  const made: Layer[][] = [];
  for (const [i, item] of items.entries()) made.push(await make(item, i));
  return made;
}

async function groundLayer(sheet: Sheet, svg: string): Promise<Layer[]> {
  return drawn(sheet, svg, { x: sheet.origin, y: sheet.origin, ...pageSize(sheet.page, sheet.origin < 0) }, { name: sheet.page.role === 'story' ? 'Paper' : 'Picture' });
}

async function pictureLayer(sheet: Sheet, layer: PanelLayer, index: number): Promise<Layer[]> {
  const made = await drawn(sheet, layer.picture, layer.panel.box, { name: `Panel ${index + 1}` });
  return Promise.all(made.map(async (one) => ({ ...one, mask: await maskOf(sheet, layer.panel.polygon) })));
}

async function frameLayer(sheet: Sheet, layer: PanelLayer, index: number): Promise<Layer[]> {
  return drawn(sheet, layer.frame, grown(layer.panel.box, 4), { name: `Frame ${index + 1}` });
}

async function shapeLayer(sheet: Sheet, layer: BubbleLayer): Promise<Layer[]> {
  return drawn(sheet, layer.shape, bubbleBox(layer), { name: nameOf(sheet, layer) });
}

async function lettersLayer(sheet: Sheet, layer: BubbleLayer): Promise<Layer[]> {
  const made = await drawn(sheet, layer.letters, bubbleBox(layer), { name: nameOf(sheet, layer) });
  const text = textOf(layer.bubbles, { scale: sheet.scale, origin: sheet.origin, ink: paintsFor(sheet.book.style.palette).line });
  return made.map((one) => (text ? { ...one, text } : one));
}

async function restLayer(sheet: Sheet, svg: string): Promise<Layer[]> {
  return svg === '' ? [] : drawn(sheet, svg, { x: 0, y: 0, width: sheet.page.laid.width, height: sheet.page.laid.height }, { name: 'Lettering' });
}

/** No layer where nothing would be seen. The box grows to whole pixels and ends at the sheet's edge. */
async function drawn(sheet: Sheet, svg: string, box: Box, named: { name: string }): Promise<Layer[]> {
  const { scale, origin } = sheet;
  const left = Math.max(0, Math.floor((box.x - origin) * scale));
  const top = Math.max(0, Math.floor((box.y - origin) * scale));
  const width = Math.min(sheet.width, Math.ceil((box.x + box.width - origin) * scale)) - left;
  const height = Math.min(sheet.height, Math.ceil((box.y + box.height - origin) * scale)) - top;
  if (svg === '' || width < 1 || height < 1) return [];
  const part = { x: left / scale + origin, y: top / scale + origin, width: width / scale, height: height / scale };
  const raster = await sheet.clear(partDocument(svg, part), { width });
  return [{ ...named, left, top, right: left + raster.width, bottom: top + raster.height, imageData: raster }];
}

/** White inside the polygon, black outside: the artist can move or paint it. */
async function maskOf(sheet: Sheet, polygon: Polygon): Promise<Layer['mask']> {
  const [layer] = await drawn(sheet, `<path d="${path().polyline(polygon, true).d}" fill="#fff"/>`, boxOf(polygon), { name: 'mask' });
  if (!layer?.imageData) return undefined;
  const { left, top, right, bottom } = layer;
  const imageData = layer.imageData as ClearRaster;
  for (let i = 0; i < imageData.data.length; i += 4) {
    imageData.data.fill(imageData.data[i + 3]!, i, i + 3);
    imageData.data[i + 3] = 255;
  }
  return { left, top, right, bottom, defaultColor: 0, imageData };
}

function bubbleBox({ bubbles }: BubbleLayer): Box {
  const boxes = bubbles.flatMap((bubble) => [bubble.box, ...bubble.runs.map((run) => run.box), ...(bubble.tailTip ? [{ ...bubble.tailTip, width: 0, height: 0 }] : [])]);
  return boxes.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : grown(unionOf(boxes), RIM + Math.max(0, ...bubbles.map((bubble) => bubble.sizeU * 0.4)));
}

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + by * 2, height: box.height + by * 2 };
}

const NAME_MAX = 80;

function nameOf({ book }: Sheet, layer: BubbleLayer): string {
  const line = listLines(book).find((one) => one.id === layer.lineId);
  const text = line?.text[book.language] ?? layer.bubbles.flatMap((bubble) => bubble.runs.map((run) => run.text)).join(' ');
  const name = line && line.speaker !== '' ? `${line.speaker}: ${text}` : text;
  return Array.from(name.replace(/\s+/gu, ' ')).slice(0, NAME_MAX).join('');
}

function opaque({ width, height, channels, data }: Raster): ClearRaster {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) rgba[i * 4 + c] = data[i * channels + (channels === 3 ? c : 0)]!;
  return { width, height, data: rgba };
}

/** Guides stand where the paper is cut. */
function resources(dpi: number, { page, scale, origin }: Sheet): Psd['imageResources'] {
  const trim = -origin * scale;
  const guides = origin === 0 ? [] : (['vertical', 'horizontal'] as const).flatMap((direction) => [trim, trim + (direction === 'vertical' ? page.laid.width : page.laid.height) * scale].map((location) => ({ location, direction })));
  return {
    resolutionInfo: { horizontalResolution: dpi, horizontalResolutionUnit: 'PPI', widthUnit: 'Centimeters', verticalResolution: dpi, verticalResolutionUnit: 'PPI', heightUnit: 'Centimeters' },
    ...(guides.length > 0 ? { gridAndGuidesInformation: { grid: { horizontal: 576, vertical: 576 }, guides } } : {}),
  };
}
