import { comicRoutes } from '@komawari/contract';
import build from 'fast-json-stringify';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { serializerOf } from './serializer.ts';

vi.mock('fast-json-stringify', { spy: true });

const Item = z.object({ id: z.string(), size: z.int(), cover: z.string().nullable(), note: z.string().optional() });
const plain = await serializerOf(z.object({ items: z.array(Item), owner: Item.pick({ id: true }).nullable() }));
const mixed = await serializerOf(z.object({ what: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), a: z.int() }), z.object({ kind: z.literal('b'), b: z.string() })]), item: Item }));
const item = { id: 'quote " and 線', size: 3, cover: null, secret: 'never' };
const shown = { id: item.id, size: 3, cover: null };

test('writes the declared fields and no other', () => {
  expect(JSON.parse(plain({ items: [item], owner: item, secret: 1 }))).toEqual({ items: [shown], owner: { id: item.id } });
  expect(JSON.parse(plain({ items: [], owner: null }))).toEqual({ items: [], owner: null });
});

test('writes optional fields when they are there', () => {
  expect(JSON.parse(plain({ items: [{ ...item, note: 'n' }], owner: null }))).toEqual({ items: [{ ...shown, note: 'n' }], owner: null });
});

test('writes shapes with alternatives as strictly', () => {
  expect(JSON.parse(mixed({ what: { kind: 'b', b: 'x', secret: 1 }, item }))).toEqual({ what: { kind: 'b', b: 'x' }, item: shown });
});

test('refuses an answer that lacks a required field', () => {
  expect(() => plain({ items: [{ id: 'x' }], owner: null })).toThrow('"size" is required!');
  expect(() => mixed({ what: { kind: 'a', a: 1 }, item: { id: 'x' } })).toThrow('"size" is required!');
});

test('picks plain shapes, those with fields that may be null too, without the slower way', async () => {
  vi.mocked(build).mockClear();
  await serializerOf(comicRoutes.list.response);
  expect(build).not.toHaveBeenCalled();
  await serializerOf(z.object({ what: z.union([z.object({ a: z.int() }), z.object({ b: z.string() })]) }));
  expect(build).toHaveBeenCalledOnce();
});
