/** From a request in OpenAI's words to one in ours. */
import type { TextModel } from '@komawari/contract';
import { textProblems, type SeenPicture, type TextAsk, type TextProblem } from '../text/text-ask.ts';
import type { ChatMessage, ChatRequest } from './chat-request.ts';
import { invalid } from './openai-refusal.ts';

const PICTURES_MAX = 20;
const NOT_THOUGHT = ['none', 'minimal'];

/** `see` makes a picture of what stands under `url`; `place` is where, for its errors. Throws OpenaiRefusal. */
export async function chatAsk(request: ChatRequest, see: (url: string, place: string) => Promise<SeenPicture>): Promise<TextAsk> {
  const { temperature, top_p: topP, seed, stop, reasoning_effort: effort, tool_choice: choice } = request;
  const answerTokensMax = request.max_completion_tokens ?? request.max_tokens;
  const tools = request.tools?.map(({ function: { name, description = '', parameters = { type: 'object', properties: {} } } }) => ({ name, description, schema: parameters }));
  checkTools(request);
  const held = schemaOf(request);
  return {
    messages: await messagesOf(request.messages, see),
    ...given({ temperature, topP, seed, answerTokensMax, stop: stop?.length ? stop : undefined, tools: tools?.length ? tools : undefined, thinking: effort === undefined ? undefined : !NOT_THOUGHT.includes(effort) }),
    ...(held ? { schema: held } : {}), ...(choice === undefined || !tools?.length ? {} : { toolChoice: typeof choice === 'string' ? choice : { name: choice.function.name } }),
  };
}

type Plain = Pick<TextAsk, 'temperature' | 'topP' | 'seed' | 'answerTokensMax' | 'stop' | 'tools' | 'thinking'>;

function given(fields: { [Name in keyof Plain]: Plain[Name] | undefined }): Plain {
  // What is left is what was given.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Plain;
}

function schemaOf({ response_format: format }: ChatRequest): TextAsk['schema'] {
  if (format?.type === 'json_object') return { name: 'answer', schema: { type: 'object' } };
  return format?.type === 'json_schema' ? { name: format.json_schema.name, schema: format.json_schema.schema } : undefined;
}

function checkTools({ tools = [], tool_choice: choice, parallel_tool_calls: parallel }: ChatRequest): void {
  const names = tools.map((tool) => tool.function.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw invalid('tools', `Two tools are called ${twice}.`);
  if (typeof choice === 'object' && !names.includes(choice.function.name)) throw invalid('tool_choice', `There is no tool ${choice.function.name}.`);
  if (choice === 'required' && names.length === 0) throw invalid('tool_choice', 'A tool must be called, and there is none.');
  if (parallel !== undefined && names.length === 0) throw invalid('parallel_tool_calls', 'It goes with tools alone.');
}

async function messagesOf(messages: readonly ChatMessage[], see: (url: string, place: string) => Promise<SeenPicture>): Promise<TextAsk['messages']> {
  const toolNames = new Map<string, string>();
  let pictures = 0;
  const asked: TextAsk['messages'][number][] = [];
  for (const [at, message] of messages.entries()) {
    switch (message.role) {
      case 'system': case 'developer':
        asked.push({ role: 'system', text: message.content });
        break;
      case 'assistant': {
        const toolCalls = (message.tool_calls ?? []).map((call) => ({ id: call.id, name: call.function.name, argumentsJson: call.function.arguments }));
        for (const { id, name } of toolCalls) toolNames.set(id, name);
        asked.push({ role: 'assistant', text: message.content ?? message.refusal ?? '', ...(toolCalls.length > 0 ? { toolCalls } : {}) });
        break;
      }
      case 'tool': {
        const name = toolNames.get(message.tool_call_id);
        if (name === undefined) throw invalid(`messages[${at}].tool_call_id`, 'No message before it calls a tool under this id.');
        asked.push({ role: 'tool', callId: message.tool_call_id, name, text: message.content });
        break;
      }
      case 'user': {
        if (typeof message.content === 'string') { asked.push({ role: 'user', text: message.content }); break; }
        const seen: SeenPicture[] = [];
        for (const [part, content] of message.content.entries()) {
          if (content.type !== 'image_url') continue;
          if ((pictures += 1) > PICTURES_MAX) throw invalid(`messages[${at}].content[${part}]`, `${PICTURES_MAX} pictures at most.`);
          seen.push(await see(content.image_url.url, `messages[${at}].content[${part}].image_url.url`));
        }
        asked.push({ role: 'user', text: message.content.flatMap((content) => (content.type === 'text' ? [content.text] : [])).join('\n'), ...(seen.length > 0 ? { pictures: seen } : {}) });
      }
    }
  }
  return asked;
}

const PARAMS: Readonly<Record<TextProblem['field'], (request: ChatRequest) => string>> = {
  messages: () => 'messages', tools: () => 'tools', seed: () => 'seed', thinking: () => 'reasoning_effort',
  answerTokensMax: (request) => (request.max_completion_tokens === undefined ? 'max_tokens' : 'max_completion_tokens'),
};

/** Throws OpenaiRefusal with the field that the model cannot do. */
export function mustFit(request: ChatRequest, ask: TextAsk, model: TextModel): void {
  const [problem] = textProblems(ask, model);
  if (problem) throw invalid(PARAMS[problem.field](request), `The model ${model.id} cannot do that: ${problem.says}.`, 'unsupported_value');
}
