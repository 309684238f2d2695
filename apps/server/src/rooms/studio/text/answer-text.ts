/** The studio's own way to words, in the shapes of the contract: whole, or as they come. */
import { Readable } from 'node:stream';
import type { BodyOf, InputId, ProviderId, ResponseOf, studioTextRoutes as routes, WrittenText } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import type { StreamReply } from '../../../kernel/room.ts';
import { listInputs } from '../making/picture-store.ts';
import type { Models } from '../models.ts';
import { chooseTextModels } from './choose-text-models.ts';
import { EVENT_STREAM, hasBegun, openPieceLine, tellWhole } from './piece-line.ts';
import { seePicture, type SeeingTools } from './see-picture.ts';
import type { KeptText } from './text-answer-store.ts';
import type { SeenPicture, TextAsk } from './text-ask.ts';
import { textEvents } from './text-events.ts';
import { findKeptText, writeText, type TextOrder } from './write-text.ts';

type Tools = SeeingTools & { models: Models };

export async function answerText(ctx: Ctx, tools: Tools, body: BodyOf<typeof routes.write>): Promise<WrittenText> {
  const { order, kept } = await openText(ctx, tools, body);
  return presentText(kept ?? (await asAppError(writeText(ctx, tools.models, order))), kept !== undefined);
}

/** The same, told while it is written. What goes wrong before a word is told is thrown. */
export async function streamText(ctx: Ctx, tools: Tools, body: BodyOf<typeof routes.stream>): Promise<StreamReply> {
  const { order, kept } = await openText(ctx, tools, body);
  const line = openPieceLine();
  if (kept) tellWhole(line, kept.answer);
  const writing = (kept ? Promise.resolve(kept) : asAppError(writeText(ctx, tools.models, { ...order, onPiece: line.tell }))).finally(line.end);
  // Who has gone hears no end of it.
  writing.catch(() => undefined);
  await hasBegun(line, writing);
  const events = textEvents({ line, writing: writing.then((text) => presentText(text, kept !== undefined)), isGone: () => order.signal.aborted, language: ctx.language });
  return { stream: Readable.from(events), mediaType: EVENT_STREAM };
}

/** The request in our words, who gets it, and the answer that was kept of the same one. */
async function openText(ctx: Ctx, tools: Tools, body: BodyOf<typeof routes.write>): Promise<{ order: TextOrder; kept: KeptText | undefined }> {
  const ask = await askOf(ctx, tools, body);
  const models = await chooseTextModels(tools.models.book(ctx.app), body, ask);
  const order = { models, ask, isFresh: body.isFresh, signal: ctx.http?.gone ?? new AbortController().signal };
  return { order, kept: await findKeptText(ctx, order) };
}

function presentText({ providerId, modelId, answer }: KeptText, isCached: boolean): WrittenText {
  return {
    text: answer.text, thinking: answer.thinking ?? null, toolCalls: [...answer.toolCalls], finish: answer.finish, usage: answer.usage ?? null,
    model: { providerId: providerId as ProviderId, modelId }, isCached,
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
export async function asAppError<T>(writing: Promise<T>): Promise<T> {
  return writing.catch((error: unknown) => {
    if (error instanceof TryLaterError) throw new AppError(error.code, { detail: error.detail, cause: error });
    if (error instanceof RefusedError) throw new AppError('tasks.refused', { detail: error.message, cause: error });
    if (error instanceof UnknownOutcomeError) throw new AppError('tasks.unknown', { detail: error.detail, cause: error });
    throw error;
  });
}
