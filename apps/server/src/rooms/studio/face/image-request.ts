/** The body of `/v1/images/generations` and `/v1/images/edits`, and the recipe that it is. Pure. */
import { NEGATIVE_PROMPT_MAX, PICTURES_MAX, PROMPT_MAX, Recipe, recipeProblems, type AskedSize, type ImageModel, type InputId, type RecipeInputs, type RecipeProblem, type SizeRule } from '@komawari/contract';
import { z } from 'zod';
import { invalid } from './openai-refusal.ts';

/** Forms send everything as text. */
const count = z.coerce.number().int();
const word = z.string().min(1).max(200);

export const ImageAsk = z.strictObject({
  prompt: z.string().min(1).max(PROMPT_MAX),
  model: z.string().min(1).max(400).optional(),
  n: count.min(1).max(PICTURES_MAX).default(1),
  size: z.string().regex(/^(auto|[1-9]\d{0,4}x[1-9]\d{0,4})$/, { error: 'use WIDTHxHEIGHT in pixels, or auto' }).default('auto'),
  response_format: z.enum(['url', 'b64_json']).default('b64_json'),
  quality: word.optional(), style: word.optional(), background: word.optional(), moderation: word.optional(), output_format: word.optional(), output_compression: count.min(0).max(100).optional(), input_fidelity: word.optional(),
  // Ours, for models that know them.
  negative_prompt: z.string().min(1).max(NEGATIVE_PROMPT_MAX).optional(), seed: count.min(0).max(Number.MAX_SAFE_INTEGER).optional(), steps: z.coerce.number().min(1).max(1000).optional(), guidance: z.coerce.number().min(0).max(100).optional(),
  // It changes nothing in the picture.
  user: z.string().optional(),
  stream: z.union([z.literal(false), z.literal('false')], { error: 'pictures come when they are whole; GET /api/v1/socket tells their progress' }).optional(),
});
export type ImageAsk = z.infer<typeof ImageAsk>;

type Setting = 'quality' | 'style' | 'background' | 'moderation' | 'output_format' | 'output_compression' | 'input_fidelity';
/** Names of models' settings that differ from OpenAI's. */
const SETTINGS: Readonly<Record<Setting, readonly string[]>> = {
  quality: ['quality'], style: ['style'], background: ['background'], moderation: ['moderation'], output_format: ['output_format', 'format'], output_compression: ['output_compression', 'compression'], input_fidelity: ['input_fidelity', 'fidelity'],
};
/** What programs send to say that they have no wish. */
const NO_WISH: Readonly<Partial<Record<Setting, readonly string[]>>> = { quality: ['auto', 'standard'], style: ['auto'], background: ['auto'], moderation: ['auto'] };

export type GivenPictures = { sourceId: InputId; referenceIds: InputId[]; maskId?: InputId };

/** Throws OpenaiRefusal with the field that the model cannot do. */
export function recipeOf(ask: ImageAsk, model: ImageModel, about: { pictures?: GivenPictures; inputs: RecipeInputs; isFresh: boolean }): Omit<Recipe, 'model'> {
  const { pictures, inputs, isFresh } = about;
  const recipe = Recipe.parse({
    ability: abilityOf(model, pictures), prompt: ask.prompt, count: ask.n, size: sizeOf(ask.size, model.sizes), settings: settingsOf(ask, model), ...pictures,
    ...(pictures?.maskId ? { maskKind: 'clear' } : {}), ...given({ negativePrompt: ask.negative_prompt, seed: ask.seed, steps: ask.steps, guidance: ask.guidance }), ...(isFresh ? { isFresh } : {}),
  });
  const [problem] = recipeProblems(recipe, model, inputs);
  if (problem) throw refusalOf(problem, model);
  return recipe;
}

/** Two recipes are the same when their fields are: one that is not given is no field. */
function given(fields: Record<string, string | number | undefined>): Record<string, string | number | undefined> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function abilityOf({ abilities }: ImageModel, pictures: GivenPictures | undefined): Recipe['ability'] {
  if (!pictures) return 'generate';
  if (pictures.maskId) return 'inpaint';
  return abilities.includes('edit') || !abilities.includes('vary') ? 'edit' : 'vary';
}

function settingsOf(ask: ImageAsk, model: ImageModel): Recipe['settings'] {
  const settings: Recipe['settings'] = {};
  for (const field of Object.keys(SETTINGS) as Setting[]) {
    const value = ask[field];
    if (value === undefined) continue;
    const setting = model.settings.find(({ name }) => SETTINGS[field].includes(name));
    if (setting && !(setting.kind === 'choice' && NO_WISH[field]?.includes(String(value)) && !setting.choices.includes(String(value)))) settings[setting.name] = value;
    else if (!NO_WISH[field]?.includes(String(value))) throw invalid(field, `The model ${model.id} has no such setting.`, 'unsupported_value');
  }
  return settings;
}

/** Where a model knows ratios alone, pixels that have one of them are that ratio at the nearest resolution. */
function sizeOf(size: string, rule: SizeRule): AskedSize {
  if (size === 'auto') return { kind: 'ratio', ratio: rule.kind === 'named' && !rule.ratios.includes('1:1') ? (rule.ratios[0] ?? '1:1') : '1:1' };
  const [width = 0, height = 0] = size.split('x').map(Number);
  if (rule.kind !== 'named') return { kind: 'pixels', width, height };
  const ratio = rule.ratios.find((one) => isNear(width / height, one));
  if (ratio === undefined) throw invalid('size', `The model draws ${rule.ratios.join(', ')}; ${size} is none of these.`, 'unsupported_value');
  const side = Math.sqrt(width * height);
  const [resolution] = [...rule.resolutions].sort((a, b) => Math.abs(Math.log(sideOf(a) / side)) - Math.abs(Math.log(sideOf(b) / side)));
  return { kind: 'ratio', ratio, ...(resolution ? { resolution } : {}) };
}

/** Sides are rounded to what models like: within 3 % it is the same ratio. */
function isNear(quotient: number, ratio: string): boolean {
  const [a = 1, b = 1] = ratio.split(':').map(Number);
  return Math.abs(quotient / (a / b) - 1) <= 0.03;
}

function sideOf(resolution: string): number {
  return resolution.endsWith('K') ? Number(resolution.slice(0, -1)) * 1024 : Number(resolution);
}

const PARAMS: Readonly<Partial<Record<RecipeProblem['field'], string>>> = { count: 'n', negativePrompt: 'negative_prompt', sourceId: 'image', referenceIds: 'image', maskId: 'mask', ability: 'model', settings: 'quality' };

function refusalOf({ code, field, limit }: RecipeProblem, model: ImageModel) {
  const what = code === 'ability' ? `It can ${limit}.` : limit === undefined ? '' : `What fits: ${limit}.`;
  return invalid(PARAMS[field] ?? field, `The model ${model.id} cannot do that (${code}). ${what}`.trim(), 'unsupported_value');
}
