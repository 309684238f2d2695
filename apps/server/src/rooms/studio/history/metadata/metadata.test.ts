import { deflateSync, crc32 } from 'node:zlib';
import { PROMPT_MAX, Recipe } from '@komawari/contract';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { a1111Text, readA1111 } from './a1111-text.ts';
import type { Making } from './making.ts';
import { pngChunks, textChunk } from './png-chunks.ts';
import { readTold } from './read-making.ts';
import { writeMaking } from './write-making.ts';

type Kind = 'png' | 'jpeg' | 'webp' | 'webp lossless';
const KINDS: readonly Kind[] = ['png', 'jpeg', 'webp', 'webp lossless'];
const files = {} as Record<Kind, Uint8Array>;

beforeAll(async () => {
  const one = () => sharp({ create: { width: 24, height: 16, channels: 4, background: { r: 200, g: 40, b: 20, alpha: 0.5 } } });
  files.png = await one().png().toBuffer();
  files.jpeg = await one().jpeg().toBuffer();
  files.webp = await one().removeAlpha().webp().toBuffer();
  files['webp lossless'] = await one().webp({ lossless: true }).toBuffer();
});

const makingOf = (recipe: Partial<Recipe>, rest: Partial<Making> = {}): Making => ({ recipe: Recipe.parse({ prompt: 'a cat', seed: 7, ...recipe }), modelName: 'Model X', width: 24, height: 16, createdAt: new Date('2026-11-23T00:00:00Z'), ...rest });
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
const png = (...chunks: Uint8Array[]) => Buffer.concat([files.png.subarray(0, 33), ...chunks, files.png.subarray(33)]);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

function chunk(type: string, data: Uint8Array, sum?: number): Uint8Array {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(sum ?? crc32(whole.subarray(4, -4)), data.length + 8);
  return whole;
}

const packed = (type: 'zTXt' | 'iTXt', keyword: string, data: Uint8Array) => chunk(type, Buffer.concat([Buffer.from(`${keyword}\0${type === 'zTXt' ? '\0' : '\u0001\0\0\0'}`, 'latin1'), data]));

describe('what is written is read again', () => {
  const anyText = (maxLength: number) => fc.oneof(fc.string({ unit: 'binary', maxLength }), fc.string({ unit: 'grapheme', maxLength }), fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((units) => String.fromCharCode(...units)), fc.constantFrom('\0', '\ud800', '\uffff]]>', '</koma:making>', '&amp;&#0;<rdf:RDF>', 'Steps: 5, Seed: 1, Size: 1x1', '一只猫 🐈‍⬛'));
  const anyRecipe = fc.record({
    prompt: anyText(300), negativePrompt: anyText(100), seed: fc.option(fc.nat(), { nil: undefined }), steps: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }), guidance: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
    settings: fc.dictionary(fc.constantFrom('sampler', 'quality', 'a'), fc.oneof(fc.string({ maxLength: 40 }), fc.boolean(), fc.integer())),
  });

  test.each(KINDS)('the same recipe for any words, and the same pixels: %s', async (kind) => {
    const before = await pixels(files[kind]);
    await fc.assert(fc.asyncProperty(anyRecipe, async (given) => {
      const recipe = Recipe.parse(JSON.parse(JSON.stringify(given)));
      const written = writeMaking(files[kind], { ...makingOf({}), recipe }, true);
      expect(readTold(written)).toMatchObject({ source: 'komawari', fields: JSON.parse(JSON.stringify(recipe)) as object, modelName: 'Model X' });
      // Once more over it changes nothing.
      expect(Buffer.compare(Buffer.from(writeMaking(written, { ...makingOf({}), recipe }, true)), Buffer.from(written))).toBe(0);
      expect(Buffer.compare(await pixels(written), before)).toBe(0);
    }), { numRuns: 60 });
  });

  test.each(KINDS)('the longest prompt there is, of signs that take most room: %s', async (kind) => {
    for (const prompt of ['漢'.repeat(PROMPT_MAX), '\u0001'.repeat(PROMPT_MAX), '&'.repeat(PROMPT_MAX)]) {
      const written = writeMaking(files[kind], makingOf({ prompt }), true);
      expect(readTold(written)?.fields['prompt']).toBe(prompt);
      expect((await sharp(written).metadata()).width).toBe(24);
    }
  });

  test.each(KINDS)('who draws says that a model did, also for those who keep their words to themselves: %s', async (kind) => {
    const [told, silent] = [true, false].map((keeps) => writeMaking(files[kind], makingOf({ prompt: 'a secret garden' }), keeps)) as [Uint8Array, Uint8Array];
    for (const file of [told, silent]) expect((await sharp(file).metadata()).xmp?.toString()).toContain('digitalsourcetype/trainedAlgorithmicMedia');
    expect([text(told).includes('a secret garden'), text(silent).includes('a secret garden'), readTold(silent)]).toEqual([true, false, undefined]);
    // What was told once is taken out again.
    const unsaid = writeMaking(told, makingOf({ prompt: 'a secret garden' }), false);
    expect([text(unsaid).includes('a secret garden'), readTold(unsaid)]).toEqual([false, undefined]);
    expect(text(writeMaking(files[kind], makingOf({ ability: 'inpaint' }), true))).toContain('compositeWithTrainedAlgorithmicMedia');
  });

  test('what the provider says by law stays, and what it wrote of the prompt goes where one keeps it to oneself', async () => {
    const label = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{"Label":"1"}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>';
    const file = png(textChunk('XML:com.adobe.xmp', label, true), textChunk('prompt', '{"1":{}}'), textChunk('workflow', '{}'));
    const keywords = (bytes: Uint8Array) => [...pngChunks(bytes)].filter(({ type }) => type.endsWith('Xt')).map(({ data }) => Buffer.from(data).toString('latin1').split('\0')[0]);
    expect(keywords(writeMaking(file, makingOf({}), true))).toEqual(['parameters', 'komawari', 'XML:com.adobe.xmp', 'prompt', 'workflow']);
    const silent = writeMaking(file, makingOf({}), false);
    expect(keywords(silent)).toEqual(['XML:com.adobe.xmp']);
    expect(text(silent)).toMatch(/TC260:AIGC.*DigitalSourceType/s);
    const jpeg = await sharp(files.jpeg).withXmp(label).withExif({ IFD2: { UserComment: 'ASCII\0\0\0a cat\nSteps: 5, Seed: 1, Size: 8x8' } }).toBuffer();
    const kept = writeMaking(jpeg, makingOf({}), false);
    expect([text(kept).includes('TC260:AIGC'), text(kept).includes('Steps'), text(kept).match(/<rdf:Description/g)?.length]).toEqual([true, false, 2]);
  });

  test('a file that is not built as it should be stays as it is', () => {
    for (const file of [files.png.subarray(0, 60), Buffer.from('GIF89a'), Buffer.concat([files.webp.subarray(0, 12)])]) expect(writeMaking(file, makingOf({}), true)).toEqual(file);
  });
});

describe('AUTOMATIC1111', () => {
  test('reads what we write', () => {
    const making = makingOf({ prompt: 'a cat,\non a roof: (red:1.2)', negativePrompt: 'hands,\nblur', steps: 20, guidance: 7.5, settings: { sampler: 'DPM++ 2M' } }, { modelName: 'x, y: "z"' });
    expect(a1111Text(making)).toBe('a cat,\non a roof: (red:1.2)\nNegative prompt: hands,\nblur\nSteps: 20, Sampler: DPM++ 2M, CFG scale: 7.5, Seed: 7, Size: 24x16, Model: "x, y: \\"z\\"", Version: Komawari');
    expect(readA1111(a1111Text(making))).toMatchObject({ prompt: making.recipe.prompt, negativePrompt: 'hands,\nblur', pairs: expect.arrayContaining([{ name: 'Model', value: 'x, y: "z"' }]) as object });
  });

  const WORDS = 'masterpiece, a cat\nNegative prompt: lowres\nSteps: 28, Sampler: Euler a, CFG scale: 6.5, Seed: 123456, Size: 832x1216, Model hash: abc, Model: animagine, Lora hashes: "a: 1, b: 2", Denoising strength: 0.4';
  test('in a PNG, packed or not, and in the Exif of a JPEG', async () => {
    const told = { source: 'a1111', modelName: 'animagine', fields: { prompt: 'masterpiece, a cat', negativePrompt: 'lowres', steps: 28, guidance: 6.5, seed: 123456, size: { kind: 'pixels', width: 832, height: 1216 } } };
    const exif = (comment: Buffer) => {
      const tiff = Buffer.alloc(44 + comment.length);
      tiff.write('MM\0*', 0, 'latin1');
      tiff.writeUInt32BE(8, 4);
      tiff.writeUInt16BE(1, 8);
      for (const [at, [tag, type, count, value]] of [[10, [0x8769, 4, 1, 26]], [28, [0x9286, 7, comment.length, 44]]] as const) {
        tiff.writeUInt16BE(tag, at);
        tiff.writeUInt16BE(type, at + 2);
        tiff.writeUInt32BE(count, at + 4);
        tiff.writeUInt32BE(value, at + 8);
      }
      tiff.writeUInt16BE(1, 26);
      tiff.set(comment, 44);
      const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
      head.writeUInt16BE(tiff.length + 8, 2);
      return Buffer.concat([files.jpeg.subarray(0, 2), head, tiff, files.jpeg.subarray(2)]);
    };
    const utf16 = Buffer.from(WORDS, 'utf16le');
    const carriers = [png(textChunk('parameters', WORDS)), png(packed('zTXt', 'parameters', deflateSync(WORDS))), png(packed('iTXt', 'parameters', deflateSync(WORDS))), exif(Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from(utf16).swap16()])), exif(Buffer.concat([Buffer.from('UNICODE\0'), utf16])), exif(Buffer.concat([Buffer.from('ASCII\0\0\0'), Buffer.from(WORDS)]))];
    for (const file of carriers) expect(readTold(file)).toMatchObject(told);
    expect(readTold(carriers[0]!)?.others).toContainEqual({ name: 'Lora hashes', value: 'a: 1, b: 2' });
    expect(readTold(png(textChunk('parameters', 'only words, and a ratio: 16:9')))).toBeUndefined();
  });
});

describe('ComfyUI and InvokeAI', () => {
  const RUN = {
    3: { class_type: 'KSampler', inputs: { seed: 99, steps: 25, cfg: 4, sampler_name: 'euler', scheduler: 'karras', denoise: 1, model: ['10', 0], positive: ['20', 0], negative: ['7', 0], latent_image: ['5', 0] } },
    10: { class_type: 'LoraLoader', inputs: { model: ['4', 0], strength_model: 1 } }, 4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sdxl.safetensors' } }, 5: { class_type: 'EmptyLatentImage', inputs: { width: 640, height: 480, batch_size: 1 } },
    20: { class_type: 'ControlNetApply', inputs: { conditioning: ['6', 0], strength: 1 } }, 6: { class_type: 'CLIPTextEncode', inputs: { text: '屋顶上的猫', clip: ['4', 1] } }, 7: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['4', 1] } },
  };

  test('the graph as it was run, NaN and all', () => {
    const graph = JSON.stringify(RUN).replace('"denoise":1', '"denoise":1,"is_changed":[NaN]');
    expect(readTold(png(textChunk('prompt', graph, true), textChunk('workflow', '{}')))).toMatchObject({
      source: 'comfyui', modelName: 'sdxl.safetensors', fields: { prompt: '屋顶上的猫', negativePrompt: 'blurry', seed: 99, steps: 25, guidance: 4, size: { kind: 'pixels', width: 640, height: 480 } },
      others: [{ name: 'Sampler', value: 'euler' }, { name: 'Scheduler', value: 'karras' }, { name: 'Denoise', value: '1' }],
    });
  });

  test('the graph as it was drawn', () => {
    const drawn = {
      nodes: [
        { id: 3, type: 'KSampler', widgets_values: [42, 'randomize', 20, 8, 'euler', 'normal', 1], inputs: [{ name: 'model', link: 1 }, { name: 'positive', link: 4 }, { name: 'negative', link: 6 }, { name: 'latent_image', link: 2 }] },
        { id: 4, type: 'CheckpointLoaderSimple', widgets_values: ['v1-5.ckpt'] }, { id: 5, type: 'EmptyLatentImage', widgets_values: [512, 768, 1] }, { id: 6, type: 'CLIPTextEncode', widgets_values: ['a dog'], inputs: [{ name: 'clip', link: 3 }] }, { id: 7, type: 'CLIPTextEncode', widgets_values: ['cats'] },
      ],
      links: [[1, 4, 0, 3, 0, 'MODEL'], [4, 6, 0, 3, 1, 'CONDITIONING'], [6, 7, 0, 3, 2, 'CONDITIONING'], [2, 5, 0, 3, 3, 'LATENT'], [3, 4, 1, 6, 0, 'CLIP']],
    };
    expect(readTold(png(textChunk('workflow', JSON.stringify(drawn))))).toMatchObject({ source: 'comfyui', modelName: 'v1-5.ckpt', fields: { prompt: 'a dog', negativePrompt: 'cats', seed: 42, steps: 20, guidance: 8, size: { width: 512, height: 768 } } });
  });

  test('InvokeAI', () => {
    const said = { generation_mode: 'sdxl_txt2img', positive_prompt: 'a fox', negative_prompt: '', width: 1024, height: 768, seed: 5, cfg_scale: 7, steps: 30, scheduler: 'euler', model: { key: 'k', name: 'Juggernaut XL' } };
    expect(readTold(png(textChunk('invokeai_metadata', JSON.stringify(said))))).toMatchObject({ source: 'invokeai', modelName: 'Juggernaut XL', fields: { prompt: 'a fox', seed: 5, steps: 30, guidance: 7, size: { width: 1024, height: 768 } }, others: [{ name: 'Scheduler', value: 'euler' }, { name: 'Mode', value: 'sdxl_txt2img' }] });
  });

  test('circles, chains and numbers that are none end somewhere', () => {
    const circle = { 1: { class_type: 'KSampler', inputs: { positive: ['2', 0], seed: 'x' } }, 2: { class_type: 'A', inputs: { a: ['3', 0] } }, 3: { class_type: 'B', inputs: { b: ['2', 0] } } };
    const chain = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [i, { class_type: i === 0 ? 'KSampler' : 'X', inputs: { positive: [String(i + 1), 0] } }]));
    for (const graph of [circle, chain, { __proto__: null, a: 1 }, [], 5, { nodes: [{ id: {}, type: 5 }], links: [null, [1]] }]) for (const keyword of ['prompt', 'workflow']) expect(readTold(png(textChunk(keyword, JSON.stringify(graph))))).toBeUndefined();
  });
});

describe('hostile files', () => {
  const bomb = deflateSync(Buffer.alloc(40_000_000, 'a'));
  const deep = `${'{"a":'.repeat(160_000)}1${'}'.repeat(160_000)}`;

  test.each<[string, () => Uint8Array]>([
    ['a bomb in zTXt', () => png(packed('zTXt', 'parameters', bomb))],
    ['a bomb in iTXt', () => png(packed('iTXt', 'komawari', bomb))],
    ['a thousand bombs', () => png(...Array.from({ length: 1000 }, () => packed('zTXt', 'prompt', bomb)))],
    ['a chunk of 50 MB', () => png(chunk('tEXt', Buffer.concat([Buffer.from('parameters\0'), Buffer.alloc(50_000_000, 0x41)])))],
    ['a chunk that is longer than the file', () => Buffer.concat([files.png.subarray(0, 33), Buffer.from('7fffffff74455874', 'hex'), Buffer.from('parameters\0x')])],
    ['a broken sum', () => png(chunk('tEXt', Buffer.from('parameters\0a cat\nSteps: 1, Seed: 2, Size: 3x4'), 1))],
    ['a stream that ends too early', () => png(packed('zTXt', 'parameters', deflateSync('Steps: 1, Seed: 2, Size: 3x4'.repeat(99)).subarray(0, 20)))],
    ['nested JSON', () => png(textChunk('prompt', deep), textChunk('workflow', deep), textChunk('invokeai_metadata', deep), textChunk('komawari', deep))],
    ['JSON of something else', () => png(textChunk('komawari', '{"recipe":[1,2]}'), textChunk('invokeai_metadata', 'null'))],
    ['an endless line', () => png(textChunk('parameters', 'a:'.repeat(1_000_000)))],
    ['a JPEG of half a segment', () => Buffer.concat([files.jpeg.subarray(0, 2), Buffer.from('ffe1ffff', 'hex'), Buffer.from('Exif\0\0MM\0*')])],
    ['Exif that leads outside', () => Buffer.concat([files.jpeg.subarray(0, 2), Buffer.from('ffe10016', 'hex'), Buffer.from('Exif\0\0MM\0*\xff\xff\xff\xff\0\0\0\0', 'latin1'), files.jpeg.subarray(2)])],
    ['a WebP of chunks without end', () => Buffer.concat([files.webp.subarray(0, 12), Buffer.from('XMP \xff\xff\xff\xff', 'latin1')])],
  ])('%s', (_, file) => {
    const bytes = file();
    const start = performance.now();
    expect(readTold(bytes)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1500);
    expect(() => writeMaking(bytes, makingOf({}), true)).not.toThrow();
  });

  test('any bytes behind any head are read without a throw', () => {
    fc.assert(fc.property(fc.constantFrom(...KINDS), fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 300 }), (kind, at, noise) => {
      const file = Buffer.concat([files[kind].subarray(0, at), noise, files[kind].subarray(at)]);
      readTold(file);
      writeMaking(file, makingOf({}), false);
    }), { numRuns: 300 });
  });
});
