import type { Fault } from './fault.ts';
import type { OllamaPrompt } from './ollama-request.ts';
import { sampleOf } from './ollama-schema.ts';

export type ToolCall = { function: { name: string; arguments: unknown } };

export type OllamaWriting = {
  thinking: readonly string[];
  /** As they are made, one by one. */
  tokens: readonly string[];
  toolCalls: readonly ToolCall[];
  doneReason: 'stop' | 'length';
  promptTokens: number;
};

/**
 * `echo: <what the user said>`, with the kinds of the pictures after it; JSON that fits when a format was sent; a call of the
 * first tool whose name the user says.
 */
export function writingOf(prompt: OllamaPrompt, fault: Fault | undefined, write?: (prompt: OllamaPrompt) => string): OllamaWriting {
  const promptTokens = prompt.texts.reduce((sum, part) => sum + tokensOf(part).length, prompt.pictures.length * 256);
  if (fault?.kind === 'empty') return { thinking: [], tokens: [], toolCalls: [], doneReason: 'stop', promptTokens };
  const thinking = prompt.isThinking ? tokensOf(`The user says: ${prompt.said}`) : [];
  const tool = prompt.tools.find(({ name }) => name !== '' && prompt.said.includes(name));
  if (tool) return { thinking, tokens: [], toolCalls: [{ function: { name: tool.name, arguments: sampleOf(tool.parameters, prompt.said) } }], doneReason: 'stop', promptTokens };
  const tokens = tokensOf(untilStop(write?.(prompt) ?? wordsFor(prompt), prompt.stops));
  return { thinking, tokens: tokens.slice(0, prompt.limit), toolCalls: [], doneReason: tokens.length > prompt.limit ? 'length' : 'stop', promptTokens };
}

function wordsFor({ said, pictures, format }: OllamaPrompt): string {
  const words = `echo: ${said}${pictures.length > 0 ? ` [${pictures.join(', ')}]` : ''}`;
  if (format === undefined) return words;
  return JSON.stringify(format === 'json' ? { echo: words } : sampleOf(format, words));
}

/** Words with the space before them; signs and characters one by one. */
function tokensOf(text: string): string[] {
  return text.match(/\s*(?:[A-Za-z0-9]+|\S)|\s+$/gu) ?? [];
}

function untilStop(text: string, stops: readonly string[]): string {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
}
