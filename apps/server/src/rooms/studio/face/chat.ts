/** `/v1/chat/completions`: whole, or as it is written. */
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../kernel/ctx.ts';
import type { ForeignAsked, ForeignReply } from '../../../kernel/foreign-api.ts';
import type { TextAnswer } from '../../../ports/text-provider.ts';
import type { Models } from '../models.ts';
import { standIns } from '../text/choose-text-models.ts';
import { BEAT_MS, EVENT_STREAM, hasBegun, openPieceLine, tellWhole, type PieceLine } from '../text/piece-line.ts';
import type { SeeingTools } from '../text/see-picture.ts';
import { findKeptText, writeText, type TextOrder } from '../text/write-text.ts';
import { completionOf, firstChunk, lastChunks, mustHold, pieceChunk, withoutFences, type ChatHead } from './chat-answer.ts';
import { chatAsk, mustFit } from './chat-ask.ts';
import { ChatRequest } from './chat-request.ts';
import { findTextModel } from './model-list.ts';
import { pictureIn } from './picture-in.ts';
import { readRequest } from './read-request.ts';

type Tools = SeeingTools & { models: Models };

export const CACHE_HEADER = 'x-komawari-cache';

export async function answerChat(ctx: Ctx, tools: Tools, asked: ForeignAsked): Promise<ForeignReply> {
  const request = readRequest(ChatRequest, asked.body);
  const { first, all, canStepIn, chain } = await findTextModel(tools.models.book(ctx.app), request.model);
  const ask = await chatAsk(request, (url, place) => pictureIn(tools, url, place));
  mustFit(request, ask, first.model);
  const order = { models: canStepIn ? [first, ...standIns(all, first, { ask, chain })] : [first], ask, isFresh: asked.header(CACHE_HEADER) === 'off', signal: asked.gone };
  const head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(ctx.app.ports.clock.now().getTime() / 1000), model: request.model };
  const kept = await findKeptText(ctx, order);
  const headers = { [CACHE_HEADER]: kept ? 'hit' : 'miss' };
  const chat: Chat = { ctx, models: tools.models, request, order, head, headers, asked };
  if (request.stream) return stream(chat, kept?.answer);
  const answer = readable(request, kept?.answer ?? (await writeText(ctx, tools.models, order)).answer);
  return { status: 200, headers, body: JSON.stringify(completionOf(head, answer)) };
}

type Chat = { ctx: Ctx; models: Models; request: ChatRequest; order: TextOrder; head: ChatHead; headers: Record<string, string>; asked: ForeignAsked };

/** What goes wrong before a word is told is answered with its own status. */
async function stream({ ctx, models, request, order, head, headers, asked }: Chat, kept: TextAnswer | undefined): Promise<ForeignReply> {
  const line = openPieceLine();
  // Nothing can be taken back: what the provider does not hold to the schema is looked at first.
  const isHeldBack = kept !== undefined || (order.ask.schema !== undefined && !order.models.every(({ model }) => model.schema));
  const writing = (kept ? Promise.resolve(kept) : writeText(ctx, models, isHeldBack ? order : { ...order, onPiece: line.tell }).then(({ answer }) => answer)).then((answer) => {
    const whole = readable(request, answer);
    if (isHeldBack) tellWhole(line, whole);
    return whole;
  }).finally(line.end);
  await hasBegun(line, writing);
  const wantsUsage = request.stream_options?.include_usage === true;
  return {
    status: 200, headers: { ...headers, 'content-type': EVENT_STREAM, 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
    body: events({ head, line, writing, wantsUsage, asked }),
  };
}

type Telling = { head: ChatHead; line: PieceLine; writing: Promise<TextAnswer>; wantsUsage: boolean; asked: ForeignAsked };

async function* events({ head, line, writing, wantsUsage, asked }: Telling): AsyncGenerator<string> {
  yield firstChunk(head, wantsUsage);
  for await (const piece of line.read(BEAT_MS)) yield piece ? pieceChunk(head, piece, wantsUsage) : ': still writing\n\n';
  try {
    yield lastChunks(head, await writing, wantsUsage);
  } catch (error) {
    if (!asked.gone.aborted) yield `data: ${String(asked.refuse(error).body)}\n\n`;
  }
}

/** Throws OpenaiRefusal for what was to be strict and is not. */
function readable(request: ChatRequest, answer: TextAnswer): TextAnswer {
  const isJson = request.response_format !== undefined && request.response_format.type !== 'text';
  const plain = isJson ? { ...answer, text: withoutFences(answer.text) } : answer;
  mustHold(request, plain);
  return plain;
}
