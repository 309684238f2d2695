/**
 * Changes of a book as data. An op names its target by id, never by place, so that ops made at the same time in two
 * tabs may be applied one after the other in any order; every op has an inverse.
 */
import { z } from 'zod';
import { Id } from '../model/hand-made.ts';
import { LANGUAGES } from '../model/kinds.ts';
import { shapeAtOnce } from '../model/shape-in-turns.ts';

/** What has an id of its own and stands in a list of its parent. */
export const ITEM_KINDS = ['chapter', 'scene', 'panel', 'line', 'character', 'place', 'fact', 'page'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
const kind = z.enum(ITEM_KINDS);
/** A line or a panel description may be as long as this, in UTF-16 units. */
export const LINE_MAX = 4000;

/** `null` takes an optional field away, or puts its default back. `was` is what the maker of the change saw. */
const SetOp = z.strictObject({ op: z.literal('set'), kind: z.enum(['book', ...ITEM_KINDS]), id: Id, field: z.string().min(1).max(40), value: z.unknown(), was: z.unknown().optional() });
/** How a change meets another one of the same text. It is stored with the step: steps from before it was said are merged as they were then, so that a book read anew is the same. */
const TEXT_RULES = ['both', 'back'] as const;
/** A line's text in one language; `from` is what the maker saw, so that two changes can be merged. */
const TextOp = z.strictObject({ op: z.literal('text'), id: Id, language: z.enum(LANGUAGES), from: z.string().max(LINE_MAX), to: z.string().max(LINE_MAX), rule: z.enum(TEXT_RULES).optional() });
/** Behind `afterId`, or first when that is null or gone. `parentId` is the book's id for what the book itself holds. */
const InsertOp = z.strictObject({ op: z.literal('insert'), kind, parentId: Id, afterId: Id.nullable(), item: z.looseObject({ id: Id }) });
const RemoveOp = z.strictObject({ op: z.literal('remove'), kind, id: Id });
const MoveOp = z.strictObject({ op: z.literal('move'), kind, id: Id, parentId: Id, afterId: Id.nullable() });

/** The same field of many: who had which value. What a step on the cast leaves behind of a lead is one op, not thousands. */
const EachOp = z.strictObject({ op: z.literal('each'), kind, field: z.string().min(1).max(40), groups: z.array(z.strictObject({ value: z.unknown(), ids: z.array(Id).min(1) })).min(1) });
/** One of the cast has another name, wherever that person speaks; the old one stays as an alias. */
const RenameOp = z.strictObject({ op: z.literal('rename'), id: Id, name: z.string().min(1).max(200), was: z.string().optional() });
/** One of the cast was another of them all along: lines and places in pictures go over, and the person goes. */
const MergeOp = z.strictObject({ op: z.literal('merge'), id: Id, intoId: Id });

export const EditOp = z.discriminatedUnion('op', [SetOp, TextOp, InsertOp, RemoveOp, MoveOp, EachOp, RenameOp, MergeOp]);
export type EditOp = z.infer<typeof EditOp>;
export type OpOf<K extends EditOp['op']> = Extract<EditOp, { op: K }>;

/** What is written now keeps both of two insertions; a step that says otherwise stays as it is. */
export function withRule(op: EditOp): EditOp {
  return op.op === 'text' && op.rule === undefined ? { ...op, rule: 'both' } : op;
}

/** More ops than this are sent as several steps (`splitStep`); see also `STEP_BYTES_MAX` there. */
export const STEP_OPS_MAX = 5000;
/** One step as a user sees it: all of its ops are applied, or refused, together. */
const EditBatch = z.array(EditOp).min(1).max(STEP_OPS_MAX);

/** Ops as they came in; ends at the first part with a fault. Throws EditError. */
export function parseOps(value: unknown): EditOp[] {
  try {
    return shapeAtOnce(EditBatch, value);
  } catch (cause) {
    throw new EditError('edit.invalid', cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') : '', cause);
  }
}

/** What became of an op that met a change made meanwhile. Nothing is lost: `lost` holds what did not win. */
export type EditNotice = {
  code: 'gone' | 'exists' | 'overwrote' | 'merged' | 'in-use' | 'last';
  kind: ItemKind | 'book';
  id: string;
  field?: string;
  lost?: unknown;
};

export class EditError extends Error {
  override name = 'EditError';
  readonly code: 'edit.invalid' | 'edit.too-large';
  constructor(code: EditError['code'], detail: string, cause?: unknown) {
    super(detail, { cause });
    this.code = code;
  }
}
