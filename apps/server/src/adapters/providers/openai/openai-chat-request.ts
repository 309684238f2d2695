import type { TextMessage, TextRequest } from '../../../ports/text-provider.ts';
import { rowFor } from '../wire/model-rows.ts';
import { dataUrlOf } from '../wire/pictures.ts';
import type { WireLimits } from '../wire/wire.ts';
import type { SchemaWay, StrictRules, TextRow } from './openai-settings.ts';
import { strictSchema } from './openai-strict.ts';

/** In what the servers that speak as OpenAI does differ. */
export type ChatDialect = {
  rows: readonly TextRow[];
  /** Of rows that do not say. */
  schema: SchemaWay;
  strict: StrictRules;
  tokensField: 'max_tokens' | 'max_completion_tokens';
  /** Whether a stream is asked to end with what it used. */
  asksForUsage: boolean;
  /** Of requests for work, where they are not those of all. */
  limits?: Partial<WireLimits>;
};

type ChatPlan = {
  body: Record<string, unknown>;
  /** From what the model is made to write to what was asked for: then pieces are of no use before the end. */
  restore?: (text: string) => string;
};

export function chatPlan(request: TextRequest, dialect: ChatDialect, isStreamed: boolean): ChatPlan {
  const { model, messages, temperature, topP, stop, seed, thinking, answerTokensMax } = request;
  const row = rowFor(dialect.rows, model.id);
  const isSampled = row?.isSampled !== false;
  const held = heldTo(request, row?.schema ?? dialect.schema, dialect.strict);
  const body = {
    model: model.id, messages: [...(held.words ? [{ role: 'system', content: held.words }] : []), ...messages.map(messageOf)],
    ...(answerTokensMax === undefined ? {} : { [dialect.tokensField]: answerTokensMax }),
    ...(isSampled && temperature !== undefined ? { temperature } : {}), ...(isSampled && topP !== undefined ? { top_p: topP } : {}), ...(isSampled && stop?.length ? { stop } : {}),
    ...(seed === undefined ? {} : { seed }), ...(held.format ? { response_format: held.format } : {}), ...toolsOf(request),
    ...(thinking === undefined ? {} : (thinking ? row?.thinkingOn : row?.thinkingOff)),
    ...(isStreamed ? { stream: true, ...(dialect.asksForUsage ? { stream_options: { include_usage: true } } : {}) } : {}),
  };
  return { body, ...(held.restore ? { restore: held.restore } : {}) };
}

function messageOf(message: TextMessage): Record<string, unknown> {
  switch (message.role) {
    case 'system': return { role: 'system', content: message.text };
    case 'tool': return { role: 'tool', tool_call_id: message.callId, content: message.text };
    case 'user':
      if (!message.pictures?.length) return { role: 'user', content: message.text };
      return { role: 'user', content: [...(message.text ? [{ type: 'text', text: message.text }] : []), ...message.pictures.map((picture) => ({ type: 'image_url', image_url: { url: dataUrlOf(picture) } }))] };
    case 'assistant':
      if (!message.toolCalls?.length) return { role: 'assistant', content: message.text };
      return { role: 'assistant', content: message.text || null, tool_calls: message.toolCalls.map(({ id, name, argumentsJson }) => ({ id, type: 'function', function: { name, arguments: argumentsJson } })) };
  }
}

function toolsOf({ tools, toolChoice }: TextRequest): Record<string, unknown> {
  if (!tools?.length) return {};
  return {
    tools: tools.map(({ name, description, schema }) => ({ type: 'function', function: { name, description, parameters: schema } })),
    ...(toolChoice === undefined ? {} : { tool_choice: typeof toolChoice === 'string' ? toolChoice : { type: 'function', function: { name: toolChoice.name } } }),
  };
}

type Held = { format?: Record<string, unknown>; words?: string; restore?: (text: string) => string };

function heldTo({ schema: asked }: TextRequest, way: SchemaWay, rules: StrictRules): Held {
  if (!asked) return {};
  const words = `Answer with one JSON value and nothing else. It must fit this JSON schema: ${JSON.stringify(asked.schema)}`;
  if (way === 'prompt') return { words };
  if (way === 'object') return { words, format: { type: 'json_object' } };
  const name = asked.name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64) || 'answer';
  const strict = way === 'strict' ? strictSchema(asked.schema, rules) : undefined;
  if (strict) return { format: { type: 'json_schema', json_schema: { name, strict: true, schema: strict.schema } }, ...(strict.restore ? { restore: inText(strict.restore) } : {}) };
  // What strict mode cannot say is still told, and checked by the caller.
  return { format: { type: 'json_schema', json_schema: { name, ...(way === 'strict' ? { strict: false } : {}), schema: asked.schema } } };
}

/** What was cut, or is no JSON, stays as it is. */
function inText(restore: (value: unknown) => unknown): (text: string) => string {
  return (text) => {
    try {
      return JSON.stringify(restore(JSON.parse(text)));
    } catch {
      return text;
    }
  };
}
