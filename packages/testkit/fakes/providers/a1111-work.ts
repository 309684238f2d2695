/** What happens between a request for pictures and its answer. */
import type { A1111Engine, A1111Job } from './a1111-engine.ts';
import { gridOf, paintPicture, resizedPicture, type SentPicture } from './a1111-pictures.ts';
import { A1111Refusal, readInput, type A1111Fields } from './a1111-requests.ts';

export type A1111Limits = {
  models: readonly string[]; samplers: readonly string[]; schedulers: readonly string[]; upscalers: readonly string[]; scripts: readonly string[];
  unknownSamplerStatus: 400 | 404; unknownModel: 'refused' | 'ignored'; hasGrid: boolean; sizeStep: number; maxPixels: number;
  maskPaints: 'white' | 'black'; takesAddresses: boolean;
};
export type Made = { pictures: readonly Buffer[]; grid: Buffer | undefined; info: Record<string, unknown> };
type Inputs = { inits: readonly SentPicture[]; mask: SentPicture | undefined };

/** The job for these fields, all that can be known before the lock checked. */
export async function prepareJob(kind: 'txt2img' | 'img2img', { fields, unknown }: { fields: A1111Fields; unknown: string[] }, taskId: string, limits: A1111Limits): Promise<{ job: A1111Job; inputs: Inputs }> {
  checkNames(fields, limits);
  const sources = (fields['init_images'] ?? []) as string[];
  if (kind === 'img2img' && sources.length === 0) throw new A1111Refusal(404, 'Init image not found');
  const inits = await Promise.all(sources.map((text) => readInput(text, limits.takesAddresses)));
  const mask = typeof fields['mask'] === 'string' ? await readInput(fields['mask'], limits.takesAddresses) : undefined;
  const job: A1111Job = {
    taskId, kind, fields, unknownFields: unknown, sizes: { inits: inits.map(sizeOf), mask: mask && sizeOf(mask) },
    steps: Number(fields['steps']), rounds: Number(fields['n_iter']), state: 'waiting', model: undefined,
    sampler: (fields['sampler_name'] as string | null) ?? limits.samplers[0], scheduler: knownScheduler(fields['scheduler'], limits),
    round: 0, step: 0, isInterrupted: false, isSkipped: false, made: 0, saved: 0,
  };
  return { job, inputs: { inits, mask } };
}

/** The model named for this one job, loaded; what it put aside comes back afterwards when `restore` is called. */
export async function overrideModel(engine: A1111Engine, job: A1111Job, limits: A1111Limits): Promise<() => Promise<void>> {
  const before = engine.chosenModel;
  const wanted = (job.fields['override_settings'] as Record<string, unknown> | null)?.['sd_model_checkpoint'];
  const found = typeof wanted === 'string' ? findModel(wanted, limits) : undefined;
  engine.chosenModel = found ?? before;
  await engine.load(engine.chosenModel);
  job.model = engine.chosenModel;
  return async () => {
    if (job.fields['override_settings_restore_afterwards'] !== true || before === engine.chosenModel) return;
    engine.chosenModel = before;
    await engine.load(before);
  };
}

/** By its title, its file or its bare name. Throws a 500 for an unknown one, or passes it over where the server does. */
export function findModel(wanted: string, { models, unknownModel }: A1111Limits): string | undefined {
  const found = models.find((model) => [model, modelTitle(model), modelName(model)].includes(wanted));
  if (!found && unknownModel === 'refused') throw new A1111Refusal(500, `model '${wanted}' not found`, 'RuntimeError');
  return found;
}

export const modelName = (file: string) => file.replace(/\.[a-z]+$/, '');
export const modelHash = (file: string) => Buffer.from(file).toString('hex').padEnd(10, '0').slice(-10);
export const modelTitle = (file: string) => `${file} [${modelHash(file)}]`;

export async function makePictures(job: A1111Job, inputs: Inputs, rounds: number, seed: number, limits: A1111Limits): Promise<Made> {
  const { fields } = job;
  const { width, height } = pictureSize(fields, limits.sizeStep);
  const count = rounds * Number(fields['batch_size']);
  const isInverted = Number(fields['inpainting_mask_invert'] ?? 0) === 1;
  const paints = isInverted === (limits.maskPaints === 'white') ? 'black' : 'white';
  const pictures = await Promise.all(Array.from({ length: count }, (_, index) => {
    const base = inputs.inits[index % Math.max(1, inputs.inits.length)];
    return paintPicture({ width, height, index, inpaint: base && inputs.mask && { base: base.bytes, mask: inputs.mask.bytes, paints } });
  }));
  job.made = count;
  job.saved = fields['save_images'] === true ? count : 0;
  const grid = limits.hasGrid && count > 1 ? await gridOf(pictures, width, height) : undefined;
  return { pictures, grid, info: infoOf(job, { width, height, count, seed, hasGrid: grid !== undefined }) };
}

/** One picture made larger: by a factor, or to a size. */
export async function upscale(fields: A1111Fields, source: SentPicture, { maxPixels }: A1111Limits): Promise<Buffer> {
  const factor = Number(fields['upscaling_resize']);
  const [width, height] = fields['resize_mode'] === 1
    ? [Number(fields['upscaling_resize_w']), Number(fields['upscaling_resize_h'])]
    : [Math.round(source.width * factor), Math.round(source.height * factor)];
  refuseHuge(width, height, maxPixels);
  return resizedPicture(source.bytes, width, height);
}

function checkNames(fields: A1111Fields, limits: A1111Limits): void {
  const sampler = fields['sampler_name'] as string | null;
  if (sampler !== null && !limits.samplers.includes(sampler)) throw new A1111Refusal(limits.unknownSamplerStatus, 'Sampler not found');
  const script = Object.keys(fields['alwayson_scripts'] as object).find((name) => !limits.scripts.includes(name));
  if (script !== undefined) throw new A1111Refusal(422, `always on script ${script} not found`);
  const upscaler = fields['enable_hr'] === true ? (fields['hr_upscaler'] as string | null) : null;
  if (upscaler !== null && ![...limits.upscalers, 'Latent'].includes(upscaler)) throw new A1111Refusal(500, `could not find upscaler named ${upscaler}`, 'Exception');
  const model = (fields['override_settings'] as Record<string, unknown> | null)?.['sd_model_checkpoint'];
  if (typeof model === 'string') findModel(model, limits);
  const { width, height } = pictureSize(fields, limits.sizeStep);
  refuseHuge(width, height, limits.maxPixels);
}

function refuseHuge(width: number, height: number, maxPixels: number): void {
  if (width * height > maxPixels) throw new A1111Refusal(500, 'CUDA out of memory.', 'OutOfMemoryError');
}

/** An unknown scheduler is quietly the automatic one. */
function knownScheduler(wanted: unknown, { schedulers }: A1111Limits): string | undefined {
  return typeof wanted === 'string' && schedulers.includes(wanted) ? wanted : schedulers[0];
}

function pictureSize(fields: A1111Fields, sizeStep: number): { width: number; height: number } {
  const factor = fields['enable_hr'] === true ? Number(fields['hr_scale']) : 1;
  const fitted = (side: unknown) => Math.max(sizeStep, Math.floor(Number(side) * factor / sizeStep) * sizeStep);
  return { width: fitted(fields['width']), height: fitted(fields['height']) };
}

function infoOf(job: A1111Job, { width, height, count, seed, hasGrid }: { width: number; height: number; count: number; seed: number; hasGrid: boolean }): Record<string, unknown> {
  const { prompt, negative_prompt, steps, cfg_scale, batch_size, denoising_strength } = job.fields;
  const each = <T>(make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  const line = (index: number) => `${String(prompt)}\nNegative prompt: ${String(negative_prompt)}\nSteps: ${String(steps)}, Sampler: ${String(job.sampler)}, CFG scale: ${String(cfg_scale)}, Seed: ${seed + index}, Size: ${width}x${height}, Model: ${modelName(job.model ?? '')}`;
  return {
    prompt, all_prompts: each(() => prompt), negative_prompt, all_negative_prompts: each(() => negative_prompt), seed, all_seeds: each((index) => seed + index),
    width, height, sampler_name: job.sampler, cfg_scale, steps, batch_size, denoising_strength,
    sd_model_name: modelName(job.model ?? ''), sd_model_hash: modelHash(job.model ?? ''), index_of_first_image: hasGrid ? 1 : 0,
    infotexts: [...(hasGrid ? [line(0)] : []), ...each(line)],
  };
}

const sizeOf = ({ width, height }: SentPicture): [number, number] => [width, height];
