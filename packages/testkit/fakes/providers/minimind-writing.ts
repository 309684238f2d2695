import type { MinimindRequest } from './minimind-request.ts';

type ToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } };

export type MinimindWriting = {
  thinking: readonly string[];
  /** A call of a tool is in them as raw text. */
  tokens: readonly string[];
  /** The same without the raw text. */
  content: string;
  toolCalls: readonly ToolCall[];
};

/** What the model chokes on. */
export class MinimindFailure extends Error {}

/** `echo: <what the user said>`, and a call of the first tool whose name the user says. */
export function minimindWriting(request: MinimindRequest, { zeroTemperature, write }: { zeroTemperature: 'fails' | 'accepted'; write?: (said: string) => string }): MinimindWriting {
  const { messages, temperature, maxTokens, tools, isThinking } = request;
  if (temperature < 0 || (temperature === 0 && zeroTemperature === 'fails')) throw new MinimindFailure('probability tensor contains either `inf`, `nan` or element < 0');
  if (messages.some((message) => typeof message?.content !== 'string')) throw new MinimindFailure('can only concatenate str (not "list") to str');
  const said = String(messages.findLast(({ role }) => role === 'user')?.content ?? '');
  const thinking = isThinking ? tokensOf(`The user says: ${said}`) : [];
  const tool = tools.find((one) => one?.function?.name && said.includes(one.function.name))?.function;
  const content = write?.(said) ?? `echo: ${said}`;
  if (!tool) {
    const tokens = tokensOf(content).slice(0, maxTokens);
    return { thinking, tokens, content: tokens.join(''), toolCalls: [] };
  }
  const given = Object.fromEntries(Object.keys(tool.parameters?.properties ?? {}).map((name) => [name, said]));
  const raw = `${content}<tool_call>\n${JSON.stringify({ name: tool.name, arguments: given })}\n</tool_call>`;
  return { thinking, tokens: tokensOf(raw), content, toolCalls: [{ id: 'call_1760000000_0', type: 'function', function: { name: tool.name ?? '', arguments: JSON.stringify(given) } }] };
}

/** A stream's events: no id, no object, no index, no role, nothing after the last. */
export function* minimindEvents({ thinking, tokens, toolCalls }: MinimindWriting): Generator<string> {
  for (const reasoning of thinking) yield event({ delta: { reasoning_content: reasoning } });
  for (const content of tokens) yield event({ delta: { content } });
  if (toolCalls.length > 0) yield event({ delta: { tool_calls: toolCalls } });
  yield event({ delta: {}, finish_reason: finishOf(toolCalls) });
}

/** Without `usage`. */
export function minimindWhole({ thinking, content, toolCalls }: MinimindWriting): object {
  const message = { role: 'assistant', content, ...(thinking.length > 0 ? { reasoning_content: thinking.join('') } : {}), ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}) };
  return { id: 'chatcmpl-1760000000', object: 'chat.completion', created: 1_760_000_000, model: 'minimind', choices: [{ index: 0, message, finish_reason: finishOf(toolCalls) }] };
}

/** An answer that was cut by `max_tokens` says `stop` too. */
function finishOf(toolCalls: readonly ToolCall[]): 'stop' | 'tool_calls' {
  return toolCalls.length > 0 ? 'tool_calls' : 'stop';
}

function event(choice: object): string {
  return `data: ${JSON.stringify({ choices: [choice] })}\n\n`;
}

function tokensOf(text: string): string[] {
  return text.match(/\s*(?:[A-Za-z0-9]+|\S)|\s+$/gu) ?? [];
}
