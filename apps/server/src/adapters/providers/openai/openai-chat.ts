/** `POST /chat/completions`, of OpenAI and of all that speak as it does. */
import type { TextAnswer, TextCall, TextProvider, TextRequest } from '../../../ports/text-provider.ts';
import { wordsIn } from '../wire/said.ts';
import type { Ask, Streamed, Wire } from '../wire/wire.ts';
import { answerOf, Chunk, nothingTold, takeIn, type Told } from './openai-chat-answer.ts';
import { chatPlan, type ChatDialect } from './openai-chat-request.ts';
import { failureIn, toldFailure } from './openai-refusal.ts';
import { isJson, jsonOf, wholeText } from '../wire/whole.ts';

const PATH = '/chat/completions';

type Writing = { wire: Wire; ask: Ask; request: TextRequest; call: TextCall };

export function openaiText(wire: Wire, { dialect, listModels }: { dialect: ChatDialect; listModels: TextProvider['listModels'] }): TextProvider {
  return {
    listModels,
    async write(request, call) {
      const isStreamed = call.onPiece !== undefined && request.model.streams;
      const { body, restore } = chatPlan(request, dialect, isStreamed);
      const ask = { call, mayBill: true, limits: dialect.limits ?? {}, headers: { 'x-client-request-id': call.id } };
      const writing = { wire, ask, request, call };
      const told = nothingTold();
      if (isStreamed) await takeStream(await wire.stream(PATH, body, ask), told, { ...writing, isHeldBack: restore !== undefined });
      else takeWhole((await wire.postJson(PATH, body, ask)).json, told, writing);
      const answer = answerOf(told, { wire, ask, request, restore });
      if (!isStreamed || restore) tellWhole(answer, call);
      return answer;
    },
  };
}

/** Left open what came before: pieces told stay told. */
async function takeStream(answer: Streamed, told: Told, writing: Writing & { isHeldBack: boolean }): Promise<void> {
  const { wire, ask, call, isHeldBack } = writing;
  // A server that does not stream says it all at once.
  if (isJson(answer)) {
    takeWhole(jsonOf(await wholeText(answer)), told, writing);
    if (!isHeldBack) tellWhole({ text: told.text, thinking: told.thinking }, call);
    return;
  }
  for await (const { data } of answer.events()) {
    // Some send one without anything, to keep the connection open.
    if (data.trim() === '') continue;
    const fresh = takeOne(jsonOf(data), told, writing);
    if (isHeldBack) continue;
    tellWhole(fresh, call);
  }
  if (told.finish === undefined) throw wire.lost(ask, { code: 'answer.unfinished' });
}

function takeWhole(json: unknown, told: Told, writing: Writing): void {
  takeOne(json, told, writing);
  told.finish ??= 'stop';
}

function takeOne(json: unknown, told: Told, { wire, ask, request }: Writing): { text: string; thinking: string } {
  const failure = failureIn(json);
  if (failure) throw toldFailure(wire, ask, { failure, isBegun: told.text + told.thinking !== '', texts: wordsIn(request.messages) });
  const chunk = Chunk.safeParse(json);
  if (!chunk.success) throw wire.lost(ask, { code: 'answer.unreadable' });
  return takeIn(told, chunk.data);
}

function tellWhole({ thinking, text }: Pick<TextAnswer, 'text' | 'thinking'>, { onPiece }: TextCall): void {
  if (thinking) onPiece?.({ kind: 'thinking', text: thinking });
  if (text) onPiece?.({ kind: 'text', text });
}
