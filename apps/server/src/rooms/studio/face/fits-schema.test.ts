import { expect, test } from 'vitest';
import { fitsSchema } from './fits-schema.ts';

const PERSON = { type: 'object', properties: { name: { type: 'string' }, age: { type: ['integer', 'null'] }, hats: { type: 'array', items: { $ref: '#/$defs/hat' } } }, required: ['name'], additionalProperties: false, $defs: { hat: { enum: ['red', 'blue'] } } };
const TREE = { type: 'object', properties: { children: { type: 'array', items: { $ref: '#' } } }, required: ['children'], additionalProperties: false };
const ENDLESS = { $ref: '#' };

test.each<[unknown, unknown, boolean]>([
  [{ name: 'Bo' }, PERSON, true], [{ name: 'Bo', age: null, hats: ['red'] }, PERSON, true], [{ name: 'Bo', age: 1.5 }, PERSON, false], [{ name: 'Bo', hats: ['green'] }, PERSON, false], [{ age: 4 }, PERSON, false], [{ name: 'Bo', x: 1 }, PERSON, false], [[], PERSON, false], [null, PERSON, false],
  [{ children: [{ children: [] }] }, TREE, true], [{ children: [{}] }, TREE, false], [1, ENDLESS, false], [1, { $ref: '#/nowhere' }, false], [1, { $ref: 'https://example.test/s' }, false],
  ['a', { anyOf: [{ type: 'number' }, { const: 'a' }] }, true], ['b', { anyOf: [{ type: 'number' }, { const: 'a' }] }, false], [1, { oneOf: [{ type: 'number' }, { type: 'integer' }] }, false], [1, { allOf: [{ type: 'number' }, { enum: [1, 2] }] }, true],
  [['a', 1], { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, true], [['a', 'b'], { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, false],
  [JSON.parse('{"__proto__":1}'), { type: 'object', properties: {}, additionalProperties: false }, false], [{}, { type: 'object', required: ['toString'] }, false], [1, true, true], [1, false, false], [1, {}, true], [1, 'x', false],
])('%j in %j: %s', (value, schema, fits) => {
  expect(fitsSchema(value, schema)).toBe(fits);
});

test('a pattern from outside is not run', () => {
  expect(fitsSchema(`${'a'.repeat(40)}!`, { type: 'string', pattern: '^(a+)+$' })).toBe(true);
});
