/**
 * Whether a value has the shape of a JSON schema: what strict mode promises. Types, fields, lists, choices and references are looked
 * at; patterns and bounds are not, since a pattern from outside could hold everything up.
 */
import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;

const DEPTH_MAX = 200;

export function fitsSchema(value: unknown, schema: unknown, root: unknown = schema, depth = 0): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > DEPTH_MAX) return false;
  const fits = (inner: unknown, part: unknown) => fitsSchema(inner, part, root, depth + 1);
  const { $ref, const: only, enum: choices, anyOf, oneOf, allOf } = schema;
  if (typeof $ref === 'string' && !fits(value, targetOf($ref, root))) return false;
  if ('const' in schema && !isDeepStrictEqual(value, only)) return false;
  if (Array.isArray(choices) && !choices.some((choice) => isDeepStrictEqual(value, choice))) return false;
  if (Array.isArray(anyOf) && !anyOf.some((part) => fits(value, part))) return false;
  if (Array.isArray(oneOf) && oneOf.filter((part) => fits(value, part)).length !== 1) return false;
  if (Array.isArray(allOf) && !allOf.every((part) => fits(value, part))) return false;
  if (!hasType(value, schema['type'])) return false;
  if (Array.isArray(value)) return itemsFit(value, schema, fits);
  return isObject(value) ? fieldsFit(value, schema, fits) : true;
}

type Fits = (value: unknown, schema: unknown) => boolean;

function fieldsFit(value: Json, { properties, required, additionalProperties: others = true }: Json, fits: Fits): boolean {
  const known = isObject(properties) ? properties : {};
  if (Array.isArray(required) && !required.every((name) => Object.hasOwn(value, String(name)))) return false;
  return Object.entries(value).every(([name, field]) => fits(field, Object.hasOwn(known, name) ? known[name] : others));
}

function itemsFit(value: readonly unknown[], { prefixItems, items = true }: Json, fits: Fits): boolean {
  const first = Array.isArray(prefixItems) ? prefixItems : [];
  return value.every((item, at) => fits(item, at < first.length ? first[at] : items));
}

function hasType(value: unknown, type: unknown): boolean {
  if (type === undefined) return true;
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [type].flat().some((name) => name === own || (name === 'integer' && Number.isInteger(value)));
}

/** `#`, `#/$defs/page`; nothing outside of the schema. */
function targetOf(reference: string, root: unknown): unknown {
  if (!reference.startsWith('#')) return false;
  const parts = reference.slice(1).split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : false), root);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
