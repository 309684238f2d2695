import { invalid, missing } from './openai-errors.ts';
import { choiceField, isObject, textField, wrongType, type Body } from './openai-fields.ts';
import type { ChatRules } from './openai-models.ts';
import { lookAt, pictureAt, tooLarge, type OpenaiLimits, type OpenaiShelf } from './openai-references.ts';

export type ChatMessages = {
  lastUserText: string;
  /** The text of all messages. */
  everything: string;
  pictures: Buffer[];
  /** What the tools have answered since the last word of the user, if the last message is one of theirs. */
  toolTexts: string[];
  isAfterTool: boolean;
};

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'];
const PICTURES = ['png', 'jpeg', 'webp', 'gif'];

export type PictureRules = { rules: ChatRules; shelf: OpenaiShelf; limits: OpenaiLimits };

/** Throws OpenaiRefusal. */
export async function readMessages(body: Body, eyes: PictureRules): Promise<ChatMessages> {
  const list = body['messages'];
  if (list === undefined) throw missing('messages');
  if (!Array.isArray(list)) throw wrongType('messages', 'an array of objects', list);
  if (list.length === 0) throw invalid("Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", 'messages', 'empty_array');
  const texts: { role: string; text: string }[] = [];
  const pictures: Buffer[] = [];
  let owed: string[] = [];
  for (const [at, message] of list.entries()) {
    const param = `messages[${at}]`;
    if (!isObject(message)) throw wrongType(param, 'an object', message);
    const role = choiceField(message, 'role', ROLES);
    if (role === undefined) throw missing(`${param}.role`);
    owed = settle(message, role, owed, param);
    const text = await readContent(message, role, param, pictures, eyes);
    texts.push({ role, text });
  }
  if (owed.length > 0) throw unanswered(owed);
  if (pictures.length > eyes.limits.chatPictures) throw invalid(`Too many images in request. Max is ${eyes.limits.chatPictures}.`, 'messages', 'too_many_images');
  const users = texts.filter(({ role }) => role === 'user');
  const isAfterTool = texts.at(-1)?.role === 'tool';
  const sinceUser = texts.slice(texts.findLastIndex(({ role }) => role === 'user') + 1);
  return {
    lastUserText: users.at(-1)?.text ?? '', everything: texts.map(({ text }) => text).join('\n'), pictures, isAfterTool,
    toolTexts: isAfterTool ? sinceUser.filter(({ role }) => role === 'tool').map(({ text }) => text) : [],
  };
}

/** The calls of tools that still want their answer after this message. */
function settle(message: Body, role: string, owed: string[], param: string): string[] {
  if (role === 'tool') {
    const id = textField(message, 'tool_call_id');
    if (id === undefined) throw missing(`${param}.tool_call_id`);
    if (!owed.includes(id)) throw invalid("Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.", `${param}.role`, null);
    return owed.filter((one) => one !== id);
  }
  if (owed.length > 0) throw unanswered(owed);
  const calls = role === 'assistant' ? message['tool_calls'] : undefined;
  return Array.isArray(calls) ? calls.map((call: unknown) => (isObject(call) ? String(call['id']) : '')) : [];
}

function unanswered(ids: string[]) {
  return invalid(`An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${ids.join(', ')}`, 'messages', null);
}

async function readContent(message: Body, role: string, param: string, pictures: Buffer[], eyes: PictureRules): Promise<string> {
  const content = message['content'];
  if (typeof content === 'string') return content;
  if (content === null || content === undefined) {
    if (role === 'assistant' && (message['tool_calls'] !== undefined || message['refusal'] !== undefined)) return '';
    throw invalid(`Invalid value for 'content': expected a string, got null.`, `${param}.content`, null);
  }
  if (!Array.isArray(content)) throw wrongType(`${param}.content`, 'one of a string or array of objects', content);
  const texts: string[] = [];
  for (const [at, part] of content.entries()) {
    const where = `${param}.content[${at}]`;
    if (!isObject(part)) throw wrongType(where, 'an object', part);
    if (part['type'] === 'text') texts.push(textField(part, 'text') ?? '');
    else if (part['type'] === 'image_url' && role === 'user') pictures.push(await readPicture(part, where, eyes));
    else throw invalid(`Invalid value: '${String(part['type'])}'. Supported values are: ${role === 'user' ? "'text' and 'image_url'" : "'text'"}.`, `${where}.type`);
  }
  return texts.join('\n');
}

async function readPicture(part: Body, where: string, { rules, shelf, limits }: PictureRules): Promise<Buffer> {
  const told = part['image_url'];
  if (!isObject(told)) throw wrongType(`${where}.image_url`, 'an object', told);
  const address = textField(told, 'url');
  if (!address) throw missing(`${where}.image_url.url`);
  choiceField(told, 'detail', ['auto', 'low', 'high']);
  if (!rules.hasVision) throw invalid('Invalid content type. image_url is only supported by certain models.', where, null);
  const bytes = pictureAt(address, `${where}.image_url.url`, shelf);
  if (bytes.length > limits.chatPictureBytes) throw tooLarge(where, limits.chatPictureBytes);
  const seen = await lookAt(bytes);
  if (!seen || !PICTURES.includes(seen.format)) throw invalid(`You uploaded an unsupported image. Please make sure your image has of one the following formats: ${PICTURES.map((type) => `'${type}'`).join(', ')}.`, where, 'invalid_image_format');
  return bytes;
}
