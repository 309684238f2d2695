import type { TextMessage, TextRequest, TextTool } from '../../../ports/text-provider.ts';
import { withSchemaInWords, withToolChoice } from '../wire/told-in-words.ts';
import type { MinimindSettings } from './minimind-settings.ts';

/** Always a stream: a request without one holds up the whole server. Seed, stops and formats would be dropped, and are not sent. */
export function chatBody(request: TextRequest, settings: MinimindSettings): Record<string, unknown> {
  const { tools, messages } = withToolChoice(request, withSchemaInWords(request));
  return {
    model: settings.model, messages: messages.map(messageOf), stream: true,
    max_tokens: Math.min(request.answerTokensMax ?? Infinity, settings.answerTokensMax),
    ...(request.temperature === undefined ? {} : { temperature: Math.max(settings.temperatureMin, request.temperature) }),
    ...(request.topP === undefined ? {} : { top_p: request.topP }),
    ...(tools.length > 0 ? { tools: tools.map(toolOf) } : {}),
    ...(request.thinking ? { open_thinking: true } : {}),
  };
}

/** Content is always text, an empty one too: anything else makes it fail. */
function messageOf(message: TextMessage): Record<string, unknown> {
  const { role, text: content } = message;
  if (role === 'tool') return { role, content, name: message.name, tool_call_id: message.callId };
  if (role !== 'assistant' || !message.toolCalls?.length) return { role, content };
  return { role, content, tool_calls: message.toolCalls.map(({ id, name, argumentsJson }) => ({ id, type: 'function', function: { name, arguments: argumentsJson } })) };
}

function toolOf({ name, description, schema }: TextTool): Record<string, unknown> {
  return { type: 'function', function: { name, description, parameters: schema } };
}
