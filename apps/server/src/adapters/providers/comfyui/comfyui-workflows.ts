/** What ComfyUI draws unless the operator says otherwise: common nodes alone, for any checkpoint that holds its text encoder and VAE. */
import type { ImageAbility } from '@komawari/contract';

type Node = { class_type: string; inputs: Record<string, unknown> };
type Workflow = { name: string; abilities: ImageAbility[]; graph: Record<string, Node>; slots: Record<string, string[]> };

const LOADS: Record<string, Node> = {
  1: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: '' } },
  2: { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['1', 1] } },
  3: { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['1', 1] } },
};

/** Pictures are only shown, not saved: the server throws them away when it starts anew. */
function sampled(latent: string, denoise: number): Record<string, Node> {
  return {
    5: { class_type: 'KSampler', inputs: { seed: 0, steps: 25, cfg: 7, sampler_name: 'dpmpp_2m', scheduler: 'karras', denoise, model: ['1', 0], positive: ['2', 0], negative: ['3', 0], latent_image: [latent, 0] } },
    6: { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['1', 2] } },
    7: { class_type: 'PreviewImage', inputs: { images: ['6', 0] } },
  };
}

const SAMPLED: Record<string, string[]> = {
  checkpoint: ['1.ckpt_name'], prompt: ['2.text'], negative: ['3.text'], seed: ['5.seed'], steps: ['5.steps'], guidance: ['5.cfg'], sampler: ['5.sampler_name'], scheduler: ['5.scheduler'],
};

const SOURCE: Record<string, Node> = { 8: { class_type: 'LoadImage', inputs: { image: '' } } };
/** White is drawn anew. */
const MASK: Record<string, Node> = { 9: { class_type: 'LoadImageMask', inputs: { image: '', channel: 'red' } } };

function repeated(latent: string): Record<string, Node> {
  return { 12: { class_type: 'RepeatLatentBatch', inputs: { samples: [latent, 0], amount: 1 } } };
}

export const DEFAULT_WORKFLOWS: Workflow[] = [
  {
    name: 'Text to picture', abilities: ['generate'],
    graph: { ...LOADS, 4: { class_type: 'EmptyLatentImage', inputs: { width: 1024, height: 1024, batch_size: 1 } }, ...sampled('4', 1) },
    slots: { ...SAMPLED, width: ['4.width'], height: ['4.height'], count: ['4.batch_size'] },
  },
  {
    name: 'Picture to picture', abilities: ['vary'],
    graph: {
      ...LOADS, ...SOURCE, 10: { class_type: 'ImageScale', inputs: { image: ['8', 0], upscale_method: 'lanczos', width: 1024, height: 1024, crop: 'center' } },
      11: { class_type: 'VAEEncode', inputs: { pixels: ['10', 0], vae: ['1', 2] } }, ...repeated('11'), ...sampled('12', 0.75),
    },
    slots: { ...SAMPLED, source: ['8.image'], width: ['10.width'], height: ['10.height'], count: ['12.amount'], strength: ['5.denoise'] },
  },
  {
    name: 'Part of a picture', abilities: ['inpaint'],
    graph: {
      ...LOADS, ...SOURCE, ...MASK, 10: { class_type: 'VAEEncode', inputs: { pixels: ['8', 0], vae: ['1', 2] } },
      11: { class_type: 'SetLatentNoiseMask', inputs: { samples: ['10', 0], mask: ['9', 0] } }, ...repeated('11'), ...sampled('12', 0.75),
    },
    slots: { ...SAMPLED, source: ['8.image'], mask: ['9.image'], count: ['12.amount'], strength: ['5.denoise'] },
  },
  {
    // Nothing lies below the mask that could be kept: it is drawn from nothing.
    name: 'Beyond the edges', abilities: ['outpaint'],
    graph: { ...LOADS, ...SOURCE, ...MASK, 11: { class_type: 'VAEEncodeForInpaint', inputs: { pixels: ['8', 0], vae: ['1', 2], mask: ['9', 0], grow_mask_by: 8 } }, ...repeated('11'), ...sampled('12', 1) },
    slots: { ...SAMPLED, source: ['8.image'], mask: ['9.image'], count: ['12.amount'] },
  },
  {
    name: 'Larger', abilities: ['upscale'],
    graph: {
      ...SOURCE, 1: { class_type: 'UpscaleModelLoader', inputs: { model_name: '' } }, 2: { class_type: 'ImageUpscaleWithModel', inputs: { upscale_model: ['1', 0], image: ['8', 0] } },
      3: { class_type: 'ImageScale', inputs: { image: ['2', 0], upscale_method: 'lanczos', width: 2048, height: 2048, crop: 'disabled' } },
      7: { class_type: 'PreviewImage', inputs: { images: ['3', 0] } },
    },
    slots: { source: ['8.image'], upscaler: ['1.model_name'], width: ['3.width'], height: ['3.height'] },
  },
  {
    // The nodes of ComfyUI_essentials: offered where they are installed. To join, a mask says what is clear; theirs says what stays.
    name: 'Without its background', abilities: ['cut-out'],
    graph: {
      ...SOURCE, 1: { class_type: 'RemBGSession+', inputs: { model: 'isnet-general-use: general purpose', providers: 'CPU' } }, 2: { class_type: 'ImageRemoveBackground+', inputs: { rembg_session: ['1', 0], image: ['8', 0] } },
      3: { class_type: 'InvertMask', inputs: { mask: ['2', 1] } }, 4: { class_type: 'JoinImageWithAlpha', inputs: { image: ['8', 0], alpha: ['3', 0] } },
      7: { class_type: 'PreviewImage', inputs: { images: ['4', 0] } },
    },
    slots: { source: ['8.image'], remover: ['1.model'] },
  },
];
