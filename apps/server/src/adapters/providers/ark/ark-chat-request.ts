import type { TextMessage, TextRequest } from '../../../ports/text-provider.ts';
import { dataUrlOf } from '../wire/pictures.ts';
import { withSchemaInWords } from '../wire/told-in-words.ts';
import type { ArkSettings, ArkTextModel } from './ark-settings.ts';

/** The body of a chat, in the shape that OpenAI gave it, with what Ark has besides. */
export function chatBody(request: TextRequest, row: ArkTextModel, { settings, isStreamed }: { settings: ArkSettings; isStreamed: boolean }): Record<string, unknown> {
  const { temperature, topP, answerTokensMax, stop, thinking, schema, tools, toolChoice } = request;
  const isHeld = schema !== undefined && row.schema;
  return {
    model: row.endpoint ?? row.id, messages: (isHeld ? request.messages : withSchemaInWords(request)).map(messageOf),
    ...(temperature === undefined ? {} : { temperature }), ...(topP === undefined ? {} : { top_p: topP }),
    ...(answerTokensMax === undefined ? {} : { [settings.tokensField]: answerTokensMax }), ...(stop && stop.length > 0 ? { stop } : {}),
    ...(thinking === undefined || !row.thinks ? {} : { thinking: { type: thinking ? 'enabled' : 'disabled' } }),
    ...(isHeld ? { response_format: { type: 'json_schema', json_schema: { name: schema.name, schema: schema.schema, strict: settings.strictSchema } } } : {}),
    ...(tools && tools.length > 0 ? { tools: tools.map(toolOf), ...(toolChoice === undefined ? {} : { tool_choice: choiceOf(toolChoice) }) } : {}),
    ...(isStreamed ? { stream: true, stream_options: { include_usage: true } } : {}),
  };
}

function messageOf(message: TextMessage): object {
  switch (message.role) {
    case 'system': return { role: 'system', content: message.text };
    case 'user': return { role: 'user', content: contentOf(message) };
    case 'assistant': {
      const calls = (message.toolCalls ?? []).map(({ id, name, argumentsJson }) => ({ id, type: 'function', function: { name, arguments: argumentsJson } }));
      return { role: 'assistant', content: message.text, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
    }
    case 'tool': return { role: 'tool', tool_call_id: message.callId, content: message.text };
  }
}

function contentOf({ text, pictures = [] }: Extract<TextMessage, { role: 'user' }>): string | object[] {
  if (pictures.length === 0) return text;
  return [...(text === '' ? [] : [{ type: 'text', text }]), ...pictures.map((picture) => ({ type: 'image_url', image_url: { url: dataUrlOf(picture) } }))];
}

function toolOf({ name, description, schema }: NonNullable<TextRequest['tools']>[number]): object {
  return { type: 'function', function: { name, description, parameters: schema } };
}

function choiceOf(choice: NonNullable<TextRequest['toolChoice']>): string | object {
  return typeof choice === 'string' ? choice : { type: 'function', function: { name: choice.name } };
}
