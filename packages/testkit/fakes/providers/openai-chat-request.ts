/** What a chat completion asks for, checked as the original checks it. Everything here throws OpenaiRefusal. */
import { invalid, missing } from './openai-errors.ts';
import { choiceField, flagField, isObject, neededText, numberField, onlyKnown, textField, wholeField, wrongType, type Body } from './openai-fields.ts';
import { readMessages, type ChatMessages } from './openai-messages.ts';
import { modelFor, type ChatRules, type OpenaiCatalogue } from './openai-models.ts';
import type { OpenaiLimits, OpenaiShelf } from './openai-references.ts';
import { checkStrict, readJsonSchema } from './openai-strict-schema.ts';

export type ChatTool = { name: string; parameters: Body };
export type ChatRequest = ChatMessages & {
  model: string;
  n: number;
  /** Infinity where none was set. */
  maxTokens: number;
  isStream: boolean;
  wantsUsage: boolean;
  /** Of the JSON that the answer must be: `{}` for any object. */
  schema?: Body;
  /** The tool to call now, if any. */
  calls?: ChatTool;
};

const KNOWN = [
  'model', 'messages', 'n', 'stream', 'stream_options', 'max_tokens', 'max_completion_tokens', 'temperature', 'top_p', 'stop', 'presence_penalty', 'frequency_penalty', 'logit_bias', 'logprobs',
  'top_logprobs', 'user', 'safety_identifier', 'prompt_cache_key', 'seed', 'response_format', 'tools', 'tool_choice', 'parallel_tool_calls', 'reasoning_effort', 'verbosity', 'service_tier', 'store', 'metadata',
];
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

export async function readChat(body: Body, { catalogue, shelf, limits }: { catalogue: OpenaiCatalogue; shelf: OpenaiShelf; limits: OpenaiLimits }): Promise<ChatRequest> {
  const isLenient = catalogue.isPlain;
  const model = textField(body, 'model');
  if (!model) throw invalid('you must provide a model parameter', null, null);
  const { chat: rules } = modelFor('chat', model, catalogue);
  if (!rules) throw new Error('a chat model without rules');
  if (!isLenient) onlyKnown(body, KNOWN);
  const messages = await readMessages(body, { rules, shelf, limits });
  const isStream = flagField(body, 'stream');
  if (body['stream_options'] !== undefined && !isStream) throw invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options', null);
  numberField(body, 'temperature', [0, 2]);
  numberField(body, 'top_p', [0, 1]);
  return {
    ...messages, model, isStream,
    n: wholeField(body, 'n', [1, 128]) ?? 1,
    maxTokens: readMaxTokens(body, rules),
    wantsUsage: isObject(body['stream_options']) && flagField(body['stream_options'], 'include_usage'),
    schema: readFormat(body, messages.everything, isLenient),
    calls: toolToCall(body, messages.lastUserText, messages.isAfterTool),
  };
}

function readMaxTokens(body: Body, rules: ChatRules): number {
  const [older, newer] = [wholeField(body, 'max_tokens', [1, 1_000_000]), wholeField(body, 'max_completion_tokens', [1, 1_000_000])];
  if (rules.isReasoning && older !== undefined) throw invalid("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 'max_tokens', 'unsupported_parameter');
  const temperature = body['temperature'];
  if (rules.isReasoning && typeof temperature === 'number' && temperature !== 1) throw invalid(`Unsupported value: 'temperature' does not support ${temperature} with this model. Only the default (1) value is supported.`, 'temperature', 'unsupported_value');
  if (older !== undefined && newer !== undefined) throw invalid("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.", 'max_tokens', 'invalid_parameter_combination');
  return newer ?? older ?? Infinity;
}

function readFormat(body: Body, everything: string, isLenient: boolean): Body | undefined {
  const format = body['response_format'];
  if (format === undefined || format === null) return undefined;
  if (!isObject(format)) throw wrongType('response_format', 'an object', format);
  const type = neededText(format, 'type');
  if (type === 'text') return undefined;
  if (type === 'json_schema') return readJsonSchema(format, isLenient);
  if (type !== 'json_object') throw invalid(`Invalid value: '${type}'. Supported values are: 'json_object', 'json_schema', and 'text'.`, 'response_format.type');
  if (!isLenient && !/json/i.test(everything)) throw invalid("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", 'messages', null);
  return {};
}

/** Calls where it must, and of its own will where the user names a tool; after a tool has answered, only where it must. */
function toolToCall(body: Body, lastUserText: string, isAfterTool: boolean): ChatTool | undefined {
  const tools = readTools(body['tools']);
  const choice = body['tool_choice'];
  if (choice !== undefined && tools.length === 0) throw invalid("Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.", 'tool_choice', null);
  if (isObject(choice)) {
    const name = isObject(choice['function']) ? choice['function']['name'] : undefined;
    const named = tools.find((tool) => tool.name === name);
    if (!named) throw invalid(`Tool choice '${String(name)}' not found in 'tools' parameter.`, 'tool_choice', null);
    return named;
  }
  const will = choiceField(body, 'tool_choice', ['none', 'auto', 'required']) ?? 'auto';
  if (will === 'required') return tools[0];
  return will === 'none' || isAfterTool ? undefined : tools.find((tool) => lastUserText.includes(tool.name));
}

function readTools(tools: unknown): ChatTool[] {
  if (tools === undefined || tools === null) return [];
  if (!Array.isArray(tools)) throw wrongType('tools', 'an array of objects', tools);
  if (tools.length === 0) throw invalid("Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array instead.", 'tools', 'empty_array');
  return tools.map((tool: unknown, at) => readTool(tool, `tools[${at}]`));
}

function readTool(tool: unknown, param: string): ChatTool {
  if (!isObject(tool)) throw wrongType(param, 'an object', tool);
  if (tool['type'] === undefined) throw missing(`${param}.type`);
  if (tool['type'] !== 'function') throw invalid(`Invalid value: '${String(tool['type'])}'. Supported values are: 'function'.`, `${param}.type`);
  const told = tool['function'];
  if (!isObject(told)) throw missing(`${param}.function`);
  const name = told['name'];
  if (typeof name !== 'string') throw missing(`${param}.function.name`);
  if (!TOOL_NAME.test(name)) throw invalid(`Invalid '${param}.function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`, `${param}.function.name`);
  const parameters = isObject(told['parameters']) ? told['parameters'] : { type: 'object', properties: {}, required: [], additionalProperties: false };
  if (flagField(told, 'strict')) checkStrict(parameters, name, `${param}.function.parameters`);
  return { name, parameters };
}
