import { Recipe, type PromptTemplate } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { PictureRow } from '../making/picture-store.ts';
import { listRecipes } from './find-pictures-store.ts';

/** What gives each of these pictures again, by their ids: one of its generation, with its own words, seed and model. */
export async function recipesOf(db: Db | Tx, rows: readonly PictureRow[]): Promise<Map<string, Recipe>> {
  const recipes = await listRecipes(db, [...new Set(rows.map((row) => row.generation_id))]);
  return new Map(rows.flatMap((row) => {
    const read = Recipe.safeParse(row.recipe ?? recipes.get(row.generation_id));
    if (!read.success) return [];
    const model = row.provider_id === null || row.model_id === null ? read.data.model : { providerId: row.provider_id, modelId: row.model_id };
    // What was chosen is chosen: the words are those that were sent.
    const { hasChoices: _hasChoices, variables: _variables, ...made } = read.data;
    const recipe = { ...made, prompt: row.prompt, count: 1, ...(row.seed === null ? {} : { seed: row.seed }), ...(model ? { model } : {}) };
    return [[row.id, Recipe.parse(recipe)] as const];
  }));
}

/** What the words of a picture were made of: undefined where they were sent as they stood. */
export async function templateOf(db: Db | Tx, row: Pick<PictureRow, 'generation_id' | 'recipe'>): Promise<PromptTemplate | undefined> {
  const read = Recipe.safeParse(row.recipe ?? (await listRecipes(db, [row.generation_id])).get(row.generation_id));
  return read.success && read.data.hasChoices ? { prompt: read.data.prompt, variables: read.data.variables ?? {} } : undefined;
}
