import type { ImageRequest } from '../../../ports/image-provider.ts';
import { base64Of } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { SdcppSettings } from './sdcpp-settings.ts';

/** The body of a native job. Pictures are bare base64: a data URL is refused. */
export function jobBody(request: ImageRequest, settings: SdcppSettings): Record<string, unknown> {
  const { settings: chosen, source, mask, ability } = request;
  const isEdit = ability === 'edit';
  const references = [...(isEdit && source ? [source] : []), ...request.references].map(base64Of);
  const lora = chosen['lora'];
  return {
    prompt: withoutTags(request.prompt), negative_prompt: withoutTags(request.negativePrompt ?? ''), ...pixelsFor(request.size, request.model.sizes),
    seed: request.seed ?? -1, batch_count: request.count, output_format: settings.format,
    ...(source && !isEdit ? { init_image: base64Of(source), strength: request.strength ?? 0.75 } : {}), ...(mask ? { mask_image: base64Of(mask) } : {}),
    ...(references.length > 0 ? { ref_images: references } : {}),
    ...(lora === undefined ? {} : { lora: [{ path: lora, multiplier: Number(chosen['loraWeight'] ?? 1) }] }),
    sample_params: {
      sample_steps: request.steps ?? settings.stepsDefault,
      ...(chosen['sampler'] === undefined ? {} : { sample_method: chosen['sampler'] }), ...(chosen['scheduler'] === undefined ? {} : { scheduler: chosen['scheduler'] }),
      guidance: { txt_cfg: request.guidance ?? settings.guidanceDefault, ...(chosen['distilledGuidance'] === undefined ? {} : { distilled_guidance: Number(chosen['distilledGuidance']) }) },
    },
  };
}

/**
 * Words of a user without what the server would obey: options of its own between tags, also those that come into being when others are taken
 * out, and a tag that is never closed.
 */
export function withoutTags(words: string): string {
  let clean = words;
  for (let before = ''; before !== clean;) {
    before = clean;
    clean = clean.replace(/<\s*sd_cpp_extra_args\s*>[\s\S]*?<\s*\/\s*sd_cpp_extra_args\s*>/gi, '').replace(/<\s*\/?\s*sd_cpp_extra_args\s*>?/gi, '');
  }
  return clean;
}
