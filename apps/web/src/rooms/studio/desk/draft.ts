/** The recipe as it is being written. It remembers what one model could do while another is chosen, which is sent only what it can. Pure. */
import type { AskedSize, ImageModel, ImageModelOffer, ModelRef, PictureInputFile, Recipe } from '@komawari/contract';
import { hasChoices, VARIABLE_VALUE_MAX, valuesFor, variablesOf, type PromptVariable } from '@komawari/contract/studio-craft';
import { canvasOf, wayToExtend } from '@komawari/contract/studio-canvas';
import { growthOf, parseGrowth, type HeldGrowth } from '../canvas/growth.ts';
import { parseDeeds, type Deed } from '../mask/mask-deeds.ts';
import { sourceSize } from '../mask/source-size.ts';
import { fittingSize } from './shapes.ts';
import { isStyleId, negativeWith, promptWith } from './styles.ts';

/** A picture that was given, with a small one of itself to be shown. */
export type HeldInput = Omit<PictureInputFile, 'id'> & { id: string; thumb: string };
/** Where the picture with `sourceId` is drawn anew: what the hand did, so that it can be changed. */
export type HeldMask = HeldInput & { sourceId: string; deeds: Deed[] };
export type Ability = Recipe['ability'];
/** What is done with a picture that is given to work on. */
export type WorkAbility = Extract<Ability, 'vary' | 'edit' | 'inpaint' | 'outpaint' | 'upscale' | 'cut-out'>;

export const WORK_ABILITIES: readonly WorkAbility[] = ['edit', 'vary', 'inpaint', 'outpaint', 'upscale', 'cut-out'];

export type Draft = {
  prompt: string;
  negativePrompt: string;
  /** Null: the one that is set up for pictures. */
  model: ModelRef | null;
  size: AskedSize;
  count: number;
  /** Null: another one each time. */
  seed: number | null;
  /** Null: as the model does unless told. */
  steps: number | null;
  guidance: number | null;
  strength: number | null;
  work: WorkAbility;
  source: HeldInput | null;
  mask: HeldMask | null;
  /** How far the picture is drawn on beyond its edges. */
  grows: HeldGrowth | null;
  references: HeldInput[];
  /** Of the model that is chosen; others keep theirs out of sight. */
  settings: Recipe['settings'];
  /** A style of the house by its name, or one's own by its id. */
  style: string | null;
  styleWords: string;
  /** What pictures of the style shall not show. */
  styleNegative: string;
  /** What was written for variables, by their names; those of other prompts are kept. */
  values: Record<string, string>;
  isFresh: boolean;
};

export const EMPTY_DRAFT: Draft = {
  prompt: '', negativePrompt: '', model: null, size: { kind: 'ratio', ratio: '1:1' }, count: 2, seed: null, steps: null, guidance: null, strength: null, work: 'edit', source: null, mask: null, grows: null, references: [], settings: {}, style: null, styleWords: '', styleNegative: '', values: {}, isFresh: false,
};

/** The offer that the draft means: the one it names, the one set up for pictures, or the first. */
export function offerOf(draft: Pick<Draft, 'model'>, offers: readonly ImageModelOffer[]): ImageModelOffer | undefined {
  return offers.find((offer) => isOffer(draft.model, offer)) ?? offers.find(({ isDefault }) => isDefault) ?? offers[0];
}

function isOffer(ref: ModelRef | null, offer: Pick<ImageModelOffer, 'providerId' | 'model'>): boolean {
  return ref !== null && ref.providerId === offer.providerId && ref.modelId === offer.model.id;
}

/** What a model can do with a picture; a part of it only where it takes a mask. */
export function worksOf(model: ImageModel): WorkAbility[] {
  return WORK_ABILITIES.filter((ability) => (ability === 'outpaint' ? wayToExtend(model) !== undefined : model.abilities.includes(ability) && (ability !== 'inpaint' || model.mask)));
}

/** The mask of the picture that is worked on; one of another picture is as if it were not there. */
export function maskOf(draft: Pick<Draft, 'source' | 'mask'>): HeldMask | null {
  return draft.mask && draft.mask.sourceId === draft.source?.id ? draft.mask : null;
}

/** What a model does with a picture, nearest to the wish; undefined where it works on none. */
export function workOf(draft: Pick<Draft, 'work'>, model: ImageModel): WorkAbility | undefined {
  const works = worksOf(model);
  return works.includes(draft.work) ? draft.work : works[0];
}

/** The recipe for this model: what it knows nothing of is left out, and pictures stay, so that nobody pays for a drawing without them unasked. */
export function recipeOf(draft: Draft, offer: ImageModelOffer): Recipe {
  const { model } = offer;
  const work = draft.source ? (workOf(draft, model) ?? draft.work) : undefined;
  const prompt = promptWith(draft.prompt, draft.styleWords);
  const negative = negativeWith(draft.negativePrompt, draft.styleNegative);
  const variables = valuesFor(prompt, draft.values);
  const styleWords = draft.styleWords.trim();
  const given = {
    negativePrompt: model.negativePromptMax === undefined || negative === '' ? undefined : negative,
    variables: Object.keys(variables).length > 0 ? variables : undefined, style: draft.style !== null && styleWords !== '' ? { id: draft.style, words: styleWords } : undefined,
    seed: model.seedMax === undefined ? undefined : (draft.seed ?? undefined),
    steps: model.steps ? (draft.steps ?? undefined) : undefined, guidance: model.guidance ? (draft.guidance ?? undefined) : undefined,
    strength: model.strength && (work === 'vary' || work === 'inpaint') ? (draft.strength ?? undefined) : undefined,
    sourceId: draft.source?.id, maskId: work === 'inpaint' ? maskOf(draft)?.id : undefined, grows: work === 'outpaint' ? growthOf(draft) : undefined, hasChoices: hasChoices(prompt) ? true : undefined, isFresh: draft.isFresh && draft.seed !== null && model.seedMax !== undefined ? true : undefined,
  };
  const settings = Object.fromEntries(Object.entries(draft.settings).filter(([name]) => model.settings.some((setting) => setting.name === name)));
  return asRecipe({
    ability: work ?? 'generate', prompt, model: { providerId: offer.providerId, modelId: model.id }, size: sizeOf(draft, model), count: draft.count,
    referenceIds: draft.references.map(({ id }) => id), settings, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  });
}

/** As it was wished for; where a part is drawn anew or the background goes, the picture keeps its own, and a canvas has its own. */
function sizeOf(draft: Draft, model: ImageModel): AskedSize {
  const work = workOf(draft, model);
  const grows = work === 'outpaint' ? growthOf(draft) : undefined;
  if (draft.source && grows) return { kind: 'pixels', ...canvasOf(draft.source, grows) };
  const own = draft.source && (work === 'inpaint' || work === 'cut-out') ? sourceSize(draft.source, model.sizes) : undefined;
  return own ?? fittingSize(draft.size, model.sizes);
}

/** What the words ask for and nothing was written for: it would be sent as it stands. */
export function unfilledOf({ prompt, variables }: Pick<Recipe, 'prompt' | 'variables'>): PromptVariable | undefined {
  return variablesOf(prompt).find(({ name, fallback }) => fallback === undefined && variables?.[name] === undefined);
}

/** Which parts of the form something was written in that this model knows nothing of. */
export function leftOutOf(draft: Draft, model: ImageModel): ('negativePrompt' | 'seed' | 'steps' | 'guidance')[] {
  const isLeft = {
    negativePrompt: negativeWith(draft.negativePrompt, draft.styleNegative) !== '' && model.negativePromptMax === undefined, seed: draft.seed !== null && model.seedMax === undefined,
    steps: draft.steps !== null && !model.steps, guidance: draft.guidance !== null && !model.guidance,
  };
  return (['negativePrompt', 'seed', 'steps', 'guidance'] as const).filter((part) => isLeft[part]);
}

/** Reads what an older version or another hand may have written. */
export function parseDraft(json: string | undefined): Draft {
  const raw = parsed(json);
  if (raw === undefined) return EMPTY_DRAFT;
  const text = (value: unknown, max: number) => (typeof value === 'string' ? value.slice(0, max) : '');
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
  const { model, size, count, work, style, settings, references } = raw;
  return {
    prompt: text(raw['prompt'], 64_000), negativePrompt: text(raw['negativePrompt'], 8000), styleWords: text(raw['styleWords'], 2000), styleNegative: text(raw['styleNegative'], 2000), values: valuesOf(raw['values']),
    model: isModelRef(model) ? model : null, size: isSize(size) ? size : EMPTY_DRAFT.size, count: typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 8 ? count : EMPTY_DRAFT.count,
    seed: number(raw['seed']), steps: number(raw['steps']), guidance: number(raw['guidance']), strength: number(raw['strength']), isFresh: raw['isFresh'] === true,
    work: WORK_ABILITIES.find((ability) => ability === work) ?? EMPTY_DRAFT.work, source: isHeld(raw['source']) ? raw['source'] : null, mask: heldMask(raw['mask']), grows: parseGrowth(raw['grows']), references: Array.isArray(references) ? references.filter(isHeld) : [],
    style: isStyleId(style) ? style : null,
    settings: isRecord(settings) ? (Object.fromEntries(Object.entries(settings).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))) as Recipe['settings']) : {},
  };
}

const VALUES_MAX = 200;

/** The newest stand last. */
function valuesOf(raw: unknown): Record<string, string> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string').slice(-VALUES_MAX).map(([name, value]) => [name, value.slice(0, VARIABLE_VALUE_MAX)]));
}

function parsed(json: string | undefined): Record<string, unknown> | undefined {
  try {
    const raw: unknown = JSON.parse(json ?? '');
    return isRecord(raw) ? raw : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isModelRef(raw: unknown): raw is ModelRef {
  return isRecord(raw) && typeof raw['providerId'] === 'string' && typeof raw['modelId'] === 'string';
}

function isSize(raw: unknown): raw is AskedSize {
  if (!isRecord(raw)) return false;
  if (raw['kind'] === 'pixels') return [raw['width'], raw['height']].every((side) => Number.isInteger(side) && Number(side) > 0);
  return raw['kind'] === 'ratio' && /^[1-9]\d?:[1-9]\d?$/.test(String(raw['ratio'])) && (raw['resolution'] === undefined || ['512', '1K', '1.5K', '2K', '3K', '4K'].includes(String(raw['resolution'])));
}

function isHeld(raw: unknown): raw is HeldInput {
  return isRecord(raw) && ['id', 'mediaType', 'thumb'].every((name) => typeof raw[name] === 'string') && ['width', 'height', 'sizeBytes'].every((name) => typeof raw[name] === 'number');
}

function heldMask(raw: unknown): HeldMask | null {
  if (!isHeld(raw) || !('sourceId' in raw) || typeof raw.sourceId !== 'string') return null;
  return { ...raw, sourceId: raw.sourceId, deeds: parseDeeds('deeds' in raw ? raw.deeds : [], raw) };
}

/** Ids come from answers of the server, and names from its list of models. */
function asRecipe(made: object): Recipe {
  return made as Recipe;
}
