import { Resvg } from '@resvg/resvg-js';
import { initializeCanvas, readPsd, type Layer } from 'ag-psd';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pageDocument } from '../page-document.ts';
import { testBook, whiteTools } from '../test-book.ts';
import type { ExportTools } from '../types.ts';
import { pagePsd } from './page-psd.ts';
import { postScriptName } from './text-layer.ts';
import { streamPsd, writePsd } from './write-psd.ts';

// Reading wants somewhere to put pixels; writing needs nothing.
initializeCanvas(() => {
  throw new Error('no canvas here');
}, (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as unknown as ReturnType<NonNullable<Parameters<typeof initializeCanvas>[1]>>);

const READ = { skipCompositeImageData: true, skipThumbnail: true, useImageData: true } as const;

/** Pages drawn for real. */
async function drawingTools(): Promise<ExportTools> {
  const render = (svg: string, width: number, background?: string) => new Resvg(svg, { ...(background ? { background } : {}), fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render();
  return {
    ...(await whiteTools()),
    rasterise: async (svg, { width }) => {
      const image = render(svg, width, '#fff');
      // Asked for once: each time is a copy.
      const { width: across, height, pixels } = image;
      return { width: across, height, channels: 1, data: Uint8Array.from({ length: across * height }, (_, i) => pixels[i * 4]!) };
    },
    rasteriseOver: async (ground, svg) => {
      const { pixels } = render(svg, ground.width);
      return { ...ground, data: ground.data.map((value, i) => {
        const at = Math.floor(i / ground.channels) * 4;
        return Math.min(255, pixels[at + (i % ground.channels)]! + Math.round((value * (255 - pixels[at + 3]!)) / 255));
      }) };
    },
  };
}

const listLayers = (layers: readonly Layer[] | undefined): Layer[] => (layers ?? []).flatMap((layer) => [layer, ...listLayers(layer.children)]);

test('a page has its panels with masks, its frames, its bubbles and its text, each named', async () => {
  const finished = await testBook('en');
  const page = finished.pages.find(({ role }) => role === 'story')!;
  const { bytes, extension } = await pagePsd(page, finished.book, await drawingTools(), { dpi: 75, withBleed: false });
  const psd = readPsd(bytes, READ);
  expect(extension).toBe('psd');
  expect(psd.width).toBe(Math.round(page.laid.width / 2));
  expect(psd.children!.map(({ name }) => name)).toEqual(['Art', 'Panels', 'Bubbles', 'Text']);
  const [art, frames, bubbles, text] = psd.children!;
  expect(art!.children!.map(({ name }) => name)).toEqual(['Paper', ...page.laid.panels.map((_, i) => `Panel ${i + 1}`)]);
  for (const layer of art!.children!.slice(1)) expect(layer.mask?.imageData?.data.includes(255)).toBe(true);
  expect(frames!.children).toHaveLength(page.laid.panels.length);
  expect(bubbles!.children!.map(({ name }) => name)).toContain('Mara: Who is there?');
  const spoken = text!.children!.find(({ name }) => name === 'Mara: Who is there?')!;
  expect(spoken.text).toMatchObject({ text: expect.stringMatching(/^Who is\s+there\?$/), orientation: 'horizontal', style: { font: { name: expect.stringContaining('ComicNeue') } } });
  expect(spoken.imageData!.data.some((value, i) => i % 4 === 3 && value > 200)).toBe(true);
  expect(psd.imageResources?.resolutionInfo?.horizontalResolution).toBe(75);
}, 30_000);

test('the layers laid over each other are the page', async () => {
  const finished = await testBook('en');
  const tools = await drawingTools();
  const page = finished.pages.find(({ role }) => role === 'story')!;
  const { bytes } = await pagePsd(page, finished.book, tools, { dpi: 150, withBleed: false });
  const psd = readPsd(bytes, READ);
  const whole = await tools.rasterise(pageDocument(page, { art: true, lettering: true, withBleed: false }), { width: psd.width, isColour: false });
  const canvas = new Float64Array(psd.width * psd.height).fill(255);
  for (const layer of listLayers(psd.children)) if (layer.imageData) layOver(canvas, psd.width, layer);
  const off = canvas.reduce((sum, value, i) => sum + Math.abs(value - whole.data[i]!), 0) / canvas.length;
  expect(off).toBeLessThan(2);
}, 30_000);

function layOver(canvas: Float64Array, width: number, layer: Layer): void {
  const { data, width: across, height } = layer.imageData!;
  const mask = layer.mask?.imageData;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < across; x++) {
      const [px, py] = [x + layer.left!, y + layer.top!];
      const [mx, my] = mask ? [px - layer.mask!.left!, py - layer.mask!.top!] : [0, 0];
      const shown = !mask ? 1 : mx >= 0 && my >= 0 && mx < mask.width && my < mask.height ? mask.data[(my * mask.width + mx) * 4]! / 255 : 0;
      const alpha = (data[(y * across + x) * 4 + 3]! / 255) * shown;
      canvas[py * width + px] = canvas[py * width + px]! * (1 - alpha) + data[(y * across + x) * 4]! * alpha;
    }
  }
}

test('the zip has every page in order, and comes in pieces that make the same file', async () => {
  const finished = await testBook('ja');
  const tools = await whiteTools();
  const [file] = await writePsd(finished, tools, { dpi: 40 });
  const names = Object.keys(unzipSync(file!.bytes));
  expect(names.filter((name) => name.endsWith('.psd'))).toHaveLength(finished.pages.length);
  expect(names[0]).toBe('雨の駅-001.psd');
  const pieces: Uint8Array[] = [];
  for await (const piece of streamPsd(finished, tools, { dpi: 40 })) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(finished.pages.length);
  expect(Buffer.concat(pieces).equals(file!.bytes)).toBe(true);
}, 30_000);

test('vertical lettering stays vertical text, and bleed brings guides', async () => {
  const finished = await testBook('ja');
  const page = finished.pages.find(({ role, lettered }) => role === 'story' && lettered.bubbles.length > 0)!;
  const psd = readPsd((await pagePsd(page, finished.book, await whiteTools(), { dpi: 50, withBleed: true })).bytes, READ);
  const text = psd.children!.find(({ name }) => name === 'Text')!;
  expect(text.children!.map((layer) => layer.text?.orientation)).toContain('vertical');
  expect(psd.imageResources?.gridAndGuidesInformation?.guides).toHaveLength(4);
  expect(psd.width).toBe(Math.round((page.laid.width + page.bleed * 2) / 3));
}, 30_000);

test('a page whose art was thrown away is refused', async () => {
  const finished = await testBook('en');
  const page = finished.pages.find(({ role }) => role === 'story')!;
  await expect(pagePsd({ ...page, art: '' }, finished.book, await whiteTools(), { dpi: 40, withBleed: false })).rejects.toThrow(RangeError);
});

test('fonts are called as programs know them', () => {
  expect(postScriptName('comic-neue-bold')).toBe('ComicNeue-Bold');
  expect(postScriptName('shippori-antique')).toBe('ShipporiAntique-Regular');
});
