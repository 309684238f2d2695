import { ArkRefusal } from './ark-errors.ts';
import type { Fields } from './ark-fields.ts';
import { arkFields } from './ark-image-request.ts';
import { findArkModel, type ArkAccess, type ArkChatModel } from './ark-models.ts';
import { lookAt } from './ark-references.ts';

/** What was said, for the answer and its count of tokens. */
export type ChatOrder = {
  modelId: string;
  /** The text of the last message of the user. */
  lastWords: string;
  allWords: string;
  pictures: number;
  /** How the answer must be: words, any object, or what fits a schema. */
  form: { type: 'text' } | { type: 'json_object' } | { type: 'json_schema'; schema: unknown };
  isThinking: boolean;
  maxTokens: number;
  stops: string[];
  isStream: boolean;
  includesUsage: boolean;
  usageInChunks: boolean;
};

export type ChatRules = { models: Record<string, ArkChatModel>; access: ArkAccess; maxReferenceBytes: number };

type Message = { role: string; words: string; pictures: number };

/** Reads a request for words. Fields that are only OpenAI's are passed over. */
export async function readChatOrder(body: unknown, { models, access, maxReferenceBytes }: ChatRules): Promise<ChatOrder> {
  const fields = arkFields(body);
  const { id, model } = findArkModel(fields.needText('model'), models, access);
  if (fields.has('tools')) throw new Error('this stand-in calls no tools');
  const raw = fields.need('messages');
  if (!Array.isArray(raw) || raw.length === 0) throw fields.wrong('messages', 'must be an array with a message');
  const messages: Message[] = [];
  for (const [at, one] of raw.entries()) messages.push(await readMessage({ one, name: `messages[${at}]`, model, maxBytes: maxReferenceBytes, fields }));
  fields.number('temperature', { min: 0, max: 2 });
  fields.number('top_p', { min: 0, max: 1 });
  const tokens = { min: 1, max: 1_000_000, isWhole: true };
  const [older, newer] = [fields.number('max_tokens', tokens), fields.number('max_completion_tokens', tokens)];
  const stream = fields.part('stream_options');
  fields.text('service_tier');
  return {
    modelId: id, lastWords: messages.findLast(({ role }) => role === 'user')?.words ?? '', allWords: messages.map(({ words }) => words).join(''),
    pictures: messages.reduce((sum, message) => sum + message.pictures, 0), form: readForm(fields, model), isThinking: readThinking(fields, model), maxTokens: newer ?? older ?? Infinity,
    stops: readStops(fields), isStream: fields.flag('stream') ?? false, includesUsage: stream?.flag('include_usage') ?? false, usageInChunks: stream?.flag('chunk_include_usage') ?? false,
  };
}

async function readMessage({ one, name, model, maxBytes, fields }: { one: unknown; name: string; model: ArkChatModel; maxBytes: number; fields: Fields }): Promise<Message> {
  const message = arkFields(one);
  if (message.oneOf('role', ['system', 'user', 'assistant', 'tool']) === undefined) throw new ArkRefusal({ code: 'MissingParameter', param: `${name}.role` });
  const role = message.needText('role');
  const content = message.raw('content');
  if (typeof content === 'string') return { role, words: content, pictures: 0 };
  if (!Array.isArray(content)) throw fields.wrong(`${name}.content`, 'must be a string or an array');
  let [words, pictures] = ['', 0];
  for (const raw of content) {
    const part = arkFields(raw);
    const type = part.oneOf('type', ['text', 'image_url']);
    if (type === 'text') words += part.needText('text');
    else if (type === undefined || !model.takesPictures) throw fields.wrong(`${name}.content`, type ? 'may not hold pictures for this model' : 'holds a part without a type');
    else {
      const image = part.part('image_url');
      if (!image) throw new ArkRefusal({ code: 'MissingParameter', param: `${name}.content.image_url` });
      image.oneOf('detail', ['auto', 'low', 'high']);
      await lookAt(image.need('url'), { formats: ['jpeg', 'png', 'webp', 'gif', 'bmp', 'tiff', 'heic'], maxBytes, maxPixels: 36_000_000, allowsData: true }).catch((error: Error) => { throw fields.wrong(`${name}.content.image_url`, error.message); });
      pictures += 1;
    }
  }
  return { role, words, pictures };
}

function readForm(fields: Fields, model: ArkChatModel): ChatOrder['form'] {
  const format = fields.part('response_format');
  const type = format?.oneOf('type', ['text', 'json_object', 'json_schema']) ?? 'text';
  if (type !== 'json_schema') return { type };
  if (!model.hasJsonSchema) throw fields.wrong('response_format.type', 'cannot be json_schema for this model');
  const schema = format?.part('json_schema');
  if (!schema) throw new ArkRefusal({ code: 'MissingParameter', message: 'The parameter `response_format.json_schema` is required.', param: 'response_format.json_schema' });
  schema.needText('name');
  schema.flag('strict');
  return { type, schema: schema.need('schema') };
}

function readThinking(fields: Fields, model: ArkChatModel): boolean {
  const thinking = fields.part('thinking');
  if (thinking) thinking.need('type');
  const type = thinking?.oneOf('type', ['enabled', 'disabled', 'auto']) ?? model.thinking;
  const effort = fields.oneOf('reasoning_effort', ['minimal', 'low', 'medium', 'high']);
  return effort !== 'minimal' && type !== 'disabled';
}

function readStops(fields: Fields): string[] {
  const raw = fields.raw('stop') ?? [];
  const stops: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (!stops.every((stop) => typeof stop === 'string')) throw fields.wrong('stop', 'must be a string or strings');
  return stops;
}
