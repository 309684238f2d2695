/** A step too large for one message goes in several, each of which leaves a valid book. */
import { HELD, itemsOf, LISTS } from './tree.ts';
import { STEP_OPS_MAX, type EditOp, type OpOf } from './ops.ts';

/** Half of what the server takes as one message: the rest is for what stands around the ops. */
export const STEP_BYTES_MAX = 2_000_000;

/** The same ops in the same order, an op that is too large by itself in parts. Applied one after the other the pieces do what the step does. */
export function splitStep(ops: readonly EditOp[], { opsMax = STEP_OPS_MAX, bytesMax = STEP_BYTES_MAX } = {}): EditOp[][] {
  const pieces: EditOp[][] = [];
  let bytes = 0;
  const add = (op: EditOp): void => {
    const size = bytesOf(op);
    if (size > bytesMax) {
      const parts = op.op === 'insert' ? insertInParts(op) : op.op === 'each' ? halves(op) : [];
      if (parts.length > 1) return parts.forEach(add);
    }
    const last = pieces.at(-1);
    if (last && last.length < opsMax && bytes + size <= bytesMax) {
      last.push(op);
      bytes += size;
    } else {
      pieces.push([op]);
      bytes = size;
    }
  };
  ops.forEach(add);
  return pieces;
}

/** First the item without what it holds, then each of those behind the one before. */
function insertInParts(op: OpOf<'insert'>): EditOp[] {
  const [kind] = HELD[op.kind];
  if (!kind) return [op];
  const parts = itemsOf(kind, op.item);
  return [{ ...op, item: LISTS[kind].write(op.item as never, [] as never) }, ...parts.map((item, i): EditOp => ({ op: 'insert', kind, parentId: op.item.id, afterId: parts[i - 1]?.id ?? null, item }))];
}

function halves(op: OpOf<'each'>): EditOp[] {
  if (op.groups.length > 1) {
    const middle = op.groups.length >> 1;
    return [{ ...op, groups: op.groups.slice(0, middle) }, { ...op, groups: op.groups.slice(middle) }];
  }
  const [group] = op.groups;
  if (!group || group.ids.length < 2) return [op];
  const middle = group.ids.length >> 1;
  return [group.ids.slice(0, middle), group.ids.slice(middle)].map((ids) => ({ ...op, groups: [{ value: group.value, ids }] }));
}

const utf8 = new TextEncoder();

function bytesOf(op: EditOp): number {
  return utf8.encode(JSON.stringify(op)).byteLength + 1;
}
