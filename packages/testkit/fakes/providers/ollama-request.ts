import type { Asked } from './fake-provider.ts';
import type { OllamaHost } from './ollama-host.ts';
import type { OllamaCapability, OllamaModel } from './ollama-models.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import type { JsonSchema } from './ollama-schema.ts';

export type Json = Record<string, unknown>;
type Tool = { name: string; parameters: JsonSchema };

/** What the stand-in was asked to write, checked. */
export type OllamaPrompt = {
  model: OllamaModel;
  /** As it was asked for; answers repeat it. */
  askedName: string;
  /** The last words of the user. */
  said: string;
  /** All that was said. */
  texts: readonly string[];
  /** What kind of picture each is. */
  pictures: readonly string[];
  format: 'json' | JsonSchema | undefined;
  isThinking: boolean;
  tools: readonly Tool[];
  /** Tokens. */
  limit: number;
  stops: readonly string[];
  contextLength: number | undefined;
  keepMs: number;
  isStream: boolean;
  /** Nothing was said: the model is loaded, or unloaded, and no more. */
  isBare: boolean;
};

export type PromptRules = { thinksByDefault: boolean; cloudFormat: 'ignored' | 'refused'; keepMs: number };

const NUMBERS = { temperature: 'float32', top_p: 'float32', min_p: 'float32', repeat_penalty: 'float32', presence_penalty: 'float32', frequency_penalty: 'float32', seed: 'integer', num_ctx: 'integer', num_predict: 'integer', num_keep: 'integer', top_k: 'integer' };
const UNITS_MS: Record<string, number> = { ns: 1e-6, us: 1e-3, 'µs': 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export function bodyOf(asked: Asked): Json {
  if (asked.body.length === 0) throw new OllamaRefusal(400, 'missing request body');
  let body: unknown;
  try {
    body = asked.json<unknown>();
  } catch (error) {
    throw new OllamaRefusal(400, `invalid character in request body: ${String(error)}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new OllamaRefusal(400, 'json: cannot unmarshal value into Go value of type object');
  return body as Json;
}

/** The name that a body carries; `name` is the older word for it. */
export function nameIn(body: Json): string {
  const name = text(body, 'model') || text(body, 'name');
  if (name === '') throw new OllamaRefusal(400, 'model is required');
  return name;
}

export function promptOf(body: Json, kind: 'chat' | 'generate', host: OllamaHost, rules: PromptRules): OllamaPrompt {
  const askedName = text(body, 'model');
  if (askedName === '') throw new OllamaRefusal(400, 'model is required');
  const { texts, said, pictures64, isBare } = kind === 'chat' ? chatIn(body) : generateIn(body);
  const pictures = pictures64.map(pictureKind);
  const options = optionsIn(body);
  const keepMs = body['keep_alive'] === undefined ? rules.keepMs : keepAliveMs(body['keep_alive']);
  const model = host.get(askedName);
  const isThinking = thinkingIn(body['think']) ?? (rules.thinksByDefault && model.capabilities.includes('thinking'));
  const tools = toolsIn(body['tools']);
  if (model.capabilities.includes('image')) throw new OllamaRefusal(400, `${JSON.stringify(askedName)} is an image generation model, which is no longer supported`);
  need(model, 'completion', kind, true);
  need(model, 'vision', 'vision', pictures.length > 0);
  need(model, 'tools', 'tools', tools.length > 0);
  need(model, 'thinking', 'thinking', isThinking);
  need(model, 'insert', 'insert', text(body, 'suffix') !== '');
  const format = formatIn(body['format']);
  if (format && model.isCloud && rules.cloudFormat === 'refused') throw new OllamaRefusal(400, `${JSON.stringify(askedName)} does not support format`);
  return {
    model, askedName, said, texts, pictures, isThinking, tools, keepMs, isBare, format: model.isCloud ? undefined : format,
    limit: options.limit, stops: options.stops, contextLength: options.contextLength, isStream: body['stream'] !== false,
  };
}

/** A span as Go writes it, or seconds; negative is for ever. In milliseconds. */
function keepAliveMs(value: unknown): number {
  if (typeof value === 'number') return value < 0 ? Infinity : value * 1000;
  if (typeof value !== 'string') throw new OllamaRefusal(400, 'invalid keep_alive');
  if (/^[+-]?0$/.test(value)) return 0;
  if (/^[+-]?\d+$/.test(value)) throw new OllamaRefusal(400, `time: missing unit in duration ${JSON.stringify(value)}`);
  if (!/^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(value)) throw new OllamaRefusal(400, `time: invalid duration ${JSON.stringify(value)}`);
  if (value.startsWith('-')) return Infinity;
  return [...value.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit ?? ''] ?? 0), 0);
}

function need({ capabilities, name }: OllamaModel, capability: OllamaCapability, word: string, isUsed: boolean): void {
  if (isUsed && !capabilities.includes(capability)) throw new OllamaRefusal(400, `${JSON.stringify(name)} does not support ${word}`);
}

function chatIn(body: Json) {
  const messages = list(body, 'messages').map((message) => ({ role: text(message, 'role'), content: text(message, 'content'), images: images(message) }));
  const said = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return { texts: messages.map(({ content }) => content), said, pictures64: messages.flatMap((message) => message.images), isBare: messages.length === 0 };
}

function generateIn(body: Json) {
  const said = text(body, 'prompt');
  return { texts: [text(body, 'system'), said, text(body, 'suffix')], said, pictures64: images(body), isBare: said === '' };
}

function optionsIn(body: Json): { limit: number; stops: readonly string[]; contextLength: number | undefined } {
  const options = (body['options'] ?? {}) as Json;
  for (const [name, type] of Object.entries(NUMBERS)) {
    const value = options[name];
    if (value !== undefined && (typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value)))) throw new OllamaRefusal(400, `option ${JSON.stringify(name)} must be of type ${type}`);
  }
  const stops = options['stop'] ?? [];
  if (!Array.isArray(stops)) throw new OllamaRefusal(400, 'option "stop" must be of type array');
  const limit = options['num_predict'] as number | undefined;
  return { limit: limit === undefined || limit < 0 ? Infinity : limit, stops: stops as string[], contextLength: options['num_ctx'] as number | undefined };
}

function thinkingIn(think: unknown): boolean | undefined {
  if (think === undefined || think === null) return undefined;
  if (typeof think === 'boolean') return think;
  if (think === 'low' || think === 'medium' || think === 'high') return true;
  throw new OllamaRefusal(400, `invalid think value: ${JSON.stringify(think)} (must be "high", "medium", "low", true, or false)`);
}

function formatIn(format: unknown): OllamaPrompt['format'] {
  if (format === undefined || format === null || format === '') return undefined;
  if (format === 'json') return 'json';
  if (typeof format === 'object' && !Array.isArray(format)) return format;
  throw new OllamaRefusal(400, `invalid format: ${JSON.stringify(format)}; expected "json" or a valid JSON Schema object`);
}

function toolsIn(tools: unknown): Tool[] {
  if (!Array.isArray(tools)) return [];
  return (tools as { function?: { name?: string; parameters?: JsonSchema } }[]).map(({ function: it }) => ({ name: it?.name ?? '', parameters: it?.parameters ?? { type: 'object' } }));
}

function images(part: Json): string[] {
  const found = part['images'] ?? [];
  if (!Array.isArray(found)) throw new OllamaRefusal(400, 'json: cannot unmarshal value into Go struct field images');
  return found as string[];
}

/** Bare base64; a `data:` prefix fails at its colon. */
function pictureKind(base64: unknown): string {
  if (typeof base64 !== 'string') throw new OllamaRefusal(400, 'json: cannot unmarshal value into Go struct field images of type uint8');
  const wrong = base64.search(/[^A-Za-z0-9+/=\r\n]/);
  if (wrong >= 0) throw new OllamaRefusal(400, `illegal base64 data at input byte ${wrong}`);
  const head = Buffer.from(base64.slice(0, 32), 'base64').toString('latin1');
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  throw new OllamaRefusal(400, 'invalid image input');
}

function text(body: Json, field: string): string {
  const value = body[field] ?? '';
  if (typeof value !== 'string') throw new OllamaRefusal(400, `json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into Go struct field .${field} of type string`);
  return value;
}

/** Of objects. */
export function list(body: Json, field: string): Json[] {
  const value = body[field] ?? [];
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
  if (!isList) throw new OllamaRefusal(400, `json: cannot unmarshal ${typeof value} into Go struct field .${field} of type []api.Message`);
  return value as Json[];
}
