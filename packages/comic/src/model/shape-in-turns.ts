/** Values of strangers against a Zod schema, part by part: Zod collects every fault before it tells one, and a file of a few megabytes has room for millions. */
import { z } from 'zod';

/** Values that are checked at once. None has more than about ten faults: some milliseconds. */
const PART = 1000;
/** What the schema gives no way to divide (a choice between shapes, say) has no more values than this. */
const WHOLE_MAX = 5000;

/** What `schema.parse` gives; throws at the first part with a fault. What is no part of the shape is not looked at. */
export function* shapeInTurns(schema: z.ZodType, value: unknown): Generator<undefined, unknown> {
  const bare = inside(schema, value);
  if (bare instanceof z.ZodUnknown) return value;
  if (weigh(value, PART) < PART) return schema.parse(value);
  if (bare instanceof z.ZodObject && isRecord(value)) return yield* objectInTurns(bare, value);
  if (bare instanceof z.ZodRecord && isRecord(value)) return yield* recordInTurns(bare, value);
  if (bare instanceof z.ZodArray && Array.isArray(value)) return yield* arrayInTurns(bare, value);
  if (weigh(value, WHOLE_MAX) >= WHOLE_MAX) throw new RangeError('more values than the shape has room for');
  return schema.parse(value);
}

/** The same without a pause. */
export function shapeAtOnce<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const turns = shapeInTurns(schema, value);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value as z.output<S>;
  }
}

/** Members that are small stay with the object; the others are checked one after another, and the object without them. */
function* objectInTurns(schema: z.ZodObject, value: Record<string, unknown>): Generator<undefined, unknown> {
  const [shape, members] = [{ ...schema.shape } as Record<string, z.ZodType>, { ...value }];
  for (const [name, part] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    if (weigh(value[name], PART) < PART) continue;
    yield;
    members[name] = yield* shapeInTurns(part, value[name]);
    shape[name] = z.unknown();
  }
  return schema.clone({ ...schema.def, shape }).parse(members);
}

function* recordInTurns(schema: z.ZodRecord, value: Record<string, unknown>): Generator<undefined, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    members[name] = yield* shapeInTurns(schema.valueType as z.ZodType, member);
    yield;
  }
  return schema.clone({ ...schema.def, valueType: z.unknown() }).parse(members);
}

function* arrayInTurns(schema: z.ZodArray, value: readonly unknown[]): Generator<undefined, unknown> {
  const bare = schema.clone({ ...schema.def, element: z.unknown() });
  // First its length, and whatever else is asked of the array itself.
  bare.parse(value);
  const items: unknown[] = [];
  let weight = 0;
  for (const item of value) {
    items.push(yield* shapeInTurns(schema.element as z.ZodType, item));
    weight += weigh(item, PART);
    if (weight < PART) continue;
    weight = 0;
    yield;
  }
  return items;
}

/** Of an optional thing, or one with a default, the shape where it is there; of a choice by name the one that is named. */
function inside(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return inside(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodDiscriminatedUnion) || !isRecord(value)) return schema;
  const { discriminator } = schema.def;
  return (schema.options as z.ZodType[]).find((option) => option instanceof z.ZodObject && (option.shape[discriminator] as z.ZodType).safeParse(value[discriminator]).success) ?? schema;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many values there are in one, itself included; it stops counting at `max`. */
function weigh(value: unknown, max: number): number {
  let weight = 0;
  const rest = [value];
  while (rest.length > 0 && weight < max) {
    const next = rest.pop();
    weight += 1;
    if (typeof next !== 'object' || next === null) continue;
    const inner = Array.isArray(next) ? next : Object.values(next);
    if (weight + inner.length >= max) return max;
    for (const one of inner) rest.push(one);
  }
  return weight;
}
