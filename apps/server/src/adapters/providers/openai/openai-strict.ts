/** Schemas as strict mode wants them: an object at the root, every object closed, every property required. */
import type { StrictRules } from './openai-settings.ts';
import { isNullable, isRecord, restored, type Json } from './openai-strict-answer.ts';

type Strict = { schema: Json; /** From an answer to the strict schema to one of the schema that was asked for; absent where they are the same. */ restore?: (value: unknown) => unknown };

/** Where strict mode has no words for it: maps, values of any kind, tuples. */
class NotStrict extends Error {
  override name = 'NotStrict';
}

type Place = { root: Json; rules: StrictRules; isWrapped: boolean; /** Told that an optional property became a nullable one. */ loosened(): void };

/** Undefined for a schema that strict mode cannot say. */
export function strictSchema(asked: Readonly<Json>, rules: StrictRules): Strict | undefined {
  const isWrapped = asked['type'] !== 'object' || 'anyOf' in asked || 'oneOf' in asked || '$ref' in asked;
  let isLoose = false;
  const place: Place = { root: asked, rules, isWrapped, loosened: () => { isLoose = true; } };
  try {
    const { $defs, definitions, ...body } = asked;
    const inner = written(body, place);
    const schema: Json = isWrapped ? { type: 'object', properties: { value: inner }, required: ['value'], additionalProperties: false } : inner;
    const parts = { ...recordOf(definitions), ...recordOf($defs) };
    if (Object.keys(parts).length < Object.keys(recordOf(definitions)).length + Object.keys(recordOf($defs)).length) return undefined;
    if (Object.keys(parts).length > 0) schema['$defs'] = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, written(part, place)]));
    if (!isWrapped && !isLoose) return { schema };
    return { schema, restore: (value) => restored(isWrapped && isRecord(value) && 'value' in value ? value['value'] : value, asked, asked) };
  } catch (error) {
    if (error instanceof NotStrict) return undefined;
    throw error;
  }
}

function written(node: unknown, place: Place): Json {
  if (!isRecord(node)) throw new NotStrict();
  if (typeof node['$ref'] === 'string') return { $ref: referredTo(node['$ref'], place) };
  if (['patternProperties', 'prefixItems', 'unevaluatedProperties', 'unevaluatedItems', 'additionalItems', '$dynamicRef'].some((key) => key in node)) throw new NotStrict();
  const { allOf, oneOf, anyOf = oneOf, ...rest } = node;
  if (allOf !== undefined) {
    if (!Array.isArray(allOf) || allOf.length !== 1 || !isRecord(allOf[0])) throw new NotStrict();
    return written({ ...rest, ...(anyOf === undefined ? {} : { anyOf }), ...allOf[0] }, place);
  }
  const kept = Object.fromEntries(Object.entries(rest).filter(([key, value]) => !place.rules.drops.includes(key) && (key !== 'format' || place.rules.formats.includes(String(value)))));
  if (anyOf !== undefined) {
    if (!Array.isArray(anyOf) || 'properties' in kept || 'items' in kept) throw new NotStrict();
    return { ...kept, anyOf: anyOf.map((option) => written(option, place)) };
  }
  const types = typesOf(node);
  if (types.includes('object') || 'properties' in node) return closed(kept, place);
  if (types.includes('array') || 'items' in node) return { type: 'array', ...kept, items: written(kept['items'], place) };
  if (types.length === 0 && !('enum' in node) && !('const' in node)) throw new NotStrict();
  return kept;
}

function closed(node: Json, place: Place): Json {
  const properties = recordOf(node['properties']);
  const more = node['additionalProperties'];
  // A map from any name to a value, or an object of which nothing is known.
  if (isRecord(more) || (Object.keys(properties).length === 0 && more !== false)) throw new NotStrict();
  const required = Array.isArray(node['required']) ? node['required'] : [];
  const entries = Object.entries(properties).map(([name, part]): [string, Json] => {
    const whole = written(part, place);
    if (required.includes(name)) return [name, whole];
    place.loosened();
    return [name, isNullable(part, place.root) ? whole : nullable(whole)];
  });
  return { type: 'object', ...node, properties: Object.fromEntries(entries), required: Object.keys(properties), additionalProperties: false };
}

/** Optional in strict mode is said by null. */
function nullable(node: Json): Json {
  if (Array.isArray(node['anyOf'])) return { ...node, anyOf: [...node['anyOf'] as unknown[], { type: 'null' }] };
  if (node['type'] === undefined || 'const' in node) return { anyOf: [node, { type: 'null' }] };
  return { ...node, type: [...typesOf(node), 'null'], ...(Array.isArray(node['enum']) ? { enum: [...node['enum'] as unknown[], null] } : {}) };
}

/** Definitions stand at the root under one name; anything else has moved with what it stands in. */
function referredTo(ref: string, { isWrapped }: Place): string {
  if (!ref.startsWith('#')) throw new NotStrict();
  if (/^#\/(?:\$defs|definitions)\//.test(ref)) return ref.replace('#/definitions/', '#/$defs/');
  return isWrapped ? `#/properties/value${ref.slice(1)}` : ref;
}

function typesOf({ type }: Json): unknown[] {
  return Array.isArray(type) ? type : type === undefined ? [] : [type];
}

function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}
