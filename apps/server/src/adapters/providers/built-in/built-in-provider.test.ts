/** What the shared suite asks of every provider of pictures, as far as it holds for one without a wire. */
import { ImageModel } from '@komawari/contract';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { requestFor } from '../../../../../../packages/testkit/suites/image-provider-suite.ts';
import type { ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { loadStoryboardEngine } from '../../../rooms/comics/index.ts';
import { lazyRasteriseTools } from '../../rasterise/lazy-rasterise-tools.ts';
import { builtInProvider, type BuiltInTools } from './built-in-provider.ts';

const REAL: BuiltInTools = { pen: async (...args) => (await loadStoryboardEngine()).drawPrompt(...args), raster: lazyRasteriseTools };
const quick: BuiltInTools = { ...REAL, pen: async (prompt, { width, height, seed }) => ({ svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${(seed % 9) + 1}" height="${prompt.length}"/></svg>`, isColour: false, credits: [] }) };

function open(tools: BuiltInTools = quick) {
  const kind = builtInProvider(tools);
  const provider = kind.open({ url: kind.defaultUrl!, secrets: {}, settings: kind.settings.parse({}) }, { web: { fetch: async () => { throw new Error('it asks nobody'); }, openSocket: async () => { throw new Error('it asks nobody'); } }, now: () => new Date(0), wait: async () => undefined });
  return { kind, provider, image: provider.image! };
}

type Watched = ImageCall & { sendings: number; told: ImageSlot[] };

function callOf(over: Partial<ImageCall> = {}): Watched {
  const call: Watched = { id: 'call', signal: new AbortController().signal, sendings: 0, told: [], onSending: async () => { call.sendings += 1; }, onAccepted: async () => undefined, onSlot: async (_, made) => { call.told.push(made); }, ...over };
  return call;
}

async function ask(over: Partial<ImageRequest> = {}, { tools, call = callOf() }: { tools?: BuiltInTools; call?: ImageCall } = {}) {
  const { image } = open(tools);
  const [model] = await image.listModels(call.signal.aborted ? new AbortController().signal : call.signal);
  return image.draw(requestFor(model!, over), call);
}

const pictures = (slots: readonly ImageSlot[]) => slots.map((slot) => (slot.kind === 'picture' ? slot.picture : undefined)!);
const hexOf = (slots: readonly ImageSlot[]) => pictures(slots).map(({ bytes }) => Buffer.from(bytes).toString('base64'));

describe('what costs nothing', () => {
  test('it answers, bills nothing, and has one model that says what it is', async () => {
    const { kind, provider, image } = open();
    expect(kind).toMatchObject({ bills: false, secrets: [], title: expect.stringContaining('not an AI model') as string });
    expect(await provider.check(new AbortController().signal)).toEqual({ says: 'Built-in storyboard artist' });
    const models = await image.listModels(new AbortController().signal);
    expect(models.map((model) => ImageModel.parse(model))).toEqual(models);
    expect(models.map(({ abilities, name }) => [abilities, name])).toEqual([[['generate'], expect.stringContaining('no AI model')]]);
  });

  test('what is cancelled ends as cancelled', async () => {
    const { provider, image } = open();
    await expect(provider.check(AbortSignal.abort(new Error('stop')))).rejects.toMatchObject({ fault: 'cancelled' });
    await expect(image.listModels(AbortSignal.abort(new Error('stop')))).rejects.toMatchObject({ fault: 'cancelled' });
  });
});

describe('the whole way', () => {
  test.each([[640, 480], [64, 64], [333, 777], [512, 128]])('a picture of %i x %i', async (width, height) => {
    const { slots } = await ask({ prompt: 'an old woman pours tea in a kitchen, watercolour', size: { width, height }, seed: 5 }, { tools: REAL });
    const [picture] = pictures(slots);
    expect(await sharp(picture!.bytes).metadata()).toMatchObject({ format: 'png', width, height });
    expect([picture!.mediaType, slots[0]!.kind === 'picture' && slots[0]!.seed]).toEqual(['image/png', 5]);
    expect((await sharp(picture!.bytes).stats()).isOpaque).toBe(true);
  }, 30_000);

  test('the largest that it says', async () => {
    const { slots } = await ask({ size: { ratio: '16:9', resolution: '2K' }, seed: 1 });
    const { width, height } = await sharp(pictures(slots)[0]!.bytes).metadata();
    expect(width).toBe(2048);
    expect(Math.abs(width / height - 16 / 9)).toBeLessThan(0.01);
  }, 30_000);

  test('the same seed gives the same bytes, another seed, style or shot others', async () => {
    const one = async (over: Partial<ImageRequest>) => hexOf((await ask({ prompt: '一个女孩站在桥上', size: { width: 96, height: 96 }, seed: 3, ...over }, { tools: REAL })).slots)[0];
    const base = await one({});
    expect(await one({})).toBe(base);
    const others: Partial<ImageRequest>[] = [{ seed: 4 }, { settings: { style: 'noir' } }, { settings: { shot: 'close-up' } }, { prompt: '一个男孩站在桥上' }];
    for (const over of others) expect(await one(over), JSON.stringify(over)).not.toBe(base);
  }, 30_000);
});

test('several pictures of one request are told apart by their place and seed, as they come', async () => {
  const call = callOf();
  const { slots } = await ask({ count: 3, seed: 40 }, { call });
  expect(slots.map((slot) => slot.kind === 'picture' && slot.seed)).toEqual([40, 41, 42]);
  expect([new Set(hexOf(slots)).size, call.told, call.sendings]).toEqual([3, slots, 1]);
});

test('without a seed each call has its own', async () => {
  const seedOf = async (id: string) => (await ask({}, { call: callOf({ id }) })).slots.map((slot) => (slot.kind === 'picture' ? slot.seed : undefined))[0];
  expect(await seedOf('a')).toBe(await seedOf('a'));
  expect(await seedOf('b')).not.toBe(await seedOf('a'));
});

describe('a cancel', () => {
  const drawn = (over: Partial<ImageCall>) => {
    let count = 0;
    const tools: BuiltInTools = { ...quick, pen: async (...args) => { count += 1; return quick.pen(...args); } };
    return ask({ count: 4 }, { tools, call: callOf(over) }).then(() => ['answer', count], (error: { fault?: string; message: string }) => [error.fault ?? error.message, count]);
  };

  test('before it begins, or while it is told: nothing is drawn', async () => {
    expect(await drawn({ signal: AbortSignal.abort(new Error('stop')) })).toEqual(['cancelled', 0]);
    const abort = new AbortController();
    expect(await drawn({ signal: abort.signal, onSending: async () => { abort.abort(new Error('stop')); } })).toEqual(['cancelled', 0]);
    expect(await drawn({ onSending: async () => { throw new Error('another attempt'); } })).toEqual(['another attempt', 0]);
  });

  test('in the middle: the next is not drawn', async () => {
    const abort = new AbortController();
    expect(await drawn({ signal: abort.signal, onSlot: async (slot) => { if (slot === 1) abort.abort(new Error('stop')); } })).toEqual(['cancelled', 2]);
  });
});

test('a drawing that breaks is told as one that the next try breaks again', async () => {
  await expect(ask({}, { tools: { ...quick, pen: async () => { throw new RangeError('no such thing'); } } })).rejects.toMatchObject({ fault: 'invalid', facts: { code: 'drawing.failed' } });
});
