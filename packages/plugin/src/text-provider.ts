import type { TextModel } from '@komawari/contract';
import type { Picture } from './image-provider.ts';
import type { ProviderCall } from './provider.ts';

export type ToolCall = { id: string; name: string; /** JSON as the model wrote it: to be parsed with care. */ argumentsJson: string };

export type TextMessage =
  | { role: 'system'; text: string }
  | { role: 'user'; text: string; pictures?: readonly Picture[] }
  | { role: 'assistant'; text: string; toolCalls?: readonly ToolCall[] }
  | { role: 'tool'; callId: string; name: string; text: string };

/** `schema` is JSON Schema of draft 2020-12. */
export type TextTool = { name: string; description: string; schema: Readonly<Record<string, unknown>> };

/** Already held against the model's capabilities. */
export type TextRequest = {
  model: TextModel;
  messages: readonly TextMessage[];
  temperature?: number;
  topP?: number;
  answerTokensMax?: number;
  seed?: number;
  stop?: readonly string[];
  thinking?: boolean;
  /** The answer is JSON of this schema, as far as the provider holds models to it: the caller parses and checks. */
  schema?: { name: string; schema: Readonly<Record<string, unknown>> };
  tools?: readonly TextTool[];
  toolChoice?: 'auto' | 'none' | 'required' | { name: string };
};

export type TextPiece = { kind: 'text' | 'thinking'; text: string };

export type TextUsage = { inputTokens: number; outputTokens: number };

export type TextAnswer = {
  text: string;
  thinking?: string;
  toolCalls: readonly ToolCall[];
  finish: 'stop' | 'length' | 'tools';
  usage?: TextUsage;
};

/** Asked for pieces, an adapter streams where the model does, and gives the whole as one piece where not. */
export type TextCall = ProviderCall & { onPiece?(piece: TextPiece): void };

export type TextProvider = {
  listModels(signal: AbortSignal): Promise<readonly TextModel[]>;
  /** Throws ProviderError; `empty` when there are neither words nor calls. A piece that was told stays told. */
  write(request: TextRequest, call: TextCall): Promise<TextAnswer>;
};
