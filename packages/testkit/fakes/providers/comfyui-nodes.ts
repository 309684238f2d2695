/** The nodes the stand-in of ComfyUI knows: what each takes, gives, and how it changes the size and number of pictures. */

/** In pixels; a latent image counts as the picture it will become. */
export type Shape = { width: number; height: number; count: number };

export type Limits = { default?: unknown; min?: number; max?: number; options?: readonly string[]; image_upload?: true; multiline?: true };

/** `COMBO` has its choices in `options`. */
export type InputSpec = readonly [type: string, limits?: Limits];

export type Given = {
  number(name: string): number;
  text(name: string): string;
  shape(name: string): Shape;
  /** The size of an uploaded picture; throws when its bytes are none. */
  stored(name: string): Promise<Shape>;
};

export type NodeClass = {
  category: string;
  required: Record<string, InputSpec>;
  optional?: Record<string, InputSpec>;
  outputs: readonly string[];
  role?: 'sampler' | 'save' | 'preview';
  /** What goes out in size; left out, the size of the first linked picture or latent. */
  shape?: (given: Given) => Shape | Promise<Shape>;
};

/** File names by folder, as `/models/{folder}` lists them. */
export type ComfyModels = Record<string, readonly string[]>;

export const COMFY_MODELS: ComfyModels = {
  checkpoints: ['plain-sd15.safetensors', 'plain-sdxl.safetensors'],
  diffusion_models: ['plain-flow.safetensors'],
  text_encoders: ['clip_l.safetensors', 't5xxl.safetensors'],
  vae: ['plain-vae.safetensors'],
  loras: ['ink-lines.safetensors'],
  controlnet: ['scribble.safetensors'],
  upscale_models: ['plain-x4.pth'],
};

const SAMPLERS = ['euler', 'euler_ancestral', 'heun', 'dpmpp_2m', 'dpmpp_2m_sde', 'dpmpp_sde', 'ddim', 'uni_pc', 'lcm'];
const SCHEDULERS = ['normal', 'karras', 'exponential', 'sgm_uniform', 'simple', 'ddim_uniform', 'beta'];
const METHODS = ['nearest-exact', 'bilinear', 'area', 'bicubic', 'lanczos'];
const LARGEST_SIDE = 16_384;
const LARGEST_SEED = 2 ** 64 - 1;

export function comfyNodes(models: ComfyModels): Record<string, NodeClass> {
  return { ...loaders(models), ...PROMPTS, ...LATENTS, ...SAMPLING, ...IMAGES, ...ENDS };
}

function loaders(models: ComfyModels): Record<string, NodeClass> {
  const file = (folder: string): InputSpec => choice(models[folder] ?? []);
  const category = 'loaders';
  return {
    CheckpointLoaderSimple: { category, required: { ckpt_name: file('checkpoints') }, outputs: ['MODEL', 'CLIP', 'VAE'] },
    UNETLoader: { category, required: { unet_name: file('diffusion_models'), weight_dtype: choice(['default', 'fp8_e4m3fn', 'fp8_e5m2']) }, outputs: ['MODEL'] },
    CLIPLoader: { category, required: { clip_name: file('text_encoders'), type: choice(['stable_diffusion', 'sd3', 'flux', 'qwen_image']) }, outputs: ['CLIP'] },
    DualCLIPLoader: { category, required: { clip_name1: file('text_encoders'), clip_name2: file('text_encoders'), type: choice(['sdxl', 'sd3', 'flux']) }, outputs: ['CLIP'] },
    VAELoader: { category, required: { vae_name: file('vae') }, outputs: ['VAE'] },
    LoraLoader: { category, required: { model: ['MODEL'], clip: ['CLIP'], lora_name: file('loras'), strength_model: decimal(1, -100, 100), strength_clip: decimal(1, -100, 100) }, outputs: ['MODEL', 'CLIP'] },
    ControlNetLoader: { category, required: { control_net_name: file('controlnet') }, outputs: ['CONTROL_NET'] },
    UpscaleModelLoader: { category, required: { model_name: file('upscale_models') }, outputs: ['UPSCALE_MODEL'] },
  };
}

const PROMPTS: Record<string, NodeClass> = {
  CLIPTextEncode: { category: 'conditioning', required: { text: ['STRING', { multiline: true }], clip: ['CLIP'] }, outputs: ['CONDITIONING'] },
  ConditioningZeroOut: { category: 'conditioning', required: { conditioning: ['CONDITIONING'] }, outputs: ['CONDITIONING'] },
  FluxGuidance: { category: 'conditioning', required: { conditioning: ['CONDITIONING'], guidance: decimal(3.5, 0, 100) }, outputs: ['CONDITIONING'] },
  ReferenceLatent: { category: 'conditioning', required: { conditioning: ['CONDITIONING'] }, optional: { latent: ['LATENT'] }, outputs: ['CONDITIONING'] },
  ControlNetApplyAdvanced: {
    category: 'conditioning',
    required: { positive: ['CONDITIONING'], negative: ['CONDITIONING'], control_net: ['CONTROL_NET'], image: ['IMAGE'], strength: decimal(1, 0, 10), start_percent: decimal(0, 0, 1), end_percent: decimal(1, 0, 1) },
    outputs: ['CONDITIONING', 'CONDITIONING'],
  },
};

const EMPTY_LATENT: NodeClass = {
  category: 'latent', outputs: ['LATENT'],
  required: { width: whole(512, 16, LARGEST_SIDE), height: whole(512, 16, LARGEST_SIDE), batch_size: whole(1, 1, 4096) },
  shape: (given) => onGrid({ width: given.number('width'), height: given.number('height'), count: given.number('batch_size') }),
};

const LATENTS: Record<string, NodeClass> = {
  EmptyLatentImage: EMPTY_LATENT,
  EmptySD3LatentImage: EMPTY_LATENT,
  VAEEncode: { category: 'latent', required: { pixels: ['IMAGE'], vae: ['VAE'] }, outputs: ['LATENT'], shape: (given) => onGrid(given.shape('pixels')) },
  VAEEncodeForInpaint: {
    category: 'latent/inpaint', required: { pixels: ['IMAGE'], vae: ['VAE'], mask: ['MASK'], grow_mask_by: whole(6, 0, 64) }, outputs: ['LATENT'],
    shape: (given) => onGrid(given.shape('pixels')),
  },
  SetLatentNoiseMask: { category: 'latent/inpaint', required: { samples: ['LATENT'], mask: ['MASK'] }, outputs: ['LATENT'], shape: (given) => given.shape('samples') },
  RepeatLatentBatch: {
    category: 'latent/batch', required: { samples: ['LATENT'], amount: whole(1, 1, 64) }, outputs: ['LATENT'],
    shape: (given) => ({ ...given.shape('samples'), count: given.shape('samples').count * given.number('amount') }),
  },
  LatentUpscale: {
    category: 'latent', outputs: ['LATENT'],
    required: { samples: ['LATENT'], upscale_method: choice(METHODS), width: whole(512, 0, LARGEST_SIDE), height: whole(512, 0, LARGEST_SIDE), crop: choice(['disabled', 'center']) },
    shape: (given) => onGrid(scaledTo(given.shape('samples'), given.number('width'), given.number('height'))),
  },
  VAEDecode: { category: 'latent', required: { samples: ['LATENT'], vae: ['VAE'] }, outputs: ['IMAGE'] },
};

const SAMPLING: Record<string, NodeClass> = {
  KSampler: {
    category: 'sampling', role: 'sampler', outputs: ['LATENT'], shape: (given) => given.shape('latent_image'),
    required: {
      model: ['MODEL'], seed: whole(0, 0, LARGEST_SEED), steps: whole(20, 1, 10_000), cfg: decimal(8, 0, 100), sampler_name: choice(SAMPLERS), scheduler: choice(SCHEDULERS),
      positive: ['CONDITIONING'], negative: ['CONDITIONING'], latent_image: ['LATENT'], denoise: decimal(1, 0, 1),
    },
  },
};

const IMAGES: Record<string, NodeClass> = {
  LoadImage: { category: 'image', required: { image: upload() }, outputs: ['IMAGE', 'MASK'], shape: (given) => given.stored(given.text('image')) },
  LoadImageMask: { category: 'mask', required: { image: upload(), channel: choice(['alpha', 'red', 'green', 'blue']) }, outputs: ['MASK'], shape: (given) => given.stored(given.text('image')) },
  ImageScale: {
    category: 'image/upscaling', outputs: ['IMAGE'],
    required: { image: ['IMAGE'], upscale_method: choice(METHODS), width: whole(512, 0, LARGEST_SIDE), height: whole(512, 0, LARGEST_SIDE), crop: choice(['disabled', 'center']) },
    shape: (given) => scaledTo(given.shape('image'), given.number('width'), given.number('height')),
  },
  ImageScaleBy: {
    category: 'image/upscaling', required: { image: ['IMAGE'], upscale_method: choice(METHODS), scale_by: decimal(1, 0.01, 8) }, outputs: ['IMAGE'],
    shape: (given) => scaledBy(given.shape('image'), given.number('scale_by')),
  },
  ImageUpscaleWithModel: { category: 'image/upscaling', required: { upscale_model: ['UPSCALE_MODEL'], image: ['IMAGE'] }, outputs: ['IMAGE'], shape: (given) => scaledBy(given.shape('image'), 4) },
  ImagePadForOutpaint: {
    category: 'image', outputs: ['IMAGE', 'MASK'],
    required: { image: ['IMAGE'], left: whole(0, 0, LARGEST_SIDE), top: whole(0, 0, LARGEST_SIDE), right: whole(0, 0, LARGEST_SIDE), bottom: whole(0, 0, LARGEST_SIDE), feathering: whole(40, 0, LARGEST_SIDE) },
    shape: (given) => {
      const { width, height, count } = given.shape('image');
      return { width: width + given.number('left') + given.number('right'), height: height + given.number('top') + given.number('bottom'), count };
    },
  },
};

const ENDS: Record<string, NodeClass> = {
  SaveImage: { category: 'image', role: 'save', required: { images: ['IMAGE'], filename_prefix: ['STRING', { default: 'ComfyUI' }] }, outputs: [], shape: (given) => given.shape('images') },
  PreviewImage: { category: 'image', role: 'preview', required: { images: ['IMAGE'] }, outputs: [], shape: (given) => given.shape('images') },
};

export type ComboForm = 'list' | 'options';

/** What `/object_info` says of the nodes; `inputFiles` are the choices of uploads. */
export function describeNodes(nodes: Record<string, NodeClass>, { inputFiles, comboForm }: { inputFiles: readonly string[]; comboForm: ComboForm }): Record<string, unknown> {
  const told = ([type, limits]: InputSpec): unknown[] => {
    if (type !== 'COMBO') return limits ? [type, limits] : [type];
    const { options, ...rest } = limits ?? {};
    const choices = limits?.image_upload ? inputFiles : (options ?? []);
    return comboForm === 'list' ? [choices, rest] : ['COMBO', { ...rest, options: choices }];
  };
  const all = (specs: Record<string, InputSpec> = {}) => Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, told(spec)]));
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, {
    input: { required: all(node.required), ...(node.optional ? { optional: all(node.optional) } : {}) },
    input_order: { required: Object.keys(node.required), ...(node.optional ? { optional: Object.keys(node.optional) } : {}) },
    output: node.outputs, output_is_list: node.outputs.map(() => false), output_name: node.outputs,
    name, display_name: name, description: '', category: node.category, output_node: node.role === 'save' || node.role === 'preview',
  }]));
}

function choice(options: readonly string[]): InputSpec {
  return ['COMBO', { options }];
}

function upload(): InputSpec {
  return ['COMBO', { image_upload: true }];
}

function whole(normal: number, min: number, max: number): InputSpec {
  return ['INT', { default: normal, min, max }];
}

function decimal(normal: number, min: number, max: number): InputSpec {
  return ['FLOAT', { default: normal, min, max }];
}

/** A latent image has an eighth of the sides, rounded down. */
function onGrid({ width, height, count }: Shape): Shape {
  return { width: Math.floor(width / 8) * 8, height: Math.floor(height / 8) * 8, count };
}

function scaledBy({ width, height, count }: Shape, factor: number): Shape {
  return { width: Math.round(width * factor), height: Math.round(height * factor), count };
}

/** A side of 0 follows from the other. */
function scaledTo(from: Shape, width: number, height: number): Shape {
  if (width === 0 && height === 0) return from;
  return { width: width || Math.max(1, Math.round((from.width * height) / from.height)), height: height || Math.max(1, Math.round((from.height * width) / from.width)), count: from.count };
}
