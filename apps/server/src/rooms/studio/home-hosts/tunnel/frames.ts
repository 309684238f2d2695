/** What travels between a home host and the server, in binary messages: one byte of kind, four of stream, then what the kind has. Pure. */

export type Frame =
  | { kind: 'open'; stream: number }
  | { kind: 'end'; stream: number }
  | { kind: 'reset'; stream: number }
  | { kind: 'data'; stream: number; bytes: Uint8Array }
  /** So many bytes more may be sent in this stream. */
  | { kind: 'more'; stream: number; count: number };

/** With its head a frame stays below the 16 384 bytes that a message to the server may have. */
export const DATA_BYTES_MAX = 16_000;
/** What may be on its way in one direction of one stream before its reader has taken anything. */
export const WINDOW_BYTES = 262_144;

const KINDS = ['open', 'data', 'end', 'reset', 'more'] as const;
const HEAD_BYTES = 5;

export function writeFrame(frame: Frame): Uint8Array {
  const rest = frame.kind === 'data' ? frame.bytes.byteLength : frame.kind === 'more' ? 4 : 0;
  const written = Buffer.allocUnsafe(HEAD_BYTES + rest);
  written[0] = KINDS.indexOf(frame.kind);
  written.writeUInt32BE(frame.stream, 1);
  if (frame.kind === 'data') written.set(frame.bytes, HEAD_BYTES);
  if (frame.kind === 'more') written.writeUInt32BE(frame.count, HEAD_BYTES);
  return written;
}

/** Undefined for what no peer of ours sends. */
export function readFrame(message: Uint8Array): Frame | undefined {
  if (message.byteLength < HEAD_BYTES || message.byteLength > HEAD_BYTES + DATA_BYTES_MAX) return undefined;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const kind = KINDS[view.getUint8(0)];
  const stream = view.getUint32(1);
  const rest = message.byteLength - HEAD_BYTES;
  if (kind === 'data') return rest > 0 ? { kind, stream, bytes: message.subarray(HEAD_BYTES) } : undefined;
  if (kind !== 'more') return kind !== undefined && rest === 0 ? { kind, stream } : undefined;
  const count = rest === 4 ? view.getUint32(HEAD_BYTES) : 0;
  return count > 0 && count <= WINDOW_BYTES ? { kind, stream, count } : undefined;
}
