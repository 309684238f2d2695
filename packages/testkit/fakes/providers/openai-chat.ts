/** `chat/completions`, whole and in chunks. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked } from './fake-provider.ts';
import { readChat, type ChatRequest } from './openai-chat-request.ts';
import { errorBody, SERVER_ERROR, type OpenaiErrorForm } from './openai-errors.ts';
import { actsOut } from './openai-faults.ts';
import { bodyOf } from './openai-fields.ts';
import type { OpenaiCatalogue } from './openai-models.ts';
import type { OpenaiLimits, OpenaiShelf } from './openai-references.ts';
import { answerFor } from './openai-schema-answer.ts';
import type { Reply } from './reply.ts';

export type OpenaiChatWorld = {
  catalogue: OpenaiCatalogue;
  shelf: OpenaiShelf;
  limits: OpenaiLimits;
  errorForm: OpenaiErrorForm;
  stepMs: number;
  /** Sends the chunk with the usage where it is asked for. */
  tellsUsage: boolean;
  /** A comment line before the first chunk, as servers send it to keep a connection open. */
  comments: boolean;
  /** Words that a test has laid ready for the next answers. */
  said: string[];
  nextId: () => number;
};

const OWN = ['input-refused', 'output-refused', 'empty', 'stream-error'] as const;
const REFUSAL = "I'm sorry, I can't assist with that request.";
const CHARACTERS_A_TOKEN = 4;
const TOKENS_A_PICTURE = 85;

type Said = {
  content: string | null;
  refusal: string | null;
  toolCall?: { id: string; type: 'function'; function: { name: string; arguments: string } };
  reason: 'stop' | 'length' | 'tool_calls' | 'content_filter';
};
type Usage = { prompt_tokens: number; completion_tokens: number; total_tokens: number };
type Completion = { head: { id: string; created: number; model: string }; choices: Said[]; usage: Usage };

export async function chatOpenai(asked: Asked, reply: Reply, world: OpenaiChatWorld): Promise<void> {
  const request = await readChat(bodyOf(asked.body), world);
  await reply.work(async (fault) => {
    const own = actsOut(fault, OWN, 'a chat');
    if (own === 'stream-error' && !request.isStream) throw new Error('only a stream can break off with an error inside');
    const completion = complete(request, own, world);
    reply.bill(request.n);
    if (request.isStream) return reply.stream('text/event-stream; charset=utf-8', chunks(request, completion, own === 'stream-error', world), world.stepMs);
    await sleep(world.stepMs);
    await reply.answer({ body: wholeOf(completion) });
  });
}

function complete(request: ChatRequest, own: string | undefined, world: OpenaiChatWorld): Completion {
  const id = world.nextId();
  const words = own === undefined || own === 'stream-error' ? world.said.shift() : undefined;
  const choices = Array.from({ length: request.n }, () => sayOne(request, own, words, id));
  const prompt = tokensOf(request.everything) + request.pictures.length * TOKENS_A_PICTURE;
  const answer = choices.reduce((sum, { content, refusal, toolCall }) => sum + tokensOf(content ?? refusal ?? toolCall?.function.arguments ?? ''), 0);
  return {
    head: { id: `chatcmpl-${id}`, created: 1_760_000_000 + id, model: request.model }, choices,
    usage: { prompt_tokens: prompt, completion_tokens: answer, total_tokens: prompt + answer },
  };
}

function sayOne(request: ChatRequest, own: string | undefined, words: string | undefined, id: number): Said {
  if (own === 'input-refused') return { content: null, refusal: REFUSAL, reason: 'stop' };
  if (own === 'empty') return { content: '', refusal: null, reason: 'stop' };
  const echo = `echo: ${[request.lastUserText, ...request.toolTexts].join(' | ')}`;
  if (request.calls && words === undefined) {
    const { name, parameters } = request.calls;
    return { content: null, refusal: null, reason: 'tool_calls', toolCall: { id: `call_${id}`, type: 'function', function: { name, arguments: JSON.stringify(answerFor(parameters, echo)) } } };
  }
  const whole = [...(words ?? (request.schema ? JSON.stringify(answerFor(schemaOf(request.schema), echo)) : echo))];
  if (own === 'output-refused') return { content: whole.slice(0, CHARACTERS_A_TOKEN).join(''), refusal: null, reason: 'content_filter' };
  const room = request.maxTokens * CHARACTERS_A_TOKEN;
  return { content: whole.slice(0, room).join(''), refusal: null, reason: whole.length > room ? 'length' : 'stop' };
}

/** Any object will do where no schema was sent. */
function schemaOf(schema: Record<string, unknown>) {
  return Object.keys(schema).length > 0 ? schema : { type: 'object', properties: { echo: { type: 'string' } }, required: ['echo'] };
}

function tokensOf(text: string): number {
  return Math.ceil([...text].length / CHARACTERS_A_TOKEN);
}

function wholeOf({ head, choices, usage }: Completion) {
  return {
    ...head, object: 'chat.completion',
    choices: choices.map(({ content, refusal, toolCall, reason }, index) => ({
      index, message: { role: 'assistant', content, refusal, ...(toolCall && { tool_calls: [toolCall] }) }, logprobs: null, finish_reason: reason,
    })),
    usage,
  };
}

function* chunks({ wantsUsage }: ChatRequest, { head, choices, usage }: Completion, breaks: boolean, world: OpenaiChatWorld): Generator<string> {
  const withUsage = wantsUsage && world.tellsUsage;
  const line = (list: unknown[], last?: Usage) => `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: list, ...(withUsage && { usage: last ?? null }) })}\n\n`;
  const chunk = (index: number, delta: object, reason: string | null = null) => line([{ index, delta, logprobs: null, finish_reason: reason }]);
  if (world.comments) yield ': processing\n\n';
  for (const [index, said] of choices.entries()) {
    const [first, ...rest] = deltasOf(said);
    yield chunk(index, { role: 'assistant', ...first });
    if (breaks) {
      if (rest[0]) yield chunk(index, rest[0]);
      return yield `data: ${JSON.stringify(errorBody(SERVER_ERROR, world.errorForm))}\n\n`;
    }
    for (const delta of rest) yield chunk(index, delta);
    yield chunk(index, {}, said.reason);
  }
  if (withUsage) yield line([], usage);
  yield 'data: [DONE]\n\n';
}

function deltasOf({ content, refusal, toolCall }: Said): object[] {
  if (toolCall) {
    const { id, type, function: { name, arguments: text } } = toolCall;
    return [{ content: null, tool_calls: [{ index: 0, id, type, function: { name, arguments: '' } }] }, ...piecesOf(text).map((piece) => ({ tool_calls: [{ index: 0, function: { arguments: piece } }] }))];
  }
  if (refusal !== null) return [{ refusal: '' }, ...piecesOf(refusal).map((piece) => ({ refusal: piece }))];
  return [{ content: '', refusal: null }, ...piecesOf(content ?? '').map((piece) => ({ content: piece }))];
}

function piecesOf(text: string): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / CHARACTERS_A_TOKEN) }, (_, at) => characters.slice(at * CHARACTERS_A_TOKEN, (at + 1) * CHARACTERS_A_TOKEN).join(''));
}
