import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStrict } from '../../../../../../packages/testkit/fakes/providers/openai-strict-schema.ts';
import { StrictRules } from './openai-settings.ts';
import { strictSchema } from './openai-strict.ts';
import type { Json } from './openai-strict-answer.ts';

const RULES = StrictRules.parse({});
const strict = (schema: Json) => strictSchema(schema, RULES);

describe('a schema in strict mode', () => {
  test('one that is strict already stays, and needs no way back', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', description: 'words' }, b: { type: ['number', 'null'] } }, required: ['a', 'b'], additionalProperties: false };
    expect(strict(schema)).toEqual({ schema });
  });

  test('what only limits is dropped, formats that are not known too', () => {
    expect(strict({ $schema: 'x', type: 'object', properties: { a: { type: 'string', minLength: 3, default: 'b', format: 'uri', pattern: '^a' }, d: { type: 'string', format: 'date' } }, required: ['a', 'd'] })?.schema)
      .toEqual({ type: 'object', properties: { a: { type: 'string', pattern: '^a' }, d: { type: 'string', format: 'date' } }, required: ['a', 'd'], additionalProperties: false });
  });

  test.each([
    [{ type: 'object' }], [{ type: 'object', properties: { a: {} }, required: ['a'] }], [{ type: 'object', properties: { a: true } }], [{ type: 'object', additionalProperties: { type: 'string' } }],
    [{ type: 'object', properties: { a: { type: 'array' } } }], [{ type: 'object', properties: { a: { type: 'array', prefixItems: [{ type: 'string' }] } } }], [{ type: 'object', properties: { a: { allOf: [{ type: 'string' }, { minLength: 2 }] } } }],
    [{ type: 'object', properties: { a: { $ref: 'https://example.com/a' } } }], [{ type: 'object', patternProperties: { '^a': { type: 'string' } }, properties: { a: { type: 'string' } } }],
  ])('it has no words for %j', (schema) => { expect(strict(schema)).toBeUndefined(); });

  test('definitions stand at the root, and what holds itself still does', () => {
    const schema = { type: 'object', properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } }, friend: { $ref: '#/definitions/person' } }, required: ['name'], definitions: { person: { type: 'object', properties: { age: { type: 'integer' } } } } };
    const made = strict(schema);
    expect(made?.schema).toMatchObject({ properties: { friend: { anyOf: [{ $ref: '#/$defs/person' }, { type: 'null' }] }, children: { type: ['array', 'null'], items: { $ref: '#' } } }, $defs: { person: { required: ['age'], additionalProperties: false } } });
    checkStrict(made?.schema ?? {}, 'x');
    expect(made?.restore?.({ name: 'a', children: [{ name: 'b', children: null, friend: { age: null } }], friend: null })).toEqual({ name: 'a', children: [{ name: 'b', friend: {} }] });
    expect(strict({ anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#' } }] })?.schema).toMatchObject({ properties: { value: { anyOf: [{ type: 'string' }, { items: { $ref: '#/properties/value' } }] } } });
  });

  test('null stays where it was asked for, and the branch that was meant is found', () => {
    const cat = { type: 'object', properties: { is: { const: 'cat' }, colour: { type: 'string' } }, required: ['is'] };
    const dog = { type: 'object', properties: { is: { const: 'dog' }, colour: { type: ['string', 'null'] } }, required: ['is'] };
    const made = strict({ type: 'object', properties: { pet: { oneOf: [cat, dog] }, none: { type: 'null' } }, required: ['pet'] });
    expect([made?.restore?.({ pet: { is: 'cat', colour: null }, none: null }), made?.restore?.({ pet: { is: 'dog', colour: null }, none: null })]).toEqual([{ pet: { is: 'cat' }, none: null }, { pet: { is: 'dog', colour: null }, none: null }]);
  });

  /** A schema with an answer in strict mode, every optional property left out, and what it means. */
  type Case = { schema: Json; strict: unknown; means: unknown };
  const leaf: fc.Arbitrary<Case> = fc.constantFrom<Case>(
    { schema: { type: 'string', maxLength: 9 }, strict: 'a', means: 'a' }, { schema: { type: 'integer', minimum: 1 }, strict: 3, means: 3 },
    { schema: { enum: ['x', 'y'] }, strict: 'x', means: 'x' }, { schema: { type: ['boolean', 'null'] }, strict: null, means: null }, { schema: { const: 5 }, strict: 5, means: 5 },
  );
  const { any } = fc.letrec<{ any: Case }>((tie) => ({
    any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('any').map(({ schema, strict: given, means }) => ({ schema: { type: 'array', items: schema }, strict: [given, given], means: [means, means] })),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'value', 'type'), fc.record({ of: tie('any'), isRequired: fc.boolean() }), { minKeys: 1 }).map((parts): Case => {
        const entries = Object.entries(parts);
        const isNullable = (schema: Json) => Array.isArray(schema['type']) && schema['type'].includes('null');
        return {
          schema: { type: 'object', properties: Object.fromEntries(entries.map(([name, { of }]) => [name, of.schema])), required: entries.filter(([, { isRequired }]) => isRequired).map(([name]) => name) },
          strict: Object.fromEntries(entries.map(([name, { of, isRequired }]) => [name, isRequired ? of.strict : null])),
          means: Object.fromEntries(entries.filter(([, { of, isRequired }]) => isRequired || isNullable(of.schema)).map(([name, { of, isRequired }]) => [name, isRequired ? of.means : null])),
        };
      })),
  }));

  test('whatever is closed can be said, is taken, and comes back as it was meant', () => {
    fc.assert(fc.property(any, ({ schema, strict: given, means }) => {
      const made = strict(schema);
      expect(made).toBeDefined();
      checkStrict(made?.schema ?? {}, 'x');
      const isWrapped = schema['type'] !== 'object';
      const answer = isWrapped ? { value: given } : given;
      expect(made?.restore ? made.restore(answer) : answer).toEqual(means);
    }), { numRuns: 300 });
  });
});
