import type { BodyOf, ObjectKey, PictureId, ProviderId, Seen, studioVisionRoutes as routes } from '@komawari/contract';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findAnyPicture } from '../history/find-pictures-store.ts';
import type { Models } from '../models.ts';
import { asAppError } from './answer-text.ts';
import { chooseTextModels } from './choose-text-models.ts';
import { seePicture, type SeeingTools } from './see-picture.ts';
import { readSeen, seeing } from './seen-words.ts';
import type { KeptText } from './text-answer-store.ts';
import { findKeptText, writeText, type TextOrder } from './write-text.ts';

type Asked = BodyOf<typeof routes.see>;
type Tools = SeeingTools & { models: Models };

/** Throws `studio.answer-unusable` where the model answers something else; such an answer is not taken from what was kept. */
export async function seeOwnPicture(ctx: Ctx, tools: Tools, id: PictureId, asked: Asked): Promise<Seen> {
  const row = await findAnyPicture(ctx.app.client.db, id);
  mustBeAuthor(ctx, row);
  if (!row?.object_key) throw new AppError('not-found');
  const order = await orderOf(ctx, tools, asked, { whole: row.object_key, small: row.thumbnail_key });
  const kept = await findKeptText(ctx, order);
  const known = kept && readSeen(asked.kind, kept.answer.text);
  if (kept && known) return presentSeen(asked, kept, known, true);
  const written = await asAppError(writeText(ctx, tools.models, order));
  const seen = readSeen(asked.kind, written.answer.text);
  if (!seen) throw new AppError('studio.answer-unusable');
  return presentSeen(asked, written, seen, false);
}

/** A picture that is too much for every model is shown small; writing in it could no longer be read. */
async function orderOf(ctx: Ctx, tools: Tools, asked: Asked, keys: { whole: string; small: string | null }): Promise<TextOrder> {
  const showing = async (key: string): Promise<TextOrder> => {
    const bytes = await ctx.app.ports.objects.find(key as ObjectKey);
    if (!bytes) throw new AppError('not-found');
    const ask = seeing(asked.kind, asked.language ?? ctx.language, await seePicture(tools, bytes));
    return { ask, models: await chooseTextModels(tools.models.book(ctx.app), { model: asked.model, purpose: 'vision' }, ask), isFresh: asked.isFresh, signal: ctx.http?.gone ?? new AbortController().signal };
  };
  try {
    return await showing(keys.whole);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'studio.cannot' || asked.kind === 'text' || keys.small === null) throw error;
    return showing(keys.small);
  }
}

function presentSeen({ kind }: Asked, { providerId, modelId, answer }: KeptText, seen: { text: string; tags: string[] }, isCached: boolean): Seen {
  return { kind, ...seen, usage: answer.usage ?? null, model: { providerId: providerId as ProviderId, modelId }, isCached };
}
