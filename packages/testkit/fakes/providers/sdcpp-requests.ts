/** What a request to `sd-server` may hold: three families of routes, one kind of work. */
import { readBase64Picture, readPicture, type SentPicture } from './a1111-pictures.ts';
import type { PictureType } from './fake-pictures.ts';

export class SdcppRefusal extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

export type SdcppFamily = 'openai' | 'a1111' | 'native';
export type SdcppLora = { path: string; multiplier: number };

/** One request for pictures as the server understood it. */
export type SdcppWork = {
  family: SdcppFamily;
  /** Without the tag of extra arguments, which only the two compatible families take out. */
  prompt: string;
  negativePrompt: string;
  width: number;
  height: number;
  /** -1: the server chooses. */
  seed: number;
  count: number;
  steps: number;
  sampler: string;
  scheduler: string;
  guidance: { txt: number | undefined; distilled: number | undefined };
  strength: number | undefined;
  format: PictureType;
  init: SentPicture | undefined;
  mask: SentPicture | undefined;
  control: SentPicture | undefined;
  refs: SentPicture[];
  loras: SdcppLora[];
  hires: Record<string, unknown> | undefined;
  /** What stood in the tag of extra arguments. */
  extraArgs: Record<string, unknown> | undefined;
};

export type SdcppLimits = {
  samplers: readonly string[]; schedulers: readonly string[]; loras: readonly string[]; formats: readonly PictureType[];
  /** Where the size is missing or cannot be read. */
  fallbackSize: readonly [number, number];
  maxSide: number; maxCount: number; maxRefs: number; steps: number;
  /** Whether pictures in JSON may have a data URL's head. */
  takesDataUrls: boolean;
};

type Fields = Record<string, unknown>;

/** `POST /sdcpp/v1/img_gen`: everything is checked. */
export async function readNative(body: unknown, limits: SdcppLimits): Promise<SdcppWork> {
  const work = blank('native', limits);
  await applyNative(work, objectOf(body), limits, true);
  return work;
}

/** `POST /v1/images/generations`: what cannot be read falls back silently, but for the prompt and the format. */
export function readGenerations(body: unknown, limits: SdcppLimits): Promise<SdcppWork> {
  return openAiWork(objectOf(body), limits);
}

/** `POST /v1/images/edits`, the parts of a form. */
export async function readEdits(form: FormData, limits: SdcppLimits): Promise<SdcppWork> {
  const text = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : undefined; };
  const work = await openAiWork({ prompt: text('prompt'), n: Number(text('n') ?? 1), size: text('size'), output_format: text('output_format') }, limits);
  const files = form.getAll('image[]').filter((part) => part instanceof Blob);
  if (files.length === 0) throw new SdcppRefusal(400, 'at least one image[] is required');
  if (files.length > limits.maxRefs) throw new SdcppRefusal(400, `at most ${limits.maxRefs} images`);
  work.refs = await Promise.all(files.map((file) => partPicture(file, 'image[]')));
  const mask = form.get('mask');
  if (mask instanceof Blob) work.mask = await partPicture(mask, 'mask');
  work.init = work.mask && work.refs[0];
  return work;
}

/** `POST /sdapi/v1/txt2img` and `img2img`. */
export async function readA1111(kind: 'txt2img' | 'img2img', body: unknown, limits: SdcppLimits): Promise<SdcppWork> {
  const fields = objectOf(body);
  const work = blank('a1111', limits);
  const inits = (fields['init_images'] ?? []) as unknown[];
  if (kind === 'img2img' && (!Array.isArray(inits) || inits.length === 0)) throw new SdcppRefusal(400, 'init_images is required');
  const { prompt, extraArgs } = takeExtraArgs(textOf(fields, 'prompt'));
  await applyNative(work, {
    prompt, negative_prompt: fields['negative_prompt'], width: fields['width'], height: fields['height'], seed: fields['seed'], batch_count: fields['batch_size'],
    strength: fields['denoising_strength'], ...(kind === 'img2img' ? { init_image: inits[0], mask_image: fields['mask'], ref_images: fields['extra_images'] } : {}),
    sample_params: { sample_steps: fields['steps'], sample_method: fields['sampler_name'], scheduler: fields['scheduler'], guidance: { txt_cfg: fields['cfg_scale'] } },
  }, limits, false);
  await applyExtraArgs(work, extraArgs, limits);
  return work;
}

async function openAiWork(fields: Fields, limits: SdcppLimits): Promise<SdcppWork> {
  const work = blank('openai', limits);
  const { prompt, extraArgs } = takeExtraArgs(textOf(fields, 'prompt'));
  if (prompt.trim() === '') throw new SdcppRefusal(400, 'prompt required');
  const size = /^(\d+)x(\d+)$/.exec(typeof fields['size'] === 'string' ? fields['size'] : '');
  const [width, height] = size ? [Number(size[1]), Number(size[2])] : limits.fallbackSize;
  const isWithin = [width, height].every((side) => side >= 1 && side <= limits.maxSide);
  const count = Number.isInteger(fields['n']) ? Math.min(limits.maxCount, Math.max(1, Number(fields['n']))) : 1;
  Object.assign(work, { prompt, count, format: formatOf(fields, limits), ...(isWithin ? { width, height } : {}) });
  await applyExtraArgs(work, extraArgs, limits);
  return work;
}

function blank(family: SdcppFamily, limits: SdcppLimits): SdcppWork {
  return {
    family, prompt: '', negativePrompt: '', width: limits.fallbackSize[0], height: limits.fallbackSize[1], seed: -1, count: 1, steps: limits.steps,
    sampler: limits.samplers[0] ?? '', scheduler: limits.schedulers[0] ?? '', guidance: { txt: undefined, distilled: undefined }, strength: undefined, format: limits.formats[0] ?? 'png',
    init: undefined, mask: undefined, control: undefined, refs: [], loras: [], hires: undefined, extraArgs: undefined,
  };
}

/** The native fields laid over the work; what is absent or null leaves it as it was. */
async function applyNative(work: SdcppWork, fields: Fields, limits: SdcppLimits, needsPrompt: boolean): Promise<void> {
  if (needsPrompt || fields['prompt'] !== undefined) work.prompt = textOf(fields, 'prompt');
  if (isThere(fields['negative_prompt'])) work.negativePrompt = textOf(fields, 'negative_prompt');
  work.width = wholeOf(fields, 'width', 1, limits.maxSide) ?? work.width;
  work.height = wholeOf(fields, 'height', 1, limits.maxSide) ?? work.height;
  work.seed = wholeOf(fields, 'seed', -1, Number.MAX_SAFE_INTEGER) ?? work.seed;
  work.count = wholeOf(fields, 'batch_count', 1, limits.maxCount) ?? work.count;
  work.strength = numberOf(fields, 'strength', 0, 1) ?? work.strength;
  if (isThere(fields['output_format'])) work.format = formatOf(fields, limits);
  work.init = await pictureOf(fields, 'init_image', limits) ?? work.init;
  work.mask = await pictureOf(fields, 'mask_image', limits) ?? work.mask;
  work.control = await pictureOf(fields, 'control_image', limits) ?? work.control;
  if (isThere(fields['ref_images'])) work.refs = await refsOf(fields['ref_images'], limits);
  if (isThere(fields['lora'])) work.loras = lorasOf(fields['lora'], limits);
  if (isThere(fields['hires'])) work.hires = objectOf(fields['hires'], 'hires');
  applySampling(work, isThere(fields['sample_params']) ? objectOf(fields['sample_params'], 'sample_params') : {}, limits);
}

function applySampling(work: SdcppWork, sampling: Fields, limits: SdcppLimits): void {
  const named = (name: string, known: readonly string[]) => {
    if (!isThere(sampling[name])) return undefined;
    const value = textOf(sampling, name);
    if (!known.includes(value)) throw new SdcppRefusal(400, `unknown ${name}: ${value}`);
    return value;
  };
  work.steps = wholeOf(sampling, 'sample_steps', 1, 1000) ?? work.steps;
  work.sampler = named('sample_method', limits.samplers) ?? work.sampler;
  work.scheduler = named('scheduler', limits.schedulers) ?? work.scheduler;
  const guidance = isThere(sampling['guidance']) ? objectOf(sampling['guidance'], 'guidance') : {};
  work.guidance = {
    txt: numberOf(guidance, 'txt_cfg', 0, 1000) ?? work.guidance.txt,
    distilled: numberOf(guidance, 'distilled_guidance', 0, 1000) ?? work.guidance.distilled,
  };
}

const EXTRA_ARGS = /<sd_cpp_extra_args>([\s\S]*?)<\/sd_cpp_extra_args>/;

function takeExtraArgs(prompt: string): { prompt: string; extraArgs: Fields | undefined } {
  const found = EXTRA_ARGS.exec(prompt);
  if (!found) return { prompt, extraArgs: undefined };
  try {
    return { prompt: prompt.replace(EXTRA_ARGS, ''), extraArgs: objectOf(JSON.parse(found[1] ?? ''), 'sd_cpp_extra_args') };
  } catch {
    throw new SdcppRefusal(400, 'invalid sd_cpp_extra_args');
  }
}

async function applyExtraArgs(work: SdcppWork, extraArgs: Fields | undefined, limits: SdcppLimits): Promise<void> {
  if (!extraArgs) return;
  await applyNative(work, extraArgs, limits, false);
  work.extraArgs = extraArgs;
}

async function partPicture(file: Blob, name: string): Promise<SentPicture> {
  const picture = await readPicture(Buffer.from(await file.arrayBuffer()));
  if (!picture) throw new SdcppRefusal(400, `invalid ${name}`);
  return picture;
}

async function pictureOf(fields: Fields, name: string, { takesDataUrls }: SdcppLimits): Promise<SentPicture | undefined> {
  if (!isThere(fields[name])) return undefined;
  const picture = await readBase64Picture(textOf(fields, name), takesDataUrls);
  if (!picture) throw new SdcppRefusal(400, `invalid ${name}`);
  return picture;
}

async function refsOf(value: unknown, limits: SdcppLimits): Promise<SentPicture[]> {
  if (!Array.isArray(value)) throw new SdcppRefusal(400, 'ref_images must be an array');
  if (value.length > limits.maxRefs) throw new SdcppRefusal(400, `at most ${limits.maxRefs} images`);
  const refs = await Promise.all(value.map((ref: unknown) => pictureOf({ ref_images: ref }, 'ref_images', limits)));
  return refs.filter((ref) => ref !== undefined);
}

function lorasOf(value: unknown, limits: SdcppLimits): SdcppLora[] {
  if (!Array.isArray(value)) throw new SdcppRefusal(400, 'lora must be an array');
  return value.map((one: unknown) => {
    const lora = objectOf(one, 'lora');
    const path = textOf(lora, 'path');
    if (!limits.loras.includes(path)) throw new SdcppRefusal(400, `unknown lora: ${path}`);
    return { path, multiplier: numberOf(lora, 'multiplier', -100, 100) ?? 1 };
  });
}

function formatOf(fields: Fields, { formats }: SdcppLimits): PictureType {
  const wanted = fields['output_format'] ?? formats[0];
  const found = formats.find((format) => format === wanted);
  if (!found) throw new SdcppRefusal(400, `invalid output_format, must be one of ${formats.join(', ')}`);
  return found;
}

function objectOf(value: unknown, name = 'body'): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SdcppRefusal(400, `${name} must be an object`);
  return value as Fields;
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new SdcppRefusal(400, isThere(value) ? `${name} must be a string` : `${name} required`);
  return value;
}

function wholeOf(fields: Fields, name: string, least: number, most: number): number | undefined {
  const value = numberOf(fields, name, least, most);
  if (value !== undefined && !Number.isInteger(value)) throw new SdcppRefusal(400, `${name} must be an integer`);
  return value;
}

function numberOf(fields: Fields, name: string, least: number, most: number): number | undefined {
  const value = fields[name];
  if (!isThere(value)) return undefined;
  if (typeof value !== 'number' || value < least || value > most) throw new SdcppRefusal(400, `${name} must be a number from ${least} to ${most}`);
  return value;
}

const isThere = (value: unknown) => value !== undefined && value !== null;
