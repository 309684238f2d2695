/** A JSON Schema, as far as the stand-in follows it. */
export type JsonSchema = {
  type?: string | readonly string[]; const?: unknown; enum?: readonly unknown[]; $ref?: string;
  properties?: Record<string, JsonSchema>; required?: readonly string[];
  items?: JsonSchema; prefixItems?: readonly JsonSchema[]; minItems?: number; maxItems?: number;
  anyOf?: readonly JsonSchema[]; oneOf?: readonly JsonSchema[]; allOf?: readonly JsonSchema[];
  minLength?: number; maxLength?: number;
  minimum?: number; maximum?: number; exclusiveMinimum?: number; exclusiveMaximum?: number; multipleOf?: number;
  $defs?: Record<string, JsonSchema>; definitions?: Record<string, JsonSchema>;
};

/**
 * The smallest value that fits: required properties only (all of them where none is required), the first of an enum, one item of
 * a list that may have items (none where a schema repeats itself without end), `words` wherever a text may stand. Patterns and
 * text formats are not followed.
 */
export function sampleOf(schema: JsonSchema, words: string, root: JsonSchema = schema, depth = 0): unknown {
  if (depth > 40) throw new Error('a schema that has no end');
  const of = (part: JsonSchema) => sampleOf(part, words, root, depth + 1);
  if (schema.$ref !== undefined) return of(referred(schema.$ref, root));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return of(choice.find(({ type }) => type !== 'null') ?? choice[0] ?? {});
  if (schema.allOf) return of(merged(schema.allOf.map((part) => (part.$ref === undefined ? part : referred(part.$ref, root)))));
  switch (typeOf(schema)) {
    case 'object': return Object.fromEntries((schema.required ?? Object.keys(schema.properties ?? {})).map((name) => [name, of(schema.properties?.[name] ?? {})]));
    case 'array': return listOf(schema, of, depth < 12 ? 1 : 0);
    case 'integer': return numberOf(schema, schema.multipleOf ?? 1);
    case 'number': return numberOf(schema, schema.multipleOf ?? 0.5);
    case 'boolean': return true;
    case 'null': return null;
    default: return textOf(schema, words);
  }
}

function typeOf({ type, properties, items }: JsonSchema): string {
  if (typeof type === 'string') return type;
  if (type) return type.find((one) => one !== 'null') ?? 'null';
  if (properties) return 'object';
  return items ? 'array' : 'string';
}

function listOf({ prefixItems = [], items, minItems, maxItems }: JsonSchema, of: (part: JsonSchema) => unknown, usual: number): unknown[] {
  const count = Math.min(maxItems ?? Infinity, Math.max(minItems ?? usual, prefixItems.length));
  return Array.from({ length: count }, (_, at) => of(prefixItems[at] ?? items ?? {}));
}

/** The lowest multiple of `step` within the bounds. */
function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema, step: number): number {
  const floor = exclusiveMinimum ?? minimum;
  const ceiling = exclusiveMaximum ?? maximum;
  if (floor === undefined) return ceiling === undefined ? step : Math.min(step, Math.floor(ceiling / step) * step - (exclusiveMaximum === undefined ? 0 : step));
  const lowest = Math.ceil(floor / step) * step;
  return lowest === exclusiveMinimum ? lowest + step : lowest;
}

function textOf({ minLength = 0, maxLength = Infinity }: JsonSchema, words: string): string {
  const letters = [...words];
  while (letters.length < minLength) letters.push('.');
  return letters.slice(0, Math.min(letters.length, maxLength)).join('');
}

function referred(ref: string, root: JsonSchema): JsonSchema {
  const [, place, name = ''] = /^#(?:\/(\$defs|definitions)\/(.+))?$/.exec(ref) ?? [];
  if (ref === '#') return root;
  const found = place === '$defs' ? root.$defs?.[name] : root.definitions?.[name];
  if (!found) throw new Error(`nothing stands at ${ref}`);
  return found;
}

function merged(parts: readonly JsonSchema[]): JsonSchema {
  return parts.reduce((all, part) => ({ ...all, ...part, properties: { ...all.properties, ...part.properties }, required: [...(all.required ?? []), ...(part.required ?? [])] }), {});
}
