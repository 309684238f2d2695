/** A value that fits a JSON schema, the same for the same words. */

type Schema = {
  $ref?: string; $defs?: Record<string, Schema>; definitions?: Record<string, Schema>;
  type?: string | string[]; enum?: unknown[]; const?: unknown; default?: unknown;
  anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[];
  properties?: Record<string, Schema>; required?: string[]; items?: Schema; prefixItems?: Schema[]; minItems?: number; maxItems?: number;
  minLength?: number; maxLength?: number; format?: string; pattern?: string;
  minimum?: number; maximum?: number; exclusiveMinimum?: number; exclusiveMaximum?: number; multipleOf?: number;
};

const FORMATS: Record<string, string> = { date: '2026-01-02', time: '03:04:05Z', 'date-time': '2026-01-02T03:04:05Z', uri: 'https://example.test/', email: 'one@example.test', uuid: '00000000-0000-4000-8000-000000000000' };
/** Beyond this, only what is required is given, so that schemas that hold themselves end. */
const DEEP = 6;
const DEEPEST = 40;

/** `words` fill the strings. Throws for what it cannot fulfil (a pattern), never a value that does not fit. */
export function answerToSchema(schema: unknown, words: string): unknown {
  const root = schema as Schema;

  function resolve(one: Schema): Schema {
    if (one.$ref === undefined) return one;
    if (one.$ref === '#') return root;
    const name = one.$ref.replace(/^#\/(\$defs|definitions)\//, '');
    const found = root.$defs?.[name] ?? root.definitions?.[name];
    if (!found) throw new Error(`the schema lacks ${one.$ref}`);
    return resolve(found);
  }

  function valueOf(raw: Schema, depth: number): unknown {
    if (depth > DEEPEST) throw new Error('the schema has no end');
    const one = resolve(raw);
    if (one.const !== undefined) return one.const;
    if (one.enum) return one.enum[0];
    if (one.allOf) return valueOf(one.allOf.map(resolve).reduce(merge, { ...one, allOf: undefined }), depth + 1);
    const choices = one.anyOf ?? one.oneOf;
    if (choices) return valueOf(choices.find((choice) => depth <= DEEP || choice.type === 'null') ?? choices.at(-1) ?? {}, depth + 1);
    switch (typeOf(one, depth)) {
      case 'object': return objectOf(one, depth);
      case 'array': return Array.from({ length: lengthOf(one, depth) }, (_, at) => valueOf(one.prefixItems?.[at] ?? one.items ?? {}, depth + 1));
      case 'integer': return numberOf(one, one.multipleOf ?? 1);
      case 'number': return numberOf(one, one.multipleOf);
      case 'boolean': return true;
      case 'null': return null;
      default: return textOf(one, words);
    }
  }

  function objectOf(one: Schema, depth: number): unknown {
    const names = Object.keys(one.properties ?? {}).filter((name) => depth <= DEEP || one.required?.includes(name));
    return Object.fromEntries([...new Set([...names, ...(one.required ?? [])])].map((name) => [name, valueOf(one.properties?.[name] ?? {}, depth + 1)]));
  }

  return valueOf(root, 0);
}

function typeOf({ type, properties, items }: Schema, depth: number): string {
  if (Array.isArray(type)) return (depth > DEEP && type.includes('null') ? 'null' : type[0]) ?? 'string';
  return type ?? (properties ? 'object' : items ? 'array' : 'string');
}

function lengthOf({ minItems, maxItems, prefixItems }: Schema, depth: number): number {
  return Math.min(maxItems ?? Infinity, Math.max(minItems ?? 0, prefixItems?.length ?? 0, depth > DEEP ? 0 : 1));
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema, step: number | undefined): number {
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  if (step === undefined) return low > -Infinity && high < Infinity ? (low + high) / 2 : low > -Infinity ? low + 1 : Math.min(1, high - 1);
  const fits = (value: number) => value >= low && value <= high && value !== exclusiveMinimum && value !== exclusiveMaximum;
  const first = low > -Infinity ? Math.ceil(low / step) * step : Math.min(step, Math.floor(high / step) * step);
  const found = [first, first + step, first - step].find(fits);
  if (found === undefined) throw new Error(`no number lies between ${low} and ${high}`);
  return found;
}

function merge(one: Schema, other: Schema): Schema {
  return { ...one, ...other, properties: { ...one.properties, ...other.properties }, required: [...(one.required ?? []), ...(other.required ?? [])] };
}

function textOf({ minLength = 0, maxLength = Infinity, format, pattern }: Schema, words: string): string {
  if (pattern !== undefined) throw new Error(`no words are known for the pattern ${pattern}`);
  if (format !== undefined && FORMATS[format]) return FORMATS[format];
  const filled = words.length >= minLength ? words : words.padEnd(minLength, '.');
  return [...filled].slice(0, maxLength).join('');
}
