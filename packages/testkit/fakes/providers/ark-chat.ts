import type { ChatOrder } from './ark-chat-request.ts';
import { ArkRefusal } from './ark-errors.ts';
import { pause } from './ark-images.ts';
import { answerToSchema } from './ark-schema-answer.ts';
import type { Fault, OwnFault } from './fault.ts';
import type { Reply } from './reply.ts';

export type ChatDesk = {
  nowS: () => number;
  nextId: () => string;
  stepMs: number;
  /** What the model says to the last words of the user; nothing for its usual answer. */
  says: (lastWords: string) => string | undefined;
};

type Spoken = { thoughts: string; words: string; finish: 'stop' | 'length' | 'content_filter' };
type Usage = { prompt_tokens: number; completion_tokens: number; total_tokens: number };

export const CHAT_FAULTS: readonly OwnFault['kind'][] = ['input-refused', 'output-refused', 'empty', 'stream-error'];

const CHARACTERS_A_TOKEN = 4;
/** Characters of one event. */
const PIECE = 8;

/** Says what was asked for, whole or piece by piece. */
export async function answerChat(order: ChatOrder, { reply, fault, desk }: { reply: Reply; fault: Fault | undefined; desk: ChatDesk }): Promise<void> {
  if (fault?.kind === 'input-refused') throw new ArkRefusal({ code: order.pictures > 0 ? 'InputImageSensitiveContentDetected' : 'InputTextSensitiveContentDetected' });
  if (fault?.kind === 'stream-error' && !order.isStream) throw new Error('the request does not stream');
  const spoken = speak(order, fault, desk);
  const frame = { id: desk.nextId(), created: desk.nowS(), model: order.modelId };
  reply.bill();
  if (order.isStream) return reply.stream('text/event-stream', chunksOf({ order, spoken, frame, isBroken: fault?.kind === 'stream-error', reply, stepMs: desk.stepMs }));
  await pause(reply, desk.stepMs);
  const message = { role: 'assistant', content: spoken.words, ...(spoken.thoughts ? { reasoning_content: spoken.thoughts } : {}) };
  return reply.answer({ body: { ...frame, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: spoken.finish }], usage: usageOf(order, spoken.thoughts, spoken.words) } });
}

function speak(order: ChatOrder, fault: Fault | undefined, desk: ChatDesk): Spoken {
  if (fault?.kind === 'empty') return { thoughts: '', words: '', finish: 'stop' };
  const echo = `echo: ${order.lastWords}`;
  const usual = order.form.type === 'text' ? echo : JSON.stringify(order.form.type === 'json_object' ? { echo: order.lastWords } : answerToSchema(order.form.schema, echo));
  const all = cutAtStops(desk.says(order.lastWords) ?? usual, order.stops);
  const thoughts = order.isThinking ? `thinking about: ${order.lastWords}` : '';
  if (fault?.kind === 'output-refused') return { thoughts, words: charactersOf(all).slice(0, PIECE).join(''), finish: 'content_filter' };
  const words = charactersOf(all).slice(0, order.maxTokens * CHARACTERS_A_TOKEN).join('');
  return { thoughts, words, finish: words === all ? 'stop' : 'length' };
}

async function* chunksOf({ order, spoken, frame, isBroken, reply, stepMs }: { order: ChatOrder; spoken: Spoken; frame: object; isBroken: boolean; reply: Reply; stepMs: number }): AsyncGenerator<string> {
  const said = { thoughts: '', words: '' };
  const chunk = (delta: object, finish: string | null = null) => {
    const usage = order.usageInChunks ? { usage: usageOf(order, said.thoughts, said.words) } : order.includesUsage ? { usage: null } : {};
    return line({ ...frame, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }], ...usage });
  };
  for (const reasoning_content of piecesOf(spoken.thoughts)) {
    await pause(reply, stepMs);
    said.thoughts += reasoning_content;
    yield chunk({ role: 'assistant', content: '', reasoning_content });
  }
  for (const [at, content] of piecesOf(spoken.words).entries()) {
    await pause(reply, stepMs);
    if (isBroken && at === 1) break;
    said.words += content;
    yield chunk({ role: 'assistant', content });
  }
  if (isBroken) return yield line({ error: { code: 'InternalServiceError', message: 'The service encountered an unexpected internal error.', param: '', type: 'InternalServerError' } });
  yield chunk({ role: 'assistant', content: '' }, spoken.finish);
  if (order.includesUsage) yield line({ ...frame, object: 'chat.completion.chunk', choices: [], usage: usageOf(order, said.thoughts, said.words) });
  yield 'data: [DONE]\n\n';
}

function line(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function usageOf({ allWords }: ChatOrder, ...said: string[]): Usage {
  const [asked, answered] = [tokensOf(allWords), said.reduce((sum, words) => sum + tokensOf(words), 0)];
  return { prompt_tokens: asked, completion_tokens: answered, total_tokens: asked + answered };
}

function tokensOf(words: string): number {
  return Math.ceil(charactersOf(words).length / CHARACTERS_A_TOKEN);
}

function piecesOf(words: string): string[] {
  const all = charactersOf(words);
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) => all.slice(at * PIECE, (at + 1) * PIECE).join(''));
}

function cutAtStops(words: string, stops: readonly string[]): string {
  return stops.reduce((left, stop) => (stop && left.includes(stop) ? left.slice(0, left.indexOf(stop)) : left), words);
}

function charactersOf(words: string): string[] {
  return [...words];
}
