import { describe, expect, test } from 'vitest';
import { sampleOf, type JsonSchema } from './ollama-schema.ts';

describe('values that fit a schema', () => {
  const TREE: JsonSchema = { type: 'object', required: ['name', 'kids'], properties: { name: { type: 'string' }, kids: { type: 'array', items: { $ref: '#' } } } };

  test.each<[JsonSchema, unknown]>([
    [{ type: 'string', minLength: 6 }, 'words.'], [{ type: ['null', 'string'] }, 'words'], [{ enum: [3, 4] }, 3], [{}, 'words'],
    [{ type: 'integer' }, 1], [{ type: 'integer', exclusiveMinimum: 4 }, 5], [{ type: 'integer', minimum: 5, multipleOf: 4 }, 8], [{ type: 'integer', maximum: -2 }, -2], [{ type: 'integer', exclusiveMaximum: 1 }, 0], [{ type: 'number', maximum: 0.2 }, 0],
    [{ type: 'array', items: { type: 'boolean' } }, [true]], [{ type: 'array', maxItems: 0, items: {} }, []], [{ prefixItems: [{ type: 'integer' }, { type: 'null' }], type: 'array' }, [1, null]],
    [{ oneOf: [{ type: 'null' }, { type: 'integer' }] }, 1], [{ type: 'null' }, null],
    [{ allOf: [{ $ref: '#/definitions/a' }, { required: ['b'], properties: { b: { const: 2 } } }], definitions: { a: { type: 'object', required: ['a'], properties: { a: { const: 1 } } } } }, { a: 1, b: 2 }],
    [{ properties: { a: { type: 'boolean' } } }, { a: true }],
  ])('%j', (schema, value) => {
    expect(sampleOf(schema, 'words')).toEqual(value);
  });

  test('a tree ends', () => {
    expect(sampleOf(TREE, 'x')).toMatchObject({ name: 'x', kids: [{ name: 'x' }] });
  });
});
