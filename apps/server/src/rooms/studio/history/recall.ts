/** A recipe out of a picture that somebody brings: what fits is taken over, what does not is named. */
import { InputId, ModelRef, NEGATIVE_PROMPT_MAX, PROMPT_MAX, Recipe, REFERENCES_MAX, type RecalledRecipe } from '@komawari/contract';
import { z } from 'zod';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import { listInputs } from '../making/picture-store.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { readTold } from './metadata/read-making.ts';
import type { Told } from './metadata/told.ts';

const OTHERS_MAX = 60;
const OTHER_CHARACTERS = 500;
const NAME_CHARACTERS = 200;

type Left = RecalledRecipe['left'][number];

/** Throws `pictures.not-a-picture` and `studio.no-making`. The picture is not kept. */
export async function recallRecipe(ctx: Ctx, book: ProviderBook, bytes: Uint8Array): Promise<RecalledRecipe> {
  if (!pictureFormatOf(bytes)) throw new AppError('pictures.not-a-picture');
  const told = readTold(bytes);
  if (!told) throw new AppError('studio.no-making');
  const { fields, left } = fitting(told.fields);
  const model = await findModel(book, told);
  if (!model && (told.modelName !== undefined || told.fields['model'] !== undefined)) left.add('model');
  const inputs = await ownInputs(ctx, told.fields, left);
  return {
    source: told.source, recipe: Recipe.parse({ ...fields, ...inputs, ...(model ? { model } : {}) }), modelName: told.modelName?.slice(0, NAME_CHARACTERS) ?? null,
    others: told.others.slice(0, OTHERS_MAX).map(({ name, value }) => ({ name: name.slice(0, NAME_CHARACTERS), value: value.slice(0, OTHER_CHARACTERS) })), left: [...left],
  };
}

/** Each field on its own, so that one that does not fit spoils no other. */
function fitting(told: Told['fields']): { fields: Record<string, unknown>; left: Set<Left> } {
  const left = new Set<Left>();
  const fields: Record<string, unknown> = {};
  const cut = { prompt: PROMPT_MAX, negativePrompt: NEGATIVE_PROMPT_MAX } as const;
  for (const [name, max] of Object.entries(cut) as ['prompt' | 'negativePrompt', number][]) {
    const value = told[name];
    if (typeof value !== 'string') continue;
    fields[name] = value.slice(0, max);
    if (value.length > max) left.add(name);
  }
  for (const name of ['size', 'seed', 'steps', 'guidance', 'strength', 'settings'] as const) {
    if (told[name] === undefined || told[name] === null) continue;
    const read = Recipe.shape[name].safeParse(told[name]);
    if (read.success) fields[name] = read.data;
    else left.add(name);
  }
  const ability = Recipe.shape.ability.safeParse(told['ability']);
  if (ability.success) fields['ability'] = ability.data;
  return { fields, left };
}

/** The very one, else one that is called so, with or without the ending of its file. */
async function findModel(book: ProviderBook, told: Told): Promise<ModelRef | undefined> {
  const models = await book.listImageModels();
  const wanted = ModelRef.safeParse(told.fields['model']);
  const named = told.modelName?.toLowerCase().replace(/\.(safetensors|ckpt|gguf)$/, '');
  const found = models.find(({ providerId, model }) => wanted.success && providerId === wanted.data.providerId && model.id === wanted.data.modelId)
    ?? models.find(({ model }) => wanted.success && model.id === wanted.data.modelId)
    ?? models.find(({ model }) => named !== undefined && [model.id, model.name].some((name) => name.toLowerCase().replace(/\.(safetensors|ckpt|gguf)\b.*$/, '') === named));
  return found && { providerId: found.providerId, modelId: found.model.id };
}

/** Pictures that went in are taken over where they are still there and one's own. */
async function ownInputs(ctx: Ctx, told: Told['fields'], left: Set<Left>): Promise<Partial<Recipe>> {
  const read = (name: string) => InputId.optional().catch(undefined).parse(told[name]);
  const [sourceId, maskId] = [read('sourceId'), read('maskId')];
  const referenceIds = z.array(InputId).max(REFERENCES_MAX).catch([]).parse(told['referenceIds'] ?? []);
  const rows = await listInputs(ctx.app.client.db, ownerOrNotFound(ctx), [...new Set([sourceId, maskId, ...referenceIds].filter((id) => id !== undefined))]);
  const mine = referenceIds.filter((id) => rows.has(id));
  if (sourceId && !rows.has(sourceId)) left.add('source');
  if (maskId && !rows.has(maskId)) left.add('mask');
  if (mine.length < referenceIds.length) left.add('references');
  return { referenceIds: mine, ...(sourceId && rows.has(sourceId) ? { sourceId } : {}), ...(maskId && rows.has(maskId) ? { maskId } : {}) };
}
