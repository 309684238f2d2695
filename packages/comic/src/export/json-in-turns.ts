/** JSON of strangers (RFC 8259), read piece by piece: a few megabytes of many small things hold JSON.parse up for seconds. */

export type JsonLimits = {
  /** How deep arrays and objects lie in each other. */
  depthMax: number;
  /** About how many values there are: arrays, objects and what stands in them. */
  valuesMax: number;
  arrayMax: number;
  /** Members of one object. */
  membersMax: number;
  /** Bytes of one string, 4 MiB unless told. */
  stringMaxBytes?: number;
};

/** Bytes that are parsed at once: at most about 20 ms, whatever stands in them. */
const PIECE = 1 << 17;
/** Bytes that are looked through at once. */
const STRIDE = 1 << 20;
const STRING_MAX = 4 << 20;

/** An array or object that has begun. `run` is where what is not parsed yet begins, `comma` where the member does that is being read. */
type Frame = {
  isArray: boolean; open: number; run: number; comma: number; count: number;
  /** What was parsed already, once it is too large to be one piece. */
  value: unknown[] | Record<string, unknown> | undefined;
  /** Its last member was large and has been put in: only a comma or the end may stand at `run`. */
  isAfterLarge: boolean;
};

/**
 * What JSON.parse gives, a piece a turn; members of large objects named `__proto__` are left out. Throws SyntaxError
 * for what is no JSON, RangeError for what is beyond the limits.
 */
export function* jsonInTurns(file: Uint8Array, limits: JsonLimits): Generator<undefined, unknown> {
  const bytes = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  const root = frameAt(-1, true);
  const stack = [root];
  let [top, values, nextTurn] = [root, 0, STRIDE];
  for (let i = 0; i < bytes.length; i++) {
    if (i >= nextTurn) {
      nextTurn = i + STRIDE;
      yield;
    }
    const code = bytes[i]!;
    if (code === QUOTE) i = endOfString(bytes, i, limits.stringMaxBytes ?? STRING_MAX);
    else if (code === COMMA) {
      values += 1;
      // Each comma has one more member behind it.
      if ((top.count += 1) >= (top.isArray ? limits.arrayMax : limits.membersMax) || values > limits.valuesMax) throw new RangeError('JSON: too many values');
      if (top.isAfterLarge) goOn(top, bytes, i);
      else if (i - top.run >= PIECE) {
        take(top, bytes, i);
        yield;
      }
      top.comma = i + 1;
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      if (stack.push((top = frameAt(i, code === OPEN_ARRAY))) - 1 > limits.depthMax || ++values > limits.valuesMax) throw new RangeError('JSON: too deep');
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      const closed = top;
      stack.pop();
      const parent = stack.at(-1);
      if (!parent || closed.isArray !== (code === CLOSE_ARRAY)) throw new SyntaxError('JSON: a bracket that fits none');
      top = parent;
      if (closed.value === undefined && i - closed.open < PIECE) continue;
      finish(closed, bytes, i);
      putIn(parent, closed, bytes, i);
      yield;
    }
  }
  if (top !== root) throw new SyntaxError('JSON: it ends too early');
  finish(root, bytes, bytes.length);
  const [value, ...others] = root.value as unknown[];
  if (value === undefined || others.length > 0) throw new SyntaxError('JSON: not one value');
  return value;
}

const [QUOTE, COMMA, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [34, 44, 92, 91, 93, 123, 125];

function frameAt(open: number, isArray: boolean): Frame {
  return { isArray, open, run: open + 1, comma: open + 1, count: 0, value: undefined, isAfterLarge: false };
}

/** The quote that ends what begins at `start`, or the end of all. */
function endOfString(bytes: Uint8Array, start: number, maxBytes: number): number {
  for (let i = start + 1; i < bytes.length; i++) {
    if (bytes[i] === BACKSLASH) i += 1;
    else if (bytes[i] === QUOTE) return i;
    else if (i - start > maxBytes) throw new RangeError('JSON: too long a string');
  }
  return bytes.length;
}

/** Parses the members from `run` up to `end`, where a comma or the closing bracket stands: one at least. */
function take(frame: Frame, bytes: Uint8Array, end: number): void {
  const text = textOf(bytes, frame.run, end);
  const before = frame.value;
  frame.run = end + 1;
  if (frame.isArray) {
    const items = JSON.parse(`[${text}]`) as unknown[];
    if (items.length === 0) throw new SyntaxError('JSON: a comma without a value');
    if (before) for (const item of items) (before as unknown[]).push(item);
    else frame.value = items;
    return;
  }
  const members = Object.entries(JSON.parse(`{${text}}`) as object);
  if (members.length === 0) throw new SyntaxError('JSON: a comma without a member');
  const value = (frame.value ??= {}) as Record<string, unknown>;
  for (const [name, member] of members) if (name !== '__proto__') value[name] = member;
}

/** Parses what is left before the closing bracket. */
function finish(frame: Frame, bytes: Uint8Array, end: number): void {
  if (frame.isAfterLarge) return goOn(frame, bytes, end);
  if (frame.count > 0 || !isBlank(textOf(bytes, frame.run, end))) take(frame, bytes, end);
  frame.value ??= frame.isArray ? [] : {};
}

/** Puts a large member that ends at `end` into what holds it, behind the small ones before it. */
function putIn(parent: Frame, { open, value }: Frame, bytes: Uint8Array, end: number): void {
  if (parent.isAfterLarge) throw new SyntaxError('JSON: a comma is missing');
  if (parent.run < parent.comma) take(parent, bytes, parent.comma - 1);
  const label = textOf(bytes, parent.comma, open);
  if (parent.isArray) {
    if (!isBlank(label)) throw new SyntaxError('JSON: a comma is missing');
    ((parent.value ??= []) as unknown[]).push(value);
  } else {
    // `null` goes on with nothing: behind a digit or a sign it is no JSON, and is refused as it must be.
    const [name] = Object.keys(JSON.parse(`{${label}null}`) as object);
    if (name === undefined) throw new SyntaxError('JSON: a name is missing');
    if (name !== '__proto__') ((parent.value ??= {}) as Record<string, unknown>)[name] = value;
  }
  parent.isAfterLarge = true;
  parent.run = end + 1;
}

/** Past a large member. */
function goOn(frame: Frame, bytes: Uint8Array, at: number): void {
  if (!isBlank(textOf(bytes, frame.run, at))) throw new SyntaxError('JSON: a comma is missing');
  frame.isAfterLarge = false;
  frame.run = at + 1;
  frame.comma = at + 1;
}

/** What JSON calls white space: fewer than JavaScript does. */
function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}
