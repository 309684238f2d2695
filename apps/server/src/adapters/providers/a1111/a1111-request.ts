import type { ImageRequest } from '../../../ports/image-provider.ts';
import { base64Of } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { A1111Settings } from './a1111-settings.ts';

/** The route and body for what is asked. `taskId`: under which the work can be looked for while it lasts. */
export function requestBody(request: ImageRequest, { settings, taskId }: { settings: A1111Settings; taskId: string }): { path: string; body: Record<string, unknown> } {
  if (request.ability === 'upscale') return { path: '/sdapi/v1/extra-single-image', body: upscaleBody(request) };
  const body = { ...drawBody(request, settings), force_task_id: taskId };
  if (!request.source) return { path: '/sdapi/v1/txt2img', body };
  const { mask, strength, settings: chosen } = request;
  const masked = mask ? { mask: base64Of(mask), mask_blur: Number(chosen['maskBlur'] ?? 4), inpainting_fill: 1, inpaint_full_res: false, inpainting_mask_invert: 0 } : {};
  return { path: '/sdapi/v1/img2img', body: { ...body, init_images: [base64Of(request.source)], resize_mode: 0, denoising_strength: strength ?? 0.75, ...masked } };
}

function drawBody(request: ImageRequest, settings: A1111Settings): Record<string, unknown> {
  const { settings: chosen } = request;
  const { width, height } = pixelsFor(request.size, request.model.sizes);
  return {
    prompt: promptWithLora(request), negative_prompt: request.negativePrompt ?? '', seed: request.seed ?? -1,
    steps: request.steps ?? settings.stepsDefault, cfg_scale: request.guidance ?? settings.guidanceDefault, width, height,
    // One after the other: several at once need the memory of several.
    batch_size: 1, n_iter: request.count,
    ...(chosen['sampler'] === undefined ? {} : { sampler_name: chosen['sampler'] }), ...(chosen['scheduler'] === undefined ? {} : { scheduler: chosen['scheduler'] }),
    ...(chosen['distilledGuidance'] === undefined ? {} : { distilled_cfg_scale: chosen['distilledGuidance'] }),
    override_settings: { sd_model_checkpoint: request.model.id }, override_settings_restore_afterwards: settings.restoresModel,
    send_images: true, save_images: settings.savesPictures,
  };
}

function upscaleBody({ source, size, model, settings }: ImageRequest): Record<string, unknown> {
  const { width, height } = pixelsFor(size, model.sizes);
  const first = model.settings.find((setting) => setting.name === 'upscaler' && setting.kind === 'choice');
  const upscaler = settings['upscaler'] ?? (first?.kind === 'choice' ? first.choices[0] : undefined);
  return { image: source ? base64Of(source) : '', resize_mode: 1, upscaling_resize_w: width, upscaling_resize_h: height, upscaler_1: upscaler };
}

/** A tag in the prompt is how the server is told of one. */
function promptWithLora({ prompt, settings }: ImageRequest): string {
  const { lora, loraWeight } = settings as { lora?: string; loraWeight?: number };
  return lora === undefined ? prompt : `${prompt} <lora:${lora}:${loraWeight ?? 1}>`;
}
