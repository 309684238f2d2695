import { errorOf, OllamaRefusal } from './ollama-refusal.ts';
import type { OllamaHost } from './ollama-host.ts';
import type { Saying } from './ollama-infer.ts';
import { list, type Json, type OllamaPrompt } from './ollama-request.ts';
import type { OllamaWriting } from './ollama-writing.ts';

/** What this face has not, though others of its kind do. */
const UNSUPPORTED = ['n', 'tool_choice', 'logit_bias', 'user'];
const PICTURE = /^data:image\/(?:png|jpe?g|webp);base64,(.*)$/s;

/** The same request in the API's own words. The context's size is not among them: it cannot be set here. */
export function nativeOf(body: Json, unsupported: 'ignored' | 'refused'): Json {
  const strange = UNSUPPORTED.find((field) => body[field] !== undefined);
  if (unsupported === 'refused' && strange) throw new OllamaRefusal(400, `${strange} is not supported`);
  const messages = list(body, 'messages');
  if (messages.length === 0) throw new OllamaRefusal(400, '[] is too short - \'messages\'');
  const options = Object.fromEntries(Object.entries({
    temperature: body['temperature'], top_p: body['top_p'], seed: body['seed'], num_predict: body['max_tokens'],
    stop: typeof body['stop'] === 'string' ? [body['stop']] : body['stop'],
  }).filter(([, value]) => value !== undefined && value !== null));
  return {
    model: body['model'], messages: messages.map(messageOf), options, stream: body['stream'] === true,
    tools: body['tools'], format: formatOf(body['response_format'] as ResponseFormat | undefined),
  };
}

type ResponseFormat = { type?: string; json_schema?: { schema?: object } };
type Part = { type?: string; text?: string; image_url?: string | { url?: string } };

function formatOf(format: ResponseFormat | undefined): unknown {
  if (format?.type === 'json_object') return 'json';
  return format?.type === 'json_schema' ? format.json_schema?.schema : undefined;
}

function messageOf(message: Json): Json {
  const content = message['content'];
  if (!Array.isArray(content)) return message;
  const parts = content as Part[];
  return {
    role: message['role'],
    content: parts.filter(({ type }) => type === 'text').map((part) => part.text ?? '').join('\n'),
    images: parts.filter(({ type }) => type === 'image_url').map(pictureIn),
  };
}

/** Data addresses only: nothing is fetched. */
function pictureIn({ image_url: it }: Part): string {
  const base64 = PICTURE.exec((typeof it === 'string' ? it : it?.url) ?? '')?.[1];
  if (base64 === undefined) throw new OllamaRefusal(400, 'invalid image input');
  return base64;
}

export function eventsFor(prompt: OllamaPrompt, body: Json, id: number, host: OllamaHost): Saying {
  const head = (object: string) => ({ id: `chatcmpl-${id}`, object, created: Math.floor(host.options.now() / 1000), model: prompt.askedName, system_fingerprint: 'fp_ollama' });
  const event = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
  const chunk = (delta: object, finish: string | null = null) => event({ ...head('chat.completion.chunk'), choices: [{ index: 0, delta: { role: 'assistant', ...delta }, finish_reason: finish }] });
  const isCounted = (body['stream_options'] as { include_usage?: boolean } | undefined)?.include_usage === true;
  return {
    type: 'text/event-stream',
    pieces: (writing) => [...writing.tokens.map((content) => chunk({ content })), ...(writing.toolCalls.length > 0 ? [chunk({ content: '', tool_calls: callsOf(writing) })] : [])],
    end: (writing) => [
      chunk({ content: '' }, finishOf(writing)),
      ...(isCounted ? [event({ ...head('chat.completion.chunk'), choices: [], usage: usageOf(writing) })] : []),
      'data: [DONE]\n\n',
    ],
    error: (message) => event(errorOf('v1', 500, message)),
    whole: (writing) => ({
      ...head('chat.completion'),
      choices: [{ index: 0, message: { role: 'assistant', content: writing.tokens.join(''), ...(writing.toolCalls.length > 0 ? { tool_calls: callsOf(writing) } : {}) }, finish_reason: finishOf(writing) }],
      usage: usageOf(writing),
    }),
  };
}

function callsOf({ toolCalls }: OllamaWriting) {
  return toolCalls.map(({ function: { name, arguments: given } }, index) => ({ id: `call_${index}`, index, type: 'function', function: { name, arguments: JSON.stringify(given) } }));
}

function finishOf({ toolCalls, doneReason }: OllamaWriting): string {
  return toolCalls.length > 0 ? 'tool_calls' : doneReason;
}

function usageOf({ promptTokens, thinking, tokens }: OllamaWriting) {
  const written = thinking.length + tokens.length;
  return { prompt_tokens: promptTokens, completion_tokens: written, total_tokens: promptTokens + written };
}
