import { invalid } from './openai-errors.ts';
import { choiceField, flagField, neededText, onlyKnown, textField, wholeField, type Body } from './openai-fields.ts';
import { modelFor, type ImageRules, type OpenaiCatalogue } from './openai-models.ts';
import type { PictureType } from './fake-pictures.ts';

export type ImageSettings = {
  prompt: string;
  n: number;
  width: number;
  height: number;
  quality: string;
  background: 'opaque' | 'transparent';
  format: PictureType;
  isStream: boolean;
  partials: number;
  /** Each picture as an address, instead of in the answer. */
  byAddress: boolean;
};

const NAMED_SIZES = ['1024x1024', '1536x1024', '1024x1536'];
const COMMON = ['model', 'prompt', 'n', 'size', 'quality', 'background', 'output_format', 'output_compression', 'stream', 'partial_images', 'user'];
/** Second-hand in the reference: about 0.65 to 8.3 megapixels. */
const AREA = { min: 655_360, max: 8_294_400 };
const LONGEST_SIDE = 3840;
const LONGEST_PROMPT = 32_000;

/** The settings of a generation or an edit; `references` are the fields that carry an edit's pictures. */
export function readImageSettings(body: Body, catalogue: OpenaiCatalogue, references?: readonly string[]): ImageSettings {
  // The documented default is a model that is gone: whoever sends none is told so.
  const { image: rules } = modelFor('image', textField(body, 'model') ?? 'dall-e-2', catalogue);
  if (!rules) throw new Error('an image model without rules');
  onlyKnown(body, [...COMMON, ...(rules.hasComplexity ? ['complexity'] : []), ...(catalogue.isPlain ? ['response_format'] : []), ...(references ? [...references, 'input_fidelity'] : ['moderation'])]);
  const prompt = neededText(body, 'prompt', LONGEST_PROMPT);
  const { width, height } = readSize(body, rules);
  const quality = choiceField(body, 'quality', rules.qualities) ?? 'auto';
  const format = (choiceField(body, 'output_format', ['png', 'jpeg', 'webp']) ?? 'png') as PictureType;
  const background = readBackground(body, rules, format);
  const compression = wholeField(body, 'output_compression', [0, 100]);
  if (compression !== undefined && compression !== 100 && format === 'png') throw invalid('Compression less than 100 is not supported for PNG output format.', 'output_compression');
  choiceField(body, 'moderation', ['auto', 'low']);
  checkFidelity(body, rules);
  const isStream = flagField(body, 'stream');
  const partials = wholeField(body, 'partial_images', [0, 3]) ?? 0;
  if (partials > 0 && !isStream) throw invalid("'partial_images' is only supported when 'stream' is true.", 'partial_images');
  return { prompt, n: wholeField(body, 'n', [1, 10]) ?? 1, width, height, quality: quality === 'auto' ? 'high' : quality, background, format, isStream, partials, byAddress: choiceField(body, 'response_format', ['b64_json', 'url']) === 'url' };
}

function readSize(body: Body, rules: ImageRules): { width: number; height: number } {
  const size = textField(body, 'size') ?? 'auto';
  if (size === 'auto') return { width: 1024, height: 1024 };
  if (!rules.hasFreeSizes) choiceField(body, 'size', [...NAMED_SIZES, 'auto']);
  const [, width, height] = (/^(\d{1,5})x(\d{1,5})$/.exec(size) ?? []).map(Number);
  if (width === undefined || height === undefined) throw invalid(`Invalid size '${size}'. Expected 'auto' or WIDTHxHEIGHT.`, 'size');
  const why = whySizeFails(width, height);
  if (why) throw invalid(`Invalid size '${size}'. ${why}`, 'size');
  return { width, height };
}

function whySizeFails(width: number, height: number): string | undefined {
  if (width % 16 !== 0 || height % 16 !== 0) return 'Width and height must both be divisible by 16.';
  if (Math.max(width, height) > LONGEST_SIDE) return `The longest edge must be at most ${LONGEST_SIDE} pixels.`;
  if (Math.max(width, height) > 3 * Math.min(width, height)) return 'The aspect ratio must lie between 1:3 and 3:1.';
  if (width * height < AREA.min) return 'Requested resolution is below the current minimum pixel budget.';
  return width * height > AREA.max ? 'Requested resolution exceeds the current pixel budget.' : undefined;
}

function readBackground(body: Body, rules: ImageRules, format: PictureType): ImageSettings['background'] {
  const background = choiceField(body, 'background', ['auto', 'opaque', 'transparent']);
  if (background !== 'transparent') return 'opaque';
  if (!rules.canBeTransparent) throw invalid('Transparent background is not supported for this model.', 'background');
  if (format === 'jpeg') throw invalid("Transparent background is not supported for JPEG output format. Use 'png' or 'webp'.", 'background');
  return 'transparent';
}

function checkFidelity(body: Body, { takesFidelity }: ImageRules): void {
  if (body['input_fidelity'] !== undefined && !takesFidelity) throw invalid("'input_fidelity' is not supported for this model.", 'input_fidelity');
  choiceField(body, 'input_fidelity', ['low', 'high']);
}
