/** A grid as it is being set up, and what it asks for. Pure. */
import type { GridAxis, ImageModel, ImageModelOffer, Recipe } from '@komawari/contract';
import { gridCells, gridProblem, type GridCell, type GridProblem } from '@komawari/contract/studio-grid-cells';
import { recipeProblems, type RecipeProblem } from '@komawari/contract/studio-check';
import { maskOf, recipeOf, unfilledOf, type Draft } from '../desk/draft.ts';
import { partsOf } from '../desk/form-parts.ts';
import { fittingSize, resolutionsOf, shapesOf } from '../desk/shapes.ts';
import type { StyleOffer } from '../templates/style-list.ts';
import { firstNumbers, readNumbers } from './axis-values.ts';

export type AxisKind = GridAxis['kind'];
/** `text` is numbers, or words one a line; `picked` names shapes, sizes, styles or models. */
export type AxisDraft = { kind: AxisKind | 'none'; text: string; search: string; picked: string[] };
export type GridDraft = { across: AxisDraft; down: AxisDraft };

export const NO_AXIS: AxisDraft = { kind: 'none', text: '', search: '', picked: [] };
export const EMPTY_GRID: GridDraft = { across: { kind: 'style', text: '', search: '', picked: ['', 'manga', 'watercolour'] }, down: NO_AXIS };
/** The style of those who want none. */
export const NO_STYLE = '';

const NUMBERS = ['seed', 'steps', 'guidance', 'strength'] as const;
const KINDS: readonly AxisKind[] = ['seed', 'steps', 'guidance', 'strength', 'shape', 'resolution', 'style', 'model', 'word'];

export function isNumbers(kind: AxisDraft['kind']): kind is (typeof NUMBERS)[number] {
  return NUMBERS.some((one) => one === kind);
}

/** What can change: only what the chosen model knows. */
export function kindsOf(draft: Draft, offer: ImageModelOffer, offers: readonly ImageModelOffer[]): AxisKind[] {
  const { model } = offer;
  const parts = partsOf(model, draft);
  const has: Record<AxisKind, boolean> = { seed: parts.seed, steps: parts.steps, guidance: parts.guidance, strength: parts.strength, shape: !parts.mask && shapesOf(model.sizes).length > 1, resolution: !parts.mask && parts.resolution && fittingSize(draft.size, model.sizes).kind === 'ratio', style: true, model: offers.length > 1, word: true };
  return KINDS.filter((kind) => has[kind]);
}

/** Values to begin with. */
export function freshAxis(kind: AxisDraft['kind'], draft: Draft, offer: ImageModelOffer, offers: readonly ImageModelOffer[]): AxisDraft {
  const { model } = offer;
  switch (kind) {
    case 'seed': return { ...NO_AXIS, kind, text: draft.seed === null ? '1..4' : `${draft.seed}..${draft.seed + 3}` };
    case 'steps': case 'guidance': case 'strength': return { ...NO_AXIS, kind, text: model[kind] ? firstNumbers(model[kind]) : '' };
    case 'shape': return { ...NO_AXIS, kind, picked: shapesOf(model.sizes).slice(0, 3).map(({ name }) => name) };
    case 'resolution': return { ...NO_AXIS, kind, picked: [...resolutionsOf(model.sizes)] };
    case 'style': return { ...EMPTY_GRID.across };
    case 'model': return { ...NO_AXIS, kind, picked: [offer, ...offers.filter((one) => one !== offer)].slice(0, 2).map(addressOf) };
    case 'word': case 'none': return { ...NO_AXIS, kind };
  }
}

/** What there is to pick from. */
export type Palette = { offers: readonly ImageModelOffer[]; styles: readonly StyleOffer[] };
export type Choice = { value: string; name: string };

/** What can be picked; no style at all has no name yet. */
export function choicesOf(kind: AxisDraft['kind'], { sizes }: ImageModel, { offers, styles }: Palette): Choice[] {
  switch (kind) {
    case 'shape': return shapesOf(sizes).map(({ name }) => ({ value: name, name }));
    case 'resolution': return resolutionsOf(sizes).map((name) => ({ value: name, name }));
    case 'model': return offers.map((offer) => ({ value: addressOf(offer), name: offer.model.name }));
    case 'style': return [{ value: NO_STYLE, name: '' }, ...styles.filter(({ isHidden }) => !isHidden).map(({ id, name }) => ({ value: id, name }))];
    default: return [];
  }
}

export function addressOf({ providerId, model }: ImageModelOffer): string {
  return `${providerId}/${model.id}`;
}

/** In the order of the choices, without those that are not there for this model; undefined where there is no value at all. */
function axisOf(axis: AxisDraft, model: ImageModel, palette: Palette): GridAxis | undefined {
  const { kind } = axis;
  const picked = choicesOf(kind, model, palette).filter(({ value }) => axis.picked.includes(value)).map(({ value }) => value);
  switch (kind) {
    case 'none': return undefined;
    case 'seed': return some({ kind, values: readNumbers(axis.text).values.map((value) => Math.floor(value)) });
    case 'steps': case 'guidance': case 'strength': return some({ kind, values: readNumbers(axis.text).values });
    case 'shape': return some({ kind, values: shapesOf(model.sizes).filter(({ name }) => picked.includes(name)).map(({ size }) => size) });
    case 'resolution': return some({ kind, values: resolutionsOf(model.sizes).filter((name) => picked.includes(name)) });
    case 'model': return some({ kind, values: palette.offers.filter((offer) => picked.includes(addressOf(offer))).map(({ providerId, model: { id } }) => ({ providerId, modelId: id })) });
    case 'style': return some({ kind, values: picked.map((id) => ({ id, words: palette.styles.find((style) => style.id === id)?.words ?? '' })) });
    case 'word': {
      const values = [...new Set(axis.text.split('\n').map((line) => line.trim()).filter(Boolean))];
      return axis.search.trim() === '' ? undefined : some({ kind, search: axis.search.trim(), values });
    }
  }
}

function some<A extends GridAxis>(axis: A): A | undefined {
  return axis.values.length > 0 ? axis : undefined;
}

export type AskedGrid = { recipe: Recipe; axes: GridAxis[]; cells: GridCell[]; problem?: GridProblem; /** The first cell that its model cannot draw. */ refused?: { cell: GridCell; problem: RecipeProblem }; /** A variable that nothing was written for, as it is called. */ unfilled?: string };

/** What would be sent, and why it would not be taken. */
export function askedGrid(grid: GridDraft, draft: Draft, offer: ImageModelOffer, palette: Palette): AskedGrid {
  const { offers } = palette;
  const axes = [grid.across, grid.down].flatMap((axis) => axisOf(axis, offer.model, palette) ?? []);
  const recipe = baseOf(axes, draft, offer, offers);
  const problem = gridProblem(recipe, axes);
  if (problem) return { recipe, axes, cells: problem.code === 'many' ? [] : gridCells(recipe, axes), problem };
  const cells = gridCells(recipe, axes);
  const mask = maskOf(draft);
  const inputs = { ...(draft.source ? { source: draft.source } : {}), ...(recipe.maskId !== undefined && mask ? { mask } : {}), references: draft.references };
  for (const cell of cells) {
    const { model } = offerOfCell(cell.recipe, offers) ?? offer;
    const [first] = recipeProblems(cell.recipe, model, inputs);
    if (first) return { recipe, axes, cells, refused: { cell, problem: first } };
    // Words that change along a side may fill one, or bring one along.
    const unfilled = unfilledOf(cell.recipe);
    if (unfilled) return { recipe, axes, cells, unfilled: unfilled.label };
  }
  return { recipe, axes, cells };
}

export function offerOfCell({ model }: Recipe, offers: readonly ImageModelOffer[]): ImageModelOffer | undefined {
  return offers.find((offer) => offer.providerId === model?.providerId && offer.model.id === model.modelId);
}

/** The recipe without what goes across and down. Where models are compared, only what all of them know stays. */
function baseOf(axes: readonly GridAxis[], draft: Draft, offer: ImageModelOffer, offers: readonly ImageModelOffer[]): Recipe {
  const kinds = axes.map(({ kind }) => kind);
  const compared = axes.flatMap((axis) => (axis.kind === 'model' ? axis.values.flatMap((model) => offers.find((one) => one.providerId === model.providerId && one.model.id === model.modelId) ?? []) : []));
  const plain: Draft = { ...draft, count: 1, ...(kinds.includes('style') ? { style: null, styleWords: '', styleNegative: '' } : {}) };
  const recipe = recipeOf(plain, offer);
  for (const one of compared.map((other) => recipeOf(plain, other))) {
    for (const part of ['negativePrompt', 'seed', 'steps', 'guidance', 'strength'] as const) if (one[part] === undefined) delete recipe[part];
    recipe.settings = Object.fromEntries(Object.entries(recipe.settings).filter(([name, value]) => one.settings[name] === value));
  }
  return recipe;
}

/** Reads what an older version or another hand may have written. */
export function parseGrid(json: string | undefined): GridDraft {
  try {
    const raw = JSON.parse(json ?? '') as Partial<Record<keyof GridDraft, Partial<Record<keyof AxisDraft, unknown>>>>;
    return { across: parseAxis(raw.across, EMPTY_GRID.across), down: parseAxis(raw.down, NO_AXIS) };
  } catch {
    return EMPTY_GRID;
  }
}

function parseAxis(raw: Partial<Record<keyof AxisDraft, unknown>> | undefined, otherwise: AxisDraft): AxisDraft {
  const kind = [...KINDS, 'none' as const].find((one) => one === raw?.kind);
  if (!raw || kind === undefined) return otherwise;
  const text = (value: unknown, max: number) => (typeof value === 'string' ? value.slice(0, max) : '');
  return { kind, text: text(raw.text, 20_000), search: text(raw.search, 200), picked: Array.isArray(raw.picked) ? raw.picked.filter((one) => typeof one === 'string') : [] };
}
