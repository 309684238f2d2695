/** `generateContent` and `streamGenerateContent` for words. */
import type { Picture } from '../../../ports/image-provider.ts';
import type { TextAnswer, TextCall, TextMessage, TextProvider, TextRequest, TextUsage } from '../../../ports/text-provider.ts';
import { rowFor } from '../wire/model-rows.ts';
import { base64Of } from '../wire/pictures.ts';
import { wordsIn } from '../wire/said.ts';
import { jsonOf } from '../wire/whole.ts';
import type { Ask, Wire } from '../wire/wire.ts';
import { Answer, finishOf, refusalIn, usageOf, wordsOf } from './gemini-answer.ts';
import { failureIn, toldFailure } from './gemini-refusal.ts';
import type { GeminiSettings } from './gemini-settings.ts';

type Context = { wire: Wire; settings: GeminiSettings };
type Told = { text: string; thinking: string; finish: string | undefined; usage: TextUsage | undefined };

export function geminiText(context: Context, listModels: TextProvider['listModels']): TextProvider {
  return { listModels, write: (request, call) => write(context, request, call) };
}

async function write({ wire, settings }: Context, request: TextRequest, call: TextCall): Promise<TextAnswer> {
  const body = bodyOf(request, settings);
  if (JSON.stringify(body).length > settings.requestBytesMax) throw wire.fault('invalid', { code: 'request.too-large' });
  const isStreamed = call.onPiece !== undefined && request.model.streams;
  const path = `/models/${encodeURIComponent(request.model.id)}`;
  const ask: Ask = { call, mayBill: true };
  const told: Told = { text: '', thinking: '', finish: undefined, usage: undefined };
  const take = (json: unknown) => { takeIn(json, told, { wire, ask, request, call }); };
  if (isStreamed) {
    const answer = await wire.stream(`${path}:streamGenerateContent`, body, { ...ask, query: { alt: 'sse' } });
    for await (const { data } of answer.events()) if (data.trim() !== '') take(jsonOf(data));
    // Nothing marks the end but the reason that it gives.
    if (told.finish === undefined) throw wire.lost(ask, { code: 'answer.unfinished' });
  } else {
    take((await wire.postJson(`${path}:generateContent`, body, ask)).json);
  }
  if (told.text === '') throw wire.fault('empty', { code: told.finish === 'MAX_TOKENS' ? 'words.cut' : 'words.missing' });
  const { text, thinking, usage } = told;
  return { text, ...(thinking ? { thinking } : {}), toolCalls: [], finish: told.finish === 'MAX_TOKENS' ? 'length' : 'stop', ...(usage ? { usage } : {}) };
}

/** Throws ProviderError for what is a refusal or cannot be read. */
function takeIn(json: unknown, told: Told, { wire, ask, request, call }: { wire: Wire; ask: Ask; request: TextRequest; call: TextCall }): void {
  const failure = failureIn(json);
  if (failure) throw toldFailure(wire, ask, { failure, texts: wordsIn(request.messages) });
  const answer = Answer.safeParse(json);
  if (!answer.success) throw wire.lost(ask, { code: 'answer.unreadable' });
  const refusal = refusalIn(answer.data);
  if (refusal) throw wire.fault('refused', refusal);
  const { text, thinking } = wordsOf(answer.data);
  told.text += text;
  told.thinking += thinking;
  told.finish = finishOf(answer.data) ?? told.finish;
  told.usage = usageOf(answer.data) ?? told.usage;
  if (thinking) call.onPiece?.({ kind: 'thinking', text: thinking });
  if (text) call.onPiece?.({ kind: 'text', text });
}

function bodyOf(request: TextRequest, settings: GeminiSettings): Record<string, unknown> {
  const { model, messages, temperature, topP, answerTokensMax, seed, stop, thinking, schema } = request;
  const row = rowFor(settings.textModels, model.id);
  const isHeld = schema !== undefined && row?.schema !== false;
  const system = [
    ...messages.flatMap((message) => (message.role === 'system' ? [message.text] : [])),
    ...(schema && !isHeld ? [`Answer with one JSON value and nothing else. It must fit this JSON schema: ${JSON.stringify(schema.schema)}`] : []),
  ];
  const thinkingConfig = thinking === undefined ? undefined : thinking ? row?.thinkingOn : row?.thinkingOff;
  return {
    contents: messages.filter(({ role }) => role !== 'system').map(contentOf),
    ...(system.length > 0 ? { systemInstruction: { parts: system.map((text) => ({ text })) } } : {}),
    ...(settings.safety.length > 0 ? { safetySettings: settings.safety } : {}),
    generationConfig: {
      ...(temperature === undefined ? {} : { temperature }), ...(topP === undefined ? {} : { topP }), ...(answerTokensMax === undefined ? {} : { maxOutputTokens: answerTokensMax }),
      ...(seed === undefined ? {} : { seed }), ...(stop?.length ? { stopSequences: stop } : {}), ...(thinkingConfig ? { thinkingConfig } : {}),
      ...(isHeld ? { responseMimeType: 'application/json', responseJsonSchema: schema.schema } : {}),
    },
  };
}

/** Tools are not offered, so that a call in what was said before is told in words. */
function contentOf(message: TextMessage): Record<string, unknown> {
  const pictures = message.role === 'user' ? message.pictures ?? [] : [];
  return { role: message.role === 'assistant' ? 'model' : 'user', parts: [{ text: message.text }, ...pictures.map(picturePart)] };
}

export function picturePart(picture: Picture): Record<string, unknown> {
  return { inlineData: { mimeType: picture.mediaType, data: base64Of(picture) } };
}
