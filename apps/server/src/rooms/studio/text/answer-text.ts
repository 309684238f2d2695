/** The studio's own way to words: whole answers in the shapes of the contract. */
import type { BodyOf, InputId, ProviderId, ResponseOf, studioTextRoutes as routes } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import { listInputs } from '../making/picture-store.ts';
import type { Models } from '../models.ts';
import { chooseTextModels } from './choose-text-models.ts';
import { seePicture, type SeeingTools } from './see-picture.ts';
import type { SeenPicture, TextAsk } from './text-ask.ts';
import { findKeptText, writeText } from './write-text.ts';

type Tools = SeeingTools & { models: Models };

export async function answerText(ctx: Ctx, tools: Tools, body: BodyOf<typeof routes.write>): Promise<ResponseOf<typeof routes.write>> {
  const ask = await askOf(ctx, tools, body);
  const models = await chooseTextModels(tools.models.book(ctx.app), body, ask);
  const order = { models, ask, isFresh: body.isFresh, signal: ctx.http?.gone ?? new AbortController().signal };
  const kept = await findKeptText(ctx, order);
  const { providerId, modelId, answer } = kept ?? (await asAppError(writeText(ctx, tools.models, order)));
  return {
    text: answer.text, thinking: answer.thinking ?? null, toolCalls: [...answer.toolCalls], finish: answer.finish, usage: answer.usage ?? null,
    model: { providerId: providerId as ProviderId, modelId }, isCached: kept !== undefined,
  };
}

export async function listTextOffers(ctx: Ctx, models: Models): Promise<ResponseOf<typeof routes.models>> {
  const book = models.book(ctx.app);
  const [all, first] = await Promise.all([book.listTextModels(), book.findTextDefault('words')]);
  return { items: all.map(({ providerId, providerName, bills, model, price }) => ({ providerId, providerName, bills, model, price: price ?? null, isDefault: providerId === first?.providerId && model.id === first.model.id })) };
}

async function askOf(ctx: Ctx, tools: Tools, { model: _model, purpose: _purpose, isFresh: _isFresh, messages, ...rest }: BodyOf<typeof routes.write>): Promise<TextAsk> {
  const ids = messages.flatMap((message) => (message.role === 'user' ? message.pictureIds : []));
  const rows = await listInputs(ctx.app.client.db, ownerOrNotFound(ctx), [...new Set(ids)]);
  const see = async (id: InputId): Promise<SeenPicture> => {
    const row = rows.get(id);
    const bytes = row && (await ctx.app.ports.objects.find(row.key as never));
    if (!bytes) throw new AppError('studio.input-gone');
    return seePicture(tools, bytes);
  };
  const asked = await Promise.all(messages.map(async (message) => (message.role === 'user' ? { role: message.role, text: message.text, ...(message.pictureIds.length > 0 ? { pictures: await Promise.all(message.pictureIds.map(see)) } : {}) } : message)));
  return { ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Omit<TextAsk, 'messages'>), messages: asked };
}

/** Whoever waits for the answer has no task that would be tried again: what happened is said at once. */
async function asAppError<T>(writing: Promise<T>): Promise<T> {
  return writing.catch((error: unknown) => {
    if (error instanceof TryLaterError) throw new AppError(error.code, { cause: error });
    if (error instanceof RefusedError) throw new AppError('tasks.refused', { detail: error.message, cause: error });
    if (error instanceof UnknownOutcomeError) throw new AppError('tasks.unknown', { cause: error });
    throw error;
  });
}
