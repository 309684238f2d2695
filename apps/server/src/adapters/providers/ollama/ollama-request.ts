import type { TextMessage, TextRequest, TextTool } from '../../../ports/text-provider.ts';
import { base64Of } from '../wire/pictures.ts';
import { withSchemaInWords, withToolChoice } from '../wire/told-in-words.ts';
import type { OllamaSettings } from './ollama-settings.ts';

/** The body of a chat. Always a stream: a cancel ends it there too, and silence is told from long work. */
export function chatBody(request: TextRequest, settings: OllamaSettings): Record<string, unknown> {
  const { model, schema, thinking } = request;
  const { tools, messages } = withToolChoice(request, withSchemaInWords(request));
  return {
    model: model.id, messages: messages.map(messageOf), stream: true, options: optionsOf(request, settings), ...keeping(settings),
    ...(tools.length > 0 ? { tools: tools.map(toolOf) } : {}),
    ...(schema && model.schema ? { format: schema.schema } : {}),
    ...(model.thinks && thinking !== undefined ? { think: thinking ? settings.thinkLevels[model.id] ?? true : false } : {}),
  };
}

/** Nothing is said: the model is loaded, with the same room as when it writes, or else it would be loaded anew then. */
export function loadBody(model: string, settings: OllamaSettings): Record<string, unknown> {
  return { model, messages: [], stream: false, options: { num_ctx: settings.contextTokens }, ...keeping(settings) };
}

export function unloadBody(model: string): Record<string, unknown> {
  return { model, messages: [], stream: false, keep_alive: 0 };
}

function keeping({ keepAlive }: OllamaSettings): { keep_alive?: string | number } {
  if (keepAlive === undefined) return {};
  return { keep_alive: keepAlive === '0' ? 0 : keepAlive };
}

function optionsOf({ temperature, topP, seed, stop, answerTokensMax }: TextRequest, settings: OllamaSettings): Record<string, unknown> {
  const limit = answerTokensMax ?? settings.answerTokensMax;
  return {
    num_ctx: settings.contextTokens,
    ...(temperature === undefined ? {} : { temperature }), ...(topP === undefined ? {} : { top_p: topP }), ...(seed === undefined ? {} : { seed }),
    ...(limit === undefined ? {} : { num_predict: limit }), ...(stop?.length ? { stop } : {}),
  };
}

function messageOf(message: TextMessage): Record<string, unknown> {
  const { role, text: content } = message;
  if (role === 'user') return { role, content, ...(message.pictures?.length ? { images: message.pictures.map(base64Of) } : {}) };
  if (role === 'tool') return { role, content, tool_name: message.name };
  if (role !== 'assistant' || !message.toolCalls?.length) return { role, content };
  return { role, content, tool_calls: message.toolCalls.map(({ name, argumentsJson }) => ({ function: { name, arguments: objectOf(argumentsJson) } })) };
}

/** Arguments are an object here, not its text. */
function objectOf(json: string): unknown {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function toolOf({ name, description, schema }: TextTool): Record<string, unknown> {
  return { type: 'function', function: { name, description, parameters: schema } };
}
