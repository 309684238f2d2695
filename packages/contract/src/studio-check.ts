/** What of a recipe a model cannot do: the form asks this while one types, the server before anything is sent. Pure. */
import type { AskedSize, Recipe } from './studio.ts';
import { CANVAS_PIXELS_MAX, CANVAS_SIDE_MAX, canvasOf, EXTEND_WORDS, isCanvasTooLarge, sheetOf, wayToExtend } from './studio-canvas.ts';
import type { ImageModel, PictureInput, SizeRule } from './studio-models.ts';

/** A picture that goes in, as far as it is known. */
export type InputFacts = { width: number; height: number; sizeBytes: number; mediaType: string };

export type RecipeProblemCode =
  | 'ability' | 'prompt-missing' | 'prompt-long' | 'negative-none' | 'negative-long' | 'size' | 'count' | 'seed-none' | 'seed-large' | 'steps-none' | 'steps-range' | 'guidance-none' | 'guidance-range'
  | 'strength-none' | 'strength-range' | 'source-missing' | 'source-none' | 'references-none' | 'references-many' | 'input-large' | 'input-pixels' | 'input-type' | 'mask-none' | 'mask-missing' | 'mask-size' | 'grow-missing' | 'grow-none' | 'grow-large' | 'setting-unknown' | 'setting-value';

/** `limit` is what would fit, for the sentence: a number, a list, a size. `field` is the recipe's. */
export type RecipeProblem = { code: RecipeProblemCode; field: keyof Recipe; limit?: string };

export type RecipeInputs = { source?: InputFacts; mask?: InputFacts; references: readonly InputFacts[] };

/** What an enlarged picture may have at most, in pixels. */
const ENLARGED_PIXELS_MAX = 64_000_000;

export function mayEnlarge({ width, height }: { width: number; height: number }, factor: number): boolean {
  return width * height * factor * factor <= ENLARGED_PIXELS_MAX;
}

const NEEDS_SOURCE = new Set(['vary', 'edit', 'inpaint', 'outpaint', 'upscale', 'cut-out']);
const NEEDS_WORDS = new Set(['generate', 'vary', 'edit', 'inpaint', 'outpaint']);

/** All problems, in the order of the form. */
export function recipeProblems(recipe: Recipe, model: ImageModel, inputs: RecipeInputs): RecipeProblem[] {
  const problems: RecipeProblem[] = [];
  const add = (code: RecipeProblemCode, field: keyof Recipe, limit?: string | number): void => { problems.push({ code, field, ...(limit === undefined ? {} : { limit: String(limit) }) }); };
  const way = recipe.ability === 'outpaint' ? wayToExtend(model) : undefined;
  if (way === undefined && !model.abilities.includes(recipe.ability)) add('ability', 'ability', model.abilities.join(', '));
  if (recipe.prompt.trim() === '' && NEEDS_WORDS.has(recipe.ability)) add('prompt-missing', 'prompt');
  const promptMax = model.promptMax - (way === 'edit' ? EXTEND_WORDS.length + 1 : 0);
  if (charactersOf(recipe.prompt) > promptMax) add('prompt-long', 'prompt', promptMax);
  if (recipe.negativePrompt) {
    if (model.negativePromptMax === undefined) add('negative-none', 'negativePrompt');
    else if (charactersOf(recipe.negativePrompt) > model.negativePromptMax) add('negative-long', 'negativePrompt', model.negativePromptMax);
  }
  // A canvas is drawn in whatever size holds it.
  const size = recipe.ability === 'outpaint' ? undefined : sizeLimit(recipe.size, model.sizes);
  if (size !== undefined) add('size', 'size', size);
  checkNumbers(recipe, model, add);
  checkInputs(recipe, model, inputs, add);
  checkSettings(recipe, model, add);
  return problems;
}

type Add = (code: RecipeProblemCode, field: keyof Recipe, limit?: string | number) => void;

function checkNumbers(recipe: Recipe, model: ImageModel, add: Add): void {
  if (recipe.seed !== undefined) {
    if (model.seedMax === undefined) add('seed-none', 'seed');
    else if (recipe.seed + recipe.count - 1 > model.seedMax) add('seed-large', 'seed', model.seedMax);
  }
  for (const field of ['steps', 'guidance', 'strength'] as const) {
    const [value, range] = [recipe[field], model[field]];
    if (value === undefined) continue;
    if (!range) add(`${field}-none`, field);
    else if (value < range.min || value > range.max) add(`${field}-range`, field, `${range.min} – ${range.max}`);
  }
}

function checkInputs(recipe: Recipe, model: ImageModel, { source, mask, references }: RecipeInputs, add: Add): void {
  checkGrowth(recipe, source, add);
  const needsSource = NEEDS_SOURCE.has(recipe.ability);
  if (needsSource && !source) add('source-missing', 'sourceId');
  if (!needsSource && source) add('source-none', 'sourceId');
  const all = [...(source ? [source] : []), ...references];
  if (references.length > 0 && !model.references) add('references-none', 'referenceIds');
  else if (model.references && all.length > model.references.countMax) add('references-many', 'referenceIds', model.references.countMax);
  if (model.references) for (const input of all) checkInput(input === source ? sourceSent(recipe, model, input) : input, model.references, input === source ? 'sourceId' : 'referenceIds', add);
  if (recipe.ability === 'inpaint' && !mask) add('mask-missing', 'maskId');
  if (!mask) return;
  if (!model.mask || recipe.ability !== 'inpaint') add('mask-none', 'maskId');
  else if (source && (mask.width !== source.width || mask.height !== source.height)) add('mask-size', 'maskId', `${mask.width} × ${mask.height} ≠ ${source.width} × ${source.height}`);
}

function checkGrowth({ ability, grows }: Recipe, source: InputFacts | undefined, add: Add): void {
  const grown = grows && grows.left + grows.top + grows.right + grows.bottom > 0 ? grows : undefined;
  if (ability === 'outpaint' && !grown) add('grow-missing', 'grows');
  else if (ability !== 'outpaint' && grows) add('grow-none', 'grows');
  else if (grown && source && isCanvasTooLarge(canvasOf(source, grown))) add('grow-large', 'grows', `${CANVAS_SIDE_MAX} px, ${megapixels(CANVAS_PIXELS_MAX)} MP`);
}

/** What is sent of the picture that is worked on: as it is, or on a sheet that is made for it in a kind that fits. */
function sourceSent({ ability, grows }: Recipe, { references, sizes }: ImageModel, source: InputFacts): InputFacts {
  const [mediaType] = references?.mediaTypes ?? [];
  if (ability !== 'outpaint' || !grows || mediaType === undefined) return source;
  const { width, height } = sheetOf(canvasOf(source, grows), sizes);
  return { width, height, sizeBytes: 0, mediaType };
}

function checkInput(input: InputFacts, limits: PictureInput, field: 'sourceId' | 'referenceIds', add: Add): void {
  if (input.sizeBytes > limits.bytesMax) add('input-large', field, `${Math.floor(limits.bytesMax / 1_000_000)} MB`);
  if (input.width * input.height > limits.pixelsMax) add('input-pixels', field, `${Math.floor(limits.pixelsMax / 1_000_000)} MP`);
  if (!limits.mediaTypes.some((type) => type === input.mediaType)) add('input-type', field, limits.mediaTypes.map((type) => type.slice('image/'.length).toUpperCase()).join(', '));
}

function checkSettings(recipe: Recipe, model: ImageModel, add: Add): void {
  for (const [name, value] of Object.entries(recipe.settings)) {
    const setting = model.settings.find((one) => one.name === name);
    if (!setting) add('setting-unknown', 'settings', name);
    else if (setting.kind === 'choice' && !setting.choices.some((choice) => choice === value)) add('setting-value', 'settings', `${name}: ${setting.choices.join(', ')}`);
    else if (setting.kind === 'number' && !(typeof value === 'number' && value >= setting.range.min && value <= setting.range.max)) add('setting-value', 'settings', `${name}: ${setting.range.min} – ${setting.range.max}`);
    else if (setting.kind === 'switch' && typeof value !== 'boolean') add('setting-value', 'settings', `${name}: true, false`);
  }
}

/** What would fit, when the size does not. */
function sizeLimit(size: AskedSize, rule: SizeRule): string | undefined {
  if (rule.kind === 'named') {
    if (size.kind !== 'ratio') return [...rule.ratios, ...rule.resolutions].join(', ');
    if (!rule.ratios.includes(size.ratio)) return rule.ratios.join(', ');
    return size.resolution === undefined || rule.resolutions.includes(size.resolution) ? undefined : rule.resolutions.join(', ') || rule.ratios.join(', ');
  }
  // A ratio finds its pixels, unless it is too slim for the model.
  if (size.kind === 'ratio') return rule.kind === 'fixed' || slimness(size.ratio) <= rule.aspectMax + 1e-9 ? undefined : `1:${rule.aspectMax} – ${rule.aspectMax}:1`;
  if (rule.kind === 'fixed') return rule.sizes.some(({ width, height }) => width === size.width && height === size.height) ? undefined : rule.sizes.map(({ width, height }) => `${width} × ${height}`).join(', ');
  const { width, height } = size;
  const [area, long, short] = [width * height, Math.max(width, height), Math.min(width, height)];
  const fits = width % rule.multipleOf === 0 && height % rule.multipleOf === 0 && short >= rule.sideMin && long <= rule.sideMax && area >= rule.areaMin && area <= rule.areaMax && long / short <= rule.aspectMax + 1e-9;
  return fits ? undefined : `${rule.sideMin} – ${rule.sideMax} px, ${megapixels(rule.areaMin)} – ${megapixels(rule.areaMax)} MP, ×${rule.multipleOf}`;
}

function slimness(ratio: string): number {
  const [a = 1, b = 1] = ratio.split(':').map(Number);
  return Math.max(a / b, b / a);
}

function megapixels(area: number): string {
  return (area / 1_000_000).toFixed(1);
}

/** Code points, not UTF-16 units. */
function charactersOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
