/** What a provider cannot be told by a field, told in words. */
import type { TextMessage, TextRequest, TextTool } from '../../../ports/text-provider.ts';

/** The messages with the schema of the answer at the end of what the system says: no model is held to a schema that it has not read. */
export function withSchemaInWords({ messages, schema }: Pick<TextRequest, 'messages' | 'schema'>): readonly TextMessage[] {
  if (!schema) return messages;
  return withSystem(messages, `Answer with nothing but JSON that fits this JSON Schema, without a code fence around it:\n${JSON.stringify(schema.schema)}`);
}

/** The tools that may be called, and the messages with what is said of them: for servers that know no choice. */
export function withToolChoice({ tools = [], toolChoice = 'auto' }: Pick<TextRequest, 'tools' | 'toolChoice'>, messages: readonly TextMessage[]): { tools: readonly TextTool[]; messages: readonly TextMessage[] } {
  if (toolChoice === 'none' || tools.length === 0) return { tools: [], messages };
  if (toolChoice === 'auto') return { tools, messages };
  const offered = toolChoice === 'required' ? tools : tools.filter(({ name }) => name === toolChoice.name);
  return { tools: offered, messages: withSystem(messages, 'Answer by calling one of the tools, with nothing beside the call.') };
}

function withSystem(messages: readonly TextMessage[], words: string): TextMessage[] {
  const [first, ...rest] = messages;
  if (first?.role === 'system') return [{ role: 'system', text: `${first.text}\n\n${words}` }, ...rest];
  return [{ role: 'system', text: words }, ...messages];
}
