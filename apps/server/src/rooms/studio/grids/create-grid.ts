import { gridCells, gridProblem, type GenerationId, type GridAxis, type GridProblem, type Recipe } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { mustHaveBudget } from '../budgets/budgets.ts';
import { openPrompts } from '../craft/open-prompt.ts';
import type { ReadyImageModel } from '../gateway/ready-model.ts';
import { chooseModels } from '../making/choose-models.ts';
import { inputsOf } from '../making/recipe-inputs.ts';
import { findStarted, newSeed, startGeneration, type Place } from '../making/start-generation.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { mustHaveRoom } from '../retention/must-have-room.ts';

export type GridInput = { recipe: Recipe; axes: readonly GridAxis[]; idempotencyKey?: string | undefined };

const SEED_MAX = 2 ** 31 - 1;

/**
 * Takes a recipe with the values of one or two of its parts and starts drawing all cells, as one generation. Each cell has to
 * suit its model, or nothing is begun. Cells differ by what was asked for alone: they have one seed, unless seeds are compared.
 */
export async function createGrid(ctx: Ctx, book: ProviderBook, { recipe: { enlarged: _enlarged, ...asked }, axes, idempotencyKey }: GridInput): Promise<GenerationId> {
  const owner = ownerOrNotFound(ctx);
  const recipe: Recipe = { ...asked, count: 1 };
  const start = { owner, recipe, axes, idempotencyKey };
  const known = await findStarted(ctx, start);
  if (known) return known;
  await mustHaveRoom(ctx.app, owner, ctx.language);
  const problem = gridProblem(recipe, axes);
  if (problem) throw new AppError(`studio.grid-${problem.code}`, detailOf(problem));
  const inputs = await inputsOf(ctx.app.client.db, owner, recipe);
  const cells = [];
  const open = openPrompts(ctx);
  for (const { recipe: own } of gridCells(recipe, axes)) {
    const { hardest, promptOf } = await open(own);
    const [first] = await chooseModels(book, { ...own, prompt: hardest }, inputs);
    cells.push({ own, promptOf, first });
  }
  const models = cells.flatMap(({ first }) => first ?? []);
  await mustHaveBudget(ctx.app, owner, countsOf(models));
  const common = recipe.seed ?? seedFor(ctx, models);
  const words = common ?? newSeed(ctx, SEED_MAX);
  const places = cells.map(({ own, promptOf, first }): Place => {
    const seed = own.seed ?? (first?.model.seedMax === undefined ? undefined : common);
    return { prompt: promptOf(seed ?? words), recipe: own, ...(seed === undefined ? {} : { seed }) };
  });
  return startGeneration(ctx, { ...start, places });
}

/** How many cells each model draws. */
function countsOf(models: readonly ReadyImageModel[]): Map<ReadyImageModel, number> {
  const groups = Map.groupBy(models, ({ providerId, model }) => `${providerId}/${model.id}`);
  return new Map([...groups.values()].flatMap((group): [ReadyImageModel, number][] => (group[0] ? [[group[0], group.length]] : [])));
}

/** One that all of these models take; undefined where none takes any. */
function seedFor(ctx: Ctx, models: readonly ReadyImageModel[]): number | undefined {
  const largest = models.flatMap(({ model }) => model.seedMax ?? []);
  return largest.length === 0 ? undefined : newSeed(ctx, Math.min(...largest) - 1);
}

function detailOf(problem: GridProblem): { detail?: string } {
  if (problem.code === 'many') return { detail: String(problem.count) };
  return problem.code === 'word' ? { detail: problem.search } : {};
}
