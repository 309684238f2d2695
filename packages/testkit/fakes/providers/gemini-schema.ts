/** Answers that fit a schema: `responseSchema` (a part of OpenAPI) and `responseJsonSchema`. */
import { badField, isRecord, V1BETA } from './gemini-fields.ts';

export type Schema = Record<string, unknown>;

const OPENAPI_PART = new Set([
  'type', 'format', 'title', 'description', 'nullable', 'enum', 'maxItems', 'minItems', 'properties', 'required', 'minProperties', 'maxProperties',
  'minLength', 'maxLength', 'pattern', 'example', 'anyOf', 'propertyOrdering', 'default', 'items', 'minimum', 'maximum',
]);
const TYPES = new Set(['STRING', 'NUMBER', 'INTEGER', 'BOOLEAN', 'ARRAY', 'OBJECT', 'NULL']);
const DEEPEST = 6;

/** Refuses what the OpenAPI part does not know: `additionalProperties`, `$ref`, `const`, lists of types. */
export function checkOpenApiPart(value: unknown, path: string): Schema {
  if (!isRecord(value)) throw badField(path, (field) => `Invalid value at '${field}' (${V1BETA}Schema), ${JSON.stringify(value)}`);
  const unknown = Object.keys(value).find((name) => !OPENAPI_PART.has(name));
  if (unknown !== undefined) throw badField(path, (field) => `Invalid JSON payload received. Unknown name "${unknown}" at '${field}': Cannot find field.`);
  const { type, items, properties, anyOf } = value;
  if (Array.isArray(type)) throw badField(`${path}.type`, () => `Invalid JSON payload received. Unknown name "type" at '${path}': Proto field is not repeating, cannot start list.`);
  if (type !== undefined && (typeof type !== 'string' || !TYPES.has(type.toUpperCase()))) throw badField(`${path}.type`, (field) => `Invalid value at '${field}' (${V1BETA}Type), ${JSON.stringify(type)}`);
  if (items !== undefined) checkOpenApiPart(items, `${path}.items`);
  if (Array.isArray(anyOf)) anyOf.forEach((one, at) => checkOpenApiPart(one, `${path}.any_of[${at}]`));
  if (isRecord(properties)) Object.entries(properties).forEach(([name, one]) => checkOpenApiPart(one, `${path}.properties[${name}]`));
  return value;
}

/** A value that fits; free strings say `words`. What is not required is left out, unless nothing is. */
export function fitting(schema: Schema, words: string, root: Schema = schema, depth = 0): unknown {
  const target = schema['$ref'];
  if (typeof target === 'string') return fitting(lookUp(root, target), words, root, depth + 1);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choice = [schema['anyOf'], schema['oneOf']].find(Array.isArray)?.[0];
  if (isRecord(choice)) return fitting(choice, words, root, depth);
  switch (typeOf(schema)) {
    case 'object': return fittingObject(schema, words, root, depth);
    case 'array': return fittingArray(schema, words, root, depth);
    case 'integer': return Math.ceil(fittingNumber(schema));
    case 'number': return fittingNumber(schema);
    case 'boolean': return true;
    case 'null': return null;
    default: return fittingString(schema, words);
  }
}

function fittingObject(schema: Schema, words: string, root: Schema, depth: number): Record<string, unknown> {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : depth < DEEPEST ? Object.keys(properties) : [];
  const order = Array.isArray(schema['propertyOrdering']) ? schema['propertyOrdering'].map(String) : Object.keys(properties);
  return Object.fromEntries(order.filter((name) => required.includes(name)).map((name) => [name, fitting(recordOf(properties[name]), words, root, depth + 1)]));
}

function fittingArray(schema: Schema, words: string, root: Schema, depth: number): unknown[] {
  const first = Array.isArray(schema['prefixItems']) ? schema['prefixItems'].map((one) => fitting(recordOf(one), words, root, depth + 1)) : [];
  const wanted = Math.min(Math.max(numberOf(schema['minItems'], 0), depth < DEEPEST ? 1 : 0), numberOf(schema['maxItems'], Infinity));
  while (first.length < wanted) first.push(fitting(recordOf(schema['items']), words, root, depth + 1));
  return first;
}

function fittingNumber(schema: Schema): number {
  const low = 'exclusiveMinimum' in schema ? numberOf(schema['exclusiveMinimum'], 0) + 1 : numberOf(schema['minimum'], 1);
  return Math.min(low, numberOf(schema['maximum'], Infinity));
}

function fittingString(schema: Schema, words: string): string {
  if (schema['format'] === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema['format'] === 'date') return '2026-01-01';
  return Array.from(words.padEnd(numberOf(schema['minLength'], 0), '.')).slice(0, numberOf(schema['maxLength'], Infinity)).join('');
}

function lookUp(root: Schema, target: string): Schema {
  return recordOf(target.replace(/^#\/?/, '').split('/').filter(Boolean).reduce<unknown>((at, name) => recordOf(at)[name], root));
}

function typeOf(schema: Schema): string {
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  return typeof type === 'string' ? type.toLowerCase() : isRecord(schema['properties']) ? 'object' : 'string';
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function numberOf(value: unknown, otherwise: number): number {
  // Protocol buffers tell 64-bit numbers as strings.
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : otherwise;
}
