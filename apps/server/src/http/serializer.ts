import build from 'fast-json-stringify';
import { z } from 'zod';

type Json = { [key: string]: unknown };

/** A function that writes exactly the declared fields of a response. A missing required field throws. */
export function serializerOf(schema: z.ZodType): (value: unknown) => string {
  const json = z.toJSONSchema(schema, { target: 'draft-07', io: 'output', unrepresentable: 'any' }) as Json;
  return build(adapt(json) as Parameters<typeof build>[0]);
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
