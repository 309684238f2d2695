/** An answer that fits a JSON schema: the same for the same schema and words. */
import { isObject, type Body } from './openai-fields.ts';

const DEEPEST = 12;
const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-01-02T03:04:05Z', date: '2026-01-02', time: '03:04:05Z', email: 'echo@example.com', uuid: '00000000-0000-4000-8000-000000000000', uri: 'https://example.com/', hostname: 'example.com', ipv4: '192.0.2.1',
};
const FOR_PATTERNS = ['a', 'A', '1', 'a1', 'A1', 'abc', 'ABC', '0001', '#000000', '2026-01-02', '1.0', 'a-b', 'a_b'];

/** `words` go into every free string. Throws Error for a pattern that it cannot meet. */
export function answerFor(schema: Body, words: string): unknown {
  return valueOf(schema, { root: schema, words, depth: 0 });
}

type Place = { root: Body; words: string; depth: number };

function valueOf(given: unknown, place: Place): unknown {
  const schema = resolve(given, place.root);
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const options = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(options)) return valueOf(choose(options, place), place);
  if (Array.isArray(schema['allOf'])) return valueOf(schema['allOf'].map((part) => resolve(part, place.root)).reduce<Body>(merge, {}), place);
  switch (typeOf(schema, place)) {
    case 'object': return objectOf(schema, place);
    case 'array': return arrayOf(schema, place);
    case 'integer': return numberOf(schema, 1);
    case 'number': return numberOf(schema, 0.5);
    case 'boolean': return true;
    case 'null': return null;
    default: return textOf(schema, place.words);
  }
}

function resolve(schema: unknown, root: Body): Body {
  if (!isObject(schema)) return {};
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const parts = ref.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return resolve(parts.reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), root), root);
}

function merge(all: Body, part: Body): Body {
  const [left, right] = [all['properties'], part['properties']].map((value) => (isObject(value) ? value : {}));
  const required = [all['required'], part['required']].flatMap((value) => (Array.isArray(value) ? value : []));
  return { ...all, ...part, properties: { ...left, ...right }, required };
}

/** Far down, the way out of a schema that holds itself. */
function choose(options: unknown[], { root, depth }: Place): unknown {
  const [isNull, isNot] = [options.find((one) => resolve(one, root)['type'] === 'null'), options.find((one) => resolve(one, root)['type'] !== 'null')];
  return depth >= DEEPEST / 2 ? (isNull ?? isNot) : (isNot ?? isNull);
}

function typeOf(schema: Body, { depth }: Place): unknown {
  const type = schema['type'] ?? (schema['properties'] ? 'object' : schema['items'] ? 'array' : 'string');
  if (!Array.isArray(type)) return type;
  return depth >= DEEPEST / 2 && type.includes('null') ? 'null' : type.find((one) => one !== 'null');
}

function objectOf(schema: Body, { root, words, depth }: Place): Body {
  if (depth > DEEPEST) throw new Error('the schema holds itself without a way out');
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required: unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.fromEntries(required.map((key) => [String(key), valueOf(properties[String(key)], { root, words, depth: depth + 1 })]));
}

function arrayOf(schema: Body, place: Place): unknown[] {
  const depth = place.depth + 1;
  const [least, most] = [bound(schema, 'minItems', 0), bound(schema, 'maxItems', Infinity)];
  const length = Math.max(least, depth >= DEEPEST / 2 ? 0 : Math.min(1, most));
  return Array.from({ length }, (_, at) => valueOf(schema['items'], { ...place, depth, words: at === 0 ? place.words : `${place.words} ${at + 1}` }));
}

function numberOf(schema: Body, unit: number): number {
  const step = bound(schema, 'multipleOf', unit);
  const least = Math.max(bound(schema, 'minimum', -Infinity), bound(schema, 'exclusiveMinimum', -Infinity) + step);
  const most = Math.min(bound(schema, 'maximum', Infinity), bound(schema, 'exclusiveMaximum', Infinity) - step);
  const wanted = Math.min(Math.max(unit, least), most);
  return wanted === least ? Math.ceil(wanted / step) * step : Math.floor(wanted / step) * step;
}

function textOf(schema: Body, words: string): string {
  const format = BY_FORMAT[String(schema['format'])];
  if (format !== undefined) return format;
  const [least, most] = [bound(schema, 'minLength', 0), bound(schema, 'maxLength', 200)];
  const fit = (text: string) => [...text.padEnd(least, '.')].slice(0, most).join('');
  if (typeof schema['pattern'] !== 'string') return fit(words);
  const pattern = new RegExp(schema['pattern'], 'u');
  const found = [fit(words), ...FOR_PATTERNS].find((text) => pattern.test(text) && text.length >= least && text.length <= most);
  if (found === undefined) throw new Error(`the fake knows no text for the pattern ${schema['pattern']}`);
  return found;
}

function bound(schema: Body, name: string, otherwise: number): number {
  const value = schema[name];
  return typeof value === 'number' ? value : otherwise;
}
