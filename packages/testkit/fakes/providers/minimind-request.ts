import type { Asked } from './fake-provider.ts';

export type MinimindRequest = {
  messages: readonly { role?: string; content?: unknown }[];
  temperature: number;
  maxTokens: number;
  isStream: boolean;
  tools: readonly { function?: { name?: string; parameters?: { properties?: Record<string, unknown> } } }[];
  isThinking: boolean;
};

type Problem = { type: string; loc: (string | number)[]; msg: string; input: unknown };

/** A body that cannot be read: answered with 422. */
export class MinimindBadBody extends Error {
  readonly detail: readonly Problem[];

  constructor(detail: readonly Problem[]) {
    super('the body cannot be read');
    this.detail = detail;
  }
}

/** Known fields are checked, all others are dropped. Texts that read as the type that is meant pass, as they do there. */
export function minimindRequest(asked: Asked): MinimindRequest {
  const body = objectIn(asked);
  const problems: Problem[] = [];
  const read = <Value>(name: string, type: string, usual: Value | undefined, parse: (value: unknown) => Value | undefined): Value => {
    const value = body[name];
    const parsed = value === undefined ? usual : parse(value);
    if (parsed === undefined) problems.push(value === undefined ? { type: 'missing', loc: ['body', name], msg: 'Field required', input: body } : { type, loc: ['body', name], msg: `Input should be a valid ${type.split('_')[0]}`, input: value });
    return parsed as Value;
  };
  read('model', 'string_type', undefined, (value) => (typeof value === 'string' ? value : undefined));
  const messages = read<MinimindRequest['messages']>('messages', 'list_type', undefined, listOf);
  const temperature = read('temperature', 'float_parsing', 0.7, numberOf);
  read('top_p', 'float_parsing', 0.92, numberOf);
  const maxTokens = read('max_tokens', 'int_parsing', 8192, (value) => (Number.isInteger(numberOf(value)) ? numberOf(value) : undefined));
  const isStream = read('stream', 'bool_parsing', true, booleanOf);
  const tools = read<MinimindRequest['tools']>('tools', 'list_type', [], listOf);
  const isOpen = read('open_thinking', 'bool_parsing', false, booleanOf);
  const kwargs = read<Record<string, unknown>>('chat_template_kwargs', 'dict_type', {}, (value) => (isObject(value) || value === null ? { ...value } : undefined));
  if (problems.length > 0) throw new MinimindBadBody(problems);
  return { messages, temperature, maxTokens, isStream, tools, isThinking: isOpen || kwargs['open_thinking'] === true || kwargs['enable_thinking'] === true };
}

function objectIn(asked: Asked): Record<string, unknown> {
  if (asked.body.length === 0) throw new MinimindBadBody([{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }]);
  let body: unknown;
  try {
    body = asked.json<unknown>();
  } catch {
    throw new MinimindBadBody([{ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {} }]);
  }
  if (!isObject(body)) throw new MinimindBadBody([{ type: 'model_attributes_type', loc: ['body'], msg: 'Input should be a valid dictionary or object to extract fields from', input: body }]);
  return body;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf<Item>(value: unknown): Item[] | undefined {
  return Array.isArray(value) ? (value as Item[]) : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === 'true') return true;
  return value === false || value === 0 || value === 'false' ? false : undefined;
}
