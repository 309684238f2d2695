/** What strict mode asks of a schema: an object at the root; every object closed, with all its properties required. */
import { invalid, missing } from './openai-errors.ts';
import { flagField, isObject, wrongType, type Body } from './openai-fields.ts';

const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** The schema of `response_format.json_schema`. Throws OpenaiRefusal; `isLenient` servers look at nothing but that it is there. */
export function readJsonSchema(format: Body, isLenient: boolean): Body {
  const named = format['json_schema'];
  if (named === undefined) throw missing('response_format.json_schema');
  if (!isObject(named)) throw wrongType('response_format.json_schema', 'an object', named);
  const schema = named['schema'];
  if (isLenient && isObject(schema)) return schema;
  const name = named['name'];
  if (typeof name !== 'string') throw missing('response_format.json_schema.name');
  if (!NAME.test(name)) throw invalid(`Invalid 'response_format.json_schema.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$' of at most 64 characters.`, 'response_format.json_schema.name', 'invalid_value');
  if (schema === undefined) throw missing('response_format.json_schema.schema');
  if (!isObject(schema)) throw wrongType('response_format.json_schema.schema', 'an object', schema);
  if (flagField(named, 'strict')) checkStrict(schema, name);
  return schema;
}

export function checkStrict(schema: Body, name: string, param = 'response_format'): void {
  const what = param === 'response_format' ? `response_format '${name}'` : `function '${name}'`;
  if (schema['type'] !== 'object') throw invalid(`Invalid schema for ${what}: schema must be a JSON Schema of 'type: "object"', got 'type: "${String(schema['type'])}"'.`, param, 'invalid_json_schema');
  const fault = faultIn(schema, []);
  if (fault) throw invalid(`Invalid schema for ${what}: In context=(${fault.at.map((part) => `'${part}'`).join(', ')}), ${fault.why}`, param, 'invalid_json_schema');
}

type SchemaFault = { at: readonly string[]; why: string };

function faultIn(schema: unknown, at: readonly string[]): SchemaFault | undefined {
  if (!isObject(schema)) return { at, why: 'schema must be an object.' };
  if (['type', '$ref', 'anyOf', 'enum', 'const'].every((key) => schema[key] === undefined)) return { at, why: "schema must have a 'type' key." };
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  if (schema['type'] === 'object' || schema['properties'] !== undefined) {
    if (schema['additionalProperties'] !== false) return { at, why: "'additionalProperties' is required to be supplied and to be false." };
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const left = Object.keys(properties).find((key) => !required.includes(key));
    if (left !== undefined) return { at, why: `'required' is required to be supplied and to be an array including every key in properties. Missing '${left}'.` };
  }
  if (schema['type'] === 'array' && schema['items'] === undefined) return { at, why: 'array schema missing items.' };
  const definitions = isObject(schema['$defs']) ? schema['$defs'] : {};
  const parts: [readonly string[], unknown][] = [
    ...Object.entries(properties).map(([key, part]): [string[], unknown] => [[...at, 'properties', key], part]),
    ...Object.entries(definitions).map(([key, part]): [string[], unknown] => [[...at, '$defs', key], part]),
    ...(Array.isArray(schema['anyOf']) ? schema['anyOf'].map((part: unknown, index): [string[], unknown] => [[...at, 'anyOf', String(index)], part]) : []),
    ...(schema['items'] === undefined ? [] : [[[...at, 'items'], schema['items']] satisfies [string[], unknown]]),
  ];
  for (const [where, part] of parts) {
    const fault = faultIn(part, where);
    if (fault) return fault;
  }
  return undefined;
}
