import type { PictureId, PictureWithRecipe, ProviderId, QueryOf, studioRoutes } from '@komawari/contract';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { presentPicture } from '../present.ts';
import { countFound, findAnyPicture, listFound, listNames, listTags, listUsedModels } from './find-pictures-store.ts';
import { recipesOf, templateOf } from './recipe-of-picture.ts';

/** A page of what fits, and with the first one how many there are, where that is asked for. */
export async function listOwn(ctx: Ctx, { after, limit, count, ...query }: QueryOf<typeof studioRoutes.pictures>) {
  const { db } = ctx.app.client;
  const filters = { ...query, owner: ownerOrNotFound(ctx) };
  const [rows, total] = await Promise.all([listFound(db, filters, { after: readCursor(after), limit: limit + 1 }), count === 'true' ? countFound(db, filters) : null]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map((row) => presentPicture(row, ctx.language)), next: rows.length > limit && last ? `${last.created_at.getTime()}.${last.id}` : null, total };
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, ms = '', id = ''] = /^(\d{1,15})\.(picture_[0-9a-z]{26})$/.exec(cursor) ?? [];
  if (id === '') throw new AppError('request.invalid', { detail: 'after' });
  return { at: new Date(Number(ms)), id };
}

export async function getPicture(ctx: Ctx, id: PictureId): Promise<PictureWithRecipe> {
  const { db } = ctx.app.client;
  const row = await findAnyPicture(db, id);
  mustBeAuthor(ctx, row);
  const recipe = row && (await recipesOf(db, [row])).get(row.id);
  if (!row || !recipe) throw new AppError('not-found');
  const picture = presentPicture(row, ctx.language);
  const names = await namesOf(ctx, picture.model ? [picture.model] : recipe.model ? [recipe.model] : []);
  const template = await templateOf(db, row);
  return { ...picture, recipe, ...(template ? { template } : {}), ...(names[0] ?? { providerName: null, modelName: null }) };
}

export async function listOwnTags(ctx: Ctx) {
  return { items: await listTags(ctx.app.client.db, ownerOrNotFound(ctx)) };
}

export async function listOwnModels(ctx: Ctx) {
  const rows = await listUsedModels(ctx.app.client.db, ownerOrNotFound(ctx));
  const models = rows.map((row) => ({ providerId: row.provider_id as ProviderId, modelId: row.model_id }));
  const names = await namesOf(ctx, models);
  return { items: models.map((model, index) => ({ ...model, ...(names[index] ?? { providerName: null, modelName: null }), count: rows[index]?.count ?? 0 })) };
}

async function namesOf(ctx: Ctx, models: readonly { providerId: string; modelId: string }[]) {
  const { providers, models: names } = await listNames(ctx.app.client.db, [...new Set(models.map(({ providerId }) => providerId))]);
  return models.map(({ providerId, modelId }) => ({ providerName: providers.get(providerId) ?? null, modelName: names.get(`${providerId} ${modelId}`) ?? null }));
}
