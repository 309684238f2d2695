import { z } from 'zod';

type Json = { [key: string]: unknown };

/**
 * A function that writes exactly the declared fields of a response. A missing required field throws.
 * Plain shapes are picked field by field and written by the engine's own JSON, which makes far less garbage;
 * shapes with alternatives are written by fast-json-stringify, which is loaded for the first of them.
 */
export async function serializerOf(schema: z.ZodType): Promise<(value: unknown) => string> {
  const json = adapt(z.toJSONSchema(schema, { target: 'draft-07', io: 'output', unrepresentable: 'any' }));
  const pick = pickerOf(json as Json);
  if (pick) return (value) => JSON.stringify(pick(value));
  const { default: build } = await import('fast-json-stringify');
  return build(json as Parameters<typeof build>[0]);
}

type Picker = (value: unknown) => unknown;
const asItIs: Picker = (value) => value;
const PLAIN_TYPES = ['string', 'integer', 'number', 'boolean', 'null'];

/** Undefined when the shape has alternatives, references or free keys somewhere. */
function pickerOf(node: Json): Picker | undefined {
  if (['anyOf', 'oneOf', 'allOf', '$ref'].some((word) => word in node)) return undefined;
  if (node['type'] === 'object') return objectPickerOf(node);
  if (node['type'] === 'array') return arrayPickerOf(node);
  // A field that may be null has a list of types.
  return [node['type']].flat().every((type) => PLAIN_TYPES.includes(String(type))) ? asItIs : undefined;
}

function objectPickerOf(node: Json): Picker | undefined {
  const { properties, additionalProperties, required = [] } = node as { properties?: Record<string, Json>; additionalProperties?: unknown; required?: string[] };
  if (!properties || additionalProperties !== undefined) return undefined;
  const fields: { name: string; isRequired: boolean; pick: Picker }[] = [];
  for (const [name, field] of Object.entries(properties)) {
    const pick = pickerOf(field);
    if (!pick) return undefined;
    fields.push({ name, isRequired: required.includes(name), pick });
  }
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const picked: Json = {};
    for (const { name, isRequired, pick } of fields) {
      const field = (value as Json)[name];
      if (field !== undefined) picked[name] = pick === asItIs ? field : pick(field);
      else if (isRequired) throw new Error(`"${name}" is required!`);
    }
    return picked;
  };
}

function arrayPickerOf(node: Json): Picker | undefined {
  const items = node['items'];
  const pick = typeof items === 'object' && items !== null && !Array.isArray(items) ? pickerOf(items as Json) : undefined;
  return pick && ((value) => (Array.isArray(value) && pick !== asItIs ? value.map(pick) : value));
}

/**
 * fast-json-stringify answers 500 for `additionalProperties: false` inside a nullable, and loses fields of
 * `anyOf` with null: the first is dropped (undeclared fields are left out anyway), the second rewritten.
 */
function adapt(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(adapt);
  if (typeof node !== 'object' || node === null) return node;
  const { $schema: _, ...rest } = node as Json;
  if (rest['additionalProperties'] === false) delete rest['additionalProperties'];
  const adapted: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, key === 'enum' || key === 'const' || key === 'required' ? value : adapt(value)]));
  return withoutNullUnion(adapted);
}

function withoutNullUnion(node: Json): Json {
  const { anyOf, ...rest } = node;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return node;
  const [other] = anyOf.filter((item: Json) => item['type'] !== 'null') as Json[];
  return other && anyOf.some((item: Json) => item['type'] === 'null') ? { ...rest, ...other, nullable: true } : node;
}
