/** From a picture back to the form: what would change there, before it is applied. Pure. */
import { escapePrompt, hasChoices, valuesFor, variablesOf } from '@komawari/contract/studio-craft';
import type { ImageModelOffer, PictureWithRecipe, Recipe } from '@komawari/contract';
import { growthOf } from '../canvas/growth.ts';
import { WORK_ABILITIES, type Draft, type HeldInput, type HeldMask } from '../desk/draft.ts';
import { nameOfSize } from '../desk/shapes.ts';
import { negativeWith, promptWithout } from '../desk/styles.ts';

export const RECALLS = ['prompt', 'template', 'seed', 'all', 'remix'] as const;
/** `template` has the words as they were written, before anything in them was chosen or filled; `all` draws the same again; `remix` is all with another seed. */
export type Recall = (typeof RECALLS)[number];

/** What the form gets. `held` are small pictures of inputs that are still known here, by id; `values` what was written for variables so far. */
export function recalled(recall: Recall, picture: Pick<PictureWithRecipe, 'recipe' | 'seed' | 'model' | 'template'>, held: ReadonlyMap<string, HeldInput> = new Map(), values: Draft['values'] = {}): Partial<Draft> {
  const { recipe, template } = picture;
  if (recall === 'prompt') return { ...wordsOf(recipe), negativePrompt: recipe.negativePrompt ?? '' };
  if (recall === 'template') return template ? { ...styled(template.prompt, recipe.style), values: refilled(template, values), negativePrompt: recipe.negativePrompt ?? '' } : {};
  const seed = picture.seed ?? recipe.seed ?? null;
  if (recall === 'seed') return { seed };
  return {
    ...wordsOf(recipe), negativePrompt: recipe.negativePrompt ?? '', model: recipe.model ?? picture.model, ...(recipe.grows ? {} : { size: recipe.size }), count: recall === 'all' ? 1 : recipe.count, seed: recall === 'all' ? seed : null,
    steps: recipe.steps ?? null, guidance: recipe.guidance ?? null, strength: recipe.strength ?? null, settings: recipe.settings,
    source: recipe.sourceId === undefined ? null : inputOf(recipe.sourceId, held), mask: recalledMask(recipe, held), grows: recipe.grows && recipe.sourceId !== undefined ? { ...recipe.grows, sourceId: recipe.sourceId } : null, references: recipe.referenceIds.map((id) => inputOf(id, held)),
    ...WORK_ABILITIES.filter((ability) => ability === recipe.ability).reduce<Partial<Draft>>((_, work) => ({ work }), {}),
  };
}

/** What was written for other prompts is kept. The newest stand last. */
function refilled({ prompt, variables }: NonNullable<PictureWithRecipe['template']>, values: Draft['values']): Draft['values'] {
  const own = new Set([...variablesOf(prompt).map(({ name }) => name), ...Object.keys(variables)]);
  return { ...Object.fromEntries(Object.entries(values).filter(([name]) => !own.has(name))), ...variables };
}

export type ChangedPart = 'prompt' | 'variables' | 'negativePrompt' | 'style' | 'model' | 'shape' | 'count' | 'seed' | 'steps' | 'guidance' | 'strength' | 'source' | 'canvas' | 'references' | 'settings';
/** `before` and `after` as they are read; null for nothing. */
export type FormChange = { part: ChangedPart; before: string | null; after: string | null };

/** What differs between the form and what it would be. */
export function changesOf(draft: Draft, part: Partial<Draft>, offers: readonly ImageModelOffer[]): FormChange[] {
  const after = { ...draft, ...part };
  const [was, is] = [readable(draft, offers), readable(after, offers)];
  return (Object.keys(was) as ChangedPart[]).filter((name) => was[name] !== is[name]).map((name) => ({ part: name, before: was[name], after: is[name] }));
}

function readable(draft: Draft, offers: readonly ImageModelOffer[]): Record<ChangedPart, string | null> {
  const text = (words: string) => (words.trim() === '' ? null : words);
  const number = (value: number | null) => (value === null ? null : String(value));
  const settings = Object.entries(draft.settings).map(([name, value]) => `${name}: ${String(value)}`);
  const offer = offers.find(({ providerId, model }) => draft.model?.providerId === providerId && draft.model.modelId === model.id);
  return {
    prompt: text(draft.prompt), variables: text(Object.entries(valuesFor(draft.prompt, draft.values)).map(([name, value]) => `${name}: ${value}`).join(' · ')), negativePrompt: text(negativeWith(draft.negativePrompt, draft.styleNegative)), style: text(draft.styleWords), model: offer ? `${offer.model.name} · ${offer.providerName}` : (draft.model?.modelId ?? null), shape: nameOfSize(draft.size), count: String(draft.count),
    seed: number(draft.seed), steps: number(draft.steps), guidance: number(draft.guidance), strength: number(draft.strength),
    source: draft.source && `1`, canvas: canvasWords(draft), references: draft.references.length === 0 ? null : String(draft.references.length), settings: settings.length === 0 ? null : settings.toSorted().join(', '),
  };
}

/** Understood in every language: how far to which side. */
function canvasWords(draft: Draft): string | null {
  const growth = growthOf(draft);
  return growth ? ([['←', growth.left], ['↑', growth.top], ['→', growth.right], ['↓', growth.bottom]] as const).flatMap(([arrow, px]) => (px > 0 ? [`${arrow} ${px}`] : [])).join('  ') : null;
}

/** What was sent as it stands stays so: the form would choose among it. */
function wordsOf(recipe: Recipe): Words {
  return recipe.hasChoices || !hasChoices(recipe.prompt) ? styled(recipe.prompt, recipe.style) : { ...NO_STYLE, prompt: escapePrompt(recipe.prompt) };
}

type Words = Pick<Draft, 'prompt' | 'style' | 'styleWords' | 'styleNegative'>;
/** What the style would keep out of the picture is in the recipe's own words already. */
const NO_STYLE = { style: null, styleWords: '', styleNegative: '' };

/** The words apart from those of the style they end with. */
function styled(prompt: string, style: Recipe['style']): Words {
  const words = style && promptWithout(prompt, style.words);
  return style && words !== undefined ? { prompt: words, style: style.id, styleWords: style.words, styleNegative: '' } : { ...NO_STYLE, prompt };
}

/** One that this browser has not seen is known by its id alone; the server holds it to what the model takes. */
function inputOf(id: string, held: ReadonlyMap<string, HeldInput>): HeldInput {
  return held.get(id) ?? { id, mediaType: 'image/png', width: 1, height: 1, sizeBytes: 0, thumb: '' };
}

/** It has the pixels of its source; what the hand did is not in a recipe, so it is changed by painting anew. */
function recalledMask({ sourceId, maskId, maskKind }: Recipe, held: ReadonlyMap<string, HeldInput>): HeldMask | null {
  if (sourceId === undefined || maskId === undefined || maskKind === 'clear') return null;
  return { ...inputOf(sourceId, held), id: maskId, thumb: '', sourceId, deeds: [] };
}
